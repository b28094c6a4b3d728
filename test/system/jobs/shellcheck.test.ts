import type { Manifest } from 'anyhouse';
import { examples } from '../../../examples/index';
import { list, record } from '../../../src/kubernetes/manifest';
import { runScript, shellcheck, shells } from '../../support/run-script';

/* Every script that an example emits, wherever it stands. */

const scripts = new Map<string, string>();
for (const { name, synth } of examples) {
  for (const platform of ['minikube', 'eks'] as const) {
    for (const manifest of synth(platform)) {
      for (const [file, text] of scriptsOf(manifest)) {
        const { kind, metadata } = manifest;
        if (!scripts.has(text)) scripts.set(text, `${name}: ${kind}/${metadata.name} ${file}`);
      }
    }
  }
}

/** Files of ConfigMaps that are scripts, and texts that a container gives to a shell. */
function scriptsOf(manifest: Manifest): readonly (readonly [string, string])[] {
  if (manifest.kind !== 'ConfigMap') return inline(manifest.spec);
  const files = Object.entries(record(manifest.data)).map(([file, text]) => [file, String(text)] as const);
  return files.filter(([file, text]) => file.endsWith('.sh') || text.startsWith('#!/bin/sh'));
}

function inline(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(inline);
  if (typeof value !== 'object' || value === null) return [];
  const { command, args, ...rest } = record(value);
  const words = [...list(command), ...list(args)].map(String);
  const at = words.findIndex(
    (word, index) => /(^|\/)(sh|bash|ash)$/.test(words[index - 1] ?? '') && /^-[a-z]*c$/.test(word),
  );
  const text = words[at + 1];
  const own = at >= 0 && text !== undefined ? [['command', text] as const] : [];
  return [...own, ...Object.values({ ...rest, ...(own.length === 0 && { command, args }) }).flatMap(inline)];
}

const cases = [...scripts].map(([text, where]) => ({ where, text }));

test('examples emit scripts', () => {
  expect(cases.length).toBeGreaterThan(0);
});

describe.each(cases)('$where', ({ text }) => {
  test('is clean', () => {
    expect(shellcheck(text)).toBe('');
  });

  test.each(shells)('is read by %s', async (shell) => {
    // Nothing of it is run: the shell reads to the end of a function that nobody calls.
    const { status, stderr } = await runScript(`whole() {\n${text}\n:\n}\n`, { shell });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
