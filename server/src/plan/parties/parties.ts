import { matchesNear } from '../../text/nearby.ts';
import type { Range } from '../../text/range.ts';
import { subjectIn } from './actors.ts';
import { findBracketed } from './bracketed.ts';
import { Mentions, NOBODY, type PartyMention } from './mentions.ts';
import { endOfList, mayHaveParts, namesWithPosts, piecesOf, unitsInFront } from './name-lists.ts';
import { isPerson, titled, titledBefore } from './persons.ts';
import { findPostHolders } from './post-holders.ts';
import {
  endsLikeParty,
  endsLikeUnit,
  isLikelyPerson,
  isVagueName,
  labelPattern,
  looksLikePerson,
  mayHoldTitle,
  roleOfWrittenLabel,
  titlePattern,
} from './words.ts';

export type { PartyMention } from './mentions.ts';
export type { PartyRole } from './words.ts';

const NAME = '[\\p{Script=Han}A-Za-z·“”（）()]{2,24}?';
const LABELLED = `(?:具体|第一|主要|整改)?(${labelPattern})(?:(?:及|和|与|、|/)(?:${labelPattern})|[（(](?:${labelPattern}|人|部门|单位)[)）])?(?:及联系电话|姓名)?\\s{0,2}[：:]\\s{0,2}([^。；;：:\\n]{1,400})`;
const labelled = new RegExp(`(?<![\\p{Script=Han}])${LABELLED}`, 'gu');
/** Behind a list that no mark parts from it: 教导处责任人：… */
const labelledOn = new RegExp(LABELLED, 'uy');
const byWhom = new RegExp(
  `由(?!于|此)(${NAME})(?:[（(][^（()）]{1,12}[)）])?(?:(?:任|担任|兼任)(?:常务)?(副)?组长|(?:任|担任|兼任)(?:领导小组|指挥部|专班)?(?:办公室)?主任|牵头|具体负责(?!人)|负责(?!人|同志)|承担|承办|主持|组织实施|组织开展|落实|组成)`,
  'uy',
);
/** 由后勤处按照…, 由督查室逐项核查: what the words behind 由 do, when those are a body or an office. */
const byWhomActing = /(?:^|[^理来缘自])由(?!于|此)([\p{Script=Han}A-Za-z·“”、]{2,24})/uy;
const duty =
  /([\p{Script=Han}、和及]{2,20}?)(?:要|应|应当|必须)?(?:切实|认真|自觉)?(?:履行|担负起?|承担起?|为|是)[^。；，]{0,16}?(第一责任人|直接责任人|共同责任人|具体责任人|总责)/gu;
const overall =
  /([\p{Script=Han}、和及]{2,16}?)(?:对[^。；，]{2,20})?负(?:总责|全责|首要责任|主要责任|领导责任|主体责任)/gu;
