import { numberToHan, readCount } from '../../numbering/han.ts';
import type { Enumeration, Line, Plan, Section } from '../../plan/model.ts';
import { matchesOf } from '../../text/matches.ts';
import { liesWithin } from '../../text/range.ts';
import { uncoveredCount } from '../components/uncovered-issue.ts';
import { lostVerb } from '../numbering/spoken-run.ts';
import { defineRule, type Finding } from '../rule.ts';
import { type Absent, absentFrom, absentFromTables, unequalStepsBelow } from './announced/absent.ts';
import { miscountedAhead } from './announced/ahead.ts';
import { miscountedAwards, unequalAwards } from './announced/amounts-listed.ts';
import { unansweredIssues } from './announced/answered.ts';
import { unequalBelow } from './announced/below.ts';
import { unequalChoices } from './announced/choices.ts';
import { miscountedCoinages } from './announced/coined-lists.ts';
import { wrongDays } from './announced/days.ts';
import { exchangedNouns } from './announced/exchanged-nouns.ts';
import { unequalGroups } from './announced/groups.ts';
import { wrongGroups } from './announced/groups-of-tasks.ts';
import { unequalHeadings } from './announced/headed.ts';
import { unequalAspects, unequalRows, unequalSides, unequalTasks } from './announced/in-table.ts';
import { issuesPointedAt, unequalIssues, unequalNumbered } from './announced/issues.ts';
import { unequalLabels } from './announced/labelled.ts';
import { unequalListed } from './announced/listed-below.ts';
import { miscountedOffices, unequalMembers } from './announced/members.ts';
import { miscountedInLine } from './announced/numbered-in-line.ts';
import { miscountedOneByOne } from './announced/one-by-one.ts';
import { wrongParts } from './announced/parts.ts';
import { wrongSloganWords } from './announced/slogan-words.ts';
import { unequalSteps } from './announced/steps-of-stages.ts';
import { miscountedBehind } from './announced/summed-up.ts';
import { wrongTallies } from './announced/tallies.ts';
import { otherTotals } from './announced/totals.ts';
import { unequalTurns } from './announced/turns.ts';

type MessageId =
  | 'differs'
  | 'count'
  | 'table'
  | 'unlisted'
  | 'rows'
  | 'behind'
  | 'groups'
  | 'persons'
  | 'days'
  | 'sum'
  | 'absent';

const listed = { zh: '所列之一', en: 'One of those listed' };
const announcedHere = { zh: '此处称“{raw}”', en: 'Announced here: “{raw}”' };

