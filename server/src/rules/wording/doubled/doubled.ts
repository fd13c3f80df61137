import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { unitsOf } from '../../../text/units.ts';
import { isWord, wordBoundaries } from '../segments.ts';
import { isSetPhrase } from '../wrong-words/set-phrases.ts';
import words from './doubled.yaml';
import { isLeftOver, isNamed, isSplitBehind } from './left-over.ts';
import { DOUBLED_PLAN, DOUBLED_UNIT, DOUBLED_WORD, LONGEST_WORD, repeatsIn } from './repeats.ts';

interface DoubledWords {
  readonly characters: Readonly<Record<string, { readonly after: string; readonly before: string }>>;
  readonly begins: readonly string[];
  readonly verbs: readonly string[];
  readonly beforeVerbs: string;
  readonly actors: string;
  readonly hows: readonly string[];
  readonly tails: Readonly<Record<string, string>>;
  readonly reduplicated: readonly string[];
  readonly nounsAndVerbs: readonly string[];
  readonly states: readonly string[];
  readonly noTurns: readonly string[];
  readonly suffixes: string;
  readonly officeWords: readonly string[];
}

const lists = words as DoubledWords;
const { characters, begins, verbs, beforeVerbs, actors, hows, reduplicated, nounsAndVerbs, suffixes, officeWords } =
  lists;
const states: ReadonlySet<string> = new Set(lists.states);
const noTurns: ReadonlySet<string> = new Set(lists.noTurns);
/** A word that begins with the second of the two: 并对|对讲机. */
const beginsLonger = new RegExp(`^(?:${begins.join('|')})`);
/** Of such a word these many units are looked at. */
const LONGER = 5;
const known = new Set(officeWords);

/** Words that were typed twice, and the range of the copy that is too many. */
export interface Doubling {
  /** Both copies. */
  readonly range: Range;
  readonly word: string;
  /** The second copy. */
  readonly surplus: Range;
  readonly kind: 'character' | 'verb' | 'left-over' | 'word';
}

/** What may follow each of the words that end in a doubled character. */
const tails = new Map(Object.entries(lists.tails).map(([word, behind]) => [word, new RegExp(`^(?:${behind})`)]));
/** By their first character, which is typed twice. */
const verbsByHead = new Map<string, readonly string[]>();
for (const verb of verbs) verbsByHead.set(verb.charAt(0), [...(verbsByHead.get(verb.charAt(0)) ?? []), verb]);
const onlyHan = /^\p{Script=Han}+$/u;
const deliberate = new Set([...reduplicated, ...nounsAndVerbs]);
const han = /\p{Script=Han}/u;

/**
 * The slips of the keyboard in a text: 在在, 要要, 开开展, 领导班子领导班子. What may be good Chinese
 * (主要要求, 实实在在, 一项一项, 党组织组织) is left alone.
 * @returns in order of position, no two of them overlapping
 */
export function findDoublings(text: string, kinds: number = repeatsIn(text)): readonly Doubling[] {
  if ((kinds & (DOUBLED_UNIT | DOUBLED_WORD | DOUBLED_PLAN)) === 0) return NONE;
  const found: Doubling[] = [];
  if ((kinds & DOUBLED_UNIT) !== 0) found.push(...doubledUnits(text));
  if ((kinds & DOUBLED_WORD) !== 0) found.push(...doubledWords(text), ...doubledAmounts(text));
  if ((kinds & DOUBLED_PLAN) !== 0) found.push(...doubledGenres(text));
  if (found.length < 2) return found;
  found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return found.filter((doubling, at) => at === 0 || doubling.range.start >= (found[at - 1]?.range.end ?? 0));
}

const NONE: readonly Doubling[] = [];

/** 防汛工作方案实施方案: a paper is one of them. Behind 》 it carries out another. */
const doubledGenre = /(?:工作|活动|实施)方案((?:工作|活动|实施)方案)/g;

function doubledGenres(text: string): Doubling[] {
  return matchesOf(text, doubledGenre).map(({ 0: raw, 1: word = '', index }) => {
    const end = index + raw.length;
    return { range: { start: index, end }, word: raw, surplus: { start: end - word.length, end }, kind: 'word' };
  });
}

