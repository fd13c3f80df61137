import { type SumFault, value } from './amounts.ts';

const howOften = '次|期|场|课时|学时|篇|轮';
/** 全年组织培训12次，每季度4次. */
const yearThenPart = new RegExp(
  `(?:全年|每年|一年)([^，。；\\d]{0,14})(\\d{1,3})(${howOften})[，、（(；](?:其中)?(?:平均)?每(季度|季|月|半年)([^，。；\\d]{0,10})(\\d{1,3})\\3`,
  'gu',
);
/** 每季度组织培训4次，全年12次. */
const partThenYear = new RegExp(
  `每(季度|季|月|半年)([^，。；\\d]{0,14})(\\d{1,3})(${howOften})[，、（(；](?:全年|一年)([^，。；\\d]{0,10})(\\d{1,3})\\4`,
  'gu',
);
const perYear: Readonly<Record<string, number>> = { 季度: 4, 季: 4, 月: 12, 半年: 2 };
const least = /不少于|不低于|至少|以上/;
const most = /不超过|不多于|至多|最多/;

/** How often in a year, and how often in each part of it, that do not agree. */
export function unequalRhythms(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  const judge = (
    match: RegExpExecArray,
    year: string,
    often: string,
    part: string,
    times: string,
    unit: string,
  ): void => {
    const [whole, sum] = [value(year), value(times) * (perYear[part] ?? 0)];
    if (whole === sum || most.test(match[0])) return;
    // 全年不少于12次，每季度4次 asks for more than it must; 每季度不少于3次 may come to more than the year's number.
    if (least.test(often) ? sum > whole : least.test(match[0]) && sum < whole) return;
    const start = match.index + match[0].indexOf(year + unit);
    found.push({
      kind: 'parts',
      range: { start, end: start + year.length + unit.length },
      written: year + unit,
      found: String(sum),
    });
  };
  for (const match of text.matchAll(yearThenPart)) {
    const [, often = '', year = '', unit = '', part = '', , times = ''] = match;
    judge(match, year, often, part, times, unit);
  }
  for (const match of text.matchAll(partThenYear)) {
    const [, part = '', , times = '', unit = '', often = '', year = ''] = match;
    judge(match, year, often, part, times, unit);
  }
  return found;
}
