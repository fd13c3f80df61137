import { NodeFileSystem } from '../node/file-system.ts';
import { isTooLong } from '../workspace/limits.ts';
import type { Resolution } from '../workspace/settings.ts';
import type { Run } from './check-file.ts';
import { findFiles } from './find-files.ts';
import type { Judged } from './plan-checker.ts';
import { readText } from './read-text.ts';

/** A file that was read, plans or not. */
export interface ReadFile extends Pick<Judged, 'document' | 'recognised'> {
  /** As the user knows it. */
  readonly shown: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
}

/**
 * Reads the one file that a command is about.
 * @param command its name, for the message when several are meant
 * @returns undefined when it cannot be read; why is among the failures then
 */
export async function readOne(
  run: Run,
  asked: string,
  settings: Resolution,
  command: string,
): Promise<ReadFile | undefined> {
  const { files, failures } = await findFiles([asked], new NodeFileSystem(), run.context.workingDirectory);
  for (const { shown, message } of failures) run.failures.push({ place: shown, message });
  const [file] = files;
  if (!file) return undefined;
  if (!file.named) {
    run.failures.push({
      place: asked,
      message: { zh: `${command} 只读一个文件`, en: `${command} reads one file only` },
    });
    return undefined;
  }
  const reading = await readText(file.path);
  if (!('text' in reading)) {
    run.failures.push({ place: file.shown, message: reading.message });
    return undefined;
  }
  if (isTooLong(reading.text)) {
    run.failures.push({ place: file.shown, message: { zh: '文件过大，未读取', en: 'is too large' } });
    return undefined;
  }
  const { text, byteOrderMark } = reading;
  return { shown: file.shown, text, byteOrderMark, ...run.checker.read(text, settings) };
}
