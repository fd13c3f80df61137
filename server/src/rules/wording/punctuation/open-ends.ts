import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import { mayBeHan } from '../../../text/units.ts';
import { isTorn } from '../../structure/torn.ts';
import { isCutShort } from './cut-short.ts';

/** A paragraph that ends in the middle of a sentence. */
export interface OpenEnd {
  readonly line: Line;
  /** The mark, or the last two characters where there is none. Indexes in the text of the line. */
  readonly range: Range;
  /** `，`, `、`, or `` where the mark is missing. */
  readonly mark: string;
  /** What should stand there. */
  readonly right: '。' | '；';
}

/** Shorter lines are forms of address and labels. */
const SHORTEST = 12;

const commaAtEnd = lineMemo(({ text }): OpenMark | null => {
  const index = lastOf(text);
  const mark = text.charAt(index);
  return mark === '，' || mark === '、' || mark === ',' ? { index, mark } : null;
});

/** 成员：李强、 before another label. */
function namesGoOn({ text }: LineFacts): OpenMark | null {
  const index = lastOf(text);
  return text.charAt(index) === '、' && label.test(text) ? { index, mark: '、' } : null;
}
const label = /^[^，。、：:\s]{2,8}[：:]/;

interface OpenMark {
  readonly index: number;
  readonly mark: string;
}

const CLOSING_QUOTE = '”'.charCodeAt(0);

/** Index of the last unit that is no blank. */
function lastOf(text: string): number {
  let at = text.length - 1;
  while (at > 0 && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x3000)) at--;
  return at;
}

