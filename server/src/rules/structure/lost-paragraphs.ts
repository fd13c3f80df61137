import { withValue } from '../../numbering/format.ts';
import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Edit, type Finding, type Fix } from '../rule.ts';
import { isCutShort } from '../wording/punctuation/cut-short.ts';
import { brokenTitle } from './broken-title.ts';
import { lostParts } from './lost-parts.ts';
import { entitiesIn, pageNumbersIn, webPageLinesOf } from './page-residue.ts';
import {
  type Glued,
  type RunTogether,
  readGlued,
  readSwallowed,
  readTogether,
  type Swallowed,
} from './run-together.ts';
import { isCutApart, isOpen, isTorn, isWithinLine } from './torn.ts';

type MessageId =
  | 'signed'
  | 'restored'
  | 'together'
  | 'cut'
  | 'unfinished'
  | 'short'
  | 'titleCut'
  | 'repeated'
  | 'title'
  | 'glued'
  | 'torn'
  | 'page'
  | 'web'
  | 'entity'
  | 'row'
  | 'file'
  | 'retitled'
  | 'table'
  | 'outline';

/** Items run together in one paragraph, cut-off text, a title that is repeated or broken inside a word. */
export const lostParagraphs = defineRule<MessageId>({
  id: 'lost-paragraphs',
  family: 'structure',
  severity: 'warning',
  basis: ['9704-7.3.3', '9704-7.3.1', 'practice'],
  faults: ['F51', 'F52'],
  fixes: ['safe', 'suggested'],
  summary: {
    zh: '段落丢失、文字被截断、标题重复或者在词中换行',
    en: 'Lost paragraphs, text cut off, a title repeated or broken inside a word',
  },
  messages: {
    restored: {
      zh: '{count}个段落挤在一行里，段落丢失。请在序号之前重新分段。',
      en: '{count} paragraphs run together on one line. Begin a new paragraph at each number.',
    },
    signed: {
      zh: '署名“{issuer}”和成文日期接在正文后面，没有另起一行。',
      en: 'The signature “{issuer}” and the date run on behind the text; each has a line of its own.',
    },
    together: {
      zh: '“{number}”等{count}项写在同一段里，各项应当另起一段。',
      en: '{count # item|# items} ({number} …) run together in one paragraph: each should begin its own.',
    },
    cut: {
      zh: '这一行重复了标题，并在“{words}”处被截断，像是网页摘要的残留。请删去。',
      en: 'This line repeats the title and is cut off at “{words}”: residue of a web page. Remove it.',
    },
    unfinished: {
      zh: '全文在“{words}”处中断，后面的文字可能丢失。',
      en: 'The text breaks off at “{words}”: what follows may be lost.',
    },
    short: {
      zh: '这一段在“{words}”处中断，后面的文字可能丢失。',
      en: 'The paragraph breaks off at “{words}”: what follows may be lost.',
    },
    titleCut: {
      zh: '标题在“{words}”处中断，后面缺“{missing}”一类的字。',
      en: 'The title breaks off at “{words}”: something like “{missing}” is lost behind it.',
    },
    retitled: {
      zh: '“{words}”与标题“{title}”大致相同，标题重复。请只留一个。',
      en: '“{words}” is nearly the same as the title “{title}”: keep one of the two.',
    },
    repeated: { zh: '标题重复了一遍。', en: 'The title stands here a second time.' },
    glued: {
      zh: '标题“{title}”与后面的“{number}”连成一片，既没有标点，也没有分段{count |（全文共 # 处）}。',
      en: 'The heading “{title}” runs into “{number}” without a mark or a new paragraph{count | (# in this plan)}.',
    },
    torn: {
      zh: '段落在“{words}”之间断开，割裂了词意，前后应是同一段。',
      en: 'The paragraph is broken inside “{words}”: the two belong together.',
    },
    page: {
      zh: '“{words}”是粘贴时留下的页眉或者页码{count |（全文共 # 处）}，请删去。',
      en: '“{words}” is a running head or page number that pasting left in the text{count | (# in this plan)}. Remove it.',
    },
    web: {
      zh: '“{words}”是网页上的发布信息或者按钮，不是方案的内容，请删去。',
      en: '“{words}” is what a web page prints around the paper. Remove it.',
    },
    file: {
      zh: '下载文件的名称“{words}”插在句中，把一句话断成了三行。请把前后连成一段，文件列入附件说明。',
      en: 'The name of a file, “{words}”, cuts a sentence in three. Join its halves, and list the file as an attachment.',
    },
    table: {
      zh: '“{words}”之后没有表格，可能在粘贴时丢失。请补上。',
      en: 'No table follows “{words}”: it may be lost. Put it in.',
    },
    outline: {
      zh: '全文只有“一、”和“（一）{words}”，没有以下各项，也没有署名，后面的文字可能丢失。',
      en: 'The text has 一、 and （一）{words} alone, without what comes next and without a signature: its end may be lost.',
    },
    row: {
      zh: '表格的一行在“{words}”之后断成了两行，请并为一行。',
      en: 'A row of the table is broken in two behind “{words}”. Join its lines.',
    },
    entity: {
      zh: '正文里留有网页代码“{words}”{count |（全文共 # 处）}，请删去或者换成文字。',
      en: '“{words}” is code of a web page left in the text{count | (# in this plan)}. Remove it, or write what it stands for.',
    },
    title: {
      zh: '标题在“{words}”之间换行，拆开了文中连用的词语。回行应当词意完整。',
      en: 'The title is broken between “{words}”, which the text uses as one term. Break it behind a whole term.',
    },
  },
  checkPlan({ document, plan, report }) {
    const source = document.markdown.text;
    restoredRuns(plan, source, report);
    const eol = source.includes('\r\n') ? '\r\n' : '\n';
    const signed = runOnSignature(plan, source, eol);
    if (signed) report(signed);
    const titles: PlacedTitle[] = [];
    for (let at = 0; at < plan.lines.length; at++) {
      const line = plan.lines[at];
      if (line?.place === 'item') {
        const found = signsOn(line.facts).swallowed;
        const run = found && line.facts.number ? swallowed(found, plan.lines[at + 1]) : undefined;
        if (run) report(togetherAt(line, run, eol));
      }
      if (line?.place !== 'paragraph') continue;
      const signs = signsOn(line.facts);
      const next = plan.lines[at + 1];
      const cutApart = next !== undefined && isCutApart(line, next);
      if (cutApart) report(tornAt(line, next));
      if (signs === NO_SIGNS || line.indent.includes('\t')) continue;
      if (signs.open && next && !cutApart && isTorn(line, next) && !isWithinLine(source, line, next))
        report(tornAt(line, next));
      const { title } = signs;
      if (title) titles.push({ line, title });
      const found = title ? undefined : (signs.together ?? swallowed(signs.swallowed, next));
      if (!found) continue;
      report(togetherAt(line, found, eol));
    }
    for (const finding of gluedTitles(titles, source)) report(finding);
    swallowedSections(plan.sections, eol, report);
    headOf(plan, source, report);
    const broken = brokenTitle(plan);
    if (broken) {
      report({
        message: 'title',
        params: { words: broken.words },
        range: broken.range,
        ...(broken.insideWord ? {} : { severity: 'info' as const }),
        fix: {
          title: { zh: '去掉标题里的换行', en: 'Join the lines of the title' },
          safety: 'suggested',
          edits: [{ range: broken.gap, text: '' }],
        },
      });
    }
    cutTitle(plan, report);
    cutShort(plan, report);
    endOf(plan, report);
    for (const part of lostParts(document, plan, linesInOrder(document, plan))) report(part);
    for (const finding of residueOf(plan, source)) report(finding);
  },
});

