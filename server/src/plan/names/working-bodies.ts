import type { Range } from '../../text/range.ts';
import { anyOf } from '../announcements/words.ts';
import source from './working-bodies.yaml';

/** A working body or an institution that a text names: 县安全生产专项整治领导小组办公室, 全民义务植树网. */
export interface WorkingBody {
  readonly range: Range;
  /** As written, without words in front that are no part of it. */
  readonly name: string;
  /** What it is by its last word: 领导小组, 领导小组办公室. Empty in front of it when nobody's name is said. */
  readonly type: string;
}

const words = source as { readonly ends: readonly string[]; readonly leads: readonly string[] };
const end = new RegExp(`(?:${anyOf(words.ends)})(?:办公室)?`, 'g');
const lead = new RegExp(`^.*(?:${anyOf(words.leads)})`, 'u');
const hanRun = /[\p{Script=Han}“”（）]{1,26}$/u;

/** Finds the working bodies of a text, in order of position; one without a name of its own is given as its type alone. */
export function findWorkingBodies(text: string): readonly WorkingBody[] {
  if (!/[组班会部院台网地馆]/.test(text)) return none;
  const found: WorkingBody[] = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const type = match[0];
    const before = hanRun.exec(text.slice(Math.max(from, match.index - 26), match.index))?.[0] ?? '';
    const own = behindOpenBracket(before.slice(lead.exec(before)?.[0].length ?? 0));
    const stop = match.index + type.length;
    found.push({ name: own + type, type, range: { start: match.index - own.length, end: stop } });
    from = stop;
  }
  return found;
}

/** What stands behind a bracket or a quotation mark without its other half: the name begins there. */
function behindOpenBracket(words: string): string {
  const open = words.lastIndexOf('（');
  const close = words.lastIndexOf('）');
  if (close > open && open < 0) return behindOpenQuote(words.slice(close + 1));
  return behindOpenQuote(open > close ? words.slice(open + 1) : words);
}

function behindOpenQuote(words: string): string {
  const open = words.lastIndexOf('“');
  return open > words.lastIndexOf('”') ? words.slice(open + 1) : words.replace(/^”/, '');
}

const none: readonly WorkingBody[] = [];
