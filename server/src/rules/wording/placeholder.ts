import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanTable, Section, TableCell } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign } from '../../plan/signs.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding, type Message } from '../rule.ts';
import { type Blank, blankSign, findBlanks, isFormTitle, unknownCell } from './blanks.ts';

type MessageId = 'placeholder' | 'placeholders' | 'blankValue' | 'emptyMarks' | 'openDate' | 'unknownCells';

const otherPlace: Message = { zh: '同样待填的地方', en: 'Another place to be filled in' };
const otherCell: Message = { zh: '同样待填的单元格', en: 'Another cell to be filled in' };

/** Something that was to be filled in and was not. */
export const placeholder = defineRule<MessageId>({
  id: 'placeholder',
  family: 'wording',
  severity: 'error',
  basis: ['条例-19'],
  faults: ['F73'],
  fixes: [],
  ofCarriers: true,
  summary: {
    zh: '留有待填的占位内容，如××、____、【待定】',
    en: 'A placeholder that was left in: ××, ____, 【待定】',
  },
  messages: {
    placeholder: {
      zh: '“{text}”是待填的占位内容，定稿前请填写或删去。',
      en: '“{text}” is a placeholder: fill it in or remove it.',
    },
    placeholders: {
      zh: '“{text}”是待填的占位内容（同样的共 {count} 处），定稿前请填写或删去。',
      en: '“{text}” is a placeholder ({count} alike): fill them in or remove them.',
    },
    blankValue: {
      zh: '此处留了空白没有填写，定稿前请填写或删去。',
      en: 'Room was left here and not filled in: fill it in or remove it.',
    },
    emptyMarks: {
      zh: '“{text}”内没有内容，请填写或删去。',
      en: 'There is nothing in “{text}”: fill it in or remove it.',
    },
    openDate: {
      zh: '日期没有填完，请补上月、日。',
      en: 'The date was not filled in: add month and day.',
    },
    unknownCells: {
      zh: '表中有 {count} 个单元格只写了“{text}”，请填写确定的内容。',
      en: '{count # cell of this table holds|# cells of this table hold} nothing but “{text}”: fill them in.',
    },
  },
  checkPlan({ document, plan, report }) {
    const unknown = unknownCells(plan.tables);
    for (const finding of unknown) report(finding);
    let forms: ReadonlySet<Line> | undefined;
    const found: PlacedBlank[] = [];
    const lines = linesInOrder(document, plan);
    for (const [at, line] of lines.entries()) {
      if (line.place === 'quote') continue;
      const blanks = blanksOf(line.facts);
      const years = boldYears(line, document.markdown.text);
      for (const blank of years.length > 0 ? [...blanks, ...years] : blanks) {
        if (line.literals.some((literal) => overlaps(literal, blank.range))) continue;
        if (blank.kind === 'cross' && partsBold(line, blank.range, document.markdown.text)) continue;
        if (blank.kind === 'empty' && holdsMarkup(line, blank.range)) continue;
        if (blank.kind === 'value' && isAnsweredBelow(line, blank.range, lines[at + 1])) continue;
        forms ??= formLines(plan);
        if (!forms.has(line)) found.push({ line, ...blank });
      }
    }
    for (const blank of loneStars(document.markdown.text, plan)) {
      forms ??= formLines(plan);
      if (!forms.has(blank.line) && !found.some((other) => other.line === blank.line)) found.push(blank);
    }
    if (found.length > 0) for (const group of alike(found, plan)) report(toFinding(group));
    for (const run of emptyLabels(plan.lines)) {
      forms ??= formLines(plan);
      // Each of them stands for something else.
      for (const label of run) if (!forms.has(label.line)) report(toFinding([label]));
    }
  },
});

/** 组长： with nothing behind it; names may follow on the next line. */
const emptyLabel = lineMemo(
  ({ text }) =>
    text.length <= 24 &&
    /^(?:副?组[ \u3000]*长|成[ \u3000]*员|组[ \u3000]*员|副?总[ \u3000]*指[ \u3000]*挥|副?主[ \u3000]*任|牵头单位|责任单位|责任部门|整改时限|完成时限|主办单位|承办单位|裁判员?|记分员|计分员|计时员|工作人员|主持人?|评委|领队|联系人|负责人|责任人|记录员?|安全员|指导教师|活动时间|活动地点)[ \u3000]*[：:][ \u3000]*(?:[（(][^（()）]{1,6}[)）])?$/.test(
      text,
    ),
);

