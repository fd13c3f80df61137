import type { Range } from '../../text/range.ts';
import { bracketPairs } from '../line/brackets.ts';
import { endsLikeUnit } from '../parties/words.ts';
import { timeLabel } from './stage-words.ts';
import table from './window-audience.yaml';

const { groups, names } = table as { readonly groups: readonly string[]; readonly names: readonly string[] };

/** What may stand between a clause's beginning and its window besides the audience. */
const beforeWindow =
  /(?:从|自|(?:[要须应]|应当|必须|务必)?[于在]|分别|统一|时间为|时间是|时间|为|为期|(?:暂|拟|初|预)?定|[：:（(])+$/;
/** What only leads over to the audience. */
const lead = /^(?:其中|另外|此外|同时|以及|并且|[并及和与由])+/;
const breaks = /[。；;！？，,]/;
const nameWords = new RegExp(names.join('|'), 'g');
/** Words of what somebody does; what stands in front of them is no audience. */
const modal = /[要应将会可把对在为]/;
/** Longer than this it is only an audience when every part of it is the name of a body or a group. */
const plainLength = 14;
const longest = 60;
const group = new RegExp(`(?:${groups.join('|')})$`);
/** Between those who are named together. */
const coordination = /[、\s]|以及|及其|[和与及]/;
/** 各单位组织党员…, 检查组对…: somebody does something with somebody. */
const deed =
  /(?:单位|部门|机关|学校|企业|小组|专班|支部|党委|办公室|委员会|检查组|政府)(?:组织(?!部)|召集|安排|动员|带领|指导|督促|派出|开展|进行|按照|对照|按|依|通过|结合)/;

/**
 * Decides whether a date in the first clauses is the window of a stage: it stands at the beginning of its clause, with
 * at most its audience in front (镇机关从…开始; 社区和街道党工委下辖基层党组织从…开始; 时间：…).
 * @param from index at which the text of the stage begins
 * @param window of the date in the text
 * @returns the audience ('' when none is named), or undefined when it is no window
 */
export function windowAudience(text: string, from: number, window: Range): string | undefined {
  const clause = clauseStart(text, from, window.start);
  const before = text.slice(clause, window.start).trim();
  if (timeLabel.test(before) || /^(?:时间|时限)/.test(before)) return '';
  const audience = before
    .replace(beforeWindow, '')
    .replace(/[及和与、\s]+$/, '')
    .replace(lead, '');
  if (audience === '') return '';
  // （指导时间段为9月至次年4月）
  if (/(?:时间段|时段|期间)$/.test(audience)) return undefined;
  if (/^(?:本|这一|该|整个)?阶段|^第.{1,2}阶段|^活动|^(?:集中)?时间/.test(audience)) return '';
  if (audience.length > longest || modal.test(audience.replace(nameWords, ''))) return undefined;
  return audience.length <= plainLength || isNamedTogether(audience) ? audience : undefined;
}

/** Whether a phrase names bodies or groups, one or several: 机关、学校和已设党委的社区. */
function isNamedTogether(phrase: string): boolean {
  if (deed.test(phrase)) return false;
  const outside = phrase.replace(/[（(][^（()）]*[)）]/g, '');
  const last =
    outside
      .split(coordination)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return endsLikeUnit(last) || group.test(last);
}

/** Where the clause begins that holds an index; marks within brackets divide nothing, nor does 甲、乙，以及丙. */
export function clauseStart(text: string, from: number, before: number): number {
  let start = Math.max(from, lastBreak(text, before) + 1);
  while (
    start > from &&
    /^\s*(?:以及|及其?|和|与)/.test(text.slice(start, start + 4)) &&
    /[，,]/.test(text[start - 1] ?? '')
  )
    start = Math.max(from, lastBreak(text, start - 1) + 1);
  return start;
}

/** A clause that began further ahead has more in front of its date than an audience. */
const farthest = 200;

function lastBreak(text: string, before: number): number {
  const least = Math.max(0, before - farthest);
  for (let at = before - 1; at >= least; at--) {
    const sign = text.charAt(at);
    if (sign === '）' || sign === ')') at = openerOf(text, at) ?? at;
    else if (breaks.test(sign)) return at;
  }
  return least - 1;
}

function openerOf(text: string, closer: number): number | undefined {
  for (const [open, close] of bracketPairs(text)) if (close === closer) return open;
  return undefined;
}

/** Where the first clauses of a text end, in which the window of a stage stands: behind its second sentence. */
export function firstClausesEnd(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length; at++) if (/[。！？]/.test(text.charAt(at)) && ++count === 2) return at;
  return text.length;
}
