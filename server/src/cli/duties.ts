import { TextDocument } from 'vscode-languageserver-textdocument';
import { type PlainDate, toChinese, toIso } from '../dates/civil.ts';
import { systemClock } from '../dates/today.ts';
import { NodeFileSystem } from '../node/file-system.ts';
import { counted } from '../text/counted.ts';
import { type Duties, type Duty, dutiesOf, type Grouping, groupings } from '../workspace/duties/duties.ts';
import { dutiesCsv, dutiesMarkdown } from '../workspace/duties/lists.ts';
import { dueText, groupName, partiesText, urgencyWords } from '../workspace/duties/words.ts';
import type { IndexedFile } from '../workspace/index/facts.ts';
import { readFacts } from '../workspace/index/read-facts.ts';
import { isTooLong } from '../workspace/limits.ts';
import { type Run, settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { type Candidate, findFiles } from './find-files.ts';
import { status, UsageError } from './messages.ts';
import { readOptions, settingOptions } from './options.ts';
import { readText } from './read-text.ts';
import { absolutePath, readingRun } from './reading-run.ts';

const formats = ['text', 'json', 'csv', 'markdown'] as const;

const options = {
  ...settingOptions,
  format: { type: 'string', short: 'f', default: 'text' },
  by: { type: 'string', default: 'person' },
  filter: { type: 'string' },
} as const;

/** `fangan duties`: who answers for what by when, over all plans. */
export async function duties(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const by = oneOf(groupings, values.by, '--by');
  const format = oneOf(formats, values.format, '--format');
  const run = readingRun(context, values);
  const here = await run.resolver.resolve(absolutePath(context, 'plan.md'));
  const today = here.asOf ?? systemClock();
  const found = await findFiles(
    positionals.length > 0 ? positionals : ['.'],
    new NodeFileSystem(),
    context.workingDirectory,
  );
  for (const { shown, message } of found.failures) run.failures.push({ place: shown, message });
  const read: IndexedFile[] = [];
  for (const [at, candidate] of found.files.entries()) {
    context.progress(`${at + 1}/${found.files.length}`);
    const file = await factsOf(run, candidate);
    if (file) read.push(file);
  }
  context.progress('');
  const all = dutiesOf(read, { by, today, ...(values.filter === undefined ? {} : { filter: values.filter }) });
  const style = { by, language: here.language, shown: (uri: string) => uri };
  if (format === 'json') context.write(json(all, by, today));
  else if (format === 'csv') context.write(dutiesCsv(all, style));
  else if (format === 'markdown') context.write(dutiesMarkdown(all, style));
  else context.write(text(all, by, today, here.language));
  tellFailures(run, here.language);
  return run.failures.length > 0 ? status.failed : status.clean;
}

function oneOf<T extends string>(known: readonly T[], asked: string, option: string): T {
  const found = known.find((one) => one === asked);
  if (found !== undefined) return found;
  const list = known.join('|');
  throw new UsageError({ zh: `${option} 只能是 ${list}`, en: `${option} must be one of ${list}` });
}

async function factsOf(run: Run, { shown, path, named }: Candidate): Promise<IndexedFile | undefined> {
  const settings = await settingsOf(run, path);
  const reading = await readText(path);
  if (!('text' in reading)) {
    if (named || reading.failure !== 'binary') run.failures.push({ place: shown, message: reading.message });
    return undefined;
  }
  if (isTooLong(reading.text)) return undefined;
  const { document, recognised } = run.checker.read(reading.text, settings);
  if (recognised.length === 0) return undefined;
  return { uri: shown, facts: readFacts(TextDocument.create(shown, '', 0, reading.text), document, recognised) };
}

/** The day that counts as today, then what presses, then group by group. */
function text({ overdue, soon, groups, count }: Duties, by: Grouping, today: PlainDate, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const head = zh
    ? `截至${toChinese(today)}，共 ${count} 项`
    : `As of ${toIso(today)}: ${counted(count, 'duty', 'duties')}`;
  const part = (name: string, duties: readonly Duty[]) =>
    duties.length === 0
      ? []
      : [
          `\n${name}${zh ? `（${duties.length} 项）` : ` (${duties.length})`}`,
          ...duties.map((duty) => line(duty, language)),
        ];
  const lines = [
    head,
    ...part(urgencyWords.overdue[language], overdue),
    ...part(urgencyWords.soon[language], soon),
    ...groups.flatMap(({ key, duties }) => part(groupName(key, by, language), duties)),
  ];
  return `${lines.join('\n')}\n`;
}

function line(duty: Duty, language: 'zh' | 'en'): string {
  const state = urgencyWords[duty.urgency][language];
  const due = dueText(duty, language);
  // Where no day is named, the state says no more than the time itself.
  const when = duty.urgency === 'open' ? due : `${due} ${state}`;
  const who = partiesText(duty, language);
  return `  ${when}  ${duty.title}${who ? `  ${who}` : ''}  ${duty.uri}:${duty.place[0] + 1}`;
}

function json({ groups, count }: Duties, by: Grouping, today: PlainDate): string {
  const printed = {
    version: 1,
    asOf: toIso(today),
    by,
    count,
    groups: groups.map(({ key, duties }) => ({
      key: key === '' ? null : key,
      duties: duties.map((duty) => ({
        path: duty.uri,
        plan: duty.plan,
        title: duty.title,
        stage: duty.stage === '' ? null : duty.stage,
        parties: duty.parties,
        due: duty.due === '' ? null : duty.due,
        when: duty.when,
        urgency: duty.urgency,
        line: duty.place[0],
        character: duty.place[1],
      })),
    })),
  };
  return `${JSON.stringify(printed, undefined, 2)}\n`;
}
