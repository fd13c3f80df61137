import type { DateExpression, DateSpan } from '../dates/expression.ts';
import type { WorkCalendar } from '../dates/workdays.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { NumberToken } from '../numbering/token.ts';
import type { Located, Range } from '../text/range.ts';
import type { YamlFault } from '../text/yaml-fault.ts';
import type { Announcement } from './announcements/announcements.ts';
import type { IssuingBody } from './bodies.ts';
import type { LineFacts } from './facts.ts';
import type { PartyMention } from './parties/parties.ts';

/** Where a line of prose stands in the Markdown. */
export type LinePlace = 'heading' | 'paragraph' | 'item' | 'cell' | 'quote';

/**
 * One paragraph as its author sees it: a line of the source, or a stretch of one when lost line
 * breaks were restored. All later reading is done on lines; every index in `facts` counts from the
 * start of `text`, and `at` maps it to the source.
 */
export interface Line {
  /** Position in the document's list of lines. */
  readonly index: number;
  readonly text: string;
  readonly place: LinePlace;
  /** Markdown heading depth, or list depth of an item; 0 otherwise. */
  readonly depth: number;
  /** Blanks in front of the line in the source. */
  readonly indent: string;
  /** It was cut out of the source line that the line before it stands on: the break between them was lost. */
  readonly restored: boolean;
  /** It is a paragraph all of which stands between marks of Markdown: **整治内容：**. */
  readonly marked: boolean;
  /** Lines of one Markdown block share the number. */
  readonly block: number;
  /** What can be read from the text alone; shared by all lines with the same text. */
  readonly facts: LineFacts;
  /** The words of the line in the source. */
  readonly range: Range;
  /** Stretches of `text` that are code or addresses. */
  readonly literals: readonly Range[];
  /** Source range of the units `[start, end)` of `text`. */
  at(start: number, end: number): Range;
}

/** A dated statement after year inheritance, on its line. */
export interface Dated {
  readonly line: Line;
  readonly expression: DateExpression;
  /** Absent for vague, ongoing and other statements that name no days. */
  readonly span?: DateSpan;
  readonly range: Range;
}

export type PlanKind = string;

/** A node of the outline: a Markdown heading, a numbered paragraph, a stage line, a topic sentence or a labelled line. */
export interface Section {
  readonly number?: NumberToken;
  /** Without number, end mark and time in brackets. */
  readonly title: Located<string>;
  /** Index of the title in `heading.text`. */
  readonly titleAt: number;
  /** 1 for the outermost sections of the plan. */
  readonly level: number;
  /** 一、 that numbers the items of a （一）: upside down, and no part beside the outer 一、. */
  readonly nested?: boolean;
  readonly style: 'markdown' | 'numbered' | 'stage' | 'topic' | 'label' | 'bold' | 'unnumbered' | 'inline';
  /** The line that carries the title. */
  readonly heading: Line;
  /** Index in `heading.text` where the body begins, when it follows the title on the same line. */
  readonly runIn?: number;
  /** Own lines below the heading, without those of `sections` and without table cells. */
  readonly body: readonly Line[];
  readonly tables: readonly PlanTable[];
  readonly sections: readonly Section[];
  readonly parent?: Section;
  /** From the heading to the end of the last line that belongs to it. */
  readonly range: Range;
  /** The stage that this section describes. */
  readonly stage?: Stage;
}

export type ScheduleOrigin = 'heading' | 'body' | 'table' | 'frontmatter';

/** A window of a stage or plan. One stage may have several: by audience, and body beside table. */
export interface Schedule {
  readonly audience?: string;
  readonly span: DateSpan;
  readonly origin: ScheduleOrigin;
  readonly range: Range;
  readonly table?: PlanTable;
}

/** Until when something is to be done, and how that is known. */
export interface TimeLimit {
  readonly kind:
    | 'own' // a day or window of its own
    | 'inherited' // from its stage, section or table row
    | 'relative' // 会后5日内
    | 'recurring' // 每月25日前
    | 'ongoing' // 长期坚持
    | 'immediate' // 立行立改
    | 'vague' // 适时
    | 'none';
  readonly span?: DateSpan;
  readonly range?: Range;
}

/** Somebody or a body that answers for something. */
export interface Party extends Omit<PartyMention, 'range' | 'nameRange'> {
  readonly line: Line;
  readonly range: Range;
}

/** A thing to be done: a step of a stage, a measure of a rectification, a row of a ledger. */
export interface Task {
  readonly title: Located<string>;
  readonly origin: 'section' | 'paragraph' | 'row';
  readonly section?: Section;
  readonly row?: TableRow;
  readonly table?: PlanTable;
  readonly stage?: Stage;
  readonly time: TimeLimit;
  /** Those who answer for it: own or inherited, the vague ones included. */
  readonly parties: readonly Party[];
  /** True when `parties` come from the section, stage or table around it. */
  readonly partiesInherited: boolean;
  readonly range: Range;
}

