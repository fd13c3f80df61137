import type { Line, PlanTable } from './model.ts';

/** What a bold label names is no longer than this: 领导机构及职责分工. */
const longestName = 14;
/** So many of them divide a text. */
const enough = 3;
/** **注：**, **责任人：** and the like say something of what they stand below. */
const aside =
  /^(?:注|备注|说明|提示|例如|联系人|联系电话|附件)$|(?:责任|牵头|配合|承办)(?:单位|部门|科室|人|领导)|(?:完成|整改|办结)?(?:时限|期限)$/;

interface BoldLabel {
  readonly name: string;
  /** Where the words behind the label begin. */
  readonly value: number;
}

/** **整治范围：**全村7个村民小组 at the head of a paragraph: the words that are bold end with the colon, or in front of it. */
export function boldLabelAt(line: Line): BoldLabel | undefined {
  if (line.place !== 'paragraph' || line.facts.number) return undefined;
  const found = label.exec(line.text);
  if (!found?.[1] || aside.test(found[1])) return undefined;
  const value = found[0].length;
  if (!isMarked(line, found[1].length, value)) return undefined;
  return { name: found[1], value };
}
const label = new RegExp(`^([\\u4e00-\\u9fa5“”]{2,${longestName}})[：:][\\s\\u3000]*`);

/** Whether marks of Markdown, which are in the source and not in the text, close at the colon; nothing stands behind it otherwise. */
function isMarked(line: Line, name: number, value: number): boolean {
  if (value >= line.text.length) return line.marked;
  return [name, name + 1].some((at) => line.at(at, at + 1).start - line.at(at - 1, at).end >= STRONG);
}

/** `**` */
const STRONG = 2;

/** Whether a text without other headings names its outermost parts by bold labels. */
export function isBoldLabelled(items: readonly ({ readonly line: Line } | { readonly table: PlanTable })[]): boolean {
  const names = new Set<string>();
  for (const item of items) {
    if (!('line' in item)) continue;
    if (item.line.place === 'heading') return false;
    const found = boldLabelAt(item.line);
    if (found) names.add(found.name);
    else if (names.size === 0 && item.line.facts.number?.kind === 'han') return false;
  }
  return names.size >= enough;
}
