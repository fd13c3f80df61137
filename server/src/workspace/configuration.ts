import picomatch from 'picomatch';
import * as z from 'zod';
import { isValid, type PlainDate } from '../dates/civil.ts';
import { dayPattern, idPattern } from '../profiles/patterns.ts';
import { severitySchema } from '../profiles/profile.ts';
import { prune } from '../profiles/prune.ts';
import { faultOfIssue } from '../profiles/schema-faults.ts';
import { type Fault, readYaml } from '../profiles/yaml-source.ts';
import type { RuleSetting } from '../rules/check.ts';
import { rules as knownRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { nearest } from '../text/nearest.ts';
import { calendarSchema, type OwnDays, readCalendar } from './calendar.ts';

/** Names that a configuration file may have; the first one that is found in a directory is read. */
export const configurationNames: readonly string[] = ['fangan.yaml', 'fangan.yml'];

const profileId = z.string().regex(idPattern).max(60);
const glob = z.string().min(1).max(500);
const fileName = z.string().min(1).max(500);
const globs = z.union([glob, z.array(glob).min(1)]);
const ruleEntries = z.record(
  z.string().max(60),
  z.union([severitySchema, z.tuple([severitySchema, z.record(z.string().max(60), z.unknown())])]),
);
const names = z.array(z.string().min(1).max(80));

/** fangan.yaml: the one source of its types, its validation and schemas/fangan.schema.json. */
export const configurationSchema = z
  .strictObject({
    extends: z
      .union([fileName, z.array(fileName).min(1).max(20)])
      .optional()
      .describe(
        'Configurations that this one builds on, relative to this file; what is said here counts more. 以哪些配置为基础，相对本文件。',
      ),
    language: z.enum(['zh', 'en']).optional().describe('Language of the messages. 提示信息的语言。'),
    asOf: z
      .string()
      .regex(dayPattern)
      .optional()
      .describe('The day that counts as today, YYYY-MM-DD. 作为“今天”的日期。'),
    profile: profileId
      .optional()
      .describe('Profile of the plans that are recognised by title or text. 按标题或正文识别出的方案所用的模板。'),
    plans: z
      .array(
        z.strictObject({
          files: globs.describe('Globs, relative to this file; one without “/” matches names. 相对本文件的通配符。'),
          profile: profileId.describe(
            'Id of a profile, auto, or none for files that are no plans. 模板名、auto 或 none。',
          ),
        }),
      )
      .optional()
      .describe('Which files are plans, the last entry that matches wins. 哪些文件是方案，以最后匹配的一条为准。'),
    profiles: z
      .array(z.string().min(1).max(500))
      .optional()
      .describe('Files of own profiles, relative to this file. 自定义模板文件。'),
    rules: ruleEntries
      .optional()
      .describe('Severity of rules, with options: id: warning, id: [warning, {…}]. 规则的级别和选项。'),
    organisations: z
      .array(z.string().min(1).max(80))
      .optional()
      .describe('Names of own bodies. 本单位及有关机构的名称。'),
    roster: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(40).describe('Name of the person. 姓名。'),
          post: z.string().min(1).max(80).optional().describe('Post, written behind the name. 职务。'),
          unit: z.string().min(1).max(80).optional().describe('The unit that the person belongs to. 所在单位。'),
        }),
      )
      .max(5_000)
      .optional()
      .describe('Persons who answer for tasks, offered while typing. 责任人名册，输入时供选用。'),
    terms: z.array(z.string().min(1).max(80)).optional().describe('Terms that are right as they are. 专门用语。'),
    calendar: calendarSchema
      .optional()
      .describe('Holidays, working days and days off of the office itself. 本单位自己的假日、上班日和休息日。'),
    overrides: z
      .array(
        z.strictObject({
          files: globs.describe('Globs, relative to this file. 相对本文件的通配符。'),
          profile: profileId.optional().describe('Profile of these files, auto or none. 这些文件所用的模板。'),
          rules: ruleEntries.optional().describe('Severity of rules for these files. 这些文件的规则级别和选项。'),
          organisations: names.optional().describe('Further names of bodies. 这些文件另有的机构名称。'),
          terms: names.optional().describe('Further terms. 这些文件另有的专门用语。'),
          calendar: calendarSchema
            .optional()
            .describe('Further days off and working days. 这些文件另有的假日和上班日。'),
        }),
      )
      .max(500)
      .optional()
      .describe('What counts for some files only; later entries count more. 只对部分文件有效的设置，后面的优先。'),
  })
  .meta({ title: 'Fangan configuration 配置', description: 'fangan.yaml' });

/** A person of the roster. */
export interface Person {
  readonly name: string;
  readonly post?: string | undefined;
  readonly unit?: string | undefined;
}

/** What a configuration says of some files only. */
export interface Override {
  readonly files: readonly string[];
  readonly matches: (path: string) => boolean;
  readonly profile?: string | undefined;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly organisations: readonly string[];
  readonly terms: readonly string[];
  readonly days: OwnDays;
}

/** What a configuration file says, ready for use; what was wrong in it is left out and listed. */
export interface Configuration {
  /** Files that it builds on, as written. */
  readonly extends: readonly string[];
  readonly language?: 'zh' | 'en';
  readonly asOf?: PlainDate;
  readonly profile?: string;
  readonly plans: readonly {
    readonly matches: (path: string) => boolean;
    readonly files: readonly string[];
    readonly profile: string;
  }[];
  readonly profiles: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly organisations: readonly string[];
  readonly roster: readonly Person[];
  readonly terms: readonly string[];
  /** Of `calendar`. */
  readonly days: OwnDays;
  readonly overrides: readonly Override[];
  readonly faults: readonly Fault[];
  /** Place of a value in the file, for faults that show only later. */
  at(path: readonly PropertyKey[]): Fault['range'];
}

