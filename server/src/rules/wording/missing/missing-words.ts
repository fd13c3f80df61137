import type { NumberToken } from '../../../numbering/token.ts';
import { bracketPairs } from '../../../plan/line/brackets.ts';
import type { Sentence } from '../../../plan/line/sentences.ts';
import { anyOf } from '../../../text/any-of.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { type Hints, hint, hintsOf, matchesIn, mayHold, pairsOf } from '../hints.ts';
import { wordBoundaries } from '../segments.ts';
import lists from './missing-words.yaml';

export type MissingKind =
  | 'opener' // 前段学习的基础上
  | 'frame' // 在广泛征求意见，…
  | 'tail' // 在各方的共同努力，
  | 'partner' // 将…相结合
  | 'object' // 为…提供。
  | 'dangling' // 由于。
  | 'conjunction' // 村及从
  | 'than' // 不少3次
  | 'verb' // 为创和谐…
  | 'cut' // 党的十八报告
  | 'theme'; // 开展“…”为主题的, 以…为主向…为主的转变

/** A place where a word is missing. Indexes count from the start of the line. */
export interface MissingWord {
  readonly kind: MissingKind;
  readonly range: Range;
  readonly words: string;
  /** What is probably missing, and where it would stand. */
  readonly missing: string;
  readonly at?: number;
  /** It ends with its text: a cell may, another line was wrapped there. */
  readonly last?: true;
  /** It begins its text: where a paragraph begins with it, it is cut. */
  readonly first?: true;
}

interface Lists {
  readonly frameVerbs: readonly string[];
  readonly frameManners: readonly string[];
  readonly frameActs: readonly string[];
  readonly frameTalks: readonly string[];
  readonly frameResults: readonly string[];
  readonly framePlacers: readonly string[];
  readonly supports: readonly string[];
  readonly guides: readonly string[];
  readonly aims: readonly string[];
  readonly aimVerbs: readonly string[];
  readonly movers: readonly string[];
  readonly measured: readonly string[];
  readonly behindBase: readonly string[];
  readonly closers: readonly string[];
  readonly closingWords: readonly string[];
  readonly openers: readonly string[];
  readonly dangling: readonly string[];
  readonly endings: Readonly<Record<string, readonly string[]>>;
}

const all = lists as unknown as Lists;
const { frameVerbs, behindBase, closers, closingWords, openers, dangling, endings } = all;

/** What closes the frame, where it is not 下. */
const closing: Readonly<Record<string, string>> = { 基础: '上', 过程: '中' };

/** What the kinds below need. */
const needs = {
  sentence: hint([
    '础上',
    '相结',
    ...[...frameVerbs, ...all.frameManners].map((verb) => `在${verb.charAt(0)}`),
    ...pairsOf('力持导合助心础提程况件', '，,'),
    ...pairsOf('础提', behindBase.map((verb) => verb.charAt(0)).join('')),
  ]),
  greater: hint(['大对']),
  grade: hint(['级、']),
  concerned: hint(pairsOf('将就', '关')),
  caseOf: hint(pairsOf('如若', '特突紧意异')),
  noVerb: hint(pairsOf('大', '检排清扫')),
  manner: hint(pairsOf('方', '进开组')),
  uncombined: hint(pairsOf('相', '，。；')),
  object: hint(pairsOf('供', '。；')),
  dangling: hint(pairsOf(dangling.map((word) => word.slice(-1)).join(''), '。；！？')),
  conjunction: hint(pairsOf('及和与', '，。；从')),
  than: hint(pairsOf('少低', '0123456789')),
  turn: hint(['主向']),
  theme: hint(pairsOf('”、和与', '为')),
  verb: hint(pairsOf('为', '创构营')),
  rested: hint([...all.supports, ...all.aims, '指导'].map((word) => `为${word.charAt(0)}`)),
  moved: hint(pairsOf(all.measured.map((word) => word.slice(-1)).join(''), '，。；')),
};

