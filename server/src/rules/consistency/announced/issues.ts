import { readCount } from '../../../numbering/han.ts';
import { sectionList } from '../../../plan/announcements/enumerations.ts';
import type { Plan, Section } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import { linesOf } from '../../../plan/tasks/tasks.ts';
import type { Range } from '../../../text/range.ts';
import { pointedSign } from './count-signs.ts';
import type { WrongCount } from './parts.ts';

/** A number that the text gives, and what can be counted. */
export interface Miscount {
  readonly written: string;
  readonly listed: number;
  readonly range: Range;
  /** What `written` comes to, where another rule may tell which one is missing. */
  readonly announced?: number;
}

/** 反馈了五个方面的问题 in the opening, and a section 存在的问题 with four items. */
export function unequalIssues(plan: Plan): readonly WrongCount[] {
  const announced = plan.enumerations.find(
    ({ announcement: { noun, slogan, range }, lists, line }) =>
      !slogan &&
      lists.length === 0 &&
      /问题$|^的?(?:突出|主要)?问题/.test(noun.endsWith('问题') ? noun : line.text.slice(range.end, range.end + 6)) &&
      plan.opening.includes(line) &&
      fedBack.test(line.text),
  );
  if (!announced) return [];
  const sections = plan.sections.filter(({ title }) => issueTitle.test(title.value));
  const [section] = sections;
  const items = section?.sections ?? [];
  const [first] = items;
  if (!section || sections.length > 1 || !first || items.length < 2) return [];
  const counted = items.every(
    (item, at) =>
      item.number?.kind === first.number?.kind && item.number?.value === at + 1 && item.sections.length === 0,
  );
  if (!counted || items.length === announced.announced) return [];
  return [{ enumeration: announced, list: sectionList(items) }];
}

/** 反馈的3个问题, and 问题一 to 问题四 behind it. */
export function unequalNumbered(plan: Plan): readonly WrongCount[] {
  const holder = plan.sections.find(({ sections: [first] }) => first && isIssue(first));
  const items = (holder ?? plan).sections.filter(isIssue);
  const [first] = items;
  if (!first || items.length < 2 || items.some(({ number }, at) => number?.value !== at + 1)) return [];
  const told = plan.enumerations.filter(
    ({ announcement: { noun, slogan }, lists, line }) =>
      !slogan &&
      lists.length === 0 &&
      noun.endsWith('问题') &&
      line.range.start < first.range.start &&
      fedBack.test(line.text),
  );
  const [announced, more] = told;
  if (!announced || more || announced.announced === items.length) return [];
  return [{ enumeration: announced, list: sectionList(items) }];
}

const isIssue = ({ number }: Plan['sections'][number]): boolean =>
  number?.kind === 'thing' && number.raw.includes('问题');

const fedBack = /反馈|指出|查摆|梳理|发现|列出/;
const issueTitle = /^(?:反馈|存在|主要|突出|查摆)?(?:的|出的)?(?:主要|突出)?问题(?:清单)?$/;

/** 针对以上三个问题, 上述3方面不足: it points back to what has been listed. */
const pointsBack =
  /(?:以上|上述|前述)([两二三四五六七八九十]|[2-9])(?:个|项|点|条|种|方面|个方面)的?(?:主要|突出|具体)?(?:问题|不足)/;
const spoken = /(?:^|[。；，：:、])([一二三四五六七八九十])是/g;
const holdsIssues = /问题|不足|短板/;

/** 以上两个问题 behind a section of three. */
export function issuesPointedAt(plan: Plan): readonly Miscount[] {
  if (!linesWith(plan.lines, pointedSign).some(({ text }) => pointsBack.test(text))) return NONE;
  const found: Miscount[] = [];
  let issues: number | undefined;
  const visit = (section: Section): void => {
    // Nothing can be pointed at before it has been listed.
    const lines = issues === undefined ? [] : [section.heading, ...section.body];
    for (const line of lines) {
      const match = /[以上前]/.test(line.text) ? pointsBack.exec(line.text) : null;
      const written = match?.[1];
      if (!match || written === undefined || issues === undefined) continue;
      const count = readCount(written);
      if (count === issues) continue;
      found.push({ written: match[0], listed: issues, range: line.at(match.index, match.index + match[0].length) });
    }
    if (holdsIssues.test(section.title.value)) issues = listedIn(section) ?? issues;
    else section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
}

const NONE: readonly Miscount[] = [];

/** How many issues a section lists: its items, or 一是, 二是 in its text; undefined where that is not certain. */
function listedIn(section: Section): number | undefined {
  const { sections } = section;
  if (sections.length > 0) {
    const counted = sections.every(({ number }, at) => number?.value === at + 1);
    return counted && sections.length > 1 ? sections.length : undefined;
  }
  const text = linesOf(section)
    .map((line) => line.text)
    .join('。');
  const values = [...text.matchAll(spoken)].map(([, written = '']) => readCount(written));
  return values.length > 1 && values.every((value, at) => value === at + 1) ? values.length : undefined;
}
