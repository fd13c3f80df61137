import { sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';

/** 一是…二是…四是…: where what a paragraph counts off goes wrong. */
export interface SpokenFault {
  readonly kind: 'skipped' | 'repeated';
  /** The number at fault, in the text. */
  readonly range: Range;
  /** The number, the one before it, and the one that was to be expected. */
  readonly words: { readonly number: string; readonly previous: string; readonly missing: string };
}

const numerals = '一二三四五六七八九十';
/** The first one may stand right behind a heading that lost its line break: 加强管理一是…. */
const spoken =
  /(?:(?:^|[，。；：:;、])[ \u3000]{0,2}([一二三四五六七八九十])|(?<![一统第唯之其同专单每某万、，。；：])(一))(是|要)/g;

/** What any fault needs: the second of a count, or what stands where it should have. */
export const spokenSign = sign({ words: ['二是', '二要', '三是', '三要'] });

/**
 * The first number that a paragraph skips or repeats while it counts off with 一是 or 一要. Lists
 * within lists are not judged: a paragraph that begins a second time is left alone, and so is one
 * that does not count on behind the fault as if nothing had happened.
 */
export function spokenFault(text: string): SpokenFault | undefined {
  for (const verb of ['是', '要']) {
    if (!text.includes(`二${verb}`) && !text.includes(`三${verb}`)) continue;
    const run = [...text.matchAll(spoken)].filter((match) => match[3] === verb);
    const values = run.map((match) => numerals.indexOf(match[1] ?? '一') + 1);
    if (values.length < 2 || values[0] !== 1 || values.lastIndexOf(1) > 0) continue;
    if (values[1] !== 2 && (text.includes(`二${verb}`) || saidOtherwise.test(text.slice(run[0]?.index, run[1]?.index))))
      continue;
    const at = values.findIndex((value, index) => index > 0 && value !== (values[index - 1] ?? 0) + 1);
    const [value, before] = [values[at] ?? 0, values[at - 1] ?? 0];
    const match = run[at];
    if (!match || (value !== before && value !== before + 2)) continue;
    // One slip only: behind it the count goes on, or goes on as if the number at fault had been the right one.
    const goesOn = (from: number) => values.slice(at + 1).every((next, index) => next === from + index + 1);
    // 一是…三是…三是: the number was raised by one, and those behind it are right.
    if (!goesOn(value) && !goesOn(before + 1)) continue;
    const end = match.index + match[0].length;
    if (value !== before && lostVerb(text)) return undefined;
    return {
      kind: value === before ? 'repeated' : 'skipped',
      range: { start: end - 2, end },
      words: {
        number: `${match[1] ?? '一'}${verb}`,
        previous: `${numerals.charAt(before - 1)}${verb}`,
        missing: `${numerals.charAt(before)}${verb}`,
      },
    };
  }
  return undefined;
}

/** 一是…，其次…，三是…: the second one is there, in other words or behind another mark. */
const saidOtherwise = /[，。；：:;、\s\u3000][二两2其]|②|其次|再次|此外|另|第二|还[是要有]/;

/** A number of a spoken run that lost its 是 or 要: 一要…，二要…，三深刻领会…，四要…. */
export interface LostVerb {
  readonly range: Range;
  readonly number: string;
  readonly verb: string;
  /** Where the verb belongs. */
  readonly at: number;
}

/** The one number of a paragraph that stands without its verb where the next one goes on behind it. */
export function lostVerb(text: string): LostVerb | undefined {
  if (!text.includes('二是') && !text.includes('二要')) return undefined;
  for (const verb of ['是', '要']) {
    const run = [...text.matchAll(spoken)].filter((match) => match[3] === verb);
    const countOf = (match: RegExpExecArray | undefined) => numerals.indexOf(match?.[1] ?? '一') + 1;
    const at = run.findIndex((match, index) => index > 0 && countOf(match) === countOf(run[index - 1]) + 2);
    const [before, next] = [run[at - 1], run[at]];
    const number = numerals.charAt(countOf(before));
    if (!before || !next || number === '') continue;
    const start = before.index + before[0].length;
    const bare = new RegExp(`[，。；]${number}(?=[\u4e00-\u9fff]{2})${notCounting}`).exec(
      text.slice(start, next.index),
    );
    if (!bare) continue;
    const end = start + bare.index + bare[0].length;
    return { range: { start: end - 1, end: Math.min(text.length, end + 2) }, number, verb, at: end };
  }
  return undefined;
}

/** 三个方面, 三年来 count something; 三十 is another number. */
const notCounting =
  '(?![个项条种类名位次天年月日级届大方步点章期季等支所家人是要十百千万分成农会务资公重好防严进支态元者不还则必须应])';

/** Paragraphs that open with 一要, 二要, 三要, and the next of them with a bare number: 四严肃纪律. */
export function lostVerbs<T extends { readonly text: string }>(
  lines: readonly T[],
): readonly (LostVerb & { readonly line: T })[] {
  const found: (LostVerb & { readonly line: T })[] = [];
  let verb = '';
  let count = 0;
  for (const line of lines) {
    const [head = '', number = '', own = ''] = opening.exec(line.text) ?? [];
    const value = numerals.indexOf(number) + 1;
    if (own !== '' && (value === 1 || (value === count + 1 && own === verb))) {
      [verb, count] = [own, value];
      continue;
    }
    if (count >= LEAST && value === count + 1 && bareNumber.test(line.text)) {
      const at = head.length;
      found.push({ range: { start: at - 1, end: at + 2 }, number, verb, at, line });
      count = value;
    } else count = 0;
  }
  return found;
}
const LEAST = 2;
const opening = /^[ \u3000]*([一二三四五六七八九十])([是要](?=[\u4e00-\u9fff]{2}))?/;
/** A heading of its own: what follows the number is a clause that ends soon. */
const bareNumber =
  /^[ \u3000]*[一二三四五六七八九十](?![个项条种类名位次天年月日周级届大方步点章期季等支所家人是要十百千万分成])[\u4e00-\u9fff]{3,12}[。，：；]/;
