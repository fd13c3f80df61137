import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import { isWord, wordBoundaries } from '../wording/segments.ts';

export interface BrokenTitle {
  /** The words on both sides of the break. */
  readonly words: string;
  readonly range: Range;
  /** The line break with the blanks around it. */
  readonly gap: Range;
  /** The dictionary sees one word there; otherwise the words of one term are parted. */
  readonly insideWord: boolean;
}

/** So much on both sides of the break must stand together in the text for it to be one term. */
const before = 4;
const behind = 2;
/** In so many lines of the text. */
const leastLines = 2;
/** What the dictionary sees as several words: what a title says is said again a few times in any text (综合保税区／高水平开放). */
const leastOfWords = 5;
/** 科学发展观／活动: what is named is parted from the word that says what it is. */
const kindWord = /^(?:活动|行动|事业|制度|体系|机制|战略|工程)/;

/** Good places to break a title: in front of its genre, its stage or its year, and behind 关于 and the issuer. */
const goodHead =
  /^(?:的|关于|第[一二三四五六七八九十\d]|20\d\d|19\d\d|[（(“《]|实施|工作|行动|整改|专项|总体|具体|推进|落实|整治|开展|深入|加强|做好|组织|举办|召开|会议方案|暨|及)/;
const goodTail = /(?:关于|的|暨|和|与|、|》|”|印发|转发|学年|年度|[0-9]年|届)$/;

/** A line break of the title that cuts a term which the text itself uses: 学习实践／科学发展观 (9704-7.3.1). */
export function brokenTitle(plan: Plan): BrokenTitle | undefined {
  const { title, lines } = plan;
  if (!title) return undefined;
  const own: Line[] = [];
  for (const line of lines) {
    if (line.range.start >= title.range.end) break;
    if (line.range.start >= title.range.start) own.push(line);
  }
  for (const [at, line] of own.entries()) {
    const next = own[at + 1];
    if (!next || goodTail.test(line.text) || goodHead.test(next.text)) continue;
    const tail = line.text.slice(-before);
    const head = next.text.slice(0, behind);
    if (tail.length < before) continue;
    const insideWord = isInsideWord(line, next);
    const least = insideWord || kindWord.test(next.text) ? leastLines : leastOfWords;
    // 专项行／动: a word of two characters is torn, whether the text uses it or not.
    if (!(insideWord && isWord(tail.slice(-1) + head.charAt(0))) && !isUsed(tail + head, least, lines, own)) continue;
    return {
      words: `${tail}／${head}`,
      range: {
        start: line.at(line.text.length - before, line.text.length).start,
        end: next.at(0, behind).end,
      },
      gap: { start: line.range.end, end: next.range.start },
      insideWord,
    };
  }
  return undefined;
}

/** With what a line was last held together: at the next key stroke the same stands behind it. */
const lastTried = lineMemo((): { behind: string | undefined; inside: boolean } => ({
  behind: undefined,
  inside: false,
}));

function isInsideWord({ text, facts }: Line, next: Line): boolean {
  const known = lastTried(facts);
  const behind = next.text.slice(0, 8);
  if (known.behind !== behind) {
    known.inside = wordBoundaries(text + behind, text.length - 1, 1)?.has(text.length) === false;
    known.behind = behind;
  }
  return known.inside;
}

function isUsed(term: string, least: number, lines: readonly Line[], title: readonly Line[]): boolean {
  let found = 0;
  for (const line of lines) {
    if (line.text.includes(term) && !title.includes(line) && ++found >= least) return true;
  }
  return false;
}
