import { numberToHan } from '../../numbering/han.ts';
import { sectionList } from '../../plan/announcements/enumerations.ts';
import type { Enumeration, Plan } from '../../plan/model.ts';
import { isTotalRow } from '../../plan/tables/table-fields.ts';
import { defineRule, type Finding } from '../rule.ts';
import { wrongParts } from './parts-announced.ts';

type MessageId = 'count' | 'table' | 'unlisted' | 'rows';

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
    unlisted: {
      zh: '“{raw}”的各项内容全篇没有列出，请在首次出现时写明，或注明出处。',
      en: 'What “{raw}” stands for is set out nowhere; list it where it first occurs, or name the source.',
    },
    rows: {
      zh: '称有{written}个问题，表中实际列出{listed}个，请核对。',
      en: '{written} issues are announced, and the table lists {listed}.',
    },
    table: {
      zh: '正文称“{raw}”，附表另列有“{stage}”，共{listed}个阶段，请统一。',
      en: 'The body announces “{raw}”, but the table also has “{stage}”, {listed} stages in all.',
    },
  },
  checkPlan({ plan, report }) {
    for (const finding of unlistedSlogans(plan)) report(finding);
    for (const enumeration of plan.enumerations) {
      const wrong = wrongList(enumeration);
      if (wrong) report(countAt(enumeration, wrong));
    }
    for (const finding of unequalIssues(plan)) report(finding);
    for (const finding of unequalNumbered(plan)) report(finding);
    for (const finding of unequalRows(plan)) report(finding);
    for (const { enumeration, list } of wrongParts(plan)) report(countAt(enumeration, list));
    for (const finding of surplusStages(plan)) report(finding);
  },
});

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

/** 反馈了五个方面的问题 in the opening, and a section 存在的问题 with four items. */
function unequalIssues(plan: Plan): readonly Finding<MessageId>[] {
  const announced = plan.enumerations.find(
    ({ announcement: { noun, slogan, range }, lists, line }) =>
      !slogan &&
      lists.length === 0 &&
      /问题$|^的?(?:突出|主要)?问题/.test(noun.endsWith('问题') ? noun : line.text.slice(range.end, range.end + 6)) &&
      plan.opening.includes(line) &&
      fedBack.test(line.text),
  );
  if (!announced) return [];
  const sections = plan.sections.filter(({ title }) => issueTitle.test(title.value));
  const [section] = sections;
  const items = section?.sections ?? [];
  const [first] = items;
  if (!section || sections.length > 1 || !first || items.length < 2) return [];
  const counted = items.every(
    (item, at) =>
      item.number?.kind === first.number?.kind && item.number?.value === at + 1 && item.sections.length === 0,
  );
  if (!counted || items.length === announced.announced) return [];
  return [countAt(announced, sectionList(items))];
}

/** 反馈的3个问题, and 问题一 to 问题四 behind it. */
function unequalNumbered(plan: Plan): readonly Finding<MessageId>[] {
  const holder = plan.sections.find(({ sections: [first] }) => first && isIssue(first));
  const items = (holder ?? plan).sections.filter(isIssue);
  const [first] = items;
  if (!first || items.length < 2 || items.some(({ number }, at) => number?.value !== at + 1)) return [];
  const told = plan.enumerations.filter(
    ({ announcement: { noun, slogan }, lists, line }) =>
      !slogan &&
      lists.length === 0 &&
      noun.endsWith('问题') &&
      line.range.start < first.range.start &&
      fedBack.test(line.text),
  );
  const [announced, more] = told;
  if (!announced || more || announced.announced === items.length) return [];
  return [countAt(announced, sectionList(items))];
}

const isIssue = ({ number }: Plan['sections'][number]): boolean =>
  number?.kind === 'thing' && number.raw.includes('问题');

const fedBack = /反馈|指出|查摆|梳理|发现|列出/;
const issueTitle = /^(?:反馈|存在|主要|突出|查摆)?(?:的|出的)?(?:主要|突出)?问题(?:清单)?$/;

/** 反馈了4个方面12个问题, 提出隐患10条: how many there are, on a line of the opening. */
const issuesTold =
  /(?:反馈|指出|查摆|梳理|发现|列出|提出|排查出|检查出|查出|下达)[^。；]{0,40}?(?:(?<![\d.])(\d{1,2})(?:个|条|项|处)(?:具体|突出|主要|安全|整改)?(?:问题|隐患)|(?:问题|隐患)(\d{1,2})(?:个|条|项|处))/;

/** So many issues found, and a ledger with other many rows. One that is far off lists something else. */
function unequalRows(plan: Plan): readonly Finding<MessageId>[] {
  const ledgers = plan.tables.filter(({ kind, columns }) => kind === 'ledger' && columns.some(isIssueColumn));
  const [ledger] = ledgers;
  if (!ledger || ledgers.length > 1) return [];
  for (const line of plan.opening) {
    const match = issuesTold.exec(line.text);
    const written = match?.[1] ?? match?.[2];
    if (!match || written === undefined) continue;
    const cells = new Set<number>();
    for (const row of ledger.rows) {
      const cell = ledger.cell(row, 'issue');
      if (cell && cell.text.trim() !== '' && !isTotalRow(row)) cells.add(cell.range.start);
    }
    const count = Number(written);
    const off = Math.abs(cells.size - count);
    if (off === 0 || cells.size < 3 || off > Math.max(2, count * 0.2)) return [];
    const at = match.index + match[0].lastIndexOf(written);
    return [
      { message: 'rows', params: { written, listed: cells.size }, range: line.at(at, match.index + match[0].length) },
    ];
  }
  return [];
}

const isIssueColumn = ({ field }: { readonly field?: string | undefined }) => field === 'issue';

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
