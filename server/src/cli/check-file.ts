import { Positions } from '../text/positions.ts';
import { isTooLong } from '../workspace/limits.ts';
import type { ConfigurationFault, Resolution, SettingsResolver } from '../workspace/settings.ts';
import {
  type SuperiorLibrary,
  type SuperiorWishes,
  searchPlace,
  type UnfinishedSearch,
  wishesOf,
} from '../workspace/superior-plans.ts';
import type { CommandContext } from './context.ts';
import type { Candidate } from './find-files.ts';
import type { Judged, PlanChecker } from './plan-checker.ts';
import { reasonOf, type TextReading } from './read-text.ts';
import { type Failure, type FileReport, humanOffset } from './report.ts';
import { reported } from './reported.ts';
import { keepLineEnds, replaceText } from './write-text.ts';

/** What one run of a command goes by, and what went wrong in it so far. */
export interface Run {
  readonly context: CommandContext;
  readonly checker: PlanChecker;
  readonly resolver: SettingsResolver;
  readonly superiors: SuperiorLibrary;
  /** `dry` shows what fixes would change, `text` gives back the mended text, `write` puts it into the file. */
  readonly fix: 'no' | 'dry' | 'text' | 'write';
  readonly level: 'safe' | 'suggested';
  readonly failures: Failure[];
  /** Faults of configurations that were told already. */
  readonly told: Set<ConfigurationFault>;
}

/** What the check of a file goes by. */
export interface Checking extends Pick<Run, 'checker' | 'resolver' | 'superiors' | 'fix' | 'level'> {
  readonly workingDirectory: string;
}

/** What came of one file: plain data. */
export interface Checked {
  /** Absent for a file that was passed over, or could not be read, which then is among the failures. */
  readonly report?: FileReport;
  /** The text after the fixes; absent when there is no report. */
  readonly text?: string;
  /** Fixes that were written into the file. */
  readonly fixes: number;
  readonly failures: readonly Failure[];
  /** A superior plan that was not found because there are too many files around. */
  readonly unfinished?: UnfinishedSearch;
  /** What the result depends on beside the settings; absent for a text that was not read to its end. */
  readonly sources?: Sources;
}

export interface Sources {
  /** The text that was checked. */
  readonly text: string;
  readonly wishes: SuperiorWishes;
  /** The files with the superior plans that were found. */
  readonly superiors: readonly { readonly path: string; readonly text: string }[];
}

/** Checks one file and, where asked, fixes it. */
export async function checkFile(
  checking: Checking,
  { shown, path, named }: Candidate,
  read: () => TextReading | Promise<TextReading>,
): Promise<Checked> {
  const settings = await checking.resolver.resolve(path);
  if (!named && settings.recognition.configured === 'none') return nothing();
  const reading = await read();
  if (!('text' in reading)) {
    // Pictures and archives that happen to be called .txt are none of our business.
    return named || reading.failure !== 'binary' ? failed({ place: shown, message: reading.message }) : nothing();
  }
  if (isTooLong(reading.text)) return tooLong(checking, { shown, named }, reading.text, settings);
  const { checker, workingDirectory } = checking;
  const own = checker.read(reading.text, settings);
  const wishes = own.recognised.length > 0 ? wishesOf(own.document) : noWishes;
  const superiors =
    own.recognised.length > 0
      ? await checking.superiors.of(path, wishes, searchPlace(path, settings.configuration))
      : undefined;
  const sources: Sources = {
    text: reading.text,
    wishes,
    superiors: [...new Set((superiors?.links ?? []).flatMap(({ superior }) => superior.file ?? []))],
  };
  const judged = checker.check(reading.text, settings, superiors, own);
  if (judged.recognised.length === 0 && judged.problems.length === 0 && !named) return { ...nothing(), sources };
  const report = (text: string, { document, recognised, problems }: Judged): FileReport => ({
    path: shown,
    profile: recognised[0]?.profile.id ?? null,
    problems: problems.length > 0 ? reported(problems, new Positions(text), document, workingDirectory) : [],
    language: settings.language,
  });
  const unfixed = { report: report(reading.text, judged), text: reading.text, fixes: 0, failures: [], sources };
  if (checking.fix === 'no') return unfixed;
  const result = checker.fix(reading.text, settings, checking.level, superiors);
  const text = keepLineEnds(reading.text, result.text);
  const changed = text !== reading.text;
  const writes = changed && checking.fix === 'write' && path !== '';
  if (writes) {
    const refused = await refusal(path, text, reading.byteOrderMark);
    if (refused) return { ...unfixed, failures: [{ place: shown, message: refused }] };
  }
  const after = changed ? checker.check(text, settings, superiors) : judged;
  const change = changed && checking.fix === 'dry' ? { change: { before: reading.text, after: text } } : {};
  return {
    report: { ...report(text, after), ...change },
    text,
    fixes: changed && checking.fix === 'write' ? result.fixes : 0,
    failures: [],
    sources,
  };
}

const noWishes: SuperiorWishes = { declared: [], cited: [] };
const nothing = (): Checked => ({ fixes: 0, failures: [] });
const failed = (failure: Failure): Checked => ({ fixes: 0, failures: [failure] });

/** Writes the text into the file. @returns why that could not be done */
async function refusal(path: string, text: string, byteOrderMark: boolean): Promise<Failure['message'] | undefined> {
  try {
    await replaceText(path, text, byteOrderMark);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function tooLong(
  { checker }: Checking,
  { shown, named }: Pick<Candidate, 'shown' | 'named'>,
  text: string,
  settings: Resolution,
): Checked {
  const message = checker.tooLong(text, settings);
  if (message) return failed({ place: shown, message });
  if (!named) return nothing();
  return {
    report: { path: shown, profile: null, problems: [], language: settings.language },
    text,
    fixes: 0,
    failures: [],
  };
}

/** How a file is checked; what is wrong in its configuration is told once. */
export async function settingsOf(
  run: Pick<Run, 'context' | 'resolver' | 'failures' | 'told'>,
  path: string,
): Promise<Resolution> {
  const settings = await run.resolver.resolve(path);
  for (const fault of settings.faults) {
    if (run.told.has(fault)) continue;
    run.told.add(fault);
    const shown = fault.path.startsWith(`${run.context.workingDirectory}/`)
      ? fault.path.slice(run.context.workingDirectory.length + 1)
      : fault.path;
    const place = fault.text === undefined ? shown : humanOffset(shown, new Positions(fault.text), fault.range.start);
    run.failures.push({ place, message: fault.message, configuration: true });
  }
  return settings;
}

/** Writes what failed to standard error. */
export function tellFailures({ failures, context }: Pick<Run, 'failures' | 'context'>, language: 'zh' | 'en'): void {
  for (const { place, message } of failures) {
    context.tell(language === 'zh' ? `${place}：${message.zh}` : `${place}: ${message.en}`);
  }
}
