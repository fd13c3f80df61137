import { liesWithin, type Range, shift } from '../../text/range.ts';
import { tableOfUnits } from '../../text/units.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, Section } from '../model.ts';
import { planMemo } from '../plan-memo.ts';
import { itemsOf, type LabelledItem, listOf, otherItemsOf } from './item-forms.ts';
import { hasActingUnit } from './nobodys.ts';
import { actorsOn, partiesOn } from './tasks.ts';

/** Items beside one another most of which say something by a label, and those of them that do not. */
export interface UnevenItems {
  /** The first one that says it. */
  readonly like: LabelledItem;
  readonly without: readonly LabelledItem[];
}

/** 责任单位：, （责任人：, 牵头部门： at the end of an item or below it. */
const ownerLabel =
  /(?:责任|牵头|承办|实施|落实|主办|负责|主责|包抓|包保|经办)(?:单位|部门|科室|处室|股室|人员?|领导|主体)[：:][\s\u3000]*[^\s\u3000]/g;
const limitLabel =
  /(?:时限|期限|(?:完成|整改|办结|截止|结束|落实|实施|推进|起止)(?:时间|日期))[：:][\s\u3000]*[^\s\u3000]/g;

/** 整改时限： with nothing behind it. */
const bareLabel =
  /(?:^|[\s\u3000。；;，,（(、.．)）])((?:责任|牵头|承办|实施|落实|主办|负责|主责|包抓|包保|经办)(?:单位|部门|科室|处室|股室|人|领导)|(?:整改|完成|办结|落实|销号)?(?:时限|期限)|(?:完成|整改|办结|截止)(?:时间|日期))[：:](?:[\s\u3000]*(?=$|[）)；;])|[\s\u3000]{2,}(?=[\p{Script=Han}]{2,6}[：:]))/gu;
/** What follows a bare label and is no value for it. */
const anotherLabel = /^[^，。；：:\s]{2,8}[：:]/;

interface Labels {
  readonly owner: boolean;
  readonly limit: boolean;
  /** The label at the end of the line that has no value on it. */
  readonly bare: Range | undefined;
}

/** The last character of each of the labels; behind it stands a colon. */
const ENDS = tableOfUnits('位门室人员导体限间期');
/** None of the labels is longer, what stands in front of it included. */
const longestLabel = 8;

const noLabels: Labels = { owner: false, limit: false, bare: undefined };

const labels = lineMemo(({ text }: LineFacts): Labels => {
  const colon = firstColon(text);
  if (colon < 0) return noLabels;
  const from = Math.max(0, colon - longestLabel);
  bareLabel.lastIndex = from;
  const bare = bareLabel.exec(text);
  const start = bare ? bare.index + bare[0].indexOf(bare[1] ?? '') : 0;
  ownerLabel.lastIndex = from;
  limitLabel.lastIndex = from;
  return {
    owner: ownerLabel.test(text),
    limit: limitLabel.test(text),
    bare: bare ? { start, end: start + (bare[1]?.length ?? 0) + 1 } : undefined,
  };
});

/** Where the first colon stands that may close a label; -1 where there is none. */
function firstColon(text: string): number {
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit === FULL_COLON || unit === HALF_COLON) && ENDS[text.charCodeAt(at - 1)] === 1) return at;
  }
  return -1;
}
const FULL_COLON = '：'.charCodeAt(0);
const HALF_COLON = ':'.charCodeAt(0);

/** Whether a line says by a label who answers for something, or until when it is to be done. */
export function hasTaskLabel(line: Line): boolean {
  const { owner, limit } = labels(line.facts);
  return owner || limit;
}

/** Whether a line says by a label who answers for something. */
export const hasOwnerLabel = (line: Line): boolean => labels(line.facts).owner;

