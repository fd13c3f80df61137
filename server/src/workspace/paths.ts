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
