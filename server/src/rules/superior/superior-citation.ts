import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Term } from '../../plan/constraints/statements.ts';
import { frontSuperior } from '../../plan/front-matter.ts';
import type { Plan } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { differenceOf } from '../../text/difference.ts';
import type { Located } from '../../text/range.ts';
import { likelyPairs } from '../consistency/names/similar.ts';
import { compareSlogans, isSlogan, plainSlogan } from '../consistency/names/slogans/slogans.ts';
import { isNearly, isSlip, plainTitle } from '../consistency/names/titles/title-slips.ts';
import { defineRule, type Finding } from '../rule.ts';
import { inSuperior } from './place.ts';
import { meansTitle } from './superiors.ts';

type MessageId = 'title' | 'slogan' | 'item' | 'term' | 'missing' | 'missingFile' | 'unreadable';
type Report = (finding: Finding<MessageId>) => void;

const itsTitle = { zh: '上级方案的标题是“{words}”', en: 'The superior plan is called “{words}”' };

/** The title, the slogans and the coined terms of the superior plan, quoted otherwise than they stand there. */
export const superiorCitation = defineRule<MessageId>({
  id: 'superior-citation',
  family: 'superior',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F34', 'F35'],
  fixes: [],
  summary: {
    zh: '上级方案的标题、提法引用有出入',
    en: 'The title or a wording of the superior plan is quoted wrongly',
  },
  messages: {
    title: {
      zh: '此处引作《{own}》，上级方案的标题是“{superior}”，请照原标题引用。',
      en: 'Quoted as 《{own}》, but the superior plan is called “{superior}”.',
    },
    slogan: {
      zh: '此处作“{own}”，上级方案作“{superior}”，请照上级方案引用。',
      en: '“{own}” here, “{superior}” in the superior plan.',
    },
    item: {
      zh: '此处作“{own}”，上级方案的同一组提法中作“{superior}”，请照上级方案引用。',
      en: '“{own}” here, “{superior}” in the same list of the superior plan.',
    },
    term: {
      zh: '此处作“{own}”，上级方案作“{superior}”，请核对是否同一提法。',
      en: '“{own}” here, “{superior}” in the superior plan; check whether they are one.',
    },
    missingFile: {
      zh: '找不到上级方案“{path}”：没有这个文件，其中没有方案，或者写的就是本文件，请核对 superior: 所写的路径（从本文件所在目录算起）。',
      en: 'There is no superior plan “{path}”: no such file, no plan in it, or it is this file itself; check the path behind superior:, which begins at the directory of this file.',
    },
    missing: {
      zh: '找不到上级方案“{path}”：没有这个名字的文件（.md、.markdown、.txt），也没有这个标题的方案，请核对 superior: 所写的路径或标题。',
      en: 'There is no superior plan “{path}”: no file of that name (.md, .markdown, .txt) and no plan of that title; check the path or title behind superior:.',
    },
    unreadable: {
      zh: '上级方案“{path}”不是 .md 或 .txt 文件，无从对照，请先用“导入”转成 Markdown，再写它的路径。',
      en: 'The superior plan “{path}” is no .md or .txt file and cannot be compared; import it, and name the Markdown file.',
    },
  },
  checkDocument({ document, missingSuperiors, report }) {
    if (missingSuperiors.length === 0) return;
    const named = frontSuperior(document.frontMatter);
    for (const path of missingSuperiors) {
      const place = named.find(({ value }) => value === path) ?? named[0];
      if (place) report({ message: missingAs(path), params: { path }, range: place.range });
    }
  },
  checkSuperior({ plan, superior, report }) {
    // Within one file, titles and slogans are held against each other by rules of their own.
    if (superior.file) {
      compareTitle(plan, superior, report);
      compareQuotations(plan, superior, report);
    }
    compareLists(plan, superior, report);
    compareTerms(plan, superior, report);
  },
});

function missingAs(path: string): 'missing' | 'missingFile' | 'unreadable' {
  if (/\.(?:docx?|wps|rtf|odt|pdf|ofd|xlsx?|et)$/i.test(path)) return 'unreadable';
  return /\.(?:md|markdown|txt)$/i.test(path) ? 'missingFile' : 'missing';
}

/** The superior plan under another title: with a slip, as somebody remembers it, or in its place a title that is nearly the same. */
function compareTitle(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const title = superior.plan.title;
  if (!title) return;
  const right = plainTitle(title.value);
  const cited = plan.references.flatMap((reference) =>
    reference.title === undefined ? [] : [{ ...reference, title: reference.title, plain: plainTitle(reference.title) }],
  );
  const isRight = cited.some(({ plain }) => plain === right);
  const wrong =
    cited.find(({ plain }) => plain !== right && isSlip(plain, right)) ??
    (isRight ? undefined : cited.find(({ plain }) => meansTitle(plain, right))) ??
    // It is the superior plan since the front matter says so: what the text rests on instead is meant for it.
    (isRight ? undefined : cited.find(({ plain, basis }) => basis && isNearly(plain, right)));
  if (!wrong) return;
  report({
    message: 'title',
    ...(isSlip(wrong.plain, right) ? {} : { severity: 'info' }),
    params: { own: wrong.title, superior: title.value },
    range: wrong.range,
    related: [inSuperior(superior, title.range, title.value, itsTitle)],
  });
}

