import type { ListedNumber, NumberList } from '../../plan/line/number-lists.ts';

/** So many lines lie at most between the two. */
const NEAR = 3;

/**
 * 6.1, and 6.1 again right behind it, below 6: the second is 6.2. The paper has to number its parts so elsewhere (5.1, 5.2), else the
 * two may be figures.
 * @returns the number at fault and the one in front of it
 */
export function repeatedBelow(
  lists: readonly NumberList[],
): readonly { readonly number: ListedNumber; readonly before: ListedNumber }[] {
  const multi = lists.filter(({ table, inline, numbers: [first] }) => !table && !inline && first?.token.multi);
  if (!multi.some(({ numbers }) => numbers.length > 1)) return [];
  return multi.flatMap((list, at) => {
    const before = multi[at - 1]?.numbers.at(-1);
    const [number] = list.numbers;
    if (!before || !number || before.token.raw !== number.token.raw || number.token.value !== 1) return [];
    const { line, token } = number;
    if (line.place !== before.line.place || line.index - before.line.index > NEAR) return [];
    return isBelowOwn(lists, before, token.multi?.at(-2)) && isText(number) && isText(before)
      ? [{ number, before }]
      : [];
  });
}

/** 6 heads what stands below it, and nothing else of its kind lies between. */
function isBelowOwn(lists: readonly NumberList[], { line }: ListedNumber, outer: number | undefined): boolean {
  const heads = lists
    .filter(({ table, inline, numbers: [first] }) => !table && !inline && first?.token.kind === 'arabic')
    .flatMap(({ numbers }) => numbers)
    .filter(({ token, line: { index } }) => !token.multi && index < line.index);
  return outer !== undefined && heads.at(-1)?.token.value === outer;
}

/** 6.1 万元 and 6.1上午 are a figure and a day. */
const isText = ({ line, token }: ListedNumber): boolean =>
  /^[ \u3000]*[\u4e00-\u9fff“《]{2}/.test(line.text.slice(token.range.end)) &&
  !/^[ \u3000]*(?:[百千万亿元人名个次项天年月日时米公吨平亩]|上午|下午)/.test(line.text.slice(token.range.end));
