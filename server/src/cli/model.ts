import { resolve } from 'node:path';
import { modelOf } from '../exchange/model-json.ts';
import { NodeFileSystem } from '../node/file-system.ts';
import { SettingsResolver } from '../workspace/settings.ts';
import { SuperiorLibrary } from '../workspace/superior-plans.ts';
import { type Run, settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { status, UsageError } from './messages.ts';
import { checkProfile, readOptions, readOverrides, settingOptions } from './options.ts';
import { PlanChecker } from './plan-checker.ts';
import { readOne } from './read-one.ts';

/** `fangan model`: prints what was read of a file, plans or not, as JSON. */
export async function model(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, settingOptions);
  const [asked] = positionals;
  if (asked === undefined || positionals.length > 1) {
    throw new UsageError({ zh: 'model 需要一个文件名', en: 'model takes the name of one file' });
  }
  const absolute = (path: string) => resolve(context.workingDirectory, path).replaceAll('\\', '/');
  const files = new NodeFileSystem();
  const run: Run = {
    context,
    checker: new PlanChecker(),
    resolver: new SettingsResolver(files, readOverrides(values, absolute)),
    superiors: new SuperiorLibrary(files),
    fix: 'no',
    level: 'safe',
    failures: [],
    told: new Set(),
  };
  const settings = await settingsOf(run, absolute(asked));
  checkProfile(values.profile, settings.profiles);
  const read = await readOne(run, asked, settings, 'model');
  if (read) context.write(`${JSON.stringify(modelOf(read.shown, read.document, read.recognised), undefined, 2)}\n`);
  tellFailures(run, settings.language);
  return run.failures.length > 0 ? status.failed : status.clean;
}
