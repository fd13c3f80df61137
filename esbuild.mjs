// @ts-check
// node esbuild.mjs [--production] [--watch]
// Bundles everything that runs outside this checkout into dist/: the extension needs no node_modules.
import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { context, transform } from 'esbuild';
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

/**
 * What the libraries of Word and Excel files carry along and never use here: exceljs streams through archives of its
 * own and reads CSV, we read and write whole workbooks. Six copies of what Node has itself as `stream` go as well.
 */
const spare = {
  name: 'spare',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^readable-stream$/ }, () => ({ path: 'node:stream', external: true }));
    build.onLoad({ filter: /[\\/]exceljs[\\/]lib[\\/](?:stream[\\/]xlsx[\\/]workbook-\w+|csv[\\/]csv)\.js$/ }, () => ({
      contents: 'module.exports = class {};',
    }));
  },
};

/**
 * The libraries of the language server have a part for Node and one for a browser, each under a condition of that name. To set either
 * condition would choose between the halves of other libraries as well, so the two parts are named here.
 */
const ends = {
  name: 'ends',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^vscode-[a-z-]+\/(?:node|browser)$/ }, ({ path: name, resolveDir }) => {
      const [library = '', end = ''] = name.split('/');
      const common = createRequire(path.join(resolveDir, 'x')).resolve(library);
      return { path: path.join(path.dirname(common), '..', end, 'main.js') };
    });
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
  minifyWhitespace: production,
  minifySyntax: production,
  // Names stay as they are in the server, for the stack traces of the log; esbuild's keepNames would cost time at every closure.
  sourcemap: production ? false : 'linked',
  target: 'node20',
  logLevel: 'warning',
  charset: 'utf8',
  legalComments: 'none',
  plugins: watch ? [yaml, announce] : [yaml],
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', mainFields: ['module', 'main'] };

// `worker` chooses the build of decode-named-character-reference that needs no document object; naming any
// condition drops esbuild's own `module`, so it is named too.
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'es2022', conditions: ['worker', 'module'] };

// Names are cut where the log hardly needs them: in the clients, which are thin and mostly a library, and in the server for
// a browser, whose twin for the desktop keeps them.
/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    format: 'cjs',
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    minifyIdentifiers: production,
  },
  // The server for Node and for a browser, the command line and the part for Word and Excel share readers, rules and
  // profiles: what several of them need is in chunks beside them, once. So the chunks are for no platform of their own:
  // where a library has halves, the one that needs neither Node nor a page is taken.
  {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker', 'module'],
    external: builtinModules.flatMap((name) => [name, `node:${name}`]),
    plugins: [...(common.plugins ?? []), spare, ends],
    format: 'esm',
    splitting: true,
    entryPoints: {
      server: 'server/src/node/main.ts',
      'server.web': 'server/src/web/main.ts',
      cli: 'server/src/cli/main.ts',
      office: 'server/src/exchange/office/main.ts',
    },
    outdir: 'dist',
    chunkNames: 'chunk-[hash]',
  },
  { ...browser, format: 'iife', entryPoints: ['client/src/server.worker.ts'], outfile: 'dist/server.worker.js' },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/client.web.js',
    external: ['vscode'],
    minifyIdentifiers: production,
  },
  // The page of the timeline; its style sheet becomes dist/timeline.css.
  { ...browser, format: 'iife', entryPoints: ['client/webview/timeline.ts'], outfile: 'dist/timeline.js' },
];

fs.mkdirSync('dist', { recursive: true });
/** What is written as it stands. @type {Readonly<Record<string, string>>} */
const written = {
  // What is built for Node are ES modules. The extension's manifest cannot say so for the whole package, because VS
  // Code's web worker host loads no ES modules and goes by that field; this file says it for dist alone, and only Node
  // reads it.
  'dist/package.json': '{ "type": "module" }\n',
  // The path under which editors start the server: a client's `fork` and every `node dist/server.cjs --stdio` stay as
  // they are.
  'dist/server.cjs': "import('./server.js');\n",
};
for (const [file, text] of Object.entries(written)) fs.writeFileSync(file, text);

let failed = false;
const built = new Set(Object.keys(written));
for (const bundle of bundles) {
  const build = await context({ ...bundle, metafile: true });
  if (watch) {
    await build.watch();
    continue;
  }
  try {
    const { metafile } = await build.rebuild();
    for (const file of Object.keys(metafile?.outputs ?? {})) built.add(file);
  } catch {
    failed = true; // esbuild has printed why
  }
  await build.dispose();
}
// The largest of what Node loads holds readers and rules, whose names a log should tell; the rest is libraries and
// what answers requests, and is cut short: the package has little room.
if (production && !failed) {
  const parts = [...built].filter((file) => /^dist\/(?:server(?:\.web)?|cli|office|chunk-.*)\.js$/.test(file));
  /** @param {string} file */
  const sizeOf = (file) => fs.statSync(file).size;
  for (const file of parts.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(1)) {
    const { code } = await transform(fs.readFileSync(file, 'utf8'), {
      minify: true,
      format: 'esm',
      target: 'node20',
      charset: 'utf8',
    });
    fs.writeFileSync(file, code);
  }
}
if (fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755);
if (failed) process.exitCode = 1;
else if (!watch) {
  // The name of a chunk changes with its content: those of earlier builds would stay beside the new ones.
  for (const name of fs.readdirSync('dist')) if (!built.has(`dist/${name}`)) fs.rmSync(`dist/${name}`);
}