/** Each slogan once, at its first place. */
function compareQuotations(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const own = byForm(constraintsOf(plan).wordings.quotations);
  const there = byForm(superior.constraints.wordings.quotations);
  const different = [...own.keys()].filter((form) => !there.has(form));
  if (different.length === 0) return;
  const reported = new Set<string>();
  for (const [a, b] of likelyPairs([...there.keys(), ...different])) {
    const here = own.get(b);
    const source = there.get(a);
    if (!here || !source || there.has(b) || reported.has(b) || compareSlogans(a, b) === undefined) continue;
    reported.add(b);
    report({
      message: 'slogan',
      severity: 'info',
      params: { own: here.value, superior: source.value },
      range: here.range,
      related: [inSuperior(superior, source.range, source.value)],
    });
  }
}

function byForm(quotations: readonly Located<string>[]): ReadonlyMap<string, Located<string>> {
  const forms = new Map<string, Located<string>>();
  for (const quotation of quotations) {
    const form = plainSlogan(quotation.value);
    if (isSlogan(form) && !forms.has(form)) forms.set(form, quotation);
  }
  return forms;
}

/** A list of sayings of which at least half, and two, stand in one list of the superior plan, and one does not. */
function compareLists(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const theirs = superior.constraints.wordings.lists;
  const ours = theirs.length === 0 ? [] : constraintsOf(plan).wordings.lists;
  if (ours.length === 0) return;
  const lists = listsBySaying(superior.plan);
  for (const own of ours) {
    const counts = new Map<List, number>();
    for (const { value } of own)
      for (const list of lists.get(value) ?? []) counts.set(list, (counts.get(list) ?? 0) + 1);
    const [best, shared = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (!best || shared < 2 || shared * 2 < own.length || shared === own.length) continue;
    for (const [at, here] of own.entries()) {
      if (best.some(({ value }) => value === here.value)) continue;
      const source = best[at];
      if (!source || own.some(({ value }) => value === source.value) || !isVariant(source.value, here.value)) continue;
      report({
        message: 'item',
        severity: 'info',
        params: { own: here.value, superior: source.value },
        range: here.range,
        related: [inSuperior(superior, source.range, source.value)],
      });
    }
  }
}

type List = readonly Located<string>[];

/** The lists of a superior plan by what they say; sorted once for all plans that follow it. */
const listsBySaying = versionMemo((plan): ReadonlyMap<string, readonly List[]> => {
  const lists = new Map<string, List[]>();
  for (const list of constraintsOf(plan).wordings.lists) {
    for (const { value } of list) {
      const same = lists.get(value);
      if (same) same.push(list);
      else lists.set(value, [list]);
    }
  }
  return lists;
});

function isVariant(a: string, b: string): boolean {
  const { head, tail, first, second } = differenceOf(a, b);
  // 进村庄（社区） becomes 进村庄 where there are only villages.
  if (/^[（(].*[）)]$/.test(first + second)) return false;
  return head + tail >= 2 && Math.max(first.length, second.length) <= 4 && (head >= 2 || tail >= 2);
}

const shortestTerm = 7;

/** Coined terms that differ in a few characters; a term that the superior plan knows as well is another one. */
function compareTerms(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const there = superior.constraints.terms;
  if (there.length === 0) return;
  const reported = new Set<string>();
  for (const own of constraintsOf(plan).terms) {
    if (reported.has(own.words) || there.some(({ words }) => words === own.words)) continue;
    const source = there.find((term) => isOneTerm(term, own));
    if (!source) continue;
    reported.add(own.words);
    report({
      message: 'term',
      severity: 'info',
      params: { own: own.words, superior: source.words },
      range: own.at,
      related: [inSuperior(superior, source.at, source.words)],
    });
  }
}

/** 捆绑联动责任机制 and 捆绑联动责任制; and 捆绑连带责任制, where the same words lead to it. */
function isOneTerm(a: Term, b: Term): boolean {
  if (Math.min(a.words.length, b.words.length) < shortestTerm) return false;
  const { head, tail, first, second } = differenceOf(a.words, b.words);
  if (head < 2 || tail < 1) return false;
  // 责任制 and 责任制度 are often both right.
  if (first + second === '度') return false;
  return head >= a.words.length / 2 || (a.before === b.before && first.length <= 6 && second.length <= 6);
}
