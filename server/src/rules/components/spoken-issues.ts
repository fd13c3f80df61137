import type { Line, Plan, Section } from '../../plan/model.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import { sharePair } from '../../text/pairs.ts';
import type { Range } from '../../text/range.ts';

/** 三、存在问题: 一是…；二是…；三是…, and the section behind it that answers by 针对取证难问题，…. */
const issuesTitle = /^(?:存在|主要|突出)?(?:的)?(?:主要|突出)?(?:问题|不足|困难)(?:[和与及、](?:问题|不足|困难))?$/;
const spoken = /(?:^|[。；，：:;])([一二三四五六七八九]是)([^。；;]{3,120}?)(?=[。；;]|[，,][二三四五六七八九]是|$)/g;
const answers =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．]?)?\s*(?:针对|对于|围绕|对)([^，。；]{2,30}?)(?:的?问题|不足|困难)/;
/** Such words are of any issue. */
const empty = /问题|不足|不够|不到位|有待|存在|部分|个别|仍|还|更加|较|的|了|难|少/g;
/** So many of them have to be answered before one that is not stands out. */
const FEWEST = 2;

interface Spoken {
  readonly text: string;
  readonly range: Range;
}

/** 由信息部负责: who does it tells nothing of what is done. */
const byWhom = /由[^，。；]{2,16}?(?:负责|牵头|承担|落实)/g;

/**
 * The only issue of a line that no item of the next section takes up, or none below the line itself, where those beside
 * it are answered by name.
 */
export function spokenIssue(plan: Plan): (Spoken & { readonly measures: Range }) | undefined {
  const { sections } = plan;
  const at = sections.findIndex(({ title, sections: inner }) => inner.length === 0 && issuesTitle.test(title.value));
  const [issues, next] = [sections[at], sections[at + 1]];
  if (at >= 0 && issues && next) {
    const found = openIn(issues.body.flatMap(issuesOn), next);
    if (found) return found;
  }
  for (const section of sections) {
    if (section.sections.length < FEWEST || section.body.length === 0) continue;
    const told = section.body.filter(({ text }) => /(?:问题|不足|短板|困难)[：:，]一是/.test(text));
    const found = told.length === 1 ? openIn(told.flatMap(issuesOn), section) : undefined;
    if (found) return found;
  }
  return undefined;
}

function openIn(all: readonly Spoken[], { sections, title }: Section): (Spoken & { measures: Range }) | undefined {
  const told = sections.flatMap((section) => answers.exec(section.heading.text)?.[1] ?? []);
  if (all.length <= FEWEST || told.length < FEWEST) return undefined;
  const rest = sections.map(textOf).join('。').replace(byWhom, '');
  const open = all.filter(({ text }) => {
    const [first = ''] = text.split('，');
    return !told.some((words) => shares(words, text)) && !shares(first, rest);
  });
  const [only, more] = open;
  return only && !more ? { ...only, measures: title.range } : undefined;
}

const issuesOn = (line: Line): readonly Spoken[] =>
  [...line.text.matchAll(spoken)].map(({ 0: words, 1: number = '', 2: text = '', index }) => {
    const start = index + words.indexOf(number);
    return { text, range: line.at(start, start + number.length + text.length) };
  });

const textOf = (section: Section): string =>
  linesOf(section)
    .map((line) => line.text)
    .join('');

/** Two characters side by side stand in both. */
const shares = (words: string, text: string): boolean =>
  sharePair(words.replace(empty, ' '), text, (pair) => !pair.includes(' '));
