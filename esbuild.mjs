// @ts-check
// node esbuild.mjs [--production] [--watch]
// Bundles everything that runs outside this checkout into dist/: the extension needs no node_modules.
import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { context } from 'esbuild';
import { yamlModule } from './scripts/yaml-module.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** YAML data files become plain objects at build time. */
const yaml = {
  name: 'yaml',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: yamlModule(await readFile(path, 'utf8')),
      loader: 'js',
      watchFiles: [path],
    }));
  },
};

/** The libraries of Word and Excel files are loaded when they are needed, from a bundle of their own. */
const office = {
  name: 'office',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\/exchange\/office\/main\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './office.cjs', external: true } : undefined,
    );
  },
};

/** Prints the two lines that the watch task of an editor waits for, and nothing of its own otherwise. */
const announce = {
  name: 'announce',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(() => console.log('[watch] build finished'));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  // Names appear in stack traces of the log; the few kilobytes are worth it.
  keepNames: true,
  sourcemap: production ? false : 'linked',
  target: 'node20',
  logLevel: 'warning',
  charset: 'utf8',
  legalComments: 'none',
  plugins: watch ? [yaml, office, announce] : [yaml, office],
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };

// `worker` chooses the build of decode-named-character-reference that needs no document object; naming any
// condition drops esbuild's own `module`, so it is named too.
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'es2022', conditions: ['worker', 'module'] };

/** @type {(import('esbuild').BuildOptions & { entryPoints: string[]; outfile: string })[]} */
const bundles = [
  { ...node, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server.cjs' },
  {
    ...node,
    format: 'esm',
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    // CommonJS dependencies ask for Node's own modules with require, which an ES module does not have.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as nodeRequire } from 'node:module';\nconst require = nodeRequire(import.meta.url);",
    },
  },
  { ...node, entryPoints: ['server/src/exchange/office/main.ts'], outfile: 'dist/office.cjs' },
  { ...browser, format: 'iife', entryPoints: ['server/src/web/main.ts'], outfile: 'dist/server.worker.js' },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/client.web.js',
    external: ['vscode'],
  },
  // The page of the timeline; its style sheet becomes dist/timeline.css.
  { ...browser, format: 'iife', entryPoints: ['client/webview/timeline.ts'], outfile: 'dist/timeline.js' },
];

fs.mkdirSync('dist', { recursive: true });
// The command line is an ES module. The extension's manifest cannot say so for the whole package, because VS Code's
// web worker host loads no ES modules and goes by that field; this file says it for dist alone, and only Node reads it.
fs.writeFileSync('dist/package.json', '{ "type": "module" }\n');

let failed = false;
for (const bundle of bundles) {
  const [entry = ''] = bundle.entryPoints;
  if (!fs.existsSync(entry)) {
    console.error(`not built: ${bundle.outfile} (${entry} is missing)`);
    failed = true;
    continue;
  }
  const build = await context(bundle);
  if (watch) {
    await build.watch();
    continue;
  }
  await build.rebuild().catch(() => {
    failed = true; // esbuild has printed why
  });
  await build.dispose();
}
if (fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755);
if (failed) process.exitCode = 1;
