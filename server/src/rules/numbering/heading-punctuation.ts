import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { hasSign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { tableOfUnits } from '../../text/units.ts';
import { placeFix } from '../line-findings.ts';
import { defineRule, type Edit, type Finding, type Message } from '../rule.ts';
import { oddCells } from './cell-ends.ts';
import { type OddEnd, oddEnds } from './end-marks.ts';
import { oddSeparators } from './separators.ts';
import { type OddSpokenMark, oddSpokenMarks, spokenItemSign } from './spoken-marks.ts';

type MessageId =
  | 'headingEnd'
  | 'titleEnd'
  | 'blankInNumber'
  | 'chapter'
  | 'headingNoEnd'
  | 'headingForm'
  | 'separator'
  | 'label'
  | 'itemEnd'
  | 'itemNoEnd'
  | 'spoken';

const usualPlace: Message = { zh: '同级的写法', en: 'What the others look like' };
const unify: Message = { zh: '统一标点', en: 'Use the same mark' };

/** End marks and separators that differ among headings of one level or items of one list. */
export const headingPunctuation = defineRule<MessageId>({
  id: 'heading-punctuation',
  family: 'numbering',
  severity: 'info',
  basis: ['15834-B.4', '15834-4.6', 'practice'],
  faults: ['F46', 'F47', 'F48', 'F49'],
  fixes: ['safe', 'suggested'],
  summary: {
    zh: '同级标题或列表各项的末尾标点、分隔标点不一',
    en: 'End marks and separators that differ among headings or items of one level',
  },
  messages: {
    headingEnd: {
      zh: '标题末尾一般不用标点，此处有“{mark}”，同级标题没有{count |（全文共 # 处）}。',
      en: 'A heading has no end mark: “{mark}” here, none at the others{count | (# in this plan)}.',
    },
    titleEnd: {
      zh: '文件标题末尾不用标点，此处有“{mark}”。',
      en: 'The title of a paper has no end mark: “{mark}” here.',
    },
    blankInNumber: {
      zh: '序号与“{mark}”之间有多余的空格，应作“{right}”。',
      en: 'A stray blank between a number and its “{mark}”: “{right}”.',
    },
    chapter: {
      zh: '“{raw}”之后空一格，不用“{mark}”，其他各章节没有。',
      en: 'Behind “{raw}” stands a blank, not “{mark}”; the others have none.',
    },
    headingNoEnd: {
      zh: '同级标题末尾多有“{mark}”，此处没有{count |（共 # 处）}，请统一；标题末尾一般不用标点。',
      en: 'Most headings of this level end with “{mark}”, this one does not{count | (# in all)}; a heading needs no end mark.',
    },
    headingForm: {
      zh: '同级标题写法不一：此处以“{mark}”结束并接排正文，其他标题独立成行。请统一。',
      en: 'Headings of one level differ: this one ends with “{mark}” and runs on, others stand alone.',
    },
    separator: {
      zh: '同级标题两个短句之间的标点不一：此处用“{mark}”，其他用“{usual}”。',
      en: 'Headings of two phrases differ: parted by “{mark}” here, by “{usual}” elsewhere.',
    },
    label: {
      zh: '同级标签的分隔标点不一：此处用“{mark}”，其他用“{usual}”。',
      en: 'Labels of one level differ: “{mark}” here, “{usual}” elsewhere.',
    },
    itemEnd: {
      zh: '同一列表各项末尾标点不一：此处为“{mark}”，其他为{usual}。',
      en: 'Items of one list end differently: “{mark}” here, {usual} elsewhere.',
    },
    itemNoEnd: {
      zh: '此项末尾没有标点，其他各项末尾为{usual}。',
      en: 'This item has no end mark, the others end with {usual}.',
    },
    spoken: {
      zh: '“一是……二是……”各项之间的标点不一：此处用“{mark}”，其他用“{usual}”。',
      en: 'The items counted off are parted differently: “{mark}” here, “{usual}” elsewhere.',
    },
  },
  checkLine({ line, report }) {
    const torn = tornNumber.exec(line.text);
    if (torn) {
      const [, number = '', blank = '', mark = ''] = torn;
      const start = torn[0].length - number.length - blank.length - mark.length;
      const end = torn[0].length;
      const place = { start: start + number.length, end: end - mark.length };
      report({
        message: 'blankInNumber',
        params: { mark, right: number + mark },
        range: { start, end },
        fix: { title: unify, safety: 'safe', edits: [{ range: place, text: '' }] },
      });
    }
    for (const { range, mark, usual } of spokenMarks(line.facts)) {
      report({
        message: 'spoken',
        params: { mark, usual },
        range,
        fix: {
          title: unify,
          safety: 'suggested',
          edits: [{ range: { start: range.start, end: range.start + 1 }, text: usual }],
        },
      });
    }
  },
  checkPlan({ plan, report }) {
    const title = titleEnd(plan);
    if (title) report(title);
    for (const finding of ofHeadings(plan)) report(finding);
    for (const odd of oddEnds(plan)) report(itemFinding(odd));
    for (const odd of oddCells(plan)) report(itemFinding(odd));
  },
});

/** 四 、工作要求 */
const tornNumber = /^[ \u3000]*([一二三四五六七八九十]{1,3})([ \u3000]{1,2})(、)(?=[一-龥])/;

/** 渔港整治工作方案。: the title of the paper itself. */
const titleWithEnd =
  /(?:方案|计划|预案|办法|通知|意见|规划|细则|制度|总结|小结|报告|要点|安排|规定|函)(?:（[^（）]{1,8}）)?([。；，、：:])[ \u3000]*$/;

function titleEnd({ title, lines }: Plan): Finding<MessageId> | undefined {
  const line = title && lines.find(({ range }) => range.start <= title.range.start && title.range.start < range.end);
  const found = line && titleWithEnd.exec(line.text);
  // 关于……的通知： and what is addressed follow each other in one line.
  if (!line || !found?.[1] || line.text.length > LONGEST_TITLE || line.text.slice(0, found.index).includes('。'))
    return undefined;
  const at = line.text.lastIndexOf(found[1]);
  return {
    message: 'titleEnd',
    params: { mark: found[1] },
    range: line.at(at, at + 1),
    ...fixed(edit(line, { start: at, end: at + 1 }, ''), 'safe'),
  };
}
const LONGEST_TITLE = 60;

const NONE: readonly OddSpokenMark[] = [];

const spokenMarks = lineMemo((facts) => (hasSign(facts, spokenItemSign) ? oddSpokenMarks(facts.text) : NONE));

function ofHeadings(plan: Plan): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  const marked: { readonly section: Section; readonly model: Section }[] = [];
  const visit = (siblings: readonly Section[]): void => {
    if (siblings.length > 1) {
      const form = headingForm(siblings);
      if (form) findings.push(form);
      const label = labels(siblings);
      if (label) findings.push(label);
      const chapter = oddChapter(siblings);
      if (chapter) findings.push(chapter);
      for (const { line, range, mark, usual, model } of oddSeparators(siblings)) {
        findings.push({
          message: 'separator',
          params: { mark, usual },
          range: line.at(range.start, range.end),
          related: [{ message: usualPlace, range: model.range }],
          ...fixed(edit(line, range, usual), 'suggested'),
        });
      }
      const blocks = siblings.filter(isBlock);
      const withMark = blocks.filter(({ heading }) => endMark(heading.facts));
      if (withMark.length > 0) {
        marked.push(...markedHeadings(siblings, blocks, withMark));
        const bare = bareHeadings(blocks);
        if (bare) findings.push(bare);
      }
    }
    for (const { sections } of siblings) if (sections.length > 0) visit(sections);
  };
  visit(plan.sections);
  const end = headingEnd(marked);
  return end ? [end, ...findings] : findings;
}

