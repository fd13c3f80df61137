import { type Attachment, type AttachmentMention, readAttachments } from '../../plan/attachments/attachment-list.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import type { Range } from '../../text/range.ts';
import { changesBetween, commonLength, holdsInOrder } from './names/changes.ts';
import { misnamedForms } from './names/titles/attached-forms.ts';

/** An attachment that the text calls by another name than the list does, or to which it gives the number of another. */
export interface NameFault {
  /** The number in the list. */
  readonly number: number;
  /** The number in the text. */
  readonly words: string;
  /** Its name in the list, and in the text. */
  readonly listed: string;
  readonly said: string;
  /** In the text. */
  readonly range: Range;
  /** In the list. */
  readonly elsewhere: Range;
  /** It is the name in the list that has lost its last word. */
  readonly isCut?: boolean;
  readonly unsure?: boolean;
}

interface NameFaults {
  readonly misnumbered: readonly NameFault[];
  readonly renamed: readonly NameFault[];
}

export const attachmentsOf = versionMemo(({ lines }) => readAttachments(lines));

/** The names of attachments where the text sends to them, held against the list; a shorter form of the name will do. */
export const attachmentNameFaults = versionMemo((plan): NameFaults => {
  const { listed, mentioned } = attachmentsOf(plan);
  if (listed.length === 0) return NO_FAULTS;
  const renamed = [...bareNameFaults(listed, plan.lines), ...misnamed(listed, plan.lines)];
  const found = { misnumbered: [] as NameFault[], renamed };
  const told = new Set<number>();
  for (const one of mentioned) {
    const fault = told.has(one.number) ? undefined : faultOf(one, listed, plan);
    if (!fault) continue;
    told.add(one.number);
    found[fault.kind].push(fault.fault);
  }
  return found;
});
const NO_FAULTS: NameFaults = { misnumbered: [], renamed: [] };

function faultOf(
  { number, words, name, nameRange = NOWHERE, phrase, range }: AttachmentMention,
  listed: readonly Attachment[],
  { lines }: Plan,
): { readonly kind: keyof NameFaults; readonly fault: NameFault } | undefined {
  const named = listed.filter((one) => one.number === number && one.name !== '');
  const [first] = named;
  if (!first) return undefined;
  const said = name ?? phrase;
  const meant = said === undefined ? undefined : listedAs(said, name !== undefined, number, listed);
  if (meant && said !== undefined && meant.number !== undefined) {
    const { number: right, name: title, range: elsewhere } = meant;
    const names = { listed: inside(title), said: inside(said) };
    return { kind: 'misnumbered', fault: { number: right, words, ...names, range, elsewhere } };
  }
  if (name === undefined || named.some((one) => areOne(one, name, lines))) return undefined;
  const names = { listed: inside(first.name), said: inside(name) };
  const isCut = lacksKind(plain(first.name), plain(name));
  return { kind: 'renamed', fault: { number, words, ...names, range: nameRange, elsewhere: first.range, isCut } };
}
const NOWHERE: Range = { start: 0, end: 0 };

/** 《…登记表》（附件）: the one attachment of the plan, without number. */
const bareNamed = /《([^《》]{2,80})》[（(](?:详?见)?附[件表][)）]/u;

/** The only attachment, which has no number, and the name by which the text calls it; both have to be forms of much the same name. */
function bareNameFaults(listed: readonly Attachment[], lines: readonly Line[]): readonly NameFault[] {
  // 附件：登记表 in the note, and 附件　登记表 above the paper itself, are one.
  const [only, second] = listed.filter(
    (one, at) => one.name !== '' && listed.findIndex(({ name }) => plain(name) === plain(one.name)) === at,
  );
  if (!only || second || only.number !== undefined || only.name === '') return [];
  for (const line of lines) {
    const match = line.place !== 'quote' && line.text.includes('附') ? bareNamed.exec(line.text) : null;
    const said = match?.[1];
    if (!match || said === undefined) continue;
    const [own, other] = [plain(only.name), plain(said)];
    if (areOne(only, said, lines) || isShortFor(other, own)) return [];
    if (!shareMost(own, other) && !areOfTwoKinds(own, other)) return [];
    const start = match.index + 1;
    const names = { listed: inside(only.name), said: inside(said) };
    const isCut = lacksKind(plain(only.name), plain(said));
    return [
      { number: 1, words: '', ...names, range: line.at(start, start + said.length), elsewhere: only.range, isCut },
    ];
  }
  return [];
}

/** Forms that the text names in full, without their number or in quotation marks. */
const misnamed = (listed: readonly Attachment[], lines: readonly Line[]): readonly NameFault[] =>
  misnamedForms(listed, lines).map(({ said, range, unsure, attachment: { number = 1, name, range: elsewhere } }) => ({
    number,
    words: '',
    listed: inside(name),
    said: inside(said),
    range,
    elsewhere,
    unsure,
  }));

/** What the table is, at the end of its name: 分解表, 分工表. */
const tableKind =
  /(?:分解|分工|责任|任务|职责|安排|评分|考核|登记|汇总|统计|申请|申报|审批|推荐|报名|签到|排查|整改|自查|验收)(?:表|清单)$/;
/** How much of the shorter name the longer one has, in order. */
const MUCH = 0.7;

/** 物业整治任务分解表 and 物业服务专项整治责任分工表: a short form of the name would have its end. */
function areOfTwoKinds(a: string, b: string): boolean {
  const [one, two] = [tableKind.exec(a)?.[0], tableKind.exec(b)?.[0]];
  if (one === undefined || two === undefined || one === two) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return commonLength(short.slice(0, -1), long.slice(0, -1)) >= MUCH * (short.length - 1);
}

/** 出租房整治责任分工表 for 出租房屋安全专项整治责任分工表: all its characters in their order. */
const isShortFor = (short: string, long: string): boolean =>
  short.length < long.length && short.slice(-2) === long.slice(-2) && holdsInOrder(long, short);

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

function lacksKind(name: string, said: string): boolean {
  const lost = said.slice(name.length);
  return said.startsWith(name) && kind.test(lost) && !kind.test(name.slice(-lost.length));
}

/** The name in the list is the one in the text without its last word, and that does not stand on the next line. */
function hasLostItsKind(name: string, said: string, range: Range, lines: readonly Line[]): boolean {
  if (!lacksKind(name, said)) return false;
  const lost = said.slice(name.length);
  const next = lines.find((line) => line.range.start >= range.end);
  return !next?.text.startsWith(lost);
}

function plain(name: string): string {
  return name.replace(/[\s\u3000“”"《》·]|[（(][^（）()]{0,20}[)）]|\.[a-z]{3,4}$/gu, '').replace(/[。；]$/u, '');
}