function togetherAt(line: Line, found: RunTogether, eol: string): Finding<MessageId> {
  return {
    message: 'together',
    params: { number: found.number, count: found.count },
    range: line.at(found.range.start, found.range.end),
    ...(found.sure ? {} : { severity: 'info' as const }),
    fix: {
      title: { zh: '各项另起一段', en: 'Begin a paragraph at each item' },
      safety: found.sure ? 'safe' : 'suggested',
      edits: found.starts.map((start) => ({ range: blanksBefore(line, start), text: eol + eol })),
    },
  };
}

/** What a line alone shows of lost paragraphs; nearly all show nothing. */
interface LineSigns {
  readonly open: boolean;
  readonly title: Glued | null;
  readonly together: RunTogether | null;
  readonly swallowed: Swallowed | null;
}

const NO_SIGNS: LineSigns = { open: false, title: null, together: null, swallowed: null };

const signsOn = lineMemo((facts): LineSigns => {
  const open = isOpen(facts);
  const title = readGlued(facts);
  const together = readTogether(facts);
  const swallowed = readSwallowed(facts);
  return open || title || together || swallowed ? { open, title, together, swallowed } : NO_SIGNS;
});

/** Up to so many places are told one by one. */
const FEW = 3;

type Report = (finding: Finding<MessageId>) => void;

