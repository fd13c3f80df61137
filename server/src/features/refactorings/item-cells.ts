import { findDates } from '../../dates/find.ts';
import type { ColumnField } from '../../plan/model.ts';
import { findParties } from '../../plan/parties/parties.ts';
import { endsLikeParty, endsLikeUnit, isVagueName, looksLikePerson, roleOfLabel } from '../../plan/parties/words.ts';
import { columnField } from '../../plan/tables/columns.ts';
import { limitFields, ownerFields } from '../../plan/tables/table-fields.ts';

/** What an item says of itself apart from its sentence: 责任单位, 完成时限, each with its value. */
export interface ItemCells {
  /** The words that are left. */
  readonly words: string;
  readonly cells: ReadonlyMap<string, string>;
}

const sideFields: readonly ColumnField[] = [...ownerFields, ...limitFields, 'supportUnits', 'supervisor'];

/** True for a header or label that says who answers for a thing or until when it is to be done. */
export function isSideLabel(label: string): boolean {
  const field = columnField(label);
  const role = roleOfLabel.get(label);
  return field !== undefined && sideFields.includes(field) && (role === undefined || !groupRoles.has(role));
}

/** 责任单位, 牵头单位, 责任人. */
export function isOwnerLabel(label: string): boolean {
  const field = columnField(label);
  return field !== undefined && ownerFields.includes(field);
}

/** 完成时限, 整改时限. */
export function isLimitLabel(label: string): boolean {
  const field = columnField(label);
  return field !== undefined && limitFields.includes(field);
}

/** Those who are named without having to do the thing. */
const groupRoles: ReadonlySet<string> = new Set(['contact', 'head', 'deputy', 'member']);

/**
 * Takes from the end of an item what belongs into columns of their own: 责任单位：办公室，完成时限：5月10日前,
 * 由办公室负责，5月10日前完成, the same in brackets or on lines below. What stands in the middle of the
 * sentence stays there, and so does whatever is said of a part of the item only.
 */
export function itemCells(text: string): ItemCells {
  const bracketed = inBrackets(text);
  if (bracketed) return bracketed;
  const pieces = piecesOf(text);
  const found = readBackwards(text, pieces);
  if (!found) return { words: text, cells: none };
  const { from, cells } = found;
  const before = text.slice(0, from).replace(/[\s\u3000]+$/, '');
  const words = before.replace(/[，,；;、]$/, '');
  // A title with lines below it becomes a sentence again when these lines are gone.
  const ownLines = /[\r\n]/.test(text.slice(before.length, from)) && /[\p{Script=Han}\d）)”]$/u.test(words);
  return { words: ownLines ? `${words}。` : words, cells };
}

const none: ReadonlyMap<string, string> = new Map();

interface Piece {
  /** The mark in front of it; empty for the first one. */
  readonly mark: string;
  readonly start: number;
  readonly text: string;
}

/** Between commas, stops and line breaks; a label behind blanks begins a piece of its own. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let before = '';
  const end = (at: number): void => {
    const piece = text.slice(start, at);
    const lead = /^[\s\u3000]*/.exec(piece)?.[0].length ?? 0;
    if (piece.trim() !== '') pieces.push({ mark: before, start: start + lead, text: piece.trim() });
  };
  for (const { 0: mark, index } of text.matchAll(
    /[，,；;。\r\n]|[ \t\u3000]+(?=\*{0,2}[\p{Script=Han}]{2,8}\*{0,2}[：:])/gu,
  )) {
    // 1,000 is one figure.
    if (mark === ',' && /\d,\d{3}/.test(text.slice(Math.max(0, index - 1), index + 4))) continue;
    end(index);
    start = index + mark.length;
    before = mark;
  }
  end(text.length);
  return pieces;
}

