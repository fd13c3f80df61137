import {
  amount,
  FEW,
  faultOf,
  inexact,
  isInexact,
  number,
  overlapping,
  type SumFault,
  unit,
  value,
} from './amounts.ts';

/** 46件…和31件…（共77件）, 1支120人、12支360人，共13支480人: the parts stand in front of their sum. */
const sumBehind = new RegExp(
  `[（(，,](?:共|共计|合计|总计)(${number})(${unit})(?:(${number})(${unit}))?(?=[）)，。；、]|$)`,
  'gu',
);

const formula = /\d+(?:\.\d+)?[^\d，。；、=]{0,6}(?:[×xX*✕][^\d，。；、=]{0,4}\d+(?:\.\d+)?[^\d，。；、=]{0,6}){1,4}=/g;

export function sumsBehind(text: string): readonly SumFault[] {
  return [...text.matchAll(sumBehind)].flatMap((match): readonly SumFault[] => {
    const { 0: words, index } = match;
    const from = Math.max(...['。', '；', '：'].map((mark) => text.lastIndexOf(mark, index))) + 1;
    // 食宿费35×5×180=31500元: what stands behind the sign is the part.
    const parts = text.slice(from, index).replace(formula, (words) => '元'.repeat(words.length));
    if (isInexact(parts) || overlapping.test(parts) || /其中|每|各[^项类]/.test(parts)) return [];
    const sums = [
      { written: match[1] ?? '', own: match[2] ?? '' },
      ...(match[3] === undefined ? [] : [{ written: match[3], own: match[4] ?? '' }]),
    ];
    const all = [...parts.matchAll(amount)];
    const amountsOf = (own: string) => all.filter((found) => found[2] === own).map((found) => value(found[1]));
    const lists = sums.map(({ own }) => amountsOf(own));
    const numbers = (parts.match(/\d+(?:\.\d+)?/g) ?? []).length;
    // Every number is one of the parts.
    if (lists.some((list) => list.length < FEW) || lists.flat().length !== numbers) return [];
    return sums.flatMap(({ written, own }, at) =>
      faultOf(lists[at] ?? [], written, own, index + words.indexOf(written + own)),
    );
  });
}

/** 反馈的12项问题，立行立改4项，年底前完成6项，明年完成2项: every clause ends with one of the parts. */
export function partsBehind(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const [head = '', ...clauses] = sentence.replace(/[。；]$/, '').split('，');
    const first = clauses.length >= 3 ? [...head.matchAll(amount)] : [];
    const [whole] = first;
    if (
      whole &&
      first.length === 1 &&
      !/，其中/.test(sentence) &&
      !inexact.test(sentence) &&
      !overlapping.test(sentence)
    ) {
      const own = whole[2] ?? '';
      const amounts = clauses.map((clause) => new RegExp(`(${number})${own}$`, 'u').exec(clause)?.[1]);
      if (amounts.every((one) => one !== undefined))
        found.push(...faultOf(amounts.map(value), whole[1] ?? '', own, from + whole.index));
    }
    from += sentence.length;
  }
  return found;
}
