import { readCount } from '../../../numbering/han.ts';
import { mostIn } from '../../../plan/announcements/several.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { dividedSign } from './count-signs.ts';
import type { Miscount } from './issues.ts';

/** 本次活动设三个方向，报名者任选其一： */
const divided =
  /(?:设|设有|设置|设立|开设|分|分为|分成|共有|共设|下设)(?:以下|如下|下列)?(([两二三四五六七八九十]|[2-9]|1\d)个?(?:活动|比赛|报名|投稿|作品|课程|研究)?(?:方向|赛道|组别|类别|板块|单元|项目|主题|奖项|模块|系列|专场|课程|科目|选题|部分))(?:[，,（(][^。；：:]{2,20})?[：:]$/;
/** 每组限报两队, 说明：选修满8学时即可: tells of those that are listed, and is none of them. */
const note =
  /^(?:说明|注|备注|每|各|均|以上|上述|其中|此外|凡|请|要求|所有|同一)|限报|不参加|不参与|不得|必须|即可|兼报|采取|须/;
/** 评审采取盲评 below 高校赛道：含研究生 and 社会赛道：含企业: longer than all others, or without the mark of them all. */
function isNote(text: string, choices: readonly Line[]): boolean {
  const mark = /[：:（(—]/;
  if (!mark.test(text) && choices.every((one) => mark.test(one.text))) return true;
  return text.length > Math.max(...choices.map((one) => one.text.length)) + LONGER;
}
const LONGER = 4;
const FAR = 2;

const dividedOn = lineMemo(
  ({ text }): { readonly written: string; readonly count: number; readonly at: Range } | null => {
    const match = text.endsWith('：') || text.endsWith(':') ? divided.exec(text) : null;
    if (!match) return null;
    const [words, written = '', numeral = ''] = match;
    const count = readCount(numeral);
    if (count === undefined) return null;
    const start = match.index + words.indexOf(written);
    return { written, count, at: { start, end: start + written.length } };
  },
);

const NONE: readonly Miscount[] = [];

/** So many to choose from, and other many items of a list with dots right below. */
export function unequalChoices({ lines }: Plan): readonly Miscount[] {
  return linesWith(lines, dividedSign).flatMap((line): readonly Miscount[] => {
    const told = line.place === 'cell' || line.place === 'quote' ? null : dividedOn(line.facts);
    if (!told) return NONE;
    const items = itemsBelow(lines, lines.indexOf(line) + 1);
    if (items.some(({ text }) => note.test(text))) return [];
    const listed = items.length;
    if (items.slice(told.count).some(({ text }) => isNote(text, items.slice(0, told.count)))) return [];
    if (listed < 2 || listed === told.count || Math.abs(listed - told.count) > FAR) return [];
    if (listed < told.count && items.reduce((sum, { text }) => sum + mostIn(text), 0) >= told.count) return [];
    return [{ written: told.written, listed, range: line.at(told.at.start, told.at.end) }];
  });
}

/** The items of the list that begins there, without the lists within them. */
function itemsBelow(lines: readonly Line[], from: number): readonly Line[] {
  const [first] = lines.slice(from, from + 1);
  if (first?.place !== 'item') return [];
  const end = lines.findIndex(({ place, depth }, at) => at > from && (place !== 'item' || depth < first.depth));
  return lines.slice(from, end < 0 ? undefined : end).filter(({ depth }) => depth === first.depth);
}
