import { matchesNear } from '../../text/nearby.ts';
import type { Range } from '../../text/range.ts';
import { isPerson, titled, titledBefore } from './persons.ts';
import { type PartyRole, titlePattern } from './words.ts';

/** Who holds a post in a group. */
export interface PostHolder {
  /** With the office in front of the name or behind it: 镇长王立新. */
  readonly written: string;
  /** Index at which that begins. */
  readonly at: number;
  /** From the names to the post, or the other way round. */
  readonly range: Range;
  readonly role: PartyRole;
}

const NAMES =
  '(?:[\\p{Script=Han}·]{2,16}(?:[（(][^（()）]{1,12}[)）])?、){0,6}[\\p{Script=Han}·]{2,16}?(?:[（(][^（()）]{1,12}[)）])?';
/** 镇长范立言、副书记贺明霞任副组长, 郑立群（分管负责人）任副组长, 王立新兼任办公室主任: with no 由 before it. */
const holds = new RegExp(
  `(?<![\\p{Script=Han}])(${NAMES})(?:同志)?(?:[（(][^（()）]{1,12}[)）])?(?:任|担任|兼任|兼)(?:领导小组)?(?:(?:常务)?(副)?组长|(?:领导小组)?办公室(副)?主任)`,
  'gu',
);
/** 组长由镇长王立新担任, 办公室主任由李敏同志兼任 */
const heldBy = new RegExp(
  `(副)?(?:组长|指挥长|总指挥|办公室主任)(?:分别)?由(${NAMES})(?:同志)?(?:[（(][^（()）]{1,12}[)）])?(?:担任|兼任|出任)`,
  'gu',
);
const post = /组长|指挥长?|办公室副?主任/g;
const reach = 60;

/** 组长由校长担任: the office tells who it is; 各科室负责人 does not. */
const office = new RegExp(`^(?!各)[\\p{Script=Han}]{0,8}(?:${titlePattern})(?<!负责人)$`, 'u');

/** Those who are given a post in a leading group or its office: 各科室负责人任副组长 names nobody. */
export function findPostHolders(text: string): readonly PostHolder[] {
  if (!text.includes('组长') && !text.includes('指挥') && !text.includes('办公室')) return none;
  const found: PostHolder[] = [];
  for (const match of matchesNear(text, holds, post, reach)) {
    addHolders(found, match, match[1] ?? '', match.index ?? 0, {
      deputy: Boolean(match[2] ?? match[3]),
      isHolder: isPerson,
    });
  }
  for (const match of matchesNear(text, heldBy, post, reach)) {
    const names = match[2] ?? '';
    const at = (match.index ?? 0) + match[0].indexOf('由') + 1;
    const isHolder = (name: string) => isPerson(name) || office.test(name);
    addHolders(found, match, names, at, { deputy: match[1] !== undefined, isHolder });
  }
  return found;
}

const none: readonly PostHolder[] = [];

function addHolders(
  found: PostHolder[],
  match: RegExpMatchArray,
  list: string,
  from: number,
  { deputy, isHolder }: { readonly deputy: boolean; readonly isHolder: (name: string) => boolean },
): void {
  const start = match.index ?? 0;
  let at = from;
  for (const piece of list.split('、')) {
    const written = piece.replace(/[（(].*$/u, '').replace(/同志$/, '');
    const name = titledBefore.exec(written)?.[2] ?? titled.exec(written)?.[1] ?? written;
    const range = { start: Math.min(start, at), end: start + match[0].length };
    if (isHolder(name) || isHolder(written)) found.push({ written, at, range, role: deputy ? 'deputy' : 'head' });
    at += piece.length + 1;
  }
}
