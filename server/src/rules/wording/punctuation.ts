import type { Line, Plan, Section } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { allSections } from '../../plan/sections.ts';
import type { Range } from '../../text/range.ts';
import { placeFix } from '../line-findings.ts';
import { defineRule, type Edit, type Finding, type Message, type Severity } from '../rule.ts';
import { isOpen, isTorn, isWithinLine } from '../structure/torn.ts';
import { TOLD_APART } from '../told-apart.ts';
import type { SingleKind, StyleKind } from './punctuation/fault.ts';
import { fragments } from './punctuation/fragments.ts';
import { type PlacedFault, type StyleGroup, styleGroups } from './punctuation/habits.ts';
import { type OpenEnd, openEnds } from './punctuation/open-ends.ts';
import { type OddPersonList, oddPersonLists } from './punctuation/person-lists.ts';
import { singlesOn } from './punctuation/read.ts';
import { titleBlanks } from './punctuation/title-blanks.ts';

type MessageId =
  | SingleKind
  | StyleKind
  | 'titleBlank'
  | 'onlyHalfBrackets'
  | 'openEnd'
  | 'noEnd'
  | 'fragment'
  | 'personMarks';

const rewrite: Message = { zh: '改为“{right}”', en: 'Write “{right}”' };
const remove: Message = { zh: '删去多余的标点或空格', en: 'Remove what is too much' };
const fixAll: Message = { zh: '全文 {count} 处一并改正', en: 'Mend {count the place|all # places}' };

