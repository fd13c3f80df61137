import { skipBlanks, trimBlanksEnd } from '../text/blank.ts';
import type { OutlineItem } from './draft-section.ts';
import { lineMemo } from './facts.ts';
import words from './labels.yaml';
import type { Line, LinePlace, Plan, PlanTable, Section } from './model.ts';

/** What a label tells of an activity; see labels.yaml. */
export type LabelGroup = 'time' | 'place' | 'who' | 'programme' | 'goal' | 'lead' | 'notes' | 'means' | 'safety';

/** 活动时间：…, 【地点】…, ■ 参加人员：… at the head of a line. Indexes count from the start of the line. */
export interface Label {
  /** Without blanks: 时间 of 时　间：. */
  readonly name: string;
  readonly groups: readonly LabelGroup[];
  readonly from: number;
  readonly end: number;
  /** Where the text behind it begins; the end of the line where there is none. */
  readonly value: number;
}

type Words = Readonly<Record<string, readonly string[]>>;
const lists = words as { readonly prefixes: readonly string[]; readonly groups: Words; readonly tails: Words };

function groupsByWord(...tables: readonly Words[]): ReadonlyMap<string, readonly LabelGroup[]> {
  const found = new Map<string, LabelGroup[]>();
  for (const table of tables) {
    for (const [group, list] of Object.entries(table)) {
      for (const word of list) found.set(word, [...(found.get(word) ?? []), group as LabelGroup]);
    }
  }
  return found;
}

const alone = groupsByWord(lists.groups);
const behindPrefix = groupsByWord(lists.groups, lists.tails);
const prefixes: ReadonlySet<string> = new Set(lists.prefixes);
const longestPrefix = Math.max(...lists.prefixes.map((word) => word.length));

/** A label with its blanks and brackets is not longer: 负 责 人（联系电话）. */
const labelLength = 18;
const plainNames: ReadonlySet<string> = new Set(['时间', '地点', '负责人', '联系人', '主持人', '责任人']);
/** A few names apart, a line without a colon is a label only when it is as long as this: 活动主题. */
const plainLength = 4;
/** Signs that stand in front of a label: ■, ★, ◆, a picture sign. */
const signsBefore = 4;
const han = /\p{Script=Han}/u;
const opening = '【〖〔[［';
const closing = '】〗〕]］';

/** The label at the head of a line, if it is one that plans of activities have. Numbered lines are sections by their number. */
export const labelOn = lineMemo((facts): Label | null => {
  const { text } = facts;
  let from = 0;
  while (from <= signsBefore && from < text.length && !opensLabel(text, from)) from++;
  if (from > signsBefore || from >= text.length) return null;
  // Digits and letters are no signs: 3月安排：, A组：.
  if (from > 0 && /[\p{L}\p{N}]/u.test(text.slice(0, from))) return null;
  const place = placeOf(text, from);
  if (!place || facts.number) return null;
  const written = text.slice(place.from, place.end);
  const name = written.replace(/[\s\u3000]+/g, '').replace(/[（(][^（()）]{1,10}[)）]$/, '');
  const groups = groupsOf(name);
  if (place.plain && name.length < plainLength && !plainNames.has(name)) return null;
  return groups.length > 0 ? { name, groups, from: place.from, end: place.end, value: place.value } : null;
});

const opensLabel = (text: string, at: number): boolean =>
  han.test(text.charAt(at)) || opening.includes(text.charAt(at));

interface LabelPlace {
  readonly from: number;
  readonly end: number;
  readonly value: number;
  /** Nothing but the words tells that it is a label. */
  readonly plain: boolean;
}

/** Where the words of the label stand: in brackets, in front of a colon, or as the whole line. */
function placeOf(text: string, from: number): LabelPlace | undefined {
  const bracket = opening.indexOf(text.charAt(from));
  if (bracket >= 0) {
    const end = text.indexOf(closing.charAt(bracket), from);
    if (end < 0 || end - from > labelLength) return undefined;
    let value = skipBlanks(text, end + 1, text.length);
    if (isColon(text, value)) value = skipBlanks(text, value + 1, text.length);
    return { from: from + 1, end, value, plain: false };
  }
  for (let at = from + 1; at < Math.min(text.length, from + labelLength); at++) {
    if (!isColon(text, at)) continue;
    return {
      from,
      end: trimBlanksEnd(text, from, at),
      value: skipBlanks(text, at + 1, text.length),
      plain: false,
    };
  }
  return text.length - from < labelLength ? { from, end: text.length, value: text.length, plain: true } : undefined;
}

function isColon(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0xff1a || code === 0x3a;
}

/** What a label tells: 活动时间, 时间和地点, 负责人及联系电话, 投稿/报名方式; nothing where a part of it is none. */
export function groupsOf(name: string): readonly LabelGroup[] {
  const whole = groupsOfWord(name);
  if (whole || !/[、和与及/／&]/.test(name)) return whole ?? [];
  const parts = name
    .split(/[、和与及/／&]/)
    .map((word, at, words) => (at < words.length - 1 && prefixes.has(word) ? [] : groupsOfWord(word)));
  return parts.flatMap((groups) => groups ?? []).length > 0 && parts.every((groups) => groups)
    ? parts.flatMap((groups) => groups ?? [])
    : [];
}

