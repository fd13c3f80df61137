import { isEmptyLabel, labelOn } from '../../plan/labels.ts';
import type { Line, Plan, PlanTable, Section } from '../../plan/model.ts';
import { isStageName } from '../../plan/stages/stage-words.ts';
import { bareLabels } from '../../plan/tasks/labelled-items.ts';
import { liesWithin, overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { type BareLeadIn, bareLeadIns, bareOrdinals, endsFile } from './lead-ins.ts';
import { openLabels } from './open-labels.ts';

/** Longest title of a plain numbered paragraph that is taken for a heading. */
const headingLength = 24;
/** The number kinds that open sections; 1. and （1） open items as well, which may be short. */
const headingNumbers: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'han', 'hanBracket']);
const ranks = ['part', 'chapter', 'section', 'article', 'han', 'hanBracket', 'arabic', 'arabicBracket', 'circled'];

/** A heading with nothing under it. */
export const emptySection = defineRule<'empty' | 'announced' | 'item' | 'omitted' | 'rows' | 'attachment'>({
  id: 'empty-section',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: [],
  fixes: [],
  summary: { zh: '只有标题、没有内容的部分', en: 'A heading with nothing under it' },
  messages: {
    empty: {
      zh: '“{title}”之下没有内容。请补写内容，或者删去这个标题。',
      en: 'There is nothing under “{title}”. Write its text, or remove the heading.',
    },
    announced: {
      zh: '“{words}”之后没有所说的内容，表格、名单或者图可能丢失。请补上，或者删去这一句。',
      en: 'What “{words}” announces does not follow: a table, list or figure may be lost. Put it in, or remove the sentence.',
    },
    omitted: {
      zh: '“{title}”之下只写了“{words}”。请补写内容，或者删去这一部分。',
      en: 'There is nothing but “{words}” under “{title}”. Write its text, or remove the part.',
    },
    rows: {
      zh: '“{title}”之下的表格只有表头，没有内容。请填写，或者删去这一部分。',
      en: 'The table under “{title}” has a head and no rows. Fill it in, or remove the part.',
    },
    attachment: {
      zh: '附件“{title}”只有名称，没有内容。请附上正文或者表格。',
      en: 'Of the attachment “{title}” there is nothing but the name. Put in its text or table.',
    },
    item: {
      zh: '序号“{number}”之后没有内容。请补写内容，或者删去这个序号。',
      en: 'There is nothing behind the number “{number}”. Write its text, or remove the number.',
    },
  },
  checkPlan({ document, plan, report }) {
    for (const finding of emptyItems(plan)) report(finding);
    for (const finding of emptyAttachments(plan, document.markdown.text)) report(finding);
    for (const section of openLabels(plan)) {
      if (!hasOtherMatter(plan, section, document.markdown.text)) report(emptyAt(section));
    }
    const leadIns = bareLeadIns(document, plan);
    const stages = emptyStages(plan);
    for (const section of stages) {
      if (!hasOtherMatter(plan, section, document.markdown.text)) report(emptyAt(section));
    }
    const visit = (siblings: readonly Section[]): void => {
      for (let at = 0; at < siblings.length; at++) {
        const section = siblings[at];
        if (!section) continue;
        if (section.sections.length > 0) visit(section.sections);
        const words = omittedIn(section);
        if (words)
          report({ message: 'omitted', params: { title: section.title.value, words: words.text }, range: words.range });
        const names = namesOnly(plan, section, document.markdown.text);
        if (names) report(namesAt(section, names));
        if (hasHeadOnly(section, siblings)) report({ ...emptyAt(section), message: 'rows' });
        if (stages.includes(section) || leadIns.some(({ range }) => overlaps(range, section.heading.range))) continue;
        if (!isBare(section) || !isHeading(section, siblings) || isLead(section, siblings[at + 1])) continue;
        // 3.责任人： left open is missing-responsible's, or missing-deadline's.
        if (bareLabels(plan).some(({ range }) => liesWithin(range, section.range))) continue;
        if (isEmptyLabel(section) && announces(section, siblings[at + 1])) continue;
        // A list of contents repeats the titles of the text.
        if (siblings.some((other) => other !== section && other.title.value === section.title.value)) continue;
        if (hasOtherMatter(plan, section, document.markdown.text)) continue;
        report(emptyAt(section));
      }
    };
    visit(plan.sections);
    for (const leadIn of leadIns) if (!leadIn.isLast) report(announcedAt(leadIn));
    for (const ordinal of bareOrdinals(document, plan)) if (!ordinal.isLast) report(ordinalAt(ordinal));
  },
  checkDocument({ document, plans, report }) {
    for (const { plan } of plans) {
      for (const leadIn of bareLeadIns(document, plan))
        if (leadIn.isLast && endsFile(document, leadIn.range)) report(announcedAt(leadIn));
      for (const ordinal of bareOrdinals(document, plan))
        if (ordinal.isLast && endsFile(document, ordinal.range)) report(ordinalAt(ordinal));
    }
  },
});

