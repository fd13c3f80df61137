import type { Line, Plan, PlanTable, Section } from '../../../../plan/model.ts';
import { isTotalRow } from '../../../../plan/tables/table-fields.ts';
import type { Range } from '../../../../text/range.ts';

/** The only one of a list of names that is not called as its siblings are: 总结提升 beside 动员部署阶段 and 集中攻坚阶段. */
export interface OddSibling {
  readonly name: string;
  readonly range: Range;
  /** What the others end or begin with. */
  readonly shared: string;
  readonly sibling: string;
}

interface Named {
  readonly name: string;
  readonly range: Range;
}

/** What says of which kind each of a list is. */
const kindNoun = /(?:阶段|类|组)$/;
/** What is of another kind, or of all of them: 办公室 beside 综合组, 其他 beside 教育类. */
const ofAnother =
  /(?:阶段|环节|步骤|组|队|部|室|办|办公室|中心|专班|人|员|长|期|会|奖|工程|行动|机制|方面|赛|场|单位|办法|保障|要求|事项|问题|时\s*间|地\s*点|项目|安排)$|其他|其它|附则|合计|小计/;
const FEWEST = 3;
const LONGEST = 14;

const NONE: readonly OddSibling[] = [];

/** Names of sections, of items with a colon and of a column of a table, one of which is out of line. */
export function oddSiblings(plan: Plan): readonly OddSibling[] {
  return [
    ...ofSections(plan.sections),
    ...labelled(plan.lines).flatMap((names) => [...oddIn(names), ...oddLabel(names)]),
    ...plan.tables.flatMap(ofTable),
  ];
}

function ofSections(sections: readonly Section[]): readonly OddSibling[] {
  const [first] = sections;
  if (!first) return NONE;
  const inner = sections.flatMap(({ sections: own }) => ofSections(own));
  const kind = first.number?.kind;
  if (sections.length < FEWEST || kind === undefined || sections.some(({ number }) => number?.kind !== kind))
    return inner;
  return [
    ...oddIn(sections.map(({ title: { value, range } }) => ({ name: value.replace(/[。：:；\s]+$/, ''), range }))),
    ...inner,
  ];
}

/** 抢险救援组：…, 1．低年级组：…: lines one behind the other that begin with a name, alike in what stands in front of it. */
function labelled(lines: readonly Line[]): readonly (readonly Named[])[] {
  const runs: Named[][] = [];
  let run: Named[] = [];
  let last = '';
  for (const line of lines) {
    const { text, facts, place } = line;
    const from = facts.number && facts.number.kind !== 'thing' ? facts.number.range.end : 0;
    const at = text.indexOf('：', from);
    const name = at < 0 || at - from > LONGEST ? '' : text.slice(from, at).trim();
    const shape = name === '' || place === 'cell' ? '' : `${place} ${from > 0 ? facts.number?.kind : ''}`;
    if (shape !== last && run.length > 0) {
      if (run.length >= FEWEST) runs.push(run);
      run = [];
    }
    last = shape;
    if (shape !== '') run.push({ name, range: line.at(from, at) });
  }
  if (run.length >= FEWEST) runs.push(run);
  return runs;
}

/** The first column of words, each of its values once. */
function ofTable(table: PlanTable): readonly OddSibling[] {
  return table.columns.slice(0, 2).flatMap(({ field, header }, at) => {
    // Stages are often shortened in a table.
    if (
      field === 'ordinal' ||
      field === 'stage' ||
      !/类|组|别|阶段|环节|步骤|单位|名称|奖项|板块|方面/.test(header.text)
    )
      return NONE;
    const names = new Map<string, Named>();
    for (const row of table.rows) {
      const cell = row.cells[at];
      const name = cell?.text.trim() ?? '';
      if (cell && name !== '' && !isTotalRow(row) && !names.has(name)) names.set(name, { name, range: cell.range });
    }
    const all = [...names.values()];
    const odd = oddIn(all);
    return odd.length > 0 ? odd : oddStem(all);
  });
}

/** All but one end with the same word for their kind. */
function oddIn(names: readonly Named[]): readonly OddSibling[] {
  if (names.length < FEWEST || names.some(({ name }) => name.length > LONGEST)) return NONE;
  const kinds = names.map(({ name }) => kindNoun.exec(name)?.[0]);
  const [sibling = { name: '' }] = names.filter((_, at) => kinds[at] !== undefined);
  const shared = kinds.find((kind) => kind !== undefined);
  const odd = names.filter((_, at) => kinds[at] !== shared);
  const [only, more] = odd;
  if (shared === undefined || !only || more || ofAnother.test(only.name) || only.name.includes(shared)) return NONE;
  // What comes first may be of all of them, and a name of two characters beside groups is a task.
  if (only === names[0] || only.name.length < (shared === '组' ? 4 : 2)) return NONE;
  return [{ ...only, shared, sibling: sibling.name }];
}

/** 城北公司 beside 城东供水公司 and 城南供水公司: the same but for what stands in the middle of the others. */
function oddStem(names: readonly Named[]): readonly OddSibling[] {
  if (names.length <= FEWEST) return NONE;
  const lengths = names.map(({ name }) => name.length);
  const usual = Math.max(...lengths);
  const [odd, more] = names.filter(({ name }) => name.length !== usual);
  const others = names.filter((one) => one !== odd);
  const [first] = others;
  if (!odd || more || !first || others.length < FEWEST) return NONE;
  let end = 0;
  while (end < usual && others.every(({ name }) => name.charAt(usual - 1 - end) === first.name.charAt(usual - 1 - end)))
    end++;
  const stem = usual - end;
  const shared = first.name.slice(stem);
  const rest = odd.name.slice(stem);
  const isLike = others.some(({ name }) => name.charAt(0) === odd.name.charAt(0));
  if (end < 4 || stem < 2 || rest.length < 2 || rest === shared || !shared.endsWith(rest) || !isLike) return NONE;
  return [{ ...odd, shared, sibling: first.name }];
}

const label = /^(专题|模块|单元|项目|课题|任务|主题|板块|讲座)([一二三四五六七八九十]|\d{1,2})$/;
const ordinal = /^第([一二三四五六七八九十]|\d{1,2})(?:讲|课|单元|节|期|部分|专题|模块)$/;

/** 第三讲 between 专题二 and 专题四. */
function oddLabel(names: readonly Named[]): readonly OddSibling[] {
  const labels = names.map(({ name }) => label.exec(name));
  const at = names.findIndex(({ name }) => ordinal.test(name));
  const odd = names[at];
  const words = new Set(labels.flatMap((match) => match?.[1] ?? []));
  const [shared, more] = words;
  const written = ordinal.exec(odd?.name ?? '')?.[1];
  if (!odd || shared === undefined || more || labels.filter((match) => match !== null).length < 2) return NONE;
  // It takes the place of one of them.
  if (at === 0 || !labels[at - 1] || labels.some((match) => match?.[2] === written)) return NONE;
  return [{ ...odd, shared, sibling: names[at - 1]?.name ?? '' }];
}
