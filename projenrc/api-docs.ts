import { JsonFile, type Task } from 'projen';
import type { TypeScriptProject } from 'projen/lib/typescript';

/** Wires the generated documents: API.md and the surface report from the public entry, docs/rules.md from the rules. */
export function configureApiDocs(project: TypeScriptProject, task: Task): void {
  new JsonFile(project, 'typedoc.json', {
    marker: false, // typedoc refuses unknown keys
    obj: {
      plugin: ['typedoc-plugin-markdown'],
      entryPoints: ['src/index.ts', 'src/pulumi/index.ts', 'src/synth/index.ts', 'src/testing/index.ts'],
      tsconfig: 'tsconfig.json',
      out: '.work/api',
      router: 'module',
      entryFileName: 'API',
      readme: 'none',
      disableSources: true,
      hideBreadcrumbs: true,
      hidePageHeader: true,
      parametersFormat: 'table',
      interfacePropertiesFormat: 'table',
      excludeExternals: true,
      excludePrivate: true,
      excludeInternal: true,
      gitRevision: 'main',
    },
  });
  task.exec('typedoc');
  task.exec('tsx scripts/write-docs.ts');
}