function announcedAt({ words, range, isFigure }: BareLeadIn): Finding<'announced'> {
  return { message: 'announced', params: { words }, range, ...(isFigure ? { severity: 'info' as const } : {}) };
}

const ordinalAt = ({ words, range }: BareLeadIn): Finding<'empty'> => ({
  message: 'empty',
  params: { title: words },
  range,
  severity: 'info',
});

const namesAt = (section: Section, words: string): Finding<'omitted'> => ({
  ...emptyAt(section),
  message: 'omitted',
  params: { title: section.title.value, words },
  severity: 'info',
});

/** 第三阶段：整改落实（7月1日至8月31日）。 and no more, where every stage beside it says what is done in it. */
function emptyStages({ stages }: Plan): readonly Section[] {
  const described = stages.flatMap(({ section, tables }) => (section && tables.length === 0 ? [section] : []));
  return described.filter((section) => {
    // 3.古诗文朗诵比赛（4月27日） says what is done; 集中整改, 总结阶段 only which part of the course it is.
    const name = section.title.value;
    if (!isNameAlone(section) || !(name.endsWith('阶段') || isStageName(name))) return false;
    const others = described.filter((other) => other !== section && other.parent === section.parent);
    return (
      others.length >= 2 && others.every((other) => !isNameAlone(other) && other.title.value.length <= longestName)
    );
  });
}

/** A short name, perhaps its time in brackets, and nothing else. */
function isNameAlone({ heading, title, titleAt, body, sections, tables }: Section): boolean {
  if (body.length > 0 || sections.length > 0 || tables.length > 0 || title.value.length > longestStage) return false;
  return nothingBehind.test(heading.text.slice(titleAt + title.value.length));
}
const longestStage = 10;
const nothingBehind = /^[\s\u3000]*(?:[（(][^（()）]{2,40}[)）])?[\s\u3000。：:]*$/;

/** A table without rows, where a part beside it has the same table filled in: a form would be empty in both. */
function hasHeadOnly({ body, sections, tables, runIn }: Section, siblings: readonly Section[]): boolean {
  const [table, more] = tables;
  if (!table || more || body.length > 0 || sections.length > 0 || runIn !== undefined || !isEmptyTable(table))
    return false;
  const head = headOfTable(table);
  return siblings.some((other) => other.tables.some((one) => !isEmptyTable(one) && headOfTable(one) === head));
}

const isEmptyTable = ({ rows }: PlanTable): boolean =>
  rows.every(({ cells }) => cells.every(({ text }) => text.trim() === ''));
const headOfTable = ({ columns }: PlanTable): string => columns.map(({ header }) => header.text.trim()).join('|');

/** 附件2 and its name at the end of the file or above 附件3, where another attachment has what it is called. */
function emptyAttachments({ lines, tables }: Plan, source: string): readonly Finding<'attachment'>[] {
  const marks: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line && isAttachmentMark(line)) marks.push(at);
  }
  if (marks.length < 2) return [];
  const empty = marks.filter((at) => {
    const [name, behind] = [lines[at + 1], lines[at + 2]];
    if (!name || name.facts.number || /[：:。；]/.test(name.text) || name.text.length > longestName) return false;
    if (behind && !isAttachmentMark(behind)) return false;
    const end = behind?.range.start ?? source.length;
    if (tables.some(({ range }) => range.start > name.range.start && range.start < end)) return false;
    return !/[^\s#*_>=\-—]/.test(source.slice(name.range.end, end).replace(/<!--[\s\S]{0,2000}?-->/g, ''));
  });
  // Where all are names alone, their texts are in files of their own.
  if (empty.length * 2 > marks.length) return [];
  return empty.flatMap((at) => {
    const name = lines[at + 1];
    return name ? [{ message: 'attachment' as const, params: { title: name.text }, range: name.range }] : [];
  });
}

