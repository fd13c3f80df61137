// @ts-check
// node scripts/generate-snippets.mjs [--check]
// Writes snippets/plan.json and plain.json, the same for plain text, from the profiles, so that a snippet never asks for
// less than the check. With --check nothing is written, and the exit status is 1 when a file is not what they say.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from './yaml-module.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fangan-snippets-'));
try {
  const outfile = path.join(folder, 'snippets.mjs');
  await build({
    stdin: {
      contents: [
        "import { shippedProfiles } from './load.ts';",
        "import { plainEntries, snippetEntries } from './snippets.ts';",
        'export { plainEntries };',
        'export const entries = snippetEntries(shippedProfiles());',
      ].join('\n'),
      resolveDir: path.join(root, 'server/src/profiles'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    // CommonJS dependencies ask for modules with require, which an ES module does not have.
    banner: {
      js: "import { createRequire as nodeRequire } from 'node:module';\nconst require = nodeRequire(import.meta.url);",
    },
    plugins: [yamlPlugin],
  });
  const { entries, plainEntries } = await import(pathToFileURL(outfile).href);
  for (const [name, snippets] of /** @type {const} */ ([
    ['plan.json', entries],
    ['plain.json', plainEntries(entries)],
  ])) {
    const file = path.join(root, 'snippets', name);
    const text = `${JSON.stringify(snippets, undefined, 2)}\n`;
    if (!process.argv.includes('--check')) fs.writeFileSync(file, text);
    else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
      console.error(`snippets/${name} is not what the profiles say; run node scripts/generate-snippets.mjs`);
      process.exitCode = 1;
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
