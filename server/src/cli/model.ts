import { resolve } from 'node:path';
import { NodeFileSystem } from '../node/file-system.ts';
import { isTooLong } from '../workspace/limits.ts';
import { SettingsResolver } from '../workspace/settings.ts';
import { SuperiorLibrary } from '../workspace/superior-plans.ts';
import { type Run, settingsOf, tellFailures } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { findFiles } from './find-files.ts';
import { status, UsageError } from './messages.ts';
import { modelOf } from './model-json.ts';
import { checkProfile, readOptions, readOverrides, settingOptions } from './options.ts';
import { PlanChecker } from './plan-checker.ts';
import { readText } from './read-text.ts';

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
  const { files: found, failures } = await findFiles([asked], files, context.workingDirectory);
  for (const { shown, message } of failures) run.failures.push({ place: shown, message });
  const [file] = found;
  if (file && !file.named) {
    run.failures.push({ place: asked, message: { zh: 'model 只读一个文件', en: 'model reads one file only' } });
  } else if (file) {
    const reading = await readText(file.path);
    const tooLong = 'text' in reading && isTooLong(reading.text);
    if (!('text' in reading)) run.failures.push({ place: file.shown, message: reading.message });
    else if (tooLong) run.failures.push({ place: file.shown, message: { zh: '文件过大，未读取', en: 'is too large' } });
    else {
      const { document, recognised } = run.checker.read(reading.text, settings);
      context.write(`${JSON.stringify(modelOf(file.shown, document, recognised), undefined, 2)}\n`);
    }
  }
  tellFailures(run, settings.language);
  return run.failures.length > 0 ? status.failed : status.clean;
}