/** Items 1.整改目标：…2.整改措施：…3.责任领导：…4.整改时限：… are all said of one thing. */
export function areAspects(items: readonly Line[]): boolean {
  const names = new Set(items.map(({ facts }) => aspectOn(facts)));
  return names.size === items.length && !names.has('');
}
const aspectOn = lineMemo(({ text, number }) => aspect.exec(text.slice(number?.range.end ?? 0))?.[1] ?? '');
const aspect =
  /^[\s\u3000]*([^：:。，]{0,6}(?:问题|表现|原因|目标|措施|举措|要求|标准|成果|责任[^：:。，]{0,2}|单位|部门|[科处股]室|领导|时限|期限|时间|情况|进展|人))[：:]/;

/** Fewer items show no habit. */
const fewest = 3;
/** What has no more words than this is a title of something that is told elsewhere. */
const shortest = 8;

/** Items that do not say who answers for them, where most of those beside them say so by a label. */
export const withoutOwner = (plan: Plan): readonly UnevenItems[] =>
  uneven(
    plan,
    (line) => hasOwnerLabel(line) || namesAccount(line) || namesInBrackets(line),
    (line) => partiesOn(line).length > 0 || actorsOn(line).length > 0,
    true,
  );

/** （@linmu，3月6日）: as good as a label. */
const namesAccount = ({ text, facts }: Line): boolean =>
  text.includes('@') && facts.parties.some(({ name }) => name.startsWith('@'));

/** （水利站，4月底前） behind what is to be done: as good as labels for both. */
const namesInBrackets = ({ facts }: Line): boolean => bracketOf(facts) !== null;
const limitInBrackets = ({ facts }: Line): boolean => {
  const bracket = bracketOf(facts);
  return bracket !== null && facts.dates.some(({ range }) => liesWithin(range, bracket));
};
const bracketOf = lineMemo((facts): Range | null => {
  const last = facts.text.trimEnd().search(/[)）][。；;]?$/);
  if (last < 0) return null;
  const party = facts.parties.find(
    ({ vague, range }) => !vague && range.end === last + 1 && /[（(]/.test(facts.text.charAt(range.start)),
  );
  return party?.range ?? null;
});

/** So many beside the only one without it have the label. */
const HABIT = 4;
/** Lines of an item with parts of its own. */
const PARTS = 3;

/** Items without any time, where most of those beside them name theirs by a label. */
export const withoutLimit = (plan: Plan): readonly UnevenItems[] =>
  uneven(plan, (line) => labels(line.facts).limit || limitInBrackets(line), namesLimit);

/** 每月抽查100份 is how often and 2023年以来 since when, not until when; 年内 is as good as no limit. */
export function namesLimit({ facts: { dates, text } }: Line): boolean {
  return dates.some(
    ({ kind, raw, range }) =>
      (kind === 'recurring'
        ? /[前底末]|[\d一二三四五六七八九十][日号]/.test(raw)
        : !/^(?:[本今当全]年度?|[本今当]?年度?内)$/.test(raw)) &&
      !/(?:以来|至今)$/.test(raw) &&
      !text.startsWith('以来', range.end),
  );
}

export interface BareLabel {
  readonly what: 'owner' | 'limit';
  /** 整改时限 */
  readonly label: string;
  /** The value stands on the line below. */
  readonly filled: boolean;
  readonly range: Range;
}

/**
 * Labels without a value on their line, in a plan in which others of that name have one: where none has, it is a form
 * to fill in.
 */
export const bareLabels = planMemo(
  ({ lines }): readonly BareLabel[] =>
    lines.flatMap((line, at): readonly BareLabel[] => {
      const { bare } = labels(line.facts);
      const next = lines[at + 1];
      if (!bare) return [];
      const filled =
        next !== undefined &&
        line.text.slice(bare.end).trim() === '' &&
        next.place !== 'heading' &&
        !next.facts.number &&
        !anotherLabel.test(next.text);
      const label = line.text.slice(bare.start, bare.end - 1);
      const value = new RegExp(`${label}[：:][\\s\\u3000]*[^\\s\\u3000]`);
      if (!lines.some(({ text }) => text.includes(label) && value.test(text))) return [];
      const what = /[时期]限|时间|日期/.test(label) ? 'limit' : 'owner';
      return [{ what, label, filled, range: line.at(bare.start, bare.end) }];
    }),
  (found, by) => found.map(({ what, label, filled, range }) => ({ what, label, filled, range: shift(range, by) })),
);