/** N announced, M listed. */
export const announcedCount = defineRule<MessageId>({
  id: 'announced-count',
  family: 'consistency',
  severity: 'warning',
  basis: ['条例-20'],
  faults: ['F09', 'F10'],
  fixes: ['suggested'],
  summary: {
    zh: '所称的项数与实际列出的不符',
    en: 'The number announced is not the number listed',
  },
  messages: {
    count: {
      zh: '称“{raw}”，实际列出{listed}项，请核对数目或所列内容。',
      en: '“{raw}” is announced, but {listed} are listed.',
    },
    absent: {
      zh: '称“{raw}”，实际只列出{listed}项，缺“{names}”，请补上或者改正所称的数目。',
      en: '“{raw}” is announced, but only {listed # is|# are} listed: {names} is missing.',
    },
    unlisted: {
      zh: '“{raw}”的各项内容全篇没有列出，请在首次出现时写明，或注明出处。',
      en: 'What “{raw}” stands for is set out nowhere; list it where it first occurs, or name the source.',
    },
    rows: {
      zh: '称有{written}个问题，表中实际列出{listed}个，请核对。',
      en: '{written} issues are announced, and the table lists {listed}.',
    },
    behind: {
      zh: '此处称“{written}”，前文列出的问题有{listed}个，请核对。',
      en: '“{written}” here, and {listed} issues are listed in front of it.',
    },
    differs: {
      zh: '此处称“{written}”，前文称“{first}”，请核对后统一。',
      en: '“{written}” here, “{first}” before; check which is right.',
    },
    sum: {
      zh: '称“{written}”，所列各项合计为{listed}，请核对。',
      en: '“{written}” is announced, and what is listed comes to {listed}.',
    },
    days: {
      zh: '称“{written}”，列出的日期有{listed}个，请核对。',
      en: '“{written}” is announced, and {listed} days are listed.',
    },
    persons: {
      zh: '称“{written}”，实际列出{listed}人，请核对。',
      en: '“{written}” is announced, and {listed} persons are listed.',
    },
    groups: {
      zh: '称“{written}”，实际列出{listed}个组，请核对。',
      en: '“{written}” is announced, and {listed} groups are listed.',
    },
    table: {
      zh: '正文称“{raw}”，附表另列有“{stage}”，共{listed}个阶段，请统一。',
      en: 'The body announces “{raw}”, but the table also has “{stage}”, {listed} stages in all.',
    },
  },
  checkLine({ line, report }) {
    for (const { written, listed, range } of wrongDays(line.facts))
      report({ message: 'days', params: { written, listed }, range });
    for (const { written, listed, range } of miscountedOffices(line.facts))
      report({ message: 'persons', params: { written, listed }, range });
    for (const { written, listed, range } of miscountedAwards(line.facts))
      report({ message: 'sum', params: { written, listed }, range });
    for (const find of miscounts) {
      for (const { written, listed, range } of find(line.facts))
        report({ message: 'count', params: { raw: written, listed }, range });
    }
  },
  checkPlan({ plan, report }) {
    for (const finding of unlistedSlogans(plan)) report(finding);
    const told = new Set<number>();
    for (const enumeration of plan.enumerations) {
      const wrong = wrongList(enumeration);
      // One item that lost its 要 hides the others; missing-word tells of it.
      if (!wrong || lostVerb(enumeration.line.text) || isOfOther(wrong, enumeration, plan)) continue;
      if (isHonour(enumeration) || isRunTogether(wrong, plan)) continue;
      if (addUp(enumeration) || (wrong.origin === 'inline' && isPartDone(enumeration))) continue;
      if (
        isNamedInFront(enumeration) ||
        isKnownRule(enumeration, wrong) ||
        (isOfMeasures(enumeration) && isUncovered(plan, wrong.count, enumeration.announced))
      )
        continue;
      told.add(enumeration.range.start);
      const names = absentFrom(enumeration, wrong, plan);
      report(names.length > 0 ? absentAt({ enumeration, names, listed: wrong.items }) : countAt(enumeration, wrong));
    }
    for (const absent of absentFromTables(plan)) {
      if (told.has(absent.enumeration.range.start)) continue;
      told.add(absent.enumeration.range.start);
      report(absentAt(absent));
    }
    for (const { enumeration, list } of [
      ...unequalIssues(plan),
      ...unequalNumbered(plan),
      ...wrongParts(plan),
      ...wrongGroups(plan),
    ]) {
      told.add(enumeration.range.start);
      report(countAt(enumeration, list));
    }
    for (const row of unequalRows(plan)) {
      const { written, listed, range } = row;
      if (isUncovered(plan, listed, row.announced)) continue;
      told.add(range.start);
      report({ message: 'rows', params: { written, listed }, range });
    }
    for (const { written, listed, range } of [
      ...unequalTasks(plan),
      ...unequalAspects(plan),
      ...unansweredIssues(plan).filter(({ listed, announced }) => !isUncovered(plan, listed, announced)),
      ...unequalHeadings(plan),
      ...unequalBelow(plan),
      ...unequalChoices(plan),
      ...unequalSides(plan),
      ...unequalSteps(plan),
      ...unequalStepsBelow(plan),
      ...wrongSloganWords(plan),
      ...unequalTurns(plan),
      ...unequalLabels(plan),
    ]) {
      if (!told.has(range.start)) report({ message: 'count', params: { raw: written, listed }, range });
    }
    for (const { written, listed, range } of unequalAwards(plan.lines))
      report({ message: 'sum', params: { written, listed }, range });
    const isListed = (line: Line) => plan.enumerations.some((one) => one.line === line && one.lists.length > 0);
    for (const { written, listed, range, certain } of unequalListed(plan.lines, isListed))
      report({
        message: 'count',
        params: { raw: written, listed },
        range,
        ...(certain ? {} : { severity: 'info' as const }),
      });
    for (const { written, listed, range } of issuesPointedAt(plan))
      report({ message: 'behind', params: { written, listed }, range });
    for (const { written, listed, range } of unequalMembers(plan.lines))
      report({ message: 'persons', params: { written, listed }, range });
    for (const { written, listed, range } of unequalGroups(plan))
      report({ message: 'groups', params: { written, listed }, range });
    for (const { written, first, range, firstRange, certain } of [...otherTotals(plan), ...exchangedNouns(plan)])
      report({
        message: 'differs',
        params: { written, first },
        range,
        related: [{ message: announcedHere, params: { raw: first }, range: firstRange }],
        ...(certain ? {} : { severity: 'info' as const }),
      });
    for (const finding of surplusStages(plan)) report(finding);
    for (const finding of tabledStages(plan)) report(finding);
    for (const finding of unequalStages(plan)) report(finding);
  },
});

