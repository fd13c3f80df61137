import { readCount } from '../../../numbering/han.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import { pointedSign } from './count-signs.ts';
import type { Miscount } from './issues.ts';

const NUMERAL = '\\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?';
/** 成立由8人组成的领导小组：, 评审组由7人组成： */
const composed = new RegExp(
  `(?:由(?:以下|下列)?((${NUMERAL})[人名](?:同志|人员)?)(?:组成|构成)|共(?:有)?((${NUMERAL})[人名]))(?!以上|左右)`,
  'u',
);
const ROLE =
  '(?:常务)?(?:副)?(?:组长|主任委员|主任|指挥长|总指挥|队长|会长|主席|召集人|秘书长|理事长|团长|评委)|成员|委员|组员|队员|总指挥';
/** 组长：林某某（校长）; 成员：甲、乙、丙 */
const named = new RegExp(`^[\\s\\u3000*#\\-•]{0,6}(${ROLE})[\\s\\u3000]{0,4}[：:]\\s*(.{2,200}?)[。；;]?$`, 'u');
const last = /^(?:成员|委员|组员|队员)$/;
const person = /^\p{Script=Han}(?:\s?\p{Script=Han}){1,3}$/u;
/** 校长, 各科主任: who holds an office, and perhaps several of them. */
const office = /[长任记员师办室处科局委部队组会所站村校园司厂股课班]$/;

/** 由8人组成, and the names in the lines below it, head and members, which are other many. */
export function unequalMembers(lines: readonly Line[]): readonly Miscount[] {
  return linesWith(lines, pointedSign).flatMap((line): readonly Miscount[] => {
    const told = line.place === 'cell' || line.place === 'quote' ? null : toldOn(line.facts);
    if (!told) return NONE;
    const listed = namesBelow(lines, lines.indexOf(line) + 1);
    if (listed === undefined || listed === told.count) return [];
    return [{ written: told.written, listed, range: line.at(told.start, told.start + told.written.length) }];
  });
}
const NONE: readonly Miscount[] = [];

const toldOn = lineMemo(({ text }): { written: string; count: number; start: number } | null => {
  const match = /[人名]/.test(text) && /[：:。]$/.test(text) ? composed.exec(text) : null;
  const written = match?.[1] ?? match?.[3];
  const count = readCount(match?.[2] ?? match?.[4] ?? '');
  if (!match || written === undefined || count === undefined || /其中|每|各/.test(text)) return null;
  return { written, count, start: text.indexOf(written, match.index) };
});

/** The names of the lines right below: a head first, members last, and nobody who is not called by a name. */
function namesBelow(lines: readonly Line[], from: number): number | undefined {
  const names = new Set<string>();
  let all = 0;
  let role = '';
  for (let at = from; at < lines.length; at++) {
    const match = named.exec(lines[at]?.text ?? '');
    if (!match) break;
    const [, own = '', list = ''] = match;
    if (at === from && last.test(own)) return undefined;
    const people = personsIn(list);
    if (!people) return undefined;
    role = own;
    all += people.length;
    for (const name of people) names.add(name);
  }
  // Who stands there twice may be counted once.
  return last.test(role) && names.size === all ? all : undefined;
}

function personsIn(list: string): readonly string[] | undefined {
  const items = list
    .replace(/[（(][^（()）]{1,30}[)）]/g, '')
    .split(/[、，,]/)
    .map((item) => item.trim());
  const plain = items.every((item) => person.test(item) && !office.test(item) && !/[等各及]/.test(item));
  return plain ? items.map((item) => item.replace(/\s/g, '')) : undefined;
}

/** 评审委员会，共9人，其中主任委员1人，由会长担任；副主任委员2人；委员5人 */
const inSentence =
  /(?:共|由)(?:有)?((\d{1,2})[人名])(?:组成|构成)?[，,；：:](?:其中|设|包括)?[：:，,]?([^。]{8,160})/gu;
const ofRole = new RegExp(`(${ROLE})(?:各)?(\\d{1,2}|[一二两三四五六七八九十])[人名]`, 'gu');

/** A body of so many persons, and its offices told one by one with semicolons between them. */
export function miscountedOffices({ text }: LineFacts): readonly Miscount[] {
  if (!/\d[人名][，,；：:组构]/.test(text) || !/[；;]/.test(text) || !/[委成组队]员/.test(text)) return NONE;
  const found = [...text.matchAll(inSentence)].flatMap((match): readonly Miscount[] => {
    const { 0: words, 1: written = '', 2: numeral = '', 3: list = '', index } = match;
    const roles = [...list.matchAll(ofRole)];
    const counts = roles.map(([, , one = '']) => readCount(one) ?? 0);
    const sum = counts.reduce((all, one) => all + one, 0);
    const numbers = list.match(/\d+|[一二两三四五六七八九十](?=[人名])/g) ?? [];
    // Semicolons between them; commas alone are for arithmetic.
    const isApart = /[；;]/.test(list.slice(0, roles.at(-1)?.index ?? 0));
    const isWhole = roles.length >= 2 && !last.test(roles[0]?.[1] ?? '') && last.test(roles.at(-1)?.[1] ?? '');
    if (!isApart || !isWhole || numbers.length !== roles.length || /各|若干|约|等|以上/.test(list)) return [];
    if (sum === Number(numeral) || Math.abs(sum - Number(numeral)) > FAR) return [];
    const start = index + words.indexOf(written);
    return [{ written, listed: sum, range: { start, end: start + written.length } }];
  });
  return found.length === 0 ? NONE : found;
}
const FAR = 3;