const isAttachmentMark = ({ text, place }: Line): boolean =>
  place !== 'cell' &&
  text.length <= 8 &&
  text.startsWith('附') &&
  /^附[ \u3000]?件[ \u3000]?[\d一二三四五六七八九十]{1,2}$/.test(text);
const longestName = 60;

function emptyAt({ heading, title, titleAt }: Section): Finding<'empty'> {
  return { message: 'empty', params: { title: title.value }, range: heading.at(0, titleAt + title.value.length) };
}

/** A number with nothing behind it, where the next number follows at once: text that was lost in pasting. */
function emptyItems({ lines }: Plan): readonly Finding<'item'>[] {
  const empty: Line[] = [];
  let inForm = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const next = lines[at + 1];
    if (!line || !isNumberAlone(line)) inForm = false;
    // 1. 2. 3. from the beginning are lines to be filled in.
    else if (line.facts.number?.value === 1 && next && isNumberAlone(next)) inForm = true;
    else if (!inForm && (!next || next.place === 'heading' || next.facts.number) && !isDateOfIssue(line, lines[at - 1]))
      empty.push(line);
  }
  const [first, ...others] = empty;
  if (!first) return [];
  return [
    {
      message: 'item',
      params: { number: first.text.trim() },
      range: first.range,
      related: others.map(({ range }) => ({ message: emptyToo, range })),
    },
  ];
}

/** 教学处 and 12.19 below it: month and day of the signature. */
function isDateOfIssue({ facts: { number } }: Line, above: Line | undefined): boolean {
  const [month = 0, more] = number?.multi?.slice(0, -1) ?? [];
  if (month < 1 || month > 12 || more !== undefined || !number || number.value > 31 || !above) return false;
  return above.facts.number === undefined && above.text.length <= longestIssuer && !/[，。；：:]/.test(above.text);
}
const longestIssuer = 24;

function isNumberAlone({ text, place, facts }: Line): boolean {
  if (text.length > EMPTY_ITEM) return false;
  const { number } = facts;
  if (!number || place === 'cell' || place === 'quote') return false;
  return text.trim() === number.raw.trim() && /^(?:arabic|arabicBracket|han|hanBracket)$/.test(number.kind);
}

/** A number alone is not longer. */
const EMPTY_ITEM = 8;
const emptyToo = { zh: '此处同样没有内容', en: 'Nothing here either' };

/** 一、指导思想 and （略） below it. */
function omittedIn({ body, sections, tables, runIn, title }: Section): Line | undefined {
  const [line, more] = body;
  if (!line || more || sections.length > 0 || tables.length > 0 || runIn !== undefined) return undefined;
  return omitted.test(line.text) && !/^附/.test(title.value) ? line : undefined;
}
const omitted = /^[（(]?(?:此处|内容|以下|具体内容)?(?:省略|从略|略)[)）]?[。.…]{0,6}$/;

/** 1、考场编排 and 高二名单 below it: the text of a link, or the caption of a table, and what it names is lost. */
function namesOnly(plan: Plan, section: Section, source: string): string | undefined {
  const { body, sections, tables, runIn, title, number } = section;
  if (!number || body.length === 0 || body.length > MOST_NAMES || sections.length > 0 || tables.length > 0)
    return undefined;
  const isSeated = seated.test(title.value);
  if (runIn !== undefined || !(isSeated ? arrangesSeats : arranges).test(title.value)) return undefined;
  if (plan.lines.some(({ text }) => listsAttachment.test(text))) return undefined;
  const isName = ({ text, place, range }: Line): boolean =>
    place !== 'cell' &&
    (isSeated ? nameOfSeats : nameOfList).test(text.trim()) &&
    !saysWhere.test(text) &&
    !isLink(range, source);
  if (!body.every(isName)) return undefined;
  return body.map(({ text }) => text.trim()).join('、');
}
const MOST_NAMES = 3;
const arranges = /(?:编排|安排|分配|分组|分工|名单|座位[图表]?|[考试]场)$/;
const arrangesSeats = /(?:编排|安排|名单)$/;
const listsAttachment = /^[\s\u3000]*附(?:[件表][\s\u3000]?[\d一二三四五六七八九十]{0,2}[\s\u3000]*(?:[：:.]|$)|[：:])/;
/** 见排班表, 同去年安排表, 县中学为考场: says where the list is, or where one sits. */
const saysWhere = /见|参照|附|同去年|按|以|由|公布|公告|为|在|于/;
const seated = /[考试]场|座位|试室/;
const nameOfList =
  /^[^，。；：:、]{0,12}(?:名单|编排表?|安排表|分[工组配]表|座位[表号图]|一览表)(?:[（(][^（()）]{1,8}[)）])?$/;
