import { withValue } from '../../../numbering/format.ts';
import { numberToHan, readCount } from '../../../numbering/han.ts';
import type { Enumeration, Line, Plan, PlanTable, Section } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { dividedSign } from './count-signs.ts';
import type { Miscount } from './issues.ts';

/** What is announced by name or by its number, and then left out. */
export interface Absent {
  readonly enumeration: Enumeration;
  readonly names: readonly string[];
  readonly listed: readonly Range[];
}

type List = Enumeration['lists'][number];

const divisions: ReadonlySet<string> = new Set(['阶段', '环节', '步骤', '程序']);

/**
 * 预警、响应、处置、恢复 of 分为预警、响应、处置、恢复四个阶段: only where all of them are named.
 * @param titles what is listed: 大会设开幕式、…四个环节 has words in front of the first name, which they tell from it
 */
function namesOf(
  { announcement: { inline, noun, slogan, count }, line }: Enumeration,
  titles: readonly string[],
): readonly string[] {
  if (slogan || inline?.position !== 'before' || inline.items.length !== count || !divisions.has(noun)) return [];
  const names = inline.items.map(({ start, end }) => line.text.slice(start, end).replace(/[“”"\s\u3000]/g, ''));
  const [first = '', ...others] = names;
  const own = titles.find((title) => title.length >= 2 && first.endsWith(title));
  if (own !== undefined) return short([own, ...others]);
  return short(names);
}

const short = (names: readonly string[]): readonly string[] =>
  names.every(({ length }) => length >= 2 && length <= LONGEST) && new Set(names).size === names.length ? names : [];
const LONGEST = 12;

/** So far behind a number or a full stop a name is still that of a part. */
const HEAD = 16;

/**
 * The names, or 第三阶段, that a list which is too short leaves out; empty where the list does not take the names up, so that
 * nobody can tell which of the two is wrong.
 */
export function absentFrom(enumeration: Enumeration, list: List, plan: Plan): readonly string[] {
  if (list.count >= enumeration.announced || list.origin === 'inline') return [];
  const heads = plan.lines.filter(({ range }) =>
    list.items.some(({ start, end }) => start <= range.start && range.start < end),
  );
  const names = namesOf(enumeration, heads.map(titleOf));
  if (names.length === 0)
    return skippedOrdinals(
      enumeration,
      heads.map(({ facts }) => facts.number),
    );
  const taken = names.filter((name) => heads.some(({ text }) => opensWith(text, name)));
  if (taken.length < Math.min(2, list.count) || taken.length < list.count) return [];
  // What lost its line break stands further on: …讲解。（三）岗位实践。
  const behind = plan.lines.filter(({ index, place }) => index > enumeration.line.index && place !== 'quote');
  return names.filter((name) => !taken.includes(name) && !behind.some(({ text }) => opensWith(text, name)));
}

/** 开幕式 of （一）开幕式（9:00）。 */
const titleOf = ({ text, facts: { number } }: Line): string =>
  /^[一-龥]{2,12}/u.exec(text.slice(number?.range.end ?? 0))?.[0] ?? '';

/** 第三阶段 between 第二阶段 and 第四阶段. */
function skippedOrdinals({ announced }: Enumeration, numbers: readonly Section['number'][]): readonly string[] {
  const last = numbers.at(-1);
  if (!last || (last.kind !== 'stage' && last.kind !== 'phasePart') || last.value !== announced) return [];
  const values = new Set(numbers.map((number) => (number?.kind === last.kind ? number.value : 0)));
  const missing = Array.from({ length: announced }, (_, at) => at + 1).filter((value) => !values.has(value));
  return missing.map((value) => (withValue(last, value) ?? '').replace(/[：:，,、\s\u3000]+$/, ''));
}

/** A name at the head of a line, behind its number, or behind a full stop and a number. */
function opensWith(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - HEAD), at);
    if (
      /(?:^|[。；：:])[\s\u3000*#（(]{0,4}(?:第?[一二三四五六七八九十\d]{1,3}(?:[、.．）)是：:]|阶段|环节|步骤?|个)?[、.．）)：:，,\s\u3000]{0,3})?(?:开展|做好|抓好|组织)?$/.test(
        before,
      )
    )
      return true;
  }
  return false;
}