/** A heading that stands alone on its line and has something below it. */
function isBlock({ runIn, sections, body, tables, style, title }: Section): boolean {
  if (style === 'inline' || style === 'topic' || style === 'label' || style === 'bold' || title.value === '')
    return false;
  return runIn === undefined && sections.length + body.length + tables.length > 0;
}

/** The mark at the end of a heading. A sentence that leads to what is listed below it is none, and neither is a longer label. */
const endMark = lineMemo(({ text }) => {
  let at = text.length - 1;
  while (at > 0 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x3000)) at--;
  if (endMarks[text.charCodeAt(at)] !== 1) return null;
  const found = /[。；，、：:][ \u3000]*$/.exec(text);
  if (!found || /[以如]下|下列/.test(text)) return null;
  return /[：:]/.test(found[0]) && text.length > LONGEST_LABEL ? null : found;
});
const LONGEST_LABEL = 16;
const endMarks = tableOfUnits('。；，、：:');

/**
 * @param blocks the siblings that are blocks
 * @param marked those of them that have an end mark
 */
function markedHeadings(
  siblings: readonly Section[],
  blocks: readonly Section[],
  marked: readonly Section[],
): readonly { section: Section; model: Section }[] {
  const model = blocks.find(({ heading }) => !endMark(heading.facts));
  if (!model || 2 * marked.length > blocks.length + 1) return [];
  // Beside items that end with “；” it is the last item of a list, and words with a date make a sentence.
  const asItems = siblings.filter(({ heading }) => heading.text.trimEnd().endsWith('；'));
  if (asItems.length > 1 || (asItems[0] && (marked.length > 1 || asItems[0] !== marked[0]))) return [];
  return marked
    .filter(
      ({ heading }) =>
        heading.text.length <= 40 &&
        !isSentence(heading.facts) &&
        !(heading.text.includes('。') && heading.facts.dates.length > 0 && !datedHeading.test(heading.text)),
    )
    .map((section) => ({ section, model }));
}

