import type { NumberToken } from '../../numbering/token.ts';
import { type ListedNumber, type NumberList, numberLists } from '../../plan/line/number-lists.ts';
import type { Plan } from '../../plan/model.ts';
import { planMemo } from '../../plan/plan-memo.ts';
import { type Range, shift } from '../../text/range.ts';
import { movePlaces } from '../problems.ts';
import { defineRule, type Edit, type Finding, type Message } from '../rule.ts';
import { blankFinding, formFinding, oddForms } from './forms.ts';
import { strayNumbers } from './lost-number.ts';
import { type BracketWidth, bracketWidth, editTo, isBracketed, rangeOf, standardBrackets, withMark } from './styles.ts';

type MessageId =
  | 'arabicComma'
  | 'bracketMark'
  | 'hanMark'
  | 'multiMark'
  | 'mixedMarks'
  | 'mixedBrackets'
  | 'mixedBracketsInPlan'
  | 'mixedForms'
  | 'mixedBlanks';

interface Options {
  /** Whether `1、` counts as a fault; offices that write so throughout may allow it. */
  readonly arabicComma: 'report' | 'allow';
}

/** Styles of numbers that the standard does not know, and styles that are mixed at one level. */
export const numberingStyle = defineRule<MessageId, Options>({
  id: 'numbering-style',
  family: 'numbering',
  severity: 'warning',
  basis: ['9704-7.3.3', '15834-B.3.2', '15834-B.3.3', '15834-B.3.4'],
  faults: ['F42', 'F44', 'F45'],
  fixes: ['safe', 'suggested'],
  summary: {
    zh: '序号的写法不规范，或同级序号写法不一',
    en: 'Numbers in a form that the standard does not know, or in several forms at one level',
  },
  messages: {
    arabicComma: {
      zh: '阿拉伯数字序号后应用下脚点，“{raw}”应作“{standard}”{count |（全文共 # 处）}。',
      en: 'An Arabic number takes a dot: “{raw}” should be “{standard}”{count | (# in this file)}.',
    },
    bracketMark: {
      zh: '带括号、带圈的序号后不再加标点，“{raw}”应作“{standard}”{count |（全文共 # 处）}。',
      en: 'A number in brackets takes no mark: “{raw}” should be “{standard}”{count | (# in this file)}.',
    },
    hanMark: {
      zh: '汉字数字序号后应用顿号，“{raw}”应作“{standard}”{count |（全文共 # 处）}。',
      en: 'A Chinese number takes an enumeration comma: “{raw}” should be “{standard}”{count | (# in this file)}.',
    },
    multiMark: {
      zh: '多级序号后不加顿号，“{raw}”应作“{standard}”{count |（全文共 # 处）}。',
      en: 'A number of several levels takes no enumeration comma: “{raw}” should be “{standard}”{count | (# in this file)}.',
    },
    mixedMarks: {
      zh: '同级序号的标点不一：此处为“{raw}”，同级另有“{other}”。请统一作“{standard}”的写法。',
      en: 'Numbers of one level differ in their marks: “{raw}” here, “{other}” elsewhere. Write “{standard}” throughout.',
    },
    mixedBrackets: {
      zh: '同级序号的括号不一：此处为“{raw}”，同级另有“{other}”。请统一用全角括号，作“{standard}”。',
      en: 'Numbers of one level differ in their brackets: “{raw}” here, “{other}” elsewhere. Write “{standard}”.',
    },
    mixedForms: {
      zh: '同级序号的写法不一：此处为“{raw}”，同级为“{other}”。应作“{standard}”。',
      en: 'Numbers of one level differ in their form: “{raw}” here, “{other}” elsewhere. Write “{standard}”.',
    },
    mixedBlanks: {
      zh: '同级序号后有的空格，有的不空：此处为“{raw}”，同级另有“{other}”。请统一。',
      en: 'Some numbers of this list have a blank behind them, some have none: “{raw}” here, “{other}” elsewhere.',
    },
    mixedBracketsInPlan: {
      zh: '序号的括号全角、半角混用：此处为“{raw}”，其余多为全角（同类共 {count} 处）。请统一作“{standard}”。',
      en: 'Full-width and half-width brackets are mixed: “{raw}” here ({count} like it), full-width elsewhere. Write “{standard}”.',
    },
  },
  options: { arabicComma: 'report' },
  checkDocument({ plans, options, report }) {
    const styles: Styles[] = [];
    for (const { plan } of plans) {
      const ofPlan = stylesOf(plan);
      if (ofPlan !== SOUND) styles.push(ofPlan);
    }
    if (styles.length === 0) return;
    const reported = new Set<number>();
    for (const kind of documentKinds) {
      if (kind.message === 'arabicComma' && options.arabicComma === 'allow') continue;
      const finding = acrossDocument(
        kind,
        styles.flatMap((ofPlan) => ofPlan.faulty[kind.message]),
      );
      if (finding) report(finding);
      if (finding) reported.add(finding.range.start);
    }
    for (const { mixedMarks: marks, mixedBrackets: brackets } of styles) {
      // Where the standard has already spoken at this very place, nothing is left to say.
      if (options.arabicComma === 'report') {
        for (const finding of marks) if (!reported.has(finding.range.start)) report(finding);
      }
      for (const finding of brackets) report(finding);
    }
    for (const { forms, blanks } of styles) {
      for (const finding of [...forms, ...blanks]) if (!reported.has(finding.range.start)) report(finding);
    }
  },
});