export interface Stage {
  readonly ordinal: number;
  /** Without 第一阶段 and the word 阶段 at its end where a name remains: 学习调研. */
  readonly name: Located<string>;
  readonly schedules: readonly Schedule[];
  readonly steps: readonly Task[];
  /** A line of the schedule of an activity (投稿：7月5日—8月5日): it may run beside others, and no steps are told apart in it. */
  readonly listed?: boolean;
  /** Describing section; absent when only a table names the stage. */
  readonly section?: Section;
  /** Tables that have rows of this stage. */
  readonly tables: readonly PlanTable[];
  /** Time limits of the stage that are no window: 长期坚持, 适时. */
  readonly time: TimeLimit;
  readonly range: Range;
}

/** What a column of a table holds; see columns.yaml. */
export type ColumnField =
  | 'ordinal'
  | 'stage'
  | 'time'
  | 'activity'
  | 'requirement'
  | 'remark'
  | 'issue'
  | 'cause'
  | 'goal'
  | 'measure'
  | 'responsibleLeader'
  | 'leadUnit'
  | 'responsibleUnit'
  | 'supportUnits'
  | 'owner'
  | 'supervisor'
  | 'start'
  | 'deadline'
  | 'progress'
  | 'status'
  | 'disclosure';

export interface TableCell {
  readonly lines: readonly Line[];
  /** The lines joined without break. */
  readonly text: string;
  readonly range: Range;
  /**
   * The cell above whose value this one has: empty because that one reaches down to it (vertical merge), or 〃, 同上.
   */
  readonly carried?: TableCell;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly range: Range;
}

export interface TableColumn {
  readonly header: TableCell;
  readonly field?: ColumnField;
}

export type TableKind = 'workflow' | 'ledger' | 'taskBreakdown' | 'schedule' | 'other';

export interface PlanTable {
  readonly kind: TableKind;
  readonly title?: Located<string> | undefined;
  /** Whom it is for, read from its title: 镇机关. */
  readonly audience?: string | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly source: 'gfm' | 'tabs';
  readonly range: Range;
  /** Cell of the column with that field in the row, the carried one when it is merged. */
  cell(row: TableRow, field: ColumnField): TableCell | undefined;
}

/** N announced, M listed. */
export interface Enumeration {
  readonly announcement: Announcement;
  readonly announced: number;
  /** What was found to count, best source first; empty when nothing lists it. */
  readonly lists: readonly {
    readonly origin: 'inline' | 'following' | 'sections' | 'table';
    readonly count: number;
    readonly items: readonly Range[];
  }[];
  readonly line: Line;
  readonly range: Range;
}

export interface Reference {
  readonly title?: string;
  readonly documentNumber?: string;
  readonly line: Line;
  readonly range: Range;
  /** 根据《…》 in the opening: a document that this plan is based on. */
  readonly basis: boolean;
}

export interface Plan {
  /**
   * The same object for as long as the text of the plan stays the same, wherever it stands: what
   * was found out about a plan can be kept by it, with positions counted from `range.start`.
   */
  readonly identity: object;
  readonly title?: Located<string>;
  /** 文种 read from the title or the opening: 实施方案, 整改方案, 小结 …; empty when none was found. */
  readonly kind: PlanKind;
  /**
   * Who issues it and when: by its signature, else by that of the notice that carries it, else by
   * the front matter (keys `issuer`, `date`, `issued`). The place may then lie outside of `range`.
   */
  readonly issuer?: Located<string> | undefined;
  readonly issued?: DateSpan | undefined;
  /** What kind of body it comes from, and how that is known; undefined where nothing tells. */
  readonly body?: IssuingBody | undefined;
  /** It is attached to a notice or to another plan, which is signed in its place. */
  readonly attachment: boolean;
  /** On which days its office works: the public holidays, and what the configuration says besides. */
  readonly calendar: WorkCalendar;
  /** The last line of the text proper, in front of attachment note, signature and attachments. */
  readonly closing?: Line | undefined;
  readonly references: readonly Reference[];
  /** 上级方案 as the front matter names them (key `superior`): paths or titles. */
  readonly superior?: readonly Located<string>[] | undefined;
  /** Window of the whole activity. */
  readonly span?: DateSpan | undefined;
  /** Lines between the title and the first section. */
  readonly opening: readonly Line[];
  readonly sections: readonly Section[];
  readonly stages: readonly Stage[];
  readonly measures: readonly Task[];
  readonly parties: readonly Party[];
  readonly tables: readonly PlanTable[];
  readonly enumerations: readonly Enumeration[];
  readonly dates: readonly Dated[];
  readonly lines: readonly Line[];
  readonly range: Range;
}

/** The YAML block at the head of the file. */
export interface FrontMatter {
  readonly range: Range;
  /** Top-level keys with the place of their value. */
  readonly values: ReadonlyMap<string, Located<unknown>>;
  /** The entries of values that are lists, with the place of each. */
  readonly lists: ReadonlyMap<string, readonly Located<unknown>[]>;
  /** What is wrong with the YAML, at its place. */
  readonly faults: readonly YamlFault[];
}

/** A file as read: one or several plans, one after another. Whether they are plans at all is for profiles/ to say. */
export interface PlanDocument {
  readonly markdown: MarkdownDocument;
  readonly frontMatter?: FrontMatter;
  readonly lines: readonly Line[];
  readonly plans: readonly Plan[];
}
