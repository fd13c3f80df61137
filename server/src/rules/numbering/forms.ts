import { withValue } from '../../numbering/format.ts';
import type { NumberKind } from '../../numbering/token.ts';
import type { ListedNumber, NumberList } from '../../plan/line/number-lists.ts';
import type { Finding } from '../rule.ts';
import { editTo, rangeOf } from './styles.ts';

/** A number whose form is not that of the list in which it counts: 二、 between （一） and （三）. */
export interface OddForm {
  readonly number: ListedNumber;
  /** One of the list. */
  readonly model: ListedNumber;
  readonly standard: string;
}

const kinds: ReadonlySet<NumberKind> = new Set(['han', 'hanBracket', 'arabic', 'arabicBracket']);

/**
 * Numbers that stand alone in their own form, just where a list of another form lacks them. A number
 * that has others of its kind beside it counts for itself.
 */
export function oddForms(lists: readonly NumberList[]): readonly OddForm[] {
  const alone = new Map<number, ListedNumber[]>();
  for (const { numbers, inline, table } of lists) {
    const [first] = numbers;
    if (!first || numbers.length > 1 || inline || table || !kinds.has(first.token.kind)) continue;
    const known = alone.get(first.token.value);
    if (known) known.push(first);
    else alone.set(first.token.value, [first]);
  }
  if (alone.size === 0) return [];
  const found: OddForm[] = [];
  for (const { numbers, inline, table } of lists) {
    if (inline || table) continue;
    for (const [at, next] of numbers.entries()) {
      const before = numbers[at - 1];
      // （一） in front of 二、 and 三、 is told by the headings alone: else it may be an inner number.
      const isFirst = at === 0 && next.token.value === 2 && next.line.place === 'heading' && numbers.length > 1;
      if (!isFirst && before?.token.value !== next.token.value - 2) continue;
      const model = before ?? next;
      const from = before?.line.index ?? next.line.index - 60;
      const odd = alone.get(next.token.value - 1)?.filter((one) => {
        return one.line.index > from && one.line.index < next.line.index && isBeside(one, model);
      });
      const [number, another] = odd ?? [];
      const standard = number && withValue(model.token, number.token.value)?.trim();
      if (number && standard && !another) found.push({ number, model, standard });
    }
  }
  return found;
}

function isBeside({ token, line }: ListedNumber, model: ListedNumber): boolean {
  const isHeading = line.place === 'heading';
  if (!kinds.has(model.token.kind) || token.kind === model.token.kind || token.multi) return false;
  return isHeading === (model.line.place === 'heading') && (!isHeading || line.depth === model.line.depth);
}

const isJudged = ({ token }: ListedNumber): boolean => token.kind === 'arabic' && token.mark === '.' && !token.multi;

/** Numbers of one list of which some have a blank behind them and some have none: the first of the rarer ones. */
function oddBlanks({ numbers, inline }: NumberList): { number: ListedNumber; model: ListedNumber } | undefined {
  if (inline || numbers.length < 2) return undefined;
  // Nothing differs where all have a blank, or none has.
  const first = numbers.find(isJudged)?.token.blanks === '';
  if (!numbers.some((number) => isJudged(number) && (number.token.blanks === '') !== first)) return undefined;
  const beside = (next: RegExp) =>
    numbers.filter((number) => isJudged(number) && next.test(number.line.text.charAt(number.token.range.end)));
  return oddOf(beside(/\p{Script=Han}|[“《]/u)) ?? slipOf(beside(/[0-9]/));
}

/** 3. 6月3日前 among 5.6月7日前 and 6.6月9日前: in front of a figure a blank may be meant, but not a single one. */
function slipOf(judged: readonly ListedNumber[]): { number: ListedNumber; model: ListedNumber } | undefined {
  const blank = judged.filter(({ token }) => token.blanks !== '');
  return blank.length === 1 && judged.length > 2 ? oddOf(judged) : undefined;
}

function oddOf(judged: readonly ListedNumber[]): { number: ListedNumber; model: ListedNumber } | undefined {
  const bare = judged.filter(({ token }) => token.blanks === '');
  const blank = judged.filter(({ token }) => token.blanks !== '');
  const [odd, others] = bare.length < blank.length ? [bare, blank] : [blank, bare];
  const late = bare.length === blank.length && (bare[0]?.line.index ?? 0) > (blank[0]?.line.index ?? 0);
  const [number, model] = late ? [others[0], odd[0]] : [odd[0], others[0]];
  return number && model ? { number, model } : undefined;
}

const unify = { zh: '统一这一组序号的写法', en: 'Write this list in one style' };
const otherForm = { zh: '同级的写法', en: 'The form of the others' };

export function formFinding({ number, model, standard }: OddForm): Finding<'mixedForms'> {
  const edit = editTo(number, standard);
  return {
    message: 'mixedForms',
    params: { raw: number.token.raw.trim(), other: model.token.raw.trim(), standard },
    range: rangeOf(number),
    related: [{ message: otherForm, range: rangeOf(model) }],
    ...(edit ? { fix: { title: unify, safety: 'suggested', edits: [edit] } } : {}),
  };
}

export function blankFinding(list: NumberList): Finding<'mixedBlanks'> | undefined {
  const odd = oddBlanks(list);
  if (!odd) return undefined;
  const { number, model } = odd;
  const show = ({ token, line }: ListedNumber) => line.text.slice(token.range.start, token.range.end + 1);
  // Without its blank `1. ` is no item of a Markdown list any more.
  const item = list.numbers.find(({ token, line }) => line.place === 'item' && token.blanks !== '');
  const wanted = (item ?? model).token.blanks;
  const edits = list.numbers.flatMap(({ token, line }) => {
    if (token.blanks === wanted || token.kind !== 'arabic') return [];
    const end = token.range.start + token.raw.length;
    return [{ range: line.at(end, end + token.blanks.length), text: wanted }];
  });
  return {
    message: 'mixedBlanks',
    params: { raw: show(number), other: show(model) },
    range: rangeOf(number),
    severity: 'info',
    related: [{ message: otherForm, range: rangeOf(model) }],
    fix: { title: unify, safety: 'suggested', edits },
  };
}
