import { resolve } from 'node:path';
import { NodeFileSystem } from '../node/file-system.ts';
import { printedSettings } from '../workspace/effective-settings.ts';
import { SettingsResolver } from '../workspace/settings.ts';
import { SuperiorLibrary } from '../workspace/superior-plans.ts';
import { withBundle } from './bundle.ts';
import { checkFile, type Run, settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { findFiles } from './find-files.ts';
import { formats, isFormat } from './formats/index.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, countOf, readOptions, readOverrides, settingOptions } from './options.ts';
import { PlanChecker } from './plan-checker.ts';
import { decode, readText } from './read-text.ts';
import { countProblems, type FileReport, type Report } from './report.ts';
import { ambiguousWidth, coloured, plain, wantsColour } from './terminal.ts';

const options = {
  ...settingOptions,
  format: { type: 'string', short: 'f', default: 'text' },
  fix: { type: 'boolean', default: false },
  'fix-dry-run': { type: 'boolean', default: false },
  'unsafe-fixes': { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean', short: 'q', default: false },
  bundle: { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  'print-config': { type: 'boolean', default: false },
  color: { type: 'boolean' },
} as const;

/** Files from which on the progress is shown. */
const manyFiles = 20;

/** `fangan check`: reports the problems of plans. */
export async function check(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const maxWarnings = countOf(values['max-warnings'], '--max-warnings');
  if (!isFormat(values.format)) {
    const known = Object.keys(formats).join('|');
    throw new UsageError({ zh: `--format 只能是 ${known}`, en: `--format must be one of ${known}` });
  }
  if (values.stdin && positionals.length > 0) {
    throw new UsageError({ zh: '--stdin 不能与文件名同用', en: '--stdin takes no file names' });
  }
  if (values['unsafe-fixes'] && !values.fix && !values['fix-dry-run']) {
    throw new UsageError({
      zh: '--unsafe-fixes 要与 --fix 或 --fix-dry-run 同用',
      en: '--unsafe-fixes goes with --fix or --fix-dry-run',
    });
  }
  const absolute = (path: string) => resolve(context.workingDirectory, path).replaceAll('\\', '/');
  const overrides = readOverrides(values, absolute);
  const files = new NodeFileSystem();
  const run: Run = {
    context,
    checker: new PlanChecker(),
    resolver: new SettingsResolver(files, overrides),
    superiors: new SuperiorLibrary(files),
    // A text from standard input is never written into the file that it is named after.
    fix: values['fix-dry-run'] ? 'dry' : values.fix ? (values.stdin ? 'text' : 'write') : 'no',
    level: values['unsafe-fixes'] ? 'suggested' : 'safe',
    failures: [],
    told: new Set(),
  };
  const here = await run.resolver.resolve(absolute('plan.md'));
  checkProfile(values.profile, here.profiles);
  if (values['print-config']) {
    const settings = positionals[0] ? await settingsOf(run, absolute(positionals[0])) : here;
    context.write(printedSettings(settings));
    tellFailures(run, settings.language);
    return run.failures.length > 0 ? status.failed : status.clean;
  }

  let reports: readonly FileReport[] = [];
  let fixed = 0;
  if (values.stdin) {
    const name = values['stdin-filename'] ?? 'stdin.md';
    const reading = decode(await context.readInput());
    const outcome = await checkFile(run, { shown: name, path: absolute(name), named: true }, () => reading);
    // Whoever pipes a text through --fix wants the text back.
    if (run.fix === 'text') {
      if (outcome) context.write(outcome.text);
      tellFailures(run, here.language);
      return run.failures.length > 0 ? status.failed : status.clean;
    }
    if (outcome) reports = [outcome.report];
  } else {
    const candidates = await findFiles(positionals.length > 0 ? positionals : ['.'], files, context.workingDirectory);
    for (const { shown, message } of candidates.failures) run.failures.push({ place: shown, message });
    const read: FileReport[] = [];
    for (const [at, candidate] of candidates.files.entries()) {
      if (candidates.files.length >= manyFiles) context.progress(`${at + 1}/${candidates.files.length}`);
      const outcome = await checkFile(run, candidate, () => readText(candidate.path));
      if (!outcome) continue;
      read.push(outcome.report);
      fixed += outcome.fixes;
    }
    context.progress('');
    reports = values.bundle ? withBundle(read, here) : read;
  }

  const { errors, warnings } = countProblems(reports);
  const report: Report = {
    files: values.quiet ? reports.map(onlyErrors) : reports,
    failures: run.failures,
    fixed,
    language: here.language,
  };
  const colour = wantsColour(values.color, context.environment, context.terminal);
  context.write(
    formats[values.format](report, {
      paint: colour ? coloured : plain,
      columns: context.columns,
      ambiguous: ambiguousWidth(context.environment),
      version: context.version,
    }),
  );
  tellFailures(run, here.language);
  if (run.failures.length > 0) return status.failed;
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? status.problems : status.clean;
}

function onlyErrors(file: FileReport): FileReport {
  return { ...file, problems: file.problems.filter((problem) => problem.severity === 'error') };
}