const withoutOpener = /^[一-龥]{2,14}的基础上(?=[，,])/;
const opener = new RegExp(`^(?:${anyOf(openers)})|在|于(?!是)|立足|站|基于`);
const frame = new RegExp(`(?:^|[，：]|(?:[一二三四五六七八九十]|尤其|特别)是?要?)(在(?:${anyOf(frameVerbs)}))`);
/** 在线学习时间, 在校生, 在建项目, 在岗人员: 在 begins a word and opens no frame. */
const notOpen =
  '于|[线职册案逃押籍售]|校(?:学生|[师生人])|岗(?![前位])|建(?:项目|[的工楼])|编[的人教在不]|读[的学研硕博]';
const tailEnd = /[力持导合助心础提程况件][，,]/;
/** 在各方的共同努力，: the verb in front (体现在…) or 于 makes it something else. */
const tail = new RegExp(
  `(?:^|[，。；：、）.．\\s])(在(?!${notOpen})[^，。；：、,;:]{1,24}?(?:(?:共同|大力|正确|坚强|亲切|统一|密切|积极|直接|有力|精心|关心)(?:努力|支持|领导|配合|指导|帮助|关心)|(?:基础|前提|过程|(?<!具备|符合)的(?:情况|条件))))(?=[，,])`,
  'g',
);
/** 在各地自评的基础进行复评: 上 is lost in front of the verb. */
const ofBase = /的(?:基础|前提)/;
const unclosed = new RegExp(
  `(?:^|[^存现所正潜内外旨对])(在(?!${notOpen})[^，。；：、,;:]{1,24}?的(?:基础|前提))(?=${anyOf(behindBase)})`,
  'g',
);
/** 在…的支持，各方的配合下，: closed behind the comma. */
const closedLater = /^[，,][^。；]{0,30}?[上下中](?:[，,。]|$)/;
const closer = new RegExp(
  `${anyOf(closers)}|(?:${anyOf(closingWords)})(?=[，。；、：！）]|$|[的要下见求取有实狠用出作再先]|求得|取得|做到)`,
);
const partner = /(?:将|把)([^，。；、]{2,24}?)(?:紧密|有机)?相结合/;
/** 把理论学习与实地观摩相，: 结合 is lost. 把视频与图片互相，: a word that ends so is whole. */
const uncombined =
  /(?:将|把)[^，。；、：]{2,16}[与和同][^，。；、：]{2,16}(?<![互真亮首面照长本洋宰丞卖品月变金单两三固液气物吃睡站坐福属生星手色破看老扮凶识实法世百众群怪惨递竞争交])相(?=[，。；])/g;
const partnerWord = /[与和同跟及、]|之间|双方|两者|二者|相互/;
const noObject = /(?:^|[，；])为([^，。；由所]{2,20})提供[。；]/;
const passive = /由|所需|均|统一|负责|可|经费|资料|[费用]{2}/;
const danglingEnd = new RegExp(`(?:${anyOf(dangling)})(?=[。；！？])`, 'g');
/** （A+B）的和。 is a sum. */
const conjunction = /(?:[及与]|(?<!的)和)(?=[，。；]|从[0-9]{4}年)/g;
const than = /不[少低](?=[0-9]{1,4}(?:次|篇|小时|个小时|学时|课时|家|场|期|人次|%|％|天))/g;
const cutVerb =
  /(?<=[，。；]|^)为([创构营])(?=(?:和谐|良好|平安|浓厚|文明|优良|美好)[^，。；]{0,14}(?:提供|作出|做出|奠定|创造))/g;
/** 加大对施工现场的检查。: what is made greater is the force of it. */
const greater =
  /(?<=加大)对[^，。；“”、]{2,24}的(?:(?:培训|演练|宣传|检查|抽查|督查|督导|巡查|执法|分析|研判|指导){1,3})(?=[，。；]|$)/g;
/** 2016级、2017、2018级 */
const grade = /(?<=20[0-9]{2}级、)20[0-9]{2}(?=、20[0-9]{2}级)/g;
/** 现将关事宜通知如下 */
const concerned = /(?<=现将|现就)关(?=事[宜项])/g;
/** 如特殊情况不能参加: 有 is lost. （如突发情况、停电） gives examples. */
const caseOf =
  /(?<=^|(?<!原因|情形|事项)[，。；：）])(?:如|若|倘若)(?=(?:特殊|突发|紧急|意外|异常)情况(?:，|[一-龥]{0,3}(?:不能|无法|未能|需|须|会|可|请|另|应|要|将|确)))/g;