/** 一、 and 三、 stand on lines of their own, and 二、 within the text of 一、; （三） and （五） in the same way. */
function swallowedSections(sections: readonly Section[], eol: string, report: Report): void {
  for (let at = 0; at < sections.length; at++) {
    const section = sections[at];
    if (!section) continue;
    if (section.sections.length > 0) swallowedSections(section.sections, eol, report);
    const next = sections[at + 1]?.number;
    const { number } = section;
    if (!number || number.kind !== next?.kind || next.value !== number.value + 2) continue;
    if (number.mark !== next.mark || number.brackets !== next.brackets || !swallowedKinds.has(number.kind)) continue;
    const missing = withValue(number, number.value + 1)?.trim();
    const found = missing === undefined ? undefined : swallowedIn(section, missing, eol);
    if (found) report(found);
  }
}

const swallowedKinds: ReadonlySet<string> = new Set(['han', 'hanBracket', 'arabic']);

/** The missing number at the head of a sentence in the text of the section. */
function swallowedIn(section: Section, missing: string, eol: string): Finding<MessageId> | undefined {
  for (const line of [section.heading, ...section.body]) {
    const start = line.text.indexOf(missing, 1);
    if (start < 0 || !/[。；！？”）]/.test(line.text.charAt(start - 1))) continue;
    // 1.5米, and 二、三等奖.
    if (!/\p{Script=Han}|“/u.test(line.text.charAt(start + missing.length))) continue;
    const stop = line.text.slice(start).search(/[。：:，；]/);
    const { start: place } = line.at(start, start + 1);
    return {
      message: 'together',
      params: { number: missing, count: 2 },
      range: line.at(start, stop < 0 ? line.text.length : start + stop),
      fix: {
        title: { zh: '各项另起一段', en: 'Begin a paragraph at each item' },
        safety: 'suggested',
        edits: [{ range: { start: place, end: place }, text: eol + eol }],
      },
    };
  }
  return undefined;
}

/** So much text in front of the signature is a sentence, and no label. */
const shortestText = 5;

/** …电话：0000000。青禾县教育局 2026年3月2日: the signature has no line of its own. In a text without any line breaks all is lost. */
function runOnSignature({ lines, issuer, issued }: Plan, source: string, eol: string): Finding<MessageId> | undefined {
  if (!issuer || !issued || issuer.range.start >= issued.range.start) return undefined;
  const { start } = issuer.range;
  const line = lines.find(({ range }) => range.start < start && range.end >= issued.range.end);
  if (!line || start - line.range.start < shortestText || lines.some(({ restored }) => restored)) return undefined;
  const at = line.text.indexOf(issuer.value);
  const before = line.text.slice(0, at).trimEnd();
  if (!/[。；！）)\d]$/.test(before)) return undefined;
  const from = line.at(before.length - 1, before.length).end;
  const behind = line.at(at, at + issuer.value.length).end;
  // Where marks of Markdown stand beside them, the author has to part the lines himself.
  const isPlain = (source.slice(from, start) + source.slice(behind, issued.range.start)).trim() === '';
  const edits = [
    { range: { start: from, end: start }, text: eol + eol },
    { range: { start: behind, end: issued.range.start }, text: eol + eol },
  ];
  return {
    message: 'signed',
    params: { issuer: issuer.value },
    range: { start, end: issued.range.end },
    ...(isPlain && source.charAt(issued.range.end) !== '*'
      ? { fix: { title: { zh: '另起一行', en: 'Begin a new line' }, safety: 'suggested' as const, edits } }
      : {}),
  };
}