/** 24小时24小时, 2025年2025年. Elsewhere an amount comes again for good reason: 每组5人5人. */
const doubledAmount = /(?<![0-9.])([0-9]{1,4}(?:小时|分钟|个月|个工作日|周|天|年|月|日))\1/g;

function doubledAmounts(text: string): Doubling[] {
  return matchesOf(text, doubledAmount).map(({ 1: word = '', index }) => doubling(index, word, 'word'));
}

/** 在在, 开开展, 令行禁止止, 及时时反馈: what may be wrong where a unit stands twice in a row. */
function doubledUnits(text: string): Doubling[] {
  const found: Doubling[] = [];
  for (let at = 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== text.charCodeAt(at - 1) || isNamed(text, at - 1) || isGroupHead(text, at)) continue;
    const one =
      doubledCharacter(text, at - 1) ??
      doubledVerb(text, at - 1) ??
      doubledEnd(text, at) ??
      doubledTail(text, at) ??
      leftOver(text, at - 1);
    if (one) found.push(one);
  }
  return found;
}

/** 领导小组组  长：王明: the title is written wide. @param at the second one */
const isGroupHead = (text: string, at: number): boolean =>
  text.charAt(at) === '组' && /^[ \u3000]*长/.test(text.slice(at + 1, at + 6));

function doubledCharacter(text: string, index: number): Doubling | undefined {
  const character = text.charAt(index);
  const known = characters[character];
  if (!known) return undefined;
  const previous = text.charAt(index - 1);
  const next = text.charAt(index + 2);
  if (character === '的' && subject.test(text.slice(Math.max(0, index - 3), index))) return undefined;
  // 实实在在, 的的确确: two doublings side by side are a figure of speech.
  const figure =
    previous === character || next === character || isDoubledAt(text, index - 2) || isDoubledAt(text, index + 2);
  if (figure || (previous && known.after.includes(previous)) || (next && known.before.includes(next))) return undefined;
  if (belongsToWords(text, index) || beginsLonger.test(text.slice(index + 1, index + 1 + LONGER))) return undefined;
  return doubling(index, character, 'character');
}

/** 保险标的|的安全: what a contract is about. 未达标|的的 and 目标|的的 have one 的 too many. */
const subject = /(?:保险|合同|诉讼|交易|投资|拍卖)标$/;

const PHRASE = 4;
/** What shows that the phrase is over; any other character may make a word with the second one. */
const behindPhrase = /^(?:$|[^\p{Script=Han}]|[的和与及等])/u;

/** 令行禁止止: the last character of a set phrase, typed once more at the end of it. @param at the second one */
function doubledEnd(text: string, at: number): Doubling | undefined {
  const character = text.charAt(at);
  if (text.charAt(at + 1) === character || text.charAt(at - 2) === character || isSplitBehind(text, at - 1))
    return undefined;
  if (!isSetPhrase(text.slice(Math.max(0, at - PHRASE), at)) || !behindPhrase.test(text.slice(at + 1, at + 3)))
    return undefined;
  return doubling(at - 1, character, 'character');
}

/** 及时时反馈, 按时时上报: the last character of such a word, typed once more; 定期|期满 and 及时|时长 are two words. */
const tail = /^(?:[及按准]时时|定期期|积极极|严格格|广泛泛|逐步步|加强强|推进进|落实实|完善善)(?=[一-龥])/;

/** @param at the second one of the two */
function doubledTail(text: string, at: number): Doubling | undefined {
  const index = at - 2;
  if (index >= 0 && endsKnownWord(text, at)) return doubling(at - 1, text.charAt(at), 'character');
  if (index < 0 || !tail.test(text.slice(index, at + 2))) return undefined;
  const behind = text.slice(at, at + 2);
  const isRun = text.charAt(index) === text.charAt(index - 1);
  return isRun || beginsWord.test(behind) || isWord(behind)
    ? undefined
    : doubling(at - 1, text.charAt(at), 'character');
}

/** Behind a word that is over: a mark, or words that join on to it. */
const surelyApart = /^(?:[，。；、：）]|由|的|和|与|及|等|负责|要|应|须|按时|生产|工作|制度|活动|管理)/;

