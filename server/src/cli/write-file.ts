import { randomUUID } from 'node:crypto';
import { link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Label } from '../profiles/profile.ts';
import { reasonOf } from './read-text.ts';

type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file that is not there yet: all of it or nothing. It goes into a draft beside its place, which then takes
 * its name.
 * @param content as a whole, or in pieces that follow one another
 * @param replace also a file that is there: its permissions stay, and a link to it stays a link
 * @returns why it was not written, whatever was there being as it was; undefined when it was
 */
export async function writeNew(path: string, content: Content, replace: boolean): Promise<Label | undefined> {
  try {
    const there = await targetOf(path);
    if (there?.isDirectory) return isFolder;
    if (there && !replace) return exists;
    const target = there?.path ?? path;
    // Not made of the file's own name, which may be as long as names can be.
    const draft = join(dirname(target), `.fangan-${process.pid}-${randomUUID().slice(0, 8)}.tmp`);
    try {
      await writeDraft(draft, content, there?.mode);
      // What may be replaced may be so where somebody wrote it only meanwhile, too.
      if (replace) await rename(draft, target);
      else await takeName(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
    return undefined;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return exists;
    if (codeOf(error) === 'ENOENT')
      return { zh: '无法写入：所在目录不存在', en: 'cannot be written: no such directory' };
    if (codeOf(error) === '') throw error;
    const { zh, en } = reasonOf(error);
    return { zh: `无法写入：${zh}`, en: `cannot be written: it ${en}` };
  }
}

const exists: Label = {
  zh: '文件已存在，未改动；要覆盖请加 --force',
  en: 'exists and was left alone; --force replaces it',
};

const isFolder: Label = {
  zh: '是文件夹，不是文件；请写明文件名',
  en: 'is a folder, not a file; give the name of a file in it',
};

async function targetOf(path: string) {
  try {
    const target = await realpath(path);
    const found = await stat(target);
    return { path: target, mode: found.mode & 0o7777, isDirectory: found.isDirectory() };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDraft(draft: string, content: Content, mode: number | undefined): Promise<void> {
  const file = await open(draft, 'wx', mode);
  try {
    // Each write goes on where the last one ended.
    for (const piece of piecesOf(content)) await file.writeFile(piece);
    // The umask may have taken bits away from the mode that the file is to keep.
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

function piecesOf(content: Content): Iterable<string | Uint8Array> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** Gives the draft a name that nobody has: a link fails where somebody took it meanwhile, renaming would not. */
async function takeName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    // Some file systems know no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'].includes(codeOf(error))) throw error;
    await rename(draft, target);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
