import { systemClock } from '../dates/today.ts';
import { NodeFileSystem } from '../node/file-system.ts';
import { readFields } from '../profiles/new-plan.ts';
import { asText } from '../profiles/skeleton.ts';
import { planTemplate } from '../profiles/template.ts';
import { SettingsResolver } from '../workspace/settings.ts';
import type { CommandContext } from './context.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, readOptions, readOverrides } from './options.ts';
import { absolutePath } from './reading-run.ts';
import { writeNew } from './write-file.ts';

const options = {
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  unit: { type: 'string' },
  activity: { type: 'string' },
  superior: { type: 'string' },
  'superior-number': { type: 'string' },
  start: { type: 'string' },
  end: { type: 'string' },
  issued: { type: 'string' },
  config: { type: 'string' },
  'as-of': { type: 'string' },
  language: { type: 'string' },
} as const;

/**
 * `fangan new`: writes the skeleton of a plan, which checks clean but for what is left to fill in.
 * A file that is there already stays as it is, unless `--force` says otherwise.
 */
export async function newPlan(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const absolute = (path: string) => absolutePath(context, path);
  const resolver = new SettingsResolver(new NodeFileSystem(), readOverrides(values, absolute));
  const settings = await resolver.resolve(absolute(values.output ?? 'plan.md'));
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) {
    const kinds = settings.profiles.filter((profile) => !profile.abstract);
    const list = (language: 'zh' | 'en') => kinds.map((one) => `  ${one.id}  ${one.label[language]}`).join('\n');
    throw new UsageError({
      zh: `new 需要一个方案模板名，可用：\n${list('zh')}`,
      en: `new takes the id of a profile; there are:\n${list('en')}`,
    });
  }
  checkProfile(id, settings.profiles);
  const profile = settings.profiles.find((one) => one.id === id);
  if (!profile || profile.abstract) {
    throw new UsageError({ zh: `“${id}”不能用来新建方案`, en: `“${id}” is no kind of plan` });
  }
  const { unit, activity, superior, start, end, issued } = values;
  const given = { unit, activity, superior, superiorNumber: values['superior-number'], start, end, issued };
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const read = readFields(fields, settings.asOf ?? systemClock());
  const [fault] = read.faults;
  if (fault) throw new UsageError({ zh: fault.message.zh, en: fault.message.en });
  const text = asText(planTemplate(profile, read.values));
  if (values.output === undefined) {
    context.write(text);
    return status.clean;
  }
  const failure = await writeNew(absolute(values.output), text, values.force === true);
  if (failure) {
    context.tell(`${values.output}：${failure[settings.language]}`);
    return status.failed;
  }
  const told = { zh: `已写入 ${values.output}`, en: `Wrote ${values.output}` };
  context.tell(told[settings.language]);
  return status.clean;
}
