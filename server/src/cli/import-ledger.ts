import { readFile, stat } from 'node:fs/promises';
import { largestLedger, readLedgerFile, tooLargeLedger } from '../exchange/ledger/ledger-file.ts';
import type { LedgerChange } from '../exchange/ledger/merge.ts';
import { returnLedgers } from '../exchange/ledger/return.ts';
import type { ReturnedLedger } from '../exchange/ledger/sheet.ts';
import { loadOffice } from '../node/office.ts';
import type { Label } from '../profiles/profile.ts';
import { applyEdits } from '../rules/fixes.ts';
import type { Language } from '../rules/messages.ts';
import { counted } from '../text/counted.ts';
import { settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { printable, status, UsageError } from './messages.ts';
import { checkProfile, readOptions, settingOptions } from './options.ts';
import { readOne } from './read-one.ts';
import { reasonOf } from './read-text.ts';
import { absolutePath, readingRun } from './reading-run.ts';
import { keepLineEnds, replaceText } from './write-text.ts';

const options = {
  ...settingOptions,
  into: { type: 'string' },
  prefer: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/**
 * `fangan import LEDGER --into PLAN`: what was filled in in a ledger returns into the tables of the plan
 * that it was exported from. A cell that was changed on both sides stays as the plan has it and is told,
 * unless `--prefer` says whose words count.
 */
export async function importLedger(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const [ledger] = positionals;
  const { into, prefer } = values;
  if (ledger === undefined || positionals.length > 1 || into === undefined) {
    throw new UsageError({ zh: '--into 需要一个台账和一个方案', en: '--into takes one ledger and one plan' });
  }
  if (prefer !== undefined && prefer !== 'plan' && prefer !== 'ledger') {
    throw new UsageError({ zh: '--prefer 只能是 plan 或 ledger', en: '--prefer must be plan or ledger' });
  }
  const run = readingRun(context, values);
  const settings = await settingsOf(run, absolutePath(context, into));
  checkProfile(values.profile, settings.profiles);
  const { language } = settings;
  const tell = (place: string, message: Label) =>
    context.tell(language === 'zh' ? `${place}：${message.zh}` : `${place}: ${message.en}`);
  const returned = await readReturned(absolutePath(context, ledger));
  if ('fault' in returned) {
    tell(ledger, returned.fault);
    return status.failed;
  }
  const read = await readOne(run, into, settings, 'import');
  tellFailures(run, language);
  if (!read) return status.failed;
  const back = returnLedgers(read.document, read.document.plans, returned);
  if ('fault' in back) {
    tell(ledger, back.fault);
    return status.failed;
  }
  for (const notice of back.notices) tell(ledger, notice);
  const conflicts = back.changes.filter(({ kind }) => kind === 'conflict');
  const taken = prefer === 'ledger' ? back.changes : back.changes.filter(({ kind }) => kind !== 'conflict');
  const open = prefer === undefined ? conflicts : [];
  context.write(report(taken, open, language, back.notices.length > 0));
  if (taken.length > 0 && values['dry-run'] !== true) {
    const text = keepLineEnds(read.text, applyEdits(read.text, back.edits(taken)));
    try {
      await replaceText(absolutePath(context, into), text, read.byteOrderMark);
    } catch (error) {
      const { zh, en } = reasonOf(error);
      tell(into, { zh: `无法写入：${zh}`, en: `cannot be written: it ${en}` });
      return status.failed;
    }
    context.tell(language === 'zh' ? `已更新 ${into}` : `Updated ${into}`);
  }
  return open.length > 0 ? status.problems : status.clean;
}

async function readReturned(path: string): Promise<readonly ReturnedLedger[] | { readonly fault: Label }> {
  try {
    const { size } = await stat(path);
    if (size > largestLedger) return { fault: tooLargeLedger(size) };
    return await readLedgerFile(new Uint8Array(await readFile(path)), loadOffice);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { fault: reasonOf(error) };
  }
}

/** What is taken, a line each, and the conflicts with both sides below one another. */
function report(
  taken: readonly LedgerChange[],
  conflicts: readonly LedgerChange[],
  language: Language,
  told: boolean,
): string {
  const zh = language === 'zh';
  const lines: string[] = [];
  if (taken.length === 0 && conflicts.length === 0)
    return zh
      ? `${told ? '除上述说明的以外，' : ''}台账与方案一致，没有需要更新的内容\n`
      : `Nothing to update${told ? ' but for what is said above' : ''}\n`;
  if (taken.length > 0) lines.push(zh ? `更新 ${taken.length} 处：` : `${counted(taken.length, 'change')}:`);
  for (const change of taken) lines.push(`  ${changeLine(change, language)}`);
  if (conflicts.length > 0) {
    lines.push(
      zh
        ? `冲突 ${conflicts.length} 处（方案和台账都改过，方案未动；要采用台账请加 --prefer ledger）：`
        : `${counted(conflicts.length, 'conflict')}, changed in both; the plan was left alone (--prefer ledger takes the ledger):`,
    );
  }
  for (const conflict of conflicts) {
    if (conflict.kind !== 'conflict') continue;
    lines.push(`  ${place(conflict.name[language], conflict.header)}`);
    if (conflict.base !== undefined) lines.push(`    ${zh ? '导出时' : 'exported'}  ${shown(conflict.base, zh)}`);
    lines.push(`    ${zh ? '方案中' : 'plan    '}  ${shown(conflict.from, zh)}`);
    lines.push(`    ${zh ? '台账中' : 'ledger  '}  ${shown(conflict.to, zh)}`);
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function changeLine(change: LedgerChange, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  if (change.kind !== 'row') {
    return `${place(change.name[language], change.header)}  ${shown(change.from, zh)} → ${shown(change.to, zh)}`;
  }
  return `${change.name[language]}  ${[...change.cells.values()].map((text) => shown(text, zh)).join('｜')}`;
}

const place = (name: string, header: string) => `${name}　${header}`;

function shown(text: string, zh: boolean): string {
  return text === '' ? (zh ? '（空）' : '(empty)') : text.replace(/\n/g, '⏎');
}
