import type { NumberToken } from '../../../numbering/token.ts';
import { sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { mayBeHan } from '../../../text/units.ts';
import { type Hints, hint, hintsOf, mayHold, pairsOf } from '../hints.ts';
import { blanks, tearsWord } from './blanks.ts';
import { type PunctuationFault, replacedAt, replacing, type StyleKind } from './fault.ts';

type Fault = PunctuationFault<StyleKind>;

const full: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。' };

const halfWidth =
  /(?<=[一-龥”）》〕]|[一-龥]\)) ?[,;:!?](?= ?(?:[一-龥“（《〔]|[0-9]{1,4}[年月]|$))|(?<=[一-龥]{2}|[”）])[,;](?=[0-9])|(?<=[A-Za-z0-9%％]) ?[,;](?= ?(?:[一-龥]{2}|[一-龥][0-9]|[“《]))|(?<=[一-龥]{2}|[”）])\.(?=[一-龥“]{2}|[0-9]{4}年|[ \u3000]*$)|(?<=[0-9][一-龥]|[一-龥]附件[0-9]{1,2})\.(?=[ \u3000]*$)/g;
/** ﹕ and ﹪ of another character set, small forms of the marks. */
const smallForm = /[﹐﹑﹔﹕﹖﹗﹙﹚﹪]/g;
const ofSmall: Readonly<Record<string, string>> = {
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹙': '（',
  '﹚': '）',
  '﹪': '%',
};
const numberedEnd = /(?:^|[^一-龥])[一二三四五六七八九十]{1,3}$/;
const bracketedNumber = /^[ \u3000]*[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]$/;
const halfBracket = /(?<=[一-龥”》])\(([^()（）]{1,60})\)/g;
const fullBracket = /（[^（）]{0,200}[一-龥]{2}[^（）]{0,200}）/g;
const betweenQuotes = /”、(?=“)|》、(?=《)/g;
/** 4、与家长沟通: the mark of a number. */
const conjunction =
  /(?<![0-9０-９]|^[一二三四五六七八九十]{1,3})、(?:或(?!有负债)|和(?![谐平解睦美气蔼田县声顺善好风])|及(?![时早格第])|与(?![会时民众人国其]))(?=[一-龥“《]{2})(?![^，。；、]{1,16}(?:相[对适匹衔关符配协一邻连通]|挂钩|有关|无关|衔接|匹配|同[室住步屋吃时]|共[用存处]|混[放合存住用]|邻近|为邻|毗邻|连通|对接|脱节|不符|接触|隔离|分[开离设]|冲突|矛盾|重叠))/g;
const ellipsis =
  /(?<=[一-龥，、”])(?:\.{3,6}|。{3,6}|(?<!…)…(?!…))(?![0-9. ])|(?<=[，、])…(?=[0-9])|等……|……等(?=[一-龥，。；]|$)/g;
const dash =
  /(?:(?<=[一-龥”]) {0,2}|^)(?:-{2,3}|――) {0,2}(?=[一-龥“])(?![年月日天人元户组号页班时分])|(?<=(?<!(?:网|盘|夹|站|平台|栏目?)[-—－]?[一-龥]{0,8})[一-龥]{2})-(?=“)/g;
/** 10月――12月, 7:30--11:00: no mark at all. Of 3月1日——15日 and 8:00-9:00 date-style speaks. */
const rangeDash =
  /(?<=[0-9年月日号初底])(?:――|(?<!-)-{2,3}(?!-)|(?<=日)一(?=[0-9]{1,2}[月日])|[-－~～][—－]|—[-－])(?=[0-9今至])|(?<=(?<![:：][0-9]?)[0-9])——(?=[0-9](?![0-9]{0,3}(?:[:：][0-9]|[年月日号时点])))/g;
/** 1.2.6.7班 among 3、4、5班: classes side by side. */
const classDots = /(?<![0-9.．])(?:[0-9]{1,2}[.．]){2,20}[0-9]{1,2}(?=班)/g;
const pausedClasses = /[0-9]{1,2}、[0-9]{1,2}班/g;
/** office＠example.com: an address has no full-width sign. */
const fullAt = /(?<=[A-Za-z0-9_])＠(?=[A-Za-z0-9])/g;
/** 8：00 */
const fullClock = /(?<=(?<![0-9：:])(?:[01]?[0-9]|2[0-3]))：(?=[0-5][0-9](?![0-9：:]))/g;
/** 配比10：20 is no time. */
const noClock = /比例|配比|比分|[之为]比|比值|稀释|兑水|https?:/;
const halfClock = /(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:])/g;
/** 前50％ among 40% */
const fullPercent = /(?<=[0-9])％/g;
const halfPercent = /(?<=[0-9])%/g;
/** 《关于印发《…方案》的通知》, 《关于印发<…方案>的函》: the inner title takes 〈〉 (GB/T 15834-2011 4.15.3.3). */
const nestedTitle =
  /《[^《》<>＜＞]{0,40}(《[^《》]{2,60}》|<[^<>《》]{2,60}>|＜[^＜＞《》]{2,60}＞)(?=[^《》]{0,40}》)/g;
