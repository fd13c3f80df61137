import * as vscode from 'vscode';

/** The server's command that shows the page of a rule. */
const openRulePage = 'fangan.openRulePage';

/** Ids are plain words; nothing else may become part of a path. */
const ruleId = /^[a-z]+(?:-[a-z]+)*$/;

/**
 * Shows the page of a rule from the files of the extension, where there is no network. Everything
 * else, a page that is not there included, is left to the server, which knows its public address.
 * @returns middleware for the commands of the server
 */
export function showPagesOf(extension: vscode.Uri) {
  return async (
    command: string,
    args: unknown[],
    next: (command: string, args: unknown[]) => vscode.ProviderResult<unknown>,
  ): Promise<unknown> => {
    const [id] = args;
    if (command !== openRulePage || typeof id !== 'string' || !ruleId.test(id)) return next(command, args);
    const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${id}.md`);
    try {
      await vscode.workspace.fs.stat(page);
    } catch {
      return next(command, args);
    }
    return vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  };
}