/** The list must go on with the next number, or a full stop part the two items. */
function swallowed(found: Swallowed | null, next: Line | undefined): RunTogether | undefined {
  if (!found) return undefined;
  const after = next?.facts.number;
  if (after?.kind === found.kind && after.value === found.next) return { ...found, sure: true };
  return found.stopped && !(after?.kind === found.kind && after.value === found.next - 1) ? found : undefined;
}

interface PlacedTitle {
  readonly line: Line;
  readonly title: Glued;
}

/** Few are told one by one; where all headings are written so, it is one habit. */
function gluedTitles(titles: readonly PlacedTitle[], source: string): readonly Finding<MessageId>[] {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const groups = titles.length > FEW ? [titles] : titles.map((one) => [one]);
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { line, title } = first;
    return [
      {
        message: 'glued',
        params: {
          title: line.text.slice(title.title.start, title.title.end),
          number: line.text.slice(title.number.start, title.number.end),
          count: titles.length,
        },
        range: line.at(title.title.start, title.number.end),
        severity: 'info',
        fix: {
          title: { zh: '另起一段', en: 'Begin a paragraph' },
          safety: 'suggested',
          edits: group.map(({ line, title: { number } }) => {
            const { start } = line.at(number.start, number.end);
            return { range: { start, end: start }, text: eol + eol };
          }),
        },
      },
    ];
  });
}

function tornAt(line: Line, next: Line): Finding<MessageId> {
  const end = line.text.trimEnd().length;
  const words = `${line.text.slice(end - 1, end)}／${next.text.slice(0, 1)}`;
  return {
    message: 'torn',
    params: { words },
    range: { start: line.at(end - 1, end).start, end: next.at(0, 1).end },
    fix: {
      title: { zh: '并为一段', en: 'Join the two' },
      safety: 'suggested',
      edits: [{ range: { start: line.at(end - 1, end).end, end: next.at(0, 1).start }, text: '' }],
    },
  };
}

function blanksBefore(line: Line, at: number): Range {
  let start = at;
  while (start > 0 && /\s/.test(line.text.charAt(start - 1))) start--;
  return start === at ? { start: line.at(at, at + 1).start, end: line.at(at, at + 1).start } : line.at(start, at);
}

/** Lines that reading has cut out of one line of the source: their paragraphs were lost. */
function restoredRuns(plan: Plan, source: string, report: Report): void {
  const { lines } = plan;
  for (let at = 0; at < lines.length; at++) {
    if (!lines[at + 1]?.restored) continue;
    const run = [lines[at] as Line];
    while (lines[at + 1]?.restored) run.push(lines[++at] as Line);
    if (run.length < 3) continue;
    const place = run.slice(1).find((line) => line.facts.number) ?? run[1];
    if (!place) continue;
    const eol = source.includes('\r\n') ? '\r\n' : '\n';
    const edits = run.slice(1).flatMap((line, index): Edit[] => {
      const before = run[index];
      // A blank without number or end mark around it may be no lost line break.
      if (!before || !(line.facts.number || /[。；：！？”）]$/.test(before.text))) return [];
      return [{ range: { start: before.range.end, end: line.range.start }, text: eol + eol }];
    });
    const stop = place.text.slice(0, 30).search(/[。，；：:]/);
    report({
      message: 'restored',
      params: { count: edits.length + 1 },
      range: place.at(0, stop > 0 ? stop : Math.min(20, place.text.length)),
      fix: { title: { zh: '重新分段', en: 'Restore the paragraphs' }, safety: 'safe', edits },
    });
  }
}