/** 登录《教务管理系统》: and those of systems, where one logs in or reports by them. */
const activityTitle =
  /《[^《》]{2,20}(?:活动|工程|行动|讲座|竞赛|大赛)》|(?<=开通了?|登[录陆]|进入|启用|[一-龥]人在)《[^《》]{2,20}(?:系统|平台)》(?!的?(?:使用|操作|说明|手册|课|教材))/g;

/** 根据“关于规范…管理的通知”: the name of a document (GB/T 15834-2011 4.15.3.1); of a pattern with ×× there is none yet. */
const documentQuotes =
  /“(关于[^“”《》×，。；]{4,50}的(?:若干|实施|指导|补充|紧急|暂行)?(?:通知|意见|决定|办法|规定|批复|通报|公告|细则))”/g;

/** "文明楼栋": half-width marks around Han words. */
const straightQuotes = /"([^"“”\n]{1,40})"/g;

/** What one of the faults needs. */
export const styleSign = sign({
  units: '％,;:!?( \u3000…“"<＜《＠﹐﹑﹔﹕﹖﹗﹙﹚﹪',
  words: [
    ...['”、', '》、', '、和', '、及', '、与', '、或', '。。', '..'],
    ...[...'0123456789'].map((figure) => `${figure}：`),
    ...[...'0123456789'].map((figure) => `${figure}班`),
    ...[...'动程座赛统台'].map((unit) => `${unit}》`),
    ...[...'-―—－'].flatMap((first) => [...'-―—－'].map((second) => first + second)),
    '-“',
    '“关',
    '日一',
    ...[...'~～'].flatMap((first) => [...'—－'].map((second) => first + second)),
  ],
});

/** The dot is no sign, as it stands behind numbers: here it stands behind words. */
export function hasDotBehindWords(text: string): boolean {
  if (/附件[0-9]{1,2}\.[ \u3000]*$/.test(text)) return true;
  for (let at = text.indexOf('.', 1); at > 0; at = text.indexOf('.', at + 1)) {
    const unit = text.charCodeAt(at - 1);
    if (mayBeHan(unit) || unit === CLOSING_QUOTE || unit === CLOSING_BRACKET) return true;
  }
  return false;
}

const [CLOSING_QUOTE, CLOSING_BRACKET] = ['”'.charCodeAt(0), '）'.charCodeAt(0)];

/** What the faults need that are told by more than one unit. */
const needs = {
  between: hint(['”、', '》、']),
  conjunction: hint(pairsOf('、', '或和及与')),
  ellipsis: hint(['..', '。。']),
  dash: hint([...pairsOf('-―—－', '-―—－“'), ...pairsOf('~～', '—－'), '日一']),
  classDots: hint(pairsOf('0123456789', '班')),
  clock: hint(pairsOf('0123456789', '：')),
  activity: hint(pairsOf('动程座赛统台', '》')),
};