/** A number in a form that the standard does not know, and what would be right. */
interface FaultyNumber {
  readonly range: Range;
  readonly raw: string;
  readonly standard: string;
  /** Absent where Markdown marks stand within the number. */
  readonly edit: Edit | undefined;
}

/** What is to be said of the numbers of one plan. */
interface Styles {
  readonly faulty: Readonly<Record<DocumentKind['message'], readonly FaultyNumber[]>>;
  readonly mixedMarks: readonly Finding<MessageId>[];
  readonly mixedBrackets: readonly Finding<MessageId>[];
  readonly forms: readonly Finding<MessageId>[];
  readonly blanks: readonly Finding<MessageId>[];
}

const stylesOf = planMemo<Styles>(
  (plan) => {
    const lists = numberLists(plan);
    const faulty = faultyNumbers(plan, lists);
    const marks = eachOf(lists, mixedMarks);
    const brackets = [...eachOf(lists, mixedBrackets), ...bracketsAcross(lists)];
    const forms = oddForms(lists).map(formFinding);
    const blanks = eachOf(lists, blankFinding);
    const isSound = faulty === NO_FAULTS && marks.length + brackets.length + forms.length + blanks.length === 0;
    return isSound ? SOUND : { faulty, mixedMarks: marks, mixedBrackets: brackets, forms, blanks };
  },
  (styles, by) => {
    if (styles === SOUND) return SOUND;
    const { faulty, mixedMarks, mixedBrackets, forms, blanks } = styles;
    const numbers = (list: readonly FaultyNumber[]) =>
      list.map(({ range, raw, standard, edit }) => ({
        range: shift(range, by),
        raw,
        standard,
        edit: edit && { range: shift(edit.range, by), text: edit.text },
      }));
    return {
      faulty: {
        arabicComma: numbers(faulty.arabicComma),
        bracketMark: numbers(faulty.bracketMark),
        hanMark: numbers(faulty.hanMark),
        multiMark: numbers(faulty.multiMark),
      },
      mixedMarks: mixedMarks.map((finding) => movePlaces(finding, by)),
      mixedBrackets: mixedBrackets.map((finding) => movePlaces(finding, by)),
      forms: forms.map((finding) => movePlaces(finding, by)),
      blanks: blanks.map((finding) => movePlaces(finding, by)),
    };
  },
);

const NONE: readonly never[] = [];
const NO_FAULTS: Styles['faulty'] = {
  arabicComma: NONE,
  bracketMark: NONE,
  hanMark: NONE,
  multiMark: NONE,
};
/** Nothing is to be said of most plans. */
const SOUND: Styles = { faulty: NO_FAULTS, mixedMarks: NONE, mixedBrackets: NONE, forms: NONE, blanks: NONE };

/** What `find` finds in each of the lists. */
function eachOf(
  lists: readonly NumberList[],
  find: (list: NumberList) => Finding<MessageId> | undefined,
): readonly Finding<MessageId>[] {
  let all: Finding<MessageId>[] | undefined;
  for (const list of lists) {
    const found = find(list);
    if (found) {
      all ??= [];
      all.push(found);
    }
  }
  return all ?? NONE;
}

function faultyNumbers(plan: Plan, lists: readonly NumberList[]): Styles['faulty'] {
  let faulty: Record<DocumentKind['message'], FaultyNumber[]> | undefined;
  // What is to become （二） needs no dot.
  const stray = new Set(strayNumbers(plan).map(({ number }) => number));
  for (const { numbers } of lists) {
    for (const number of numbers) {
      const kind = faultOf(number.token);
      if (!kind || stray.has(number)) continue;
      const standard = kind.standard(number);
      faulty ??= { arabicComma: [], bracketMark: [], hanMark: [], multiMark: [] };
      faulty[kind.message].push({
        range: rangeOf(number),
        raw: number.token.raw.trim(),
        standard,
        edit: editTo(number, standard),
      });
    }
  }
  if (!faulty) return NO_FAULTS;
  for (const { message } of documentKinds) faulty[message].sort((a, b) => a.range.start - b.range.start);
  return faulty;
}

