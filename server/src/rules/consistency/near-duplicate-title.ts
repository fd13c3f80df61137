import type { Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { differenceOf } from '../../text/difference.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { defineRule, type Finding } from '../rule.ts';
import { attachmentNameFaults, attachmentsOf, inside } from './attachment-names.ts';
import { noteFaults } from './attachment-note.ts';
import { listMemo } from './list-memo.ts';
import { titleSign } from './mark-signs.ts';
import { likelyPairs } from './names/similar.ts';
import { misquotedByNotices } from './names/titles/notice-titles.ts';
import { ownTitlesQuoted } from './names/titles/own-title-quoted.ts';
import { driftFromTitle } from './names/titles/table-titles.ts';
import { areOfOneSchool, isSlip, isSynonym, plainTitle, turnedRound } from './names/titles/title-slips.ts';

/** One title, with all places where it stands. */
interface TitleUse {
  readonly written: string;
  readonly places: Range[];
  /** It is what the paper calls itself. */
  own: boolean;
  /** The document numbers with which it is cited. */
  readonly numbers: Set<string>;
  /** It is cited as a paper that no longer holds. */
  replaced: boolean;
  /** The lines in which it is cited. */
  readonly lines: Set<CitingLine>;
}

const elsewhere = { zh: '他处作《{title}》', en: 'Elsewhere: 《{title}》' };
const alsoHere = { zh: '此处同', en: 'Here as well' };
const ownTitle = { zh: '方案的标题', en: 'The title of the plan' };

const inList = { zh: '附件“{name}”', en: 'Attachment “{name}”' };

type MessageId = 'differs' | 'misquoted' | 'table' | 'number' | 'attachment' | 'list' | 'heading';

/** Titles of papers within one file that differ by a slip, those of its attachments among them. */
export const nearDuplicateTitle = defineRule<MessageId>({
  id: 'near-duplicate-title',
  family: 'consistency',
  severity: 'warning',
  basis: ['9704-7.3.7', 'practice'],
  faults: ['F34', 'F39'],
  fixes: [],
  summary: {
    zh: '同一文件、附件、书籍的名称前后不一',
    en: 'The title of one paper, attachment or book is written in two ways',
  },
  messages: {
    differs: {
      zh: '《{title}》与文中另一处的《{other}》只差一点，请核对是否同一文件，并统一为原名。',
      en: '《{title}》 differs from 《{other}》 elsewhere by a trifle; check that both are right.',
    },
    misquoted: {
      zh: '此处引作《{title}》，该文件的标题是“{other}”，请照原标题引用。',
      en: 'Quoted as 《{title}》, but the paper calls itself “{other}”.',
    },
    number: {
      zh: '“{number}”在此处题为《{title}》，另一处题为《{other}》，请按原文件核对标题。',
      en: '{number} is called 《{title}》 here and 《{other}》 elsewhere.',
    },
    attachment: {
      zh: '附件{number}的名称前后不一：此处作《{said}》，所列的附件作“{listed}”，请统一。',
      en: 'Attachment {number} is called “{said}” here and listed as “{listed}”.',
    },
    list: {
      zh: '附件{number}的名称前后不一：此处作“{listed}”，正文作《{said}》，请统一。',
      en: 'Attachment {number} is called “{listed}” here and “{said}” in the text.',
    },
    heading: {
      zh: '附件{number}的名称前后不一：附件说明作“{listed}”，附件的标题作“{said}”，请统一。',
      en: 'Attachment {number} is “{listed}” in the note and “{said}” in its own title.',
    },
    table: {
      zh: '“{title}”与方案标题中的“{other}”不一致，请统一。',
      en: '“{title}” does not agree with “{other}” in the title of the plan.',
    },
  },
  checkDocument({ document, plans, report }) {
    const told = new Set<number>();
    for (const { first, second } of numberedTwice(
      document,
      plans.map(({ plan }) => plan),
    )) {
      told.add(second.range.start);
      report({
        message: 'number',
        params: { title: second.written, other: first.written, number: second.number ?? '' },
        range: second.range,
        related: [{ message: elsewhere, params: { title: first.written }, range: first.range }],
      });
    }
    for (const { written, range, plan, inTitle } of misquotedByNotices(document, plans)) {
      told.add(range.start);
      report({
        message: 'misquoted',
        params: { title: written, other: plan.value },
        range,
        ...(inTitle ? { severity: 'info' as const } : {}),
        related: [{ message: ownTitle, range: plan.range }],
      });
    }
    for (const { written, range, own, certain } of ownTitlesQuoted(document, plans)) {
      if (told.has(range.start)) continue;
      told.add(range.start);
      report({
        message: 'misquoted',
        params: { title: written, other: own.value },
        range,
        ...(certain ? {} : { severity: 'info' as const }),
        related: [{ message: ownTitle, range: own.range }],
      });
    }
    const uses = titlesOf(
      document,
      plans.map(({ plan }) => plan),
    );
    const slips = slipsAmong(document, [...uses.keys()]);
    const twoRows = changesMadeTwice(slips);
    for (const [a, b] of slips) {
      if (twoRows.has(changeOf(a, b))) continue;
      const first = uses.get(a);
      const second = uses.get(b);
      if (!first || !second || (first.own && second.own) || areTwoPapers(first, second)) continue;
      const bySense = isSynonym(a, b);
      if (bySense && areListed(first, second)) continue;
      const rare = first.own || (!second.own && isRarer(second, first, bySense)) ? second : first;
      const common = rare === first ? second : first;
      const [range, ...others] = rare.places;
      const usual = common.places[0];
      if (!range || !usual || told.has(range.start) || told.has(usual.start)) continue;
      report({
        message: common.own ? 'misquoted' : 'differs',
        params: { title: rare.written, other: common.written },
        range,
        ...(areOfOneSchool(a, b) ? { severity: 'info' as const } : {}),
        related: [
          { message: common.own ? ownTitle : elsewhere, params: { title: common.written }, range: usual },
          ...others.map((place) => ({ message: alsoHere, range: place })),
        ],
      });
    }
  },
  checkPlan({ plan, report }) {
    for (const finding of attachmentsRenamed(plan)) report(finding);
    const { title } = plan;
    if (!title) return;
    for (const table of plan.tables) {
      const drift = table.title && driftFromTitle(table.title.value, title.value, plan.kind);
      if (!table.title || !drift) continue;
      report({
        message: 'table',
        params: { title: drift.written, other: drift.declared },
        range: table.title.range,
        related: [{ message: ownTitle, range: title.range }],
      });
    }
  },
});

/** The text has to call an attachment what the list calls it, and the title of the attachment to say what the note says. */
function attachmentsRenamed(plan: Plan): readonly Finding<MessageId>[] {
  const { mentioned } = attachmentsOf(plan);
  return [
    ...attachmentNameFaults(plan).renamed.map(({ number, listed, said, range, elsewhere: place, isCut, unsure }) => ({
      message: isCut ? ('list' as const) : ('attachment' as const),
      params: { number, listed, said },
      ...(unsure ? { severity: 'info' as const } : {}),
      ...(isCut
        ? { range: place, related: [{ message: elsewhere, params: { title: said }, range }] }
        : { range, related: [{ message: inList, params: { name: listed }, range: place }] }),
    })),
    ...noteFaults(plan).flatMap(({ kind, number, name, other, range, elsewhere: title, unsure, isCut }) => {
      if (kind !== 'renamed' || !title) return [];
      // Where the text says what the title says, it is the note that strays.
      const inNote = isCut || mentioned.some((one) => one.number === number && one.name === other);
      const [place, otherPlace, otherName] = inNote ? [range, title, other] : [title, range, name];
      return {
        message: 'heading' as const,
        params: { number, listed: inside(name), said: inside(other) },
        range: place,
        ...(unsure ? { severity: 'info' as const } : {}),
        related: [{ message: inList, params: { name: inside(otherName) }, range: otherPlace }],
      };
    }),
  ];
}

/** 直 of 市中小学教坛新秀申报表 and 市直中小学教坛新秀申报表, with the order of the two left open. */
function changeOf(a: string, b: string): string {
  const { first, second } = differenceOf(a, b);
  return first < second ? `${first}→${second}` : `${second}→${first}`;
}

/**
 * 申报表, 一览表 and 考核意见表 of two competitions: a word of whose forms they are tells several pairs apart and is meant. One
 * character for another (方法 for 办法) is as wrong the second time.
 */
function changesMadeTwice(slips: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const made = new Map<string, number>();
  for (const [a, b] of slips) {
    const { first, second } = differenceOf(a, b);
    if (!ofKind.test(first + second)) continue;
    const change = changeOf(a, b);
    made.set(change, (made.get(change) ?? 0) + 1);
  }
  return new Set([...made].filter(([, times]) => times > 1).map(([change]) => change));
}

/** 市 and 市直, 省 and 省属. */
const ofKind = /^(?:直属?|属)$/;

const slipsAmong = listMemo((titles) => [
  ...likelyPairs(titles).filter(([a, b]) => isSlip(a, b) || isSynonym(a, b) || areOfOneSchool(a, b)),
  ...turnedRound(titles),
]);

/**
 * Of two as frequent, the one that has lost a word is pointed out; where none has, the one that is read first, or of two
 * that mean the same the later one.
 */
function isRarer(later: TitleUse, earlier: TitleUse, bySense: boolean): boolean {
  const more = later.places.length - earlier.places.length;
  if (bySense) return more < 0 || (more === 0 && startOf(later) > startOf(earlier));
  return more < 0 || (more === 0 && later.written.length < earlier.written.length);
}

const startOf = ({ places }: TitleUse) => places[0]?.start ?? 0;

interface Cited {
  readonly plain: string;
  readonly written: string;
  readonly own: boolean;
  readonly range: Range;
  /** The document number that stands beside it. */
  readonly number?: string;
  readonly replaced: boolean;
  readonly line?: CitingLine;
}

/** Stands for a line, which belongs to one version of the document, while what is gathered here outlives it. */
interface CitingLine {
  /** It stands in a table, or the line says nothing else. */
  readonly isListed: boolean;
}

/** 3.修订《…》。 */
const alone = /^[^。；《]{0,14}《[^《》]*》[^。；，]{0,6}[。；，]?$/;

/** Named in one breath, or in the rows of a list of papers, they are two. */
function areListed(a: TitleUse, b: TitleUse): boolean {
  if ([...a.lines].some((line) => b.lines.has(line))) return true;
  return [...a.lines, ...b.lines].every(({ isListed }) => isListed);
}

/** 《…的通知》（国办发〔2016〕82号）停止执行: what stands in the place of an older paper has nearly its title. */
const noLonger = /废止|停止执行|不再执行|失效/;

/** What has a number of its own, or no longer holds, is no misquoted title of this paper; nor are two numbers one paper. */
function areTwoPapers(a: TitleUse, b: TitleUse): boolean {
  if (a.own || b.own) {
    const cited = a.own ? b : a;
    return cited.replaced;
  }
  return a.numbers.size > 0 && b.numbers.size > 0 && [...a.numbers].every((number) => !b.numbers.has(number));
}

/** Titles that differ under one document number, each number once; a short name beside the full one is none. */
function numberedTwice(
  document: PlanDocument,
  plans: readonly Plan[],
): readonly { readonly first: Cited; readonly second: Cited }[] {
  const byNumber = new Map<string, Cited>();
  const found = new Map<string, { readonly first: Cited; readonly second: Cited }>();
  for (const plan of plans) {
    for (const cited of titlesIn(document, plan)) {
      const { number, plain } = cited;
      if (number === undefined || plain.length < FULL_TITLE) continue;
      const first = byNumber.get(number);
      if (!first) byNumber.set(number, cited);
      else if (
        first.plain !== plain &&
        !first.plain.includes(plain) &&
        !plain.includes(first.plain) &&
        !found.has(number)
      )
        found.set(number, { first, second: cited });
    }
  }
  return [...found.values()];
}

/** A title of so many characters is no short name. */
const FULL_TITLE = 8;

/** The titles of a file by their plain form: those in 《》, and what its plans call themselves. */
function titlesOf(document: PlanDocument, plans: readonly Plan[]): ReadonlyMap<string, TitleUse> {
  const uses = new Map<string, TitleUse>();
  for (const plan of plans) {
    for (const { plain, written, own, range, number, replaced, line } of titlesIn(document, plan)) {
      const use = uses.get(plain) ?? {
        written,
        places: [],
        own: false,
        numbers: new Set(),
        replaced: false,
        lines: new Set(),
      };
      uses.set(plain, use);
      use.places.push(range);
      if (line) use.lines.add(line);
      use.own ||= own;
      use.replaced ||= replaced;
      if (number !== undefined) use.numbers.add(number);
    }
  }
  return uses;
}

const titlesIn = gatheredByPlan((document, plan) => {
  const found: Cited[] = [];
  const add = (written: string, range: Range, own: boolean, replaced: boolean, number?: string, line?: CitingLine) =>
    found.push({
      plain: plainTitle(written),
      written,
      own,
      range,
      replaced,
      ...(number === undefined ? {} : { number }),
      ...(line ? { line } : {}),
    });
  if (plan.title) add(plan.title.value, plan.title.range, true, false);
  for (const line of linesWith(linesInOrder(document, plan), titleSign)) {
    if (line.place === 'quote') continue;
    const replaced = noLonger.test(line.text);
    const citing = { isListed: line.place === 'cell' || alone.test(line.text) };
    for (const { title, titleRange, documentNumber } of line.facts.references) {
      if (title === undefined || !titleRange) continue;
      const number =
        documentNumber && documentNumber.code.length > 1
          ? `${documentNumber.code}〔${documentNumber.year}〕${documentNumber.serial}号`
          : undefined;
      add(title, line.at(titleRange.start, titleRange.end), false, replaced, number, citing);
    }
  }
  return found;
});
