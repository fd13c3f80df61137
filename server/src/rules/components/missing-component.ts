import { lineMemo } from '../../plan/facts.ts';
import type { Plan, Section, Task } from '../../plan/model.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import table from './missing-component.yaml';
import { placelessMeetings } from './placeless-meeting.ts';

type MessageId = 'event' | 'item' | 'place';

const alsoItem = { zh: '“{name}”也没有写“{label}”', en: '“{name}” lacks it as well' };

const words = table as {
  readonly components: readonly {
    readonly id: string;
    readonly label: { readonly zh: string; readonly en: string };
    readonly titles: readonly string[];
    readonly notTitles?: readonly string[];
    readonly anyOf: readonly string[];
  }[];
  readonly notAtAll: readonly string[];
};

/** Elements of an item; 时限 and 责任 belong to missing-deadline and missing-responsible. */
const labels: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '整改目标', pattern: /(?:整改|工作|落实|具体)?目标(?:要求)?\s*[：:]|整改目标|整改标准\s*[：:]/ },
  { name: '整改措施', pattern: /(?:整改|具体|工作|落实|主要)?(?:措施|举措|内容)\s*[：:]|整改措施|整改举措/ },
  { name: '整改进展', pattern: /(?:整改)?(?:进展|情况|结果|成效)\s*[：:]|整改进展|整改情况/ },
  { name: '问题表现', pattern: /(?:问题|具体)(?:表现|描述)\s*[：:]/ },
  { name: '原因分析', pattern: /原因(?:分析)?\s*[：:]/ },
];
/** So many items have to state an element before one without it stands out. */
const fewestItems = 3;

/** An element that the kind of plan, or all the other items, state and this one does not. */
export const missingComponent = defineRule<MessageId>({
  id: 'missing-component',
  family: 'components',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F13', 'F76', 'F77'],
  fixes: [],
  summary: {
    zh: '整改事项、活动方案缺少必备要素',
    en: 'An element that an item or an activity has to state is missing',
  },
  messages: {
    event: {
      zh: '这类活动的方案应当写明{label}，全文没有提到。',
      en: 'A plan of this kind has to say something of {label}.',
    },
    place: {
      zh: '“{name}”写明了几点开，没有写明在哪里开，全文也没有地点。',
      en: '“{name}” is called for an hour, and nothing says where it takes place.',
    },
    item: {
      zh: '其他各项都写了“{label}”，“{name}”没有（共{count}项没有）。',
      en: 'The other items state “{label}”; “{name}” does not ({count} in all).',
    },
  },
  checkPlan({ plan, profile, report }) {
    const event = missingForEvent(plan, profile.id);
    if (event) report(event);
    if (profile.id !== 'summary') {
      for (const { name, range } of placelessMeetings(plan))
        report({ message: 'place', params: { name }, range, severity: 'info' });
    }
    for (const finding of missingInItems(plan)) report(finding);
  },
});

/** What the title of a mass event, trip or drill asks for. */
function missingForEvent(plan: Plan, profile: string): Finding<MessageId> | undefined {
  const { title } = plan;
  if (!title || profile === 'summary' || words.notAtAll.some((word) => title.value.includes(word))) return undefined;
  const asked = words.components.find(
    ({ titles, notTitles }) =>
      titles.some((word) => title.value.includes(word)) && !notTitles?.some((word) => title.value.includes(word)),
  );
  if (!asked) return undefined;
  const has = (text: string) => asked.anyOf.some((word) => text.includes(word));
  if (plan.lines.some((line) => line.range.start > title.range.end && has(line.text))) return undefined;
  if (plan.tables.some(({ rows }) => rows.some((row) => row.cells.some((cell) => has(cell.text))))) return undefined;
  return { message: 'event', params: { label: asked.label }, range: title.range, severity: 'info' };
}

/**
 * The items of each list; those of lists too short to show a habit (two issues below each of four heads) are one list
 * with their cousins.
 */
function listsOf(plan: Plan): readonly (readonly Task[])[] {
  const lists = listsBy(plan.measures, ({ parent }) => parent);
  const short = [...lists.values()].filter((tasks) => tasks.length < fewestItems).flat();
  const isNumbered = short.filter(({ section }) => section?.number);
  return [
    ...lists.values(),
    ...listsBy(isNumbered, ({ parent }) => (parent?.number ? parent.parent : undefined)).values(),
  ].filter((tasks) => tasks.length >= fewestItems);
}

function listsBy(
  tasks: readonly Task[],
  keyOf: (section: Section) => Section | undefined,
): ReadonlyMap<Section, readonly Task[]> {
  const lists = new Map<Section, Task[]>();
  for (const task of tasks) {
    const key = task.section && keyOf(task.section);
    if (!key) continue;
    const list = lists.get(key);
    if (list) list.push(task);
    else lists.set(key, [task]);
  }
  return lists;
}

/** Items of one list of which most state an element and a few do not. */
function missingInItems(plan: Plan): readonly Finding<MessageId>[] {
  return listsOf(plan).flatMap((tasks) => {
    const stated = tasks.map(({ section }) => (section ? statedIn(section) : ALL));
    return labels.flatMap(({ name }, at) => {
      const without = tasks.filter((_, index) => ((stated[index] ?? ALL) & (1 << at)) === 0);
      // Nearly all have it: three quarters at least.
      if (without.length === 0 || without.length * 4 > tasks.length) return [];
      const [first, ...others] = without;
      if (!first) return [];
      return [
        {
          message: 'item' as const,
          params: { label: name, name: first.title.value, count: without.length },
          range: first.title.range satisfies Range,
          related: others.map((task) => ({
            message: alsoItem,
            params: { name: task.title.value, label: name },
            range: task.title.range,
          })),
        },
      ];
    });
  });
}

const ALL = ~0;

/** The labels that stand in a section, one bit each. */
function statedIn(section: Section): number {
  let stated = 0;
  for (const { facts } of linesOf(section)) stated |= labelsOn(facts);
  return stated;
}

/** Which of the labels stand on a line, one bit each; kept with its facts. */
const labelsOn = lineMemo(({ text }) =>
  labels.reduce((bits, { pattern }, at) => (pattern.test(text) ? bits | (1 << at) : bits), 0),
);
