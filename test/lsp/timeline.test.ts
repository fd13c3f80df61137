import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type DocumentTimeline,
  type MovedDate,
  moveDateRequest,
  type TimelineItem,
  timelineRequest,
} from '../../server/src/protocol.ts';
import { numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';

const uri = 'file:///plans/market.md';

let shared: ServerProcess;
beforeAll(async () => {
  shared = await ServerProcess.launch();
});
afterAll(() => shared.stop());

const ask = (width = 700, server = shared) =>
  server.connection.sendRequest<DocumentTimeline>(timelineRequest, { uri, width });

/** The item whose date stands there as those words. */
function itemWith({ items }: DocumentTimeline, words: string): TimelineItem {
  const item = items.find(({ range }) => shared.wordsAt(uri, range) === words);
  if (!item) throw new Error(`no “${words}” among ${items.map(({ range }) => shared.wordsAt(uri, range)).join(' ')}`);
  return item;
}

function applied(text: string, { edits }: MovedDate): string {
  const document = TextDocument.create(uri, 'markdown', 1, text);
  return TextDocument.applyEdits(
    document,
    edits.map(({ range, text: newText }) => ({ range, newText })),
  );
}

describe('the timeline', () => {
  test('has a picture, a table and the places of its items', async () => {
    await shared.borrow(uri, numberedPlan);
    const timeline = await ask();
    expect([timeline.version, timeline.texts.heading]).toEqual([1, '时间轴']);
    for (const { id } of timeline.items) {
      expect(timeline.svg).toContain(`data-item="${id}"`);
      expect(timeline.table).toContain(`data-item="${id}"`);
    }
    const stage = itemWith(timeline, '3月21日—5月10日');
    expect([stage.ends, stage.coarse, (stage.end ?? 0) - (stage.start ?? 0)]).toEqual([['start', 'end'], false, 50]);
  });

  test('is as wide as the view', async () => {
    await shared.borrow(uri, numberedPlan);
    expect((await ask(640)).svg).toContain('width="640"');
    const { origin } = await ask(1200);
    expect(origin.perDay).toBeGreaterThan((await ask(640)).origin.perDay);
  });

  test('follows the text', async () => {
    await shared.borrow(uri, numberedPlan);
    await ask();
    await shared.change(uri, { text: numberedPlan.replace('5月10日', '5月25日') });
    const timeline = await ask();
    expect([timeline.version, timeline.svg.includes('2026年3月21日至5月25日')]).toEqual([2, true]);
  });

  test('says that there is no plan, and is null for a document that is not open', async () => {
    await shared.borrow(uri, readme);
    expect((await ask()).svg).toContain('没有识别出方案');
    expect(await shared.connection.sendRequest(timelineRequest, { uri: 'file:///nowhere.md', width: 500 })).toBeNull();
  });

  test('is in the language of the editor', async () => {
    const english = await ServerProcess.start({ locale: 'en' });
    await english.borrow(uri, numberedPlan);
    expect((await ask(700, english)).texts.heading).toBe('Timeline');
  });
});

describe('moving a date', () => {
  const move = (item: TimelineItem, end: 'start' | 'end', days: number, version = 1) =>
    shared.connection.sendRequest<MovedDate>(moveDateRequest, {
      uri,
      version,
      item: item.id,
      end,
      day: ((end === 'start' ? item.start : item.end) ?? 0) + days,
    });

  test('gives the least edit, in the style of the text', async () => {
    await shared.borrow(uri, numberedPlan);
    const moved = await move(itemWith(await ask(), '3月21日—5月10日'), 'end', 5);
    expect(applied(numberedPlan, moved)).toBe(numberedPlan.replace('3月21日—5月10日', '3月21日—5月15日'));
    expect([moved.fault, moved.edits.map(({ range }) => shared.wordsAt(uri, range))]).toEqual([undefined, ['0']]);
  });

  test('is refused once the text has moved on', async () => {
    await shared.borrow(uri, numberedPlan);
    const item = itemWith(await ask(), '3月21日—5月10日');
    await shared.change(uri, { text: `${numberedPlan}\n` });
    expect(await move(item, 'end', 5)).toEqual({ edits: [], fault: '正文已经变动，请重试。' });
    expect((await move(item, 'end', 5, 2)).edits).toHaveLength(1);
  });

  test('is refused with a reason where there is no such end', async () => {
    await shared.borrow(uri, numberedPlan);
    const item = (await ask()).items.find(({ fixed, ends }) => fixed !== undefined && ends.length === 0);
    if (!item) throw new Error('every bar can be moved');
    expect(await move(item, 'end', 5)).toEqual({ edits: [], fault: item.fixed });
  });

  test('of an item that is not known, or to a day that is none, breaks nothing', async () => {
    await shared.borrow(uri, numberedPlan);
    const unknown = { uri, version: 1, item: 'x', end: 'end', day: 740_000 };
    const moved = await shared.connection.sendRequest<MovedDate>(moveDateRequest, unknown);
    expect([moved.edits, moved.fault !== undefined]).toEqual([[], true]);
    const item = itemWith(await ask(), '3月21日—5月10日');
    for (const days of [1e7, -1e7]) expect((await move(item, 'end', days)).edits).toEqual([]);
  });
});