/**
 * 三、社区推荐、街道复核，按得分高低排序，评出示范楼栋15个。: clauses of uneven length with a number among them are what is
 * done; 提高认识，加强领导，落实责任。 is a heading with an end mark.
 */
const isSentence = lineMemo(({ text, number }): boolean => {
  if (!text.trimEnd().endsWith('。')) return false;
  const clauses = text.slice(number?.range.end ?? 0).split('，');
  if (clauses.length < CLAUSES) return false;
  const lengths = clauses.map((clause) => clause.replace(/[。\s\u3000]+$/, '').length);
  return Math.max(...lengths) - Math.min(...lengths) > UNEVEN || /\d/.test(clauses.join(''));
});
const CLAUSES = 3;
/** Clauses of a heading are of about the same length. */
const UNEVEN = 3;

/** （一）动员部署阶段（6月1日—6月10日）。: the day stands in brackets, and the rest names a stage. */
const datedHeading = /^[^。，；]{2,16}(?:阶段|步骤|环节|部署|动员|验收|总结|排查|整改)（[^（）。]{4,24}）。[ \u3000]*$/;

/** So many headings of a level with a mark make it the habit of that level. */
const HABIT = 3;

/** 4.灭火器材 among 1.安全疏散：, 2.电气线路：: where most of a level have a mark, those without are the odd ones. */
function bareHeadings(blocks: readonly Section[]): Finding<MessageId> | undefined {
  const bare = blocks.filter(({ heading: { text } }) => /[\p{Script=Han}）)][ \u3000]*$/u.test(text));
  return bare.length === 0
    ? undefined
    : (amongMarked(bare, blocks, endsWithColon, '：') ?? amongMarked(bare, blocks, endsWithStop, '。'));
}

const endsWithColon = ({ heading }: Section): boolean => /[：:]/.test(endMark(heading.facts)?.[0] ?? '');

/** （一）加强领导，落实责任。 */
const endsWithStop = ({ heading: { text, facts } }: Section): boolean =>
  text.length <= LONGEST_HEADING && endMark(facts)?.[0].startsWith('。') === true && text.split('。').length === 2;
const LONGEST_HEADING = 40;

function amongMarked(
  bare: readonly Section[],
  blocks: readonly Section[],
  isMarked: (section: Section) => boolean,
  mark: string,
): Finding<MessageId> | undefined {
  const marked = blocks.filter(isMarked);
  const [[model], [first]] = [marked, bare];
  if (!model || !first || marked.length < HABIT || 2 * marked.length <= blocks.length + 1) return undefined;
  if (marked.length + bare.length < blocks.length) return undefined;
  return {
    message: 'headingNoEnd',
    params: { mark, count: bare.length },
    range: first.heading.at(first.titleAt, first.heading.text.trimEnd().length),
    related: [{ message: usualPlace, range: model.heading.range }],
  };
}

function headingEnd(
  marked: readonly { readonly section: Section; readonly model: Section }[],
): Finding<MessageId> | undefined {
  const [first] = marked;
  const found = first && endMark(first.section.heading.facts);
  if (!first || !found) return undefined;
  const edits = marked.flatMap(({ section: { heading } }) => {
    const mark = endMark(heading.facts);
    return mark ? edit(heading, { start: mark.index, end: mark.index + 1 }, '') : [];
  });
  return {
    message: 'headingEnd',
    params: { mark: found[0].trim(), count: marked.length },
    range: first.section.heading.at(found.index, found.index + 1),
    related: [{ message: usualPlace, range: first.model.heading.range }],
    ...fixed(edits, 'safe'),
  };
}