/** The faults of a line that belong to a style: which of them is worth a word, the plan as a whole decides. */
export function styleFaults(
  text: string,
  number: NumberToken | undefined,
  hints: Hints = hintsOf(text),
): readonly Fault[] {
  const found: Fault[] = [];
  if (/[,;:!?.]/.test(text)) found.push(...halfWidthMarks(text));
  if (text.includes('(')) found.push(...halfWidthBrackets(text));
  if (text.includes('"')) found.push(...halfWidthQuotes(text));
  if (mayHold(hints, needs.between)) {
    for (const { 0: raw, index } of matchesOf(text, betweenQuotes)) {
      found.push(removing(raw.startsWith('》') ? 'betweenTitles' : 'betweenQuotes', text, index, raw, 1));
    }
  }
  if (mayHold(hints, needs.conjunction)) {
    // 或讲身边故事、或颂先进典型: 或 in front of each.
    const eachOr = /[，、：]或[^。；]{1,40}、或/.test(text) || /^或/.test(text);
    for (const { 0: raw, index } of matchesOf(text, conjunction)) {
      if (eachOr && raw.charAt(1) === '或') continue;
      found.push(removing('conjunction', text, index, raw, 0));
    }
  }
  if (text.includes('“关于')) {
    for (const { 0: raw, 1: name, index } of matchesOf(text, documentQuotes))
      found.push(replacedAt('documentQuotes', text, index, raw, `《${name}》`));
  }
  if (text.includes('“', text.indexOf('“') + 1)) found.push(...nestedQuotes(text));
  if (text.includes('…') || mayHold(hints, needs.ellipsis)) found.push(...ellipses(text));
  if (mayHold(hints, needs.dash)) {
    for (const { 0: raw, index } of matchesOf(text, dash)) found.push(replacedAt('dash', text, index, raw, '——'));
    for (const { 0: raw, index } of matchesOf(text, rangeDash))
      found.push(replacedAt('rangeDash', text, index, raw, '—'));
  }
  if (mayHold(hints, needs.classDots))
    for (const { 0: raw, index } of matchesOf(text, classDots))
      found.push(replacedAt('classDots', text, index, raw, raw.replace(/[.．]/g, '、')));
  if (mayHold(hints, needs.clock) && !noClock.test(text)) {
    for (const { index } of matchesOf(text, fullClock)) found.push(replacedAt('clockColon', text, index, '：', ':'));
  }
  if (text.includes(':') && !noClock.test(text)) {
    for (const { 0: clock, index } of matchesOf(text, halfClock))
      found.push(replacedAt('clockHalf', text, index + clock.indexOf(':'), ':', '：'));
  }
  if (text.includes('％'))
    for (const { index } of matchesOf(text, fullPercent)) found.push(replacedAt('percent', text, index, '％', '%'));
  for (const { 0: raw, index } of matchesOf(text, smallForm)) {
    const ofClock = raw === '﹕' && /[0-9]/.test(text.charAt(index - 1)) && /[0-9]/.test(text.charAt(index + 1));
    found.push(replacedAt('smallForm', text, index, raw, ofClock ? ':' : (ofSmall[raw] ?? raw)));
  }
  if (text.includes('＠'))
    for (const { index } of matchesOf(text, fullAt)) found.push(replacedAt('fullAt', text, index, '＠', '@'));
  if (text.includes('》')) {
    for (const { 0: words, 1: raw = '', index } of matchesOf(text, nestedTitle))
      found.push(replacedAt('nestedTitles', text, index + words.length - raw.length, raw, `〈${raw.slice(1, -1)}〉`));
  }
  if (mayHold(hints, needs.activity)) {
    for (const { 0: raw, index } of matchesOf(text, activityTitle)) {
      found.push(replacedAt('activityTitle', text, index, raw, `“${raw.slice(1, -1)}”`));
    }
  }
  if (text.includes(' ') || text.includes('\u3000')) found.push(...blanks(text, number, hints));
  return found;
}

/** How many times of day with a full-width colon a line has. */
export function fullWidthClocks(text: string): number {
  return text.includes('：') && !noClock.test(text) ? matchesOf(text, fullClock).length : 0;
}

/** How many classes parted by 、 a line has. */
export function classesWithPauses(text: string): number {
  return text.includes('班') ? matchesOf(text, pausedClasses).length : 0;
}

/** How many % a line has behind figures. */
export function halfWidthPercents(text: string): number {
  return text.includes('%') ? matchesOf(text, halfPercent).length : 0;
}

/** How many times of day with a half-width colon a line has. */
export function halfWidthClocks(text: string): number {
  return text.includes(':') ? matchesOf(text, halfClock).length : 0;
}

/** How many full-width pairs of brackets around words a line has. */
export function fullWidthBrackets(text: string): number {
  return text.includes('（') ? matchesOf(text, fullBracket).length : 0;
}

/** A fault that is mended by taking the 、 at `index + skip` away. */
function removing(kind: StyleKind, text: string, index: number, raw: string, skip: number): Fault {
  const range = { start: index, end: index + raw.length + (kind === 'conjunction' ? 0 : 1) };
  const mark = { start: index + skip, end: index + skip + 1 };
  return {
    kind,
    range,
    raw: text.slice(range.start, range.end),
    right: text.slice(range.start, mark.start) + text.slice(mark.end, range.end),
    edits: [{ range: mark, text: '' }],
  };
}

