import type { NumberToken } from '../../../numbering/token.ts';
import { bracketPairs } from '../../../plan/line/brackets.ts';
import { findDocumentNumbers } from '../../../plan/line/document-numbers.ts';
import { partEnd, partStart } from '../../../plan/line/sentences.ts';
import { trimBlanksEnd } from '../../../text/blank.ts';
import { matchesOf } from '../../../text/matches.ts';
import { type Hints, hint, hintsOf, matchesIn, mayHold, pairsOf } from '../hints.ts';
import { type PunctuationFault, replacing, type SingleKind } from './fault.ts';
import { listFaults } from './lists.ts';

type Fault = PunctuationFault<SingleKind>;

const adverbs = ['亲自', '统一', '共同', '分级', '分类', '同步'];

/** What each of the faults needs: most lines have two or three of them, and no pattern of the others is tried. */
const needs = {
  doubled: hint([
    ...pairsOf('。，、；：:', '。，、；：:'),
    ...pairsOf(',;', '，。；'),
    ...pairsOf('，。；、', ',;'),
    ...['！！', '？？', '!!', '??'],
  ]),
  introStop: hint(['以下', '下列']),
  intro: hint(pairsOf('下面点项条在为是有括', '；')),
  pause: hint(pairsOf('、', '以并且等')),
  stopThenQuote: hint(pairsOf('。；，', '”')),
  numerals: hint(pairsOf('、', '23456789两二三四五六七八九')),
  goesOn: hint(pairsOf('。', '即并以')),
  adverbs: hint(adverbs),
  names: hint([
    '国务',
    '性、',
    ...pairsOf('仪', '、等'),
    ...pairsOf('节', '春元清劳端中国重教建妇青'),
    ...pairsOf('部', '教财科公民司农文人工住生自交水商应'),
  ]),
  bodies: hint(pairsOf('局委厅部办府司', '，')),
  age: hint(pairsOf('下上内', '教工党从任')),
  eventDay: hint(pairsOf('0123456789', '”')),
  eventHan: hint(pairsOf('二三四五六七八九十', '·．.')),
  stray: hint(pairsOf('的着', "'.")),
  twoDots: hint(['..']),
  subjectPause: hint(pairsOf('、', '要应须必负')),
  secondColon: hint(pairsOf('中即是为', '：')),
  itemStop: hint(pairsOf('；', '二三四五六七八九十')),
};

const doubled = /[。，、；：:]{2,}|！{2,}|？{2,}|(?<=[一-龥”）])(?:!{2,}|\?{2,})|[,;][，。；]|[，。；、][,;]/g;
/** 、且末 is a place. */
const beforeAnd = /、(以及|并且|且(?!末))/g;
/** 、等级 and 、等额 go on with another word. */
const beforeEtc = /、等(?=$|[一-龥，。；：、）])(?![级额待于同候效距价值离高长分量温压号])/g;
const stopInQuote =
  /[。；，]”(?=的|这[一个些]|为|等|精神|要求|指示|原则|方针|目标|口号|总体|思路|活动|作为|理念|战略|思想)/g;