/** 一、… that runs on into its text beside 二、… on a line of its own: only the outermost level keeps to one form. 一、时间：… is a label. */
function headingForm(siblings: readonly Section[]): Finding<MessageId> | undefined {
  if (!siblings.some(({ number, runIn }) => runIn !== undefined && number?.kind === 'han')) return undefined;
  const outer = siblings.filter(({ number, heading }) => number?.kind === 'han' && heading.place !== 'heading');
  const alone = outer.filter(isBlock);
  const running = outer.filter(({ runIn, heading }) => runIn !== undefined && heading.text.includes('。'));
  const [first] = running;
  const [model] = alone;
  if (!first || !model || alone.length < 2 || running.length > alone.length || first.runIn === undefined)
    return undefined;
  const at = first.heading.text.slice(0, first.runIn).search(/。[ \u3000]*$/);
  if (at < 0) return undefined;
  return {
    message: 'headingForm',
    params: { mark: first.heading.text.charAt(at) },
    range: first.heading.at(at, at + 1),
    related: [{ message: usualPlace, range: model.heading.range }],
  };
}

/** 第一阶段： beside 第三阶段，. */
function labels(siblings: readonly Section[]): Finding<MessageId> | undefined {
  const found = siblings.filter(
    ({ number }) => (number?.kind === 'stage' || number?.kind === 'phasePart') && /^[：:，,、]$/.test(number.mark),
  );
  if (found.length < 2) return undefined;
  const markOf = (section: Section) => (section.number?.mark ?? '').replace(':', '：').replace(',', '，');
  const counts = new Map<string, number>();
  for (const section of found) counts.set(markOf(section), (counts.get(markOf(section)) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const order = ['：', '，', '、'];
  const [usual] = [...counts]
    .sort(([a, m], [b, n]) => n - m || order.indexOf(a) - order.indexOf(b))
    .map(([mark]) => mark);
  const odd = found.find((section) => markOf(section) !== usual);
  const model = found.find((section) => markOf(section) === usual);
  if (!odd?.number || !model || usual === undefined) return undefined;
  const { raw, range } = odd.number;
  const end = range.start + raw.trimEnd().length;
  const place = { start: end - 1, end };
  return {
    message: 'label',
    params: { mark: odd.number.mark, usual },
    range: odd.heading.at(range.start, end),
    related: [{ message: usualPlace, range: model.heading.at(model.number?.range.start ?? 0, model.titleAt) }],
    ...fixed(edit(odd.heading, place, usual), 'safe'),
  };
}

/** 第三章、评选程序 among 第一章 评选范围 and 第二章 评选条件. */
function oddChapter(siblings: readonly Section[]): Finding<MessageId> | undefined {
  if (siblings.length < 3) return undefined;
  const found: { readonly section: Section; readonly raw: string; readonly mark: string; readonly end: number }[] = [];
  for (const section of siblings) {
    const match = chapterHead.exec(section.heading.text);
    if (match) found.push({ section, raw: match[1] ?? '', mark: match[2] ?? '', end: match[0].length });
  }
  const odd = found.filter(({ mark }) => mark !== '');
  const [first] = odd;
  const model = found.find(({ mark }) => mark === '');
  if (!first || !model || found.length < 3 || 2 * odd.length >= found.length) return undefined;
  const { section, raw, mark, end } = first;
  return {
    message: 'chapter',
    params: { raw, mark },
    range: section.heading.at(end - 1 - raw.length, end),
    related: [{ message: usualPlace, range: model.section.heading.range }],
    ...fixed(edit(section.heading, { start: end - 1, end }, ' '), 'safe'),
  };
}
const chapterHead = /^[ \u3000]*(第[一二三四五六七八九十]{1,3}[章节])(?:([、，：.])|(?=[ \u3000]))/;

const noMark = { zh: '没有标点', en: 'no mark' };

function itemFinding({ line, range, mark, usual, model }: OddEnd): Finding<MessageId> {
  const at = mark === '' ? { start: range.end, end: range.end } : range;
  return {
    message: mark === '' ? 'itemNoEnd' : 'itemEnd',
    params: { ...(mark === '' ? {} : { mark }), usual: usual === '' ? noMark : `“${usual}”` },
    range: line.at(range.start, range.end),
    related: [{ message: usualPlace, range: model.at(Math.max(0, model.text.length - 2), model.text.length) }],
    ...fixed(edit(line, at, usual), 'suggested'),
  };
}

function edit(line: Line, range: Range, text: string): readonly Edit[] {
  return placeFix({ title: unify, safety: 'safe', edits: [{ range, text }] }, line)?.edits ?? [];
}

function fixed(edits: readonly Edit[], safety: 'safe' | 'suggested'): Pick<Finding, 'fix'> {
  return edits.length === 0 ? {} : { fix: { title: unify, safety, edits } };
}
