import { toChinese } from '../../dates/civil.ts';
import { datedByLine } from '../../plan/dated-lines.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign, linesWith } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { clockSign, dotSign, hourSign } from '../figures.ts';
import { defineRule, type Edit, type Finding, type Message } from '../rule.ts';
import { TOLD_APART } from '../told-apart.ts';
import { bareDaysAmongItems } from './style/bare-days.ts';
import { doubledMinutes, joinedHours } from './style/clock-style.ts';
import { type DateStyle, dateStyles, type StyleKind } from './style/date-styles.ts';
import { hoursToldTwice, tellsHourOnce } from './style/day-part.ts';
import { dottedBesideWeekday } from './style/dotted-days.ts';
import { isIssueInHan } from './style/issue-in-han.ts';
import { type OddHour, oddJoins } from './style/table-hours.ts';
import { mixedConnectors, type Place, unevenWindows, windowSets, wordedTwice } from './style/window-styles.ts';

type MessageId =
  | StyleKind
  | 'columnFigures'
  | 'hours'
  | 'dayPart'
  | 'besideWeekday'
  | 'mixed'
  | 'uneven'
  | 'sameStage'
  | 'issue'
  | 'minutes';

const titles: Readonly<Record<StyleKind | 'columnFigures' | 'hours' | 'dayPart' | 'mixed' | 'besideWeekday', Message>> =
  {
    hyphen: { zh: '全部改为“—”', en: 'Write “—” in all places' },
    hours: { zh: '全部改为“—”', en: 'Write “—” in all places' },
    dayPart: { zh: '去掉“下午”“晚上”', en: 'Take 下午 and 晚上 away' },
    to: { zh: '全部改为“至”', en: 'Write “至” in all places' },
    padded: { zh: '去掉月、日前的“0”', en: 'Take the zeros away' },
    shortYear: { zh: '年份补足四位', en: 'Write the years in full' },
    spoken: { zh: '“号”改为“日”', en: 'Write “日” for “号”' },
    figures: { zh: '改为“年、月、日”的写法', en: 'Write them with 年, 月 and 日' },
    january: { zh: '“元月”改为“1月”', en: 'Write “1月” for “元月”' },
    besideWeekday: { zh: '改为“年、月、日”的写法', en: 'Write them with 年, 月 and 日' },
    han: { zh: '改为阿拉伯数字', en: 'Write them with Arabic figures' },
    columnFigures: { zh: '改为“年、月、日”的写法', en: 'Write them with 年, 月 and 日' },
    mixed: { zh: '连接号统一为“{wanted}”', en: 'Write “{wanted}” in all places' },
  };

const withoutMinutes = { zh: '删去“分”', en: 'Remove 分' };
const another = { zh: '另一处：“{raw}”', en: 'Another one: “{raw}”' };
const elsewhere = { zh: '另一处作“{raw}”', en: 'Elsewhere “{raw}”' };

