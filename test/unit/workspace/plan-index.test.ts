import { describe, expect, test } from 'vitest';
import { ClosedPlans } from '../../../server/src/workspace/closed-plans.ts';
import { MemoryFactStore } from '../../../server/src/workspace/index/fact-store.ts';
import { PlanIndex } from '../../../server/src/workspace/index/plan-index.ts';
import { listPlanFiles } from '../../../server/src/workspace/listing.ts';
import { plainSurroundings } from '../../../server/src/workspace/surroundings.ts';

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

/** A plan with that title. */
const plan = (title: string) => `# ${title}\n\n为做好工作，制定本方案。\n\n## 一、组织领导\n\n由综合科负责。\n`;

/** Files that can change while they are read. */
class ChangingFiles {
  readonly texts: Map<string, string>;
  reading: (uri: string) => Promise<void> | void = () => undefined;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  async readText(uri: string): Promise<string | undefined> {
    const text = this.texts.get(uri);
    await this.reading(uri);
    return text;
  }

  async kindOf() {
    return undefined;
  }

  async list(directory: string) {
    const names = [...this.texts.keys()].filter((uri) => uri.startsWith(`${directory}/`));
    return names.map((uri) => ({ name: uri.slice(directory.length + 1), kind: 'file' as const }));
  }
}

function indexOf(files: ChangingFiles, stop = () => false, store = new MemoryFactStore()) {
  const closed = new ClosedPlans(files, async () => plainSurroundings('zh'));
  const begun: number[] = [];
  const index = new PlanIndex(
    {
      list: (folder) => listPlanFiles(files, folder),
      readText: (uri) => files.readText(uri),
      signature: async () => '',
      plan: (uri, text) => closed.of(uri, text),
      open: () => [],
    },
    store,
    (total) => {
      begun.push(total);
      return { cancelled: stop, report: () => undefined, done: () => undefined };
    },
    true,
  );
  index.setFolders(['file:///w']);
  return { index, begun };
}

const titles = (index: PlanIndex) =>
  index
    .files()
    .flatMap(({ facts }) => facts.plans.map(({ title }) => title))
    .sort();

describe('the index', () => {
  test('reads nothing before it is asked, and then only what has changed', async () => {
    const files = new ChangingFiles({ 'file:///w/a.md': plan('甲镇工作方案'), 'file:///w/b.md': plan('乙镇工作方案') });
    const { index } = indexOf(files);
    index.changed('file:///w/a.md');
    expect(index.work).toEqual({ listed: 0, read: 0, parsed: 0, remembered: 0 });
    expect(await index.ready(never)).toBe(true);
    expect(titles(index)).toEqual(['乙镇工作方案', '甲镇工作方案']);
    await index.ready(never);
    expect(index.work).toMatchObject({ read: 2, parsed: 2 });
    files.texts.set('file:///w/a.md', plan('丙镇工作方案'));
    index.changed('file:///w/a.md');
    await index.ready(never);
    expect(index.work).toMatchObject({ read: 3, parsed: 3 });
    expect(titles(index)).toEqual(['丙镇工作方案', '乙镇工作方案']);
  });

  test('parses no text again that it has read under another name', async () => {
    const text = plan('甲镇工作方案');
    const files = new ChangingFiles({ 'file:///w/a.md': text });
    const { index } = indexOf(files);
    await index.ready(never);
    files.texts.delete('file:///w/a.md');
    files.texts.set('file:///w/b.md', text);
    index.deleted('file:///w/a.md');
    index.changed('file:///w/b.md');
    await index.ready(never);
    expect(index.work).toMatchObject({ read: 2, parsed: 1, remembered: 1 });
    expect(index.files().map(({ uri }) => uri)).toEqual(['file:///w/b.md']);
  });

  test('does not keep a file that went while it was read, nor the old text of one that changed', async () => {
    const files = new ChangingFiles({ 'file:///w/a.md': plan('甲镇工作方案'), 'file:///w/b.md': plan('乙镇工作方案') });
    const { index } = indexOf(files);
    files.reading = (uri) => {
      if (uri.endsWith('a.md')) index.deleted(uri);
      else if (files.texts.get(uri)?.includes('乙')) {
        files.texts.set(uri, plan('丙镇工作方案'));
        index.changed(uri);
      }
    };
    expect(await index.ready(never)).toBe(true);
    expect(titles(index)).toEqual(['丙镇工作方案']);
  });

  test('that is stopped answers with what it has, and goes on when it is asked again', async () => {
    const files = new ChangingFiles({ 'file:///w/a.md': plan('甲镇工作方案'), 'file:///w/b.md': plan('乙镇工作方案') });
    let asked = 0;
    const { index } = indexOf(files, () => asked++ === 1);
    expect(await index.ready(never)).toBe(false);
    expect(titles(index)).toEqual(['甲镇工作方案']);
    expect(await index.ready(never)).toBe(true);
    expect(titles(index)).toEqual(['乙镇工作方案', '甲镇工作方案']);
    expect(index.work.read).toBe(2);
  });

  test('works on when one of two who wait for it goes away', async () => {
    const files = new ChangingFiles({ 'file:///w/a.md': plan('甲镇工作方案') });
    const { index } = indexOf(files);
    let cancel: () => void = () => undefined;
    const leaving = index.ready({
      isCancellationRequested: false,
      onCancellationRequested: (listener) => {
        cancel = listener;
        return { dispose: () => undefined };
      },
    });
    const staying = index.ready(never);
    files.reading = () => cancel();
    expect(await leaving).toBe(false);
    expect(await staying).toBe(true);
  });

  test('forgets what lies in a folder that has gone, and takes no file from elsewhere', async () => {
    const files = new ChangingFiles({ 'file:///w/a.md': plan('甲镇工作方案') });
    const { index } = indexOf(files);
    await index.ready(never);
    index.changed('file:///elsewhere/c.md');
    index.changed('file:///w/picture.png');
    await index.ready(never);
    expect(index.work.read).toBe(1);
    index.setFolders([]);
    expect(index.files()).toEqual([]);
  });
});