const bare = (text: string) => text.replace(/[\s\u3000*#]+/g, '');
const bareOf = lineMemo(({ text }) => bare(text));
/** Lines above and below the title that are looked at. */
const headLines = 6;
const cutOff = /(?<=[\p{Script=Han}，、])(?:\.{3,}|(?<!…)…)$/u;
const isCutOff = (text: string): boolean => (text.endsWith('…') || text.endsWith('...')) && cutOff.test(text);

/** The title once more, alone or with the beginning of the text cut off behind it. */
function headOf(plan: Plan, source: string, report: Report): void {
  const { title } = plan;
  if (!title || title.range.start < plan.range.start) return;
  const name = bare(title.value);
  const remove = (line: Line) => removal([wholeLine(source, line.range)]);
  let isCarried = false;
  for (let at = 0; at < Math.min(plan.lines.length, headLines); at++) {
    const line = plan.lines[at];
    if (!line) continue;
    const { start, end } = line.range;
    if (start < title.range.end && title.range.start < end) continue;
    const text = bareOf(line.facts);
    isCarried ||= start > title.range.end && leadsOn.test(line.text);
    if (text === name && name.length >= 8 && !isCarried)
      report({ message: 'repeated', range: line.range, fix: remove(line) });
    else if (at < titleLines && !isCarried && isRetitled(line, text, name))
      report({
        message: 'retitled',
        params: { words: line.text.trim(), title: title.value },
        range: line.range,
        severity: 'info',
      });
    else if (isCutOff(line.text) && (text.startsWith(name) || (start < title.range.start && text.length > 40))) {
      const words = lastClause(line.text);
      const range = line.at(line.text.length - words.length, line.text.length);
      report({ message: 'cut', params: { words }, range, fix: remove(line) });
    }
  }
}

/** So many lines at the head of a text may be titles. */
const titleLines = 3;

/** 读书节 | 诵读比赛方案, 诵读比赛方案（有修改）: the title of the paper with what the page has added to it. */
function isRetitled({ place, facts, text: line }: Line, text: string, name: string): boolean {
  if ((place !== 'paragraph' && place !== 'heading') || facts.number || text.length > longestTitle) return false;
  if (/[，。；：:！]$|^[（(【“—-]|附/.test(line)) return false;
  const own = bareTitle(name);
  return own.length >= shortestTitle && own === bareTitle(text);
}
const bareTitle = (text: string): string =>
  text
    .replace(/^[^|｜]{2,10}[|｜]/, '')
    .replace(/[（(【[](?:有|已)?(?:修改|修订|更新|补充|更正)稿?[)）】\]]/g, '')
    .replace(/^关于(?:开展|举办|组织)?|的(?=通知|方案)|具体(?=方案)/g, '');
const longestTitle = 60;
const shortestTitle = 6;

/** 评比工作请按如下办法进行。: a notice under the same title stands in front of what it passes on. */
const leadsOn = /[^，。；]{8}[。：:]\s*$/;

function wholeLine(source: string, { start, end }: Range): Range {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const next = source.indexOf('\n', end);
  const to = next < 0 ? source.length : next + 1;
  // Nothing else may stand on the line.
  return /\S/.test(source.slice(from, start).replace(/^[#>*\s]+/, '') + source.slice(end, to))
    ? { start, end }
    : { start: from, end: to };
}

/** Page numbers, lines of a web page and its code: one finding for each kind, or for each line that has other words. */
function residueOf(plan: Plan, source: string): readonly Finding<MessageId>[] {
  const found: Finding<MessageId>[] = [];
  const pages = pageNumbersIn(plan, source);
  const [page, ...others] = pages;
  if (page) {
    found.push({
      message: 'page',
      params: { words: page.text, count: pages.length },
      range: page.range,
      related: others.map(({ range }) => ({ message: hereToo, range })),
      fix: removal(pages.map(({ range }) => wholeLine(source, range))),
    });
  }
  for (const line of webPageLinesOf(plan)) {
    const { text, range } = line;
    found.push({ message: 'web', params: { words: text }, range, fix: removal([wholeLine(source, range)]) });
  }
  for (const finding of brokenRows(plan, source)) found.push(finding);
  const entities = entitiesIn(plan, source);
  const [entity, ...more] = entities;
  if (entity) {
    found.push({
      message: 'entity',
      params: { words: source.slice(entity.start, entity.end), count: entities.length },
      range: entity,
      severity: 'info',
      related: more.map((range) => ({ message: hereToo, range })),
    });
  }
  return found;
}

/** A cell of a Markdown table that goes on in the next line of the source: there its row was broken in two. */
function brokenRows({ tables }: Plan, source: string): readonly Finding<MessageId>[] {
  const found: Finding<MessageId>[] = [];
  for (const table of tables) {
    if (table.source !== 'gfm') continue;
    for (const { cells } of table.rows) {
      for (const { lines } of cells) {
        const broken = lines.length > 1 ? brokenCell(lines, source) : undefined;
        if (broken) found.push(broken);
      }
    }
  }
  return found;
}

function brokenCell(lines: readonly Line[], source: string): Finding<MessageId> | undefined {
  for (let at = 1; at < lines.length; at++) {
    const [above, below] = [lines[at - 1], lines[at]];
    if (!above || !below || !source.slice(above.range.end, below.range.start).includes('\n')) continue;
    const gap = { start: above.range.end, end: below.range.start };
    return {
      message: 'row',
      params: { words: lastClause(above.text) },
      range: above.range,
      fix: {
        title: { zh: '并为一行', en: 'Join the two' },
        safety: 'suggested',
        edits: [{ range: gap, text: '' }],
      },
    };
  }
  return undefined;
}

const hereToo = { zh: '此处也是', en: 'Here as well' };

function removal(ranges: readonly Range[]): Fix {
  return {
    title: { zh: '删去这一行', en: 'Remove this line' },
    safety: 'suggested',
    edits: ranges.map((range) => ({ range, text: '' })),
  };
}

/** 学习贯彻活动实施, 专项整治工作方: the genre at the end of the title is lost, or half of it. */
function cutTitle({ title, range }: Plan, report: Report): void {
  if (!title || title.range.start < range.start) return;
  const cut =
    /(?:活动|工作|整治|行动|教育|培训|创建|评选|竞赛|演练)实施$|(?:实施|工作|活动|行动|整治|整改|应急)方$|(?:实施|暂行|考核|评选)办$|(?:实施|指导)意$|实施细$|应急预$/.exec(
      title.value,
    )?.[0];
  if (cut === undefined) return;
  const missing = restOfGenre[cut.slice(-1)] ?? '案';
  report({ message: 'titleCut', params: { words: cut, missing }, range: title.range });
}

const restOfGenre: Readonly<Record<string, string>> = { 施: '方案', 办: '法', 意: '见', 细: '则' };

/** Paragraphs that stop at a word which wants more. */
function cutShort({ lines, closing }: Plan, report: Report): void {
  lines.forEach((line, at) => {
    if (!isCutShort(line, lines[at + 1], closing)) return;
    const end = line.text.trimEnd().length;
    const words = lastClause(line.text.slice(0, end));
    const range = line.at(end - words.length, end);
    report({ message: line === closing ? 'unfinished' : 'short', params: { words }, range });
  });
}

/** The text ends in the middle of a sentence. */
function endOf(plan: Plan, report: Report): void {
  const { closing } = plan;
  if (!closing || closing.place === 'cell' || closing.text.length < 20 || plan.sections.length < 2) return;
  if (!/[，、]$/.test(closing.text) && !isCutOff(closing.text)) return;
  const words = lastClause(closing.text);
  const range = closing.at(closing.text.length - words.length, closing.text.length);
  report({ message: 'unfinished', params: { words }, range });
}

/** The words behind the last mark, the end itself left out. */
function lastClause(text: string): string {
  const inner = text.replace(/[，、.…]+$/, '');
  const at = Math.max(...['。', '，', '；', '：', '、'].map((mark) => inner.lastIndexOf(mark)));
  return text.slice(Math.max(at + 1, text.length - 24));
}