const nameOfSeats =
  /^(?!请)[^，。；：:、]{0,12}(?:名单|(?:高[一二三]|初[一二三]|学考|选考|学生)[考试]场|准考证号?|座位[表号图]|编排表?|安排表?)(?:[（(][^（()）]{1,8}[)）])?$|^学生$/;

/** [高二名单](list.xls), [高二名单][1] and <a href="list.xls">高二名单</a> lead to the list. */
const isLink = ({ start, end }: Range, source: string): boolean =>
  /^(?:\][([]|<\/a)/.test(source.slice(end, end + 3)) || source.slice(start, end).includes('<a');

function isBare(section: Section): boolean {
  return (
    section.runIn === undefined &&
    section.body.length === 0 &&
    section.tables.length === 0 &&
    section.sections.length === 0
  );
}

/** A line that only names what follows: no statement (活动时间 5月6日), no sentence, and its siblings hold text. */
function isHeading(section: Section, siblings: readonly Section[]): boolean {
  const title = section.title.value;
  if (title === '' || /[\d“”《》：:，。；！？]|\s\S|^附[件表录]|正文|目录/.test(title)) return false;
  if (/[。；！]$/.test(section.heading.text) || saysItself.test(title)) return false;
  const filled = siblings.filter((other) => !isBare(other) || isArticleOfText(other)).length;
  if (section.style === 'markdown') return section.heading.depth > 1 && filled > 0;
  if (isEmptyLabel(section)) return filled >= 2 && filled * 2 > siblings.length;
  if (section.style !== 'numbered' || title.length > headingLength) return false;
  if (filled < 2 || filled * 2 <= siblings.length) return false;
  return headingNumbers.has(section.number?.kind ?? '') || aspect.test(title);
}

/** 具体要求详见附件, 教室内不要存放贵重物品, 初三照常上课: a sentence that needs nothing below it; 申请条件 is none. */
const saysItself = /见附|详见|另行通知|(?:^|，)请(?!示|假|柬)|请勿|不[要得准能]|禁止|严禁|照常|暂停|必须(?=.)/;

/** 第八条　获评人员由协会颁发证书。: an article says what it says in its own line. */
const isArticleOfText = ({ number, heading }: Section): boolean =>
  number?.kind === 'article' && /[。；]$/.test(heading.text);

/** 2.责任分工, 3.完成时限: titles of what is to be said, whatever their number. */
const aspect =
  /^(?:(?:整改|具体|主要)?(?:目标|措施|举措|时限|期限)|责任(?:分工|单位|部门|人|领导|科室)|完成(?:时限|时间))$/;

/** 一、… and （一）… written as headings of one depth: the first is the title of the second. */
function isLead(section: Section, next: Section | undefined): boolean {
  if (!next || section.style === 'label') return false;
  const own = ranks.indexOf(section.number?.kind ?? '');
  const other = ranks.indexOf(next.number?.kind ?? '');
  return section.style === 'markdown' ? other > own && other >= 0 : next.style !== 'numbered';
}

/** 具体安排：, 时间：…: the labels below it are what it announces. */
function announces({ heading }: Section, next: Section | undefined): boolean {
  const groups = labelOn(heading.facts)?.groups ?? [];
  const below = (next && labelOn(next.heading.facts)?.groups) ?? [];
  return groups.includes('programme') && (below.includes('time') || below.includes('place'));
}

/** A picture, a code block or HTML below the heading is no line of the plan, and still its content. */
function hasOtherMatter(plan: Plan, section: Section, source: string): boolean {
  const { end } = section.heading.range;
  const at = plan.lines.indexOf(section.heading);
  const next = plan.lines[at + 1]?.range.start ?? source.length;
  const between = source.slice(end, Math.max(end, next)).replace(/<!--[\s\S]{0,2000}?-->/g, '');
  return /[^\s#*_>=|\-—]/.test(between.replace(/^[ \t]*[#]+/gm, ''));
}
