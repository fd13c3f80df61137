import { readCount } from '../../../numbering/han.ts';
import { mostIn } from '../../../plan/announcements/several.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { pointedSign } from './count-signs.ts';
import type { Miscount } from './issues.ts';

/** 携带下列四种材料的原件和复印件：, 须同时符合以下5个条件： */
const pointed =
  /(?:下列|以下|如下)((\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?:种|类|项|个|条|份|样|点|款|方面|情形|部分|环节)(?!以上|以内)[^，。；：:、\d]{0,8}?)(?:的[^，。；：:\d]{1,12}|之一[^。；：:]{0,12}|[，,][^。；：:\d]{0,12})?[：:]$/;
/** 设便民摊位5个：, 本次活动设奖项3项：: the number stands behind what it counts. */
const behindName =
  /(?:设立?|设有|设置|开设|包括|共有?|分为)[\p{Script=Han}]{2,8}?((\d{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?)(?:个|项|种|类|处|组|条))[：:]$/u;
const behindSign = sign({ words: [...'个项种类处组条'].map((unit) => `${unit}：`) });
/** 另需, 其他: it may be over and above those that are counted. */
const besides = /^[^，。；]{0,8}(?:另|还需|还应|此外|其他|其它|除外|以上|上述|注|备注|说明)/;
/** Items that are conditional, but in the list. */
const conditional = /^.{0,8}(?:另需|另须|还需|还须|另附|另提供)/;

/** 县政府广场和车站: two that one item names. */
const joined = /^[^，。；：、和与及]{2,10}[和与及][^，。；：、和与及]{2,10}$/;

/** What is listed, and whether it is sure that all of it is counted. */
export interface ListedBelow extends Miscount {
  readonly certain: boolean;
}

const toldOn = lineMemo(({ text }): { written: string; count: number; at: Range } | null => {
  const match = /[：:]$/.test(text)
    ? ((/[下列]/.test(text) ? pointed.exec(text) : null) ?? behindName.exec(text))
    : null;
  const [, written = '', numeral = ''] = match ?? [];
  const count = readCount(numeral);
  if (!match || count === undefined || count < 2) return null;
  const start = match.index + match[0].lastIndexOf(written);
  return { written, count, at: { start, end: start + written.length } };
});

/**
 * So many things are pointed at with 下列, and the lines right below, which count themselves, are other many.
 * @param taken places of what is held against its list elsewhere
 */
export function unequalListed(lines: readonly Line[], taken: (line: Line) => boolean): readonly ListedBelow[] {
  const own = [...new Set([...linesWith(lines, pointedSign), ...linesWith(lines, behindSign)])];
  return own.flatMap((line): readonly ListedBelow[] => {
    const told = line.place === 'cell' || line.place === 'quote' ? null : toldOn(line.facts);
    if (!told || taken(line)) return NONE;
    const items = countedBelow(lines, lines.indexOf(line) + 1);
    const listed = items.length;
    if (listed < 2 || listed === told.count || Math.abs(listed - told.count) > FAR) return [];
    const texts = items.map(({ text, facts }) =>
      text
        .slice(facts.number?.range.end ?? 0)
        .replace(/[；;。，\s]+$/, '')
        .trim(),
    );
    const most = (text: string) => Math.max(mostIn(text), joined.test(text) ? 2 : 1);
    if (listed < told.count && texts.reduce((sum, text) => sum + most(text), 0) >= told.count) return [];
    const surplus = texts.slice(told.count);
    const isOpen = surplus.some((text) => conditional.test(text));
    if (!isOpen && surplus.some((text) => besides.test(text))) return [];
    return [{ written: told.written, listed, range: line.at(told.at.start, told.at.end), certain: !isOpen }];
  });
}
const NONE: readonly ListedBelow[] = [];
const FAR = 2;

/** Lines that count from one, of one kind, and end where the next line is of no number of that kind. */
export function countedBelow(lines: readonly Line[], from: number): readonly Line[] {
  const items: Line[] = [];
  const kind = lines[from]?.facts.number?.kind;
  for (let at = from; kind !== undefined && at < lines.length; at++) {
    const line = lines[at];
    if (line?.facts.number?.kind !== kind || line.facts.number.value !== items.length + 1) break;
    items.push(line);
  }
  // A list that goes on with a number that was skipped is not counted out.
  return lines[from + items.length]?.facts.number?.kind === kind &&
    lines[from + items.length]?.facts.number?.value !== 1
    ? []
    : items;
}
