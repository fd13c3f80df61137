import { differenceOf } from '../../../../text/difference.ts';

/** What a table calls the activity, and what the title of its plan calls it. */
export interface TitleDrift {
  readonly written: string;
  readonly declared: string;
}

/** Words that a table may leave out or add: they lie about the activity, they are not its name. */
const loose = /^(?:工作|活动|专项|全[县市区镇乡校院村]|年度?)$/;
/** What must agree in front of the difference and behind it. */
const HEAD = 4;
const TAIL = 6;

/**
 * The activity in the title of a table against the one in the title of its plan, when the two differ
 * by one or two characters that one of them has more: 全区学校[开展]深入学习…活动.
 * @param kind genre of the plan, which ends its title
 */
export function driftFromTitle(tableTitle: string, planTitle: string, kind: string): TitleDrift | undefined {
  const table = tableTitle.replace(/[\s\u3000]/g, '').replace(/^附件?[\d一二三四五六七八九十]{0,2}[：:、.．]?/, '');
  const plain = planTitle.replace(/[\s\u3000]/g, '').replace(/^关于/, '');
  const declared = kind !== '' && plain.endsWith(kind) ? plain.slice(0, -kind.length) : plain;
  if (declared.length < HEAD + TAIL || table.startsWith(declared)) return undefined;
  for (const surplus of [-2, -1, 1, 2]) {
    const written = table.slice(0, declared.length + surplus);
    const { head, tail, first, second } = differenceOf(declared, written);
    if (head < HEAD || tail < TAIL || (first !== '' && second !== '')) continue;
    const word = first + second;
    if (word.length !== Math.abs(surplus) || loose.test(word) || !/^\p{Script=Han}+$/u.test(word)) continue;
    return { written, declared };
  }
  return undefined;
}