/** “急难愁盼。”问题: a term of a few characters is no sentence, whatever goes on behind it. */
const stopInTerm = /[。；，]”(?=[一-龥])/g;
const TERM = 9;
/** 3、4名: two figures side by side in place of 三四名 (GB/T 15835-2011 4.2.2); not ranks, not a number with its item. */
const approximateFigures =
  /(?<![第前0-9.、（(附件表图级-])(?<=[一-龥于到约过])([1-8])、([2-9])(?=[名人件次天份篇家场户本项]|个月(?:的?时间|左右)|个(?!月|季度|百分点))(?![名人][、和及])/g;
const approximate =
  /(?<![第十百千万0-9一二两三四五六七八九、（(])([一二两三四五六七八])、([两二三四五六七八九])(?=[件名天次位篇本句家户场]|(?<=\p{Script=Han}...)[十百千万](?:余|多)?(?:[件名人天次位篇本句家户场处亩元吨公株棵辆]|个(?!方面|部分|阶段|环节))|个(?!方面|季度|部分|阶段|环节|百分点|档次|等级))/gu;
const broken = /[”）一-龥]。即(?=[：:，])/g;
/** 。并 goes on with the subject of the sentence before, and 。以及 with its list. */
const brokenAnd = /[一-龥”）]。(?:并(?=[以将把于由向对在按报要认及积开组做采结希召])|以及(?=[一-龥]))/g;
/** 其中：立行立改5项：限期整改3项, 即：检验合格后方可交货：收货后再抽样: one sentence has one colon (GB/T 15834-2011 4.7). */
const twoColons =
  /(?:其中|即|分别是|分别为)：[^，。；：、（）“”]{2,14}[0-9]{1,5}[项个处家件户名人](?=：[一-龥])|(?:其中|即|分别是|分别为)：[^，。；：、（）“”]{4,20}(?:方可|后再|再|才能|才可)[一-龥]{2,6}(?=：[一-龥]{3})/g;
/** 第一、查气源；第二，查管线: counted off with one mark. */
const firstPause = /^第[一二三]、(?=[^。]{4,120}第[二三四]，)/;
/** Two deeds side by side that begin alike. */
const unparted = new RegExp(`(${adverbs.join('|')})([一-龥]{1,2})\\1(?=[一-龥]{1,2}(?:$|[，。；、]))`, 'g');
const body = '[一-龥]{1,8}(?:局|委|厅|部|办|政府|公司)';
const commaInList = new RegExp(
  `，(?<=(?:根据|按照|依据)${body}，)(?=${body}的(?:统一)?(?:安排|要求|部署|精神|通知|意见|指示|规定))`,
  'g',
);
/** 人员的'安全, 最美的.一面: what web pages put into texts that are copied from them. */
const stray = /(?<=[一-龥](?:(?<![目标])的|着))['.](?=[一-龥])/g;
/** “4.14”火灾, “12.4”国家宪法日: an interpunct stands between month and day of an event (GB/T 15834-2011 4.14.3.4). */
const eventDay =
  /“(?:[1-9]|1[0-2])[.。．、](?:[1-9]|[12][0-9]|3[01])”(?=[一-龥、“”]{0,16}(?:事故|火灾|事件|案件|惨案|地震|爆炸|坍塌|泥石流|讲话|宣传日|禁毒日|宪法日|安全日|艾滋病日|减灾日|[一-龥]{2}日|护士节|[一-龥]{2}节))/g;
/**
 * “七·一”, “三.八”: with Han numerals the dot stands behind 一月, 十一月 and 十二月 alone (GB/T 15834-2011 4.14.3.4). “三.二” may be a
 * part of the text.
 */
const eventHan =
  /“(?:(?:[二三四五六七八九]|十(?!一|二))·(?:[一二三四五六七八九]|二?十[一二三四五六七八九]?|三十)|(?:三[．.]八|[五六七八][．.]一|五[．.]四))”/g;
/** 初二3..5.9班: of several figures one dot stands twice. */
const twoDots = /(?<=[一-龥](?:[0-9]{1,2}\.){0,8}[0-9]{1,2})\.\.(?=[0-9]{1,2}(?:\.[0-9]|[^0-9.]|$))/g;
/** 主要表现在；, 措施如下；: what announces the lines below ends with a colon (GB/T 15834-2011 4.7.3.1). */
const intro =
  /(?:如下|以下[几两二三四五六七八九](?:个?方面|点|项|条)|主要(?:表现|体现|反映|集中)(?:在|为|是)|主要(?:有|包括))；(?=[ \u3000]*$)/;
/** 提交以下材料。 with the papers on the lines below it; 无须携带下列证件。 announces none. */
const introStop =
  /(?<!(?:不|无[需须])[^，。；]{0,8})(?:提交|提供|携带|准备|出示|具备|符合|满足)(?:以下|下列)(?:材料|条件|资料|证件|要求|物品|手续)(?:之一)?。(?=[ \u3000]*$)/;
/** 镇政府、各行政村、要按照分工落实: the verb of the sentence, and no item of a list. */
const subjectPause =
  /(?:单位|部门|村|镇|乡|街道|学校|科室|办公室|小组|社区|班级|支部|企业)、(?=(?:要|应|须|必须|应当)(?!求|素|点|案|件|闻|急|届|往|用|对|激|收|付|聘|试|知|人|同志|害|道|塞|职|缴|考|发|补|退|参加|到|答|领|诊|检|交|战|变)[一-龥]{2})/g;
const modal = /要(?!求|素|点|案|件|闻|领)|[应须](?!急|届|用|对|聘|知)|负责|既|又|也|不仅/;
/** 关心人爱护人培养人, 经办人负责人联系人. */
const threePersons = /人..人..人/;
const unpartedPersons = /(?:[一-龥]{2}人){3,6}/g;
const FESTIVAL = '(?:春节|元宵节|清明节|劳动节|端午节|中秋节|国庆节|重阳节|教师节|建军节|妇女节|青年节)';
const MINISTRY =
  '(?:教育|财政|科学技术|科技|公安|民政|司法|农业农村|文化和旅游|人力资源社会保障|工业和信息化|住房城乡建设|生态环境|自然资源|交通运输|水利|商务|应急管理)';
/** 中共中央国务院, 中秋节国庆节, 综合性设计性、创新性: names without the mark between them. */
const unpartedNames = [
  /(中共中央)国务院(?![办直机])/g,
  new RegExp(`(${FESTIVAL})${FESTIVAL}`, 'g'),
  new RegExp(`(${MINISTRY}部)${MINISTRY}部`, 'g'),
  // 身份识别仪金属探测仪 in a list, 年龄在45周岁以下教龄5年以上.
  /(?<=、)([一-龥]{2,6}仪)(?![器表式仗容态])[一-龥]{2,4}仪(?=等|、)/g,
  /(?<![一-龥]性)([一-龥]{2}性)(?![格质能别命情子状价])[一-龥]{2}性(?=、[一-龥]{2}性)/g,
];
/** 年龄在45周岁以下教龄5年以上: two conditions side by side. */
const ageThenService =
  /年龄(?:须|应)?(?:在|不超过)?[0-9]{2}周?岁(?:以[下上内]|及以下)(?=(?:教龄|工龄|党龄|从教|任教|从业|工作)(?:满|时间)?[0-9一二三五十]{1,2}年)/g;
const NONE: readonly never[] = [];
const values = '零一二三四五六七八九';

/** A half-width comma among Chinese words: lists are read alike with either. */
const halfComma = /(?<=[一-龥] ?),(?= ?[一-龥])/g;

/** The faults of a line that are reported where they stand, in no order. */
export function singleFaults(text: string, hints: Hints = hintsOf(text)): readonly Fault[] {
  const found = faultsOf(text, hints);
  const plain = text.includes(',') ? text.replace(halfComma, '，') : text;
  if (plain === text) return found;
  const lists = halfWidthLists(text, plain);
  return lists.length === 0 ? found : [...found, ...lists];
}

/** Lists whose commas are half-width, with the mark that they want. */
function halfWidthLists(text: string, plain: string): readonly Fault[] {
  return listFaults(plain, hintsOf(plain)).flatMap((fault) => {
    const raw = text.slice(fault.range.start, fault.range.end);
    return fault.kind === 'commaInNouns' && raw.includes(',') ? [{ ...fault, raw }] : [];
  });
}

function faultsOf(text: string, hints: Hints): readonly Fault[] {
  const found: Fault[] = [];
  const where = matchesIn(text, hints);
  for (const { 0: raw, index } of where(needs.doubled, doubled)) {
    const fault = doubledMarks(text, raw, index);
    if (fault) found.push(fault);
  }
  const stopped = mayHold(hints, needs.introStop) && /。[ \u3000]*$/.test(text) ? introStop.exec(text) : null;
  if (stopped) found.push(at('introStop', text, stopped.index + stopped[0].length - 1, 1, '：'));
  const announced = mayHold(hints, needs.intro) ? intro.exec(text) : null;
  if (announced) {
    const end = announced.index + announced[0].length;
    found.push(at('intro', text, end - 1, 1, '：'));
  }
  for (const { 0: raw, index, 1: and = '' } of where(needs.pause, beforeAnd)) {
    found.push(at('beforeAnd', text, index, raw.length, `，${and}`));
  }
  for (const { index } of where(needs.pause, beforeEtc)) found.push(at('beforeEtc', text, index, 2, '等'));
  for (const { index } of where(needs.stopThenQuote, stopInQuote)) {
    if (isPartOfSentence(text, index + 1)) found.push(at('stopInQuote', text, index, 2, '”'));
  }
  for (const { index } of where(needs.stopThenQuote, stopInTerm)) {
    if (isTerm(text, index + 1) && !found.some(({ range }) => range.start === index))
      found.push(at('stopInQuote', text, index, 2, '”'));
  }
  for (const { 0: raw, index, 1: low = '', 2: high = '' } of where(needs.numerals, approximateFigures)) {
    if (Number(high) === Number(low) + 1)
      found.push(at('approximate', text, index, raw.length, values.charAt(Number(low)) + values.charAt(Number(high))));
  }
  for (const { 0: raw, index, 1: low = '', 2: high = '' } of where(needs.numerals, approximate)) {
    const isFew = low === '三' && high === '五' && !/[周期初月]/.test(text.charAt(index - 1));
    if (index > 0 && (numeral(high) === numeral(low) + 1 || isFew))
      found.push(at('approximate', text, index, raw.length, low + high));
  }
  for (const { index } of where(needs.goesOn, broken)) found.push(at('broken', text, index + 1, 1, '，'));
  for (const { index } of where(needs.goesOn, brokenAnd)) found.push(at('brokenAnd', text, index + 1, 1, '，'));
  for (const { 0: raw, index, 1: adverb = '' } of where(needs.adverbs, unparted)) {
    const middle = raw.length - adverb.length;
    found.push(at('unparted', text, index, raw.length, `${raw.slice(0, middle)}、${adverb}`));
  }
  for (const { 0: raw, index } of where(needs.subjectPause, subjectPause)) {
    const pause = index + raw.length - 1;
    const front = text.slice(partStart(text, pause), pause);
    const behind = text.slice(pause + 1, partEnd(text, pause));
    // 要立足岗位、要服务单位、要…: a list of what is to be done.
    if (!modal.test(front) && !/、(?:要|应|须|必须|应当|负责)/.test(behind) && !/^[一-龥]{2,8}[、和及与]/.test(behind))
      found.push(at('subjectPause', text, pause, 1, ''));
  }
  for (const { 0: raw, index } of threePersons.test(text) ? matchesOf(text, unpartedPersons) : NONE)
    found.push(at('unparted', text, index, raw.length, raw.replace(/人(?!$)/g, '人、')));
  if (mayHold(hints, needs.names)) {
    for (const pattern of unpartedNames)
      for (const { 0: raw, index, 1: first = '' } of matchesOf(text, pattern))
        found.push(at('unparted', text, index, raw.length, `${first}、${raw.slice(first.length)}`));
  }
  for (const { 0: raw, index } of where(needs.age, ageThenService)) {
    const end = index + raw.length;
    found.push(at('unparted', text, index, raw.length, `${text.slice(index, end)}、`));
  }
  for (const { index } of where(needs.bodies, commaInList)) found.push(at('commaInList', text, index, 1, '、'));
  for (const { 0: raw, index } of where(needs.eventDay, eventDay)) {
    found.push(at('eventDay', text, index + raw.search(/[.。．、]/), 1, '·'));
  }
  for (const { 0: raw, index } of where(needs.eventHan, eventHan))
    found.push(at('eventHan', text, index, raw.length, raw.replace(/[·．.]/, '')));
  for (const { index } of where(needs.twoDots, twoDots)) {
    if (/[0-9]\.[0-9]/.test(text)) found.push(at('doubled', text, index, 2, '.'));
  }
  for (const { 0: raw, index } of where(needs.stray, stray)) {
    if (raw === '.' || text.indexOf("'") === text.lastIndexOf("'")) found.push(at('stray', text, index, 1, ''));
  }
  for (const { 0: raw, index } of where(needs.secondColon, twoColons))
    found.push(at('secondColon', text, index + raw.length, 1, '，'));
  const counted = text.startsWith('第') ? firstPause.exec(text) : null;
  if (counted) found.push(at('firstPause', text, counted[0].length - 1, 1, '，'));
  if (mayHold(hints, needs.itemStop)) found.push(...itemStops(text));
  found.push(...tornBrackets(text), ...listFaults(text, hints));
  return found;
}

function at(kind: SingleKind, text: string, start: number, length: number, right: string): Fault {
  return replacing(kind, text, { start, end: start + length }, right);
}

function numeral(character: string): number {
  return character === '两' ? 2 : values.indexOf(character);
}

const openLabel = /(?:单位|部门|领导|科室|人|时限|期限|时间|电话)$/;

/** 。。 and ：，. Three stops are an ellipsis, :: is no prose, and 、 behind a number belongs to it. */
function doubledMarks(text: string, raw: string, index: number): Fault | undefined {
  if (/^:+$|^。{3,}$/.test(raw)) return undefined;
  // 责任单位：； was left open, and no mark of it is too many.
  if (/^[：:][；，。]$/.test(raw) && openLabel.test(text.slice(Math.max(0, index - 6), index))) return undefined;
  // ！！ and ？？ say no more than one of them.
  if (/^[！？!?]/.test(raw)) {
    const one = /^[！!]/.test(raw) ? '！' : '？';
    return replacing('doubled', text, { start: index, end: index + raw.length }, one);
  }
  const marks = new Set(raw.replaceAll(':', '：').replaceAll(',', '，').replaceAll(';', '；'));
  // 配备监考员2名；。考生凭证入场: no other semicolon parts items here, and a new sentence begins.
  if (raw === '；。' && text.indexOf('；') === text.lastIndexOf('；'))
    return replacing('doubled', text, { start: index, end: index + raw.length }, '。');
  // The stronger mark is meant, but a stop in front of a semicolon only closed the item.
  const last = index + raw.length === text.length;
  const right = [...(last ? '。' : ''), '：', '；', '。', '，', '、'].find((mark) => marks.has(mark)) ?? raw;
  return replacing('doubled', text, { start: index, end: index + raw.length }, right);
}

/** A quotation of a few characters, in the middle of a sentence and without another mark of its own. */
function isTerm(text: string, close: number): boolean {
  for (const [open, end] of bracketPairs(text)) {
    if (end !== close) continue;
    const inner = text.slice(open + 1, end - 1);
    return (
      open > 0 && inner.length < TERM && !/[：:，。；！？]/.test(text.charAt(open - 1)) && !/[，。；：！？]/.test(inner)
    );
  }
  return false;
}

/** A quotation that no colon introduces belongs to the sentence around it. */
function isPartOfSentence(text: string, close: number): boolean {
  for (const [open, end] of bracketPairs(text)) {
    if (end === close) return !/[：:，]/.test(text.charAt(open - 1)) && open > 0;
  }
  return false;
}

/** 一是…。…；二是…: a semicolon parts what full stops have already closed (GB/T 15834-2011 A.5). */
function itemStops(text: string): readonly Fault[] {
  const first = text.indexOf('一是');
  if (first < 0) return NONE;
  const pairs = bracketPairs(text);
  let start = first;
  for (const { index } of matchesOf(text, /；(?=[二三四五六七八九十]是)/g)) {
    if (index > start && hasStop(text, start, index, pairs)) {
      const range = { start: index, end: index + 3 };
      return [{ kind: 'itemStop', range, raw: text.slice(range.start, range.end), right: '。', edits: [] }];
    }
    start = index + 1;
  }
  return [];
}

function hasStop(text: string, from: number, to: number, pairs: ReadonlyMap<number, number>): boolean {
  for (let index = from; index < to; index++) {
    const close = pairs.get(index);
    if (close !== undefined && close < to) index = close;
    else if (text.charAt(index) === '。') return true;
  }
  return false;
}

/** 5.学习成绩优良。特别优秀的可以放宽；: what holds a full stop does not end with a semicolon (GB/T 15834-2011 4.6.3). */
export function itemEnds(text: string, number: NumberToken | undefined): readonly Fault[] {
  const last = number ? trimBlanksEnd(text, 0, text.length) - 1 : -1;
  if (!number || text.charAt(last) !== '；' || !text.includes('。')) return NONE;
  return hasStop(text, number.range.end, last, bracketPairs(text)) ? [at('itemEnd', text, last, 1, '。')] : NONE;
}

/** 〔2026)12号 is a fault of the document number: its marks take no part in the pairs around it. */
function withoutNumbers(text: string): string {
  let plain = text;
  for (const { fault, range } of findDocumentNumbers(text)) {
    if (fault === 'brackets')
      plain = plain.slice(0, range.start) + '号'.repeat(range.end - range.start) + plain.slice(range.end);
  }
  return plain;
}

/** （…) and (…）: a pair of unequal halves, but for those of a number. */
function tornBrackets(text: string): readonly Fault[] {
  // One of the two is half-width.
  if (!text.includes('(') && !text.includes(')')) return NONE;
  const found: Fault[] = [];
  for (const [open, close] of bracketPairs(withoutNumbers(text))) {
    const torn = text.charAt(open) + text.charAt(close);
    if (torn !== '（)' && torn !== '(）') continue;
    const inner = text.slice(open + 1, close);
    // （5points) as well: what is explained may be English.
    if (!/[一-龥]{2}|[0-9] ?[一-龥]|[A-Za-z]{3}/.test(inner) || /^[一二三四五六七八九十]+$/.test(inner)) continue;
    const wrong = torn === '（)' ? close : open;
    const right = torn === '（)' ? '）' : '（';
    found.push(replacing('tornBrackets', text, { start: wrong, end: wrong + 1 }, right));
  }
  return found;
}