function groupsOfWord(word: string): readonly LabelGroup[] | undefined {
  const whole = alone.get(word);
  if (whole) return whole;
  for (let length = Math.min(longestPrefix, word.length - 1); length > 0; length--) {
    if (!prefixes.has(word.slice(0, length))) continue;
    const groups = behindPrefix.get(word.slice(length));
    if (groups) return groups;
  }
  return undefined;
}

/** Headings and 一、 divide a text themselves: labels behind them are part of what they head. */
const dividing: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'han']);
const labelPlaces: ReadonlySet<LinePlace> = new Set(['paragraph', 'item']);
/** So many groups make a plan of labels, with the time and a place or people among them. */
const enough = 3;

/** The label that may open a section of a plan of labels. */
export function labelAt(line: Line): Label | null {
  return labelPlaces.has(line.place) && line.depth <= 1 ? labelOn(line.facts) : null;
}

/**
 * Whether a text states its parts as labelled lines instead of headings. Labels that come again and
 * again are those of a list (责任人：… below each item).
 */
export function isLabelled(items: readonly OutlineItem[]): boolean {
  const names = new Set<string>();
  const groups = new Set<LabelGroup>();
  let again = 0;
  for (const item of items) {
    if (!('line' in item)) continue;
    const { line } = item;
    if (line.place === 'heading') break;
    const label = labelAt(line);
    if (!label) {
      if (line.place === 'paragraph' && dividing.has(line.facts.number?.kind ?? '')) break;
      continue;
    }
    if (names.has(label.name)) again++;
    names.add(label.name);
    for (const group of label.groups) groups.add(group);
  }
  return (
    groups.size >= enough &&
    groups.has('time') &&
    (groups.has('place') || groups.has('who') || groups.has('lead')) &&
    again * 2 <= names.size
  );
}

/** Names of the labels in the body and in tables of two columns (| 活动时间 | … |) that have words behind them. */
export function labelNames({ lines, tables }: Plan): readonly string[] {
  const names: string[] = [];
  for (const line of lines) {
    const label = labelAt(line);
    if (label && label.value < line.text.length) names.push(label.name);
  }
  for (const [name, value] of tables.flatMap(pairsOf))
    if (value.trim() !== '' && groupsOf(name).length > 0) names.push(name);
  return names;
}

/** The first two cells of each row, blanks and colon behind the name left out. */
function pairsOf({ columns, rows }: PlanTable): readonly (readonly [string, string])[] {
  const head = columns.map(({ header }) => header);
  return [head, ...rows.map(({ cells }) => cells)].flatMap(([name, value]) =>
    name && value ? [[name.text.replace(/[\s：:]+/g, ''), value.text] as const] : [],
  );
}

/** Of numbered sections, so many make a sheet. */
const fewestSections = 4;

/**
 * A plan whose parts are labelled lines, as the sheet for a single activity has them; numbers in front of
 * the labels (一、活动时间：…) change nothing, as long as each part stands on its line.
 */
export function isSheet({ sections }: Plan): boolean {
  if (sections.some(({ style }) => style === 'label')) return true;
  if (sections.length < fewestSections || sections.some(({ runIn, body }) => runIn === undefined || body.length > 0))
    return false;
  return sections.filter(({ title }) => groupsOf(title.value).length > 0).length * 4 >= sections.length * 3;
}

/** 总负责人： with nothing behind or below it. */
export function isEmptyLabel({ style, runIn, body, sections, tables }: Section): boolean {
  return style === 'label' && runIn === undefined && body.length + sections.length + tables.length === 0;
}

/** Labels below which others say who does what: 组织机构：, 组长：王明, 副组长：李霞. */
const holders =
  /^(?:活动|比赛|竞赛|大赛|工作|演练|人员|任务|职责|责任)?(?:组织机构|组织领导|领导小组|组委会|组织分工|人员分工|工作分工|任务分工|职责分工|责任分工|分工|工作人员)$/;

/** Whether a label names those who belong to what an empty one above it has announced. */
export function namesMembers(heading: Line, label: Label): boolean {
  const holder = labelOn(heading.facts);
  return (
    holder !== null &&
    holder.value >= heading.text.length &&
    holders.test(holder.name) &&
    label.groups.includes('lead') &&
    !holders.test(label.name)
  );
}

/** Numbered lines behind it do not belong to such a label when it is followed by its words: 地点：大礼堂. */
const closed: ReadonlySet<LabelGroup> = new Set(['time', 'place', 'who', 'lead', 'means', 'goal']);

/** Whether what is numbered below a label is a part of it. */
export function holdsNumbers(line: Line): boolean {
  const label = labelOn(line.facts);
  if (!label || label.value >= line.text.length) return true;
  if (!label.groups.every((group) => closed.has(group))) return true;
  const value = line.text.slice(label.value);
  return /[：:]$|[如以]下|阶段|分.{1,4}[批组步个]/.test(value);
}
