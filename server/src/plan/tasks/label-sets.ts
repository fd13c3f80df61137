import { shift } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, Section } from '../model.ts';
import { planMemo } from '../plan-memo.ts';
import { allSections } from '../sections.ts';
import type { LabelledItem } from './item-forms.ts';
import { hasTaskLabel, namesLimit } from './labelled-items.ts';
import { actorsOn, linesOf, partiesOn, titleOf } from './tasks.ts';

/** An item without a label that every other item of its kind has, beside labels that it has in common with them. */
export interface LackingLabel {
  readonly what: 'owner' | 'limit';
  /** 责任科室 */
  readonly label: string;
  readonly item: LabelledItem;
  /** The first item that has it. */
  readonly like: LabelledItem;
  /** It says in another way who answers for it. */
  readonly told: boolean;
}

const taskLabel =
  /(?:^|[\s\u3000。；;，,（(、）)])((?:整改|第一|直接|主要|具体)?(?:责任|牵头|承办|实施|落实|主办|负责|主责|包抓|包保|经办)(?:单位|部门|科室|处室|股室|人员?|领导|主体)|(?:整改|完成|办结|落实|销号)?(?:时限|期限)|(?:完成|整改|办结|截止|结束)(?:时间|日期))[：:][\s\u3000]*(?=[^\s\u3000；;）)])/g;
const ofLimit = /[时期]限|时间|日期/;

/** 责任领导, 责任科室, 整改时限: the labels with a value on a line. */
const labelsOn = lineMemo(({ text }: LineFacts): readonly string[] =>
  [...text.matchAll(taskLabel)].map(([, label = '']) => label),
);

/** M1 术语表定稿, 里程碑2: numbered all the same. */
const milestone = /^(?:M|P|S|里程碑|迭代|Sprint) ?\d/i;
/** An item that is a measure with labels of its own; one that begins with its label tells something of the section. */
const isLabelledMeasure = ({ place, facts }: Line): boolean =>
  place === 'item' && labelsOn(facts).some((label) => !facts.text.trimStart().startsWith(label));

interface Item {
  readonly section: Section;
  readonly lines: readonly Line[];
  readonly labels: ReadonlySet<string>;
}

/** Fewer items show no habit. */
const FEWEST = 3;

/**
 * The label that one item lacks and all others of its kind in the plan have: 责任领导, 责任科室 and 整改时限 behind eight
 * measures, and behind the ninth 责任领导 and 整改时限. Items that go by labels of their own are no measure, and neither is what has a label twice: it has measures in it.
 */
export const lackingLabels = planMemo(
  (plan: Plan): readonly LackingLabel[] => {
    if (!plan.lines.some(hasTaskLabel)) return [];
    const kinds = new Map<string, Item[]>();
    for (const section of allSections(plan)) {
      const isNamed = section.number !== undefined || milestone.test(section.title.value);
      if (!isNamed || section.tables.length > 0 || section.sections.some((inner) => labelsOf(inner).size > 0)) continue;
      const labels = labelsOf(section);
      if (labels.size === 0 || section.body.some(isLabelledMeasure)) continue;
      const kind = `${section.number?.kind ?? 'milestone'}/${section.level}`;
      const items = kinds.get(kind) ?? [];
      kinds.set(kind, items);
      items.push({ section, lines: linesOf(section), labels });
    }
    return [...kinds.values()].flatMap((items) => lackingAmong(items));
  },
  (found, by) => found.map((one) => ({ ...one, item: shiftItem(one.item, by), like: shiftItem(one.like, by) })),
);

const shiftItem = (item: LabelledItem, by: number): LabelledItem => ({
  ...item,
  title: { value: item.title.value, range: shift(item.title.range, by) },
  range: shift(item.range, by),
});

const labelsOf = (section: Section): ReadonlySet<string> =>
  new Set(linesOf(section).flatMap(({ facts }) => labelsOn(facts)));

function lackingAmong(items: readonly Item[]): readonly LackingLabel[] {
  if (
    items.length < FEWEST ||
    items.some(({ lines, labels }) => lines.flatMap(({ facts }) => labelsOn(facts)).length > labels.size)
  )
    return [];
  const all = new Set(items.flatMap(({ labels }) => [...labels]));
  return [...all].flatMap((label): readonly LackingLabel[] => {
    const [only, more] = items.filter(({ labels }) => !labels.has(label));
    const [like] = items.filter(({ labels }) => labels.has(label));
    if (!only || more || !like) return [];
    const what = ofLimit.test(label) ? 'limit' : 'owner';
    // The day in a sentence behind the item (总结于11月5日前报县委) is none of its own.
    const last = only.lines.findLastIndex(({ facts }) => labelsOn(facts).length > 0);
    if (what === 'limit' && only.lines.slice(0, last + 1).some(namesLimit)) return [];
    const told =
      what === 'owner' &&
      ([...only.labels].some((one) => !ofLimit.test(one)) ||
        only.lines.some((line) => partiesOn(line).length > 0 || actorsOn(line).length > 0));
    // Of many items another one may lack another label; where this one says it in other words, none may.
    const spared = items.length > FEWEST + 1 && !told ? 1 : 0;
    const isCommon = (one: string) => items.filter(({ labels }) => !labels.has(one)).length <= spared || one === label;
    if (![...only.labels].every(isCommon)) return [];
    return [{ what, label, item: itemOf(only), like: itemOf(like), told }];
  });
}

const itemOf = ({ section, lines }: Item): LabelledItem => ({
  title: titleOf(section),
  lines,
  range: section.range,
  around: section.parent ?? section,
});
