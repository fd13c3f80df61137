import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { PlainDate } from '../dates/civil.ts';
import { shippedProfiles } from '../profiles/load.ts';
import type { RuleSetting } from '../rules/check.ts';
import { ruleById, rules } from '../rules/index.ts';
import { parseDay } from '../workspace/configuration.ts';
import type { Overrides } from '../workspace/settings.ts';
import { UsageError } from './messages.ts';

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Options that say how plans are read and checked, whatever the command. */
export const settingOptions = {
  config: { type: 'string' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  review: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  language: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** `parseArgs` of Node, with its complaints as usage errors. */
export function readOptions<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, allowNegative: true });
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const [first = ''] = error.message.split('. ');
    const quoted = /'([^']{1,80})'/.exec(first)?.[1] ?? '';
    const zh = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `未知选项 ${quoted}` : `选项 ${quoted} 的写法不对`;
    throw new UsageError({ zh, en: first });
  }
}

interface SettingValues {
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly review?: boolean | undefined;
  readonly 'as-of'?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * The options of the command line that count more than a configuration.
 * @param absolute turns a path of the command line into an absolute one
 */
export function readOverrides(values: SettingValues, absolute: (path: string) => string): Overrides {
  const { config, profile, language } = values;
  const asOf = values['as-of'] === undefined ? undefined : dayOf(values['as-of']);
  if (language !== undefined && language !== 'zh' && language !== 'en') {
    throw new UsageError({ zh: `--language 只能是 zh 或 en`, en: '--language must be zh or en' });
  }
  return {
    ...(config === undefined ? {} : { configuration: absolute(config) }),
    ...(profile === undefined ? {} : { profile }),
    ...(values.rule === undefined && !values.review ? {} : { rules: rulesOf(values.rule ?? [], values.review) }),
    ...(language === undefined ? {} : { language }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Refuses a profile that neither the program nor the configuration knows. */
export function checkProfile(id: string | undefined, known: readonly { readonly id: string }[]): void {
  if (id === undefined || id === 'auto' || known.some((profile) => profile.id === id)) return;
  const ids = [...new Set([...shippedProfiles(), ...known].map((profile) => profile.id))].join('、');
  throw new UsageError({
    zh: `没有名为“${id}”的方案模板，可用：${ids}`,
    en: `There is no profile “${id}”; there are: ${ids.replaceAll('、', ', ')}`,
  });
}

function dayOf(text: string): PlainDate {
  const day = parseDay(text);
  if (day) return day;
  throw new UsageError({
    zh: `--as-of 要写成 YYYY-MM-DD，且确有这一天：${text}`,
    en: `--as-of takes an existing day as YYYY-MM-DD: ${text}`,
  });
}

const severities = ['off', 'hint', 'info', 'warning', 'error'] as const;

/** @param review also the rules that only run when they are asked for */
function rulesOf(settings: readonly string[], review = false): ReadonlyMap<string, RuleSetting> {
  const asked = review ? rules.filter(({ optIn }) => optIn) : [];
  return new Map<string, RuleSetting>([
    ...asked.map(({ id, severity }) => [id, { severity }] as const),
    ...settings.map((setting) => {
      const [id = '', severity] = setting.split('=', 2);
      const known = severities.find((candidate) => candidate === severity);
      if (!known) {
        const list = severities.join('|');
        throw new UsageError({
          zh: `--rule 要写成 规则=${list}：${setting}`,
          en: `--rule takes ID=${list}: ${setting}`,
        });
      }
      if (!ruleById(id)) throw new UsageError({ zh: `没有名为“${id}”的规则`, en: `There is no rule “${id}”` });
      return [id, { severity: known }] as const;
    }),
  ]);
}

/** A whole number from 0 on. */
export function countOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError({ zh: `${option} 要写一个整数：${text}`, en: `${option} takes a whole number: ${text}` });
}
