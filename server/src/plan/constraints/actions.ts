import type { Located, Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, Section } from '../model.ts';
import { stageKey } from '../stages/stage-key.ts';

/** 规定动作: what every plan under this one has to do. */
export interface RequiredAction extends Located<string> {
  /** Key of the stage in which it is to be done. */
  readonly stage?: string;
}

/** Nouns behind the number of a list of things to be done: 学习讨论、调研走访两项工作. */
const works = /^(?:重点|主要|规定|具体)?(?:工作|任务|动作|环节|步骤|活动)$/;
const duty = /规定动作|必做(?:事项|动作|内容)/;
const longest = 24;

/**
 * The required actions of a plan: those that its stages announce (主要抓好学习讨论、调研走访两项工作)
 * and those that it calls 规定动作, listed behind the word or in the section of that title.
 */
export function actionsOf(plan: Plan): readonly RequiredAction[] {
  const found: RequiredAction[] = [];
  const add = (action: RequiredAction): void => {
    const value = action.value.replace(/[\s\u3000“”]/g, '');
    if (value.length < 3 || value.length > longest || found.some((one) => one.value === value)) return;
    found.push({ ...action, value });
  };
  for (const stage of plan.stages) {
    const lines = stage.section ? [stage.section.heading, ...stage.section.body] : [];
    for (const line of lines) {
      for (const item of announcedOn(line)) add({ stage: stageKey(stage.name.value), ...item });
    }
  }
  for (const line of plan.lines) if (namesDuty(line.facts)) behindWord(line).forEach(add);
  for (const section of sectionsNamed(plan.sections)) itemsOf(section).forEach(add);
  return found;
}

const namesDuty = lineMemo(({ text }: LineFacts) => duty.test(text));

function announcedOn(line: Line): readonly Located<string>[] {
  return line.facts.announcements.flatMap(({ noun, slogan, inline, count }) =>
    !slogan && inline && inline.items.length === count && works.test(noun)
      ? inline.items.map((item) => ({
          value: line.text
            .slice(item.start, item.end)
            .replace(/^(?:主要|重点|着重)?(?:抓好|做好|开展好?|完成|搞好|包括|是)/, ''),
          range: line.at(item.start, item.end),
        }))
      : [],
  );
}

const listed = /(?:规定动作|必做(?:事项|动作|内容))”?(?:主要|具体)?(?:包括|有|为|是|：|:)[：:]?([^。；]{4,160})/;

function behindWord(line: Line): readonly Located<string>[] {
  const match = listed.exec(line.text);
  const list = match?.[1];
  if (!match || list === undefined) return [];
  let at = match.index + match[0].length - list.length;
  const items: { value: string; range: Range }[] = [];
  for (const piece of list.split(/(?=[、，,])|(?<=[、，,])/)) {
    if (!/^[、，,]$/.test(piece)) items.push({ value: piece, range: line.at(at, at + piece.length) });
    at += piece.length;
  }
  return items.length > 1 ? items : [];
}

function sectionsNamed(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) =>
    duty.test(section.title.value) && section.title.value.length < 20 ? [section] : sectionsNamed(section.sections),
  );
}

/** The things that a section lists: its sections and the lines of its lists, each by its first words. */
export function itemsOf(section: Section): readonly Located<string>[] {
  const children = section.sections.map(({ title }) => firstWords(title));
  const depth = Math.min(
    ...section.body.map((line) => (line.place === 'item' ? line.depth : Number.POSITIVE_INFINITY)),
  );
  const lines = section.body.flatMap((line) => {
    const number = line.facts.number;
    if (!number && (line.place !== 'item' || line.depth > depth)) return [];
    const start = number?.range.end ?? 0;
    return [firstWords({ value: line.text.slice(start), range: line.at(start, line.text.length) })];
  });
  return [...children, ...lines];
}

/** What stands in front of a thing to do: 6月30日前，由村委会牵头. */
const ahead =
  /^(?:[于在]?\d[\d年月日上中下旬底初至—～-]{0,24}[月日旬底初](?:之?前|内|期间|起)?[，,]?)?(?:由[^，。；]{2,16}(?:牵头|负责)[，,]?)?/;
const words = /^[^。；，：:;,]{1,30}/;

/** 改造户厕60座 of 6月30日前，改造户厕60座，由村委会负责。 */
export function firstWords({ value, range }: Located<string>): Located<string> {
  const lead = ahead.exec(value)?.[0].length ?? 0;
  const found = words.exec(value.slice(lead))?.[0] ?? '';
  // A title may have lost its blanks: its range is then no measure of where the words end.
  const exact = range.end - range.start === value.length;
  const start = exact ? range.start + lead : range.start;
  return { value: found, range: { start, end: exact ? start + found.length : range.end } };
}
