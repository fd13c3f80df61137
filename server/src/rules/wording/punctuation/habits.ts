import type { LineFacts } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { overlaps } from '../../../text/range.ts';
import { TOLD_APART } from '../../told-apart.ts';
import type { PunctuationFault, StyleKind } from './fault.ts';
import {
  fullBracketsOn,
  fullClocksOn,
  halfClocksOn,
  halfPercentsOn,
  pausedClassesOn,
  stylesOn,
  tightBracketsOn,
  tightColonsOn,
  tightFiguresOn,
  tightUnitsOn,
} from './read.ts';

/** A fault of style with the line that it stands on. */
export interface PlacedFault extends PunctuationFault<StyleKind> {
  readonly line: Line;
}

/** Faults that are told together, at the first of them. */
export interface StyleGroup {
  readonly kind: StyleKind;
  readonly faults: readonly PlacedFault[];
  /** How many of the kind, or of the mark, the plan has. */
  readonly count: number;
  /** Half-width brackets as a rule of this author: throughout, or as often as full-width ones. */
  readonly habit?: 'throughout' | 'mixed';
}

/** What is a slip in each place, and no way of writing, while there are few of it. */
const slips: ReadonlySet<StyleKind> = new Set<StyleKind>([
  'halfWidth',
  'halfBrackets',
  'straightQuotes',
  'nestedQuotes',
  'nestedTitles',
  'documentQuotes',
  'dash',
  'ellipsis',
  'blankInWord',
  'blankInClause',
  'blankInDate',
  'blankInFigure',
  'blankBeforeUnit',
  'blankBeforeFigure',
  'blankInTitle',
  'blankBeforeBracket',
  'blankAfterColon',
  'blankAtMark',
  'blankAfterNumber',
  'classDots',
  'percent',
]);

/** So many of one mark are told apart where other marks make the kind a habit. */
const FEW_OF_MANY = 3;

/** The faults of style on the lines of a plan, those together that are one habit. */
export function styleGroups(lines: readonly Line[]): readonly StyleGroup[] {
  const byKind = new Map<StyleKind, PlacedFault[]>();
  for (const line of lines) {
    if (line.place === 'quote') continue;
    const styles = stylesOn(line.facts);
    if (styles.length > 0) collect(line, styles, byKind);
  }
  const blanks = [...byKind].reduce((sum, [kind, { length }]) => (kind.startsWith('blank') ? sum + length : sum), 0);
  return [...byKind].flatMap(([kind, all]): readonly StyleGroup[] => {
    const faults = kind === 'blankInWord' ? withoutSpread(all, lines) : all;
    const count = faults.length;
    if (count === 0) return [];
    if (!isWorthAWord(kind, count, lines)) return kind === 'halfBrackets' ? bracketHabit(faults, lines) : [];
    // Blanks of several kinds are one habit as well, and so are half-width marks of several.
    const isFew = (kind.startsWith('blank') ? blanks : count) <= TOLD_APART;
    return habitsOf(kind, faults).flatMap((same): readonly StyleGroup[] => {
      if (!slips.has(kind) || !(isFew || same.length <= FEW_OF_MANY))
        return [{ kind, faults: inTextFirst(same), count: same.length }];
      const own = withoutHead(same, lines);
      return own.map((one) => ({ kind, faults: [one], count: own.length }));
    });
  });
}

/** 讲堂主 题 in a form with 主 持 人: its labels are spread over the width of their cells. */
function withoutSpread(faults: readonly PlacedFault[], lines: readonly Line[]): readonly PlacedFault[] {
  const isLabel = ({ line: { place, text } }: PlacedFault) =>
    place === 'cell' && text.length <= longestLabel && !/[，。；：]/.test(text);
  if (!faults.some(isLabel) || !lines.some(({ place, text }) => place === 'cell' && spread.test(text))) return faults;
  return faults.filter((fault) => !isLabel(fault));
}
const longestLabel = 10;
const spread = /^[一-龥](?:[ \u3000]{1,4}[一-龥]){2,5}$/;

/** 来源：… 浏览次数：…: what a web page puts above a text is no place to speak of the habits of its author. */
const pageHead = /(?:来源|供稿|作者|字体|字号|浏览|点击|次数|阅读|发布时间|更新时间|收藏|下载|导语)\s?[：:】]/;
const longestHead = 60;

const isOfPage = ({ line: { text } }: PlacedFault): boolean => text.length <= longestHead && pageHead.test(text);

/** The lines at the top of a text among which such a head stands. */
const HEAD_LINES = 4;

/** What is told in each of its places is the author's own. */
function withoutHead(faults: readonly PlacedFault[], lines: readonly Line[]): readonly PlacedFault[] {
  if (!faults.some(isOfPage)) return faults;
  const top = lines.slice(0, HEAD_LINES);
  return faults.filter((fault) => !isOfPage(fault) || !top.includes(fault.line));
}

