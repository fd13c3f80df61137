import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { hasSign, linesWith } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';
import { hourSign } from '../../figures.ts';
import type { Finding } from '../../rule.ts';

const HOURS = /(?<![\d:：.])(\d{1,2})[:：](\d{2})\s?(?:[-—–－~～]{1,2}|至|到)\s?(\d{1,2})[:：](\d{2})(?![\d:：])/g;
/** A shift goes on into the next morning. */
const OVERNIGHT = /值班|值守|值勤|次日|第二天|翌日|夜|班次|通宵|昼|24小时/;
/** Before this hour of the morning the afternoon may be meant: 10:00-1:30. */
const MORNING = 7;
/** From this hour on something may last until the next morning. */
const EVENING = 17;
const NOON = 12;

const NONE: readonly never[] = [];

/** Hours that end before they begin: 14:00-13:30. Those over noon and over night are read as their author means them. */
export function backwardHours(facts: LineFacts): readonly Range[] {
  const { text } = facts;
  if (!hasSign(facts, hourSign) || !/\d[:：]\d/.test(text) || OVERNIGHT.test(text)) return NONE;
  return [...text.matchAll(HOURS)].flatMap(({ 0: raw, 1: h1, 2: m1, 3: h2, 4: m2, index }) => {
    const [from, to] = [minutesOf(h1, m1), minutesOf(h2, m2)];
    if (from === undefined || to === undefined || to >= from) return [];
    if (Number(h2) < MORNING || (Number(h1) >= EVENING && Number(h2) < NOON)) return [];
    return [{ start: index, end: index + raw.length }];
  });
}

function minutesOf(hour = '', minute = ''): number | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  return h < 24 && m < 60 ? h * 60 + m : undefined;
}

const HEAD = /^(\d{1,2})[:：](\d{2})(?=[\s\u3000—–－~～至到-]|[\u4e00-\u9fff，,])/;

/** The hour with which a line begins, in minutes; -1 where it begins with none. */
const hourAt = lineMemo((facts) => {
  const { text, number } = facts;
  const match =
    hasSign(facts, hourSign) && /\d[:：]\d/.test(text.slice(0, 12))
      ? HEAD.exec(text.slice(number?.range.end ?? 0))
      : null;
  const minutes = match ? minutesOf(match[1], match[2]) : undefined;
  return minutes ?? -1;
});

/** A programme shorter than this has no order to speak of. */
const LEAST = 4;

/** Lines of a programme that each begin with their hour, of which one steps back behind the one above. */
export function hoursOutOfOrder(plan: Plan, lines: readonly Line[]): readonly Finding<'hourOrder'>[] {
  if (linesWith(lines, hourSign).length < LEAST) return NONE;
  const found: Finding<'hourOrder'>[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const back =
      run.length < LEAST
        ? []
        : run.filter((line, at) => at > 0 && hourAt(line.facts) < hourAt((run[at - 1] ?? line).facts));
    const [line, more] = back;
    const first = run[0];
    // A step back to the morning begins another day; one to small hours begins the afternoon.
    if (line && first && !more && hourAt(line.facts) > hourAt(first.facts) && hourAt(line.facts) >= MORNING * 60) {
      const raw = /\d{1,2}[:：]\d{2}/.exec(line.text)?.[0] ?? '';
      const start = line.text.indexOf(raw);
      found.push({ message: 'hourOrder', params: { raw }, range: line.at(start, start + raw.length) });
    }
    run = [];
  };
  for (const line of plan.lines) {
    if (line.place !== 'cell' && hourAt(line.facts) >= 0) run.push(line);
    else if (run.length > 0) close();
  }
  close();
  return found;
}