function halfWidthMarks(text: string): readonly Fault[] {
  return matchesOf(text, halfWidth).flatMap(({ 0: raw, index }) => {
    // 一. and 第一, are numbers: numbering-style has its say.
    if (/^[.,]/.test(raw) && numberedEnd.test(text.slice(Math.max(0, index - 4), index))) return [];
    // （一）.报名条件: the dot is part of the number.
    if (raw === '.' && bracketedNumber.test(text.slice(0, index))) return [];
    // 信.息: dirt of a scan within a word is no full stop, nor is what web pages put behind a particle.
    if (raw === '.' && (tearsWord(text, index) || /(?<![目标])的$|着$/.test(text.slice(Math.max(0, index - 2), index))))
      return [];
    const blank = text.charAt(index + raw.length) === ' ' ? 1 : 0;
    const range = { start: index, end: index + raw.length + blank };
    return [replacing('halfWidth', text, range, full[raw.trim()] ?? raw)];
  });
}

function halfWidthBrackets(text: string): readonly Fault[] {
  return matchesOf(text, halfBracket).flatMap(({ 0: raw, index, 1: inner = '' }): Fault[] => {
    // 系(部) as well, but not 第(一)项.
    if (!/[一-龥]{2}|^[^一二三四五六七八九十百]$/.test(inner) || !/[一-龥]/.test(inner)) return [];
    const range = { start: index, end: index + raw.length };
    return [
      {
        kind: 'halfBrackets',
        range,
        raw,
        right: `（${inner}）`,
        edits: [
          { range: { start: range.start, end: range.start + 1 }, text: '（' },
          { range: { start: range.end - 1, end: range.end }, text: '）' },
        ],
      },
    ];
  });
}

/**
 * Words of the language in half-width marks: those of programs have Latin letters, the inches of a screen figures. Where one
 * half of a pair is “, which marks belong together cannot be told.
 */
function halfWidthQuotes(text: string): readonly Fault[] {
  if (/[A-Za-z=<>{}]"|"[A-Za-z=<>{}]|[0-9]"/.test(text) || countOf(text, '"') % 2 > 0) return [];
  if (countOf(text, '“') !== countOf(text, '”')) return [];
  return matchesOf(text, straightQuotes).flatMap(({ 0: raw, index, 1: inner = '' }): Fault[] =>
    /^[一-龥《]/.test(inner) && /[一-龥》！？]$/.test(inner)
      ? [quoted('straightQuotes', { start: index, end: index + raw.length }, raw, '“', '”')]
      : [],
  );
}

const countOf = (text: string, mark: string): number => text.split(mark).length - 1;

function quoted(kind: StyleKind, { start, end }: Range, raw: string, open: string, close: string): Fault {
  return {
    kind,
    range: { start, end },
    raw,
    right: open + raw.slice(1, -1) + close,
    edits: [
      { range: { start, end: start + 1 }, text: open },
      { range: { start: end - 1, end }, text: close },
    ],
  };
}

/** What stands in inner quotation marks: words of the language, not what lies between two quotations. */
const quotedWords = /^[一-龥A-Za-z0-9][^“”。；]{0,30}[一-龥A-Za-z0-9]$/;
const longestOuter = 200;

/** Double quotation marks within double ones: the inner are single (GB/T 15834-2011 4.8.3.2). */
function nestedQuotes(text: string): readonly Fault[] {
  const found: Fault[] = [];
  let outer = -1;
  let inner = -1;
  let within: Fault[] = [];
  for (let index = text.indexOf('“'); index >= 0 && index < text.length; index++) {
    const mark = text.charAt(index);
    if (mark === '“') {
      if (outer < 0) [outer, within] = [index, []];
      else if (inner < 0) inner = index;
      // Three deep: a mark is lost somewhere.
      else return found;
    } else if (mark === '”' && inner >= 0) {
      const words = text.slice(inner + 1, index);
      const range = { start: inner, end: index + 1 };
      if (inner > outer + 1 && quotedWords.test(words))
        within.push(quoted('nestedQuotes', range, text.slice(range.start, range.end), '‘', '’'));
      inner = -1;
    } else if (mark === '”') {
      if (index - outer <= longestOuter) found.push(...within);
      outer = -1;
    }
  }
  return found;
}

function ellipses(text: string): readonly Fault[] {
  return matchesOf(text, ellipsis).map(({ 0: raw, index }) =>
    replacedAt('ellipsis', text, index, raw, raw.includes('等') ? '等' : '……'),
  );
}
