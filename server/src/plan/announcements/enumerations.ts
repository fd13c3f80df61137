import { readCount } from '../../numbering/han.ts';
import type { DraftSection } from '../draft-section.ts';
import { lineMemo } from '../facts.ts';
import type { Enumeration, Line, PlanTable, Section, Stage } from '../model.ts';
import type { Announcement } from './announcement.ts';

type List = Enumeration['lists'][number];

/**
 * What a plan announces by number, with everything that could be what was announced: the list in
 * the sentence itself, the numbered lines or sections behind it, and, for stages, the rows of the
 * workflow tables (domain notes 3.4, “Announced vs listed”).
 */
export function readEnumerations(
  opening: readonly Line[],
  sections: readonly DraftSection[],
  stages: readonly Stage[],
  tables: readonly PlanTable[],
): readonly Enumeration[] {
  const found: Enumeration[] = [];
  const visitLine = (line: Line, holder: DraftSection | undefined, following: readonly Line[]): void => {
    for (const announcement of line.facts.announcements) {
      const lists: List[] = [];
      if (announcement.inline) {
        const items = announcement.inline.items.map((item) => line.at(item.start, item.end));
        lists.push({ origin: 'inline', count: items.length, items });
      }
      const isLast =
        (endsLine.test(line.text.slice(announcement.range.end)) && !isReported(announcement, line.text)) ||
        (leads.test(line.text.slice(0, announcement.range.start)) &&
          /^[^。；：]{1,20}[：:]\s*$/.test(line.text.slice(announcement.range.end)));
      const behind = isLast || (isDivision(announcement.noun) && !isPart(announcement, line.text));
      const children = holder ? holder.sections : sections;
      const headings = behind ? listOfSections(line, children, announcement.noun, isLast) : [];
      if (headings.length > 0 && !takesUp(headings, announcement, line)) lists.push(sectionList(headings));
      const counted = isLast ? listOfLines(following) : [];
      if (counted.length >= 2 && !takesUp(counted, announcement, line))
        lists.push({ origin: 'following', count: counted.length, items: counted.map(({ range }) => range) });
      if (announcement.noun === '阶段') lists.push(...listsOfTables(stages, tables));
      found.push({
        announcement,
        announced: announcement.count,
        lists,
        line,
        range: line.at(announcement.range.start, announcement.range.end),
      });
    }
  };
  for (const [at, line] of opening.entries()) visitLine(line, undefined, opening.slice(at + 1));
  const visit = (section: DraftSection, siblings: readonly DraftSection[]): void => {
    visitLine(section.heading, isLead(section) ? { ...section, sections: [...siblings] } : section, section.body);
    for (const [at, line] of section.body.entries()) visitLine(line, section, section.body.slice(at + 1));
    for (const child of section.sections) visit(child, section.sections);
  };
  for (const section of sections) visit(section, sections);
  return found;
}

/** 整治分三个阶段： on a line of its own: what it announces stands beside it. */
const isLead = ({ number, sections, tables, body, runIn }: DraftSection): boolean =>
  !number && runIn === undefined && sections.length === 0 && tables.length === 0 && body.length === 0;

/** Nothing but marks behind the announcement, or the word for what is announced: 两个方面的工作：. */
const endsLine =
  /^(?:的(?:主要|重点|具体|突出)?(?:工作|任务|内容|措施|要求|事项|问题|不足|困难|短板|差距|做法|成效|特点|变化)|(?:组织|逐步|有序)?(?:实施|进行|推进|开展|展开))?[。：:；，,\s）)”]*$/;
/** 对下列五种情况之一的社团，予以注销： */
const leads = /(?:下列|以下)$/;
const ordinal = /第[一二三四五六七八九十]/;

/** 检查组反馈了8个问题。 at the end of an opening tells of what was found; the chapters of the plan behind it are not the issues. */
const isReported = ({ noun, range }: Announcement, text: string): boolean =>
  noun.endsWith('问题') && reported.test(text.slice(Math.max(0, range.start - 24), range.start)) && /。\s*$/.test(text);
const reported = /(?:反馈|指出|查摆|发现|交办|通报|检查出|梳理出)[^，。；]*$/;

const isDivision = (noun: string): boolean => noun === '阶段' || noun === '环节';