/** Ways of writing dates that differ within one set, or that the standards do not have; once for each plan and kind. */
export const dateStyle = defineRule<MessageId>({
  id: 'date-style',
  family: 'dates',
  severity: 'info',
  basis: ['9704-7.3.5.4', '15834-4.13.3', '15835-5.1.4', 'practice'],
  faults: ['F25'],
  fixes: ['safe', 'suggested'],
  summary: {
    zh: '日期写法不规范或前后不统一',
    en: 'Ways of writing dates that are mixed or not standard',
  },
  messages: {
    hyphen: {
      zh: '起止时间“{raw}”用了短横线或破折号，应用一字线“—”或“至”{count |（全篇#处）}。',
      en: '“{raw}”: a span of time takes “—” or “至”, not a hyphen or a double dash{count | (# in all)}.',
    },
    hours: {
      zh: '起止时刻“{raw}”用了短横线或破折号，应用一字线“—”或“至”{count |（全篇#处）}。',
      en: '“{raw}”: between two times of day “—” or “至” stands, not a hyphen or a double dash{count | (# in all)}.',
    },
    dayPart: {
      zh: '“{raw}”已经是24小时制，前面又写“下午”“晚上”，与他处的写法不一{count |（全篇#处）}。',
      en: '“{raw}” counts the hours of the whole day and says 下午 or 晚上 as well, which other hours of the paper do not{count | (# in all)}.',
    },
    to: {
      zh: '起止时间“{raw}”用“到”连接，书面写法宜用“至”{count |（全篇#处）}。',
      en: '“{raw}”: in writing a span of time takes “至”{count | (# in all)}.',
    },
    padded: {
      zh: '“{raw}”的月、日前不加“0”{count |（全篇#处）}。',
      en: '“{raw}”: months and days take no leading zero{count | (# in all)}.',
    },
    shortYear: {
      zh: '“{raw}”的年份应写四位数字{count |（全篇#处）}。',
      en: '“{raw}”: write the year with four figures{count | (# in all)}.',
    },
    spoken: {
      zh: '“{raw}”用了口语的“号”，书面写法为“日”{count |（全篇#处）}。',
      en: '“{raw}”: 号 is spoken language, write 日{count | (# in all)}.',
    },
    figures: {
      zh: '正文中日期写法不一：“{raw}”用数字加点、线，其他各处用“年、月、日”（此类{count}处），请统一。',
      en: 'Dates are written in two ways: “{raw}” in figures only, others with 年, 月 and 日 ({count} such).',
    },
    han: {
      zh: '正文中日期写法不一：“{raw}”用汉字数字，其他各处用阿拉伯数字（此类{count}处），请统一用阿拉伯数字。',
      en: 'Dates are written in two ways: “{raw}” with Han numerals, others with Arabic figures ({count} such).',
    },
    columnFigures: {
      zh: '同一栏中日期写法不一：“{raw}”用数字加点、线，其余各行用“年、月、日”（此类{count}处），请统一。',
      en: 'Dates of one column are written in two ways: “{raw}” in figures only, others with 年, 月 and 日 ({count} such).',
    },
    mixed: {
      zh: '同一组起止时间的连接号不统一：“{raw}”用“{written}”，其他各处用“{wanted}”（此类{count}处）。',
      en: 'The windows of one set are joined in different ways: “{raw}” by “{written}”, others by “{wanted}” ({count} such).',
    },
    january: {
      zh: '“{raw}”用了“元月”，他处的月份用数字，宜作“1月”{count |（全篇#处）}。',
      en: '“{raw}”: the other months are numbered, write 1月{count | (# in all)}.',
    },
    besideWeekday: {
      zh: '“{raw}”用点号代替“月”“日”，与他处的写法不一，宜作“{corrected}”{count |（全篇#处）}。',
      en: '“{raw}” has figures alone, other days have 月 and 日: write “{corrected}”{count | (# in all)}.',
    },
    issue: {
      zh: '成文日期“{raw}”应用阿拉伯数字写全年、月、日，作“{corrected}”。',
      en: 'The date of issue “{raw}” is written with Arabic figures and 年, 月 and 日: “{corrected}”.',
    },
    uneven: {
      zh: '“{raw}”起止写法不一：开始写到旬、日，结束只写到月，请写明月初、月底或具体日期{count |（全篇#处）}。',
      en: '“{raw}”: the start names a part of the month, the end the month only{count | (# in all)}.',
    },
    minutes: {
      zh: '“{raw}”用了冒号又写“分”，只用一种，应作“{corrected}”。',
      en: '“{raw}” has both a colon and 分; one is enough: “{corrected}”.',
    },
    sameStage: {
      zh: '“{stage}”的时间写法不一：此处作“{raw}”，另一处作“{other}”，请统一（此类{count}个阶段）。',
      en: '“{stage}” is dated in different words: “{raw}” here, “{other}” elsewhere ({count # such stage|# such stages}).',
    },
  },
  checkLine({ line, report }) {
    for (const { range, surplus } of hasSign(line.facts, hourSign) ? doubledMinutes(line.text) : []) {
      const raw = line.text.slice(range.start, range.end);
      report({
        message: 'minutes',
        params: { raw, corrected: raw.slice(0, -1) },
        range,
        fix: { title: withoutMinutes, safety: 'safe', edits: [{ range: surplus, text: '' }] },
      });
    }
  },
  checkPlan({ document, plan, report }) {
    const issue = issueStyle(plan);
    if (issue) report(issue);
    for (const finding of styleFindings(plan, issue?.range, document.markdown.text)) report(finding);
    for (const finding of told('columnFigures', figuresInColumns(plan))) report(finding);
    for (const finding of told('hours', hourPlaces(document, plan))) report(finding);
    for (const finding of told('dayPart', dayPartPlaces(document, plan))) report(finding);
    for (const finding of dottedFindings(document, plan)) report(finding);
    for (const table of plan.tables) for (const finding of tableFindings(oddJoins(table))) report(finding);
    const sets = windowSets(plan);
    for (const { places, written, wanted } of mixedConnectors(sets)) {
      for (const finding of told('mixed', places, { written, wanted })) report(finding);
    }
    for (const finding of told('uneven', unevenWindows(plan, sets))) report(finding);
    const [twice, ...more] = wordedTwice(plan);
    if (twice) {
      const { stage, raw, range, other, otherRange } = twice;
      report({
        message: 'sameStage',
        params: { stage, raw, other, count: more.length + 1 },
        range,
        related: [
          { message: elsewhere, params: { raw: other }, range: otherRange },
          ...more.map((one) => ({ message: another, params: { raw: one.raw }, range: one.range })),
        ],
      });
    }
  },
});

