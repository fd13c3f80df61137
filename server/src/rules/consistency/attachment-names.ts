import type { Attachment, AttachmentMention } from '../../plan/attachments/attachment-list.ts';
import type { Line } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import { changesBetween } from './names/changes.ts';

/** An attachment that the text calls by another name than the list does, or to which it gives the number of another. */
export interface NameFault {
  readonly kind: 'named' | 'misnumbered';
  /** The number in the list. */
  readonly number: number;
  /** The number in the text. */
  readonly words: string;
  /** Its name in the list, and in the text. */
  readonly listed: string;
  readonly said: string;
  readonly range: Range;
  readonly elsewhere: Range;
}

/** The names of attachments where the text sends to them, held against the list; a shorter form of the name will do. */
export function attachmentNameFaults(
  listed: readonly Attachment[],
  mentioned: readonly AttachmentMention[],
  lines: readonly Line[],
): readonly NameFault[] {
  const told = new Set<number>();
  return mentioned.flatMap(({ number, words, name, phrase, range }): readonly NameFault[] => {
    const named = listed.filter((one) => one.number === number && one.name !== '');
    const [first] = named;
    if (!first || told.has(number)) return [];
    const said = name ?? phrase;
    const meant = said === undefined ? undefined : listedAs(said, name !== undefined, number, listed);
    if (meant && said !== undefined && meant.number !== undefined) {
      told.add(number);
      const { number: right, name: title, range: elsewhere } = meant;
      return [
        { kind: 'misnumbered', number: right, words, listed: inside(title), said: inside(said), range, elsewhere },
      ];
    }
    if (name === undefined || named.some((one) => areOne(one, name, lines))) return [];
    told.add(number);
    const fault = { kind: 'named' as const, number, words, listed: inside(first.name), said: name };
    return [isAgreed(first, named) ? { ...fault, ...at(range, first.range) } : { ...fault, ...at(first.range, range) }];
  });
}

const at = (range: Range, elsewhere: Range) => ({ range, elsewhere });

/** The note and the title of the attachment have one name: it is the text that strays. */
const isAgreed = (first: Attachment, all: readonly Attachment[]) =>
  all.filter(({ name }) => plain(name) === plain(first.name)).length > 1;

/** 《…登记表》（附件）: the one attachment of the plan, without number. */
const bareNamed = /《([^《》]{2,80})》[（(](?:详?见)?附[件表][)）]/u;

/** The only attachment, which has no number, and the name by which the text calls it; both have to be forms of much the same name. */
export function bareNameFaults(listed: readonly Attachment[], lines: readonly Line[]): readonly NameFault[] {
  // 附件：登记表 in the note, and 附件　登记表 above the paper itself, are one.
  const [only, second] = listed.filter(
    (one, at) => one.name !== '' && listed.findIndex(({ name }) => plain(name) === plain(one.name)) === at,
  );
  if (!only || second || only.number !== undefined || only.name === '') return [];
  for (const line of lines) {
    const match = line.place !== 'quote' && line.text.includes('附') ? bareNamed.exec(line.text) : null;
    const said = match?.[1];
    if (!match || said === undefined) continue;
    if (areOne(only, said, lines) || !shareMost(plain(only.name), plain(said))) return [];
    const range = line.at(match.index, match.index + said.length + 2);
    const fault = { kind: 'named' as const, number: 1, words: '', listed: inside(only.name), said };
    return [isAgreed(only, listed) ? { ...fault, ...at(range, only.range) } : { ...fault, ...at(only.range, range) }];
  }
  return [];
}

/** Longer names that share more than half of their characters, in order. */
function shareMost(a: string, b: string): boolean {
  const changed = changesBetween(a, b).reduce((sum, { first, second }) => sum + first.length + second.length, 0);
  return Math.min(a.length, b.length) > TELLING && 2 * changed < a.length + b.length;
}

/** Within the quotation marks of a message. */
export const inside = (name: string) => name.replaceAll('“', '‘').replaceAll('”', '’');

/** So many characters of a name are nobody else's; of one in 《》 all are. */
const TELLING = 5;
const WHOLE = 3;

/** 排查登记表，见附件4, where 附件3 is ……排查登记表: the one attachment that is meant, when it is not the one that is numbered so. */
function listedAs(
  said: string,
  inMarks: boolean,
  number: number,
  listed: readonly Attachment[],
): Attachment | undefined {
  const own = plain(said);
  const common = (one: Attachment) => commonEnd(own, plain(one.name));
  const here = Math.max(0, ...listed.filter((one) => one.number === number).map(common));
  const others = listed.filter((one) => {
    if (one.number === undefined || one.number === number) return false;
    const shared = common(one);
    if (!inMarks && isOnlyOfKind(own, one, number, listed)) return true;
    const whole = shared === own.length || shared === plain(one.name).length;
    if (inMarks) return whole && shared > WHOLE && here < shared - WHOLE + 1;
    return shared >= TELLING && here <= shared - WHOLE && (whole || shared > 2 * TELLING);
  });
  return others.length === 1 ? others[0] : undefined;
}

/** 参会人员报名表（见附件2）, where 附件3 is the only 报名表 of the list and 附件2 has nothing to do with 报名. */
function isOnlyOfKind(said: string, one: Attachment, number: number, listed: readonly Attachment[]): boolean {
  const kind = paper.exec(said)?.[0];
  if (kind === undefined || !plain(one.name).endsWith(kind)) return false;
  const root = kind.slice(0, 2);
  const others = listed.filter((other) => other.number !== one.number);
  return others.some((other) => other.number === number) && !others.some(({ name }) => name.includes(root));
}
const paper = /(?:报名|申报|申请|推荐|登记|汇总|评分|评审|承诺|考核|自查|统计|审批)(?:表|书)$|回执$/;

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** One contains the other when what surrounds the words is left away: 《报名表》 for ××大赛报名表. */
function areOne({ name, range }: Attachment, said: string, lines: readonly Line[]): boolean {
  const [shorter, longer] = [plain(name), plain(said)].sort((x, y) => x.length - y.length);
  if (shorter === undefined || longer === undefined || !/\p{Script=Han}/u.test(shorter)) return true;
  if (longer.endsWith(shorter)) return true;
  return longer.startsWith(shorter) && !hasLostItsKind(plain(name), plain(said), range, lines);
}

/** What a paper is; nobody leaves that away: 验收评分 for 《验收评分表》. */
const kind = /^(?:表|书|单|册|卡|图|名单|清单|方案|办法|细则|意见|预案|台账|一览表)$/;

/** The name in the list is the one in the text without its last word, and that does not stand on the next line. */
function hasLostItsKind(name: string, said: string, range: Range, lines: readonly Line[]): boolean {
  const lost = said.slice(name.length);
  if (!said.startsWith(name) || !kind.test(lost) || kind.test(name.slice(-lost.length))) return false;
  const next = lines.find((line) => line.range.start >= range.end);
  return !next?.text.startsWith(lost);
}

function plain(name: string): string {
  return name.replace(/[\s\u3000“”"《》·]|[（(][^（）()]{0,20}[)）]|\.[a-z]{3,4}$/gu, '').replace(/[。；]$/u, '');
}
