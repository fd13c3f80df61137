import { dayNumber, fromDayNumber } from '../dates/civil.ts';
import { systemClock } from '../dates/today.ts';
import { drawChart } from '../exchange/timeline/draw.ts';
import type { Bar, Chart, Row } from '../exchange/timeline/model.ts';
import { moveDate } from '../exchange/timeline/move.ts';
import { readChart } from '../exchange/timeline/read.ts';
import { tableMarkup } from '../exchange/timeline/table.ts';
import { words } from '../exchange/timeline/texts.ts';
import { toLspRange } from '../features/ranges.ts';
import { currentPlan } from '../features/requests.ts';
import {
  type DocumentTimeline,
  type MoveDateParams,
  type MovedDate,
  moveDateRequest,
  type TimelineItem,
  type TimelineParams,
  timelineRequest,
} from '../protocol.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { guarded, type Session } from './session.ts';

/** The timeline of a document, and the edits that dragging it makes. Worked out when a view asks, and no sooner. */
export function answerTimelines(session: Session): void {
  const { connection, documents } = session;
  connection.onRequest(
    timelineRequest,
    guarded(session, timelineRequest, async ({ uri, width }: TimelineParams, token) => {
      const open = await currentPlan(documents, uri, token);
      return open ? timelineOf(open, width) : null;
    }),
  );
  connection.onRequest(
    moveDateRequest,
    guarded(session, moveDateRequest, async (params: MoveDateParams, token) => {
      const open = await currentPlan(documents, params.uri, token);
      return open ? moved(open, params) : null;
    }),
  );
}

const charts = new WeakMap<OpenPlan, Chart>();

/** One for each version of a document: it is drawn anew when the view changes its width. */
function chartOf(open: OpenPlan): Chart {
  let chart = charts.get(open);
  if (!chart) {
    const { recognised, superiors, language, known } = open;
    chart = readChart({ recognised, superiors, language, today: known.today ?? systemClock() });
    charts.set(open, chart);
  }
  return chart;
}

function timelineOf(open: OpenPlan, width: number): DocumentTimeline {
  const chart = chartOf(open);
  const { language } = chart;
  const { svg, origin } = drawChart(chart, { width: Number.isFinite(width) ? width : 0, interactive: true });
  return {
    version: open.version,
    svg,
    origin,
    table: tableMarkup(chart, true),
    items: chart.plans.flatMap(({ rows }) => rows.flatMap((row) => itemsOf(open, row))),
    texts: {
      heading: words.heading[language],
      table: words.table[language],
      keys: words.keys[language],
      legend: words.legend[language],
    },
  };
}

function itemsOf(open: OpenPlan, row: Row): readonly TimelineItem[] {
  const { document, language } = open;
  const scope = toLspRange(document, row.scope);
  if (row.bars.length === 0) {
    return [{ id: row.id, range: toLspRange(document, row.range), scope, ends: [], coarse: false }];
  }
  return row.bars.map((bar): TimelineItem => {
    // What is taken from elsewhere is shown where the thing itself stands.
    const place = bar.inherited ? row.range : (bar.places[0]?.range ?? row.range);
    return {
      id: bar.id,
      range: toLspRange(document, place),
      scope,
      ...(bar.start ? { start: dayNumber(bar.start) } : {}),
      ...(bar.end ? { end: dayNumber(bar.end) } : {}),
      ends: bar.ends,
      coarse: isCoarse(bar),
      ...(bar.fixed ? { fixed: bar.fixed[language] } : {}),
    };
  });
}

function isCoarse({ fuzzyStart, fuzzyEnd, span }: Bar): boolean {
  return fuzzyStart !== undefined || fuzzyEnd !== undefined || span.precision !== 'day';
}

function moved(open: OpenPlan, { version, item, end, day }: MoveDateParams): MovedDate {
  const { language, document } = open;
  if (open.version !== version) return { edits: [], fault: words.moved[language] };
  const result = moveDate(
    open.text,
    chartOf(open),
    open.recognised,
    { bar: item, end, day: fromDayNumber(day) },
    (text) => open.recognisedIn(text),
  );
  if ('refusal' in result) return { edits: [], fault: result.refusal[language] };
  const edits = result.edits.map(({ range, text }) => ({ range: toLspRange(document, range), text, snippet: false }));
  return { edits, wording: result.wording };
}