/** 经费费由, 安全全生产: a word of the list, and behind the surplus character nothing that begins with it. */
function endsKnownWord(text: string, at: number): boolean {
  const behind = tails.get(text.slice(at - 2, at));
  // 安安全全, 高度度度: a figure of speech.
  if (!behind || text.charAt(at - 3) === text.charAt(at - 2) || text.charAt(at + 1) === text.charAt(at)) return false;
  // 道路|路侧, 学校|校纪: more words begin so than any list has. What ends a clause or joins on begins none.
  return surelyApart.test(text.slice(at + 1, at + 4)) && !behind.test(text.slice(at + 1, at + 3));
}
/** What the dictionary of the platform may not know. */
const beginsWord =
  /^(?:时[间段长候刻限机效代空点序]|期[限间满末中货]|步[骤入伐行]|进[度展入行程一]|实[施际效事地训验现绩处情名时物测]|强[化度制调])/;

/** 整治成果果制度化, 安全指指标. What may be a word by itself has lists of its own. */
const leftOver = (text: string, index: number): Doubling | undefined =>
  !characters[text.charAt(index)] && isLeftOver(text, index)
    ? doubling(index, text.charAt(index), 'left-over')
    : undefined;

function isDoubledAt(text: string, index: number): boolean {
  const character = text.charAt(index);
  return index >= 0 && character === text.charAt(index + 1) && han.test(character);
}

function doubledVerb(text: string, index: number): Doubling | undefined {
  const head = text.charAt(index);
  const verb = verbsByHead.get(head)?.find((one) => text.startsWith(one, index + 1));
  if (verb === undefined) return undefined;
  // 认认真真: the second character is doubled as well.
  const figure = text.charAt(index + 1 + verb.length) === verb.at(-1);
  return !figure && mayBegin(text, index) && !ownBeginning.test(text.slice(index, index + LONGER))
    ? doubling(index, head, 'verb')
    : undefined;
}

/** 对|对照检查材料: a preposition, and a word that begins with the same character. */
const ownBeginning =
  /^把把[握关控脉门手]|^应应[对急答用]|^处处[置理罚分]|^管管[理控]|^督督[查导促办学]|^对对照(?:[组品表班样群]|检查|剖析|实验|材料)|^统统一[样律]|^做做好[事人]/;

/** Whether a clause or a verb may begin at `index`. */
function mayBegin(text: string, index: number): boolean {
  const previous = text.charAt(index - 1);
  if (!han.test(previous) || beforeVerbs.includes(previous)) return true;
  if (!actors.includes(previous) && !hows.some((how) => text.endsWith(how, index))) return false;
  // 村|组|组织: villages and their groups.
  return text.charAt(index) !== '组' && !isWord(text.slice(index - 1, index + 1));
}

function doubledWords(text: string): Doubling[] {
  const found: Doubling[] = [];
  for (let at = 0; at < text.length - 3; at++) {
    const length = doubledLength(text, at);
    if (length === 0) continue;
    const word = text.slice(at, at + length);
    if (!onlyHan.test(word)) continue;
    if (!isDeliberate(text, at, word) && (isOpened(word) || !cutsWords(text, at, length)))
      found.push(doubling(at, word, 'word'));
    at += 2 * length - 1;
  }
  return found;
}

/** Units of the longest word at `at` that stands there twice; 0 when none does. Compares units, as a back reference is slow. */
function doubledLength(text: string, at: number): number {
  const units = unitsOf(text);
  const first = units[at];
  const second = units[at + 1];
  for (let length = Math.min(LONGEST_WORD, (text.length - at) >> 1); length >= 2; length--) {
    if (units[at + length] !== first || units[at + length + 1] !== second) continue;
    let same = 2;
    while (same < length && units[at + same] === units[at + length + same]) same++;
    if (same === length) return length;
  }
  return 0;
}

const behindOrdinal = /(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[一二三四五六七八九十]、|[0-9][.．、])[ \u3000]?$/;

