import type { Dated, Plan } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

/** What the title calls by one year and the text by the year before. */
export interface OtherYear {
  readonly raw: string;
  readonly range: Range;
  readonly title: string;
  readonly titleRange: Range;
}

const inTitle = /(?<!\d)(20\d\d)年度?([“"]?\p{Script=Han}{2,4})/u;
const anyYear = /(?<!\d)20\d\d年/g;
/** 确保2025年“三夏”期间…: what is still to be reached. */
const aim =
  /(?:^|[，。；：、])[^，。；：]{0,12}?(?:确保|力争|努力实现|全力(?:做好|打赢|抓好)|圆满完成|[做抓]好)(?:全[县市区镇乡街校局])?$/u;
const hadBeen =
  /已|曾|去年|上年|原|基础上|经验|教训|回顾|总结|项目|工程|扫尾|收尾|验收|尾款|遗留|续建|结转|竣工|兑付|清算|资金|排查出|发现的|反馈的/;

/** The year of last year's paper, left in what this one has as its aim: the title has the same words behind another year. */
export function otherYears({ title, issued, dates }: Plan): readonly OtherYear[] {
  const value = title?.value ?? '';
  const [words, digits = '', name = ''] = inTitle.exec(value) ?? [];
  const year = Number(digits);
  if (!title || !words || (value.match(anyYear) ?? []).length > 1) return NONE;
  if (issued?.yearKnown && issued.start && issued.start.year !== year) return NONE;
  const key = bareOf(name);
  const lastYear = new RegExp(`^${year - 1}年度?`);
  return dates.flatMap((dated): readonly OtherYear[] => {
    if (!isOfYear(dated, year - 1)) return NONE;
    const { text, place } = dated.line;
    const { start } = dated.expression.range;
    const behind = text.slice(start, start + 40);
    const raw = lastYear.exec(behind)?.[0];
    if (place === 'quote' || !raw || !aim.test(text.slice(Math.max(0, start - 24), start))) return NONE;
    const sentence = behind.split(/[。；]/, 1)[0] ?? '';
    if (!bareOf(behind.slice(raw.length)).startsWith(key) || hadBeen.test(sentence)) return NONE;
    return [{ raw, range: dated.line.at(start, start + raw.length), title: `${digits}年`, titleRange: title.range }];
  });
}
const NONE: readonly OtherYear[] = [];

const bareOf = (text: string): string => text.replace(/[“”"‘’\s]/g, '');

const isOfYear = ({ span, expression }: Dated, year: number): boolean =>
  expression.kind === 'span' && span?.yearWritten === true && (span.start ?? span.end)?.year === year;
