import { describe, expect, test } from 'vitest';
import type { DutyGroups, DutyItem } from '../../server/src/protocol.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const text = roadPlan('青湾镇', '孙雅琴');

async function duties(options: ClientOptions & { readonly configuration?: string } = {}) {
  const folder = new WorkspaceFolder({
    '青湾.md': text,
    '石桥.md': roadPlan('石桥镇', '龙海'),
    ...(options.configuration ? { 'fangan.yaml': options.configuration } : {}),
  });
  const server = await ServerProcess.start({ folders: [folder.uri], settings: { asOf: '2026-04-15' }, ...options });
  const wishes = { by: 'person', filter: '' };
  return {
    folder,
    server,
    groups: (more = {}) => server.connection.sendRequest<DutyGroups>('fangan/dutyGroups', { ...wishes, ...more }),
    items: (group: string, more = {}) =>
      server.connection.sendRequest<DutyItem[]>('fangan/duties', { ...wishes, group, ...more }),
    list: (format: string, more = {}) =>
      server.connection.sendRequest<string>('fangan/dutyList', { ...wishes, format, ...more }),
  };
}

describe('duties', () => {
  test('come in groups, those that press first', async () => {
    const { groups, items, folder } = await duties();
    expect(await groups()).toEqual({
      asOf: '2026-04-15',
      count: 10,
      overdue: 2,
      soon: 2,
      partial: false,
      groups: [
        { id: 'overdue', label: '已逾期', count: 2, pressing: 2 },
        { id: 'soon', label: '七日内到期', count: 2, pressing: 2 },
        { id: '=孙雅琴', label: '孙雅琴', count: 2, pressing: 1 },
        { id: '=龙海', label: '龙海', count: 2, pressing: 1 },
        { id: '=', label: '未明确到人', count: 6, pressing: 2 },
      ],
    });
    const [first] = await items('=孙雅琴');
    const line = text.split('\n').findIndex((one) => one.includes('施划车位'));
    expect(first).toMatchObject({
      uri: folder.uriOf('青湾.md'),
      title: '施划车位40个',
      due: '2026年4月20日',
      state: '七日内到期',
      urgency: 'soon',
      parties: '孙雅琴（责任人）、综合执法队（负责）',
      plan: '青湾镇道路整治工作方案',
      range: { start: { line } },
    });
    expect(await items('=没有这个人')).toEqual([]);
  });

  test('follow what is typed, and the filter; the client is told', async () => {
    const { server, groups, folder } = await duties({ initializationOptions: { commands: true } });
    let told = 0;
    server.connection.onNotification('fangan/plansChanged', () => {
      told++;
    });
    await groups();
    const uri = folder.uriOf('青湾.md');
    await server.open(uri, text);
    await server.replace(uri, '2026年4月20日前', '2026年4月12日前');
    await server.problems(uri);
    expect(await groups()).toMatchObject({ overdue: 3, soon: 1 });
    await server.until(() => told > 0, 'a word of the change');
    expect(await groups({ by: 'unit', filter: '车位 石桥' })).toMatchObject({
      count: 1,
      groups: [{ id: 'soon' }, { id: '=综合执法队' }],
    });
  });

  test('take the day of the configuration where the settings name none, and of no clock', async () => {
    const { groups } = await duties({ settings: {}, configuration: 'asOf: 2026-05-07\n' });
    expect(await groups()).toMatchObject({ asOf: '2026-05-07', overdue: 4 });
  });

  test('are written as lists in the language of the editor', async () => {
    const { list, groups } = await duties({ locale: 'en', settings: { asOf: '2026-04-15' } });
    expect((await list('csv')).split('\r\n')[0]).toBe('\uFEFFPerson,Status,Due,Duty,Responsible,Stage,Plan,File,Line');
    expect(await list('csv')).toContain(',石桥镇道路整治工作方案,石桥.md,');
    expect(await list('markdown', { by: 'month' })).toMatch(/^## overdue（2）\n/);
    expect((await groups()).groups.at(-1)?.label).toBe('no person named');
  });
});