/** A sentence behind a full stop that has no end: its last two characters. Attachments and labels that lost their line break are none. */
function stopLost({ text }: LineFacts): OpenMark | null {
  const last = text.charCodeAt(lastOf(text));
  if (!mayBeHan(last) && last !== CLOSING_QUOTE) return null;
  const stop = text.lastIndexOf('。');
  if (stop < 0 || text.length - stop < SHORTEST || !/[\p{Script=Han}”][ \u3000]*$/u.test(text)) return null;
  // What is quoted within the sentence says nothing of its end.
  const sentence = text.slice(stop).replace(/“[^“”]*”/g, '');
  if (/[：:《“”（(]|附[件表录]|特此|此致|抄[送报]|\p{Script=Han} +\p{Script=Han}/u.test(sentence)) return null;
  const end = /.{2}(?=[ \u3000]*$)/u.exec(text);
  return end && { index: end.index, mark: /[，、,]/.exec(end[0])?.[0] ?? '' };
}

/** How a line breaks off; most do not. */
const openMarkOf = lineMemo((facts): OpenMark | null =>
  facts.text.length < SHORTEST ? namesGoOn(facts) : (commaAtEnd(facts) ?? stopLost(facts)),
);

/**
 * Paragraphs that end with a comma, or whose last sentence has no mark, although what follows begins
 * something new: a heading, a number of another list, the signature. Items of one sentence, each on its line, may end so: （1）…，（2）…，（3）…。
 */
export function openEnds(
  lines: readonly Line[],
  closing: Line | undefined,
  titles: () => ReadonlySet<Line>,
): readonly OpenEnd[] {
  const found: OpenEnd[] = [];
  const lone = loneOpen(lines, closing?.index ?? Number.POSITIVE_INFINITY, titles);
  lines.forEach((line, at) => {
    if (line.place === 'cell' || line.place === 'quote') return;
    // More than the mark is missing: lost-paragraphs has its say.
    if (isCutShort(line, lines[at + 1], closing)) return;
    const end = openMarkOf(line.facts);
    if (
      !end &&
      ((lone.includes(line) && !isTornBelow(line, lines[at + 1])) ||
        ((line === closing || isCutBefore(line, lines[at + 1])) && isLastSentence(line, lines)))
    ) {
      const last = lastOf(line.text);
      const isItem = [lines[at - 1], lines[at + 1]].some((one) => one !== undefined && isAmongItems(line, one));
      const right = isItem && lines[at + 1]?.facts.number?.kind === line.facts.number?.kind ? '；' : '。';
      found.push({ line, range: { start: last - 1, end: last + 1 }, mark: '', right });
    }
    if (!end) return;
    const next = lines[at + 1];
    if (line !== closing && !(next && (beginsAnew(line, next) || (end.mark === '、' && label.test(next.text))))) return;
    const { index, mark } = end;
    const right = next && isAmongItems(line, next) ? '；' : '。';
    found.push({ line, range: { start: index, end: index + (mark === '' ? 2 : 1) }, mark, right });
  });
  return found;
}

/** 整改率达到96%，群众满意度: what the last clause measures is named, and how much it is never told. */
const measure = /[0-9][^。]*[，；][一-龥]{2,6}(?:度|率|占比|比例|比重)[ \u3000]*$/;
export const breaksOff = (text: string): boolean => measure.test(text);

/** A paragraph of several clauses in front of a heading. */
function isCutBefore({ place, text, facts }: Line, next: Line | undefined): boolean {
  if (next?.place !== 'heading' || place !== 'paragraph' || facts.number || text.length < LONG_CUT) return false;
  // More than the mark is missing: missing-word has its say.
  if (breaksOff(text)) return false;
  return /，[^，]{4,60}，/.test(text);
}
const LONG_CUT = 36;

/** So many other paragraphs show that those of the plan are closed. */
const CLOSED = 4;
const SENTENCE = 20;

/** The last paragraph is a sentence without its end, where nearly all others have theirs. */
function isLastSentence({ text }: Line, lines: readonly Line[]): boolean {
  if (text.length < SENTENCE || !/[，；]/.test(text) || !/[\p{Script=Han}”][ \u3000]*$/u.test(text)) return false;
  if (/[：:（(]|附[件表录]|特此|此致|抄[送报]|\p{Script=Han} +\p{Script=Han}/u.test(text)) return false;
  const others = lines.filter(
    (other) =>
      other.place !== 'cell' && other.place !== 'quote' && other.text.length >= SENTENCE && other.text.includes('，'),
  );
  const closed = others.filter((other) => /[。！？；：][”）]?[ \u3000]*$/.test(other.text)).length;
  return closed >= CLOSED && closed * 10 >= (others.length - 1) * 9;
}

/** How a paragraph of prose ends; `none` for what is no prose: names, labels, cells, what leads to a list. */
const endOf = lineMemo(({ text }): 'closed' | 'open' | 'none' => {
  if (text.length < PROSE || !/[，；]/.test(text)) return 'none';
  if (/[。！？；：…][”）]?[ \u3000]*$/.test(text)) return 'closed';
  if (!/[\p{Script=Han}”][ \u3000]*$/u.test(text)) return 'none';
  return notProse.test(text) ? 'none' : 'open';
});
const PROSE = 24;
const notProse =
  /^[^，。；]{1,16}[：:]|[。；][^，。；]{1,10}[：:][^，。；]*$|^(?:[0-9]{4}年)?[0-9]{1,2}(?:月[0-9]|[:：][0-9]{2})|^附|附[件表录]|特此|此致|抄[送报]|(?:如下|以下|下列)[ \u3000]*$|\p{Script=Han}[ \u3000]+\p{Script=Han}|[\t|]|(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])[^，。；]{2,16}$/u;

/** A clause or two without a stop, too short to be told from a label by itself. */
const goesUnmarked = lineMemo(
  ({ text }): boolean => /，[^，。；：]*\p{Script=Han}[ \u3000]*$/u.test(text) && !notProse.test(text),
);

/** So many paragraphs of prose have their stop for each that has lost it. */
const CLOSED_FOR_ONE = 6;
const CLOSED_ITEMS = 3;

/**
 * The few paragraphs of prose without an end, where all others of the plan have theirs. Headings are no prose.
 * @param last index of the last line of the text proper
 * @param titles lines that are headings; asked for when a line has no end
 */
function loneOpen(lines: readonly Line[], last: number, titles: () => ReadonlySet<Line>): readonly Line[] {
  let closed = 0;
  let closedItems = 0;
  const unmarked: Line[] = [];
  for (const line of lines) {
    if (line.index > last) break;
    if (line.place === 'cell' || line.place === 'quote' || line.place === 'heading') continue;
    const end = endOf(line.facts);
    // Rows of a table that lost their form begin with a tab; where more than the mark is missing, missing-word has its say.
    if (end === 'open' && !line.indent.includes('\t') && !breaksOff(line.text)) unmarked.push(line);
    if (end !== 'closed') continue;
    closed++;
    if (line.place === 'item') closedItems++;
  }
  if (unmarked.length === 0 || closed < CLOSED_FOR_ONE) return NONE;
  const headings = titles();
  const isHeading = (line: Line): boolean => line.place === 'heading' || headings.has(line);
  // Conditions, each on its line without a stop, are a list: the longest of them is no exception.
  const isAmongUnmarked = (line: Line): boolean => {
    const at = lines.indexOf(line);
    return [lines[at - 1], lines[at + 1]].some(
      (next) => next?.place === line.place && !isHeading(next) && goesUnmarked(next.facts),
    );
  };
  const open = unmarked.filter((line) => !isHeading(line) && !isAmongUnmarked(line));
  // A list may do without marks: of its items three others have theirs, and no second one lacks it.
  if (open.some(({ place }) => place === 'item') && (open.length > 1 || closedItems < CLOSED_ITEMS)) return NONE;
  return open.length <= MOST_OPEN && closed >= CLOSED_FOR_ONE * open.length ? open : NONE;
}
const MOST_OPEN = 2;
const NONE: readonly Line[] = [];

/** …引进和培养高／层次人才…: the sentence goes on below. */
const isTornBelow = (line: Line, next: Line | undefined): boolean => next !== undefined && isTorn(line, next);

/** Two ends of lines: an empty line stands between them. */
const EMPTY_LINE = 2;

/** （1）…，（2）…；: an item whose neighbour ends with a semicolon. */
const isAmongItems = (line: Line, next: Line): boolean =>
  line.facts.number !== undefined &&
  line.facts.number.kind === next.facts.number?.kind &&
  /；[ \u3000]*$/.test(next.text);

function beginsAnew(line: Line, next: Line): boolean {
  // A comma in front of an empty line: whatever comes next is another paragraph.
  const isApart =
    line.place === 'paragraph' && next.place === 'paragraph' && next.range.start - line.range.end >= EMPTY_LINE;
  if (isApart && !next.facts.number && line.text.length >= SENTENCE && /，[ \u3000]*$/.test(line.text)) return true;
  if (next.place === 'heading') return line.place !== 'heading';
  const [own, other] = [line.facts.number, next.facts.number];
  if (!other || next.place === 'cell' || next.place === 'quote') return false;
  // What was a sentence of its own is closed, and so is an item whose neighbour ends with a semicolon; else the list may be one sentence.
  if (own !== undefined && own.kind === other.kind)
    return commaAtEnd(line.facts) !== null && (line.text.includes('。') || isAmongItems(line, next));
  return line.text.includes('。') || own !== undefined;
}
