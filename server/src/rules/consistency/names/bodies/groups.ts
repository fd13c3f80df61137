import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

interface Named {
  readonly name: string;
  /** Indexes in the text of the line. */
  readonly start: number;
}

/** So many groups make a list of them. */
const LIST = 3;
const none: readonly Named[] = [];

/** （五）电力通信保障组。, 3.医疗救护组：, **宣传组**（组长：…）: the group that a numbered line is about. */
const topic = /^[一-龥]{3,12}组(?=$|[。：:（(，,\s\u3000])/;
/** 下设综合协调组、抢险救援组、后勤保障组等五个工作组. */
const inLine =
  /(?:下设|设立|设置|成立|分设|分为|设)(?:[一二三四五六七八九十\d]{1,2}个)?(?:工作|专项)?(?:小组|组)?[，：:]?((?:[一-龥]{2,10}组[、和及]){2,12}[一-龥]{2,10}组)/;
/** What belongs to any paper. */
const common =
  /(?:领导小?|工作|专项|党|村民|居民|小|各|本|该|全|第[一二三四五六七八九十\d]+|[一二三四五六七八九十\d])组$/;

/** The groups that a line sets up. */
const setUpOn = lineMemo(({ text, number }): readonly Named[] => {
  if (number) {
    const start = number.range.end;
    const name = topic.exec(text.slice(start, start + 14))?.[0];
    if (name && !common.test(name)) return [{ name, start }];
  }
  const match = mayList(text) ? inLine.exec(text) : null;
  const list = match?.[1];
  return match && list ? piecesOf(list, match.index + match[0].length - list.length) : none;
});

/** Whether 组 stands there as often as in the shortest list. */
function mayList(text: string): boolean {
  let at = -1;
  for (let count = 0; count < LIST; count++) {
    at = text.indexOf('组', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The groups that are the whole of a cell: 电力通讯保障组; or of its pieces. */
const groupsInCell = lineMemo(({ text }): readonly Named[] => {
  if (text.length > 60) return none;
  const pieces = text.split(/[、，,；;/\s]/);
  return pieces.every((piece) => wholeName.test(piece)) ? piecesOf(text, 0) : none;
});
const wholeName = /^[一-龥]{2,12}$/;

function piecesOf(list: string, from: number): readonly Named[] {
  const found: Named[] = [];
  for (const { 0: name, index } of list.matchAll(/[^、，,；;/\s和及]+/g)) {
    if (/^[一-龥]{2,10}组$/.test(name) && !common.test(name)) found.push({ name, start: from + index });
  }
  return found;
}

/** A group, and where it is set up. */
export interface Placed {
  readonly name: string;
  readonly range: Range;
}

/**
 * Groups that a list sets up under one name, and that a table or the text calls by another: 电力通信保障组 in the list,
 * 电力通讯保障组 below 负责单位. A name that the list has as well is another group.
 */
export const groupVariants: NameReader<TwoNames> = { sign: sign({ units: '组' }), find: groupsIn };

/** The groups that lines set up, each once. */
export const groupsSetUp = (lines: readonly Line[]): readonly Placed[] => [...setUpIn(lines).values()];

function setUpIn(lines: readonly Line[]): ReadonlyMap<string, Placed> {
  const groups = new Map<string, Placed>();
  for (const line of lines) {
    if (line.place === 'cell') continue;
    for (const { name, start } of setUpOn(line.facts)) {
      if (!groups.has(name)) groups.set(name, { name, range: line.at(start, start + name.length) });
    }
  }
  return groups;
}

function groupsIn(lines: readonly Line[]): readonly TwoNames[] {
  const groups = setUpIn(lines);
  if (groups.size < LIST) return [];
  const found: TwoNames[] = [];
  for (const line of lines) {
    const used = line.place === 'cell' ? groupsInCell(line.facts) : mentioned(line, groups);
    for (const { name, start } of used) {
      if (groups.has(name)) continue;
      const near = [...groups.values()].filter((group) => differsByACharacter(name, group.name));
      const [group] = near;
      if (!group || near.length > 1) continue;
      found.push({
        written: name,
        other: group.name,
        range: line.at(start, start + name.length),
        elsewhere: group.range,
      });
    }
  }
  return found;
}

/** Names in running text that are as long as one of the list: …，由电力通讯保障组负责. */
function mentioned({ text }: Line, groups: ReadonlyMap<string, Placed>): readonly Named[] {
  const lengths = [...new Set([...groups.keys()].map(({ length }) => length))].filter((length) => length > SHORTEST);
  const found: Named[] = [];
  for (let at = text.indexOf('组'); at >= 0; at = text.indexOf('组', at + 1)) {
    for (const length of lengths) {
      const start = at + 1 - length;
      const name = start < 0 ? '' : text.slice(start, at + 1);
      if (/^[一-龥]+$/.test(name) && spokenOf.test(text.slice(0, start).slice(-1))) found.push({ name, start });
    }
  }
  return found;
}

/**
 * What stands in front of a name that is spoken of as it is: 由电力通讯保障组负责. Anything else may be whose it is, or
 * a part of a longer one: 市医疗救治组, 移交县医院医疗救治组, 迎接市委督导督查组.
 */
const spokenOf = /^$|[，。；：、“（(\s由与和及向至给经请将把交送知系即在归]/;

/** 综合组 and 综治组 may be two. */
const SHORTEST = 4;
/** What makes another group of a name. */
const telling = /[东南西北中一二三四五六七八九十上下前后内外甲乙丙男女水火医警]/;

function differsByACharacter(a: string, b: string): boolean {
  if (a.length !== b.length || a.length <= SHORTEST) return false;
  let odd = -1;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (odd >= 0) return false;
    odd = at;
  }
  return odd > 0 && !telling.test(a.charAt(odd) + b.charAt(odd));
}
