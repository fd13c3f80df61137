import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a text in the place of a file: all of it or nothing. It goes into a new file beside the old
 * one, which then takes its name; links and permissions stay as they are.
 * @throws what the file system throws; the old file is untouched then
 */
export async function replaceText(path: string, text: string, byteOrderMark: boolean): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  // Not made of the file's own name, which may be as long as names can be.
  const draft = join(dirname(target), `.fangan-${process.pid}-${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(byteOrderMark ? `\ufeff${text}` : text, 'utf8');
      // The umask may have taken bits away from the mode that the file is to keep.
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Gives inserted line ends the kind that the old text has, when it has one kind only.
 * @param before the text that was read
 * @param after the text that is to be written
 */
export function keepLineEnds(before: string, after: string): string {
  const crlf = before.split('\r\n').length - 1;
  const lf = before.split('\n').length - 1 - crlf;
  return crlf > 0 && lf === 0 ? after.replace(/\r?\n/g, '\r\n') : after;
}