/** The first place in the text proper is the one to tell. */
function inTextFirst(faults: readonly PlacedFault[]): readonly PlacedFault[] {
  const at = faults.findIndex((fault) => !isOfPage(fault));
  const first = faults[at];
  return at > 0 && first ? [first, ...faults.filter((fault) => fault !== first)] : faults;
}

/** Who types all commas half-width may yet type most colons as they should be: each mark is a habit of its own. */
function habitsOf(kind: StyleKind, faults: readonly PlacedFault[]): readonly (readonly PlacedFault[])[] {
  if (kind !== 'halfWidth' && kind !== 'smallForm') return [faults];
  const byMark = new Map<string, PlacedFault[]>();
  for (const fault of faults) {
    const mark = fault.raw.trim();
    byMark.set(mark, [...(byMark.get(mark) ?? []), fault]);
  }
  return [...byMark.values()];
}

function collect(
  line: Line,
  styles: readonly PunctuationFault<StyleKind>[],
  byKind: Map<StyleKind, PlacedFault[]>,
): void {
  for (const fault of styles) {
    if (line.literals.some((literal) => overlaps(literal, fault.range)) || isAtMarkup(fault, line)) continue;
    // 青禾开源暑期 2026: in a heading the author sets apart what he likes.
    if (line.place === 'heading' && (fault.kind === 'blankBeforeUnit' || fault.kind === 'blankBeforeFigure')) continue;
    const known = byKind.get(fault.kind);
    if (known) known.push({ line, ...fault });
    else byKind.set(fault.kind, [{ line, ...fault }]);
  }
}

/** A blank beside Markdown marks is there for them: `**要求。** 各单位`. */
function isAtMarkup({ kind, range }: PunctuationFault<StyleKind>, line: Line): boolean {
  if (!kind.startsWith('blank')) return false;
  const [start, end] = [Math.max(0, range.start - 1), Math.min(line.text.length, range.end + 1)];
  const source = line.at(start, end);
  return source.end - source.start !== end - start;
}

/** Who puts a blank in front of a unit here and there, by a slip: so many more stand close to it. */
const CLOSE = 4;
const SLIPS = 6;

/** What counts only where the plan has it otherwise as a rule. */
const measured: ReadonlySet<StyleKind> = new Set<StyleKind>([
  'halfBrackets',
  'blankAfterNumber',
  'blankBeforeUnit',
  'blankBeforeFigure',
  'blankBeforeBracket',
  'blankAfterColon',
  'classDots',
  'clockColon',
  'clockHalf',
  'percent',
]);

/** What stands close where such a blank is a slip. */
const tightBeside: Readonly<Partial<Record<StyleKind, (facts: LineFacts) => number>>> = {
  blankBeforeUnit: tightUnitsOn,
  blankBeforeFigure: tightFiguresOn,
  blankBeforeBracket: tightBracketsOn,
  blankAfterColon: tightColonsOn,
};

/** Half-width brackets and blanks behind numbers count where the plan has it otherwise as a rule. */
function isWorthAWord(kind: StyleKind, places: number, lines: readonly Line[]): boolean {
  if (!measured.has(kind)) return true;
  // Two ways of writing a time in one paper: the half-width colon is the one of clocks.
  if (kind === 'clockColon') return haveAsMany(lines, halfClocksOn, places);
  // Where most have the full-width one, it is the other that is odd.
  if (kind === 'clockHalf') return haveAsMany(lines, fullClocksOn, places + 1);
  if (kind === 'classDots') return haveAsMany(lines, pausedClassesOn, 1);
  if (kind === 'percent') return haveAsMany(lines, halfPercentsOn, places);
  const tightOn = tightBeside[kind];
  if (tightOn) return places <= SLIPS && haveAsMany(lines, tightOn, CLOSE * places);
  if (kind === 'halfBrackets') return haveAsMany(lines, fullBracketsOn, places + 1);
  return haveAsMany(lines, isTightNumber, 3 * places);
}

const isTightNumber = ({ number }: LineFacts): number =>
  number && number.brackets !== '' && number.blanks === '' ? 1 : 0;

/** Whether the lines of the author have so many of something. */
function haveAsMany(lines: readonly Line[], countOn: (facts: LineFacts) => number, wanted: number): boolean {
  let sum = 0;
  for (const { place, facts } of lines) {
    if (place === 'quote') continue;
    sum += countOn(facts);
    if (sum >= wanted) return true;
  }
  return false;
}

/** Fewer places make no habit. */
const HABIT = 3;

/** Half-width brackets as a rule, or as many as full-width ones: one hint, as whoever wrote them so did it throughout. */
function bracketHabit(faults: readonly PlacedFault[], lines: readonly Line[]): readonly StyleGroup[] {
  const isOnly = lines.every(({ place, facts }) => place === 'quote' || fullBracketsOn(facts) === 0);
  if (isOnly && faults.length < HABIT) return [];
  const count = faults.length;
  if (!isOnly && count <= TOLD_APART)
    return faults.map((fault) => ({ kind: 'halfBrackets', faults: [fault], count, habit: 'mixed' }));
  return [{ kind: 'halfBrackets', faults, count, habit: isOnly ? 'throughout' : 'mixed' }];
}
