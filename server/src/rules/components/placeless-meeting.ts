import type { LineFacts } from '../../plan/facts.ts';
import { lineMemo } from '../../plan/facts.ts';
import type { Plan } from '../../plan/model.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** A meeting to which people are called at an hour, and nobody knows where. */
export interface PlacelessMeeting {
  /** 考生说明会. */
  readonly name: string;
  readonly range: Range;
}

const holdSign = sign({ words: ['召开', '举行', '举办'] });
/** 3月28日上午8:30召开考生说明会; 召开了 tells. */
const called =
  /(?:\d{1,2}\s?[:：]\s?\d{2}|\d{1,2}[时点](?:\d{1,2}分|半|整)?)(?:[，,]|[一-龥]{0,6}?)?(?:召开|举行|举办)(?![了过的])([一-龥“”]{0,14}?(?:会议|大会|会|仪式|典礼)(?=[，,。；;（(]|$))/g;
/** Where, by whatever words. */
const place =
  /[在到于至赴][一-龥\dA-Za-z]{0,16}(?:[室厅楼馆院堂场园区所校部中心处里内台站]|广场|大厦|酒店|公司|学校|单位|社区|村)|地点|会址|会议室|礼堂|报告厅|教室|操场|会场|线上|网上|网络|视频|云端|直播|电话|腾讯|钉钉|微信|分别|各自|本单位/;
/** Others than those who call it come. */
const attended = /参加|出席|到会|参会|与会|全体|负责人|代表|考生|学员|家长|评委|师生/;
/** It comes again and again. */
const again = /每[周月日天年季]|定期|例会/;

/** Meetings of a plan that says nowhere where they take place. */
export function placelessMeetings({ lines, tables }: Plan): readonly PlacelessMeeting[] {
  const found = linesWith(lines, holdSign).flatMap((line) =>
    line.place === 'cell' || line.place === 'quote'
      ? []
      : meetingsOn(line.facts).map(({ start, end }) => ({
          name: line.text.slice(start, end),
          range: line.at(start, end),
        })),
  );
  if (found.length === 0) return found;
  // A part, a label or a column of its own may hold for all.
  const isTold =
    lines.some(({ text }) => /地\s*点|会\s*场\s*[：:设]/.test(text)) ||
    tables.some(({ columns }) => columns.some(({ header }) => /地点|场地|会场|教室/.test(header.text)));
  return isTold ? [] : found;
}

const meetingsOn = lineMemo((facts): readonly Range[] => {
  if (facts.dates.length === 0) return NONE;
  const found = facts.sentences.flatMap((sentence) => inSentence(sentence, facts));
  return found.length > 0 ? found : NONE;
});
const NONE: readonly Range[] = [];

function inSentence(
  { text, range }: { readonly text: string; readonly range: Range },
  { dates }: LineFacts,
): readonly Range[] {
  if (place.test(text) || again.test(text) || !attended.test(text)) return NONE;
  return matchesOf(text, called).flatMap(({ 0: words, 1: name = '', index }): readonly Range[] => {
    const end = range.start + index + words.length;
    const isDated = dates.some(
      ({ kind, to, from, range: day }) =>
        kind === 'span' && (to ?? from)?.day !== undefined && day.start >= range.start && day.start < end,
    );
    return isDated ? [{ start: end - name.length, end }] : [];
  });
}
