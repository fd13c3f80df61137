import { daysBetween } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { readCount } from '../../../numbering/han.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { sign } from '../../../plan/signs.ts';
import { hasHeadedSpan } from '../../../plan/stages/activity-span.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';
import { isWindow } from './length-beside.ts';
import { mismatch } from './window-lengths.ts';

/** 百日攻坚, 三年行动（2026—2029年）: of every campaign that is called after its length. */
export const nameSign = sign({ words: ['百日', '（2', '(2'] });

/** A campaign that is called after its length. */
const campaign =
  /百日(?:大?(?:攻坚|会战|整治|治理|行动|冲刺|竞赛|大战|提升|清零|安全|创建|大干|决战|排查|督查|宣传|服务|招商|清欠|专项))[^，。；：、（()）\d“”]{0,10}$/;
/** 百日攻坚行动自5月15日起至7月15日, 百日攻坚（5月15日至7月15日）: nothing else stands between the name and its window. */
const leads = /(?:时间|期限|活动|行动)?(?:拟?定?于|为|是|从|自|即|[（(：:，,])?\s?$/;
/** What is called so may well be some three months. */
const FEWEST = 80;
const MOST = 130;
const HUNDRED = { count: 100, unit: 'day' } as const;

/**
 * 百日攻坚 whose window is far from a hundred days, in one sentence, or in the title and under 行动时间.
 * @param lines those that may name such a campaign
 */
export function hundredDays(plan: Plan, lines: readonly Line[]): readonly Finding<'shorter' | 'longer'>[] {
  const dates = lines.some(({ text }) => text.includes('百日')) ? plan.dates : [];
  const found = dates.flatMap((dated): readonly Finding<'shorter' | 'longer'>[] => {
    const { line, expression, span } = dated;
    if (!line.text.includes('百日') || line.place === 'quote' || !isWindow(dated)) return [];
    const before = line.text.slice(Math.max(0, expression.range.start - 40), expression.range.start);
    const name = campaign.exec(before.replace(leads, ''));
    const result = name && span ? ofHundred(span) : undefined;
    if (!name || !result || !span) return [];
    const start = expression.range.start - before.length + name.index;
    const range = line.at(start, start + 2);
    return [
      mismatch(result, '百日', { range }, { span, raw: expression.raw, range: dated.range }, HUNDRED, plan.calendar),
    ];
  });
  if (found.length > 0) return found;
  const { span, title } = plan;
  // 开展为期100天的…行动 in the opening is held against it as it is.
  if (!title?.value.includes('百日') || !span || !hasHeadedSpan(plan) || inDays(plan)) return [];
  const named = campaign.test(/百日[^，。；：、（()）\d“”]{0,14}/.exec(title.value)?.[0].slice(0, 8) ?? '');
  const result = named ? ofHundred(span) : undefined;
  const window = { span, raw: span.raw, range: span.range };
  return result ? [mismatch(result, '百日', title, window, HUNDRED, plan.calendar)] : [];
}

const inDays = ({ opening }: Plan): boolean => opening.some(({ text }) => /(?:100|一百)[天日]/.test(text));

function ofHundred({ start, end, precision, yearKnown }: DateSpan): 'shorter' | 'longer' | undefined {
  if (!start || !end || precision !== 'day' || !yearKnown) return undefined;
  const days = daysBetween(start, end) + 1;
  return days < FEWEST ? 'shorter' : days > MOST ? 'longer' : undefined;
}

interface NamedYears {
  readonly raw: string;
  readonly window: string;
  readonly told: number;
  readonly actual: number;
  readonly range: Range;
}

const NONE: readonly NamedYears[] = [];
const nameOfYears =
  '([两二三四五六七八]|[2-8])年(?:专项)?(?:行动|攻坚|规划|计划|提升|倍增|治理|整治|改造|建设|滚动|培育|振兴)[^，。；：、（()）\\d《》]{0,14}';
/** 三年行动方案（2026—2029年） */
const behindName = new RegExp(
  `(${nameOfYears})[（(](20\\d\\d)年?\\s?(?:[-—–－~～]{1,2}|至|到)\\s?(20\\d\\d)年?[)）]`,
  'gu',
);

const yearsOn = lineMemo(({ text }: LineFacts): readonly NamedYears[] => {
  if (!/年.*[（(]20\d\d/.test(text)) return NONE;
  return [...text.matchAll(behindName)].flatMap(({ 0: words, 1: name = '', 2: numeral = '', 3: a, 4: b, index }) => {
    // 五年规划（三年行动…）, 第三年: another number stands in front.
    if (/[第个十一二三四五六七八九\d]$/.test(text.slice(0, index))) return [];
    const told = readCount(numeral);
    const actual = Number(b) - Number(a) + 1;
    if (told === undefined || actual < 2 || told === actual) return [];
    const window = words.slice(name.length + 1, -1);
    const raw = name.slice(0, numeral.length + 1);
    return [{ raw, window, told, actual, range: { start: index, end: index + words.length } }];
  });
});

/**
 * 三年行动（2026—2029年）: four years. From the middle of one to that of another there may be one more: information.
 * @param lines those that may name such a campaign
 */
export function yearsOfName(lines: readonly Line[]): readonly Finding<'years'>[] {
  return lines.flatMap((line) =>
    line.place === 'quote'
      ? []
      : yearsOn(line.facts).map(
          ({ raw, window, told, actual, range }): Finding<'years'> => ({
            message: 'years',
            params: { raw, window, actual },
            range: line.at(range.start, range.end),
            ...(actual === told + 1 ? { severity: 'info' } : {}),
          }),
        ),
  );
}
