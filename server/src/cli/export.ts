import { systemClock } from '../dates/today.ts';
import type { ExportSource, ExportTarget } from '../exchange/target.ts';
import { exportPlan, targetOf, targets } from '../exchange/targets.ts';
import { loadOffice } from '../node/office.ts';
import type { Plan } from '../plan/model.ts';
import { counted } from '../text/counted.ts';
import { searchPlace, wishesOf } from '../workspace/superior-plans.ts';
import { settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, countOf, readOptions, settingOptions } from './options.ts';
import { readOne } from './read-one.ts';
import { absolutePath, readingRun } from './reading-run.ts';
import { writeNew } from './write-file.ts';

const options = {
  ...settingOptions,
  to: { type: 'string' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  plan: { type: 'string' },
} as const;

/**
 * `fangan export`: writes a plan in another form. The file is written whole or not at all, and one that is there
 * already stays as it is, unless `--force` says otherwise.
 */
export async function exportFile(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const [asked] = positionals;
  if (asked === undefined || positionals.length > 1) {
    throw new UsageError({ zh: 'export 需要一个文件名', en: 'export takes the name of one file' });
  }
  const target = chosenTarget(values.to);
  const number = countOf(values.plan, '--plan');
  const run = readingRun(context, values);
  const path = absolutePath(context, asked);
  const settings = await settingsOf(run, path);
  checkProfile(values.profile, settings.profiles);
  const { language } = settings;
  const read = await readOne(run, asked, settings, 'export');
  tellFailures(run, language);
  if (!read) return status.failed;
  const source: ExportSource = {
    path: read.shown,
    document: read.document,
    recognised: read.recognised,
    plans: chosenPlans(read.document.plans, number),
    superiors: await run.superiors.of(path, wishesOf(read.document), searchPlace(path, settings.configuration)),
    language,
    today: settings.asOf ?? systemClock(),
  };
  const tell = (place: string, message: { readonly zh: string; readonly en: string }) =>
    context.tell(language === 'zh' ? `${place}：${message.zh}` : `${place}: ${message.en}`);
  const outcome = await exportPlan(target, source, { office: loadOffice });
  if ('refusal' in outcome) {
    tell(read.shown, outcome.refusal);
    return status.failed;
  }
  for (const note of outcome.notes) tell(read.shown, note);
  const { content } = outcome;
  if (values.output === undefined) {
    if (typeof content !== 'string') throw new UsageError(needsOutput(target));
    context.write(content);
    return run.failures.length > 0 ? status.failed : status.clean;
  }
  if (absolutePath(context, values.output) === absolutePath(context, asked)) {
    throw new UsageError({ zh: '-o 不能是所导出的方案本身', en: '-o cannot be the plan itself' });
  }
  const failure = await writeNew(absolutePath(context, values.output), content, values.force === true);
  if (failure) {
    tell(values.output, failure);
    return status.failed;
  }
  context.tell(language === 'zh' ? `已写入 ${values.output}` : `Wrote ${values.output}`);
  return run.failures.length > 0 ? status.failed : status.clean;
}

function chosenTarget(id: string | undefined): ExportTarget {
  const target = id === undefined ? undefined : targetOf(id);
  if (target) return target;
  const list = (language: 'zh' | 'en') => targets.map((one) => `  ${one.id}  ${one.label[language]}`).join('\n');
  const [zh, en] =
    id === undefined
      ? ['export 需要 --to 格式', 'export needs --to FORMAT']
      : [`不能导出为“${id}”`, `No such format “${id}”`];
  throw new UsageError({ zh: `${zh}，可用：\n${list('zh')}`, en: `${en}; there are:\n${list('en')}` });
}

/** All plans of the file, or the one with that number, from 1. */
function chosenPlans(plans: readonly Plan[], number: number | undefined): readonly Plan[] {
  if (number === undefined) return plans;
  const plan = plans[number - 1];
  if (plan) return [plan];
  throw new UsageError({
    zh: `文件中只有 ${plans.length} 份方案，没有第 ${number} 份`,
    en: `The file holds ${counted(plans.length, 'plan')}; there is no plan ${number}`,
  });
}

function needsOutput({ id }: ExportTarget) {
  return { zh: `导出为 ${id} 要用 -o 写明文件名`, en: `--to ${id} needs -o FILE` };
}