const leads = /([\p{Script=Han}“”]{2,20}?)(?:牵头(?:负责|组织|实施|抓好|落实)?|具体负责|负责(?!人|同志|任|制|的))/gu;
const appointed = /(?:确定|指定|明确|安排|抽调|配备|设立)(专人|专门人员)/g;
/** （@linmu，3月6日）: an account stands for the person. Addresses and names of packages (@scope/name) are none. */
const account = /(?<![\w.-])@[A-Za-z][\w-]{1,38}(?=[\s，,、；;）)]|$)/g;
const isTitle = new RegExp(`(?:${titlePattern})$`, 'u');
/** 第一巡查组：组长 周卫东，副组长 吴立: the head of a group, parted from the name by a blank. */
const headBehind =
  /(?<=[：:，,；;、][\s\u3000]{0,2})(副)?(?:组|队)长[ \u3000]{1,4}(\p{Script=Han}{2,4})(?=[，,；;。、\s（(]|$)/gu;
/** Such a line names nobody: 明确责任人, 落实具体责任. */
const noName =
  /^(?:明确|落实|确定|强化|压实|层层|具体|领导|主体|工作|责任|分管领导|责任人|各自|其|并|认真|切实|全面|统一)/;

// Signs of which each form has one, without which it is not worth looking for.
const COLON = 1;
const BY = 2;
const DUTY = 4;
const LEAD = 8;
const BRACKET = 16;
const SPECIAL = 32;
const POST = 64;
const ACCOUNT = 128;
const SIGNS = new Uint8Array(65536);
for (const [signs, what] of [
  ['：:', COLON],
  ['由', BY],
  ['责', DUTY],
  ['牵', LEAD],
  ['（(', BRACKET],
  ['专', SPECIAL],
  ['任兼', POST],
  ['@', ACCOUNT],
] as const) {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = what;
}
const dutySign = /第一责任人|直接责任人|共同责任人|具体责任人|总责/g;
const dutyReach = 60;
const overallSign = /负(?:总责|全责|首要责任|主要责任|领导责任|主体责任)/g;
const overallReach = 40;
const leadSign = /牵头|负责/g;
const leadReach = 26;
const colon = /[：:]/g;
/** Longest label with what may stand between it and its colon. */
const labelReach = 40;

/**
 * Those whom a line makes answer for something (domain notes 2.5): labels (责任单位：…), 由…负责, …任组长,
 * 履行第一责任人的职责. 明确分管领导，落实具体责任 names nobody and gives no mention.
 */
export function findParties(text: string): readonly PartyMention[] {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= SIGNS[text.charCodeAt(at)] ?? 0;
  if (signs === 0) return NOBODY;
  const found = new Mentions();
  if (signs & COLON) addAllLabelled(found, text);
  if (signs & BY) eachFrom(text, '由', byWhom, 0, (match) => addByWhom(found, match));
  if (signs & DUTY) {
    for (const match of matchesNear(text, duty, dutySign, dutyReach))
      addDuty(found, match[1] ?? '', match.index, match[0], match[2] ?? '');
    for (const match of matchesNear(text, overall, overallSign, overallReach)) {
      if (isName(lastName(match[1] ?? ''))) addDuty(found, match[1] ?? '', match.index, match[0], '总责');
    }
  }
  if (signs & (LEAD | DUTY))
    for (const match of matchesNear(text, leads, leadSign, leadReach)) addLeading(found, text, match);
  if (signs & BY) eachFrom(text, '由', byWhomActing, 1, (match) => addActing(found, match));
  if (signs & POST)
    for (const { written, at, range, role } of findPostHolders(text)) push(found, written, at, range, { role });
  if (signs & COLON && text.includes('长')) {
    for (const match of text.matchAll(headBehind)) addHead(found, match);
  }
  if (signs & BRACKET) addBracketed(found, text);
  if (signs & ACCOUNT) for (const match of text.matchAll(account)) addAccount(found, match);
  if (signs & SPECIAL) for (const match of text.matchAll(appointed)) addAppointed(found, match);
  return found.inOrder();
}

/** The matches of a sticky pattern that begin at a sign, or at most `before` units in front of it. */
function eachFrom(text: string, sign: string, pattern: RegExp, before: number, use: (match: RegExpExecArray) => void) {
  let from = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (at < from) continue;
    pattern.lastIndex = Math.max(from, at - before);
    const match = pattern.exec(text);
    if (!match) continue;
    use(match);
    from = pattern.lastIndex;
  }
}

type Kind = Pick<PartyMention, 'role' | 'rank' | 'onward' | 'unlike'>;

/** 责任单位：教务处，下同 */
const onward = /[，,、；;]?\s*(?:以)?下(?:列各项|各项)?(?:均)?同\s*$/;

function addByWhom(found: Mentions, match: RegExpExecArray): void {
  const range = { start: match.index, end: match.index + match[0].length };
  const names = (match[1] ?? '').replace(adverbs, '');
  const kind = byRole(match[0], match[2]);
  // Persons are made heads by names of all sorts: 由佘建国任组长.
  const isNamed = kind.role === 'head' || kind.role === 'deputy' || names.split(/[、和及与]/).some(isLikeName);
  addNames(found, names, match.index + 1, range, isNamed ? kind : { ...kind, unlike: true });
}

