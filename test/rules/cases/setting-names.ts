import { chi, type RuleCase } from '../rule-case';

const setting = (key: string) => `/spec/configuration/settings/${key.replaceAll('/', '~1')}`;

export const settingNameCases: readonly RuleCase[] = [
  {
    rule: 'settings/unknown',
    fault: 'misspelt settings of a profile, of the server and of MergeTree tables',
    bad: chi(
      'configuration: { profiles: { web/max_memory_usge: 1 }, settings: { max_concurent_queries: 1, merge_tree/parts: 1 } }',
    ),
    at: [
      '/spec/configuration/profiles/web~1max_memory_usge',
      setting('max_concurent_queries'),
      setting('merge_tree/parts'),
    ],
    good: chi(
      'configuration: { profiles: { web/max_memory_usage: 1, web/profile: x }, settings: { max_concurrent_queries: 1, logger/x: 1 } }',
    ),
  },
  {
    rule: 'settings/unknown',
    fault: 'a setting that is newer than the image',
    bad: chi(`
      configuration: { profiles: { web/allow_correlated_subqueries: 1, web/ai_function_max_retries: 1 } }
      templates: { podTemplates: [{ name: a, spec: { containers: [{ name: clickhouse, image: "clickhouse:26.3" }] } }] }
    `),
    at: ['allow_correlated_subqueries', 'ai_function_max_retries'].map(
      (name) => `/spec/configuration/profiles/web~1${name}`,
    ),
    good: chi(`
      configuration: { profiles: { web/ai_function_max_retries: 1 } }
      templates: { podTemplates: [{ name: a, spec: { containers: [{ name: clickhouse, image: "clickhouse:26.7" }] } }] }
    `),
  },
  {
    rule: 'settings/obsolete',
    fault: 'a setting that does nothing any more',
    bad: chi('configuration: { profiles: { web/multiple_joins_rewriter_version: 1 } }'),
    at: ['/spec/configuration/profiles/web~1multiple_joins_rewriter_version'],
    good: chi('configuration: { profiles: { web/max_threads: 1 } }'),
  },
];
