import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportAnswer, ImportNotice } from '../exchange/import/import.ts';
import { importFile, largestImport, tooLargeFile } from '../exchange/import/import-file.ts';
import { documentNames } from '../exchange/import/names.ts';
import { NodeFileSystem } from '../node/file-system.ts';
import { loadOffice } from '../node/office.ts';
import type { Label } from '../profiles/profile.ts';
import type { CommandContext } from './context.ts';
import { type Candidate, findFiles } from './find-files.ts';
import { importLedger } from './import-ledger.ts';
import { environmentLanguage, printable, status, UsageError } from './messages.ts';
import { readOptions, readOverrides } from './options.ts';
import { reasonOf } from './read-text.ts';
import { absolutePath } from './reading-run.ts';
import { writeNew } from './write-file.ts';

const options = {
  output: { type: 'string', short: 'o' },
  split: { type: 'boolean' },
  force: { type: 'boolean' },
  language: { type: 'string' },
} as const;

/** Files that a directory is walked for. */
const sources = /\.(?:docx|txt)$/i;

interface Importing {
  readonly context: CommandContext;
  readonly language: 'zh' | 'en';
  /** Where the documents are written; undefined for standard output. */
  readonly folder: string | undefined;
  readonly split: boolean;
  readonly force: boolean;
  /** Files that this run has written: no two sources go into one. */
  readonly written: Set<string>;
}

/**
 * `fangan import`: Word and text files as Markdown. A file that cannot be read is told in one sentence and leaves
 * nothing behind; the others are imported all the same. Existing files stay as they are, unless `--force` says
 * otherwise.
 */
export async function importFiles(args: readonly string[], context: CommandContext): Promise<number> {
  // A ledger goes back into the plan that it came from.
  if (args.some((arg) => arg === '--into' || arg.startsWith('--into='))) return importLedger(args, context);
  const { values, positionals } = readOptions(args, options);
  if (positionals.some((path) => /\.(?:xlsx|csv)$/i.test(path))) {
    throw new UsageError({
      zh: '台账要写回方案：fangan import 台账.xlsx --into 方案.md',
      en: 'A ledger goes into a plan: fangan import LEDGER.xlsx --into PLAN.md',
    });
  }
  if (positionals.length === 0) {
    throw new UsageError({ zh: 'import 需要文件或目录', en: 'import takes files or directories' });
  }
  const absolute = (path: string) => absolutePath(context, path);
  const { language = environmentLanguage(context.environment) ?? 'zh' } = readOverrides(values, absolute);
  const { files, failures } = await findFiles(positionals, new NodeFileSystem(), context.workingDirectory, sources);
  const wanted = files.filter(({ named, path }) => named || sources.test(path));
  if (values.output === undefined && (wanted.length > 1 || values.split)) {
    throw new UsageError({ zh: '导入多个文件或多份方案时要用 -o 目录', en: 'several files or plans need -o DIR' });
  }
  const run: Importing = {
    context,
    language,
    folder: values.output === undefined ? undefined : absolute(values.output),
    split: values.split === true,
    force: values.force === true,
    written: new Set(),
  };
  for (const { shown, message } of failures) tell(run, shown, message);
  let failed = failures.length > 0;
  if (wanted.length === 0 && !failed) {
    tell(run, positionals.join(' '), { zh: '没有 .docx 或 .txt 文件', en: 'no .docx or .txt file there' });
    failed = true;
  }
  for (const file of wanted) failed = !(await importOne(run, file)) || failed;
  return failed ? status.failed : status.clean;
}

/** @returns whether all of it was imported and written */
async function importOne(run: Importing, { path, shown }: Candidate): Promise<boolean> {
  const answer = await read(run, path);
  if ('fault' in answer) {
    tell(run, shown, answer.fault);
    return false;
  }
  for (const notice of answer.notices) tellNotice(run, shown, notice);
  if (run.folder === undefined) {
    for (const { text } of answer.documents) run.context.write(text);
    return true;
  }
  const names = documentNames(basename(path), answer.documents);
  let complete = true;
  for (const [at, { text }] of answer.documents.entries()) {
    complete = (await write(run, join(run.folder, names[at] ?? 'plan.md'), text)) && complete;
  }
  return complete;
}

async function read({ split }: Importing, path: string): Promise<ImportAnswer> {
  try {
    const { size } = await stat(path);
    if (size > largestImport) return { fault: tooLargeFile(size) };
    return await importFile(await readFile(path), loadOffice, { split });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { fault: reasonOf(error) };
    throw error;
  }
}

async function write(run: Importing, path: string, text: string): Promise<boolean> {
  const shown = path.startsWith(`${run.context.workingDirectory}/`)
    ? path.slice(run.context.workingDirectory.length + 1)
    : path;
  if (run.written.has(path)) {
    tell(run, shown, {
      zh: '两个文件导入后同名，后一个未写入',
      en: 'two files have this name; the second was not written',
    });
    return false;
  }
  try {
    if (run.folder !== undefined) await mkdir(run.folder, { recursive: true });
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
    tell(
      run,
      run.folder ?? '',
      isFile ? { zh: '是文件，不是目录；-o 要写目录', en: 'is a file; -o takes a folder' } : reasonOf(error),
    );
    return false;
  }
  const failure = await writeNew(path, text, run.force);
  if (failure) {
    tell(run, shown, failure);
    return false;
  }
  run.written.add(path);
  run.context.tell(run.language === 'zh' ? `已写入 ${shown}` : `Wrote ${shown}`);
  return true;
}

function tell({ context, language }: Importing, place: string, message: Label): void {
  context.tell(printable(language === 'zh' ? `${place}：${message.zh}` : `${place}: ${message.en}`));
}

/** What was left out is quoted, so that nothing goes unnoticed. */
function tellNotice(run: Importing, place: string, { message, removed }: ImportNotice): void {
  tell(run, place, message);
  for (const text of removed) run.context.tell(`  “${printable(text)}”`);
}
