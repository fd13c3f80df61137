import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { groupsSetUp } from './groups.ts';

/** A group that acts beside those that the plan lists, and is none of them. */
export interface UnlistedGroup {
  readonly name: string;
  readonly range: Range;
}

interface Acting extends Range {
  readonly name: string;
}

/** So many groups make a list that is meant to be whole. */
const LIST = 4;
/** At the head of a clause, and it does something in it. */
const acting =
  /(?:(?<=^|[，。；：）)]\s?)|(?<=由))([一-龥]{3,5}组)(?=(?:负责|组织|发放|准备|安排|引导|疏散|清点|救护|救治|检查|维持|维护|设置|布置|联系|通知|汇总|收集|统计|报告|做好|立即|迅速|到达|赶到|携带|协助|配合|对|将|要|应|须|及时))/gu;
/** A level, an office or a word for all of a sort makes it a body of somebody; others every house has. */
const somebodys =
  /[省市县区镇乡村街局厅院校所司厂站我各本该其每原上下等的和与及或在将为以班年级科]|领导|专家|教研|备课|小组|工作组|公安|消防|医院|政府|第[一二三四五六七八九十]|现场|人一|分组|编组|互助|自愿/;
const groupSign = sign({ units: '组' });

const actingOn = lineMemo(({ text }): readonly Acting[] => {
  const found = matchesOf(text, acting).flatMap(({ 1: name = '', index }) =>
    somebodys.test(name) ? [] : [{ name, start: index, end: index + name.length }],
  );
  return found.length === 0 ? none : found;
});
const none: readonly Acting[] = [];

/**
 * 后勤保障组发放物资 in a plan that lists its groups, and has none for 后勤 or 保障: the only mention of a body that nobody
 * set up. One that shares a word with a group of the list may be that one by a shorter name.
 */
export function unlistedGroups(lines: readonly Line[], whole: readonly Line[]): readonly UnlistedGroup[] {
  const own = linesWith(lines, groupSign).filter(({ place }) => place !== 'quote');
  if (own.length < LIST) return [];
  const groups = groupsSetUp(own);
  if (groups.length < LIST) return [];
  return own.flatMap((line) =>
    actingOn(line.facts).flatMap(({ name, start, end }): readonly UnlistedGroup[] => {
      const words = pairsOf(name.slice(0, -1));
      if (groups.some((group) => words.some((word) => group.name.includes(word)))) return [];
      const mention = mentionOf(words);
      const mentions = whole.filter(({ text }) => mention.test(text));
      return mentions.length > 1 ? [] : [{ name, range: line.at(start, end) }];
    }),
  );
}

const pairsOf = (name: string): readonly string[] =>
  Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
/** 后勤组, 后勤保障小组 elsewhere. */
const mentionOf = (words: readonly string[]) => new RegExp(`(?:${words.join('|')})[一-龥]{0,4}(?:组|队)`);
