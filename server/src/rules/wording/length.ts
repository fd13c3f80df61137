import type { PlainDate } from '../../dates/civil.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Plan, Section } from '../../plan/model.ts';
import type { Profile } from '../../profiles/profile.ts';
import { writtenBefore } from '../../profiles/regime.ts';
import { mayBeHan, unitsOf } from '../../text/units.ts';
import { defineRule } from '../rule.ts';

interface Options {
  /** Han characters and digits of an ordinary document of a Party or government body. */
  readonly general: number;
  /** The same for a document on a special task (专项工作). */
  readonly special: number;
  /** Per cent of the limit from which on the author is told. */
  readonly near: number;
}

/** 《整治形式主义为基层减负若干规定》 was made public. */
const since: PlainDate = { year: 2024, month: 8, day: 6 };

/** A text longer than its kind may be. */
export const length = defineRule<'over' | 'near', Options>({
  id: 'length',
  family: 'wording',
  severity: 'warning',
  basis: ['减负-字数', '条例-19'],
  faults: ['F71'],
  fixes: [],
  options: { general: 5000, special: 4000, near: 90 },
  summary: { zh: '正文超过规定的字数', en: 'A text longer than its kind may be' },
  messages: {
    over: {
      zh: '正文约{count}字，超过{limit}字的限额（不计附件和表格）。请压缩文字，或者把明细移入附件。',
      en: 'The text has about {count} characters, over the limit of {limit} (without attachments and tables).',
    },
    near: {
      zh: '正文约{count}字，已接近{limit}字的限额（不计附件和表格）。',
      en: 'The text has about {count} characters, close to the limit of {limit} (without attachments and tables).',
    },
  },
  checkPlan({ plan, profile, options, report }) {
    const limit = limitOf(plan, profile, options);
    // Most plans are so short that nothing of them need be counted.
    if (!limit || sumOf(plan, unitsOn) <= Math.min(limit.near, limit.over ?? limit.near)) return;
    const place = plan.title && plan.title.range.start >= plan.range.start ? plan.title.range : plan.lines[0]?.range;
    if (!place || (!profile.lengthLimit && writtenBefore(plan, since))) return;
    const count = sumOf(plan, countOn);
    if (limit.over !== undefined && count > limit.over) {
      report({ message: 'over', params: { count, limit: limit.over }, range: place });
    } else if (count > limit.near) {
      report({
        message: 'near',
        params: { count, limit: limit.over ?? limit.near },
        range: place,
        severity: 'info',
      });
    }
  },
});

/** Plans for the whole of a policy are exempt from the limit. */
const overall = /规划|纲要|总体方案|总体预案|五年|三年行动/;
const specialTask = /专项|整治|治理|整改|行动|活动|攻坚|清理|排查/;

function limitOf(
  plan: Plan,
  profile: Profile,
  options: Options,
): { readonly over?: number; readonly near: number } | undefined {
  const own = profile.lengthLimit;
  if (own) {
    const over = own.warning;
    const near = own.info ?? (over === undefined ? undefined : (over * options.near) / 100);
    return near === undefined ? undefined : { ...(over === undefined ? {} : { over }), near };
  }
  const { body, attachment, title } = plan;
  const name = title?.value ?? '';
  if (body?.kind !== 'party' && body?.kind !== 'government') return undefined;
  if (attachment || overall.test(name)) return undefined;
  const over = specialTask.test(name) ? options.special : options.general;
  return { over, near: (over * options.near) / 100 };
}

const countOn = lineMemo(({ text }) => countIn(text));
const counted = /[\p{Script=Han}\d]/gu;

/** By hand, as it looks at every unit; texts with rare characters are left to the pattern. */
function countIn(text: string): number {
  const units = unitsOf(text);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = units[at] ?? 0;
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x30 && unit <= 0x39)) count++;
    else if (mayBeHan(unit)) return text.match(counted)?.length ?? 0;
  }
  return count;
}

const unitsOn = ({ text }: LineFacts): number => text.length;

/** The sum over the text proper: what stands in tables and behind the signature is not counted. */
function sumOf({ opening, sections }: Plan, of: (line: LineFacts) => number): number {
  let sum = 0;
  for (const { facts } of opening) sum += of(facts);
  for (const section of sections) sum += sumOfSection(section, of);
  return sum;
}

function sumOfSection({ heading, body, sections }: Section, of: (line: LineFacts) => number): number {
  let sum = of(heading.facts);
  for (const { facts } of body) sum += of(facts);
  for (const inner of sections) sum += sumOfSection(inner, of);
  return sum;
}