function isDeliberate(text: string, index: number, word: string): boolean {
  const end = index + 2 * word.length;
  if (new Set(word).size === 1) return true;
  // （一）竞赛内容竞赛内容包括…: a heading, and the sentence that was pasted behind it.
  if (word.length >= 4 && behindOrdinal.test(text.slice(Math.max(0, index - 5), index))) return true;
  // 一项一项, 逐条逐条, 又一次又一次, 百分之百; but 每月每月 and 一般一般 go by no turns.
  if (
    (!isOpened(word) && /^[一逐又越边半时每某几两]/.test(word) && !noTurns.has(word)) ||
    (/^\S一\S$/.test(word) && word !== '进一步') ||
    /[一二三四五六七八九十百千万亿]{2}/.test(word) ||
    turnsOn.test(word) ||
    isCalled(text, index, end)
  )
    return true;
  // 第三支部支部书记, 期末考试考试范围: the second one belongs to what follows.
  if (ownHeads[word]?.test(text.slice(end)) === true) return true;
  // 属于集体的土地的土地承包经营权
  if (word.length === 3 && word.startsWith('的') && han.test(text.charAt(end))) return true;
  // 学习学习再学习; a third copy is a slogan or a list.
  if (/^(?:再|，再|又)/.test(text.slice(end, end + 2)) || text.startsWith(word, end)) return true;
  // 上一年度|年度报告
  if (word === '年度' && /[一上本该两各]$/.test(text.slice(0, index))) return true;
  // 活动活动筋骨, 工作工作再工作
  if (word === '活动' || word === '工作') return !isHeadedBy(text, index, end);
  if (word === '办公')
    return !/^[室厅会]/.test(text.slice(end)) || /(?:集中|合署|联合|现场)$/.test(text.slice(0, index));
  // 安全安全生产 may only be a slogan that calls: 安全安全，牢记心间.
  if (states.has(word)) return !han.test(text.charAt(end));
  // 党组织组织 has two words in it, 信访局组织组织 has one that was typed twice.
  if (word === '组织' && /[局办府厅校院处]/.test(text.charAt(index - 1))) return false;
  if (word.length > 2) return deliberate.has(word.slice(-2)) && deliberate.has(word.slice(0, 2));
  return (deliberate.has(word) && !isInName(text, index, word)) || endsLongerWord(text, end);
}

/** 教育教育|局 has a word of three characters in it; 小组小组|办公室 has none. */
const endsLongerWord = (text: string, end: number): boolean =>
  suffixes.includes(text.charAt(end) || '\n') && !text.startsWith('办公', end);

/** 说着说着, 太多太多 */
const turnsOn = /^(?:.着|[太很好][多少大小高低长远快慢久])$/;
/** 干部干部，要干字当头: called out at the head of a sentence. */
const isCalled = (text: string, index: number, end: number): boolean =>
  text.charAt(end) === '，' && /(?:^|[。！？：“）、])$/.test(text.slice(Math.max(0, index - 1), index));
const ownHeads: Readonly<Record<string, RegExp>> = {
  支部: /^书记/,
  考试: /^(?:安排|范围|时间|须知|科目|大纲|规则|说明|内容|纪律)/,
};

/** 到户外活动活动 */
const whereOneMoves = /[外内来去下上]$|自由|适当|经常|一起/;

/** 四、工作工作要求, 班主任工作工作手册: a word stands behind the two that they belong to. */
function isHeadedBy(text: string, index: number, end: number): boolean {
  const behind = text.slice(end, end + 2);
  const before = text.slice(Math.max(0, index - 2), index);
  // 创建活动活动。
  if (!han.test(text.charAt(end)))
    return before.endsWith('”') || (/^[一-龥]{2}$/.test(before) && isWord(before) && !whereOneMoves.test(before));
  if (!/^[一-龥]{2}$/.test(behind) || /^[筋身手腿一]/.test(behind)) return false;
  return /[一-龥]/.test(text.charAt(index - 1)) || (!/^[再就要更也还又]/.test(behind) && isWord(behind));
}

/** 在规定时限内在规定时限内, 各班班主任各班班主任: what such a word opens comes again by no figure of speech, wherever the dictionary cuts. */
const isOpened = (word: string): boolean => word.length >= LONG && /^[在于按对从由经以为将把向各]/.test(word);
const LONG = 5;

