import { readCount } from '../../../numbering/han.ts';
import { mostIn } from '../../../plan/announcements/several.ts';
import type { Plan, Section } from '../../../plan/model.ts';
import type { Miscount } from './issues.ts';

/** 三、重点任务（共6项） */
const headed = /[（(](?:共|共计|计)?((\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?:项|条|个))[)）]$/;
const FEWEST = 3;
/** 1.一等奖1个, 优秀组织奖（2名） */
const amount = /(\d{1,2}|[一二两三四五六七八九十])(?:个|项|条|名|件|份|篇|家|支)(?:[)）]|$)/;

const NONE: readonly Miscount[] = [];

/** A number in the heading of a section, and other many numbered parts below it. */
export function unequalHeadings({ sections }: Pick<Plan, 'sections'>): readonly Miscount[] {
  const found: Miscount[] = [];
  addUnequal(sections, found);
  return found;
}

function addUnequal(sections: readonly Section[], found: Miscount[]): void {
  for (const section of sections) {
    if (section.sections.length === 0) continue;
    for (const one of ofHeading(section)) found.push(one);
    for (const one of onlyFirst(section)) found.push(one);
    addUnequal(section.sections, found);
  }
}

/** 切实抓好两个环节, and only （一） below it: the others were lost. */
const ofParts =
  /(?:抓好|做好|抓住|把握|突出|开展|完成|注重|坚持)(([两二三四五六七八九])个(?:环节|步骤|阶段|方面|重点|关键))/;

function onlyFirst({ sections, title, titleAt, heading }: Section): readonly Miscount[] {
  const [first, second] = sections;
  if (second || first?.number?.kind !== 'hanBracket' || first.number.value !== 1) return NONE;
  const match = ofParts.exec(title.value);
  const [, written = '', numeral = ''] = match ?? [];
  if (!match || (readCount(numeral) ?? 0) < 2) return NONE;
  // 统筹做好三个方面工作，重点抓好两个关键: of which of them （一） is a part, is open.
  if (/[两二三四五六七八九]个/.test(title.value.slice(match.index + match[0].length))) return NONE;
  const start = titleAt + match.index + match[0].length - written.length;
  return [{ written, listed: 1, range: heading.at(start, start + written.length) }];
}

function ofHeading({ sections, title, titleAt, heading, tables }: Section): readonly Miscount[] {
  const match = title.value.endsWith('）') || title.value.endsWith(')') ? headed.exec(title.value) : null;
  if (!match) return NONE;
  const [, written = '', numeral = ''] = match;
  const count = readCount(numeral);
  if (count === undefined || tables.length > 0) return [];
  const [first] = sections;
  const counted = sections.every(({ number }, at) => number?.kind === first?.number?.kind && number?.value === at + 1);
  const listed = sections.length;
  if (!counted || listed < FEWEST || listed === count || Math.abs(listed - count) > 2) return [];
  const titles = sections.map((one) => one.title.value);
  const amounts = titles.map((one) => readCount(amount.exec(one)?.[1] ?? ''));
  // 奖项设置（共5个）, and 一等奖1个, 二等奖2个 below it: what is counted is told of each.
  if (amounts.every((one) => one !== undefined) || amounts.reduce((sum = 0, one = 0) => sum + one, 0) === count)
    return [];
  // 整治消防、整治燃气 may be two.
  if (titles.reduce((sum, one) => sum + mostIn(one), 0) >= count && listed < count) return [];
  // What is counted may be the parts of the parts.
  if (sections.some((section) => section.sections.length > 0)) return [];
  const start = titleAt + match.index + match[0].indexOf(written);
  return [{ written, listed, range: heading.at(start, start + written.length) }];
}
