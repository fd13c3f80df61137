import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { NodeFileSystem } from '../node/file-system.ts';
import { counted } from '../text/counted.ts';
import { printedSettings } from '../workspace/effective-settings.ts';
import { type Resolution, SettingsResolver } from '../workspace/settings.ts';
import { SuperiorLibrary, type UnfinishedSearch, unfinishedSearch } from '../workspace/superior-plans.ts';
import { withBundle } from './bundle.ts';
import { checkFile, type Run, settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { type Candidate, findFiles } from './find-files.ts';
import { formatNames, formatWriter, isBinary, wantsTexts } from './formats/index.ts';
import { Baseline } from './many/baseline.ts';
import { CacheFile } from './many/cache-file.ts';
import { Caching } from './many/caching.ts';
import { type CheckOrder, type FileChecker, OwnThread, type Result } from './many/checker.ts';
import { inOrder } from './many/in-order.ts';
import { WorkerPool } from './many/pool.ts';
import { readShard, shardOf } from './many/shard.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, countOf, readOptions, readOverrides, settingOptions } from './options.ts';
import { PlanChecker } from './plan-checker.ts';
import { decode } from './read-text.ts';
import { absolutePath } from './reading-run.ts';
import { type FileReport, type FormatWriter, Tally, type Totals } from './report.ts';
import { ambiguousWidth, coloured, plain, wantsColour } from './terminal.ts';
import { writeNew } from './write-file.ts';

const options = {
  ...settingOptions,
  format: { type: 'string', short: 'f', default: 'text' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  'fix-dry-run': { type: 'boolean', default: false },
  'unsafe-fixes': { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean', short: 'q', default: false },
  bundle: { type: 'boolean', default: false },
  workers: { type: 'string' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  shard: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean', default: false },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  'print-config': { type: 'boolean', default: false },
  color: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readOptions<typeof options>>['values'];

/** Where results are kept unless said otherwise. */
const cacheDirectory = '.fangan-cache';

/** Files from which on the progress is shown. */
const manyFiles = 20;
/** Files that are worth starting a worker for. */
const worthAWorker = 24;
/** Workers that are started unasked: each takes some hundred megabytes. */
const mostWorkers = 8;
/** Results for each worker that may wait for their turn. */
const waiting = 32;

/** `fangan check`: reports the problems of plans. */
export async function check(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const maxWarnings = countOf(values['max-warnings'], '--max-warnings');
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  refuseContradictions(values, positionals);
  if (!formatNames.includes(values.format)) {
    const known = formatNames.join('|');
    throw new UsageError({ zh: `--format 只能是 ${known}`, en: `--format must be one of ${known}` });
  }
  const absolute = (path: string) => absolutePath(context, path);
  const overrides = readOverrides(values, absolute);
  const files = new NodeFileSystem();
  const run: Run = {
    context,
    checker: new PlanChecker(),
    resolver: new SettingsResolver(files, overrides),
    superiors: new SuperiorLibrary(files, () => [context.workingDirectory]),
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

  const order: CheckOrder = {
    overrides,
    workingDirectory: context.workingDirectory,
    fix: run.fix,
    level: run.level,
    texts: values.bundle || wantsTexts(values.format),
    traces: values.cache ?? values['cache-location'] !== undefined,
  };
  const baseline =
    values.baseline === undefined
      ? undefined
      : await Baseline.open(values.baseline, context.workingDirectory, values['update-baseline']);
  const output = new Output(run, values, here, baseline);
  if (values.stdin) {
    const name = values['stdin-filename'] ?? 'stdin.md';
    const reading = decode(await context.readInput());
    const path = absolute(name);
    await settingsOf(run, path);
    const checking = { ...run, workingDirectory: context.workingDirectory };
    const checked = await checkFile(checking, { shown: name, path, named: true }, () => reading);
    // Whoever pipes a text through --fix wants the text back.
    if (run.fix === 'text') {
      run.failures.push(...checked.failures);
      if (checked.text !== undefined) context.write(checked.text);
      tellFailures(run, here.language);
      return run.failures.length > 0 ? status.failed : status.clean;
    }
    await output.take(checked);
  } else {
    const candidates = await findFiles(positionals.length > 0 ? positionals : ['.'], files, context.workingDirectory);
    for (const { shown, message } of candidates.failures) run.failures.push({ place: shown, message });
    const own = shard ? shardOf(candidates.files, shard) : candidates.files;
    const finished = await checkAll(own, order, run, values, output);
    if (!finished) return status.cancelled;
  }
  const totals = await output.end(absolute);
  await tellBaseline(baseline, run, values, here);
  tellFailures(run, here.language);
  if (run.failures.length > 0) return status.failed;
  if (values['update-baseline']) return status.clean;
  const { errors, warnings } = totals;
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? status.problems : status.clean;
}

function refuseContradictions(values: Values, positionals: readonly string[]): void {
  const refuse = (zh: string, en: string): never => {
    throw new UsageError({ zh, en });
  };
  if (values.stdin && positionals.length > 0) refuse('--stdin 不能与文件名同用', '--stdin takes no file names');
  if (values['unsafe-fixes'] && !values.fix && !values['fix-dry-run']) {
    refuse('--unsafe-fixes 要与 --fix 或 --fix-dry-run 同用', '--unsafe-fixes goes with --fix or --fix-dry-run');
  }
  if (isBinary(values.format) && values.output === undefined) {
    refuse(`--format ${values.format} 要用 -o 写明文件名`, `--format ${values.format} needs -o FILE`);
  }
  if (values['update-baseline'] && values.baseline === undefined) {
    refuse('--update-baseline 要与 --baseline 同用', '--update-baseline goes with --baseline');
  }
  if (values.shard === undefined) return;
  if (values.stdin) refuse('--shard 不能与 --stdin 同用', '--shard does not go with --stdin');
  if (values.bundle) {
    refuse(
      '--bundle 要看到全部方案，不能与 --shard 同用',
      '--bundle has to see all plans and does not go with --shard',
    );
  }
  if (values['update-baseline']) {
    refuse('--update-baseline 要看到全部方案，不能与 --shard 同用', '--update-baseline does not go with --shard');
  }
}

/** Checks the files and hands the results on in their order. @returns false when the user broke it off */
async function checkAll(
  files: readonly Candidate[],
  order: CheckOrder,
  run: Run,
  values: Values,
  output: Output,
): Promise<boolean> {
  const { context } = run;
  const workers = workersFor(files.length, order, countOf(values.workers, '--workers'));
  const start = (): FileChecker =>
    workers > 1 ? new WorkerPool(context.script, workers, order) : new OwnThread(order);
  const checker = order.traces && order.fix === 'no' ? await caching(order, values, context, start) : start();
  const cancelled = new Promise<undefined>((done) => context.onInterrupt(() => done(undefined)));
  const results = inOrder(files, waiting * workers, async (file) => {
    await settingsOf(run, file.path);
    return checker.check(file);
  });
  let done = 0;
  try {
    for (;;) {
      const next = await Promise.race([results.next(), cancelled]);
      if (!next || next.done) {
        if (next) return true;
        context.progress('');
        const zh = `已取消：${files.length} 个文件中检查了 ${done} 个`;
        context.tell(output.language === 'zh' ? zh : `Cancelled: ${done} of ${counted(files.length, 'file')} checked`);
        return false;
      }
      done += 1;
      await output.take(next.value);
      if (files.length >= manyFiles) context.progress(`${done}/${files.length}`);
    }
  } finally {
    context.progress('');
    const lost = await checker.close();
    // Without a cache everything is as right, only slower the next time.
    if (lost)
      context.tell(output.language === 'zh' ? `缓存未保存：${lost.zh}` : `The cache was not saved: it ${lost.en}`);
  }
}

/** @param asked on the command line */
function workersFor(files: number, order: CheckOrder, asked: number | undefined): number {
  if (asked === 0) throw new UsageError({ zh: '--workers 至少为 1', en: '--workers must be at least 1' });
  // A plan that is mended may be the superior plan of another: one after another they always come out the same.
  if (order.fix === 'write') return 1;
  const fitting = Math.min(availableParallelism(), mostWorkers, Math.floor(files / worthAWorker));
  return Math.max(1, Math.min(asked ?? fitting, files, 256));
}

async function caching(
  order: CheckOrder,
  values: Values,
  context: CommandContext,
  start: () => FileChecker,
): Promise<FileChecker> {
  const directory = resolve(context.workingDirectory, values['cache-location'] ?? cacheDirectory);
  return new Caching(order, context.build(), await CacheFile.open(directory), start);
}

/** Writes the results as they come; those of a bundle when all are there. */
class Output {
  readonly #run: Run;
  readonly #values: Values;
  readonly #here: Resolution;
  readonly #baseline: Baseline | undefined;
  readonly #writer: FormatWriter;
  readonly #shown = new Tally();
  /** With what `--quiet` leaves out: the status goes by it. */
  readonly #all = new Tally();
  /** Held back until the plans have been compared. */
  readonly #bundle: { readonly report: FileReport; readonly text?: string }[] = [];
  /** What goes into the file of `-o`. */
  readonly #pieces: string[] = [];
  #fixed = 0;
  #unfinished: UnfinishedSearch | undefined;

  constructor(run: Run, values: Values, here: Resolution, baseline: Baseline | undefined) {
    const { context } = run;
    this.#run = run;
    this.#values = values;
    this.#here = here;
    this.#baseline = baseline;
    const colour = wantsColour(values.color, context.environment, context.terminal);
    const writer = formatWriter(values.format, {
      paint: colour && values.output === undefined ? coloured : plain,
      columns: context.columns,
      ambiguous: ambiguousWidth(context.environment),
      version: context.version,
    });
    if (!writer) throw new Error(`no format ${values.format}`);
    this.#writer = writer;
  }

  get language(): 'zh' | 'en' {
    return this.#here.language;
  }

  async take({ report, text, fixes, failures, unfinished }: Result): Promise<void> {
    this.#run.failures.push(...failures);
    this.#unfinished ??= unfinished;
    this.#fixed += fixes;
    if (!report) return;
    if (this.#values.bundle) this.#bundle.push({ report, ...(text === undefined ? {} : { text }) });
    else await this.#write(report, text);
  }

  /** @returns what was found, with what was not shown */
  async end(absolute: (path: string) => string): Promise<Totals> {
    const { context, failures } = this.#run;
    const texts = new Map(this.#bundle.map(({ report: { path }, text }) => [path, text]));
    const settings = (path: string) => this.#run.resolver.resolve(absolute(path));
    for (const report of await withBundle(this.#bundle, settings, context.workingDirectory))
      await this.#write(report, texts.get(report.path));
    const rest = { failures, fixed: this.#fixed, known: this.#baseline?.known ?? 0, language: this.language };
    const end = await this.#writer.end(this.#shown.totals(rest));
    await this.#finish(end, absolute);
    if (this.#unfinished) context.tell(unfinishedSearch(this.#unfinished, this.language));
    return this.#all.totals(rest);
  }

  /** Writes what comes last, and with `-o` all of it into the file: whole or not at all. */
  async #finish(end: string | Uint8Array, absolute: (path: string) => string): Promise<void> {
    const { context, failures } = this.#run;
    const { output, force } = this.#values;
    if (output === undefined) {
      if (typeof end === 'string') context.write(end);
      return;
    }
    const content = typeof end === 'string' ? this.#pieces.join('') + end : end;
    const failure = await writeNew(absolute(output), content, force);
    if (failure) failures.push({ place: output, message: failure });
    else context.tell(this.language === 'zh' ? `已写入 ${output}` : `Wrote ${output}`);
  }

  async #write(report: FileReport, source: string | undefined): Promise<void> {
    const { context } = this.#run;
    const open = this.#baseline?.apply(report) ?? report;
    const shown = this.#values.quiet ? onlyErrors(open) : open;
    this.#all.add(open);
    this.#shown.add(shown);
    const text = this.#writer.file(shown, source);
    if (text === '') return;
    if (this.#values.output !== undefined) {
      this.#pieces.push(text);
      return;
    }
    context.progress('');
    context.write(text);
    await context.drained();
  }
}

async function tellBaseline(
  baseline: Baseline | undefined,
  run: Run,
  values: Values,
  { language }: Resolution,
): Promise<void> {
  if (!baseline) return;
  const say = (zh: string, en: string) => run.context.tell(language === 'zh' ? zh : en);
  if (values['update-baseline']) {
    const written = await baseline.update();
    if (typeof written !== 'number') run.failures.push({ place: values.baseline ?? '', message: written });
    else say(`基线已更新，记下 ${written} 处`, `Baseline updated: ${counted(written, 'finding')}`);
    return;
  }
  const stale = await baseline.stale();
  if (stale.length === 0) return;
  say(
    `基线中有 ${stale.length} 条已不再出现，可用 --update-baseline 更新：`,
    `${counted(stale.length, 'entry of the baseline is', 'entries of the baseline are')} found no more; --update-baseline takes ${stale.length === 1 ? 'it' : 'them'} out:`,
  );
  for (const { path, rule, text, count } of stale.slice(0, 20)) {
    run.context.tell(`  ${path}  ${rule}  ${text}${count > 1 ? ` ×${count}` : ''}`);
  }
  if (stale.length > 20) say(`  ……另有 ${stale.length - 20} 条`, `  … and ${stale.length - 20} more`);
}

function onlyErrors(file: FileReport): FileReport {
  return { ...file, problems: file.problems.filter((problem) => problem.severity === 'error') };
}
