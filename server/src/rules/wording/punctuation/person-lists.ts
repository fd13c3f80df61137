import type { Line } from '../../../plan/model.ts';
import { isLikelyPerson } from '../../../plan/parties/words.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';

/** Names side by side that are parted by commas or blanks, where the lists of the paper have 、. */
export interface OddPersonList {
  readonly line: Line;
  /** Indexes in the text of the line. */
  readonly range: Range;
  /** The marks between the names. */
  readonly marks: readonly Range[];
}

/** So many lists with 、 are the way of a paper, and at most a quarter as many have something else. */
const HABIT = 3;
const RARE = 4;

const NAME = '[一-龥]{2,3}';
/** A cell or the end of a labelled line that is nothing but names: 高一：陈浩、施卡; in brackets as well. */
const withPauses = new RegExp(`(?<=^|[：:（(])${NAME}(?:、${NAME}){1,30}(?=$|[。；）)（(])`, 'g');
/** Blanks alone part the columns of a roll as well: there a label or a bracket stands in front. */
const withOthers = new RegExp(
  `(?:(?<=^|[：:（(])${NAME}(?:[，,]${NAME}){1,6}|(?<=[：:（(])${NAME}[ \\u3000]{1,2}${NAME})(?=$|[。；）)（(])`,
  'g',
);
const pauseSign = sign({ units: '、' });
const otherSign = sign({ units: '，, \u3000' });
const between = /[，,]|[ \u3000]+/g;

const arePersons = (raw: string): boolean => raw.split(/[、，,]|[ \u3000]+/).every(isLikelyPerson);

/** 主题：安全，文明 has two surnames as well: whoever does something stands in front of the names, and not all of them are short. */
function isOfPersons({ place }: Line, ahead: string, raw: string): boolean {
  if (!/[一-龥]{3}/.test(raw)) return false;
  return ahead.trim() === '' ? place === 'cell' : doer.test(ahead);
}
const doer = /(?:[组员人责录师班级队长部处室岗影裁委护导测]|医务|后勤|接待|主持|秩序|签到|摄像|年段)[：:（(]$/;

/** 陈浩，施卡祥 and 李海航 王翔宇 among lists of names with 、. */
export function oddPersonLists(lines: readonly Line[]): readonly OddPersonList[] {
  const odd = linesWith(lines, otherSign).flatMap((line) => (line.place === 'quote' ? [] : listsIn(line)));
  if (odd.length === 0) return odd;
  let count = 0;
  for (const { text, place } of linesWith(lines, pauseSign)) {
    if (place === 'quote') continue;
    for (const [raw] of text.trim().matchAll(withPauses)) if (arePersons(raw)) count++;
  }
  return count >= HABIT && RARE * odd.length <= count ? odd : [];
}

function listsIn(line: Line): readonly OddPersonList[] {
  const start = line.text.length - line.text.trimStart().length;
  return [...line.text.trim().matchAll(withOthers)].flatMap(({ 0: raw, index }): readonly OddPersonList[] => {
    if (!arePersons(raw) || !isOfPersons(line, line.text.slice(0, start + index), raw)) return [];
    const from = start + index;
    const marks = [...raw.matchAll(between)].map((mark) => {
      return { start: from + mark.index, end: from + mark.index + mark[0].length };
    });
    return [{ line, range: { start: from, end: from + raw.length }, marks }];
  });
}