interface Found {
  readonly from: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** @param mayBegin for the words in brackets: nothing but such things stand there, from the first word to the last */
function readBackwards(text: string, pieces: readonly Piece[], mayBegin = false): Found | undefined {
  const cells: [string, string][] = [];
  let from = text.length;
  let tail: string[] = [];
  /** Other words are among those that may belong to the label in front of them. */
  let isLoose = false;
  for (let at = pieces.length - 1; at >= (mayBegin ? 0 : 1); at--) {
    const piece = pieces[at];
    if (!piece) break;
    const before = text.slice(0, piece.start);
    const opens = mayBegin || /^[。；;\r\n]?$/.test(piece.mark);
    const label = isLoose && !opens ? undefined : labelled(piece.text, tail);
    const cell =
      label ??
      (tail.length === 0 ? (spoken(piece.text, before, mayBegin) ?? workUntil(text, pieces, at, mayBegin)) : undefined);
    if (cell) {
      if (cells.some(([label]) => label === cell[0]) || before.includes(`${cell[0]}：`)) return undefined;
      cells.unshift(cell);
      from = piece.start;
      tail = [];
      isLoose = false;
    } else {
      isLoose ||= !isName(piece.text) && !isTime(piece.text);
      if (isLoose && opens && !mayBegin) break;
      tail.unshift(piece.text);
    }
  }
  const labels = new Set(cells.map(([label]) => label));
  const isHelped = labels.has(helping) && !labels.has(leading) && !labels.has(answering);
  return cells.length === 0 || isHelped ? undefined : { from, cells: new Map(cells) };
}

const answering = '责任单位';
const leading = '牵头单位';
const helping = '配合单位';

/** 责任单位：办公室, and the names that commas parted from it. */
function labelled(piece: string, tail: readonly string[]): [string, string] | undefined {
  const match = /^([\p{Script=Han}]{2,8})[：:][\s\u3000]*(\S[\s\S]{0,80})$/u.exec(piece.replaceAll('**', ''));
  const label = match?.[1] ?? '';
  if (!match || !isSideLabel(label)) return undefined;
  return [label, [(match[2] ?? '').trim(), ...tail].join('，')];
}

/** 由办公室负责, 办公室牵头, 5月10日前完成, where nothing in front of it says something of the same kind. */
function spoken(piece: string, before: string, inBracket: boolean): [string, string] | undefined {
  const time = limitIn(piece, inBracket);
  if (time) return findDates(before).some(({ kind }) => kind !== 'duration') ? undefined : ['完成时限', time];
  if (inBracket && isName(piece)) return [isPerson(piece) ? '责任人' : answering, piece];
  const match =
    /^(?:并)?(?:具体)?由(\S{2,40}?)(?:具体)?(牵头|负责|承办|落实|组织实施)(?:负责|落实|实施|组织实施)?$/u.exec(piece) ??
    /^(\S{2,40}?)(牵头|负责|配合|协助)(?:负责)?$/u.exec(piece);
  if (!match) return undefined;
  const names = match[1] ?? '';
  const all = names.split(/[、和及]/);
  const verb = match[2] ?? '';
  const isHelp = verb === '配合' || verb === '协助';
  if (!all.every(isName) || (!isHelp && findParties(before).some(({ vague }) => !vague))) return undefined;
  const persons = all.filter(isPerson).length;
  if (persons > 0) return persons === all.length && !isHelp ? ['责任人', names] : undefined;
  return [verb === '牵头' ? leading : isHelp ? helping : answering, names];
}

/** 由办公室负责，4月30日前印发执行: behind those who do it, the limit keeps the words that say what is done by then. */
function workUntil(
  text: string,
  pieces: readonly Piece[],
  at: number,
  inBracket: boolean,
): [string, string] | undefined {
  const piece = pieces[at];
  const owner = pieces[at - 1];
  if (!piece || !owner || (at === 1 && !inBracket) || /[。；;\r\n]/.test(piece.mark)) return undefined;
  const core = limitCore(piece.text);
  if (!/^[^前内底末]{2,14}[前内底末]\p{Script=Han}{2,12}$/u.test(core)) return undefined;
  const limit = limitIn(core.replace(/(?<=[前内底末])\p{Script=Han}+$/u, ''), false);
  if (!limit || findDates(text.slice(0, piece.start)).some(({ kind }) => kind !== 'duration')) return undefined;
  return spoken(owner.text, text.slice(0, owner.start), inBracket) ? ['完成时限', core] : undefined;
}

function isName(piece: string): boolean {
  if (piece.length > 24 || !/^[\p{Script=Han}A-Za-z·、（()）“”]+$/u.test(piece)) return false;
  return isPerson(piece) || isUnit(piece) || isVagueName(piece) || (/^各/.test(piece) && endsLikeParty(piece));
}

const isUnit = (piece: string) => (endsLikeUnit(piece) || piece.endsWith('部')) && !notNamed.test(piece);
const isPerson = (piece: string) => looksLikePerson(piece) && !isUnit(piece) && !notNamed.test(piece);

/** （以下简称“两新”组织）, （省禁毒办主办）: says something of the thing, and gives it to nobody. */
const notNamed = /^(?:以下|下称|简称|即|含|包括|其中|不含|如)|[主承协举督筹开]办$/;

function isTime(piece: string): boolean {
  return limitIn(piece, true) !== undefined;
}

/** Without 并于, 须在. */
function limitCore(piece: string): string {
  return piece.slice(/^(?:并|须|应|要|务必)?(?:在|于)?/.exec(piece)?.[0].length ?? 0);
}

/** The limit that a clause consists of; a bare day is one only where nothing but times and names stand. */
function limitIn(piece: string, mayBeBare: boolean): string | undefined {
  if (piece.length > 40) return undefined;
  const core = limitCore(piece);
  const [first] = findDates(core);
  if (!first || first.range.start > 0 || first.kind === 'duration' || first.kind === 'vague') return undefined;
  const limit = core.slice(0, first.range.end);
  const rest = core.slice(first.range.end);
  if (rest === '完成' || rest === '办结') return limit;
  return rest === '' && (mayBeBare || /[前内底末]$/.test(limit)) ? limit : undefined;
}

/** …（责任单位：办公室；完成时限：5月10日前）。 and …（办公室，5月10日前）。: brackets that hold nothing else. */
function inBrackets(text: string): ItemCells | undefined {
  const match = /[（(]([^（()）]{2,120}(?:[（(][^（()）]{1,20}[)）][^（()）]{0,80})?)[)）]([。；;]?)[\s\u3000]*$/.exec(
    text,
  );
  if (!match) return undefined;
  const inner = match[1] ?? '';
  const pieces = piecesOf(inner);
  const found = readBackwards(inner, pieces, true);
  const before = text.slice(0, match.index);
  if (!found || found.from !== pieces[0]?.start || before.trim() === '') return undefined;
  if ([...found.cells.keys()].some((label) => before.includes(`${label}：`))) return undefined;
  const mark = match[2] === '。' && !/[。！？；]$/.test(before) ? '。' : '';
  return { words: before.replace(/[，,；;、]?[\s\u3000]*$/, '') + mark, cells: found.cells };
}