/** Lists on one line, and the numbers beside them. */
const miscounts = [
  wrongTallies,
  miscountedAhead,
  miscountedBehind,
  miscountedOneByOne,
  miscountedCoinages,
  miscountedInLine,
];

/** A slogan of so many parts is a coinage that nobody can resolve without its list. */
const coinedParts = 3;

/** 四集中五促进八落实 that is set out nowhere in the plan. */
function unlistedSlogans({ enumerations }: Plan): readonly Finding<MessageId>[] {
  const slogans = new Map<string, Enumeration[]>();
  for (const one of enumerations) {
    const { slogan, phrase } = one.announcement;
    if (!slogan || !phrase) continue;
    const raw = one.line.text.slice(phrase.start, phrase.end);
    const parts = slogans.get(raw);
    if (parts) parts.push(one);
    else slogans.set(raw, [one]);
  }
  return [...slogans].flatMap(([raw, parts]): readonly Finding<MessageId>[] => {
    const [first] = parts;
    if (!first || parts.some(({ lists }) => lists.length > 0)) return [];
    const own = parts.filter(({ line, announcement }) => {
      return line === first.line && announcement.phrase?.start === first.announcement.phrase?.start;
    });
    const { phrase } = first.announcement;
    if (!phrase || own.length < coinedParts || first.line.place === 'quote') return [];
    const open = first.line.text.lastIndexOf('《', phrase.start);
    if (open >= 0 && first.line.text.indexOf('》', open) > phrase.start) return [];
    const range = first.line.at(phrase.start, phrase.end);
    return [{ message: 'unlisted', params: { raw }, range, severity: 'info' }];
  });
}

type List = Enumeration['lists'][number];

/** “三好学生” is a title, and “三防” of “四联三防” a part of another slogan. */
function isHonour({ announcement: { phrase }, line }: Enumeration): boolean {
  if (!phrase) return false;
  return (
    /好(?:学生|家庭|干部|职工|党员|青年)$/.test(line.text.slice(phrase.start, phrase.end)) ||
    /[两二三四五六七八九十]\p{Script=Han}$/u.test(line.text.slice(0, phrase.start))
  );
}

/** （1）…；（2）…；（3）…, all in the one paragraph below: there is one paragraph, and more than one item. */
function isRunTogether({ items }: List, { lines }: Plan): boolean {
  const [only, more] = items;
  if (!only || more) return false;
  const line = lines.find(({ range }) => liesWithin(only, range));
  return line !== undefined && /[（(]2[)）]|②/.test(line.text);
}

/** 针对4个问题制定以下4条措施, three of them and one issue that none answers: uncovered-issue says which one is missing. */
function isUncovered(plan: Plan, count: number, announced: number | undefined): boolean {
  return announced !== undefined && announced > count && uncoveredCount(plan) === announced - count;
}

const isOfMeasures = ({ announcement: { noun } }: Enumeration): boolean => /措施|举措|任务|整改/.test(noun);

