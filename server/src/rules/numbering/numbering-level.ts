import type { NumberToken } from '../../numbering/token.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { bracketsBelowFigures, nestedLines } from '../../plan/nested.ts';
import { defineRule, type Finding } from '../rule.ts';
import { type StrayNumber, strayNumbers } from './lost-number.ts';
import { endsWithAfterword, skippedBrackets, skippedDecimals, skippedHeadings } from './skipped-levels.ts';
import { editTo, rangeOf } from './styles.ts';

type MessageId = 'stray' | 'reversed' | 'skipped' | 'heading' | 'decimal';

/** A level of numbers that is reversed, or that one part skips where the parts beside it do not. */
export const numberingLevel = defineRule<MessageId>({
  id: 'numbering-level',
  family: 'numbering',
  severity: 'warning',
  basis: ['9704-7.3.3', '15834-B.3.8'],
  faults: ['F43'],
  fixes: ['suggested'],
  summary: {
    zh: '序号层次颠倒，或同级各部分中有一处跳级',
    en: 'A level of numbers that is reversed, or skipped in one part only',
  },
  messages: {
    reversed: {
      zh: '序号层次颠倒：“{parent}”之下用了更高一级的“{raw}”。层次依次为“一、”“（一）”“1.”“（1）”。',
      en: 'The levels are reversed: “{raw}” stands below “{parent}”. The order is 一、 （一） 1. （1）.',
    },
    stray: {
      zh: '“{raw}”夹在“{before}”与“{next}”之间，与它们同级，应作“{standard}”。',
      en: '“{raw}” stands between “{before}” and “{next}” as one of them: write “{standard}”.',
    },
    skipped: {
      zh: '序号跳级：“{parent}”之下直接用“{raw}”，其他部分之下用的是“{usual}”。请统一层次。',
      en: 'A level is skipped: “{raw}” stands below “{parent}”, where the parts beside it use “{usual}”.',
    },
    heading: {
      zh: '标题跳级：“{parent}”之下直接用{inner}级标题，其他部分之下有{usual}级标题。请统一层次。',
      en: 'A level is skipped: headings of level {inner} stand below “{parent}”, where other parts have level {usual}.',
    },
    decimal: {
      zh: '序号跳级：“{parent}”之下直接用“{raw}”，没有“{missing}”。请统一层次。',
      en: 'A level is skipped: “{raw}” stands below “{parent}”, and there is no “{missing}”.',
    },
  },
  checkPlan({ plan, report }) {
    const told = findingsIn(plan);
    for (const finding of [...told, ...skippedHeadings(plan), ...skippedDecimals(plan)]) report(finding);
    for (const stray of strayNumbers(plan)) report(strayFinding(stray));
    if (told.length === 0) for (const finding of skippedBrackets(plan)) report(finding);
  },
});

const usualPlace = { zh: '同级部分之下的写法', en: 'What stands below the parts beside it' };
const parentPlace = { zh: '上一级序号', en: 'The number above it' };

const writeStandard = { zh: '改为“{standard}”', en: 'Write “{standard}”' };

function strayFinding({ number, before, next, standard }: StrayNumber): Finding<MessageId> {
  const edit = editTo(number, standard);
  return {
    message: 'stray',
    params: {
      raw: number.token.raw.trim(),
      before: before.token.raw.trim(),
      next: next.token.raw.trim(),
      standard,
    },
    range: rangeOf(number),
    related: [{ message: parentPlace, range: rangeOf(before) }],
    ...(edit ? { fix: { title: writeStandard, params: { standard }, safety: 'suggested', edits: [edit] } } : {}),
  };
}

function findingsIn(plan: Plan): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  const visit = (siblings: readonly Section[]): void => {
    const odd = skipped(siblings);
    if (odd) findings.push(odd);
    for (let at = 0; at < siblings.length; at++) {
      const section = siblings[at];
      if (!section) continue;
      const finding = reversed(section, siblings, at + 1);
      if (finding) findings.push(finding);
      if (section.sections.length > 0) visit(section.sections);
    }
  };
  visit(plan.sections);
  return [...findings, ...nestedIn(plan), ...bracketsIn(plan)];
}

/** The first numbered part of a section, with its number. */
interface FirstPart {
  readonly section: Section;
  readonly number: NumberToken;
  readonly level: number;
}

function firstPart(parent: Section): FirstPart | undefined {
  const section = parent.sections.find(({ number }) => number?.level !== undefined && number.value === 1);
  if (endsWithAfterword(parent)) return undefined;
  return section?.number?.level === undefined
    ? undefined
    : { section, number: section.number, level: section.number.level };
}

/**
 * Numbers of a higher level between two of a lower one: 1. （一） （二） 2. was meant as （一） and （二）
 * below 1. The outline takes （一） for a part beside 1., and 2. for the first part below （二）.
 */
