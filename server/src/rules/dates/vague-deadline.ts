import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Plan } from '../../plan/model.ts';
import { limitCell } from '../../plan/tables/table-fields.ts';
import { defineRule, type Finding } from '../rule.ts';
import { hasBlankDateCell } from './undated/blank-date.ts';
import type { VagueTime } from './vague/open-times.ts';
import { vagueTimes } from './vague/vague-words.ts';

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

/**
 * Cells of a time column with nothing but such a word, or with an event that others bring about; one finding for each
 * row, since each wants its own date.
 */
function vagueCells({ tables }: Plan): readonly Finding<MessageId>[] {
  const found: Finding<MessageId>[] = [];
  for (const table of tables) {
    for (const row of table.rows) {
      const cell = limitCell(table, row);
      const line = cell?.lines.length === 1 ? cell.lines[0] : undefined;
      const word = line ? vagueCell(line.facts) : '';
      if (!line || word === '' || cell?.carried || hasBlankDateCell(row)) continue;
      found.push({ message: 'label', params: { word }, range: line.at(0, line.text.trimEnd().length) });
    }
  }
  return found;
}

/** 待设计批复后, 省平台升级以后: when that will be, others decide; 活动结束后 is known from the plan itself. */
const awaited =
  /^(?:待[\p{Script=Han}]{2,14}(?:[后时]|之后|以后)|[\p{Script=Han}]{2,10}(?:批复|批准|下达|到账|到位|升级|出台|获批|立项|明确|成熟)(?:后|之后|以后|时))$/u;
const told = /^(?:时间)?(?:另行(?:通知|安排|确定|公布)|另定|另议|视情况?(?:而定|确定)?|择[日期机]|适时|待通知)$/;

/** Such words, empty where there are none. 待定 is a blank to be filled in: placeholder says so. */
const vagueCell = lineMemo((facts: LineFacts): string => {
  const words = facts.text.trim();
  if (words.length > longestCell || words.startsWith('待定') || vagueTimes(facts).length > 0) return '';
  if (awaited.test(words) || told.test(words)) return words;
  const [expression, more] = facts.dates;
  return expression?.kind === 'vague' && !more && words.length <= expression.raw.length + 2 ? expression.raw : '';
});
const longestCell = 20;
