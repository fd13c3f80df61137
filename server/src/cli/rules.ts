import { readFile } from 'node:fs/promises';
import { rules as allRules, ruleById } from '../rules/index.ts';
import type { Language } from '../rules/messages.ts';
import { rulePage } from '../rules/pages.ts';
import type { Family, Rule, Severity } from '../rules/rule.ts';
import { displayWidth } from '../text/display-width.ts';
import type { CommandContext } from './context.ts';
import { environmentLanguage, status, UsageError } from './messages.ts';
import { readOptions } from './options.ts';
import { coloured, type Paint, plain, wantsColour } from './terminal.ts';

const options = {
  format: { type: 'string', short: 'f', default: 'text' },
  language: { type: 'string' },
  color: { type: 'boolean' },
} as const;

const families: Readonly<Record<Family, Readonly<Record<Language, string>>>> = {
  structure: { zh: '结构', en: 'structure' },
  numbering: { zh: '序号', en: 'numbering' },
  dates: { zh: '时间', en: 'dates' },
  responsibility: { zh: '责任', en: 'responsibility' },
  components: { zh: '要素', en: 'components' },
  consistency: { zh: '一致性', en: 'consistency' },
  review: { zh: '复核', en: 'review' },
  superior: { zh: '与上级方案', en: 'superior plan' },
  wording: { zh: '文字', en: 'wording' },
  meta: { zh: '检查本身', en: 'the check itself' },
};

const severityWords: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '信息', en: 'info' },
  hint: { zh: '提示', en: 'hint' },
};

/** `fangan rules`: lists the rules, or explains one. */
export async function rules(args: readonly string[], context: CommandContext): Promise<number> {
  const { values, positionals } = readOptions(args, options);
  const { format } = values;
  if (format !== 'text' && format !== 'json') {
    throw new UsageError({ zh: '--format 只能是 text|json', en: '--format must be text or json' });
  }
  const asked = values.language ?? environmentLanguage(context.environment) ?? 'zh';
  if (asked !== 'zh' && asked !== 'en') {
    throw new UsageError({ zh: '--language 只能是 zh 或 en', en: '--language must be zh or en' });
  }
  const paint = wantsColour(values.color, context.environment, context.terminal) ? coloured : plain;
  const chosen = positionals.map((id) => {
    const rule = ruleById(id);
    if (!rule) throw new UsageError({ zh: `没有名为“${id}”的规则`, en: `There is no rule “${id}”` });
    return rule;
  });
  if (format === 'json') {
    const listed = (chosen.length > 0 ? chosen : allRules).map(ruleJson);
    context.write(`${JSON.stringify(listed, undefined, 2)}\n`);
  } else if (chosen.length === 0) context.write(list(allRules, asked, paint));
  else for (const rule of chosen) context.write(await explanation(rule, asked, paint));
  return status.clean;
}

function ruleJson(rule: Rule): object {
  const { id, family, severity, basis, faults, fixes, summary, messages } = rule;
  return {
    id,
    family,
    severity,
    basis,
    faults,
    fixes,
    summary,
    messages,
    options: rule.options ?? {},
    url: rulePage(id),
  };
}

function list(rules: readonly Rule[], language: Language, paint: Paint): string {
  const widest = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.map((rule) => {
    const severity = severityWords[rule.severity][language];
    const padded = severity + ' '.repeat(Math.max(0, (language === 'zh' ? 4 : 7) - displayWidth(severity)));
    return `${paint('bold', rule.id.padEnd(widest))}  ${padded}  ${rule.summary[language]}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The page of the rule when it came with the program, otherwise what the rule says of itself. */
async function explanation(rule: Rule, language: Language, paint: Paint): Promise<string> {
  const head = [
    `${paint('bold', rule.id)}  ${severityWords[rule.severity][language]}  ${families[rule.family][language]}`,
    rule.summary[language],
    paint('dim', rulePage(rule.id)),
  ].join('\n');
  try {
    const page = await readFile(new URL(`../docs/rules/${rule.id}.md`, import.meta.url), 'utf8');
    return `${head}\n\n${page.trimEnd()}\n`;
  } catch {
    // The bundle may stand alone, without the pages.
    const messages = Object.values(rule.messages).map((message) => `  ${message[language]}`);
    return `${head}\n\n${messages.join('\n')}\n`;
  }
}