/** 对辖区企业安全大检查。: what is done to it is a noun, and wants its verb. */
const noVerb =
  /(?<=^|[，。；：]|[前后日月年期间])对(?![照于应标这本此该])(?:[一-龥、](?<![进行开展组织做作的了加以予])){2,16}大(?:检查|排查|清查|扫除)(?=$|[，。；])/g;
/** 采用非闭卷方进行 */
const manner =
  /(?<=(?:采用|采取)[^，。；]{0,10}(?:卷|问答|座谈|笔试|面试|抽签|投票|答辩|线上|线下)方)(?=进行|开展|组织)/g;
/** 开展“绿色消费”“绿色生活”为主题的活动: 以 is missing in front of the quotation. */
const theme = /(?:开展|举办|举行|组织)(?:了|好)?((?:“[^“”]{1,30}”[、和与]?){1,6})为主题(?=的)/g;
/** 推动以指定参加为主向自愿参加为主的转变: from where it turns is said with 由. */
const turn = /(?<![由从])以[^，。；、]{2,12}为主向[^，。；、]{2,12}为主的?转[变型]/g;
/** 县安委办在广泛征求意见，梳理形成…: what comes of it shows that the frame should be over at the comma. */
const inManner = `在(?:${anyOf(all.frameManners)})地?(?:开展)?`;
const settled = new RegExp(
  `(?:(?:^|[，：])(?=${inManner}(?:${anyOf(all.frameActs)}))|(?:${anyOf(all.framePlacers)})(?=${inManner}(?:${anyOf(all.frameTalks)})))(在[^，。；：]{4,30})，[^，。；：]{0,6}(?:${anyOf(all.frameResults)})[^，；]*`,
);
/** It is over, at its comma or behind what came of it: …，形成初稿的基础上. */
const closedBy = /基础|过程|同时|前提|期间|之际|[后前时中上下里]，|，.*(?:[后前中]|时(?![限间期段效机代]))|目前|当前/;

/** What a sentence rests on: 思想为指导，, 创建为抓手，, 提升安全感为目标，. */
const rested = new RegExp(
  `(?:(?:${anyOf(all.guides)})为指导|(?<![成作列定选确视评设划认当变转称改是均都仅皆])为(?:${anyOf([...all.supports, ...all.aims])}))(?=，)`,
  'g',
);
const isGuide = /为指导$/;
const isAim = new RegExp(`为(?:${anyOf(all.aims)})$`);
const aimVerb = new RegExp(`^(?:${anyOf(all.aimVerbs)})`);
/** What would make the frame whole, or rests in its place. */
const restsOn = /[以由将把作坚让使请用拿]|变[^，]{1,8}为|遵循|按照|根据|围绕|秉承|秉持|确立|高举/;
/** 活动为载体，制度为保障: short words side by side, as on a banner. */
const sideBySide = /^，[^，。；]{2,12}为[^，。；]{2,4}[，。；]/;
const alsoSo = /[一-龥]{2}为[一-龥]{2,4}，$/;
const leader = /习近平|毛泽东|邓小平|思想|理论|主义|发展观/;

/** 推动本质安全水平。, with nothing in between that is done or becomes. */
const moved = new RegExp(
  `(?<=^|[，。；：、）]|进一步|不断|持续|有效|有力|全面|切实|着力|大力|从而|更好地|以)(?:${anyOf(all.movers)})(?:[一-龥](?<![提升增强扩高加抓注重关确达迈转向从到成实建打完改优拓推促让使为以将把由在比看追求赶超换保守严创]))+(?<=${anyOf(all.measured)})(?=[。；]|，(?![^。；]{0,12}[提升增强高扩]))`,
  'g',
);
/** 提高指导实践、推动工作的能力: it is raised in front already. */
const raises = /提高|提升|增强|锻炼|培养|具备|具有/;
const clauseBefore = (text: string, end: number): string => /[^，。；]*$/.exec(text.slice(0, end))?.[0] ?? '';
const whole: Readonly<Record<string, string>> = { 创: '创建', 构: '构建', 营: '营造' };

const NONE: readonly never[] = [];

