import type { Line, Section } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** A heading of two phrases that are parted otherwise than those of its siblings. */
export interface OddSeparator {
  readonly line: Line;
  /** The mark. Indexes in the text of the line. */
  readonly range: Range;
  readonly mark: string;
  readonly usual: string;
  readonly model: Line;
}

interface TwoPhrases {
  readonly section: Section;
  readonly at: number;
  readonly mark: string;
}

/** 堵疏结合、分类治理 */
const twoPhrases = /^([一-龥]{4,8})([，、 \u3000])([一-龥]{4,8})[。：:]?$/;
/** 目标任务、工作要求: two things that the part is about, and no clauses. */
const thing =
  /(?:任务|要求|目标|步骤|内容|时间|范围|对象|机构|职责|措施|保障|方法|方式|依据|原则|安排|程序|标准|人员|单位|地点|主题|意义|情况|事项)$/;
const FEWEST = 2;
/** How long such a title is. */
const SHORTEST = 9;
const LONGEST = 18;
const NONE: readonly OddSeparator[] = [];

/** （三）堵疏结合、分类治理 beside （一）政府主导，属地负责 and （二）突出重点，注重实效: one of at least three, or two of many. */
export function oddSeparators(siblings: readonly Section[]): readonly OddSeparator[] {
  if (siblings.length <= FEWEST) return NONE;
  const found: TwoPhrases[] = [];
  for (const section of siblings) {
    const { length } = section.title.value;
    if (length < SHORTEST || length > LONGEST) continue;
    const match = twoPhrases.exec(section.title.value);
    const [, first = '', mark = '', second = ''] = match ?? [];
    if (first === '' || first.length !== second.length || thing.test(first) || thing.test(second)) continue;
    const at = section.heading.text.indexOf(section.title.value, Math.max(0, section.titleAt - 1));
    if (at >= 0) found.push({ section, at: at + first.length, mark: mark === '\u3000' ? ' ' : mark });
  }
  if (found.length <= FEWEST) return NONE;
  const counts = new Map<string, number>();
  for (const { mark } of found) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const odd = found.filter(({ mark }) => mark !== usual);
  const same = found.length - odd.length;
  const model = found.find(({ mark }) => mark === usual);
  if (!model || usual === undefined || odd.length === 0 || same < FEWEST || 3 * odd.length > found.length) return NONE;
  return odd.map(({ section: { heading }, at, mark }) => {
    return { line: heading, range: { start: at, end: at + 1 }, mark, usual, model: model.section.heading };
  });
}
