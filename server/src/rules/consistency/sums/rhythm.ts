import { type SumFault, value } from './amounts.ts';

const howOften = '次|期|场|课时|学时|篇|轮';
/** 全年组织培训12次，每季度4次. */
const yearThenPart = new RegExp(
  `(?:全年|每年|一年)(?<often>[^，。；\\d]{0,14})(?<year>\\d{1,3})(?<unit>${howOften})[，、（(；](?:其中)?(?:平均)?每(?<part>季度|季|月|半年)[^，。；\\d]{0,10}(?<times>\\d{1,3})\\k<unit>`,
  'gu',
);
/** 每季度组织培训4次，全年12次. */
const partThenYear = new RegExp(
  `每(?<part>季度|季|月|半年)[^，。；\\d]{0,14}(?<times>\\d{1,3})(?<unit>${howOften})[，、（(；](?:全年|一年)(?<often>[^，。；\\d]{0,10})(?<year>\\d{1,3})\\k<unit>`,
  'gu',
);
const perYear: Readonly<Record<string, number>> = { 季度: 4, 季: 4, 月: 12, 半年: 2 };
const least = /不少于|不低于|至少|以上/;
const most = /不超过|不多于|至多|最多/;

/** How often in a year, and how often in each part of it, that do not agree. */
export function unequalRhythms(text: string): readonly SumFault[] {
  return [...text.matchAll(yearThenPart), ...text.matchAll(partThenYear)].flatMap(ofRhythm);
}

function ofRhythm({ 0: words, index, groups = {} }: RegExpExecArray): readonly SumFault[] {
  const { year = '', often = '', part = '', times = '', unit = '' } = groups;
  const [whole, sum] = [value(year), value(times) * (perYear[part] ?? 0)];
  if (whole === sum || most.test(words)) return [];
  // 全年不少于12次，每季度4次 asks for more than it must; 每季度不少于3次 may come to more than the year's number.
  if (least.test(often) ? sum > whole : least.test(words) && sum < whole) return [];
  const written = year + unit;
  const start = index + words.indexOf(written);
  return [{ kind: 'parts', range: { start, end: start + written.length }, written, found: String(sum) }];
}
