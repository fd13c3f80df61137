import type { ExecuteCommandParams } from 'vscode-languageserver';
import { ruleById } from '../rules/index.ts';
import { rulePage } from '../rules/pages.ts';

export const openRulePage = 'fangan.openRulePage';

/** The commands that the server carries out, for its capabilities. */
export const commands: readonly string[] = [openRulePage];

/**
 * What a command asks for.
 * @returns the address to show; undefined for an unknown command or rule, so that no other address is ever opened
 */
export function pageToOpen({ command, arguments: args }: ExecuteCommandParams): string | undefined {
  const id: unknown = args?.[0];
  if (command !== openRulePage || typeof id !== 'string') return undefined;
  return ruleById(id) ? rulePage(id) : undefined;
}
