import { anyOf } from '../../text/any-of.ts';
import { ownCopy } from '../../text/own-copy.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Plan } from '../model.ts';
import table from './audiences.yaml';

/** One of those that a window is for: the 镇机关 of 镇、街道机关. */
interface Group {
  /** `other` are all that are not named elsewhere (其他单位). */
  readonly kind: string;
  readonly levels: readonly string[];
}

const words = table as {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly behind: readonly string[];
  readonly levels: readonly string[];
  readonly between: readonly string[];
  readonly signs: Readonly<Record<string, readonly string[]>>;
};
const kinds = new Map(Object.entries(words.kinds).flatMap(([kind, list]) => list.map((word) => [word, kind] as const)));
const atEnd = new RegExp(`(?:${anyOf([...kinds.keys()])})$`);
/** Of words that hold another one the shorter tells as much. */
const anywhere = new RegExp(
  anyOf(
    [...kinds.keys(), '其他', '其余', '其它'].filter(
      (word, _, all) => !all.some((one) => one !== word && word.includes(one)),
    ),
  ),
);
const behind = new RegExp(`(?:${anyOf(words.behind)})$`);
const signs = /[“”"'\s\u3000（）()]/g;
const between = /[、，,/]|以及|及(?!其)|和|与/;
const others = /^(?:其他|其余|其它|剩余)/;
/** 全镇 and 我县 are everybody. */
const everybody = /^(?:全|我|本)/;
/** 镇 in 镇、街道机关: the word at the end counts for it as well. */
const levelOnly = new RegExp(`^各?(?:${anyOf([...words.levels, '街道', '乡镇', '镇街'])})$`);

/** 村居 and 村社 are both; so is 居 that stands by itself behind 村. */
const both = /村[居社](?![区民委])|村[、和]居(?![民委])/g;

/** Whether a text names anybody that a window can be for; cheap. */
export function mayNameAudience(text: string): boolean {
  return anywhere.test(text);
}

/** Those whom words like 镇、街道机关 or 其他参学单位 name; empty when they name nobody that is known. */
export function groupsOf(audience: string): readonly Group[] {
  let groups = known.get(audience);
  if (!groups) {
    groups = readGroups(audience);
    if (known.size >= remembered) known.clear();
    known.set(ownCopy(audience), groups);
  }
  return groups;
}

const known = new Map<string, readonly Group[]>();
/** The same few are named again and again. */
const remembered = 2_000;

function readGroups(audience: string): readonly Group[] {
  const parts = audience
    .replace(both, '村、社区')
    .replace(/[（(]/g, '、')
    .replace(signs, '')
    .split(between)
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const organs = /机关$/.test(last);
  const groups = parts.map((part) => groupOf(organs && levelOnly.test(part) ? `${part}机关` : part));
  return groups.every((group) => group !== undefined) ? groups : [];
}

function groupOf(part: string): Group | undefined {
  if (everybody.test(part)) return undefined;
  if (others.test(part)) return { kind: 'other', levels: [] };
  let name = part;
  for (let tries = 0; tries < 3; tries++) {
    const word = atEnd.exec(name)?.[0];
    const kind = word === undefined ? undefined : kinds.get(word);
    if (word !== undefined && kind) {
      const levels = words.levels.filter((level) => name.slice(0, -word.length).includes(level));
      return { kind, levels };
    }
    const shorter = name.replace(behind, '');
    if (shorter === name || shorter === '') return undefined;
    name = shorter;
  }
  return undefined;
}

const longestHead = 40;
const number = /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]|其中[，,：:]?){1,2}[\s\u3000]*/;
const beforeWindow = new RegExp(`(?:[：:（(，,\\s]|${anyOf(words.between)})$`);

/** Whom the words in front of a window or an amount name, and nothing else: 各镇机关集中整治从 → 各镇机关. */
export function audienceIn(head: string): string | undefined {
  if (head.length > longestHead || !mayNameAudience(head)) return undefined;
  let named = head.replace(number, '');
  for (let shorter = named.replace(beforeWindow, ''); shorter !== named; shorter = named.replace(beforeWindow, ''))
    named = shorter;
  return mayNameAudience(named) && groupsOf(named).length > 0 ? named : undefined;
}