/** The one table right below what announces parts by their names, and has all of them but one or two as its rows. */
export function absentFromTables(plan: Plan): readonly Absent[] {
  return plan.enumerations.flatMap((enumeration): readonly Absent[] => {
    const table = enumeration.announced < FEWEST ? undefined : tableBelow(plan, enumeration);
    if (!table) return [];
    return table.columns.flatMap((_, at): readonly Absent[] => {
      const cells = table.rows.flatMap(({ cells: own }) => {
        const cell = own[at];
        return cell && !cell.carried && cell.text.trim() !== '' ? [cell] : [];
      });
      const names = namesOf(
        enumeration,
        cells.map(({ text }) => text.trim()),
      );
      if (names.length === 0) return [];
      const listed = cells.filter(({ text }) => names.some((name) => isRow(text, name)));
      const absent = names.filter((name) => !cells.some(({ text }) => text.includes(name)));
      // Every row is one of those named.
      if (listed.length !== cells.length || listed.length !== names.length - absent.length) return [];
      if (absent.length === 0 || absent.length > 1 || listed.length < 2) return [];
      const behind = plan.lines.filter(({ index, place }) => index > enumeration.line.index && place !== 'cell');
      // …，出队时间由各街道自定: what the table need not have.
      const rest = enumeration.line.text.slice(enumeration.announcement.range.end);
      if (absent.some((name) => rest.includes(name))) return [];
      const left = absent.filter((name) => !behind.some(({ text }) => opensWith(text, name)));
      return left.length === 0 ? [] : [{ enumeration, names: left, listed: listed.map(({ range }) => range) }];
    });
  });
}
const FEWEST = 3;

const isRow = (text: string, name: string): boolean =>
  text.replace(/[\s\u3000]|^[（(]?[一二三四五六七八九十\d]{1,2}[、.．）)]/g, '').replace(/(?:阶段|环节|步骤)$/, '') ===
  name.replace(/(?:阶段|环节|步骤)$/, '');

/** No other line stands between the two but the title of the table. */
function tableBelow({ tables, lines }: Plan, { line }: Enumeration): PlanTable | undefined {
  const table = tables.find(({ range }) => range.start >= line.range.end);
  if (!table) return undefined;
  const between = lines.filter(
    ({ range, place }) => range.start >= line.range.end && range.end <= table.range.start && place !== 'cell',
  );
  return between.length <= 1 && between.every(({ text }) => text.length <= 30) ? table : undefined;
}

/** 分三步实施 */
const steps = /分(?<words>(?<count>[两二三四五六2-6])步)(?:走|实施|进行|推进|开展|组织|落实)?[。：:，,]?\s*$/u;

/** 分三步实施。 with 第一步 and 第二步 behind it. */
export function unequalStepsBelow(plan: Plan): readonly Miscount[] {
  return linesWith(plan.lines, dividedSign).flatMap((line): readonly Miscount[] => {
    const match = line.place === 'quote' || line.place === 'cell' ? null : steps.exec(line.text);
    const { words = '', count = '' } = match?.groups ?? {};
    const announced = readCount(count);
    if (!match || announced === undefined) return [];
    const from = plan.lines.indexOf(line);
    let listed = 0;
    let last = from;
    for (let at = from + 1; at < plan.lines.length && at - last <= NEAR; at++) {
      const one = plan.lines[at];
      const number = one?.facts.number;
      if (number?.kind === 'stepOrdinal' && number.value === listed + 1) [listed, last] = [listed + 1, at];
      else if (number?.kind === 'stepOrdinal') return [];
      else if (number?.kind === 'han') break;
    }
    // 第三步 that lost its line break is there.
    const next = `第${numberToHan(listed + 1)}步`;
    if (plan.lines.slice(from + 1).some(({ text }) => text.includes(next))) return [];
    if (listed < 2 || listed === announced) return [];
    const start = match.index + 1;
    return [{ written: words, listed, range: line.at(start, start + words.length) }];
  });
}
/** So many lines a step may have. */
const NEAR = 12;
