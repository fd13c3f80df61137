import type { Range } from '../text/range.ts';
import {
  endsLikeParty,
  isVagueName,
  labelPattern,
  type PartyRole,
  roleOfLabel,
  titlePattern,
} from './parties/words.ts';

export type { PartyRole } from './parties/words.ts';

/** Somebody or a body that a text makes answer for something. */
export interface PartyMention {
  /** The words that say so, label and verb included. */
  readonly range: Range;
  readonly nameRange: Range;
  /** As written, without title: 王立群, 教务处. */
  readonly name: string;
  readonly role: PartyRole;
  readonly rank?: 'first' | 'direct' | 'overall' | 'shared';
  /** Office of the person: 校长. */
  readonly unit?: string;
  /** Nobody in particular: 专人, 有关部门. */
  readonly vague: boolean;
}

const NAME = '[\\p{Script=Han}A-Za-z·“”（）()]{2,24}?';
const labelled = new RegExp(
  `(?<![\\p{Script=Han}])(?:具体|第一|主要|整改)?(${labelPattern})(?:及联系电话|姓名)?\\s{0,2}[：:]\\s{0,2}([^。；;：:\\n]{1,80})`,
  'gu',
);
const byWhom = new RegExp(
  `由(${NAME})(?:[（(][^（()）]{1,12}[)）])?(?:(?:任|担任|兼任)(?:常务)?(副)?组长|牵头|具体负责|负责|承担|承办|主持|组织实施|组织开展|落实|组成)`,
  'gu',
);
const duty =
  /([\p{Script=Han}、和及]{2,20}?)(?:要|应|应当|必须)?(?:切实|认真|自觉)?(?:履行|担负起?|承担起?|为|是)[^。；，]{0,16}?(第一责任人|直接责任人|共同责任人|具体责任人|总责)/gu;
const overall = /([\p{Script=Han}]{2,16}?)对[^。；，]{2,20}负总责/gu;
const leads = /([\p{Script=Han}“”]{2,20}?)(?:牵头(?:负责|组织|实施|抓好|落实)?|具体负责|负责(?!人|同志|任|制|的))/gu;
const appointed = /(?:确定|指定|明确|安排|抽调|配备|设立)(专人|专门人员)/g;
const titled = new RegExp(`^([\\p{Script=Han}·]{2,4})(${titlePattern})(?:同志)?$`, 'u');
const titledBefore = new RegExp(`^(.{0,20}?(?:${titlePattern}))[：:\\s\u3000]*([\\p{Script=Han}·]{2,4})$`, 'u');
/** Such a line names nobody: 明确责任人, 落实具体责任. */
const noName =
  /^(?:明确|落实|确定|强化|压实|层层|具体|领导|主体|工作|责任|分管领导|责任人|各自|其|并|认真|切实|全面|统一)/;

/**
 * Those whom a line makes answer for something (domain notes 2.5): labels (责任单位：…), 由…负责, …任组长,
 * 履行第一责任人的职责. 明确分管领导，落实具体责任 names nobody and gives no mention.
 */
export function findParties(text: string): readonly PartyMention[] {
  if (!/[责任牵头组长负专人联系由主持承办]/.test(text)) return none;
  const found: PartyMention[] = [];
  for (const match of text.matchAll(labelled)) addLabelled(found, match, text);
  for (const match of text.matchAll(byWhom)) {
    const name = match[1] ?? '';
    addNames(
      found,
      name,
      match.index + 1,
      { start: match.index, end: match.index + match[0].length },
      byRole(match[0], match[2]),
    );
  }
  for (const match of text.matchAll(duty)) addDuty(found, match[1] ?? '', match.index, match[0], match[2] ?? '');
  for (const match of text.matchAll(overall)) addDuty(found, match[1] ?? '', match.index, match[0], '总责');
  for (const match of text.matchAll(leads)) addLeading(found, text, match);
  for (const match of text.matchAll(appointed)) {
    const at = match.index + match[0].length - (match[1] ?? '').length;
    push(found, match[1] ?? '', at, { start: match.index, end: match.index + match[0].length }, { role: 'owner' });
  }
  return found.length > 1 ? found.sort((a, b) => a.range.start - b.range.start) : found;
}

const none: readonly PartyMention[] = [];

type Kind = Pick<PartyMention, 'role' | 'rank'>;

function byRole(words: string, deputy: string | undefined): Kind {
  if (/组长$/.test(words)) return { role: deputy ? 'deputy' : 'head' };
  return { role: words.endsWith('牵头') ? 'leadUnit' : 'responsibleUnit' };
}

function addLabelled(found: PartyMention[], match: RegExpMatchArray, text: string): void {
  const role = roleOfLabel.get(match[1] ?? '');
  const written = match[2] ?? '';
  // 何斌，联系电话：… – what stands in front of the next colon is a label.
  const behind = text.charAt((match.index ?? 0) + match[0].length);
  const value = behind === '：' || behind === ':' ? written.replace(/[，,、\s]?[\p{Script=Han}]{2,8}$/u, '') : written;
  if (!role) return;
  const from = (match.index ?? 0) + match[0].length - written.length;
  // The next label in the same brackets begins behind ；or ，; closing brackets end the list.
  const end = value.search(/[)）\]〕】]|，(?=[\p{Script=Han}]{2,6}[：:])/u);
  const list = end < 0 ? value : value.slice(0, closesOwn(value, end) ?? end);
  addNames(found, list, from, { start: match.index ?? 0, end: from + list.length }, { role });
}