function isLikeName(name: string): boolean {
  if (endsLikeParty(name) || isVagueName(name) || (isPerson(name) && isLikelyPerson(name))) return true;
  return actingEnd.test(name) || titled.test(name) || titledBefore.test(name);
}

/** Ends of offices and groups that are too common elsewhere to be told by them alone. */
const actingEnd = /[\p{Script=Han}](?:[部组队长员方]|机构|人员|专家)$/u;

/** How it is done, in front of the verb: 由电力公司和国有林场共同负责. */
const adverbs = /(?:具体|全面|统一|共同|分别|主要|亲自|统筹|分工|(?<!负责)同志)+$/u;

function addAppointed(found: Mentions, match: RegExpExecArray): void {
  const name = match[1] ?? '';
  const end = match.index + match[0].length;
  push(found, name, end - name.length, { start: match.index, end }, { role: 'owner' });
}

function addAccount(found: Mentions, { 0: name, index }: RegExpExecArray): void {
  const range = { start: index, end: index + name.length };
  pushName(found, { range, nameRange: range, name, role: 'owner', vague: false });
}

function byRole(words: string, deputy: string | undefined): Kind {
  if (words.endsWith('主任')) return { role: 'head' };
  if (words.endsWith('组长')) return { role: deputy ? 'deputy' : 'head' };
  return { role: words.endsWith('牵头') ? 'leadUnit' : 'responsibleUnit' };
}

/** 责任单位：…，责任人：… – the label behind a list was read with it, and is read again as one. */
function addAllLabelled(found: Mentions, text: string): void {
  for (let from = 0; from < text.length; ) {
    labelledOn.lastIndex = from;
    const match = (from > 0 ? labelledOn.exec(text) : null) ?? nextLabelled(text, from);
    if (!match) return;
    const value = listOf(match, text);
    addLabelled(found, match, value);
    from = match.index + match[0].length - (match[2] ?? '').length + value.length;
  }
}

function nextLabelled(text: string, from: number): RegExpExecArray | null {
  colon.lastIndex = from;
  const sign = colon.exec(text);
  if (!sign) return null;
  labelled.lastIndex = Math.max(from, sign.index - labelReach);
  return labelled.exec(text);
}

/** What stands in front of the next colon is a label: 何斌，联系电话：…, also where no mark parts it: 供水公司完成时限：… */
function listOf(match: RegExpExecArray, text: string): string {
  const written = match[2] ?? '';
  const behind = text.charAt(match.index + match[0].length);
  if (behind !== '：' && behind !== ':') return written;
  const label = nextLabel.exec(written);
  return label ? written.slice(0, label.index) : written.replace(/[，,、\s]?[\p{Script=Han}]{2,8}$/u, '');
}

/** Other things that are said of a task, and those who are. */
const nextLabel = new RegExp(
  `[，,、\\s]?(?:(?:整改|办结|完成|落实|推进|办理|销号)?(?:时限|期限|时间|日期|节点)|(?:联系|办公)?电话|备注|(?:具体|第一|主要|整改)?(?:${labelPattern}))$`,
  'u',
);

function addLabelled(found: Mentions, match: RegExpExecArray, value: string): void {
  const role = roleOfWrittenLabel(match[1] ?? '');
  const written = match[2] ?? '';
  if (!role) return;
  const from = match.index + match[0].length - written.length;
  const all = value.slice(0, endOfList(value));
  const list = all.replace(onward, '');
  const range = { start: match.index, end: from + list.length };
  addNames(found, untilTheNext(list), from, range, { role, ...(list === all ? {} : { onward: true }) });
}

