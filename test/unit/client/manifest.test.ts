import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

test('the extension says that it works in workspaces that nobody trusts, and in virtual ones', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});

test('which is true: nothing of a workspace can be run', () => {
  const runs = /\bchild_process\b|\bworker_threads\b|\beval\(|\bnew Function\(|\bnode:vm\b|\bcreateRequire\b/;
  const sources = ['client/src', 'server/src'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      // The command line reads many files in threads of its own; it runs where its user started it.
      .filter((name) => name.endsWith('.ts') && !/^cli[\\/]/.test(name))
      .map((name) => [name, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')] as const),
  );
  expect(sources.filter(([, text]) => runs.test(text)).map(([name]) => name)).toEqual([]);
  // Modules are loaded by names that stand in our own sources.
  const dynamic = sources.filter(([, text]) =>
    /(?:await|return|=>|[=(:?,])\s*(?:import|require)\(\s*[^'"\s)]/.test(text.replace(/^\s*(?:\*|\/\/).*$/gm, '')),
  );
  expect(dynamic.map(([name]) => name)).toEqual([]);
});

test('no setting names a program or a file that would be run', () => {
  const names = Object.keys(manifest.contributes.configuration.properties);
  expect(names.filter((name) => /path|command|executable|server(?!$)/i.test(name))).toEqual([]);
});
