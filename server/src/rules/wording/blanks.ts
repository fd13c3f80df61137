import { bracketPairs } from '../../plan/line/brackets.ts';
import { partStart } from '../../plan/line/sentences.ts';
import { sign } from '../../plan/signs.ts';
import { pairsOf } from '../../text/evidence.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import words from './placeholder.yaml';

interface PlaceholderWords {
  readonly pending: readonly string[];
  readonly requests: readonly string[];
  readonly prompts: readonly string[];
  readonly english: readonly string[];
  readonly openThings: readonly string[];
  readonly fields: readonly string[];
  readonly formLabels: readonly string[];
  readonly ownNumbers: readonly string[];
  readonly formTitles: readonly string[];
  readonly patternWords: readonly string[];
  readonly letterWords: readonly string[];
  readonly surnames: string;
}

const list = words as PlaceholderWords;
const oneOf = (items: readonly string[]) => [...items].sort((a, b) => b.length - a.length).join('|');

/** Something that the author meant to fill in later. */
export interface Blank {
  readonly range: Range;
  /** `line`: a stretch to write on, which a form may have for good reason. */
  readonly kind: 'gap' | 'cross' | 'someone' | 'pending' | 'line' | 'empty' | 'date' | 'prompt' | 'value';
}

interface Pattern {
  readonly kind: Blank['kind'];
  readonly regex: RegExp;
  /** A unit that the text must hold for the pattern to be worth trying. */
  readonly sign: RegExp;
}

const pendingIn = `(?:${oneOf(list.pending)})`;

/** 如遇雨，时间待定，以通知为准: it says when, or by what, it will be settled; so does 名额根据报名数量待定. */
const settledLater = '[^。；]{0,4}(?:以[^。；]{2,12}为准|[^。；]{2,12}(?:确定|结束|公布)?后(?:通知|公布|确定))';

