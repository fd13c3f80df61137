import { readCount } from '../../numbering/han.ts';
import type { Line } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import { differenceOf } from '../../text/difference.ts';
import { sharePair } from '../../text/pairs.ts';
import type { Range } from '../../text/range.ts';

/** An attachment by its number, 1 where there is only one. */
interface Named {
  readonly number: number;
  readonly name: string;
  readonly range: Range;
  /** Of the title below 附件2. */
  readonly title?: Range;
}

/** What the note at the end of the text says of the attachments, and what follows it. */
export interface NoteFault {
  readonly kind: 'unnoted' | 'unattached' | 'renamed';
  readonly number: number;
  readonly name: string;
  /** Its name on the other side. */
  readonly other: string;
  readonly range: Range;
  readonly elsewhere?: Range;
  /** The two names have little in common; one may be the subject of what the other calls by its kind. */
  readonly unsure?: boolean;
  /** It is the name in the note that has lost its last word. */
  readonly isCut?: boolean;
}

const LONGEST = 60;
const note = /^附\s*件\s*[：:]\s*(?:([1１])\s*[.．、]\s*)?(\S.*)$/u;
const item = /^([1-9１-９][0-9０-９]?)\s*[.．、]\s*(\S.*)$/u;
const head = /^附\s*件\s*([1-9１-９][0-9０-９]?|[一二三四五六七八九十]{1,2})?\s*[：:]?\s*$/u;
/** 附件2　任务分解表: the title on the line of the number; 附件：1.… and 附件2份 are none. */
const headed =
  /^附\s*件\s*([1-9１-９][0-9０-９]?|[一二三四五六七八九十]{1,2})?(?:\s*[：:]\s*|\s+)(?![0-9０-９一二三四五六七八九十]{1,2}\s*[.．、])([^\s，。；：]\S{2,50})$/u;
/** 附件：1.任务分解表（略）: it is known not to follow. */
const leftOut = /[（(](?:此?处?略|另发|另附|另行[^（）()]{0,6})[)）]/u;

/**
 * The note (附件：1.…2.…) held against the attachments behind it (GB/T 9704-2012 7.3.4, 7.3.7): the same number of them, in the same
 * order, with the same names. A note without attachments behind it is left alone: they stand in files of their own.
 */
export const noteFaults = versionMemo(({ lines }): readonly NoteFault[] => {
  const at = lines.findIndex(({ text, place }) => text.startsWith('附') && place !== 'cell' && note.test(text));
  if (at < 0) return [];
  const { noted, end } = notedFrom(lines, at);
  const attached = attachedBehind(lines, end);
  if (attached.length === 0 || new Set(attached.map(({ number }) => number)).size < attached.length) return [];
  const faults: NoteFault[] = [];
  for (const one of attached) {
    const own = noted.find(({ number }) => number === one.number);
    if (!own) faults.push({ kind: 'unnoted', ...one, other: '' });
    else {
      const difference = differenceIn(own.name, one.name);
      if (difference) faults.push(renamed(own, one, difference === 'loose'));
    }
  }
  // 附件1 with another plan behind it, which opens a plan of its own: the other attachments stand behind that one.
  if (head.test(lines.at(-1)?.text ?? '')) return faults;
  for (const one of noted)
    if (!leftOut.test(one.name) && !attached.some(({ number }) => number === one.number))
      faults.push({ kind: 'unattached', ...one, other: '' });
  return faults;
});

function renamed(own: Named, one: Named, unsure: boolean): NoteFault {
  const other = one.name.split('\n')[0] ?? '';
  const place = { number: one.number, name: own.name, other, range: own.range, elsewhere: one.title ?? one.range };
  return { kind: 'renamed', ...place, unsure, isCut: lacksKind(plain(own.name), plain(other)) };
}

function notedFrom(lines: readonly Line[], at: number): { readonly noted: readonly Named[]; readonly end: number } {
  const first = lines[at];
  const [, counted, name = ''] = (first && note.exec(first.text)) ?? [];
  const noted: Named[] = first ? [named(first, 1, name)] : [];
  let end = at + 1;
  if (counted === undefined) return { noted, end };
  // A long name goes on in the next line.
  for (let next = end; next < lines.length && next <= end + 1; next++) {
    const line = lines[next];
    const [, number = '', words = ''] = (line && item.exec(line.text)) ?? [];
    if (!line || readCount(number) !== noted.length + 1) continue;
    noted.push(named(line, noted.length + 1, words));
    end = next + 1;
    next = end - 1;
  }
  return { noted, end };
}