/**
 * @param says whether a line has the label
 * @param tells whether a line says the same in another way
 * @param ofWhole the label is said of the whole item: 各班组每月自查 in one of its parts does not stand for （责任部门：…） below
 * all of them, which every other item has
 */
function uneven(
  plan: Plan,
  says: (line: Line) => boolean,
  tells: (line: Line) => boolean,
  ofWhole = false,
): readonly UnevenItems[] {
  if (!plan.lines.some(says)) return [];
  const found: UnevenItems[] = [];
  const visit = (section: Section): void => {
    const others = ofWhole ? otherItemsOf(section, isSideLine) : [];
    for (const items of [itemsOf(section), listOf(section), ...others]) {
      if (items.length < fewest || areAspects(items.flatMap(({ lines: [head] }) => head ?? []))) continue;
      const labelled = items.filter(({ lines }) => lines.some(says));
      const [like] = labelled;
      if (!like || labelled.length === items.length || labelled.length * 3 < items.length * 2) continue;
      const isOther = others.includes(items);
      // In brackets, or without numbers, three are no habit yet, but for what has a day of its own.
      const isLoose =
        isOther || !labelled.some(({ lines }) => lines.some((line) => hasTaskLabel(line) || namesAccount(line)));
      if (isLoose && (labelled.length < fewest || labelled.length < items.length - 1)) continue;
      const isOnly = ofWhole && labelled.length >= HABIT && labelled.length === items.length - 1;
      const isTold = ({ lines }: LabelledItem) =>
        isOnly && lines.length > PARTS && !isOther
          ? lines.filter(tells).length * PARTS > lines.length
          : lines.some((line) => tells(line) || (isOther && (hasActingUnit(line.facts) || namesOneOf(plan, line))));
      const without = items.filter(
        (item) =>
          !labelled.includes(item) &&
          !(isLoose && (isRemark(item) || (labelled.length < HABIT && !isDated(item)))) &&
          !isTold(item) &&
          !item.lines.some(isDone) &&
          lengthOf(item) >= shortest,
      );
      if (without.length > 0) found.push({ like, without });
    }
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
}

const isDated = ({ lines }: LabelledItem): boolean =>
  lines.some(({ facts: { dates } }) => dates.some(({ kind }) => kind === 'span'));

/** 工作要求, 说明1, 坚持边整边改, 上述三项工作的验收标准: nothing that somebody has to do. */
const isRemark = ({ lines: [head] }: LabelledItem): boolean => remark.test(head?.text.slice(0, REMARK) ?? '');
const remark = /要求|原则|说明|施策|坚持|注意|[上所]述|以上|其[他它余]|不搞|长期|长效|全程/;
const REMARK = 24;

/** One of the units that answer for something in the plan stands on the line. */
const namesOneOf = ({ parties }: Plan, { text }: Line): boolean =>
  parties.some(({ name, vague }) => !vague && name.length > 2 && text.includes(name));

/** 责任单位：… on a line of its own. */
const isSideLine = ({ text }: Line): boolean => sideLine.test(text);
const sideLine = new RegExp(`^[\\s\\u3000]*[^，。；：:]{0,4}(?:${ownerLabel.source}|${limitLabel.source})`);

/** 整改状态：已完成, 已整改到位: nothing is left to be done. */
const isDone = ({ text }: Line): boolean => done.test(text);
const done =
  /(?:状态|结果|销号情况|完成情况)[：:][\s\u3000]*(?:已|全部)?(?:完成|整改|销号|办结)|已(?:经)?(?:全部|全面)?(?:整改到位|完成整改|整改完成|销号|办结)/;

const lengthOf = ({ lines }: LabelledItem): number => lines.reduce((sum, { text }) => sum + text.length, 0);