const patterns: readonly Pattern[] = [
  // ××, XX年, ×月×日; a run goes on over the 年月日 and digits in it. 3×4 and 138××××0000 are none.
  {
    kind: 'cross',
    sign: /[×✕✖╳＊xX]/,
    regex:
      /(?<![0-9A-Za-z×✕✖╳＊-])(?:(?:[12][0-9])?[×✕✖╳]{2,12}|(?:20)?[xX]{2,8}(?![A-Za-z0-9])|[×✕✖╳xX](?=[年月日]))(?:[年月日](?:[×✕✖╳xX]{1,4}(?=[年月日])|[0-9]{1,2}(?=[月日])))*[年月日]?/g,
  },
  {
    kind: 'someone',
    sign: /某某|○○|〇〇|△△/,
    regex: /某某|(?<![一二三四五六七八九十○〇])[○〇]{2,8}(?![一二三四五六七八九十○〇年])|△{2,8}/g,
  },
  {
    kind: 'pending',
    sign: /[（(]/,
    regex: new RegExp(`[（(][ \\u3000]{0,2}[^（）()]{0,8}?(?<![有尚亟])${pendingIn}[ \\u3000]{0,2}[）)]`, 'g'),
  },
  {
    kind: 'pending',
    sign: /[【［〔[]/,
    regex: new RegExp(
      `[【［〔\\[][^【】［］〔〕\\[\\]]{0,10}?(?:${pendingIn}|${oneOf(list.requests)})[^【】［］〔〕\\[\\]]{0,10}[】］〕\\]]`,
      'g',
    ),
  },
  {
    kind: 'pending',
    sign: /待定/,
    regex: new RegExp(
      `(?<=(?:${oneOf(list.openThings)})(?:均|暂|尚|还)?)(?<!(?:根据|视|按照?)[^，。；]{0,24})待定(?=[，。；、,;）)…]|$)(?!${settledLater})`,
      'g',
    ),
  },
  // 由[单位名称]负责: the name of a field in place of what belongs there. At the head of a line it is a label.
  {
    kind: 'prompt',
    sign: /[一-龥：:，][[［【〈<]/,
    regex: new RegExp(
      `(?<=[一-龥：:，])(?:\\[(?:${oneOf(list.fields)})\\]|［(?:${oneOf(list.fields)})］|【(?:${oneOf(list.fields)})】|[<〈](?:${oneOf(list.fields)})[>〉])(?![（(：:])`,
      'g',
    ),
  },
  // 下午第三节课（具体时间）开始: in round brackets, 具体 shows that it is not an aside.
  {
    kind: 'prompt',
    sign: /[（(]具体/,
    regex:
      /(?<=[一-龥])[（(]具体(?:时间|日期|地点)[)）](?=[一-龥，。；]|$)(?!由|以|另|待|视|按|根据|见|请|将|确定|再)/g,
  },
  {
    kind: 'pending',
    sign: /[TF]/,
    regex: new RegExp(`(?<![A-Za-z0-9_])(?:${oneOf(list.english)})(?![A-Za-z0-9_])`, 'g'),
  },
  { kind: 'prompt', sign: /此处|请|单击|点击/, regex: new RegExp(oneOf(list.prompts), 'g') },
  { kind: 'prompt', sign: /\{\{|\$\{/, regex: /\{\{[^{}]{1,30}\}\}|\$\{[^{}]{1,30}\}/g },
  { kind: 'prompt', sign: /[yY]{2}/, regex: /(?<![A-Za-z])[yY]{4}[-年/.][mM]{1,2}[-月/.][dD]{1,2}日?(?![A-Za-z])/g },
  {
    kind: 'line',
    sign: /[_＿]/,
    regex:
      /(?<![A-Za-z0-9_])[_＿]{2,80}(?:[ \u3000]{0,2}[年月日时分][ \u3000]{0,2}[_＿]{1,40})*(?:[ \u3000]{0,2}[年月日时分])?(?![A-Za-z0-9_])/g,
  },
  { kind: 'line', sign: /[_＿]/, regex: /(?<=[0-9]{4}年|[0-9]月)[_＿]{1,8}(?=[月日])(?:[月日][_＿]{1,8}(?=[月日]))*/g },
  // 2024年  月  日, 5月  日, 于  月  日前: room that was left for a day or a month.
  {
    kind: 'date',
    sign: /[年月于自从至到][ \u3000]/,
    regex:
      /(?<=[0-9]{4}年)[ \u3000]{1,12}月[ \u3000]{1,12}日|(?<=[0-9]{4}年)[ \u3000]{2,12}月(?=$|[前底初中上下，。；、）)])|(?<=[于自从至到])[ \u3000]{1,12}月[ \u3000]{1,12}日|(?<=[0-9]月)[ \u3000]{1,12}日(?=$|[前止至起上下（(，。；、）)—–~～\-\s])/g,
  },
  // （ 月  日— 月  日）, 时间：  年  月  日: room for a whole day, behind a bracket, a label or the day before it.
  {
    kind: 'date',
    sign: /月[ \u3000]{1,12}日/,
    regex:
      /(?<=[（(：:—－–~～至到-])[ \u3000]{0,12}(?:年[ \u3000]{0,12})?月[ \u3000]{1,12}日|(?<=[时期]间|时间为)[ \u3000]{1,12}月[ \u3000]{1,12}日?/g,
  },
  // 地点：**广场, **县基层党建: signs in the place of a name; what would be bold in Markdown comes in pairs.
  {
    kind: 'cross',
    sign: /\*\*/,
    regex:
      /(?<![*0-9A-Za-z])\*{2,8}(?=(?:省|市|县|区|旗|州|镇|乡|村|街道|社区|路|广场|公司|集团|学校|中学|小学|大学|学院|医院|单位|部门|项目|同志|支部|党委|[政府党局委办组]{0,3}[发办函]〔|[12][0-9]{3}[ \u3000]?年)(?![*]))|(?<![*0-9A-Za-z])\*{4,8}(?=[ 一-龥0-9])/g,
  },
  // 20**年3月15日: the year was masked. Where a second one makes the text between them bold, placeholder.ts looks at the source.
  { kind: 'cross', sign: /[12][09]\*/, regex: /(?<![0-9])(?:19|20)\*{1,2}(?=年)/g },
  // 201X年, 201X11月24日, 二○一X年: the last figure of the year was masked.
  {
    kind: 'cross',
    sign: /[0-9一二][×✕✖╳＊xX]/,
    regex:
      /(?<![0-9A-Za-z])(?:20[0-9]|二[○〇零O0][一二三四五六七八九〇○零])[×✕✖╳＊xX](?=年|[0-9一二三四五六七八九十]{1,2}月)/g,
  },
  // 电话：      ， and 共  人: room that was left within a sentence.
  {
    kind: 'value',
    sign: /[：:共约第计][ \u3000]{2}/,
    regex:
      /(?<=[一-龥]{2}[：:])[ \u3000]{2,40}(?=[，。；、])|(?<=[共约第计])[ \u3000]{2,12}(?=[人名个项次期届批家户万])/g,
  },
  // 在      街道办事处的指导下，, （高一   班）: room that was left for a name or a number.
  {
    kind: 'gap',
    sign: /[ \u3000]{2}/,
    regex:
      /(?<=[在由经到向请于]|产生)[ \u3000]{4,40}(?=街道|小区|社区|学校|公司)|(?<=[（(](?:高[一二三]|初[一二三]|[一二三四五六七八九]年级))[ \u3000]{2,12}(?=班(?!主任|干|级|会|子|务))/g,
  },
  // 联系人：李某，电话：。
  { kind: 'value', sign: /[话人][：:][。；]/, regex: /(?:电话|联系人)[：:](?=[。；])/g },
  // 产生＿名委员
  { kind: 'line', sign: /[_＿]/, regex: /(?<=[一-龥])[_＿](?= ?[名个人位次期届])/g },
  // 实行24小时值班。值班电话： at the end of a sentence's line.
  {
    kind: 'value',
    sign: /电话[：:][ \u3000]*(?:$|[）)])/,
    regex: /(?<=[。；，,（(]\p{Script=Han}{0,4}电话[：:])[ \u3000]{0,8}(?=$|[）)])/gu,
  },
  // 8100XXXX, 029-8855XXXX: figures that were left out at the end. In the middle they are masked: 138××××0000.
  {
    kind: 'cross',
    sign: /[0-9][×✕✖╳＊xX]{3}/,
    regex:
      /(?<![0-9A-Za-z.〔[（(#-])(?:0[0-9]{2,3}[-—–－一])?(?:[0-9]{3,8}[×✕✖╳＊xX]{3,8}|[0-9]{2}[×✕✖╳＊xX]{6})(?![0-9A-Za-z×✕✖╳＊])/g,
  },
  // 0799-××××××, 0799-6××××××: the number behind the area code was left out.
  {
    kind: 'cross',
    sign: /0[0-9]{2,3}[-—–－][0-9]?[×✕✖╳＊xX]/,
    regex: /(?<![0-9A-Za-z-])0[0-9]{2,3}[-—–－][0-9]?[×✕✖╳＊xX]{6,8}(?![0-9A-Za-z×✕✖╳＊])/g,
  },
  // 共×人, 第X期: one sign in place of a figure.
  {
    kind: 'cross',
    sign: /[共约第计][×✕✖╳xX]/,
    regex: /(?<=[共约第计])[×✕✖╳xX](?=[人名个项次期届批家户万元])/g,
  },
  // 应对：...: dots in the place of a value.
  { kind: 'pending', sign: /[：:][ \u3000]?[.…。]/, regex: /(?<=[一-龥][：:][ \u3000]?)(?:\.{3,6}|…{1,2}|。{3,6})$/g },
  // 组长：待定。
  {
    kind: 'pending',
    sign: /：待定/,
    regex: new RegExp(`(?<=[一-龥]：)待定(?=[，。；、（(]|$)(?!${settledLater})`, 'g'),
  },
  { kind: 'pending', sign: /[（(][?？]/, regex: /[（(][?？]{1,3}[）)]/g },
  { kind: 'empty', sign: /【[ \u3000]*】|“”|《》|〔〕|（）/, regex: /【[ \u3000]{0,8}】|“”|《》|〔〕|（）/g },
];

/** What one of the patterns above or `wholeValue` below needs. */
export const blankSign = sign({
  units: '×✕✖╳＊xX【［〔[〈<TF_＿*',
  words: [
    ...['某某', '○○', '〇〇', '△△', '{{', '${', '“”', '《》', '〔〕', '（）'],
    ...list.pending.map((word) => word.slice(0, 2)),
    ...list.prompts,
    ...pairsOf('yY', 'yY'),
    ...pairsOf('年月于自从至到', ' \u3000'),
    ...pairsOf(' \u3000', ' \u3000'),
    ...pairsOf('（(', '?？具'),
    ...['电话：', '电话:', '..', '：…', '：。', ':。', '：；', ':；'],
  ],
});

const letterWord = new RegExp(`^(?:${oneOf(list.letterWords)})`);
const patternWord = new RegExp(oneOf(list.patternWords));
const formLabel = new RegExp(`(?:${oneOf(list.formLabels)})[^，。；：:_＿]{0,8}[：:]?[ \\u3000]{0,4}$`);
/** 值班电话：______ in the text of a plan. */
const ownNumber = new RegExp(`(?:${oneOf(list.ownNumbers)})[：:]?[ \\u3000]{0,4}$`);
/** 联系人：何亮，联系电话：______: whom to call is known, and nothing else was left open in front of it. */
const ownContact =
  /^[^_＿]*(?:联系人[：:][ \u3000]*\p{Script=Han}{2,4}(?![\p{Script=Han}：:])[^。]{0,80}|[。；，][ \u3000]*|联系[（(])(?:联系|咨询|办公)?电话[：:]?[ \u3000]*$/u;
const formTitle = new RegExp(oneOf(list.formTitles));
const wholeValue = new RegExp(
  `^(?:[^：:]{1,12}[：:])?[ \\u3000]*(?:${pendingIn}|[TF][A-Z]{2,4}(?<=TBD|TBC))[ \\u3000]*[。；]?$`,
);

/** A cell that holds nothing but a question mark was left for later. */
export const unknownCell = /^[ \u3000]*[?？]{1,3}[ \u3000]*$/;

/** True for the title of a form or of a model text, whose blanks are there to stay. */
export function isFormTitle(title: string): boolean {
  return formTitle.test(title);
}

/**
 * The places of a text that were left to be filled in. Numbers that were masked, names that were
 * withheld, forms to be filled in by hand and rules for naming files are left alone.
 * @returns in order of position, neighbouring places as one
 */
export function findBlanks(text: string): readonly Blank[] {
  let found: Blank[] = [];
  let isFormLine = false;
  for (const { kind, regex, sign } of patterns) {
    if (!sign.test(text)) continue;
    for (const match of matchesOf(text, regex)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (isMeant(text, kind, range)) found.push({ kind, range });
      else if (kind === 'line') isFormLine = true;
    }
  }
  if (isFormLine) found = found.filter(({ kind }) => kind !== 'line');
  const whole = found.length === 0 && text.length <= 24 ? wholeValueIn(text) : undefined;
  if (whole) found.push(whole);
  return found.length > 1 ? merge(text, found) : found;
}

function wholeValueIn(text: string): Blank | undefined {
  if (!wholeValue.test(text)) return undefined;
  const colon = text.search(/[：:]/);
  const start = colon + 1 + (/^[ \u3000]*/.exec(text.slice(colon + 1))?.[0].length ?? 0);
  const end = text.replace(/[ \u3000。；]+$/, '').length;
  return { kind: 'pending', range: { start, end } };
}

/** 填表时间：, 签字：…日期：, and 日期： alone: filled in by hand when the paper is used. */
const byHand = /填[表报写]|签[字名章收订]|盖章|申[请报]|审[核批]|承诺|出生|领取|接收|家长|^\s*日\s{0,4}期[：:]\s*$/;

/** False where the signs mean something else. */
function isMeant(text: string, kind: Blank['kind'], range: Range): boolean {
  const before = text.slice(Math.max(0, range.start - 24), range.start);
  const behind = text.slice(range.end, range.end + 4);
  switch (kind) {
    case 'cross':
      if (/[0-9][×✕✖╳＊xX]{3}|^(?:20[0-9]|二..)[×✕✖╳＊xX]$/.test(text.slice(range.start, range.end)))
        return !explainsPattern(text, range);
      if (text.charAt(range.start) === '*') return !explainsPattern(text, range);
      if (/[0-9]$/.test(before) || /^[0-9]/.test(behind) || letterWord.test(text.slice(range.start))) return false;
      if (isAmongQuoted(text, range) || isOath(before) || isOfForm(text, range)) return false;
      return !explainsPattern(text, range) && !isBesideExample(text, range);
    case 'someone':
      return !list.surnames.includes(before.at(-1) ?? '\n') && !explainsPattern(text, range);
    case 'line':
      return (
        (!formLabel.test(before) || ownNumber.test(before) || ownContact.test(text.slice(0, range.start))) &&
        !isWholeLine(text, range) &&
        !opensFormTitle(text, range)
      );
    case 'pending':
      // 【填写说明】 and （请填写附件1） tell the reader what to do, 【补充】关于…的通知 that more is added to what was said.
      if (text.startsWith('【补充】') && range.start === 0) return false;
      return !/说明|须知|要求|附件|附表|并|后|前/.test(text.slice(range.start, range.end));
    case 'gap':
      // 序号   学生   学校: what is set apart throughout is a table, and a sentence has marks.
      return /[，。；]/.test(text) || /^[（(]/.test(text.slice(range.start - 3, range.start));
    case 'value':
      return !isFormRow(text) && !asked.test(before) && !text.slice(0, range.start).includes('填写');
    case 'date':
      return (
        !formLabel.test(before) &&
        !byHand.test(text.slice(0, range.start)) &&
        !openDay.test(before) &&
        !explainsPattern(text, range)
      );
    case 'prompt':
      return !explainsPattern(text, range);
    case 'empty':
      return !(text.charAt(range.start) === '（' && hasLikeBeside(text, range)) && !explainsPattern(text, range);
  }
}

/** 您的选择：, 其他建议： with room behind it: whoever is asked writes there. */
const asked = /(?:[您你]的[一-龥]{1,6}|选择|建议)[：:][ \u3000]*$/;
/** 从  年  月  日至  月  日: where not even the year is known the line is a form. */
const openDay = /(?<![0-9])[ \u3000]年[ \u3000]{1,12}月[ \u3000]{1,12}日[^。；]{0,8}$/;

/** 《××学校申报目录汇总表》, 报名汇总表（××县学校）: whoever hands in the form puts the name in. */
function isOfForm(text: string, { start, end }: Range): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
  const inside = /《[^《》]*$/.test(before) ? /^[^《》]*(?=》)/.exec(behind)?.[0] : undefined;
  if (inside !== undefined) return handedIn.test(inside.replace(/[（(][^（）()]*[)）]$/, ''));
  const front = /[（(][^（）()]{0,10}$/.exec(before);
  return front !== null && handedIn.test(before.slice(0, front.index).trimEnd());
}
const handedIn =
  /(?:汇总|统计|登记|申报|申请|报名|推荐|审批|评审|评分|计分|考核|自查|回执|花?名册|目录|信息|情况)[一-龥]{0,4}[表册单]$/;

/** ____学科组比武安排表: the title of a form. */
const opensFormTitle = (text: string, { start }: Range): boolean => start === 0 && /^[^，。；：:]{4,40}表$/.test(text);

/** 宣誓人：××× at the end of an oath: everybody says their own name there. */
const isOath = (before: string): boolean => /(?:宣誓|领誓|承诺)人[：:][ \u3000]*$/.test(before);

/** 不得使用“中国”“全国”“×××部”等字样: one of several words that are quoted, each of which stands for many. */
function isAmongQuoted(text: string, { start, end }: Range): boolean {
  const open = text.lastIndexOf('“', start);
  const close = text.indexOf('”', end);
  if (open < 0 || close < 0 || start - open > longestQuoted || close - end > longestQuoted) return false;
  if (text.slice(open + 1, close).includes('”')) return false;
  return (
    /”[、和及与或]?$/.test(text.slice(Math.max(0, open - 2), open)) ||
    /^[、和及与或]?“/.test(text.slice(close + 1, close + 3))
  );
}
const longestQuoted = 4;

/** 姓名：  ，性别：  ，班级：  。: labels of a person with room behind each are a form. */
function isFormRow(text: string): boolean {
  return /(?:姓名|性别|年龄|班级|签[名字章])[：:][ \u3000]{2}/.test(text);
}

/** A line of nothing but underscores is a rule or the space for an answer. */
function isWholeLine(text: string, range: Range): boolean {
  return text.trim().length <= range.end - range.start;
}

/** In front of what is quoted: others will write it, and put in what ×× stands for. */
const byOthers = /(?:填[写好报]|写[好明成]|书写|题目为|改为|诸?如)[^“《（]{0,12}$/;

/** 改为“××”地区，“××”学校或“×××”; 如“XX地区…”、“XX地区…”: where one mask that is quoted is for others, all behind it are. */
function isBesideExample(text: string, { start, end }: Range): boolean {
  const from = text.lastIndexOf('。', start) + 1;
  const around = text.slice(from, end + AROUND);
  const pairs = [...bracketPairs(around)].filter(([open]) => around.charAt(open) === '“').sort(([a], [b]) => a - b);
  const own = pairs.findIndex(([open, close]) => open < start - from && end - from <= close);
  const lead = own < 0 ? -1 : pairs.findLastIndex(([open], at) => at < own && byOthers.test(around.slice(0, open)));
  // Up to its own quotation each follows the one before it with no more than a word between them.
  return (
    lead >= 0 &&
    pairs.slice(lead, own).every(([, close], at) => isListed(around.slice(close + 1, pairs[lead + at + 1]?.[0])))
  );
}
const isListed = (between: string): boolean => /^\p{Script=Han}{0,6}[、，,或和及]$/u.test(between);

/** What stands around a blank and is looked at, in units before and behind it. */
const AROUND = 60;

/** 文件名统一为“××学校+姓名”: the sentence says how names are formed. */
function explainsPattern(text: string, range: Range): boolean {
  const from = Math.max(0, range.start - AROUND);
  const around = text.slice(from, range.end + AROUND);
  const at = range.start - from;
  const end = range.end - from;
  const start = partStart(around, at);
  const stop = around.indexOf('。', end);
  const sentence = around.slice(start, stop < 0 ? around.length : stop);
  // 请填报《××学校目录汇总表》, 写好“关于××课题延期的请示”: whoever writes it puts the name in.
  for (const [open, close] of bracketPairs(around))
    if (open < at && end <= close && (patternWord.test(sentence) || byOthers.test(around.slice(start, open))))
      return true;
  if (toBeWritten.test(around.slice(start, at))) return true;
  if (!patternWord.test(sentence)) return false;
  return /[：:为]|[+＋]/.test(sentence);
}

/** 加一张纸写明××学校、××学科: others write it. */
const toBeWritten = /(?:写[明上]|标[明注上])[^。；：:]{0,20}$/;

/** 同意（）不同意（） is a form, and so is a quiz. */
function hasLikeBeside(text: string, range: Range): boolean {
  const marks = text.slice(range.start, range.end);
  return (
    text.slice(Math.max(0, range.start - AROUND), range.start).includes(marks) ||
    text.slice(range.end, range.end + AROUND).includes(marks)
  );
}

const fewWords = /^[\p{Script=Han}0-9（）()]{0,4}$/u;
/** Both ends of a range are one date. */
const rangeSign = /^[ \u3000]{0,4}[—－–~～至到-]{1,2}[ \u3000]{0,4}$/;

/** Blanks with a word or two between them are one thing to fill in: ××县××局, ____年____月. */
function merge(text: string, found: readonly Blank[]): readonly Blank[] {
  const merged: Blank[] = [];
  for (const blank of [...found].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)) {
    const last = merged.at(-1);
    const gap = last ? text.slice(last.range.end, blank.range.start) : '';
    if (last && (blank.range.start <= last.range.end || (blank.kind === 'date' ? rangeSign : fewWords).test(gap))) {
      const end = Math.max(last.range.end, blank.range.end);
      merged[merged.length - 1] = { ...last, range: { start: last.range.start, end } };
    } else merged.push(blank);
  }
  return merged;
}