/** 09:48:27 behind it: the time at which a website published the paper goes with the figures. */
const publishedAt = /^(?:[ \t\u3000]{1,4}|T)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/;
const inFigures = /^\d{4}([./-])\d{1,2}\1\d{1,2}[.。]?$/;

/** 2024.3.5 and 二〇二四年三月五日 below the issuer (9704-7.3.5.4). */
function issueStyle(plan: Plan): Finding<MessageId> | undefined {
  const { issued, lines } = plan;
  if (!issued?.start || issued.precision !== 'day') return undefined;
  const { start, range } = issued;
  const line = lines.findLast((one) => one.range.start <= range.start && range.end <= one.range.end);
  const raw = line?.text.slice(range.start - line.range.start, range.end - line.range.start).trim() ?? '';
  const { start: from, end: to } = range;
  const fault = plan.dates.find(({ range: at, expression }) => expression.fault && at.start <= from && to <= at.end);
  // Before the standard in force a date of issue was written with Han numerals.
  const han = isIssueInHan(plan, raw);
  // 二O一六年十二月七日 is written anew as a whole; of other faults invalid-date speaks.
  if (fault && !(han && fault.expression.fault?.kind === 'digits')) return undefined;
  if (!inFigures.test(raw) && !han) return undefined;
  const corrected = toChinese(start);
  const clock = line ? (publishedAt.exec(line.text.slice(range.end - line.range.start))?.[0].length ?? 0) : 0;
  return {
    message: 'issue',
    params: { raw, corrected },
    range,
    ...(fault ? { severity: 'warning' as const } : {}),
    fix: {
      title: { zh: '改为“{corrected}”', en: 'Write “{corrected}”' },
      params: { corrected },
      safety: 'suggested',
      edits: [{ range: { start: from, end: to + clock }, text: corrected }],
    },
  };
}

/** @param known the date of issue, where what is wrong with it has been said */
function styleFindings(plan: Plan, known: Range | undefined, source: string): readonly Finding<MessageId>[] {
  const byKind = new Map<StyleKind, Place[]>();
  let written = 0;
  for (const line of datedByLine(plan.dates).keys()) {
    if (line.place === 'quote') continue;
    const styles = dateStyles(line.facts);
    if (line.place !== 'cell') written += styles.chinese;
    for (const style of styles.irregular) {
      // Figures are the way of tables; what is code is not the author's prose.
      if (style.kind === 'figures' && line.place === 'cell') continue;
      if (line.literals.some(({ start, end }) => start < style.range.end && style.range.start < end)) continue;
      const list = byKind.get(style.kind);
      const place = placeOf(line, style);
      if (style.kind === 'figures' && place.range.start === known?.start) continue;
      // 20**年: a year that was masked, of which placeholder speaks.
      if (style.kind === 'shortYear' && source.slice(place.range.start, place.range.end).includes('*')) continue;
      if (list) list.push(place);
      else byKind.set(style.kind, [place]);
    }
  }
  const bare = bareDaysAmongItems(plan);
  if (bare.length > 0) byKind.set('figures', [...(byKind.get('figures') ?? []), ...bare]);
  // All dates in figures are one way of writing.
  if (written === 0) byKind.delete('figures');
  if (written <= (byKind.get('january')?.length ?? 0)) byKind.delete('january');
  // A paper may have all its days in Han numerals, and the one below the signature as the standard wants it.
  if (written - (plan.issued ? 1 : 0) < 1) byKind.delete('han');
  return [...byKind].flatMap(([kind, places]) => told(kind, places));
}

/** So many days of a column with 年, 月 and 日 are its way of writing, where at most half as many are in figures. */
const LEAST_OF_COLUMN = 3;
/** A cell that holds a day and little else. */
const longestDay = 24;

/** 2026/1/15 among days with 年, 月 and 日 in one column of a table. */
function figuresInColumns({ tables }: Plan): readonly Place[] {
  return tables.flatMap(({ columns, rows }) =>
    columns.flatMap((_, at): readonly Place[] => {
      let chinese = 0;
      const places: Place[] = [];
      for (const { cells } of rows) {
        const line = cells[at]?.lines[0];
        if (!line || line.text.length > longestDay) continue;
        const styles = dateStyles(line.facts);
        if (styles.chinese > 0) chinese += 1;
        for (const style of styles.irregular) if (style.kind === 'figures') places.push(placeOf(line, style));
      }
      return chinese >= LEAST_OF_COLUMN && chinese >= 2 * places.length ? places : [];
    }),
  );
}

