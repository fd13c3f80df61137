import { modelOf } from '../exchange/model-json.ts';
import { settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, readOptions, settingOptions } from './options.ts';
import { readOne } from './read-one.ts';
import { absolutePath, readingRun } from './reading-run.ts';

/** `fangan model`: prints what was read of a file, plans or not, as JSON. */
export async function model(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, settingOptions);
  const [asked] = positionals;
  if (asked === undefined || positionals.length > 1) {
    throw new UsageError({ zh: 'model 需要一个文件名', en: 'model takes the name of one file' });
  }
  const run = readingRun(context, values);
  const settings = await settingsOf(run, absolutePath(context, asked));
  checkProfile(values.profile, settings.profiles);
  const read = await readOne(run, asked, settings, 'model');
  if (read) context.write(`${JSON.stringify(modelOf(read.shown, read.document, read.recognised), undefined, 2)}\n`);
  tellFailures(run, settings.language);
  return run.failures.length > 0 ? status.failed : status.clean;
}
