import type { Problem } from '../rules/rule.ts';
import { Positions } from '../text/positions.ts';
import { isTooLong } from '../workspace/limits.ts';
import type { ConfigurationFault, Resolution, SettingsResolver } from '../workspace/settings.ts';
import { type SuperiorLibrary, searchPlace, wishesOf } from '../workspace/superior-plans.ts';
import type { CommandContext } from './context.ts';
import { type Candidate, shownPath } from './find-files.ts';
import type { Judged, PlanChecker } from './plan-checker.ts';
import { reasonOf, type TextReading } from './read-text.ts';
import { type Failure, type FileReport, humanPlace } from './report.ts';
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

export interface Outcome {
  readonly report: FileReport;
  readonly text: string;
  readonly fixes: number;
}

/**
 * Checks one file and, where asked, fixes it.
 * @returns undefined for a file that was passed over, or could not be read, which is then among the failures
 */
export async function checkFile(
  run: Run,
  { shown, path, named }: Candidate,
  read: () => TextReading | Promise<TextReading>,
): Promise<Outcome | undefined> {
  const settings = await settingsOf(run, path);
  if (!named && settings.recognition.configured === 'none') return undefined;
  const reading = await read();
  if (!('text' in reading)) {
    // Pictures and archives that happen to be called .txt are none of our business.
    if (named || reading.failure !== 'binary') run.failures.push({ place: shown, message: reading.message });
    return undefined;
  }
  if (isTooLong(reading.text)) return tooLong(run, { shown, named }, reading.text, settings);
  const own = run.checker.read(reading.text, settings);
  const superiors =
    own.recognised.length > 0
      ? await run.superiors.of(path, wishesOf(own.document), searchPlace(path, settings.configuration))
      : undefined;
  const judged = run.checker.check(reading.text, settings, superiors, own);
  if (judged.recognised.length === 0 && judged.problems.length === 0 && !named) return undefined;
  const report = (text: string, { recognised, problems }: Judged): FileReport => ({
    path: shown,
    profile: recognised[0]?.profile.id ?? null,
    problems: problems.map((problem) => withShownPaths(problem, run.context.workingDirectory)),
    positions: new Positions(text),
    language: settings.language,
  });
  if (run.fix === 'no') return { report: report(reading.text, judged), text: reading.text, fixes: 0 };
  const result = run.checker.fix(reading.text, settings, run.level, superiors);
  const text = keepLineEnds(reading.text, result.text);
  const changed = text !== reading.text;
  if (
    changed &&
    run.fix === 'write' &&
    path !== '' &&
    !(await written(run, shown, path, text, reading.byteOrderMark))
  ) {
    return { report: report(reading.text, judged), text: reading.text, fixes: 0 };
  }
  const after = changed ? run.checker.check(text, settings, superiors) : judged;
  const change = changed && run.fix === 'dry' ? { change: { before: reading.text, after: text } } : {};
  return {
    report: { ...report(text, after), ...change },
    text,
    fixes: changed && run.fix === 'write' ? result.fixes : 0,
  };
}

/** The problem with the other files that it speaks of called as the user knows them. */
function withShownPaths(problem: Problem, workingDirectory: string): Problem {
  if (!problem.related.some(({ file }) => file)) return problem;
  const related = problem.related.map((place) =>
    place.file ? { ...place, file: { ...place.file, path: shownPath(place.file.path, workingDirectory) } } : place,
  );
  return { ...problem, related };
}

async function written(run: Run, shown: string, path: string, text: string, byteOrderMark: boolean): Promise<boolean> {
  try {
    await replaceText(path, text, byteOrderMark);
    return true;
  } catch (error) {
    run.failures.push({ place: shown, message: reasonOf(error) });
    return false;
  }
}

function tooLong(
  run: Run,
  { shown, named }: Pick<Candidate, 'shown' | 'named'>,
  text: string,
  settings: Resolution,
): Outcome | undefined {
  const message = run.checker.tooLong(text, settings);
  if (message) {
    run.failures.push({ place: shown, message });
    return undefined;
  }
  if (!named) return undefined;
  const { language } = settings;
  return {
    report: { path: shown, profile: null, problems: [], positions: new Positions(''), language },
    text,
    fixes: 0,
  };
}

/** How a file is checked; what is wrong in its configuration is told once. */
export async function settingsOf(run: Run, path: string): Promise<Resolution> {
  const settings = await run.resolver.resolve(path);
  for (const fault of settings.faults) {
    if (run.told.has(fault)) continue;
    run.told.add(fault);
    const shown = fault.path.startsWith(`${run.context.workingDirectory}/`)
      ? fault.path.slice(run.context.workingDirectory.length + 1)
      : fault.path;
    const place = fault.text === undefined ? shown : humanPlace(shown, new Positions(fault.text), fault.range.start);
    run.failures.push({ place, message: fault.message });
  }
  return settings;
}

/** Writes what failed to standard error. */
export function tellFailures({ failures, context }: Run, language: 'zh' | 'en'): void {
  for (const { place, message } of failures) {
    context.tell(language === 'zh' ? `${place}：${message.zh}` : `${place}: ${message.en}`);
  }
}
