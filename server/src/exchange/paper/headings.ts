import type { Line, Section } from '../../plan/model.ts';
import { type Marks, runsOf } from './marks.ts';
import type { Face, HeadingLevel, PaperBlock, Run } from './paper.ts';
import { widthOf } from './title-lines.ts';

/** Typefaces of the levels (GB/T 9704-2012 7.3.3): 黑体, 楷体, and 仿宋 of the text for the others. */
const faces: readonly (Face | undefined)[] = ['hei', 'kai', undefined, undefined];
/** A numbered line that is longer than this and ends like a sentence is an item, no heading. */
const sentenceLength = 25;
const headingLength = 42;

/** The sections of a plan by their heading lines, and how deep they count. */
export interface Levels {
  readonly sections: ReadonlyMap<Line, Section>;
  level(section: Section): HeadingLevel;
}

/**
 * The level of a section is that of its number (一、 （一） 1. （1）). Where nothing is numbered 一、, the outermost sections
 * are the first level, whatever their numbers.
 */
export function levelsOf(outermost: readonly Section[]): Levels {
  const sections = new Map<Line, Section>();
  const visit = (section: Section): void => {
    sections.set(section.heading, section);
    section.sections.forEach(visit);
  };
  outermost.forEach(visit);
  const isByNumber = [...sections.values()].some(({ number }) => number?.kind === 'han');
  return {
    sections,
    level: ({ number, level }) => {
      const own = isByNumber ? number?.level : undefined;
      return Math.max(1, Math.min(4, own ?? level)) as HeadingLevel;
    },
  };
}

/** A line that opens a section: a heading, or a paragraph that begins with one. */
export function headingBlock(section: Section, { level: levelOf }: Levels, source: string, marks: Marks): PaperBlock {
  const { heading, style, number, runIn } = section;
  const level = levelOf(section);
  const face = faces[level - 1];
  const text = heading.text;
  if (style === 'topic' || style === 'inline') return { kind: 'paragraph', runs: lineRuns(heading, source, marks) };
  if (number?.kind === 'article') {
    // 第三条 alone is set apart; what follows is text.
    const end = number.range.end;
    return {
      kind: 'paragraph',
      runs: [...runsOf(heading, source, marks, 'hei', 0, end), ...runsOf(heading, source, marks, undefined, end)],
    };
  }
  if (runIn !== undefined && style !== 'markdown') {
    return {
      kind: 'paragraph',
      runs: [...lineRuns(heading, source, marks, face, runIn), ...runsOf(heading, source, marks, undefined, runIn)],
    };
  }
  if (style !== 'markdown' && !isHeading(text, section)) {
    return { kind: 'paragraph', runs: lineRuns(heading, source, marks) };
  }
  const centred = number?.kind === 'chapter' || number?.kind === 'part';
  return { kind: 'heading', level, centred, runs: lineRuns(heading, source, marks, face) };
}

/** 2.张贴通告，发放倡议书。 is an item, 二、工作目标。 a heading. */
function isHeading(text: string, { body, sections, tables }: Section): boolean {
  if (!/[。；！？，：:;]$/.test(text)) return widthOf(text) <= headingLength;
  return widthOf(text) <= sentenceLength && (body.length > 0 || sections.length > 0 || tables.length > 0);
}

/** Kinds of number that no blank follows: 一、工作目标, 1.召开会议. */
const tight: ReadonlySet<string> = new Set(['han', 'hanBracket', 'arabic', 'arabicBracket', 'circled']);

/** A line without the blanks that Markdown wants behind a number. */
export function lineRuns(line: Line, source: string, marks: Marks, face?: Face, to = line.text.length): readonly Run[] {
  const { number } = line.facts;
  const end = line.text.trimEnd().length;
  const last = Math.min(to, end);
  if (!number || number.blanks === '' || !tight.has(number.kind) || number.range.start > 0)
    return runsOf(line, source, marks, face, 0, last);
  const from = number.range.end;
  // 1 总则: the blank is all that divides them.
  if (/[\p{N}\p{Script=Han}]$/u.test(line.text.slice(0, from - number.blanks.length)))
    return runsOf(line, source, marks, face, 0, last);
  return joined([
    ...runsOf(line, source, marks, face, 0, from - number.blanks.length),
    ...runsOf(line, source, marks, face, from, last),
  ]);
}

/** Neighbours that look the same are one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const before = result.at(-1);
    const isSame =
      before &&
      !run.breakBefore &&
      before.face === run.face &&
      before.strong === run.strong &&
      before.emphasis === run.emphasis &&
      before.struck === run.struck;
    if (isSame) result[result.length - 1] = { ...before, text: before.text + run.text };
    else result.push(run);
  }
  return result;
}