/** 各校填写下列内容, 附件1 活动记录表: whoever uses what follows fills it in. */
const formAbove = /填写|填报|^附件|[表单]$/;
/** So many lines above a label may say so. */
const formReach = 3;
const isForm = (lines: readonly Line[], from: number): boolean =>
  lines.slice(Math.max(0, from - formReach), from).some(({ text }) => formAbove.test(text));

/**
 * Labels one behind the other none of which is filled in. One alone may have its words in a table or list below, and a sentence
 * behind the last of them answers it.
 */
function emptyLabels(lines: readonly Line[]): readonly (readonly PlacedBlank[])[] {
  const runs: PlacedBlank[][] = [];
  let run: PlacedBlank[] = [];
  let from = 0;
  for (const [at, line] of lines.entries()) {
    if (line.place === 'paragraph' && emptyLabel(line.facts)) {
      if (run.length === 0) from = at;
      run.push({ kind: 'value', range: { start: 0, end: line.text.length }, line });
      continue;
    }
    if (run.length > 1 && !isForm(lines, from) && !line.text.includes('。')) runs.push(run);
    run = [];
  }
  if (run.length > 1 && !isForm(lines, from)) runs.push(run);
  return runs;
}

/** 高*（*）班: a star between the brackets, which Markdown took for emphasis. */
function holdsMarkup(line: Line, { start, end }: Range): boolean {
  const inSource = line.at(start, end);
  return inSource.end - inSource.start > end - start;
}

/** 联系电话： at the end of a line, and on the next one the number; 1.各单位要…, 2026年3月6日 below it answer nothing. */
const isAnsweredBelow = ({ text }: Line, { end }: Range, next: Line | undefined): boolean =>
  end === text.length && next !== undefined && phoneAhead.test(next.text);
/** 0571-88001234, 刘芳 13800001234, 1.办公室：88001234. */
const phoneAhead = /^.{0,12}?(?<!\d)(?:1\d{10}|(?:[（(]?0\d{2,3}[)）]?[ \u3000]?[-—–－]?[ \u3000]?)?\d{6,8})(?!\d)/;

interface PlacedBlank extends Blank {
  readonly line: Line;
  /** As the source has it, where the line has lost its signs. */
  readonly raw?: string;
}

const NONE: readonly Blank[] = [];

const blanksOf = lineMemo((facts): readonly Blank[] => (hasSign(facts, blankSign) ? findBlanks(facts.text) : NONE));

/** Where 20年 stands in front of a month: the year 2020, or one that was masked. */
const bareYears = lineMemo(({ text }): readonly Range[] =>
  text.includes('20年')
    ? [...text.matchAll(/(?<!\d)20年(?=\d{1,2}月)/g)].map(({ index }) => ({ start: index, end: index + 3 }))
    : NO_RANGES,
);
const NO_RANGES: readonly Range[] = [];
const NO_BLANKS: readonly PlacedBlank[] = [];

/** 从20**年3月至20**年12月: two masked years make what stands between them bold, and only the source still has the signs. */
function boldYears(line: Line, source: string): readonly PlacedBlank[] {
  const years = bareYears(line.facts);
  if (years.length === 0) return NO_BLANKS;
  return years.flatMap((range): readonly PlacedBlank[] => {
    const { start, end } = line.at(range.start, range.end);
    const raw = source.slice(start, end);
    return raw.includes('*') ? [{ kind: 'cross', range, line, raw }] : [];
  });
}

/** 地点：**广场: signs in the place of a name, which are no emphasis where none closes it on the line. */
const loneStar =
  /(?<=[：:在于到由])\*\*(?=(?:省|市|县|区|镇|乡|村|街道|社区|广场|公司|学校|中学|小学|大学|学院|医院|单位|部门)[^*]*$)/;