/** A hyphen in the programme of a table is how programmes are set; -- is no mark at all, as punctuation says. */
function hourPlaces(document: PlanDocument, plan: Plan): readonly Place[] {
  return linesWith(linesInOrder(document, plan), hourSign).flatMap((line) => {
    if (line.place === 'quote') return [];
    return joinedHours(line.text).flatMap(({ range, sign }): readonly Place[] => {
      const written = line.text.slice(sign.start, sign.end).trim();
      if ((line.place === 'cell' && written === '-') || written === '--' || written === '――') return [];
      if (line.literals.some(({ start, end }) => start < range.end && range.start < end)) return [];
      return [placeOf(line, { range, edits: [{ range: sign, text: '—' }] })];
    });
  });
}

/** 周六（11.28） in the text of a paper whose other days have 月 and 日. */
function dottedFindings(document: PlanDocument, plan: Plan): readonly Finding<MessageId>[] {
  const lines = linesWith(linesInOrder(document, plan), dotSign).filter(({ place }) => place === 'paragraph');
  const days = lines.flatMap((line) => dottedBesideWeekday(line.text).map((day) => ({ line, ...day })));
  if (days.length === 0 || ![...datedByLine(plan.dates).keys()].some(({ facts }) => dateStyles(facts).chinese > 0))
    return [];
  const places = days.map(({ line, range, corrected }) =>
    placeOf(line, { range, edits: [{ range, text: corrected }] }),
  );
  const corrected = days[0]?.corrected ?? '';
  if (days.length > TOLD_APART) return told('besideWeekday', places, { corrected });
  return days.flatMap((day, at) => told('besideWeekday', places.slice(at, at + 1), { corrected: day.corrected }));
}

/** Each by itself: the others of the table show what is wanted. */
function tableFindings(odd: readonly OddHour[]): readonly Finding<MessageId>[] {
  const kinds = new Map<string, OddHour[]>();
  for (const one of odd) kinds.set(one.written, [...(kinds.get(one.written) ?? []), one]);
  return [...kinds].flatMap(([written, all]) => {
    const places = all.map(({ line, range, place, wanted }) =>
      placeOf(line, { range, edits: [{ range: place, text: wanted }] }),
    );
    return told('mixed', places, { written, wanted: all[0]?.wanted ?? '' });
  });
}

function dayPartPlaces(document: PlanDocument, plan: Plan): readonly Place[] {
  const lines = linesWith(linesInOrder(document, plan), clockSign).filter(({ place }) => place !== 'quote');
  const places = lines.flatMap((line) => hoursToldTwice(line.text).map((found) => placeOf(line, found)));
  return places.length > 0 && lines.some(({ text }) => tellsHourOnce(text)) ? places : [];
}

function placeOf(line: Line, { range, edits }: Pick<DateStyle, 'range' | 'edits'>): Place {
  return {
    raw: line.text.slice(range.start, range.end),
    range: line.at(range.start, range.end),
    edits: edits.flatMap((edit) => placeEdit(line, edit.range, edit.text)),
  };
}

/** No edit where Markdown marks stand among the words. */
function placeEdit(line: Line, at: Range, text: string): readonly Edit[] {
  const range = line.at(at.start, at.end);
  return range.end - range.start === at.end - at.start ? [{ range, text }] : [];
}

/** What differs from the other dates of a paper is a slip in each of its places; the rest are ways of writing. */
const slips: ReadonlySet<MessageId> = new Set<MessageId>([
  'figures',
  'han',
  'columnFigures',
  'mixed',
  'dayPart',
  'january',
]);

/** The places of a kind: each by itself where they are few and slips, else together at the first. */
function told(
  kind: Exclude<MessageId, 'issue' | 'minutes'>,
  places: readonly Place[],
  params: Readonly<Record<string, string>> = {},
): readonly Finding<MessageId>[] {
  if (slips.has(kind) && places.length <= TOLD_APART)
    return places.flatMap((place) => together(kind, [place], { ...params, count: places.length }) ?? []);
  return [together(kind, places, { ...params, count: places.length }) ?? []].flat();
}

/** Days that are written anew as a whole: the author has to look at them. */
const isRewritten = (kind: MessageId): boolean =>
  ['shortYear', 'figures', 'han', 'columnFigures', 'besideWeekday'].includes(kind);

function together(
  kind: Exclude<MessageId, 'issue' | 'minutes'>,
  places: readonly Place[],
  params: Readonly<Record<string, string | number>>,
): Finding<MessageId> | undefined {
  const [first, ...more] = places;
  if (!first) return undefined;
  const edits = places.flatMap((place) => place.edits);
  return {
    message: kind,
    params: { raw: first.raw, ...params },
    range: first.range,
    related: more.slice(0, 20).map(({ raw, range }) => ({ message: another, params: { raw }, range })),
    ...(edits.length > 0 && kind !== 'uneven' && kind !== 'sameStage'
      ? {
          fix: {
            title: titles[kind],
            params,
            safety: isRewritten(kind) ? ('suggested' as const) : ('safe' as const),
            edits,
          },
        }
      : {}),
  };
}