/**
 * Reads a configuration. What is wrong in it is reported with its place and left out; the rest
 * counts, so that one slip does not switch everything off.
 */
export function parseConfiguration(text: string, rules: readonly Rule[] = knownRules): Configuration {
  const yaml = readYaml(text);
  const faults: Fault[] = [...yaml.faults];
  const { value, issues, original } = prune(configurationSchema, yaml.value ?? {});
  const at = (path: readonly PropertyKey[], ofKey?: boolean) => yaml.at(original(path), ofKey);
  for (const issue of issues) faults.push(...faultOfIssue(issue, yaml.value, yaml.at));
  const readRules = (entries: z.infer<typeof ruleEntries> | undefined, place: readonly PropertyKey[]) => {
    const read = ruleSettings(entries ?? {}, rules, (path, ofKey) => at([...place, ...path], ofKey));
    faults.push(...read.faults);
    return read.settings;
  };
  const readDays = (calendar: z.infer<typeof calendarSchema> | undefined, place: readonly PropertyKey[]) => {
    const read = readCalendar(calendar ?? {}, (path) => at([...place, ...path]));
    faults.push(...read.faults);
    return read.days;
  };
  const settings = readRules(value?.rules, ['rules']);
  const asOf = value?.asOf === undefined ? undefined : parseDay(value.asOf);
  if (value?.asOf !== undefined && !asOf) {
    faults.push({ value: { zh: '没有这一天', en: 'There is no such day' }, range: yaml.at(['asOf']) });
  }
  return {
    extends: typeof value?.extends === 'string' ? [value.extends] : (value?.extends ?? []),
    ...(value?.language ? { language: value.language } : {}),
    ...(asOf ? { asOf } : {}),
    ...(value?.profile ? { profile: value.profile } : {}),
    plans: (value?.plans ?? []).map(({ files, profile }) => {
      const patterns = typeof files === 'string' ? [files] : files;
      return { files: patterns, matches: matcher(patterns), profile };
    }),
    profiles: value?.profiles ?? [],
    rules: settings,
    organisations: value?.organisations ?? [],
    roster: value?.roster ?? [],
    terms: value?.terms ?? [],
    days: readDays(value?.calendar, ['calendar']),
    overrides: (value?.overrides ?? []).map(
      ({ files, profile, rules: own, organisations, terms, calendar }, number) => {
        const patterns = typeof files === 'string' ? [files] : files;
        return {
          files: patterns,
          matches: matcher(patterns),
          profile,
          rules: readRules(own, ['overrides', number, 'rules']),
          organisations: organisations ?? [],
          terms: terms ?? [],
          days: readDays(calendar, ['overrides', number, 'calendar']),
        };
      },
    ),
    // Read last: the overrides add to it.
    faults: faults.sort((a, b) => a.range.start - b.range.start),
    at,
  };
}

/** The settings of rules by their ids; unknown rules and wrong options are left out and listed. */
function ruleSettings(
  entries: z.infer<typeof ruleEntries>,
  rules: readonly Rule[],
  at: (path: readonly PropertyKey[], ofKey: boolean) => Fault['range'],
): { readonly settings: ReadonlyMap<string, RuleSetting>; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const settings = new Map<string, RuleSetting>();
  for (const [id, entry] of Object.entries(entries)) {
    const [severity, options] = typeof entry === 'string' ? [entry] : entry;
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) {
      faults.push(unknownRule(id, rules, at([id], true)));
      continue;
    }
    const wrong = options ? wrongOptions(rule, options) : [];
    for (const { name, fault } of wrong) faults.push({ value: fault, range: at([id, 1, name], true) });
    const right = Object.entries(options ?? {}).filter(([name]) => !wrong.some((one) => one.name === name));
    settings.set(id, { severity, ...(right.length > 0 ? { options: Object.fromEntries(right) } : {}) });
  }
  return { settings, faults };
}

/** A day as YYYY-MM-DD; undefined when it is written otherwise or does not exist. */
export function parseDay(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isValid(day) ? day : undefined;
}

/** A glob without `/` speaks of names in any directory, as in .gitignore. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) =>
    picomatch(pattern.replace(/^\.\//, ''), { dot: true, basename: !pattern.includes('/') }),
  );
  return (path) => tests.some((test) => test(path));
}

function unknownRule(id: string, rules: readonly Rule[], range: Fault['range']): Fault {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return {
    value: {
      zh: `没有名为“${id}”的规则${near ? `，是否指“${near}”` : ''}`,
      en: `There is no rule “${id}”${near ? `; did you mean “${near}”?` : ''}`,
    },
    range,
  };
}

/** Options that the rule does not have, or whose value is of another kind than the default. */
function wrongOptions(
  rule: Rule,
  options: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly fault: Fault['value'] }[] {
  const defaults = (rule.options ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(options).flatMap(([name, value]) => {
    if (!(name in defaults)) {
      const names = Object.keys(defaults).join('、');
      return {
        name,
        fault: {
          zh: `规则“${rule.id}”没有选项“${name}”${names ? `，可用：${names}` : ''}`,
          en: `The rule “${rule.id}” has no option “${name}”${names ? ` (has: ${names.replaceAll('、', ', ')})` : ''}`,
        },
      };
    }
    if (kindOfValue(value) === kindOfValue(defaults[name])) return [];
    return {
      name,
      fault: {
        zh: `选项“${name}”的值类型不对，应与默认值 ${JSON.stringify(defaults[name])} 相同`,
        en: `The option “${name}” has a value of the wrong kind; the default is ${JSON.stringify(defaults[name])}`,
      },
    };
  });
}

function kindOfValue(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
