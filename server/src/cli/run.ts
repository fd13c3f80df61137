import { check } from './check.ts';
import type { CommandContext } from './context.ts';
import { duties } from './duties.ts';
import { exportFile } from './export.ts';
import { importFiles } from './import.ts';
import { lsp } from './lsp.ts';
import { environmentLanguage, status, UsageError } from './messages.ts';
import { model } from './model.ts';
import { newPlan } from './new.ts';
import { rules } from './rules.ts';
import { usage } from './usage.ts';

const commands: Readonly<
  Record<string, (args: readonly string[], context: CommandContext) => Promise<number | undefined>>
> = { check, duties, model, export: exportFile, import: importFiles, new: newPlan, rules, lsp };

/**
 * Runs a command line.
 * @param args without the names of Node and of the script
 * @returns the exit status; undefined for the language server, which ends by itself
 */
export async function run(args: readonly string[], context: CommandContext): Promise<number | undefined> {
  const [name, ...rest] = args;
  const language = languageOf(args, context);
  try {
    if (name === undefined) {
      context.tell(usage[language].trimEnd());
      return status.failed;
    }
    if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help') || rest.includes('-h')) {
      context.write(usage[language]);
      return status.clean;
    }
    if (name === '--version' || name === '-v' || name === 'version') {
      context.write(`${context.version}\n`);
      return status.clean;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageError({ zh: `未知命令 ${name}`, en: `Unknown command ${name}` });
    return await command(rest, context);
  } catch (error) {
    context.progress('');
    if (error instanceof UsageError) {
      const hint = { zh: '用法见 fangan --help', en: 'See fangan --help' };
      context.tell(`${error.label[language]}\n${hint[language]}`);
    } else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      context.tell(language === 'zh' ? `内部错误，请报告：${detail}` : `Internal error, please report it: ${detail}`);
    }
    return status.failed;
  }
}

/** The language of messages about the command line itself. */
function languageOf(args: readonly string[], { environment }: CommandContext): 'zh' | 'en' {
  const at = args.indexOf('--language');
  const asked = at >= 0 ? args[at + 1] : args.find((one) => one.startsWith('--language='))?.slice('--language='.length);
  return asked === 'en' || asked === 'zh' ? asked : (environmentLanguage(environment) ?? 'zh');
}
