import type { Range } from '../../text/range.ts';
import { endsLikeParty, endsLikeUnit, looksLikePerson } from './words.ts';

/** One of those whom a list names. */
export interface ListedName {
  /** Without the blanks within it: 张　伟 is 张伟. */
  readonly name: string;
  readonly range: Range;
  /** The post of a person: 副校长. */
  readonly post?: string;
}

/** 张伟（副校长）, 张伟同志（县委常委、政法委书记）. */
const withPost = /^([\p{Script=Han}·]{2,4}?)(?:同志)?[ \u3000]{0,4}[（(]([^（()）]{1,40})[)）]$/u;
const blanks = /[ \t\u3000]+/;
const single = /^\p{Script=Han}$/u;
/** The second half of 刘　洋 or 刘　洋（副校长）. */
const half = /^(\p{Script=Han})(?:同志)?(?:[（(]([^（()）]{1,40})[)）])?$/u;

/**
 * The end of a list of names behind a label: a bracket that the list does not open closes it, and so does
 * the next label. Brackets of its own (张伟（副校长）、刘洋（教导主任）) belong to it when the list goes on behind them.
 */
export function endOfList(value: string): number {
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '（' || sign === '(') depth++;
    else if (/[\]〕】]/.test(sign)) return at;
    else if (sign === '）' || sign === ')') {
      if (depth === 0) return at;
      depth--;
      if (depth === 0 && !/^(?:$|[、，,\s和及与])/.test(value.slice(at + 1, at + 2))) return at + 1;
    } else if (sign === '，' && depth === 0 && /^[\p{Script=Han}]{2,6}[：:]/u.test(value.slice(at + 1, at + 8)))
      return at;
  }
  return value.length;
}

/** Signs that may part a list; most lists are one name. */
const parts = /[、，,/／和以]/;
export const mayHaveParts = (list: string): boolean => parts.test(list);

/** The pieces of a list between its marks; marks within brackets part nothing. */
export function piecesOf(list: string): readonly Range[] {
  if (!mayHaveParts(list)) {
    const start = list.length - list.trimStart().length;
    const end = start + list.trim().length;
    return end > start ? [{ start, end }] : [];
  }
  const pieces: Range[] = [];
  let depth = 0;
  let start = 0;
  const add = (end: number): void => {
    const piece = list.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') pieces.push({ start: start + lead, end: start + lead + piece.trim().length });
  };
  for (let at = 0; at < list.length; at++) {
    const sign = list.charAt(at);
    if (sign === '（' || sign === '(') depth++;
    else if (sign === '）' || sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      const width =
        '、，,'.includes(sign) || isSlash(list, start, at)
          ? 1
          : (sign === '和' && list.charAt(at + 1) === '各') || (sign === '以' && list.charAt(at + 1) === '及')
            ? Number(sign === '以') + 1
            : 0;
      if (width === 0) continue;
      add(at);
      start = at + width;
      at = start - 1;
    }
  }
  add(list.length);
  return pieces;
}

const listInFront = /(?:^|[，。；：:,;（(\s])((?:[\p{Script=Han}“”]{2,20}、){1,6})$/u;

/** 由教务处 is read elsewhere; 全县范围内公安局 and 对摊点公安局 are more than a name. */
const noFirst = /由|^(?:全|各|对|在|将|把|按|经|请)|[内前后]./;

/**
 * The units of a list that ends in front of an index: 公安局、 in front of 城管局负责. None where one of its words is no
 * unit: 加强巡查、检查.
 */
export function unitsInFront(text: string, index: number): readonly ListedName[] {
  const list = text.charAt(index - 1) === '、' ? listInFront.exec(text.slice(Math.max(0, index - 80), index))?.[1] : '';
  const names: ListedName[] = [];
  let at = index - (list?.length ?? 0);
  for (const name of (list ?? '').split('、').slice(0, -1)) {
    if (!endsLikeUnit(name) || noFirst.test(name)) return [];
    names.push({ name, range: { start: at, end: at + name.length } });
    at += name.length + 1;
  }
  return names;
}

/** 村建办/水利站, 张伟／王芳; 党/团支部 and 2026/5/1 are one. */
function isSlash(list: string, start: number, at: number): boolean {
  return (
    /[/／]/.test(list.charAt(at)) &&
    /\p{Script=Han}{2}$/u.test(list.slice(start, at)) &&
    /^\p{Script=Han}{2}/u.test(list.slice(at + 1, at + 3))
  );
}

/**
 * The persons and units in a piece of a list that has blanks or a post in brackets: 张　伟　教导主任, 张伟 刘洋,
 * 工程部 马俊, 李秀英（副校长）. Undefined when nothing there is a name for certain.
 */
export function namesWithPosts(piece: string): readonly ListedName[] | undefined {
  const bracketed = /[)）]$/.test(piece) ? withPost.exec(piece) : null;
  const before = bracketed?.[1] ?? '';
  if (bracketed && isPerson(before))
    return [{ name: before, range: { start: 0, end: before.length }, post: bracketed[2] ?? '' }];
  if (!blanks.test(piece)) return undefined;
  const names: { name: string; range: Range; post?: string }[] = [];
  let office = '';
  const words = wordsOf(piece);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (!word) break;
    const given = next && single.test(word.text) ? half.exec(next.text) : null;
    const drawnOut = given ? word.text + given[1] : '';
    const own = withPost.exec(word.text);
    if (isPerson(drawnOut)) {
      const range = { start: word.start, end: (next?.start ?? word.start) + 1 };
      names.push({ name: drawnOut, range, ...(given?.[2] ? { post: given[2] } : {}) });
      at++;
    } else if (own && isPerson(own[1] ?? '')) {
      const name = own[1] ?? '';
      names.push({ name, range: { start: word.start, end: word.start + name.length }, post: own[2] ?? '' });
    } else if (isPerson(word.text)) {
      const range = { start: word.start, end: word.start + word.text.length };
      names.push({ name: word.text, range, ...(office === '' ? {} : { post: office }) });
    } else if (names.length === 0 && endsLikeUnit(word.text)) {
      names.push({ name: word.text, range: { start: word.start, end: word.start + word.text.length } });
    } else {
      const last = names.at(-1);
      if (last && isPerson(last.name)) last.post ??= word.text;
      else office = word.text;
    }
  }
  return names.length > 0 && names.some(({ name }) => isPerson(name)) ? names : undefined;
}

function wordsOf(piece: string): readonly { readonly text: string; readonly start: number }[] {
  return [...piece.matchAll(/[^ \t\u3000]+/g)].map(({ 0: text, index }) => ({ text, start: index }));
}

function isPerson(name: string): boolean {
  return looksLikePerson(name) && !endsLikeParty(name);
}