function reversed(section: Section, siblings: readonly Section[], from: number): Finding<MessageId> | undefined {
  const { number } = section;
  const first = siblings[from];
  const level = first?.number?.level;
  if (!first?.number || number?.level === undefined || level === undefined) return undefined;
  if (level >= number.level || first.number.value !== 1) return undefined;
  const behind = siblings.slice(from);
  // （一） again is that below 2.
  const foreign = behind.findIndex((one, at) => one.number?.level !== level || (at > 0 && one.number.value === 1));
  const inner = foreign < 0 ? behind : behind.slice(0, foreign);
  const next = foreign < 0 ? undefined : behind[foreign];
  const goesOn = [next, inner.at(-1)?.sections.find((one) => one.number)].some(
    (one) => one?.number?.kind === number.kind && one.number.value === number.value + 1,
  );
  if (inner.length < 2 || !goesOn) return undefined;
  return {
    message: 'reversed',
    params: { parent: number.raw, raw: first.number.raw },
    range: rangeOf({ line: first.heading, token: first.number }),
    related: [{ message: parentPlace, range: rangeOf({ line: section.heading, token: number }) }],
  };
}

/** The first （一） of those that stand below 1., 2.: all of them are one habit. */
function bracketsIn({ lines }: Plan): readonly Finding<MessageId>[] {
  const [first] = bracketsBelowFigures(lines);
  const parent = first && lines.findLast(({ index, facts }) => index < first.index && facts.number?.kind === 'arabic');
  const [raw, above] = [first?.facts.number, parent?.facts.number];
  if (!first || !parent || !raw || !above) return [];
  return [
    {
      message: 'reversed',
      params: { parent: above.raw, raw: raw.raw },
      range: rangeOf({ line: first, token: raw }),
      related: [{ message: parentPlace, range: rangeOf({ line: parent, token: above }) }],
    },
  ];
}

/** （一） with 一、 and 二、 below it, where the （二） that follows shows that they belong to it. */
function nestedIn({ lines }: Plan): readonly Finding<MessageId>[] {
  let parent: Line | undefined;
  // The title of an attachment between the two begins something else.
  let isBelow = false;
  const nested = nestedLines(lines);
  if (nested.size === 0) return [];
  return lines.flatMap((line): readonly Finding<MessageId>[] => {
    const { number } = line.facts;
    if (number?.kind === 'hanBracket') {
      parent = line;
      isBelow = true;
    } else if (!number && !/[，。；：]/.test(line.text)) isBelow = false;
    const above = parent?.facts.number;
    if (!parent || !above || !isBelow || number?.value !== 1 || !nested.has(line)) return [];
    return [
      {
        message: 'reversed',
        params: { parent: above.raw, raw: number.raw },
        range: rangeOf({ line, token: number }),
        related: [{ message: parentPlace, range: rangeOf({ line: parent, token: above }) }],
      },
    ];
  });
}

/** One that deviates from two others. */
const LEAST = 3;

/** （三）→（1） where （一） and （二） have 1. below them. All of the others have to agree. */
function skipped(siblings: readonly Section[]): Finding<MessageId> | undefined {
  if (siblings.length < LEAST) return undefined;
  const withParts: { readonly parent: Section; readonly part: FirstPart }[] = [];
  for (const parent of siblings) {
    const part = parent.number?.level === undefined || parent.sections.length === 0 ? undefined : firstPart(parent);
    if (part) withParts.push({ parent, part });
  }
  if (withParts.length < LEAST) return undefined;
  const usual = Math.min(...withParts.map(({ part }) => part.level));
  const regular = withParts.filter(({ part }) => part.level === usual);
  const deviating = withParts.filter(({ part }) => part.level > usual);
  const [odd] = deviating;
  const [model] = regular;
  if (!odd || !model || deviating.length > 1 || regular.length < 2) return undefined;
  const kinds = new Set(withParts.map(({ parent }) => parent.number?.kind));
  if (kinds.size > 1 || odd.part.level <= (odd.parent.number?.level ?? 0)) return undefined;
  // 一、 → 1. is usual where there is little to say (GB/T 15834-2011 B.3.8 lets a text begin at any level).
  if (odd.parent.number?.level === 1 && odd.part.level === 3) return undefined;
  // ① for ⑴: the one sign in the place of the other.
  if (isSign(odd.part.number) && isSign(model.part.number)) return undefined;
  // Items in a sentence are no level of their own: （1）…；（2）….
  if (odd.parent.sections.some((one) => one.style === 'inline')) return undefined;
  return {
    message: 'skipped',
    params: {
      parent: odd.parent.number?.raw ?? '',
      raw: odd.part.number.raw,
      usual: model.part.number.raw,
    },
    range: rangeOf({ line: odd.part.section.heading, token: odd.part.number }),
    related: [{ message: usualPlace, range: rangeOf({ line: model.part.section.heading, token: model.part.number }) }],
  };
}

const isSign = ({ raw }: NumberToken): boolean => /^[⑴-⒇①-⑳]/.test(raw);
