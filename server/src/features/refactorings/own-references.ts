import { hanToNumber, numberToHan } from '../../numbering/han.ts';
import { readNumber } from '../../numbering/read.ts';
import type { NumberKind, NumberToken } from '../../numbering/token.ts';
import { readAttachments } from '../../plan/attachments/attachment-list.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import { findMentions, type PartMention } from './part-mentions.ts';
import { lineEnd, lineStart, withEdits } from './source-lines.ts';

/** What follows from new numbers in the places that name them. */
export interface Followed {
  readonly edits: readonly Edit[];
  /** Places that may mean a part whose number changes, and are left as they are. */
  readonly doubts: readonly string[];
}

/** The numbers of a section behind the edits; both where 第二阶段 stands behind （二）. */
interface NewNumbers {
  readonly number: number | undefined;
  readonly stage: number | undefined;
}

/**
 * The places of a plan that name one of its own parts or attachments (见第三部分, “三、（二）”, 见附件2)
 * whose number is changed. Those of other documents, and what is quoted, stay.
 * @param edits what is done to the numbers, in offsets of the text
 */
export function followedReferences(text: string, plan: Plan, edits: readonly Edit[]): Followed {
  const changed = newNumbers(text, plan, edits);
  const attachments = newAttachments(text, plan, edits);
  const found: Edit[] = [];
  const doubts = new Set<string>();
  const finder = new Targets(plan);
  const heads = new Map(finder.all.map((section) => [section.heading, endOfNumbers(section)]));
  for (const line of plan.lines) {
    if (line.place === 'quote' || changed.size === 0) continue;
    for (const mention of findMentions(line.text, heads.get(line))) {
      const own = editsOf(mention, line, finder, changed);
      if (own === undefined) doubts.add(line.text.slice(mention.range.start, mention.range.end));
      else if (own.length === 0) continue;
      else if (!mention.certain) doubts.add(line.text.slice(mention.range.start, mention.range.end));
      else found.push(...own);
    }
  }
  // A number that is written anew is no mention.
  const free = [...found, ...attachments].filter(
    ({ range }) => !edits.some((edit) => edit.range.start < range.end && range.start < edit.range.end),
  );
  return { edits: free, doubts: [...doubts] };
}

