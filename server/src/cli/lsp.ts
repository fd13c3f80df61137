import type { CommandContext } from './context.ts';
import { UsageError } from './messages.ts';

const channel = /^--(?:stdio|node-ipc|socket=\d{1,5}|pipe=.{1,500})$/;

/**
 * `fangan lsp`: becomes the language server. It reads the same arguments that language clients pass
 * to a server, and runs until its client ends the connection.
 */
export async function lsp(args: readonly string[], context: CommandContext): Promise<undefined> {
  const wrong = args.find((argument) => !channel.test(argument) && !argument.startsWith('--clientProcessId='));
  if (wrong !== undefined || !args.some((argument) => channel.test(argument))) {
    throw new UsageError({
      zh: `lsp 需要通信方式，例如 --stdio${wrong === undefined ? '' : `；未知参数 ${wrong}`}`,
      en: `lsp needs a channel, --stdio for example${wrong === undefined ? '' : `; unknown argument ${wrong}`}`,
    });
  }
  context.progress('');
  await import('../node/main.ts');
  return undefined;
}