/** 责任人：王立群，完成登记: behind a comma only names go on the list. */
function untilTheNext(list: string): string {
  const pieces = piecesOf(list);
  for (const [at, { start, end }] of pieces.entries()) {
    const before = pieces[at - 1]?.end;
    if (before === undefined || !/[，,]/.test(list.slice(before, start))) continue;
    const next = list.slice(start, end);
    if (!isName(withoutVerb(next)) && !titled.test(next) && !titledBefore.test(next) && !namesWithPosts(next))
      return list.slice(0, before);
  }
  return list;
}

/** 省应急厅牵头, 消防救援总队等部门分工负责: the name of one who is in a list with what it does. */
function withoutVerb(name: string): string {
  if (!/[头合责]$/.test(name)) return name;
  return name.replace(/(?:牵头|配合|(?:等)?(?:各?(?:有关|相关)?(?:部门|单位|科室))?(?:分工|共同|具体)?负责)$/u, '');
}

function addNames(found: Mentions, list: string, from: number, range: Range, kind: Kind): void {
  let hasPost = false;
  for (const { start, end } of piecesOf(list)) {
    const written = list.slice(start, end);
    const posted = namesWithPosts(written);
    if (posted) {
      for (const { name, range: own, post } of posted) {
        const nameRange = { start: from + start + own.start, end: from + start + own.end };
        // 责任单位及责任人：工程部 马俊
        const role = kind.role === 'responsibleUnit' && !endsLikeParty(name) ? 'owner' : kind.role;
        pushName(found, { name, nameRange, range, ...kind, role, ...(post ? { unit: post } : {}), vague: false });
      }
      hasPost = posted.at(-1)?.post !== undefined && !/[）)]$/.test(written);
      continue;
    }
    const name = withoutVerb(written);
    // 王建华　县委副书记、县长: the other post of the same person.
    if (hasPost && (isTitle.test(name) || !isName(name))) continue;
    hasPost = false;
    // 责任单位：教体办牵头，文化站配合: the verb says more than the label.
    const own = name !== written && written.endsWith('牵头') ? ({ ...kind, role: 'leadUnit' } as const) : kind;
    if (name !== '') push(found, name, from + start, range, own);
  }
}

function addHead(found: Mentions, match: RegExpExecArray): void {
  const name = match[2] ?? '';
  const end = match.index + match[0].length;
  if (!isPerson(name)) return;
  push(found, name, end - name.length, { start: match.index, end }, { role: match[1] ? 'deputy' : 'head' });
}