function loneStars(source: string, { range, lines }: Plan): readonly PlacedBlank[] {
  const found: PlacedBlank[] = [];
  // Of a file of many plans only this one is searched.
  const own = source.slice(range.start, range.end);
  for (let at = own.indexOf('**'); at >= 0; ) {
    const start = own.lastIndexOf('\n', at) + 1;
    const newline = own.indexOf('\n', at);
    const written = own.slice(start, newline < 0 ? own.length : newline);
    // A second one on the line closes what the first one opens.
    const isLone = written.indexOf('**') === written.lastIndexOf('**');
    const star = isLone ? loneStar.exec(written) : null;
    const unit = star && range.start + start + star.index + 2;
    const line = unit ? lines.find((one) => one.range.start <= unit && unit < one.range.end) : undefined;
    if (star && line) {
      const behind = line.text.indexOf(written.slice(star.index + 2, star.index + 4));
      const words = line.text.slice(behind, behind + 2);
      if (behind >= 0)
        found.push({ kind: 'cross', range: { start: behind, end: behind + 2 }, line, raw: `**${words}` });
    }
    at = newline < 0 ? -1 : own.indexOf('**', newline);
  }
  return found;
}

/** **文字：****刘芮汐**: two pieces of bold type side by side, which Markdown does not take for any. */
function partsBold(line: Line, { start, end }: Range, source: string): boolean {
  if (end - start !== 4 || line.text.charAt(start) !== '*') return false;
  const at = line.at(start, end);
  const before = source.slice(source.lastIndexOf('\n', at.start) + 1, at.start);
  const newline = source.indexOf('\n', at.end);
  const behind = source.slice(at.end, newline < 0 ? source.length : newline);
  return /(?:^|[^*])\*\*[^*\s][^*]*$/.test(before) && /^[^*]*[^*\s]\*\*(?:[^*]|$)/.test(behind);
}

/** Signs that are repeated for a list of names. */
const repeated: ReadonlySet<Blank['kind']> = new Set(['cross', 'someone', 'line']);

/** The same sign within one section (组长：XXX，成员：XXX、XXX), or before the same words anywhere (××县): one thing to fill in. */
function alike(found: readonly PlacedBlank[], plan: Plan): readonly (readonly PlacedBlank[])[] {
  const starts = headingIndexes(plan);
  const groups = new Map<string, PlacedBlank[]>();
  const ofSection = new Map<string, PlacedBlank[]>();
  let at = 0;
  for (const [index, blank] of found.entries()) {
    // What 待定 and an open date stand for, differs from place to place; a column that is still open is one thing to fill in.
    if (!repeated.has(blank.kind) && !isWholeCell(blank)) {
      groups.set(`${index}`, [blank]);
      continue;
    }
    while (at < starts.length && (starts[at] ?? 0) <= blank.line.index) at++;
    // What the title lacks is another thing than what the text does.
    const text = isInTitle(blank.line, plan) ? `${signOf(blank)} title` : signOf(blank);
    const behind = blank.line.text.slice(blank.range.end, blank.range.end + 2);
    const place = `${text} ${at}`;
    const words = blank.kind === 'cross' && /^[一-龥]{2}$/.test(behind) ? `${text}${behind}` : place;
    const group = ofSection.get(place) ?? groups.get(words) ?? [];
    group.push(blank);
    ofSection.set(place, group);
    groups.set(words, group);
  }
  return [...new Set([...groups.values(), ...ofSection.values()])];
}

function isInTitle({ range }: Line, { title }: Plan): boolean {
  return title !== undefined && range.start >= title.range.start && range.end <= title.range.end;
}

function isWholeCell({ line: { place, text }, range: { start, end } }: PlacedBlank): boolean {
  return place === 'cell' && end > start && text.trim() === text.slice(start, end).trim();
}

/** Runs of three and more of one sign are the same. */
function signOf({ line, range, kind }: PlacedBlank): string {
  const text = line.text.slice(range.start, range.end).trim();
  if (/[0-9][×✕✖╳＊xX]{3}/.test(text)) return '0X';
  // XX stands for a unit, XXX for a name.
  return kind === 'line' ? '__' : text.replace(/([×✕✖╳xX○〇△])\1{2,}/g, '$1$1$1');
}

/** Where sections begin, in order. */
function headingIndexes(plan: Plan): readonly number[] {
  const indexes: number[] = [];
  const walk = (section: Section): void => {
    indexes.push(section.heading.index);
    for (const inner of section.sections) walk(inner);
  };
  for (const section of plan.sections) walk(section);
  return indexes;
}