/** The places of a line where a frame is left open or a sentence breaks off, in order of position. */
export function findMissingWords(
  text: string,
  number: NumberToken | undefined,
  sentencesOf: () => readonly Sentence[],
  hints: Hints = hintsOf(text),
): readonly MissingWord[] {
  const found = inLine(text, hints);
  if (mayHold(hints, needs.sentence)) {
    const head = number?.range.end ?? 0;
    const inFrames: MissingWord[] = [];
    for (const { text: sentence, range } of sentencesOf()) {
      const from = Math.max(0, head - range.start);
      inFrames.push(...inSentence(sentence.slice(from), range.start + from));
    }
    found.unshift(...inFrames);
  }
  return found.length > 1 ? found.sort((a, b) => a.range.start - b.range.start) : found;
}

function inSentence(sentence: string, offset: number): MissingWord[] {
  const found: MissingWord[] = [];
  const place = (kind: MissingKind, start: number, end: number, missing: string, at?: number) =>
    found.push({
      kind,
      range: { start: offset + start, end: offset + end },
      words: sentence.slice(start, end),
      missing,
      ...(at === undefined ? {} : { at: offset + at }),
    });
  const base = withoutOpener.exec(sentence)?.[0];
  if (base !== undefined && !opener.test(base)) place('opener', 0, base.length, '在', 0);
  const open = frame.exec(sentence);
  const words = open?.[1];
  if (open && words !== undefined) {
    const start = open.index + open[0].length - words.length;
    const rest = /^[^；]*/.exec(sentence.slice(start))?.[0] ?? '';
    // The frame must run on over a mark: 在全面落实责任。 may be an answer, 在…，… is a frame.
    if (/[，、]/.test(rest) && !closer.test(rest))
      place('frame', start, start + clauseLength(rest), '……的基础上（中、方面）');
  }
  const over = found.some((one) => one.kind === 'frame') ? null : settled.exec(sentence);
  if (over && !closedBy.test(over[0]) && !/基础上/.test(sentence.slice(over.index))) {
    const start = sentence.indexOf(over[1] ?? '', over.index);
    place('frame', start, start + (over[1] ?? '').length, '……的基础上（中、方面）');
  }
  for (const { 0: whole, 1: cut = '', index } of tailEnd.test(sentence) ? matchesOf(sentence, tail) : NONE) {
    const end = index + whole.length;
    const start = end - cut.length;
    if (!closedLater.test(sentence.slice(end)) && !found.some((one) => one.kind === 'frame'))
      place('tail', start, end, closing[cut.slice(-2)] ?? '下', end);
  }
  for (const { 0: whole, 1: cut = '', index } of ofBase.test(sentence) ? matchesOf(sentence, unclosed) : NONE) {
    const end = index + whole.length;
    place('tail', end - cut.length, end, cut.endsWith('基础') ? '上' : '下', end);
  }
  for (const clause of clausesOf(sentence)) {
    const together = partner.exec(clause.text);
    if (together && !partnerWord.test(together[1] ?? '')) {
      const start = clause.start + together.index;
      place('partner', start, start + together[0].length, '与……');
    }
  }
  return found;
}

function clauseLength(text: string): number {
  const end = text.search(/[，。；、]/);
  return end < 0 ? text.length : end;
}

function clausesOf(sentence: string): readonly { readonly text: string; readonly start: number }[] {
  if (!sentence.includes('相结合')) return [];
  return matchesOf(sentence, /[^，。；]+/g).map(({ 0: text, index }) => ({ text, start: index }));
}