/** 整改落实与巩固提高两个阶段的时间据此错开: those named in front of the number are meant, whatever other stages there are. */
function isPart({ count, inline }: Announcement, text: string): boolean {
  if (inline?.position !== 'before' || inline.items.length !== count) return false;
  // 分自查、整改两个阶段: words that divide lead into the list, and it has to be the whole.
  return inline.range.start === 0 || /[，,。；;：:\s\u3000]/.test(text.charAt(inline.range.start - 1));
}

/**
 * 实现“三个百分之百”和“五个明显提升”。 above 1.“三个百分之百”：… and 2.“五个明显提升”：…: the list below takes the
 * slogans up one by one, and what stands for each of them is listed within.
 */
function takesUp(items: readonly (Line | DraftSection)[], { range, phrase }: Announcement, line: Line): boolean {
  const { start, end } = phrase ?? range;
  const words = line.text.slice(start, end);
  return items.some((item) => {
    const text = ('heading' in item ? item.heading : item).text.slice(0, longestNumber + words.length);
    const at = text.indexOf(words);
    return at >= 0 && onlyNumber.test(text.slice(0, at));
  });
}
const longestNumber = 16;
/** What stands in front of words that begin an item: its number, and 实现, 做到, 落实 perhaps. */
const onlyNumber = /^[\s\u3000*#（(\d一二三四五六七八九十）)、.．①-⑩是]*(?:实现|做到|落实|达到|围绕|关于)?[“"「]?$/;

/** Sections right behind the line, of one kind and counted from one; or all whose titles use the noun. */
function listOfSections(
  line: Line,
  children: readonly DraftSection[],
  noun: string,
  isLast: boolean,
): readonly DraftSection[] {
  const behind = children.filter((child) => child.heading.index > line.index);
  const first = behind[0];
  if (!first) return [];
  const named = noun.length >= 2 ? behind.filter((child) => child.heading.text.slice(0, 40).includes(noun)) : [];
  // Some headings that happen to use the word are not the list; those that count themselves or are all alike are.
  const complete =
    named.length === behind.length || named.every((child) => ordinal.test(child.heading.text.slice(0, 40)));
  if (named.length >= 2 && complete && first.heading.index <= line.index + 3) return named;
  if (!isLast || first.heading.index !== line.index + 1) return [];
  const alike = behind.filter((child) => child.style === first.style && child.number?.kind === first.number?.kind);
  if (alike.length !== behind.length || (first.number && first.number.value !== 1)) return [];
  return alike;
}

/** Sections as the list of what was announced. */
export function sectionList(sections: readonly Section[]): List {
  return { origin: 'sections', count: sections.length, items: sections.map((section) => section.heading.range) };
}

/** 第一巡查组：…, 第二小组：… */
const groupOrdinal = /^第([一二三四五六七八九十]{1,2}|\d{1,2})[一-龥]{0,6}组(?=[\s\u3000：:（(，,]|$)/;

/** Which group of several a line is about; 0 where it counts none. */
export const groupNumber = lineMemo(({ text }) => {
  const written = text.startsWith('第') ? groupOrdinal.exec(text)?.[1] : undefined;
  return written === undefined ? 0 : (readCount(written) ?? 0);
});

/** Lines behind the announcement that count themselves: 一是…, ①…, 第一巡查组：…. */
function listOfLines(following: readonly Line[]): readonly Line[] {
  const items: Line[] = [];
  let kind: string | undefined;
  for (const line of following) {
    const group = groupNumber(line.facts);
    const number = group > 0 ? { kind: 'group', value: group } : line.facts.number;
    if (!number || number.value !== items.length + 1 || (kind && number.kind !== kind)) break;
    kind = number.kind;
    items.push(line);
  }
  return items;
}

function listsOfTables(stages: readonly Stage[], tables: readonly PlanTable[]): readonly List[] {
  return tables.flatMap((table) => {
    const named = stages.filter((stage) => stage.tables.includes(table));
    if (named.length === 0) return [];
    const items = table.rows.flatMap((row) => {
      const cell = table.cell(row, 'stage');
      return cell ? [cell.range] : [];
    });
    return [{ origin: 'table' as const, count: named.length, items }];
  });
}