function named(line: Line, number: number, name: string): Named {
  return { number, name, range: line.at(line.text.length - name.length, line.text.trimEnd().length) };
}

/** 附件2 on a line of its own, with the title below it. */
function attachedBehind(lines: readonly Line[], from: number): readonly Named[] {
  const found: Named[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (!line?.text.startsWith('附') || line.place === 'cell') continue;
    const named = headed.exec(line.text);
    if (named) {
      const name = named[2] ?? '';
      found.push({
        number: readCount(named[1] ?? '1') ?? 1,
        name,
        range: line.at(line.text.length - name.length, line.text.length),
      });
      continue;
    }
    const match = head.exec(line.text);
    if (!match) continue;
    const [title, second] = [lines[at + 1], lines[at + 2]];
    const own = title && isTitle(title) ? title : undefined;
    const name = own?.text ?? '';
    // A long title goes on in the next line.
    const rest = name !== '' && second && isTitle(second) && second.text.length < LONGEST / 2 ? second.text : '';
    const number = readCount(match[1] ?? '1') ?? 1;
    found.push({ number, name: `${name}\n${rest}`, range: line.range, ...(own ? { title: own.range } : {}) });
  }
  return found;
}

function isTitle({ text, place, facts }: Line): boolean {
  return (
    place !== 'cell' &&
    facts.number === undefined &&
    text.length <= LONGEST &&
    !/[。；：，]$/.test(text) &&
    !head.test(text) &&
    !headed.test(text)
  );
}

/**
 * How two names differ; not at all when they are the same but for marks, brackets and file names, or one is a shorter form of the
 * other. Unknown names are not compared.
 */
function differenceIn(noted: string, attached: string): 'close' | 'loose' | undefined {
  const [first = '', rest = ''] = attached.split('\n').map(plain);
  const own = plain(noted);
  // The first line of a long title says the beginning of the name alone.
  const title = isFirstLine(first, rest, own) ? first + rest : first;
  if (own.length < 2 || title === '') return undefined;
  if (lacksKind(own, title) || lacksKind(title, own)) return 'close';
  if ([title, title + rest].some((one) => one.includes(own) || own.includes(one))) return undefined;
  if (areAlike(own, title)) return 'close';
  return rest === '' && haveOneSubject(own, title) ? 'loose' : undefined;
}

/** …山村, and below it 地质险情调查意见, of …山村地质险情调查专家组意见: the end is that of the name as well. */
const isFirstLine = (first: string, rest: string, name: string) =>
  rest.length > 2 &&
  first !== '' &&
  name.startsWith(first) &&
  name.length > first.length &&
  rest.endsWith(name.slice(-2));

/** 整治任务 beside 整治任务表: the name is whole but for what kind of paper it is. */
const lacksKind = (a: string, b: string) => b.startsWith(a) && kindOfPaper.test(b.slice(a.length)) && a.length > SHORT;
const kindOfPaper = /^(?:[一二]?览?表|清单|名单|台账|汇总表|登记表|统计表)$/;
const SHORT = 5;

/** A title of quite other words is the subject of what the note calls by its kind (授课提纲). */
function areAlike(a: string, b: string): boolean {
  const { head, tail } = differenceOf(a, b);
  return 2 * (head + tail) >= Math.min(a.length, b.length);
}

/** 活动报名回执, 选手报名登记表: two kinds of paper with a word in common. */
function haveOneSubject(a: string, b: string): boolean {
  return paper.test(a) && paper.test(b) && sharePair(a.slice(0, -1), b.slice(0, -1));
}
const paper = /(?:[表书单册卡]|回执|台账|方案|办法|细则|规则|标准|预案|流程|须知)$/;

const plain = (name: string) =>
  name.replace(/[\s\u3000“”"《》·*#]|[（(][^（）()]{0,20}[)）]|\.[a-z]{3,4}$|[。；]$/gu, '');