/** Who does something: 由分管领导领导工作. */
const doers = new Set(['领导', '组织', '代表']);
const nameEnd = /^(?:工作|活动)(?=$|[^一-龥]|[的和与及等])/;

/** What ends a name or a remark, and no verb can have in front of it: 的通知》, 警示教育4次. */
const nameIsOver = /^(?:[》”（(]|[0-9]{1,4}[次份人名件篇期条项个])/;
/** What a verb of two characters does not act on, though a noun often stands in front of it. */
const nounHead = /^(?:时间|阶段|周期|经费|进度|方案|结果|成果|制度|机制|体系|小组|科室)/;
const clauseEnd = /^(?:$|[。；，！])/;
/** Other items of such a list that are doubled as well: 讨论讨论、检查检查. */
const doubledBefore = /(..)\1、$/;
const doubledBehind = /^、(..)\1/;

/** 动员、部署部署、检查 */
const isListed = (before: string, behind: string): boolean =>
  (before.endsWith('、')
    ? /^[、和及与等。；，]/.test(behind)
    : !han.test(before.slice(-1)) && behind.startsWith('、')) &&
  !doubledBefore.test(before) &&
  !doubledBehind.test(behind);

/**
 * 科普宣传宣传工作, 的通知通知》, （四）检查检查阶段: what stands there is a name, which has no verb in it, and one of the two is too
 * many.
 */
function isInName(text: string, index: number, word: string): boolean {
  if (!nounsAndVerbs.includes(word)) return false;
  const behind = text.slice(index + 2 * word.length, index + 2 * word.length + 6);
  if (word === '领导' && /^(?:小组|班子)/.test(behind)) return true;
  if (word === '生产' && text.endsWith('安全', index)) return true;
  if (doers.has(word)) return false;
  if (nameEnd.test(behind.slice(0, 3)) || nameIsOver.test(behind)) return true;
  const before = text.charAt(index - 1);
  if (isListed(text.slice(0, index), behind)) return true;
  return (before === '的' && clauseEnd.test(behind)) || (!han.test(before) && nounHead.test(behind));
}

function doubling(index: number, word: string, kind: Doubling['kind']): Doubling {
  const middle = index + word.length;
  const end = middle + word.length;
  return { range: { start: index, end }, word, surplus: { start: middle, end }, kind };
}

/** 主要|要求: one of the two characters at `index` is part of a longer word. */
function belongsToWords(text: string, index: number): boolean {
  const boundaries = wordBoundaries(text, index, 2);
  if (!boundaries?.has(index + 1)) return false;
  return !boundaries.has(index) || !boundaries.has(index + 2);
}

/**
 * 构建|共建: whether a word begins in front of the two copies and ends in the first. It does not where the rest of the two would
 * be no words: 重大事故事故 is no 大事|故事.
 */
const reachesIn = (text: string, index: number, length: number): boolean =>
  isWord(text.slice(index - 1, index + 1)) && (length > 2 || isWord(text.slice(index + 1, index + 3)));

/** 构建|共建|共治: what looks like a word twice begins or ends in the middle of words. */
function cutsWords(text: string, index: number, length: number): boolean {
  const end = index + 2 * length;
  const boundaries = wordBoundaries(text, index, 2 * length + 2);
  // 廉政廉政教育: what follows is a word of its own, though 政教 is one as well.
  const isApart = length === 2 && boundaries?.has(end + 1) === false && boundaries.has(end + 2);
  const joins =
    (boundaries?.has(index - 1) !== false && reachesIn(text, index, length)) ||
    (!isApart && isWord(text.slice(end - 1, end + 1)));
  // 层层压实压实责任: two copies of such a word are one too many, though 层压 is a word as well.
  if (known.has(text.slice(index, index + length))) return !isApart && isWord(text.slice(end - 1, end + 1));
  if (!boundaries) return joins;
  // 建共 in 构建共建共治 is no word at all, whatever the dictionary makes of its neighbours.
  if (length === 2 && !isWord(text.slice(index, index + 2))) return true;
  return ![index, index + length, end].every((at) => boundaries.has(at)) || joins;
}
