// @ts-check
// node scripts/check-floors.mjs
// Holds the house of ARCHITECTURE.md together: an import points to the same folder or to a lower floor, imports never
// run in a circle, and Node and VS Code are reached only from the folders that may know them.
import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

/** The floors of server/src, lowest first. Folders on one floor do not know each other. */
export const floors = [
  ['text', 'protocol.ts'],
  ['dates', 'numbering'],
  ['markdown'],
  ['plan'],
  ['profiles'],
  ['rules'],
  ['workspace'],
  ['features', 'exchange'],
  ['answers'],
  ['server.ts', 'node', 'web'],
  // Reads files as the server under Node does, and starts that server.
  ['cli'],
];

/** The only folders that may use Node's own modules. Everything else also runs in a browser worker. */
const nodeFolders = ['server/src/node/', 'server/src/cli/'];

/** What belongs to a file that names no package of ours: declarations that every floor may see. */
const ambient = /\.d\.ts$/;

const fromClause = /^(?:import|export)\b[^;'"]*\bfrom\s+['"]([^'"\n]+)['"]/gm;
const bareImport = /^import\s+['"]([^'"\n]+)['"]/gm;
const dynamicImport = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/**
 * @param {string} text TypeScript source as the formatter leaves it: an import begins its line
 * @returns {string[]} what it imports, types included
 */
export function importsOf(text) {
  return [fromClause, bareImport, dynamicImport].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/**
 * @param {string} file path from the repository, with `/`
 * @returns {number} index of its floor, or -1
 */
function floorOf(file) {
  const [first = ''] = file.slice('server/src/'.length).split('/');
  return floors.findIndex((names) => names.includes(first));
}

/** @param {string} file */
const folderOf = (file) => file.slice('server/src/'.length).split('/')[0];

/**
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined} what is wrong with an import of one of our files
 */
function wrongDirection(from, to) {
  if (from.startsWith('client/')) {
    return to.startsWith('client/') || to === 'server/src/protocol.ts'
      ? undefined
      : 'the client knows nothing of the server but server/src/protocol.ts';
  }
  if (!to.startsWith('server/src/')) return 'the server imports nothing from outside server/src';
  const [source, target] = [floorOf(from), floorOf(to)];
  if (source < 0) return `${folderOf(from)} stands on no floor`;
  if (target < 0) return `${folderOf(to)} stands on no floor`;
  if (target < source || folderOf(from) === folderOf(to)) return undefined;
  // The two entry points hand over to server.ts; it knows neither of them.
  if (to === 'server/src/server.ts') return undefined;
  return target === source ? 'the two folders stand side by side' : 'the import points to a higher floor';
}

/**
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined} what is wrong with the import of a package or of a built-in module
 */
function wrongPackage(from, name) {
  if (name === 'vscode' || name.startsWith('vscode-languageclient')) {
    return from.startsWith('client/') ? undefined : 'only the client knows VS Code';
  }
  const reachesNode = isBuiltin(name) || name === 'vscode-languageserver/node';
  if (reachesNode && !nodeFolders.some((folder) => from.startsWith(folder))) return 'Node is not available here';
  const speaksProtocol = /^vscode-(?:languageserver|jsonrpc)(?!-textdocument)/.test(name);
  if (
    speaksProtocol &&
    from.startsWith('server/src/') &&
    floorOf(from) < floors.findIndex((f) => f.includes('features'))
  )
    return 'only features and what is above them speak the Language Server Protocol';
  return undefined;
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} one circle for each file that closes one, as a path back to itself
 */
function circles(graph) {
  /** @type {string[][]} */
  const found = [];
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map();
  /** @type {string[]} */
  const trail = [];
  /** @param {string} file */
  const visit = (file) => {
    seen.set(file, 'open');
    trail.push(file);
    for (const next of graph.get(file) ?? []) {
      if (seen.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!seen.has(next)) visit(next);
    }
    trail.pop();
    seen.set(file, 'done');
  };
  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return found;
}

/**
 * @param {ReadonlyMap<string, string>} sources text of every source file by its path from the repository, with `/`
 * @returns {string[]} one sentence for each thing that is wrong; empty where all is well
 */
export function checkFloors(sources) {
  /** @type {string[]} */
  const wrong = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const [file, text] of sources) {
    /** @type {string[]} */
    const own = [];
    for (const name of importsOf(text)) {
      const isOwn = name.startsWith('.');
      const to = isOwn ? path.posix.join(path.posix.dirname(file), name) : name;
      const reason = isOwn ? wrongDirection(file, to) : wrongPackage(file, name);
      if (reason) wrong.push(`${file} imports ${to}: ${reason}`);
      if (isOwn && sources.has(to)) own.push(to);
    }
    graph.set(file, own);
  }
  for (const circle of circles(graph)) wrong.push(`imports run in a circle: ${circle.join(' → ')}`);
  return wrong;
}

/** @param {string} root */
function readSources(root) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const top of ['client/src', 'client/webview', 'server/src']) {
    for (const name of fs.readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })) {
      const file = path.posix.join(top, name.split(path.sep).join('/'));
      if (file.endsWith('.ts') && !ambient.test(file))
        sources.set(file, fs.readFileSync(path.join(root, file), 'utf8'));
    }
  }
  return sources;
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const sources = readSources(path.resolve(import.meta.dirname, '..'));
  const wrong = checkFloors(sources);
  for (const sentence of wrong) console.error(sentence);
  console.log(`${sources.size} files, ${wrong.length} wrong imports`);
  if (wrong.length > 0) process.exitCode = 1;
}