/** 教务处（德育处）: the bracket belongs to the name. */
function closesOwn(value: string, end: number): number | undefined {
  return /[（(]/.test(value.slice(0, end)) ? end + 1 : undefined;
}

function addNames(found: PartyMention[], list: string, from: number, range: Range, kind: Kind): void {
  let at = from;
  for (const piece of list.split(/([、，,]|和(?=各)|以及)/)) {
    const name = piece.trim();
    if (name !== '' && !/^(?:[、，,]|和|以及)$/.test(name)) push(found, name, at + piece.indexOf(name), range, kind);
    at += piece.length;
  }
}

function addDuty(found: PartyMention[], subject: string, index: number, words: string, rank: string): void {
  const name = lastName(subject);
  if (name === '' || noName.test(name)) return;
  const at = index + subject.length - name.length;
  const ranks = { 第一责任人: 'first', 直接责任人: 'direct', 共同责任人: 'shared', 总责: 'overall' } as const;
  const found_ = ranks[rank as keyof typeof ranks];
  push(
    found,
    name,
    at,
    { start: at, end: index + words.length },
    { role: 'firstResponsible', ...(found_ ? { rank: found_ } : {}) },
  );
}

/** …小组负责… counts when the words in front are a body or an office. */
function addLeading(found: PartyMention[], text: string, match: RegExpMatchArray): void {
  const index = match.index ?? 0;
  const subject = match[1] ?? '';
  if (text.charAt(index - 1) === '由' || /由/.test(subject)) return;
  const name = lastName(subject);
  if (name === '' || noName.test(name) || !(endsLikeParty(name) || isVagueName(name))) return;
  const at = index + subject.length - name.length;
  const role = match[0].includes('牵头') ? 'leadUnit' : 'responsibleUnit';
  push(found, name, at, { start: at, end: index + match[0].length }, { role });
}

/** The part of a subject behind the last word that cannot belong to a name. */
function lastName(subject: string): string {
  return subject
    .replace(/^.*(?:并由|其中|同时|以及|通过|按照|根据|要求|明确|落实|确定|全面|分别)/u, '')
    .replace(/(?:具体|全面|统一|共同|分别|主要|亲自|同志)+$/u, '');
}

function push(found: PartyMention[], written: string, at: number, range: Range, kind: Kind): void {
  if (/^[-—–/×Xx_\s无]+$/.test(written)) return;
  // 责任单位：城建办公室，7月15日前完成: the list of names has ended.
  if (/^[0-9０-９]{1,4}[年月日]/.test(written)) return;
  const person = titled.exec(written);
  const office = person ? undefined : titledBefore.exec(written);
  const name = person?.[1] ?? office?.[2] ?? written;
  const unit = person?.[2] ?? office?.[1];
  const start = at + written.lastIndexOf(name);
  if (found.some((mention) => mention.nameRange.start < start + name.length && start < mention.nameRange.end)) return;
  found.push({
    range,
    nameRange: { start, end: start + name.length },
    name,
    ...kind,
    ...(unit ? { unit } : {}),
    vague: isVagueName(written),
  });
}

const actorClause =
  /^([\p{Script=Han}A-Za-z“”、（）()和及与]{2,30}?)(?:要|应当|应|将|须|必须|负责|牵头|会同|组织|对|向|在|围绕|按照|根据|结合|切实|认真|全程|具体|成立|召开|制定|完成|开展|派出|做好|建立|定期|统一|每|于|从|深入|积极|参加|作|主持)/u;

/** Begins or goes on like a predicate, not like a name: 深入查找个人和领导班子, 充分调动党员干部. */
const noActor =
  /^(?:在|通过|围绕|对|把|将|按|根据|结合|以|为|使|让|向|与|不|未|没)|[要应须]|检查(?!组)|查找|评议|调动|努力|充分|切实|深入|认真|自觉|引导|着重|着力|积极|加强|明确|落实|成立|召开|发动|动员|广泛|进一步|推动|促进|带领|依靠|坚持|发挥|提高|听取|征求|组织(?!部|委员|办|组|$)/;

/**
 * The body, group or office that is the subject of a sentence (教务处要组织…, 各村党支部按照…): a step
 * written so has someone who answers for it. The first clauses are looked at; phrases of time and
 * circumstance in front of the subject are passed over.
 */
export function findActor(
  sentence: string,
): { readonly range: Range; readonly name: string; readonly vague: boolean } | undefined {
  let at = 0;
  let clauses = 0;
  for (const clause of sentence.split(/(?<=[，：:,])/)) {
    if (clauses++ > 3) break;
    const lead =
      /^[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）、.．])?(?:同时|并|由)?/u.exec(clause)?.[0].length ?? 0;
    const name = actorClause.exec(clause.slice(lead))?.[1]?.replace(/同志$/, '');
    if (name && (endsLikeParty(name) || isVagueName(name)) && !noActor.test(name)) {
      return { range: { start: at + lead, end: at + lead + name.length }, name, vague: isVagueName(name) };
    }
    at += clause.length;
  }
  return undefined;
}