/** Room alone cannot be seen: the words in front of it are shown with it. */
const isRoom = (kind: Blank['kind']): boolean => kind === 'value' || kind === 'gap';

/** 0571-8826××××, 138××××5678: a number that is masked on purpose where a paper is published. */
const maskedPhone = /^(?:0\d{2,3}[-—－]?)?[2-8]\d{3}[×✕✖╳＊xX*]{4}$|^1\d{2}[×✕✖╳＊xX*]{4}\d{4}$/u;

/** （时间待定） may be told to those who are invited; 【待定】 and 待补充 are notes of the author. */
const saidOpenly = /^[（(].*待定[）)]$/;

function toFinding(group: readonly PlacedBlank[]): Finding<MessageId> {
  const [first, ...others] = group;
  if (!first) throw new Error('a blank without a place');
  const { line, kind, range, raw } = first;
  const text = raw ?? line.text.slice(range.start, range.end).trim();
  const one =
    kind === 'empty' ? 'emptyMarks' : kind === 'date' ? 'openDate' : isRoom(kind) ? 'blankValue' : 'placeholder';
  return {
    message: one === 'placeholder' && others.length > 0 ? 'placeholders' : one,
    params: { text: text.length > 20 ? `${text.slice(0, 18)}……` : text, count: group.length },
    range: isRoom(kind) ? line.at(Math.max(0, range.start - 3), range.end) : line.at(range.start, range.end),
    ...(kind === 'cross' && maskedPhone.test(text) ? { severity: 'info' as const } : {}),
    ...(kind === 'pending' && saidOpenly.test(text) ? { severity: 'warning' as const } : {}),
    related: others.slice(0, 20).map((other) => ({
      message: otherPlace,
      range: other.line.at(other.range.start, other.range.end),
    })),
  };
}

/** A row that shows how the others are to be filled in: （示例）, Example Project. */
const ofSample = /示例|样例|范例|^[（(]?例[）)：:]|^\W*(?:example|sample)\b/i;

/** Once for each table, with the other cells beside it. */
function unknownCells(tables: readonly PlanTable[]): readonly Finding<MessageId>[] {
  return tables.flatMap((table) => {
    const cells: TableCell[] = [];
    for (const { cells: own } of table.rows) {
      if (own.some(({ text }) => ofSample.test(text))) continue;
      for (const cell of own) if (unknownCell.test(cell.text)) cells.push(cell);
    }
    const first = cells[0];
    if (!first) return [];
    return [
      {
        message: 'unknownCells',
        params: { count: cells.length, text: first.text.trim() },
        range: first.range,
        related: cells.slice(1).map((cell) => ({ message: otherCell, range: cell.range })),
      },
    ];
  });
}

/** 目录的模板如下： */
const modelBelow = /(?:模板|样式|式样|格式|范例)如下[：:]$/;

/** Lines of forms and model texts: what stands below a title such as 回执 or 登记表, and their tables. */
function formLines(plan: Plan): ReadonlySet<Line> {
  const lines = new Set<Line>();
  const addTable = (table: PlanTable): void => {
    for (const cell of [...table.columns.map(({ header }) => header), ...table.rows.flatMap((row) => row.cells)]) {
      for (const line of cell.lines) lines.add(line);
    }
  };
  const walk = (section: Section, inForm: boolean): void => {
    const form = inForm || isFormTitle(section.title.value);
    if (form) for (const line of section.body) lines.add(line);
    if (form) for (const table of section.tables) addTable(table);
    for (const inner of section.sections) walk(inner, form);
  };
  for (const section of plan.sections) walk(section, false);
  for (const table of plan.tables) if (table.title && isFormTitle(table.title.value)) addTable(table);
  // Forms at the end of a plan have a plain line for a title: 附件：报名回执.
  let form = false;
  for (const [at, line] of plan.lines.entries()) {
    const sample = modelBelow.test(line.text) ? plan.lines[at + 1] : undefined;
    if (sample) lines.add(sample);
    if (
      !line.facts.number &&
      line.text.length <= 30 &&
      !/[，。；]/.test(line.text) &&
      /^(?:附[件表]|【?附)|[表书执卷]$/.test(line.text)
    ) {
      form = isFormTitle(line.text);
    } else if (form) lines.add(line);
  }
  return lines;
}