function newNumbers(text: string, plan: Plan, edits: readonly Edit[]): ReadonlyMap<Section, NewNumbers> {
  const changed = new Map<Section, NewNumbers>();
  const visit = (section: Section): void => {
    const start = lineStart(text, section.heading.range.start);
    const end = lineEnd(text, section.heading.range.start);
    const own = edits.filter(({ range }) => start <= range.start && range.end <= end);
    if (own.length > 0) {
      const line = withEdits(text, { start, end }, own).replace(/^[\s\u3000]*(?:#{1,6}[ \t]+)?(?:[-*+][ \t]+)?/, '');
      const number = readNumber(line);
      const stage = stageIn(line, number);
      if (number?.value !== section.number?.value || stage?.value !== stageOf(section)?.value)
        changed.set(section, { number: number?.value, stage: stage?.value });
    }
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return changed;
}

/** 第二阶段 at the head of a title, with or without a number of the section in front of it. */
export function stageOf({ heading, number }: Section): NumberToken | undefined {
  return stageIn(heading.text, number);
}

function endOfNumbers(section: Section): number {
  const { number, heading } = section;
  const stage = stageOf(section);
  const from = number?.range.end ?? 0;
  return stage && stage !== number ? heading.text.indexOf(stage.raw, from) + stage.raw.length : from;
}

function stageIn(text: string, number: NumberToken | undefined): NumberToken | undefined {
  if (number && isStage(number)) return number;
  const inner = readNumber(text.slice(number?.range.end ?? 0));
  return inner && isStage(inner) ? inner : undefined;
}

const isStage = ({ kind }: NumberToken) => kind === 'stage' || kind === 'phasePart' || kind === 'stepOrdinal';

/** Which sections a mention can mean. */
class Targets {
  readonly all: Section[] = [];
  readonly #roots: readonly Section[];

  constructor(plan: Plan) {
    this.#roots = plan.sections;
    const visit = (section: Section): void => {
      this.all.push(section);
      section.sections.forEach(visit);
    };
    plan.sections.forEach(visit);
  }

  /** The sections that the parts of a mention lead to, for each part, as far as they are there. */
  of({ parts }: PartMention, line: Line): readonly (readonly Section[])[] {
    const found: (readonly Section[])[] = [];
    for (const { kinds, value, inner } of parts) {
      const above = found.at(-1);
      const among = above
        ? above.flatMap(({ sections }) => sections)
        : inner
          ? this.#around(line, kinds, value)
          : this.all;
      const outermost = above || inner ? among : outermostOf(among, kinds);
      const here = outermost.filter((section) => numberOf(section, kinds) === value);
      if (here.length === 0) return found;
      found.push(here);
    }
    return found;
  }

  /** 第（二）项 means an item beside or below the place where it is said. */
  #around(line: Line, kinds: readonly NumberKind[], value: number): readonly Section[] {
    let section = this.all.findLast(({ range }) => range.start <= line.range.start && line.range.end <= range.end);
    for (; section; section = section.parent) {
      if (section.sections.some((one) => numberOf(one, kinds) === value)) return section.sections;
    }
    return this.#roots;
  }
}

/** 第三部分 is 三、 of the outermost numbers, not of a list within a part. */
function outermostOf(sections: readonly Section[], kinds: readonly NumberKind[]): readonly Section[] {
  const able = sections.filter((section) => numberOf(section, kinds) !== undefined);
  const kind = kinds.find((one) => able.some((section) => numberOf(section, [one]) !== undefined));
  const level = Math.min(...able.filter((one) => kind && numberOf(one, [kind]) !== undefined).map((one) => one.level));
  return able.filter((section) => kind && numberOf(section, [kind]) !== undefined && section.level === level);
}

function numberOf(section: Section, kinds: readonly NumberKind[]): number | undefined {
  const { number } = section;
  if (number && kinds.includes(number.kind)) return number.value;
  const stage = stageOf(section);
  return stage && kinds.includes(stage.kind) ? stage.value : undefined;
}

/** Undefined where it is not sure what becomes of the mention. */
function editsOf(
  mention: PartMention,
  line: Line,
  finder: Targets,
  changed: ReadonlyMap<Section, NewNumbers>,
): readonly Edit[] | undefined {
  const targets = finder.of(mention, line);
  // 第三部分第9项 where 三、 has no such item: it may be that of another document.
  if (targets.length < mention.parts.length) return targets.flat().some((one) => changed.has(one)) ? undefined : [];
  const edits: Edit[] = [];
  for (const [at, sections] of targets.entries()) {
    const part = mention.parts[at];
    if (!part) continue;
    const values = new Set(sections.map((section) => newValue(section, part.kinds, changed) ?? part.value));
    const [value] = values;
    if (values.size !== 1 || value === undefined) return undefined;
    if (value === part.value) continue;
    const old = line.text.slice(part.range.start, part.range.end);
    const written = /\d/.test(old) ? String(value) : numberToHan(value);
    const range = line.at(part.range.start, part.range.end);
    if (written === undefined || range.end - range.start !== old.length) return undefined;
    edits.push({ range, text: written });
  }
  return edits;
}

function newValue(
  section: Section,
  kinds: readonly NumberKind[],
  changed: ReadonlyMap<Section, NewNumbers>,
): number | undefined {
  const numbers = changed.get(section);
  const isOwn = section.number && kinds.includes(section.number.kind);
  return isOwn ? numbers?.number : numbers?.stage;
}

/** 见附件2, and the 附件2 above the attachment itself, when 2. of the note becomes 3. */
function newAttachments(text: string, plan: Plan, edits: readonly Edit[]): readonly Edit[] {
  const moved = new Map<number, number>();
  for (const { range, facts } of noteItems(plan.lines)) {
    const start = lineStart(text, range.start);
    const end = lineEnd(text, range.start);
    const own = edits.filter((edit) => start <= edit.range.start && edit.range.end <= end);
    const value = own.length > 0 && readNumber(withEdits(text, { start, end }, own).trim())?.value;
    if (value && facts.number && value !== facts.number.value) moved.set(facts.number.value, value);
  }
  if (moved.size === 0) return [];
  const { listed, mentioned } = readAttachments(plan.lines);
  const labels = listed.filter(({ range }) =>
    /^附\s*[件表]\s*[\d一二三四五六七八九十]/.test(text.slice(range.start, range.end)),
  );
  return [...mentioned, ...labels].flatMap(({ number, range }) => {
    const value = number === undefined ? undefined : moved.get(number);
    const words = text.slice(range.start, range.end);
    const match = /^(附\s*[件表]\s*)(\d{1,2}|[一二三四五六七八九十]{1,3})/.exec(words);
    if (value === undefined || !match || numeralOf(match[2] ?? '') !== number) return [];
    const start = range.start + (match[1]?.length ?? 0);
    const written = /\d/.test(match[2] ?? '') ? String(value) : (numberToHan(value) ?? '');
    return written === '' ? [] : [{ range: { start, end: start + (match[2]?.length ?? 0) }, text: written }];
  });
}

/** The numbered lines below 附件：, in whatever order their numbers are. */
function noteItems(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex(({ text }) => /^附\s*件\s*[：:]/.test(text));
  if (from < 0) return [];
  const behind = lines.slice(from + 1);
  const end = behind.findIndex(({ facts, text }) => facts.number?.kind !== 'arabic' || text.length > longestName);
  return end < 0 ? behind : behind.slice(0, end);
}

const longestName = 60;

function numeralOf(written: string): number | undefined {
  return /^\d/.test(written) ? Number(written) : hanToNumber(written);
}
