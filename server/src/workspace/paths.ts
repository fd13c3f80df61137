/** `/`, `C:/`, `file:///`, `vscode-vfs://github/` */
const root = /^(?:[a-z][a-z0-9+.-]+:\/\/[^/]*|[A-Za-z]:)?\//;

/** The directory that holds a path or URI; undefined at the root and for a bare name. */
export function directoryOf(path: string): string | undefined {
  const base = root.exec(path)?.[0] ?? '';
  const rest = path.slice(base.length).replace(/\/$/, '');
  if (rest === '') return undefined;
  const cut = rest.lastIndexOf('/');
  return cut >= 0 ? base + rest.slice(0, cut) : base === '' ? undefined : base;
}

/** A name inside a directory. */
export function joinPath(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * A path as seen from a directory, for matching globs. Percent-encoding of URIs is undone.
 * @returns undefined when the path does not lie in the directory
 */
export function relativeTo(directory: string, path: string): string | undefined {
  const prefix = directory.endsWith('/') ? directory : `${directory}/`;
  if (!path.startsWith(prefix)) return undefined;
  const relative = path.slice(prefix.length);
  if (!/^[a-z][a-z0-9+.-]+:\//i.test(path)) return relative;
  try {
    return decodeURIComponent(relative);
  } catch {
    // A lone % is part of the name.
    return relative;
  }
}

const uri = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * A path as people write it (`../上级方案.md`), seen from a directory. In a URI its parts are encoded.
 * A path that is absolute by itself stays as it is.
 */
export function resolvePath(directory: string, relative: string): string {
  if (root.test(relative)) return relative;
  let base = directory;
  for (const part of relative.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part === '..') base = directoryOf(base) ?? base;
    else base = joinPath(base, uri.test(directory) ? encodeURIComponent(part) : part);
  }
  return base;
}

/** The same text for every way in which a path or URI of one file is written: editors encode URIs as they like. */
export function placeKey(path: string): string {
  if (!uri.test(path)) return path;
  try {
    return decodeURIComponent(path).replace(
      /^(file:\/\/\/)([A-Z]):/,
      (_, head: string, drive: string) => `${head}${drive.toLowerCase()}:`,
    );
  } catch {
    // A lone % is part of the name.
    return path;
  }
}

/** True for the endings of files that may hold plans. */
export function isPlanFile(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path);
}

/**
 * The way from a directory to a file, with `/` and without percent signs: `../县级/方案.md`.
 * @returns undefined where there is none: on another drive, another host, in another scheme
 */
export function relativePath(directory: string, file: string): string | undefined {
  const [from, to] = [placeKey(directory), placeKey(file)];
  if (root.exec(from)?.[0] !== root.exec(to)?.[0]) return undefined;
  const parts = from.replace(/\/$/, '').split('/');
  const target = to.split('/');
  let shared = 0;
  while (shared < parts.length && shared < target.length - 1 && parts[shared] === target[shared]) shared++;
  return [...Array(parts.length - shared).fill('..'), ...target.slice(shared)].join('/');
}
