import { type LineFacts, lineMemo } from '../../../../plan/facts.ts';
import type { Plan } from '../../../../plan/model.ts';
import { linesInOrder } from '../../../../plan/reading-order.ts';
import type { Range } from '../../../../text/range.ts';
import { gatheredByPlan } from '../../../by-plan.ts';
import { plainTitle } from '../titles/title-slips.ts';

/** The unit of another plan of the same activity, named in a plan in which it has no business. */
export interface CopiedUnit {
  readonly plan: Plan;
  readonly range: Range;
  readonly name: string;
  /** The plan's own unit. */
  readonly own: string;
  readonly other: Plan;
}

/** By their last word, the units that are beside one another: a school names its town, but no other school. */
const classes: Readonly<Record<string, string>> = {
  镇: 'town',
  乡: 'town',
  街道: 'town',
  村: 'village',
  社区: 'village',
  小学: 'school',
  中学: 'school',
  学校: 'school',
  幼儿园: 'school',
  公司: 'firm',
  医院: 'hospital',
  卫生院: 'hospital',
};
const anyUnit = Object.keys(classes)
  .sort((a, b) => b.length - a.length)
  .join('|');
const unitInTitle = new RegExp(`^(?:中国共产党|中共)?(.{2,16}?)(${anyUnit})(.*)$`);
/** 云岭县第二中学 is 第二中学 to those around it. */
const above = /^.{2,6}?(?:省|市|县|区|旗|州|集团)(?=.{2})/;
/** Bodies of the unit, and words that do not tell one plan from another. */
const notActivity =
  /^(?:人民政府|街道办事处|办事处|党工委|党委|党支部|党总支|委员会)|关于|开展|专项|实施|工作|方案|计划|预案|的|\d{4}年/g;
const shortestActivity = 2;

interface TitledUnit {
  readonly short: string;
  readonly kind: string;
  readonly activity: string;
}

function unitOf({ title }: Plan): TitledUnit | undefined {
  const [, name, last = '', rest = ''] = unitInTitle.exec(plainTitle(title?.value ?? '')) ?? [];
  if (name === undefined) return undefined;
  const activity = rest.replace(notActivity, '');
  const short = (name + last).replace(above, '');
  return activity.length < shortestActivity ? undefined : { short, kind: classes[last] ?? '', activity };
}

interface Mention extends Range {
  /** The last characters up to the word of the unit: 对黄沙镇. */
  readonly head: string;
}

const longestName = 10;
const lastWords = new RegExp(anyUnit, 'g');
/** With others, or from them: their names are meant. */
const together =
  /(?:与|和|同|及|、|会同|联合|协同|协助|对接|毗邻|相邻|邻近|交界|学习|借鉴|参照|参观|赴|原)[^，。；：]{0,2}$/;
const others = /^(?:、|和|与|及|等|方向|交界|接壤|边界)/;

/** Names of units as texts use them by themselves, outside of titles and quotations. */
const mentionsOn = lineMemo(({ text }: LineFacts): readonly Mention[] => {
  const found = [...text.matchAll(lastWords)].flatMap((match): readonly Mention[] => {
    const end = match.index + match[0].length;
    const head = /[\p{Script=Han}]+$/u.exec(text.slice(Math.max(0, end - longestName), end))?.[0] ?? '';
    const isInside = ['《》', '“”'].some(
      (pair) => text.lastIndexOf(pair.charAt(0), match.index) > text.lastIndexOf(pair.charAt(1), match.index),
    );
    if (head.length < 3 || isInside || others.test(text.slice(end, end + 2))) return [];
    return [{ head, start: end - head.length, end }];
  });
  return found.length === 0 ? none : found;
});

const none: readonly Mention[] = [];

const mentionsIn = gatheredByPlan((document, plan) =>
  linesInOrder(document, plan).flatMap((line) =>
    line.place === 'quote'
      ? []
      : mentionsOn(line.facts).map(({ head, start, end }) => ({
          head,
          before: line.text.slice(Math.max(0, start - 4), start),
          text: line.text,
          range: line.at(start, end),
        })),
  ),
);

/** Mentions from which on the other unit takes part in earnest. */
const inEarnest = 3;

/** Units of sibling plans that were left in when a plan was copied. Linear in the mentions of units. */
export function copiedUnits(document: Parameters<typeof mentionsIn>[0], plans: readonly Plan[]): readonly CopiedUnit[] {
  const titled = plans.flatMap((plan) => {
    const unit = unitOf(plan);
    return unit ? [{ plan, unit }] : [];
  });
  const families = new Map<string, Map<string, Plan>>();
  for (const { plan, unit } of titled) {
    const key = `${unit.kind}\n${unit.activity}`;
    const family = families.get(key) ?? new Map<string, Plan>();
    if (!family.has(unit.short)) family.set(unit.short, plan);
    families.set(key, family);
  }
  return titled.flatMap(({ plan, unit }) => {
    const family = families.get(`${unit.kind}\n${unit.activity}`);
    if (!family || family.size < 2) return [];
    const found = new Map<string, CopiedUnit[]>();
    for (const { head, before, text, range } of mentionsIn(document, plan)) {
      for (let length = 3; length <= head.length; length++) {
        const name = head.slice(-length);
        const other = family.get(name);
        if (!other || name.includes(unit.short) || unit.short.includes(name) || text.includes(unit.short)) continue;
        if (together.test(before + head.slice(0, -length))) continue;
        const at = { start: range.end - length, end: range.end };
        found.set(name, [...(found.get(name) ?? []), { plan, range: at, name, own: unit.short, other }]);
      }
    }
    return [...found.values()].flatMap((uses) => (uses.length >= inEarnest ? [] : uses.slice(0, 1)));
  });
}
