/** The directory that holds a path or URI; undefined at the root. */
export function directoryOf(path: string): string | undefined {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  const cut = trimmed.lastIndexOf('/');
  if (cut < 0) return undefined;
  const directory = trimmed.slice(0, cut);
  // file:/// and / themselves
  if (directory === '' || directory.endsWith(':/') || directory.endsWith(':'))
    return trimmed === '' ? undefined : `${directory}/`;
  return /^[a-z][a-z0-9+.-]*:\/\/?[^/]*$/i.test(trimmed) ? undefined : directory;
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
