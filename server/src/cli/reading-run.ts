import { resolve } from 'node:path';
import { NodeFileSystem } from '../node/file-system.ts';
import { SettingsResolver } from '../workspace/settings.ts';
import { SuperiorLibrary } from '../workspace/superior-plans.ts';
import type { Run } from './check-file.ts';
import type { CommandContext } from './context.ts';
import { readOverrides } from './options.ts';
import { PlanChecker } from './plan-checker.ts';

/** Turns a path of the command line into an absolute one, with `/` between its parts. */
export function absolutePath({ workingDirectory }: CommandContext, path: string): string {
  return resolve(workingDirectory, path).replaceAll('\\', '/');
}

/**
 * A run of a command that reads plans and mends nothing.
 * @param values what the command line says of the settings
 */
export function readingRun(context: CommandContext, values: Parameters<typeof readOverrides>[0]): Run {
  const files = new NodeFileSystem();
  return {
    context,
    checker: new PlanChecker(),
    resolver: new SettingsResolver(
      files,
      readOverrides(values, (path) => absolutePath(context, path)),
    ),
    superiors: new SuperiorLibrary(files, () => [context.workingDirectory]),
    fix: 'no',
    level: 'safe',
    failures: [],
    told: new Set(),
  };
}
