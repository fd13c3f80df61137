// @ts-check
// node scripts/generate-schemas.mjs
// Writes the JSON schemas of fangan.yaml and of profiles from the schemas that the program itself goes by.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from './yaml-module.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fangan-schemas-'));
try {
  const outfile = path.join(folder, 'json-schemas.mjs');
  await build({
    entryPoints: [path.join(root, 'server/src/workspace/json-schemas.ts')],
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
  const { generatedSchemas } = await import(pathToFileURL(outfile).href);
  for (const [name, schema] of Object.entries(generatedSchemas())) {
    fs.writeFileSync(path.join(root, 'schemas', name), `${JSON.stringify(schema, undefined, 2)}\n`);
    console.log(`schemas/${name}`);
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