/**
 * Whom an amount is said of: those in its own clause (其他参学单位集中活动时间不少于4个月), else those with whom
 * its sentence begins (镇机关从9月开始，集中活动时间6个月).
 * @param at where the amount begins
 */
export function audienceOfAmount(text: string, at: number): string | undefined {
  const sentence = lastOf(text, '。；;！：', at);
  const clause = lastOf(text, '。；;！：，,', at);
  const own = audienceIn(text.slice(clause, at));
  if (own !== undefined || clause === sentence) return own;
  const first = /^[^，,]{1,40}/.exec(text.slice(sentence, at))?.[0] ?? '';
  const lead = /^(.{1,20}?)(?:从|自|于|在|[\d一二三四五六七八九十]+[年月个])/.exec(first)?.[1];
  return lead === undefined ? audienceIn(first) : audienceIn(lead);
}

/** Index behind the last of some signs in front of a place. */
function lastOf(text: string, signs: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (signs.includes(text.charAt(at))) return at + 1;
  return 0;
}

/** Whether some of the people of two windows are the same: 镇、街道机关 and 各镇机关, 学校 and 中小学. */
export function haveCommonGroup(a: readonly Group[], b: readonly Group[]): boolean {
  return a.some((one) =>
    b.some(
      (other) =>
        one.kind === other.kind &&
        (one.levels.length === 0 ||
          other.levels.length === 0 ||
          one.levels.some((level) => other.levels.includes(level))),
    ),
  );
}

/**
 * What is said for somebody: what names them, else what is said for all others, else what names nobody.
 * @param audience undefined where it is not known for whom
 */
export function saidFor<T extends { readonly audience?: string | undefined }>(
  all: readonly T[],
  audience: string | undefined,
): readonly T[] {
  const own = audience === undefined ? [] : groupsOf(audience);
  if (own.length === 0) return all;
  const named = all.filter(
    (one) => one.audience === audience || (one.audience !== undefined && haveCommonGroup(groupsOf(one.audience), own)),
  );
  if (named.length > 0) return named;
  const rest = all.filter((one) => one.audience !== undefined && others.test(one.audience));
  return rest.length > 0 ? rest : all.filter((one) => one.audience === undefined);
}

const each = /(?:各|每个|每所|每家)(?!类|项|种|级|阶段|方面|环节|自)(\p{Script=Han}{1,8})/gu;
const atStart = new RegExp(`^(?:${anyOf([...kinds.keys()])})`);

/** Those who are told to do something with 各 or 每个: 镇, 学校, 水库管理单位. */
export const thoseNamedOn = lineMemo(({ text }: LineFacts): readonly string[] =>
  /[各每]/.test(text) ? [...text.matchAll(each)].map((match) => match[1] ?? '') : nobody,
);

const nobody: readonly string[] = [];

const anybody = /^(?:单位|部门|地|级|有关|相关|责任|成员|牵头|参|党|支部|机关|科|股|处|室|站|组|线|条|岗)/;

/** Whether a plan can be one of those who are named, as its title and issuer tell; of nobody named every one can. */
export function canBeOf({ title, issuer }: Plan, named: readonly string[]): boolean {
  const name = `${title?.value ?? ''}${issuer?.value ?? ''}`;
  return (
    named.length === 0 ||
    named.some((who) => {
      if (anybody.test(who)) return true;
      const kind = kinds.get(atStart.exec(who)?.[0] ?? '');
      return kind === undefined
        ? name.includes(who.slice(0, 2))
        : (words.signs[kind]?.some((sign) => name.includes(sign)) ?? true);
    })
  );
}

const byBody: Readonly<Record<string, string>> = { school: '学校', hospital: '医院', enterprise: '企业' };
const inTitle = /^全[市县区镇乡街州旗]?([\p{Script=Han}“”、]{1,16}?)(?:深入)?(?:开展|关于|集中开展)/u;

/** Whom a plan as a whole is for, as its title or its issuer tells; undefined where nothing does. */
export function audienceOf({ title, body }: Plan): string | undefined {
  const named = inTitle.exec(title?.value.replace(/[\s\u3000]/g, '') ?? '')?.[1];
  if (named !== undefined && groupsOf(named).length > 0) return named;
  if (!body || body.source === 'text') return undefined;
  if (body.kind === 'village') return /社区|居/.test(body.name) ? '社区' : '村';
  return byBody[body.kind];
}
