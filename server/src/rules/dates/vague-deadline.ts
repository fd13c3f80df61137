import type { Plan } from '../../plan/model.ts';
import { defineRule, type Finding } from '../rule.ts';
import { hasBlankDateCell } from './blank-date.ts';
import { type VagueTime, vagueTimes } from './vague-words.ts';

type MessageId = VagueTime['kind'];

/** A vague word where a date should stand: 适时组织测评, 尽快整改. */
export const vagueDeadline = defineRule<MessageId>({
  id: 'vague-deadline',
  family: 'dates',
  severity: 'info',
  basis: ['条例-19', 'practice'],
  faults: ['F06'],
  fixes: [],
  summary: { zh: '用“适时、尽快、近期”等代替时限', en: 'A vague word in the place of a time limit' },
  messages: {
    vague: {
      zh: '“{word}”不是时限，请写明“{deed}”的具体时间。',
      en: '“{word}” is no time limit: say when “{deed}” is to be done.',
    },
    about: {
      zh: '“{word}”不是确定的时间，请写明具体日期或截止日期。',
      en: '“{word}” is no definite time; write the day or the last day.',
    },
    event: {
      zh: '“{word}”没有落到日期，请写明“{deed}”的具体时间。',
      en: '“{word}” is tied to no date: say when “{deed}” is to be done.',
    },
    until: {
      zh: '“{word}”不是确定的日期，请写明到哪一天为止。',
      en: '“{word}” is no day: say on which day it ends.',
    },
    later: {
      zh: '“{word}”：时间还没有定，请写明日期，或写明哪一天前通知。',
      en: '“{word}”: no time is set yet; write the day, or the day by which it is told.',
    },
    label: {
      zh: '时限只写了“{word}”，请写明截止日期。',
      en: 'The time limit is only “{word}”; write the last day.',
    },
  },
  checkLine({ line, report }) {
    for (const { kind, word, deed, range } of vagueTimes(line.facts)) {
      report({ message: kind, params: deed === '' ? { word } : { word, deed }, range });
    }
  },
  checkPlan({ plan, report }) {
    for (const finding of vagueCells(plan)) report(finding);
  },
});

/** Cells of a time column with nothing but such a word; one finding for each row, since each wants its own date. */
function vagueCells(plan: Plan): readonly Finding<MessageId>[] {
  return plan.measures.flatMap(({ row, table, time }) => {
    const { range } = time;
    if (time.kind !== 'vague' || !row || !table || !range || hasBlankDateCell(row)) return [];
    const line = row.cells
      .flatMap((cell) => cell.lines)
      .find((one) => one.range.start <= range.start && range.end <= one.range.end);
    // 待定 is a blank to be filled in: placeholder says so.
    if (!line || vagueTimes(line.facts).length > 0 || line.text.startsWith('待')) return [];
    const word = line.facts.dates.find((expression) => expression.kind === 'vague')?.raw ?? line.text;
    return [{ message: 'label', params: { word }, range }];
  });
}
