import type { Hover, Position } from 'vscode-languageserver';
import { toChinese, toIso } from '../dates/civil.ts';
import type { DateExpression, DateSpan } from '../dates/expression.ts';
import type { NumberToken } from '../numbering/token.ts';
import type { Dated, Line, Plan } from '../plan/model.ts';
import { basisInWords } from '../rules/basis.ts';
import { ruleById } from '../rules/index.ts';
import type { Language } from '../rules/messages.ts';
import { rulePage } from '../rules/pages.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import type { Client } from './client.ts';
import { amountText, asDeadline, daysIn, faultText, kindText, spanText } from './date-texts.ts';
import { escapeMarks, withoutMarks } from './markup.ts';
import { partyRemarks } from './party-remarks.ts';
import { planAt } from './plans-at.ts';
import { toLspRange, touches } from './ranges.ts';
import { yearSourceText } from './year-source.ts';

/** One thing that is said about the words under the cursor. */
interface Remark {
  readonly range: Range;
  /** Markdown. */
  readonly text: string;
}

/**
 * What the words under the cursor were read as, and what the rules want there: dates, the number at
 * the head of a line, who answers for something, problems. Nothing in documents that are no plan.
 */
export function hover(open: OpenPlan, position: Position, client: Client): Hover | null {
  const { language } = open;
  const offset = open.document.offsetAt(position);
  const found = planAt(open, offset);
  const remarks = [
    ...(found
      ? [
          ...dateRemarks(open, found.plan, offset, language),
          ...numberRemarks(found.plan, offset, language),
          ...partyRemarks(open, found.plan, offset, language),
        ]
      : []),
    ...problemRemarks(open, offset, language),
  ];
  const [first] = remarks;
  if (!first) return null;
  const value = remarks.map(({ text }) => text).join('\n\n---\n\n');
  return {
    contents: client.markdown ? { kind: 'markdown', value } : { kind: 'plaintext', value: withoutMarks(value) },
    range: toLspRange(open.document, first.range),
  };
}

function dateRemarks(open: OpenPlan, plan: Plan, offset: number, language: Language): readonly Remark[] {
  const dated = plan.dates
    .filter(({ range }) => range.start <= offset && offset < range.end)
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))[0];
  if (!dated) return [];
  const lines = dateLines(dated, language);
  const source = yearSourceText(dated, plan, open.reading.frontMatter, language);
  if (lines.length === 0) return [];
  return [{ range: dated.range, text: [...lines, ...(source ? [source] : [])].join('  \n') }];
}

/** The reading as the first line, what qualifies it below. */
function dateLines({ expression, span }: Dated, language: Language): readonly string[] {
  const zh = language === 'zh';
  const lines: string[] = [];
  const shown = span && asDeadline(expression, span);
  const reading = shown ? spanText(shown, language) : '';
  if (reading) lines.push(`**${escapeMarks(expression.raw)}** → ${reading}`);
  else {
    const meaning = meaningOf(expression, language);
    if (meaning) lines.push(`**${escapeMarks(expression.raw)}**：${meaning}`);
  }
  const counted = span && countedText(expression, span, language);
  if (counted) lines.push(counted);
  const days = shown && daysIn(shown);
  if (days !== undefined && days > 1) lines.push(zh ? `共 ${days} 天` : `${days} days`);
  if (span?.approximate) lines.push(zh ? '约数，两端可略有出入' : 'approximate');
  if (expression.fault) lines.push(faultText(expression.fault, language));
  return lines;
}

/**
 * From when and how the days of 自印发之日起30日内 were counted: the day of the event itself is not counted
 * (Civil Code art. 201).
 */
function countedText({ kind, amount }: DateExpression, { start, end }: DateSpan, language: Language): string {
  if (kind !== 'relative' || !amount || amount.unit === 'hour' || !start || !end) return '';
  const length = amountText(amount, undefined, language);
  return language === 'zh'
    ? `自${toChinese(start)}的次日起算，满${length}`
    : `${length} from the day after ${toIso(start)}`;
}

function meaningOf(expression: DateExpression, language: Language): string {
  const { kind, amount, anchor } = expression;
  const zh = language === 'zh';
  if (kind === 'duration' && amount) {
    const length = amountText(amount, expression.comparator, language);
    return zh ? `时长${length}` : `a length of ${length}`;
  }
  if (kind === 'relative' && amount) {
    const length = amountText(amount, undefined, language);
    if (!anchor) return zh ? `${length}内，没有写明从何时算起` : `within ${length}; from when is not said`;
    return zh ? `自“${anchor.text}”起${length}内` : `within ${length} of “${anchor.text}”`;
  }
  return kindText(expression, language);
}

function numberRemarks(plan: Plan, offset: number, language: Language): readonly Remark[] {
  const line = plan.lines.find(({ range }) => touches(range, offset));
  const number = line?.facts.number;
  if (!line || !number) return [];
  const range = line.at(number.range.start, number.range.start + number.raw.length);
  if (offset < range.start || offset >= range.end) return [];
  const text = numberText(number, line, language);
  return text ? [{ range, text }] : [];
}

/** The level that a number stands for by GB/T 9704-2012 7.3.3; other numbers have none. */
function numberText(number: NumberToken, line: Line, language: Language): string | undefined {
  if (number.level === undefined || line.place === 'cell') return undefined;
  const standard = levelForms[number.level - 1] ?? '';
  if (language === 'zh') {
    return `**${escapeMarks(number.raw)}** 第 ${number.level} 层序数，规范写法如“${standard}”（层次依次为“一、”“（一）”“1.”“（1）”，GB/T 9704—2012 7.3.3）`;
  }
  return `**${escapeMarks(number.raw)}** level ${number.level}, in standard form “${standard}” (the order is “一、” “（一）” “1.” “（1）”, GB/T 9704—2012 7.3.3)`;
}

const levelForms = ['一、', '（一）', '1.', '（1）', '①'];

function problemRemarks(open: OpenPlan, offset: number, language: Language): readonly Remark[] {
  const seen = new Set<string>();
  const remarks: Remark[] = [];
  for (const { rule: id, range } of open.knownProblems) {
    const rule = ruleById(id);
    if (!rule || seen.has(id) || !touches(range, offset)) continue;
    seen.add(id);
    const clauses = rule.basis.filter((clause) => clause !== 'practice');
    const basis = (clauses.length > 0 ? clauses : (['practice'] as const))
      .map((clause) => basisInWords(clause, language))
      .join(language === 'zh' ? '、' : '; ');
    const lead = language === 'zh' ? `依据：${basis}` : `Basis: ${basis}`;
    remarks.push({ range, text: `${rule.summary[language]}  \n${lead} · [${id}](${rulePage(id)})` });
  }
  return remarks;
}