/** 两个阶段，共五个环节。 above two stages: the list is that of the number which it agrees with. */
function isOfOther({ origin, items }: List, { line, announcement }: Enumeration, { enumerations }: Plan): boolean {
  if (origin !== 'sections') return false;
  return enumerations.some(
    (other) =>
      other.line === line &&
      other.announcement.range.start < announcement.range.start &&
      other.announced === items.length &&
      other.lists.some((list) => list.origin === origin && list.items[0]?.start === items[0]?.start),
  );
}

/** 涉及住建部门“施工许可”、消防部门“消防验收”两个事项。 names them in front, each in marks of its own. */
function isNamedInFront({ announced, announcement, line }: Enumeration): boolean {
  const { start } = announcement.range;
  const sentence = line.text.slice(line.text.lastIndexOf('。', start) + 1, start);
  if (!sentence.endsWith('”')) return false;
  // From the back: marks, and the words between two of them without another stop.
  const named = /(?:(?:“[^“”]{2,30}”)(?:[、和与及][^“”，。；]{0,12})?){2,12}$/.exec(sentence)?.[0] ?? '';
  return matchesOf(named, /“/g).length === announced;
}

/** 加强作风建设，严格执行“八不准”。 above what is done for it: whoever is bound by it knows what it forbids. */
function isKnownRule({ announcement, line }: Enumeration, { origin }: List): boolean {
  const { noun, slogan, range } = announcement;
  return (
    slogan &&
    noun.startsWith('不') &&
    origin !== 'inline' &&
    /(?:实施|执行|落实|遵守)[“"]?$/.test(line.text.slice(0, range.start))
  );
}

/**
 * The list that contradicts the announcement: what follows it in lines or sections, or the list in the
 * sentence when nothing else agrees. One agreeing list in the sentence does not excuse three paragraphs
 * behind 两项工作.
 */
function wrongList({ announced, lists }: Enumeration): List | undefined {
  const own = lists.filter((list) => list.origin !== 'table');
  const following = own.filter((list) => list.origin === 'sections' || list.origin === 'following');
  const wrong = following.find((list) => list.count !== announced);
  if (wrong) return following.some((list) => list.count === announced) ? undefined : wrong;
  if (own.length === 0 || own.some((list) => list.count === announced)) return undefined;
  return own[0];
}

function countAt({ announcement, line, range }: Enumeration, list: List): Finding<MessageId> {
  const raw = line.text.slice(announcement.range.start, announcement.range.end);
  const { start, end } = announcement.countRange;
  const written = line.text.slice(start, end);
  const corrected = /^\d+$/.test(written) ? String(list.count) : list.count === 2 ? '两' : numberToHan(list.count);
  return {
    message: 'count',
    params: { raw, listed: list.count },
    range,
    related: list.items.map((item) => ({ message: listed, range: item })),
    ...(corrected === undefined
      ? {}
      : {
          fix: {
            title: { zh: '改为“{corrected}”', en: 'Write “{corrected}”' },
            params: { corrected },
            safety: 'suggested' as const,
            edits: [{ range: line.at(start, end), text: corrected }],
          },
        }),
  };
}

/** Named or counted, and not there: which number would be right is for the author to say. */
function absentAt({
  enumeration: { announcement, line, range, announced },
  names,
  listed: items,
}: Absent): Finding<MessageId> {
  return {
    message: 'absent',
    params: {
      raw: line.text.slice(announcement.range.start, announcement.range.end),
      listed: announced - names.length,
      names: names.join('”“'),
    },
    range,
    related: items.map((item) => ({ message: listed, range: item })),
  };
}

/** Stages that only a table has, when the body announces how many there are. */
function surplusStages(plan: Plan): readonly Finding<MessageId>[] {
  const announcement = plan.enumerations.find(
    ({ announcement: { noun }, announced }) =>
      noun === '阶段' && announced === plan.stages.filter((stage) => stage.section).length,
  );
  if (!announcement) return [];
  const raw = announcement.line.text.slice(announcement.announcement.range.start, announcement.announcement.range.end);
  return plan.stages
    .filter((stage) => !stage.section)
    .map((stage) => ({
      message: 'table',
      params: { raw, stage: stage.name.value, listed: plan.stages.length },
      range: stage.name.range,
      related: [{ message: announcedHere, params: { raw }, range: announcement.range }],
    }));
}

/** 分三个阶段进行, and four of them in the one table below the same heading: what no section sets out, the table does. */
function tabledStages(plan: Plan): readonly Finding<MessageId>[] {
  if (plan.stages.some(({ section }) => section)) return [];
  const tables = plan.tables.filter(({ columns }) =>
    columns.some(({ field, header }) => field === 'stage' && header.text.includes('阶段')),
  );
  const [table] = tables;
  if (!table || tables.length > 1) return [];
  return plan.enumerations.flatMap((enumeration) => {
    const { announcement, announced, lists, line } = enumeration;
    const [list, more] = lists;
    if (announcement.noun !== '阶段' || announcement.slogan || list?.origin !== 'table' || more) return [];
    if (list.count < 2 || Math.abs(list.count - announced) > 2 || list.count === announced) return [];
    const holder = holderOf(plan.sections, table.range.start);
    if (holder?.body.includes(line) !== true || !divides.test(line.text)) return [];
    return [countAt(enumeration, list)];
  });
}

/** 9月至11月，分三个阶段进行。 under 整治时间, and four stages under 方法步骤. */
function unequalStages({ enumerations, stages }: Plan): readonly Finding<MessageId>[] {
  const [first] = stages;
  const parent = first?.section?.parent;
  // Numbered stages of one list, all of them described.
  if (stages.length < 2 || !stages.every(({ section }) => section?.number && section.parent === parent)) return [];
  return enumerations.flatMap((enumeration) => {
    const { announcement, announced, lists, line } = enumeration;
    if (announcement.noun !== '阶段' || announcement.slogan || lists.length > 0 || !divides.test(line.text)) return [];
    if (announced === stages.length || Math.abs(announced - stages.length) > 2) return [];
    // What is said within one of them is of it alone.
    if (stages.some(({ section }) => section && liesWithin(line.range, section.range))) return [];
    const items = stages.map(({ name }) => name.range);
    return [countAt(enumeration, { origin: 'sections', count: stages.length, items })];
  });
}

const divides = /分[为成]?[两二三四五六2-6]个?阶段/;

/** The innermost section around a place. */
function holderOf(sections: readonly Section[], at: number): Section | undefined {
  const section = sections.find(({ range }) => range.start <= at && at < range.end);
  return section && (holderOf(section.sections, at) ?? section);
}

const numbered = /[一-龥](\d{1,3})(?:个|项|件|处|条|起)(?=[、，；。）]|$)/g;

/** 8个问题归为三类：窗口服务4个、会风文风2个、公务用车2个: the kinds that are listed have numbers of their own. */
function addUp({ announced, announcement, line: { text } }: Enumeration): boolean {
  const rest = text.slice(announcement.range.end).split('。', 1)[0] ?? '';
  const amounts = matchesOf(rest, numbered).map(([, digits]) => Number(digits));
  return amounts.length > 1 && amounts.reduce((sum, one) => sum + one, 0) === announced;
}

/** “七个一”建成5个（…）, “三个清零”中两个已实现（…）: what is listed are those that are done, and their number stands there. */
function isPartDone({ announced, announcement, line: { text } }: Enumeration): boolean {
  const [, first, second] = partDone.exec(text.slice(announcement.range.end, announcement.range.end + 24)) ?? [];
  const part = readCount(first ?? second ?? '');
  return part !== undefined && part < announced;
}
const partDone =
  /^[”"’]?[一-龥]{0,6}?[中里，]?(?:(?:已|均|全部)?(?:经)?(?:建成|完成|实现|落实|达标|达到|办结|通过|建好|开工|启动|兑现|开展)了?([一二两三四五六七八九十\d]{1,3})[个项条件处类种]|(?:有)?([一二两三四五六七八九十\d]{1,3})[个项条件处类种](?:已|基本|全部|均))/;