function addDuty(found: Mentions, subject: string, index: number, words: string, rank: string): void {
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
function addLeading(found: Mentions, text: string, match: RegExpMatchArray): void {
  const index = match.index ?? 0;
  const subject = match[1] ?? '';
  if (text.charAt(index - 1) === '由' || /由/.test(subject)) return;
  const name = lastName(subject);
  if (name === '' || noName.test(name)) return;
  const opensClause = index === 0 || /[，。；：、（(,;:\s]/.test(text.charAt(index - 1));
  if (!(endsLikeParty(name) || isVagueName(name) || (opensClause && isPerson(name)))) return;
  const at = index + subject.length - name.length;
  const role = match[0].includes('牵头') ? 'leadUnit' : 'responsibleUnit';
  // 公安局、城管局负责: each of them is told by itself, for whether one of them should lead is another question.
  const others = endsLikeUnit(name) ? unitsInFront(text, at) : [];
  for (const other of others) push(found, other.name, other.range.start, other.range, { role });
  push(found, name, at, { start: at, end: index + match[0].length }, { role });
}

/** 由总务处粉刷墙面: behind 由, a body that is named for certain acts, whatever the verb. */
const unitAtHead =
  /^((?!所在|各自)[\p{Script=Han}]{1,12}?(?:(?<![学百])科|[处股局室站队]|办(?![公事理])|(?<![之其场])所|(?<!法)院|部门|支部|总支|党委|党组|小组|专班|委员会|[居村]委会|中心|公司|学校|幼儿园|合作社|团委|工会|妇联|车间|班组))(?![\p{Script=Han}]{0,1}长|副|书记|主任|秘书|[理置级室内外里中间的及和与、])[\p{Script=Han}]{2}/u;

const deeds =
  /^(?:联系|报告|报送|上报|组织|整理|设置|起草|撰写|带领|督促|列入|登记|通知|检查|核查|复查|汇总|制定|召集|协调)/;

/** 由陆晓燕联系派出所: a person behind 由, where what she does follows her name. */
function personAtHead(words: string): string | undefined {
  return [3, 2]
    .map((length) => words.slice(0, length))
    .find((name) => isLikelyPerson(name) && deeds.test(words.slice(name.length)));
}

/** 由督查室逐项核查: the words behind 由 begin with a body or an office. */
function addActing(found: Mentions, match: RegExpMatchArray): void {
  const words = match[1] ?? '';
  const at = (match.index ?? 0) + match[0].length - words.length;
  // 由教务处牵头: the one name behind 由 was found by its verb; 由教务处 李明 and 由教务处、总务处 are more than one.
  if (found.isTaken({ start: at, end: at + 1 }) && !mayHaveParts(words) && !/\s/.test(words) && !mayHoldTitle(words))
    return;
  const name = subjectIn(words) ?? unitAtHead.exec(words)?.[1] ?? personAtHead(words);
  if (!name) return;
  addNames(found, name, at, { start: at - 1, end: at + name.length }, { role: 'responsibleUnit' });
}

/** Those named in brackets, when the brackets hold nothing but bodies, persons and a time. */
function addBracketed(found: Mentions, text: string): void {
  for (const { name, at, range } of findBracketed(text)) {
    push(found, name, at, range, { role: isPerson(name) ? 'owner' : 'responsibleUnit' });
  }
}

function isName(name: string): boolean {
  return endsLikeParty(name) || isVagueName(name) || isPerson(name);
}

/** The part of a subject behind the last word that cannot belong to a name. */
function lastName(subject: string): string {
  return subject
    .replace(/^.*(?:并由|其中|同时|以及|通过|按照|根据|要求|明确|落实|确定|全面|分别)/u, '')
    .replace(adverbs, '');
}

/** What stands in the place of a name and is none. */
const noNames = new RegExp(
  [
    // 责任人：（空）, and the number of the next paragraph where the label has no name: they name nobody.
    '^[-—–/×Xx_\\s无]+$',
    '^[（(][^（()）]{0,12}[)）]$',
    // 责任单位：城建办公室，7月15日前完成: the list of names has ended.
    '^[0-9０-９]{1,4}[年月日]',
  ].join('|'),
);

function push(found: Mentions, written: string, at: number, range: Range, kind: Kind): void {
  if (noNames.test(written)) return;
  const { name, unit } = mayHoldTitle(written) ? withoutTitle(written) : { name: written };
  const start = at + written.lastIndexOf(name);
  const nameRange = { start, end: start + name.length };
  pushName(found, { range, nameRange, name, ...kind, ...(unit ? { unit } : {}), vague: isVagueName(written) });
}

/** 王立新镇长, 镇长王立新: the name and the office. */
function withoutTitle(written: string): { readonly name: string; readonly unit?: string | undefined } {
  // 企业主要负责人 has no 企业主要 in it.
  const withTitle = titled.exec(written);
  const person = looksLikePerson(withTitle?.[1] ?? '') ? withTitle : undefined;
  const behindTitle = person ? undefined : titledBefore.exec(written);
  // 安全生产委员会办公室 is no 会办公室 who is a 委员.
  const office = endsLikeUnit(behindTitle?.[2] ?? '') ? undefined : behindTitle;
  return { name: person?.[1] ?? office?.[2] ?? written, unit: person?.[2] ?? office?.[1] };
}

function pushName(found: Mentions, mention: PartyMention): void {
  if (!found.isTaken(mention.nameRange)) found.add(mention);
}
