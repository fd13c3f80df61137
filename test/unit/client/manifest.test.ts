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
  // There it gives the bundled libraries the modules of Node, and is asked for nothing else.
  expect(sources.filter(([, text]) => runs.test(text)).map(([name]) => name)).toEqual(['node/require.ts']);
  // Modules are loaded by names that stand in our own sources; the worker is told by extension.web.ts where its module is.
  const dynamic = sources.filter(([, text]) =>
    /(?:^|await|return|=>|[=(:?,])\s*(?:import|require)\(\s*(?!\w+:)[^'"\s)]/m.test(
      text.replace(/^\s*(?:\*|\/\/).*$/gm, ''),
    ),
  );
  expect(dynamic.map(([name]) => name)).toEqual(['server.worker.ts']);
  const { 1: module } = /postMessage\(addressOf\('([^']+)'\)\)/.exec(
    readFileSync(new URL('client/src/extension.web.ts', root), 'utf8'),
  ) ?? ['', ''];
  expect(module).toBe('server.web.js');
});

test('no setting names a program or a file that would be run', () => {
  const names = Object.keys(manifest.contributes.configuration.properties);
  expect(names.filter((name) => /path|command|executable|server(?!$)/i.test(name))).toEqual([]);
});