/** Practice and what the standard calls usual. */
const mild: ReadonlySet<MessageId> = new Set<MessageId>([
  'introStop',
  'secondColon',
  'firstPause',
  'broken',
  'brokenAnd',
  'unparted',
  'commaInList',
  'commaInNouns',
  'goesOn',
  'noPause',
  'behindStop',
  'asComma',
  'givesTo',
  'subjectPause',
  'unequal',
  'smallForm',
  'introComma',
  'straightQuotes',
  'betweenQuotes',
  'betweenTitles',
  'nestedQuotes',
  'nestedTitles',
  'conjunction',
  'dash',
  'rangeDash',
  'activityTitle',
  'documentQuotes',
  'blankInWord',
  'blankInClause',
  'blankInDate',
  'blankInFigure',
  'blankBeforeUnit',
  'blankBeforeFigure',
  'blankInTitle',
  'blankBeforeBracket',
  'classDots',
  'eventHan',
  'blankAfterColon',
  'clockColon',
  'clockHalf',
  'percent',
  'blankAtMark',
  'blankAfterNumber',
  'blankAfterMark',
  'itemEnd',
  'commaThenBracket',
  'groundPause',
  'behindSemicolon',
]);
/** The author has to choose the words or the mark. */
const chosen: ReadonlySet<MessageId> = new Set<MessageId>([
  'secondColon',
  'introStop',
  'commaThenBracket',
  'groundPause',
  'behindSemicolon',
  'itemEnd',
  'clockColon',
  'clockHalf',
  'classDots',
  'personMarks',
  'eventHan',
  'blankBeforeUnit',
  'blankBeforeFigure',
  'broken',
  'brokenAnd',
  'unparted',
  'commaInList',
  'commaInNouns',
  'activityTitle',
  'documentQuotes',
  'nestedQuotes',
  'ellipsis',
  'conjunction',
  'openEnd',
  'fragment',
  'blankInClause',
]);
/** Marks that are doubled, half-width or out of place (GB/T 15834-2011), and stray blanks. */
export const punctuation = defineRule<MessageId>({
  id: 'punctuation',
  family: 'wording',
  severity: 'warning',
  basis: ['15834-4', '15834-5.1.1', '15834-A.3', '15834-A.5', '15834-A.13', '15834-B.1.2', '15834-B.2.1', 'practice'],
  faults: ['F50', 'F54', 'F55', 'F56', 'F57', 'F58', 'F59', 'F60'],
  fixes: ['safe', 'suggested'],
  ofCarriers: true,
  summary: {
    zh: '标点重复、误用、半角，或文中有多余的空格',
    en: 'Marks that are doubled, misplaced or half-width, and stray blanks',
  },
  messages: {
    doubled: { zh: '标点“{raw}”重复，应作“{right}”。', en: 'Two marks in a row: “{raw}” should be “{right}”.' },
    beforeAnd: {
      zh: '连词前不用顿号，“{raw}”应作“{right}”。',
      en: 'A comma, not an enumeration comma, stands before a conjunction: “{raw}” should be “{right}”.',
    },
    beforeEtc: { zh: '“等”前不用顿号。', en: 'No enumeration comma stands before 等.' },
    stopInQuote: {
      zh: '引文是句子的一部分，引号内的末尾不用“{raw}”前的点号，应作“{right}”。',
      en: 'The quotation is part of the sentence: “{raw}” should be “{right}”.',
    },
    approximate: {
      zh: '相邻两数表示概数，中间不用顿号：“{raw}”应作“{right}”。',
      en: 'Two numerals that give a rough number take no mark between them: “{raw}” should be “{right}”.',
    },
    broken: {
      zh: '“即”承接上文，前面不宜用“{raw}”断句，宜作“{right}”。',
      en: '即 goes on with the sentence; “{raw}” before it breaks it off, write “{right}”.',
    },
    brokenAnd: {
      zh: '“并”“以及”承接上文，前面不宜用“{raw}”断句，宜作“{right}”。',
      en: '并 and 以及 go on with the sentence; “{raw}” in front breaks it off, write “{right}”.',
    },
    unparted: {
      zh: '并列的词语之间缺顿号，“{raw}”宜作“{right}”。',
      en: 'Words side by side want a mark between them: “{raw}” should be “{right}”.',
    },
    commaInList: {
      zh: '并列的单位之间用了“{raw}”，宜作“{right}”或改用“和”。',
      en: 'Between bodies that stand side by side “{raw}” should be “{right}”, or 和.',
    },
    commaInNouns: {
      zh: '并列的词语之间用了逗号，“{raw}”宜作“{right}”。',
      en: 'Names side by side take enumeration commas: “{raw}” should be “{right}”.',
    },
    goesOn: {
      zh: '句子还没有说完，此处不用冒号。',
      en: 'The sentence goes on: no colon here.',
    },
    noPause: {
      zh: '依据说完，“{raw}”后缺逗号，宜作“{right}”。',
      en: 'Behind the grounds a comma is wanted: “{right}” in place of “{raw}”.',
    },
    behindStop: {
      zh: '括号里注释的是句中的词语，应放在句号之前。',
      en: 'What the brackets explain belongs to the sentence: they stand in front of its full stop.',
    },
    asComma: {
      zh: '“如”后面直接举例，不用“{raw}”。',
      en: 'Examples follow 如 at once, without “{raw}”.',
    },
    givesTo: {
      zh: '对象与后面的动词之间不用“{raw}”，宜作“{right}”或删去。',
      en: 'Between whom it is done to and the verb stands no “{raw}”: write “{right}” or nothing.',
    },
    subjectPause: {
      zh: '主语与后面的动词之间不用“{raw}”。',
      en: 'Between who does it and what is to be done stands no “{raw}”.',
    },
    unequal: {
      zh: '同一层的并列语之间标点不一，“{raw}”宜作“{right}”。',
      en: 'Parts that stand side by side are parted by different marks: “{raw}” may be “{right}”.',
    },
    groundPause: {
      zh: '依据说完，“{raw}”后面宜用逗号：“{right}”。',
      en: 'Behind “{raw}” the grounds are told and a comma is wanted: “{right}”.',
    },
    behindSemicolon: {
      zh: '括号里注释的是这一项里的词语，应放在分号之前。',
      en: 'What the brackets explain belongs to the item: they stand in front of its semicolon.',
    },
    commaThenBracket: {
      zh: '括号里注释的是前面的词语，括号之前不用逗号。',
      en: 'What the brackets explain stands in front of them: no comma between the two.',
    },
    secondColon: {
      zh: '一句话里连用两个冒号，后一个宜作“{right}”或分号。',
      en: 'Two colons in one sentence: the second one may be “{right}”, or a semicolon.',
    },
    firstPause: {
      zh: '“第一”后面用了“{raw}”，后文用“{right}”，宜统一作“{right}”。',
      en: 'Behind 第一 stands “{raw}”, behind the others a comma: “{right}”.',
    },
    introComma: {
      zh: '“下列”“以下”引出的各项之前用冒号，“{raw}”应作“{right}”。',
      en: 'Items that are announced follow a colon: “{raw}” should be “{right}”.',
    },
    itemStop: {
      zh: '分项内已用句号，各项之间不能再用分号（“{raw}”），应改用“{right}”，或将项内的句号改为逗号。',
      en: 'An item has a full stop within, so the items cannot be parted by “{raw}”; use “{right}” or commas within.',
    },
    itemEnd: {
      zh: '这一项里已有句号，末尾不能再用“{raw}”，应改用“{right}”。',
      en: 'The item has a full stop within: it ends with “{right}”, not with “{raw}”.',
    },
    tornBrackets: {
      zh: '括号一边全角、一边半角，“{raw}”应作“{right}”。',
      en: 'A pair of brackets has unequal halves: “{raw}” should be “{right}”.',
    },
    eventDay: {
      zh: '以月、日称呼的事件或节日，月、日之间用间隔号“{right}”，不用“{raw}”。',
      en: 'In the name of an event, month and day are parted by “{right}”, not “{raw}”.',
    },
    eventHan: {
      zh: '用汉字数字写的月、日，只在一、十一、十二月后用间隔号，{raw}应作{right}。',
      en: 'With Han numerals the dot stands behind January, November and December alone: {raw} should be {right}.',
    },
    classDots: {
      zh: '并列的班级之间用顿号，“{raw}班”宜作“{right}班”。',
      en: 'Classes side by side take enumeration commas: “{raw}班” should be “{right}班”.',
    },
    stray: {
      zh: '句中多出一个“{raw}”，像是从网页复制时带来的，请删去。',
      en: 'A stray “{raw}” within the sentence, as copies of web pages bring along: remove it.',
    },
    intro: {
      zh: '引出下文的话后面用冒号，“{raw}”应作“{right}”。',
      en: 'What announces the lines below ends with a colon: “{raw}” should be “{right}”.',
    },
    introStop: {
      zh: '引出下文的话后面用冒号，“{raw}”宜作“{right}”。',
      en: 'What announces the lines below ends with a colon: “{raw}” may be “{right}”.',
    },
    openEnd: {
      zh: '段末用了“{raw}”，后面另起了一段：应改为“{right}”，或补全后面的内容。',
      en: 'The paragraph ends with “{raw}” and another begins: write “{right}”, or what is missing.',
    },
    fragment: {
      zh: '前面只说了目的或依据，话还没有说完，“{raw}”宜作“{right}”。',
      en: 'This only says for what, or on what ground, and breaks off: “{raw}” may be “{right}”.',
    },
    noEnd: {
      zh: '段末没有标点：应补“{right}”，或补全后面的内容。',
      en: 'The last sentence of the paragraph has no end: add “{right}”, or what is missing.',
    },
    halfWidth: {
      zh: '中文里的标点应用全角，“{raw}”应作“{right}”{count |（全文共 # 处）}。',
      en: 'Chinese text takes full-width marks: “{raw}” should be “{right}”{count | (# in this plan)}.',
    },
    halfBrackets: {
      zh: '括号全角、半角混用，“{raw}”应作“{right}”{count |（全文共 # 处）}。',
      en: 'Half-width brackets among full-width ones: “{raw}” should be “{right}”{count | (# in this plan)}.',
    },
    onlyHalfBrackets: {
      zh: '括号通篇用半角，中文里宜用全角，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Half-width brackets throughout; Chinese text takes full-width ones: “{raw}” may be “{right}”{count | (# in this plan)}.',
    },
    straightQuotes: {
      zh: '中文里的引号应用“”，{raw}应作{right}{count |（全文共 # 处）}。',
      en: 'Chinese text takes curly quotation marks: {raw} should be {right}{count | (# in this plan)}.',
    },
    betweenQuotes: {
      zh: '并列的引号之间通常不用顿号，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Between quotations there is usually no mark: “{raw}” may be “{right}”{count | (# in this plan)}.',
    },
    betweenTitles: {
      zh: '并列的书名号之间通常不用顿号，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Between titles there is usually no mark: “{raw}” may be “{right}”{count | (# in this plan)}.',
    },
    nestedQuotes: {
      zh: '引号里面再用引号，里面一层用单引号：{raw}应作{right}{count |（全文共 # 处）}。',
      en: 'Within quotation marks the inner ones are single: {raw} should be {right}{count | (# in this plan)}.',
    },
    nestedTitles: {
      zh: '书名号里面再用书名号，里面一层用“〈〉”：{raw}应作{right}{count |（全文共 # 处）}。',
      en: 'A title within a title stands in 〈〉: {raw} should be {right}{count | (# in this plan)}.',
    },
    conjunction: {
      zh: '已有连词，前面不再用顿号，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'No mark is needed before the conjunction: “{raw}” may be “{right}”{count | (# in this plan)}.',
    },
    ellipsis: {
      zh: '省略号用六个居中的点“……”，不与“等”并用：“{raw}”应作“{right}”{count |（全文共 # 处）}。',
      en: 'An ellipsis is ……, and not used with 等: “{raw}” should be “{right}”{count | (# in this plan)}.',
    },
    dash: {
      zh: '破折号应作“{right}”，不作“{raw}”{count |（全文共 # 处）}。',
      en: 'A dash is “{right}”, not “{raw}”{count | (# in this plan)}.',
    },
    rangeDash: {
      zh: '起止时间之间用一字线“{right}”，不用“{raw}”{count |（全文共 # 处）}。',
      en: 'Between two times stands “{right}”, not “{raw}”{count | (# in this plan)}.',
    },
    activityTitle: {
      zh: '活动、工程等的名称一般不用书名号，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Names of activities usually take no title marks: “{raw}” may be “{right}”{count | (# in this plan)}.',
    },
    documentQuotes: {
      zh: '文件的名称用书名号，“{raw}”应作“{right}”{count |（全文共 # 处）}。',
      en: 'The name of a document stands in title marks: “{raw}” should be “{right}”{count | (# in this plan)}.',
    },
    blankInWord: {
      zh: '词语中间有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank within a word{count | (# in this plan)}.',
    },
    blankInClause: {
      zh: '一句当中像是有多余的空格{count |（全文共 # 处）}。',
      en: 'A blank within a clause that seems to be a slip{count | (# in this plan)}.',
    },
    blankInDate: {
      zh: '日期、时刻中间有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank within a date or a time of day{count | (# in this plan)}.',
    },
    blankInFigure: {
      zh: '小数点后有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank behind a decimal point{count | (# in this plan)}.',
    },
    blankBeforeUnit: {
      zh: '数字与单位之间有多余的空格，他处没有{count |（全文共 # 处）}。',
      en: 'A stray blank between a figure and its unit; elsewhere there is none{count | (# in this plan)}.',
    },
    blankBeforeFigure: {
      zh: '文字与数字之间有多余的空格，他处没有{count |（全文共 # 处）}。',
      en: 'A stray blank in front of a figure; elsewhere there is none{count | (# in this plan)}.',
    },
    clockColon: {
      zh: '时刻中的冒号全角、半角混用，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Times of day have both kinds of colons: write “{right}”, not “{raw}”{count | (# in this plan)}.',
    },
    clockHalf: {
      zh: '时刻中的冒号全角、半角混用，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Times of day have both kinds of colons: write “{right}” like the others, not “{raw}”{count | (# in this plan)}.',
    },
    percent: {
      zh: '百分号全角、半角混用，“{raw}”宜作“{right}”{count |（全文共 # 处）}。',
      en: 'Both kinds of per cent signs: write “{right}”, not “{raw}”{count | (# in this plan)}.',
    },
    smallForm: {
      zh: '“{raw}”是小号的变体字符，应作“{right}”{count |（全文共 # 处）}。',
      en: '“{raw}” is a small form of another character set: write “{right}”{count | (# in this plan)}.',
    },
    fullAt: {
      zh: '邮箱地址里的“{raw}”是全角，应作“{right}”{count |（全文共 # 处）}。',
      en: 'The address has a full-width “{raw}”: write “{right}”{count | (# in this plan)}.',
    },
    blankAfterColon: {
      zh: '冒号后有多余的空格，他处没有{count |（全文共 # 处）}。',
      en: 'A stray blank behind a colon; elsewhere there is none{count | (# in this plan)}.',
    },
    blankInTitle: {
      zh: '文件名称中间有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank within the title of a paper{count | (# in this plan)}.',
    },
    blankAfterMark: {
      zh: '序号的顿号后有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank behind the mark of a number{count | (# in this plan)}.',
    },
    blankBeforeBracket: {
      zh: '括号前有多余的空格，他处没有{count |（全文共 # 处）}。',
      en: 'A stray blank in front of a bracket; elsewhere there is none{count | (# in this plan)}.',
    },
    personMarks: {
      zh: '并列的人名之间，他处用顿号，“{raw}”宜作“{right}”。',
      en: 'Other lists of names have enumeration commas: “{raw}” may be “{right}”.',
    },
    titleBlank: {
      zh: '标题中间有多余的空格。',
      en: 'A stray blank within the title.',
    },
    blankAtMark: {
      zh: '标点旁有多余的空格{count |（全文共 # 处）}。',
      en: 'A stray blank beside a mark{count | (# in this plan)}.',
    },
    blankAfterNumber: {
      zh: '此处序号后有空格，其余序号后没有{count |（共 # 处）}。',
      en: 'A blank behind this number; the others have none{count | (# in this plan)}.',
    },
  },
  checkLine({ line, report }) {
    for (const { kind, range, raw, right, edits } of singlesOn(line.facts)) {
      report({
        message: kind,
        params: { raw, right },
        range,
        ...severityOf(kind),
        ...fixOf(kind, right, 1, edits),
      });
    }
  },
  checkPlan({ document, plan, report }) {
    for (const group of styleGroups(linesInOrder(document, plan))) {
      const found = styleFinding(group);
      if (found) report(found);
    }
    for (const { line, range } of titleBlanks(plan)) {
      const fix = placeFix({ title: remove, safety: 'suggested', edits: [{ range, text: '' }] }, line);
      report({
        message: 'titleBlank',
        range: line.at(range.start - 1, range.end + 1),
        severity: 'info',
        ...(fix ? { fix } : {}),
      });
    }
    for (const places of tornByBlanks(document.markdown.text, plan.lines)) {
      const [first] = places;
      if (!first) continue;
      const edits = places.map((range) => ({ range, text: '' }));
      report({
        message: 'blankInWord',
        params: { count: places.length },
        range: { start: first.start - 1, end: first.end + 1 },
        ...severityOf('blankInWord'),
        ...fixOf('blankInWord', '', places.length, edits),
      });
    }
    for (const { line, range } of fragments(plan)) {
      const edits =
        placeFix({ title: rewrite, safety: 'suggested', edits: [{ range, text: '，' }] }, line)?.edits ?? [];
      report({
        message: 'fragment',
        params: { raw: '。', right: '，' },
        range: line.at(range.start, range.end),
        severity: 'info',
        ...fixOf('fragment', '，', 1, edits),
      });
    }
    for (const list of oddPersonLists(linesInOrder(document, plan))) report(personsFinding(list));
    for (const end of openEnds(linesInOrder(document, plan), plan.closing, () => titlesOf(plan)))
      report(endFinding(end));
  },
});

/** Lines that are nothing but the title of a section; an item among others that are sentences is none. */
const titlesOf = (plan: Plan): ReadonlySet<Line> =>
  new Set(
    allSections(plan).flatMap((section) =>
      section.runIn === undefined && !isSentenceAmong(section, section.parent?.sections ?? plan.sections)
        ? [section.heading]
        : [],
    ),
  );

/** 1.…。2.…。: nothing stands below it, and all of its neighbours end as sentences. */
function isSentenceAmong(section: Section, siblings: readonly Section[]): boolean {
  if (section.style !== 'numbered' || siblings.length < 3 || section.heading.place === 'heading') return false;
  if (section.body.length > 0 || section.sections.length > 0 || section.tables.length > 0) return false;
  return siblings.every((one) => one === section || /[。；！？][ \u3000]*$/.test(one.heading.text));
}

/**
 * 工作顺 利进行: reading took a blank of a run-on line for the end of a paragraph. One group for each that is told; where a plan is
 * full of them, one for all.
 */
function tornByBlanks(source: string, lines: readonly Line[]): readonly (readonly Range[])[] {
  const found: Range[] = [];
  for (let at = 1; at < lines.length; at++) {
    const [line, next] = [lines[at - 1], lines[at]];
    if (line?.place !== 'paragraph' || !next || !isWithinLine(source, line, next)) continue;
    if (!isOpen(line.facts) || !isTorn(line, next)) continue;
    const end = line.text.trimEnd().length;
    found.push({ start: line.at(end - 1, end).end, end: next.at(0, 1).start });
  }
  return found.length > TOLD_APART ? [found] : found.map((range) => [range]);
}

function personsFinding({ line, range, marks }: OddPersonList): Finding<MessageId> {
  const raw = line.text.slice(range.start, range.end);
  const right = raw.replace(/[，,]|[ \u3000]+/g, '、');
  const edits = marks.map((mark) => ({ range: mark, text: '、' }));
  const fix = placeFix({ title: rewrite, safety: 'safe', edits }, line);
  return {
    message: 'personMarks',
    params: { raw, right },
    range: line.at(range.start, range.end),
    severity: 'info',
    ...fixOf('personMarks', right, 1, fix?.edits ?? []),
  };
}

function endFinding({ line, range, mark, right }: OpenEnd): Finding<MessageId> {
  const place = mark === '' ? { start: range.end, end: range.end } : range;
  const fix = placeFix({ title: rewrite, safety: 'suggested', edits: [{ range: place, text: right }] }, line);
  return {
    message: mark === '' ? 'noEnd' : 'openEnd',
    params: { raw: mark, right },
    range: line.at(range.start, range.end),
    ...(mark === '' ? { severity: 'info' as const } : {}),
    ...fixOf('openEnd', right, 1, fix?.edits ?? []),
  };
}

function styleFinding({ kind, faults, count, habit }: StyleGroup): Finding<MessageId> | undefined {
  const [first] = faults;
  if (!first) return undefined;
  const edits = faults.flatMap(
    (fault) => placeFix({ title: fixAll, safety: 'safe', edits: fault.edits }, fault.line)?.edits ?? [],
  );
  const bare = kind.startsWith('blank');
  return {
    message: habit === 'throughout' ? 'onlyHalfBrackets' : kind,
    params: bare ? { count } : { raw: first.raw, right: first.right, count },
    range: bare ? around(first) : first.line.at(first.range.start, first.range.end),
    ...(habit ? { severity: 'info' as const } : severityOf(kind)),
    ...fixOf(kind, first.right, faults.length, edits),
  };
}

/** A blank alone cannot be seen: the characters beside it are shown with it. */
function around({ line, range }: PlacedFault): ReturnType<Line['at']> {
  return line.at(Math.max(0, range.start - 1), Math.min(line.text.length, range.end + 1));
}

function severityOf(kind: MessageId): { readonly severity?: Severity } {
  if (kind === 'doubled') return { severity: 'error' };
  return mild.has(kind) ? { severity: 'info' } : {};
}

function fixOf(kind: MessageId, right: string, count: number, edits: readonly Edit[]): Pick<Finding, 'fix'> {
  if (edits.length === 0) return {};
  const title = count > 1 ? fixAll : kind.startsWith('blank') || right === '' ? remove : rewrite;
  return { fix: { title, params: { right, count }, safety: chosen.has(kind) ? 'suggested' : 'safe', edits } };
}