interface DocumentKind {
  readonly message: 'arabicComma' | 'bracketMark' | 'hanMark' | 'multiMark';
  readonly title: Message;
  standard(number: ListedNumber): string;
}

const marksBehindBrackets: ReadonlySet<string> = new Set('、.．，,');
/** The marks that a Han number does not take. */
const marksOfOthers: ReadonlySet<string> = new Set('.．，,：:');

/** Faults against the standard itself: each is reported once, at its first place, with all of its fixes. */
const documentKinds: readonly [DocumentKind, DocumentKind, DocumentKind, DocumentKind] = [
  {
    message: 'arabicComma',
    title: { zh: '全文 {count} 处改为“1.”的写法', en: 'Write all {count} as “1.”' },
    standard: ({ token, line }) => withMark(token, line, '.'),
  },
  {
    message: 'bracketMark',
    title: { zh: '全文 {count} 处删去括号后的标点', en: 'Remove all {count} marks behind brackets' },
    standard: ({ token, line }) => withMark(token, line, ''),
  },
  {
    message: 'hanMark',
    title: { zh: '全文 {count} 处改为“一、”的写法', en: 'Write all {count} as “一、”' },
    standard: ({ token, line }) => withMark(token, line, '、'),
  },
  {
    message: 'multiMark',
    title: { zh: '全文 {count} 处改为“1.1 ”的写法', en: 'Write all {count} as “1.1 ”' },
    standard: ({ token, line }) => withMark(token, line, token.blanks === '' ? ' ' : ''),
  },
];

/** The fault of a number by itself. */
function faultOf(token: NumberToken): DocumentKind | undefined {
  const { kind, mark } = token;
  if (mark === '') return undefined;
  const [arabicComma, bracketMark, hanMark, multiMark] = documentKinds;
  if (kind === 'arabic') return mark === '、' ? (token.multi ? multiMark : arabicComma) : undefined;
  if (kind === 'han') return marksOfOthers.has(mark) ? hanMark : undefined;
  return marksBehindBrackets.has(mark) && (isBracketed(token) || isSign(token)) ? bracketMark : undefined;
}

/** ①、 and ⑴.: the circle or bracket is a part of the sign. */
function isSign({ kind, raw }: NumberToken): boolean {
  return kind === 'circled' || (kind === 'arabicBracket' && /^[⑴-⒇]/.test(raw));
}

function acrossDocument(kind: DocumentKind, faulty: readonly FaultyNumber[]): Finding<MessageId> | undefined {
  const first = faulty[0];
  if (!first) return undefined;
  const edits = faulty.flatMap(({ edit }) => edit ?? []);
  const count = faulty.length;
  return {
    message: kind.message,
    params: { raw: first.raw, standard: first.standard.trim(), count },
    range: first.range,
    ...(edits.length > 0 ? { fix: { title: kind.title, params: { count }, safety: 'safe', edits } } : {}),
  };
}

const unify = { zh: '统一这一组序号的写法', en: 'Write this list in one style' };
const unifyBrackets = { zh: '统一用全角括号', en: 'Use full-width brackets throughout' };

/** The form of the standard comes first, so that it wins where two forms are used equally often. */
const markOrder: Readonly<Record<string, readonly string[]>> = {
  arabic: ['.', '．', '、'],
  han: ['、'],
  arabicBracket: [''],
  circled: [''],
};

/** `6．` beside `1.`: the rarer mark is at fault, and where both are as frequent, the one that is no standard. */
function mixedMarks({ numbers }: NumberList): Finding<MessageId> | undefined {
  const order = markOrder[numbers[0]?.token.kind ?? ''];
  if (!order || numbers.length < 2 || !differ(numbers)) return undefined;
  const known = numbers.filter((number) => isMarked(number) || number === lostMark(numbers));
  const counts = new Map<string, number>();
  for (const { token } of known) counts.set(token.mark, (counts.get(token.mark) ?? 0) + 1);
  const preference = (mark: string) => (order.includes(mark) ? order.indexOf(mark) : order.length);
  const [common] = [...counts].sort(([a, m], [b, n]) => n - m || preference(a) - preference(b)).map(([mark]) => mark);
  const deviating = known.find(({ token }) => token.mark !== common);
  const other = known.find(({ token }) => token.mark === common);
  if (!deviating || !other || common === undefined) return undefined;
  // A list that mostly reads `1、` is set right as a whole, not to its majority.
  const dots = ['.', '．'].filter((mark) => counts.has(mark));
  const wanted =
    deviating.token.kind !== 'arabic'
      ? (order[0] ?? '')
      : (dots.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? '.');
  const edits = known.flatMap((number) =>
    number.token.mark === wanted ? [] : (editTo(number, withMark(number.token, number.line, wanted)) ?? []),
  );
  return {
    message: 'mixedMarks',
    params: {
      raw: deviating.token.raw.trim(),
      other: other.token.raw.trim(),
      // 3. among 1、 2、 is right by itself: then the others show what to change.
      standard: withMark((deviating.token.mark === wanted ? other : deviating).token, deviating.line, wanted).trim(),
    },
    range: rangeOf(deviating),
    related: [{ message: { zh: '同级的另一种写法', en: 'The other form' }, range: rangeOf(other) }],
    ...(edits.length > 0 ? { fix: { title: unify, safety: 'safe', edits } } : {}),
  };
}

