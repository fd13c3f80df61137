import { type LineFacts, lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { WHITE } from '../../../../text/blank.ts';
import type { Range } from '../../../../text/range.ts';
import { tableOfUnits } from '../../../../text/units.ts';
import { listSign, titleEndSign } from '../../mark-signs.ts';
import { coreOf } from './slogans.ts';
import { isWellKnown } from './well-known.ts';

/** A slogan that is used as if everybody knew what it stands for. */
export interface UnexplainedSlogan {
  readonly name: string;
  readonly range: Range;
}

/** Slogans in quotation marks whose items stand nowhere in the plan; each once, where it comes first. */
export function unexplainedSlogans(
  lines: readonly Line[],
  enumerations: readonly {
    readonly announcement: { readonly phrase?: Range };
    readonly lists: readonly unknown[];
    readonly line: Line;
  }[],
  known: (name: string) => boolean,
): readonly UnexplainedSlogan[] {
  const quoted = quotedSlogans(lines, known);
  if (quoted === '') return [];
  const first = new Map<string, Range | undefined>();
  const explained = new Set<string>();
  const listed = new Set<string>();
  const words = new Map<string, { readonly count: number; readonly noun: string }>();
  for (const { announcement, lists, line } of enumerations) {
    if (announcement.phrase && lists.length > 0)
      listed.add(coreOf(line.text.slice(announcement.phrase.start, announcement.phrase.end)));
  }
  for (const line of lines) {
    // Whatever form of a slogan stands there, it has all of its characters.
    if (!mayHoldOne(line.facts, quoted) || line.place === 'quote') continue;
    for (const { slogan, phrase, inline, count, noun } of line.facts.announcements) {
      if (!slogan || !phrase) continue;
      const name = line.text.slice(phrase.start, phrase.end);
      if (!words.has(name)) words.set(name, { count, noun });
      const after = line.text.slice(phrase.end, phrase.end + 14);
      // What stands at the end of its line is set out in the lines below, but for a cell; 四对照、四检查 is 四对照四检查.
      const endsLine = line.place !== 'cell' && atEnd.test(line.text.slice(phrase.end));
      const named = givesName.test(line.text.slice(Math.max(0, phrase.start - 6), phrase.start));
      if (inline || endsLine || named || explains.test(after)) explained.add(coreOf(name));
      const isQuoted = isInMarks(line.text, phrase);
      if (!first.has(name) || (isQuoted && !first.get(name)))
        first.set(name, isQuoted ? line.at(phrase.start, phrase.end) : undefined);
    }
  }
  const whole = [...first.keys()];
  let lists: ReturnType<typeof listsByCount> | undefined;
  const titles = linesWith(lines, titleEndSign);
  return [...first].flatMap(([name, range]) => {
    // 四横五纵 of “四横五纵、两沿十廊” is told with it.
    if (whole.some((other) => other !== name && other.includes(name))) return [];
    const core = coreOf(name);
    if (!range || explained.has(core) || listed.has(core) || isName(name, known)) return [];
    const word = words.get(name);
    if (word && word.noun.length <= 2 && word.noun !== '不') {
      lists ??= listsByCount(lines);
      if (isListed(lists.get(word.count) ?? NO_LISTS, word.noun)) return [];
    }
    // 《中小学校消防安全十项规定》 is where they are listed.
    const titled = `${name}》`;
    if (titles.some(({ text, place }) => place !== 'quote' && text.includes(titled))) return [];
    return { name, range };
  });
}

/** 开展“五个一”活动, with the five below. */
const atEnd = /^[”"」]?(?:[。：:]?|(?:活动|工程|行动|工作|要求|制度)[：:]?)$/;
/** …、…、…（以下统称“三类监测对象”） */
const givesName = /(?:[统合并总简下]称|称为|称作)为?[“"「]?$/;
/** “六堡茶”, “五常大米”: goods and arts called after a place whose name begins like a number. */
const goods =
  /(?:[茶米酒饼果橙柚梨枣桃鱼蟹羊牛鸡鸭面粉糕酱醋瓷绣戏琴鼓药参菌菇蒜姜薯油]|瓜片|剪纸|刺绣|豆腐|火腿|龙虾|芒果|荔枝)$/;

/** A slogan begins with its number. */
const numberInMarks = /[“"「][两二三四五六七八九十2-9]/;

/** The slogans in quotation marks that the text has to explain, without marks, each on a line of its own. */
function quotedSlogans(lines: readonly Line[], known: (name: string) => boolean): string {
  const found = new Set<string>();
  for (const line of linesWith(lines, quotationSign)) {
    if (line.place === 'quote') continue;
    for (const name of namesInMarks(line.facts)) if (!isName(name, known)) found.add(coreOf(name));
  }
  return found.size === 0 ? '' : [...found].join('\n');
}

const namesInMarks = lineMemo((facts: LineFacts): readonly string[] => {
  const { text } = facts;
  if (!numberInMarks.test(text)) return NO_NAMES;
  const names = facts.announcements.flatMap(({ slogan, phrase }) =>
    slogan && phrase && isInMarks(text, phrase) ? [text.slice(phrase.start, phrase.end)] : NO_NAMES,
  );
  return names.length === 0 ? NO_NAMES : names;
});
const NO_NAMES: readonly string[] = [];

/** Within 《关于“十要十不要”的规定》 the words are those of a title. */
const isInMarks = (text: string, { start }: Range): boolean =>
  /[“"「]/.test(text.charAt(start - 1)) && text.lastIndexOf('《', start) <= text.lastIndexOf('》', start);

/** Everybody knows what it is, or it is no more than a name. */
const isName = (name: string, known: (name: string) => boolean): boolean =>
  known(name) || isWellKnown(name) || award.test(name) || goods.test(name);

interface Asked {
  slogans: string;
  may: boolean;
}
/** Whether a line may hold one of the slogans that were asked for last, which few key strokes change. */
const asked = lineMemo((): Asked => ({ slogans: '', may: false }));

/** @param slogans without marks, one on a line */
function mayHoldOne(facts: LineFacts, slogans: string): boolean {
  const entry = asked(facts);
  if (entry.slogans !== slogans) {
    entry.slogans = slogans;
    entry.may = slogans.split('\n').some((slogan) => hasAll(facts.text, slogan));
  }
  return entry.may;
}

function hasAll(text: string, characters: string): boolean {
  for (let at = 0; at < characters.length; at++) if (!text.includes(characters.charAt(at))) return false;
  return true;
}

/** 节水、节电、节粮 somewhere in the plan says what 三节 is. */
function isListed(lists: readonly ShortList[], noun: string): boolean {
  return lists.some(({ words }) => words.includes(noun) && words.split('、').every((item) => item.includes(noun)));
}

interface ShortList {
  /** How many items it has. */
  readonly items: number;
  readonly words: string;
}

/** The short lists of a plan by the number of their items, of which each slogan asks for one. */
function listsByCount(lines: readonly Line[]): ReadonlyMap<number, readonly ShortList[]> {
  const byCount = new Map<number, ShortList[]>();
  for (const { facts, place } of linesWith(lines, listSign)) {
    if (place === 'quote') continue;
    for (const list of shortListsOn(facts)) {
      const own = byCount.get(list.items);
      if (own) own.push(list);
      else byCount.set(list.items, [list]);
    }
  }
  return byCount;
}

/** What a text joins by 、 without another mark between, where no item is longer than a phrase. */
const shortListsOn = lineMemo(({ text }): readonly ShortList[] => {
  let found: ShortList[] | undefined;
  let [start, item, items, isShort] = [0, 0, 1, true];
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const ends = at === text.length || endsList[unit] === 1;
    if (!ends && unit !== LIST_MARK) continue;
    if (at - item > LONGEST_ITEM) isShort = false;
    item = at + 1;
    if (!ends) {
      items++;
      continue;
    }
    if (items > 1 && isShort) {
      found ??= [];
      found.push({ items, words: text.slice(start, at) });
    }
    [start, items, isShort] = [at + 1, 1, true];
  }
  return found ?? NO_LISTS;
});
const NO_LISTS: readonly ShortList[] = [];
const LIST_MARK = '、'.charCodeAt(0);
const LONGEST_ITEM = 8;
/** Stops, quotation marks, brackets and blanks. */
const endsList = tableOfUnits(`，。；：:“”"（）()${WHITE}`);

/** Honours, examinations, alliances and places that begin with a number are names: “十佳少年”, “五校联考”. */
const award =
  /(?:楷模|标兵|好人|先锋|奖|杯|网|讲堂|课堂|广场|学院|公园|工程|考试|联考|联盟)$|^十[佳大](?!行动|工程|任务|举措|措施)/;

/** Behind a slogan: its content follows, or says where it is set out. */
const explains =
  /^[”"」]?(?:活动|要求|原则|标准|目标|工作法|行动|工程|机制|制度|工作|任务)?(?:[：:（(]|，?即|，?是指|，?具体)/;