function inLine(text: string, hints: Hints): MissingWord[] {
  const found: MissingWord[] = [];
  const where = matchesIn(text, hints);
  const place = (kind: MissingKind, start: number, end: number, missing: string, at?: number) =>
    found.push({
      kind,
      range: { start, end },
      words: text.slice(start, end),
      missing,
      ...(at === undefined ? {} : { at }),
    });
  for (const { 0: words, index } of where(needs.greater, greater))
    place('than', index, index + words.length, '力度', index + words.length);
  for (const { 0: year, index } of where(needs.grade, grade))
    place('cut', index, index + year.length, '级', index + year.length);
  for (const { index } of where(needs.concerned, concerned)) place('cut', index, index + 3, '有', index);
  for (const { 0: word, index } of where(needs.caseOf, caseOf))
    place('cut', index, index + word.length + 4, '有', index + word.length);
  for (const { 0: words, index } of where(needs.noVerb, noVerb)) {
    const noun = words.search(/(?:安全|卫生|隐患|专项|全面)?大(?:检查|排查|清查|扫除)$/);
    place('verb', index, index + words.length, '进行', index + noun);
  }
  for (const { 0: words, index } of where(needs.uncombined, uncombined))
    place('cut', index, index + words.length, '结合', index + words.length);
  for (const { index } of where(needs.manner, manner)) place('cut', index - 1, index + 2, '式', index);
  const lacking = mayHold(hints, needs.object) ? noObject.exec(text) : null;
  if (lacking && !passive.test(lacking[1] ?? '')) {
    const start = lacking.index + (lacking[0].startsWith('为') ? 0 : 1);
    place('object', start, lacking.index + lacking[0].length - 1, '……', lacking.index + lacking[0].length - 1);
  }
  for (const { 0: word, index } of where(needs.dangling, danglingEnd)) {
    const bracketed = [...bracketPairs(text)].some(([open, close]) => open < index && index < close);
    if (!bracketed) place('dangling', index, index + word.length, '……');
  }
  for (const { 0: word, index } of where(needs.conjunction, conjunction)) {
    if (index > 0 && !isWordEnd(text, index, word)) place('conjunction', index - 1, index + 1, '……', index + 1);
  }
  for (const { 0: word, index } of where(needs.than, than))
    place('than', index, index + word.length, '于', index + word.length);
  for (const { 0: words, 1: quoted = '', index } of where(needs.theme, theme)) {
    const start = index + words.length - quoted.length - '为主题'.length;
    place('theme', start, index + words.length, '以', start);
  }
  for (const { 0: words, index } of where(needs.turn, turn)) place('theme', index, index + words.length, '由', index);
  for (const { 0: words, index } of where(needs.rested, rested)) {
    const end = index + words.length;
    const front = frontOf(text.slice(0, end));
    const start = end - front.clause.length;
    if (front.clause.length < SHORTEST_GROUND || restsOn.test(front.all)) continue;
    if (isAim.test(words) && !aimVerb.test(front.clause)) continue;
    if (!isGuide.test(words) && (sideBySide.test(text.slice(end)) || alsoSo.test(text.slice(0, start)))) continue;
    const first = text.slice(0, start).trim() === '';
    found.push({
      kind: 'theme',
      range: { start, end },
      words: front.clause,
      missing: '以',
      // Nobody changes what leaders and slogans are called: the author looks himself.
      ...(leader.test(front.clause) ? {} : { at: start }),
      ...(first ? { first: true as const } : {}),
    });
  }
  for (const { 0: words, index } of where(needs.moved, moved)) {
    if (words.length >= SHORTEST_MOVED && !raises.test(clauseBefore(text, index)))
      place('tail', index, index + words.length, '提升', index + words.length);
  }
  for (const { 1: verb = '', index } of where(needs.verb, cutVerb)) {
    place('verb', index, index + 2, (whole[verb] ?? verb).slice(1), index + 2);
  }
  return found;
}

const SHORTEST_GROUND = 7;
const SHORTEST_MOVED = 6;

/** The sentence so far without its number or label, and its last clause. */
function frontOf(text: string): { readonly all: string; readonly clause: string } {
  const all = /[^。；：]*$/.exec(text)?.[0] ?? '';
  const clause = all.slice(all.lastIndexOf('，') + 1).replace(numbering, '');
  return { all, clause };
}
const numbering = /^(?:[\s\u2003\u3000]|（[^）]{1,3}）|[0-9一二三四五六七八九十]{1,3}[、.．）])+/;

/** 普及，缓和，参与。: the last character of a word, or of a quotation. */
function isWordEnd(text: string, index: number, word: string): boolean {
  const previous = text.charAt(index - 1);
  if (!/[一-龥]/.test(previous) || endings[word]?.includes(previous) === true) return true;
  return wordBoundaries(text, index, 1)?.has(index) === false;
}
