import type { DateExpression } from '../../../dates/expression.ts';
import type { LineFacts } from '../../../plan/facts.ts';
import { sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

/** A vague word that stands where a time should, and what is to be done then. */
export interface VagueTime {
  readonly kind: 'vague' | 'event' | 'about' | 'until' | 'label' | 'later';
  readonly word: string;
  /** What hangs on it, as written; empty where nothing is named. */
  readonly deed: string;
  /** Indexes in the text of the line. */
  readonly range: Range;
}

export const openTimeSign = sign({
  words: [
    '情况',
    '况定',
    '进度',
    '进展',
    '最短',
    '最快',
    '赶在',
    '抢在',
    '大概',
    '大约',
    '来临',
    '到来',
    '批复',
    '另行',
    '另定',
    '待通知',
    '推迟',
    '延后',
    '延期',
  ],
});

/** 考试时间及地点另行通知, 具体时间另行在群里通知: when it is to be, is not said now. */
const later =
  /([一-龥]{0,6}?)(?:时间|日期|日程|会期)(?:[、及和与][一-龥]{0,4}?(?:地点|场地|方式|路线|名单|安排|要求))?(?:等(?:事宜|事项|安排)?)?，?[均将再]?(?:另行?(?:[在由于][一-龥]{1,10})?(?:通知|公布|确定|安排|发布|告知|定)|待通知)/g;
/** 演出日期看天气情况再定, 会期视筹备情况确定; 余款视到账情况拨付. */
const byCircumstances =
  /(?:(?:时间|日期|会期|场次|日程)[一-龥]{0,4}?[视看](?!频|察|导)[一-龥、]{2,12}?(?:再定|而定|确定|商定|安排)|(?<![重轻忽注正藐审巡电可])视(?!频|觉|力|察|导|为|作|情)[一-龥、]{2,10}?(?:情况|进度|进展)(?:再|另行|逐步|适时|及时)?(?:拨付|发放|兑付|兑现|举行|召开|启动|开工|进场|施工))/g;
/** 请相应推迟。: put off, and nobody says until when. */
const putOff =
  /(?:请|均|一律|统一|决定)(?:相应|适当|暂时)?(?:推迟|延后|延期)(?:举行|召开|进行|开展|实施)?(?=[，。；]|$)/g;
/** 原定于7月10日举行的: the day that is given up. */
const givenUp = /原(?:定|计划|拟|安排)[于在]?$/;
/** 赶在雨季来临前拆完: a season has no first day. */
const season =
  /(?:(?:争取|力争|务必|确保)?(?:赶|抢)在(?:[一-龥]{2,8}?)(?:之前|以前|前)|(?:雨季|[主梅]?汛期?|冬季|寒潮|雪季|台风季|春耕|秋收|农忙|高温|冰冻|封冻期?|霜冻|用电高峰|供暖季?)(?:来临|到来)(?:之前|以前|前))(?=[一-龥])/g;
/** 争取用最短时间提交, 以最快速度拿出方案. */
const soonest =
  /(?:争取|力争)?[用以在](?:最短|最快)的?(?:时间|速度|时限)内?(?=(?:提交|完成|报送|上报|拿出|形成|整改|交付|办结|建成|修复|落实|解决|制定)([一-龥]{0,12}))/g;
/** 大概在三季度末进场. */
const roughly = /(?:大概|大约|大致)(?:在|于|是)?$/;
/** An emergency has no date. */
const emergency = /如|若|一旦|发生|发现|遇到?|出现|突发|险|伤|故障|事故|紧急|报警/;
/** What is asked about a time in general and not about that of one deed. */
const general = /(?:具体|有关|相关|其他|详细|最终|各自?|活动|会议|考试|培训|比赛|面试|笔试)$/;

/** Times that are left open by other words than those of the reader of dates. */
export function openTimes({ text, dates }: LineFacts): readonly VagueTime[] {
  const found: VagueTime[] = [];
  // Each is looked for where a word of it stands.
  if (/[另待视看]/.test(text)) found.push(...toldLater(text, dates));
  if (/推迟|延[后期]/.test(text)) found.push(...putOffFor(text, dates));
  if (text.includes('前')) found.push(...bySeason(text, dates));
  if (text.includes('最')) found.push(...bySpeed(text));
  if (text.includes('大')) found.push(...aboutDays(text, dates));
  return found;
}

const days = (dates: readonly DateExpression[]) => dates.filter(({ kind }) => kind === 'span');

/** A day in front of it in the same sentence tells the time already, unless it is that of another deed. */
function toldLater(text: string, dates: readonly DateExpression[]): readonly VagueTime[] {
  const found = (/另|待通知/.test(text) ? matchesOf(text, later) : []).flatMap(
    ({ 0: words, 1: deed = '', index }): VagueTime[] => {
      const end = index + words.length;
      const start = index + deed.length;
      const from = text.lastIndexOf('。', start) + 1;
      const before = days(dates).filter(
        ({ range }) => range.start >= from && range.end <= start && !givenUp.test(text.slice(from, range.start)),
      );
      const isOther = deed.length >= 2 && !general.test(deed) && !text.slice(from, index).includes(deed.slice(0, 2));
      return before.length > 0 && !isOther
        ? []
        : [{ kind: 'later', word: text.slice(start, end), deed: '', range: { start, end } }];
    },
  );
  const open = (/[视看]/.test(text) ? matchesOf(text, byCircumstances) : []).flatMap(
    ({ 0: word, index: start }): VagueTime[] => {
      const end = start + word.length;
      const behind = /^[^。；]*/.exec(text.slice(end))?.[0].length ?? 0;
      const isTold = days(dates).some(({ range }) => range.start >= end && range.end <= end + behind);
      return isTold ? [] : [{ kind: 'later', word, deed: '', range: { start, end } }];
    },
  );
  return [...found, ...open];
}

/** Put off without a new day in the rest of the sentence, and without a word that it will be told. */
function putOffFor(text: string, dates: readonly DateExpression[]): readonly VagueTime[] {
  return matchesOf(text, putOff).flatMap(({ 0: word, index: start }): VagueTime[] => {
    const end = start + word.length;
    const from = text.lastIndexOf('。', start) + 1;
    const behind = /^[^。；]*/.exec(text.slice(end))?.[0] ?? '';
    const isTold = days(dates).some(({ range }) => range.start >= end && range.end <= end + behind.length);
    return isTold || /另行|另定/.test(behind) || inCase.test(text.slice(from, start))
      ? []
      : [{ kind: 'later', word, deed: '', range: { start, end } }];
  });
}
/** 遇雨天、未尽事宜: what is to be done then, and not what has been decided. */
const inCase = /如|若|遇|因故|预警|响应|期间|的，|时，|后，|前，|经[^，。]{0,12}(?:同意|批准)/;

/** A season without a day in the same sentence. */
function bySeason(text: string, dates: readonly DateExpression[]): readonly VagueTime[] {
  return matchesOf(text, season).flatMap(({ 0: word, index: start }): VagueTime[] => {
    const end = start + word.length;
    const from = text.lastIndexOf('。', start) + 1;
    const stop = text.indexOf('。', end);
    const to = stop < 0 ? text.length : stop;
    const isTold = days(dates).some(({ range }) => range.start >= from && range.end <= to);
    return isTold || emergency.test(text.slice(from, start))
      ? []
      : [{ kind: 'until', word, deed: '', range: { start, end } }];
  });
}

function bySpeed(text: string): readonly VagueTime[] {
  return matchesOf(text, soonest).flatMap(({ 0: word, index: start }): VagueTime[] => {
    const end = start + word.length;
    const from = text.lastIndexOf('。', start) + 1;
    if (emergency.test(text.slice(from, start))) return [];
    const deed = /^[一-龥]{0,16}/.exec(text.slice(end))?.[0] ?? '';
    // 以最短时间内完成全程跑者为胜: who wins.
    if (/[为者]胜|获胜|比赛|竞[赛速]/.test(deed)) return [];
    return [{ kind: 'vague', word, deed, range: { start, end: end + deed.length } }];
  });
}

/** 大概在三季度末; 大概10天 is a length of time. */
function aboutDays(text: string, dates: readonly DateExpression[]): readonly VagueTime[] {
  return days(dates).flatMap(({ range, from, to }): VagueTime[] => {
    const before = roughly.exec(text.slice(Math.max(0, range.start - 4), range.start))?.[0];
    // 大概是2019年建成的 tells of something that is over.
    if (!before || (to ?? from)?.unit === 'year' || /^[^，。；]{0,12}[的了]/.test(text.slice(range.end))) return [];
    const start = range.start - before.length;
    return [{ kind: 'about', word: text.slice(start, range.end), deed: '', range: { start, end: range.end } }];
  });
}