/** Whether two of the numbers have other marks. */
function differ(numbers: readonly ListedNumber[]): boolean {
  let first = '';
  for (const number of numbers) {
    if (!isMarked(number)) continue;
    if (first === '') first = number.token.mark;
    else if (number.token.mark !== first) return true;
  }
  return lostMark(numbers) !== undefined;
}

/** The bracket of 3） is a half of the number, and no mark behind it. */
const isMarked = ({ token }: ListedNumber): boolean => token.mark !== '' && !token.multi && !/[)）]/.test(token.mark);

/** 1 展板 among 2、服装 and 3、音乐: the only number of a list that has a blank in the place of its mark. */
function lostMark(numbers: readonly ListedNumber[]): ListedNumber | undefined {
  const [bare, more] = numbers.filter(({ token }) => token.kind === 'arabic' && token.mark === '' && !token.multi);
  if (!bare || more || bare.token.blanks === '' || numbers.filter(isMarked).length < 2) return undefined;
  return numbers.length === numbers.filter(isMarked).length + 1 ? bare : undefined;
}

/** `(三)` beside `（三）` in one list: the half-width one is at fault. */
function mixedBrackets({ numbers }: NumberList): Finding<MessageId> | undefined {
  const first = numbers.find(isHalf);
  if (!first) return undefined;
  const deviating = numbers.filter(isHalf);
  const width = closingWidth(first.token);
  const other = numbers.find(({ token }) => (closingWidth(token) ?? width) !== width);
  if (!(other || bracketWidth(first.token) === 'torn')) return undefined;
  return {
    message: 'mixedBrackets',
    params: {
      raw: first.token.raw.trim(),
      other: other?.token.raw.trim() ?? standardBrackets(first.token),
      standard: standardBrackets(first.token),
    },
    range: rangeOf(first),
    ...(other
      ? { related: [{ message: { zh: '同级的另一种写法', en: 'The other form' }, range: rangeOf(other) }] }
      : {}),
    ...bracketFix(deviating),
  };
}

const isHalf = ({ token }: ListedNumber): boolean => (closingWidth(token) ?? 'full') !== 'full';

/** The same for numbers that have the closing bracket alone: 3) beside 2）. */
function closingWidth(token: NumberToken | undefined): BracketWidth | undefined {
  const closing = token?.mark === '）' ? 'full' : token?.mark === ')' ? 'half' : undefined;
  return bracketWidth(token) ?? closing;
}

/** Lists that are half-width as a whole, where the same table or the text of the plan is full-width otherwise. */
function bracketsAcross(lists: readonly NumberList[]): readonly Finding<MessageId>[] {
  if (!lists.some((list) => bracketWidth(list.numbers[0]?.token) === 'half')) return NONE;
  const groups = new Map<NumberList['table'], Record<BracketWidth, ListedNumber[]>>();
  for (const list of lists) {
    const width = uniformWidth(list);
    if (!width) continue;
    const group = groups.get(list.table) ?? { full: [], half: [], torn: [] };
    groups.set(list.table, group);
    group[width].push(...list.numbers);
  }
  return [...groups.values()].flatMap(({ half, full }) => {
    const first = half[0];
    if (!first || full.length === 0) return [];
    return [
      {
        message: 'mixedBracketsInPlan' as const,
        params: { raw: first.token.raw.trim(), standard: standardBrackets(first.token), count: half.length },
        range: rangeOf(first),
        ...bracketFix(half),
      },
    ];
  });
}

function uniformWidth({ numbers }: NumberList): BracketWidth | undefined {
  const first = bracketWidth(numbers[0]?.token);
  if (!first) return undefined;
  return numbers.every(({ token }) => bracketWidth(token) === first) ? first : undefined;
}

function bracketFix(numbers: readonly ListedNumber[]): Pick<Finding, 'fix'> {
  const edits = numbers.flatMap((number) => editTo(number, standardBrackets(number.token)) ?? []);
  return edits.length === 0 ? {} : { fix: { title: unifyBrackets, safety: 'safe', edits } };
}
