import type { FileRename, WorkspaceEdit } from 'vscode-languageserver';
import type { Edit } from '../rules/rule.ts';
import { type FileLink, fileLinks, pathOf } from '../workspace/index/links.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { directoryOf, isPlanFile, placeKey, relativePath, resolvePath } from '../workspace/paths.ts';
import { asWritten, pathsMeant } from '../workspace/superior-paths.ts';
import type { Client } from './client.ts';
import { mergedEdits, workspaceEdit } from './workspace-edits.ts';

/** The files of the workspace as they are before, by their keys (`placeKey`). */
export type KnownFiles = ReadonlySet<string>;

/** Whether a file has links that lead elsewhere after the files, or the folders around them, have other names. */
export function isTouched(
  uri: string,
  links: readonly Pick<FileLink, 'target' | 'kind'>[],
  files: readonly FileRename[],
  known: KnownFiles,
): boolean {
  return links.some((link) => newTarget(uri, link, files, known) !== undefined);
}

/**
 * The links of files written anew, so that they lead where they led before: links to what gets another
 * name or place, and links out of what moves. The files still have their old names when the client
 * makes these changes.
 */
export function renamedFiles(
  plans: readonly OpenPlan[],
  files: readonly FileRename[],
  known: KnownFiles,
  client: Client,
): WorkspaceEdit | null {
  const edits = plans.flatMap((open) => {
    const own = fileLinks(open.reading).flatMap((link): readonly Edit[] => {
      const target = newTarget(open.uri, link, files, known);
      return target === undefined ? [] : [{ range: link.range, text: written(target, link) }];
    });
    return own.length > 0 ? [workspaceEdit(open, own, client)] : [];
  });
  return edits.length > 0 ? mergedEdits(edits) : null;
}

/** The path that the link has to have, unencoded; undefined where it stays. */
function newTarget(
  uri: string,
  { target, kind }: Pick<FileLink, 'target' | 'kind'>,
  files: readonly FileRename[],
  known: KnownFiles,
): string | undefined {
  const directory = directoryOf(uri);
  if (directory === undefined) return undefined;
  const path = kind === 'superior' ? fileMeant(uri, target, known) : pathOf(target);
  if (path === undefined || path === '') return undefined;
  const before = resolvePath(directory, path);
  const after = moved(before, files);
  const newDirectory = directoryOf(moved(uri, files) ?? uri);
  if (newDirectory === undefined || (after === undefined && placeKey(newDirectory) === placeKey(directory)))
    return undefined;
  const relative = relativePath(newDirectory, after ?? before);
  if (relative === undefined || relative === relativePath(directory, before)) return undefined;
  // Without quotation marks YAML would read something else.
  if (kind === 'superior' && /[:#]|^[[{&*!|>'"%@`-]/.test(relative)) return undefined;
  const dotted = /^\.[/\\]/.test(path) && !relative.startsWith('../') ? `./${relative}` : relative;
  return kind === 'superior' ? asWritten(dotted, path, target) : dotted;
}

/** The path that `superior:` means; undefined for a title, which may be written like a file without its ending. */
function fileMeant(uri: string, words: string, known: KnownFiles): string | undefined {
  if (isPlanFile(words)) return words;
  const directory = directoryOf(uri) ?? '';
  return pathsMeant(words).find((path) => {
    const key = placeKey(resolvePath(directory, path));
    return key !== placeKey(uri) && known.has(key);
  });
}

/** Where a file is after the renaming; undefined where it stays. */
function moved(uri: string, files: readonly FileRename[]): string | undefined {
  const key = placeKey(uri);
  for (const { oldUri, newUri } of files) {
    const old = placeKey(oldUri).replace(/\/$/, '');
    if (key === old) return newUri;
    if (key.startsWith(`${old}/`)) return `${placeKey(newUri).replace(/\/$/, '')}${key.slice(old.length)}`;
  }
  return undefined;
}

/** A path in the manner of the old one: percent signs where that had some, and what leads into the file behind it. */
function written(path: string, { target, kind, bracketed }: FileLink): string {
  if (kind === 'superior') return path;
  const rest = /[?#].*$/s.exec(target)?.[0] ?? '';
  const isEncoded = /%[0-9A-Fa-f]{2}/.test(target.slice(0, target.length - rest.length));
  const encoded = isEncoded ? path.split('/').map(encodeURIComponent).join('/') : path;
  if (bracketed) return encoded + rest;
  // A bare target ends at a blank, and its brackets have to be in pairs.
  const signs = isEncoded ? /[()]/g : /[\s()%?#]/g;
  return encoded.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`) + rest;
}
