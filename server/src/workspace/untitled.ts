import { joinPath } from './paths.ts';

const scheme = /^untitled:/i;

/**
 * Where a text that was never saved stands as far as configurations are concerned: at the path that the editor has
 * in mind for it, else at the top of the only folder. In several folders nobody knows.
 * @returns the URI itself for everything else
 */
export function placeOf(uri: string, folders: readonly string[]): string {
  if (!scheme.test(uri)) return uri;
  const path = uri.replace(scheme, '');
  // untitled:/plans/a.md is to become file:///plans/a.md.
  const owner = folders.find((folder) => path.startsWith(`${pathOf(folder)}/`));
  if (owner !== undefined) return owner.slice(0, owner.length - pathOf(owner).length) + path;
  const [only, another] = folders;
  return only === undefined || another !== undefined || path.startsWith('/')
    ? uri
    : joinPath(only, encodeURIComponent(path));
}

const pathOf = (folder: string) => folder.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/\/$/, '');
