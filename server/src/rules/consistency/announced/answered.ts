import { mostIn } from '../../../plan/announcements/several.ts';
import type { Plan, Section } from '../../../plan/model.ts';
import type { Miscount } from './issues.ts';
import { areNear, issuesToldBefore } from './told.ts';

/** 针对“学习走形式”问题, 关于台账不全的问题: the issue that a measure answers. */
const answers = /^(?:针对|关于|对于)[^。；]{2,80}?(?:问题|不足)(?=[。：:，,]|$)/;
/** 关于台账不全和账实不符的问题: perhaps two. What is quoted is one. */
const joined = /[、，,和与及等]|[两二三四五]个|同时|以及/;
const quoted = /“[^“”、]{1,60}”/g;
const FEWEST = 3;

/** 反馈了4个方面11个问题, and nine measures behind it that answer one each. */
export function unansweredIssues(plan: Plan): readonly Miscount[] {
  const items = answersIn(plan.sections);
  const [first] = items ?? [];
  if (!items || !first || items.length < FEWEST) return [];
  const told = issuesToldBefore(plan, first.range.start);
  if (!told || told.count === items.length || !areNear(told.count, items.length)) return [];
  const answered = items.map(({ title }) => (answers.exec(title.value)?.[0] ?? '').replace(quoted, ''));
  if (told.count > items.length && answered.some((words) => joined.test(words) || mostIn(words) > 1)) return [];
  const { line, range, written, count } = told;
  return [{ written, listed: items.length, range: line.at(range.start, range.end), announced: count }];
}

const NONE: readonly Section[] = [];

/** The sections that answer an issue each; undefined where others stand among them, or their numbers do not rise. */
function answersIn(sections: readonly Section[]): readonly Section[] | undefined {
  const found = sections.filter(({ title }) => answers.test(title.value));
  if (found.length === 0) {
    const all: Section[] = [];
    for (const section of sections) {
      const inner = section.sections.length > 0 ? answersIn(section.sections) : NONE;
      if (!inner) return undefined;
      all.push(...inner);
    }
    return all;
  }
  const rising = found.every(({ number }, at) => number && number.value > (found[at - 1]?.number?.value ?? 0));
  return rising && found.length === sections.length ? found : undefined;
}
