import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-protocol/node';
import { type NewPlan, type NewPlanParams, newPlanRequest } from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';

const configuration = `asOf: 2026-02-10
roster:
  - { name: 周海平, post: 镇党委书记, unit: 党政办公室 }
  - { name: 郑立群, post: 镇长, unit: 党群工作办公室 }
  - { name: 沈丽, post: 组织委员, unit: 纪检监察办公室 }
`;

const fields: NewPlanParams['fields'] = {
  unit: '中共白鹭镇委员会',
  activity: '作风建设学习教育活动',
  start: '2026-03-02',
  end: '2026-08-28',
  issued: '2026-02-26',
  superior: '《中共江湾县委关于开展学习教育活动的意见》（江委发〔2026〕5号）',
};

async function begin(profile: string, said: NewPlanParams['fields']) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fangan-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'fangan.yaml'), configuration);
  const server = await ServerProcess.start();
  const plan = await server.connection.sendRequest<NewPlan>(newPlanRequest, { profile, fields: said });
  const uri = pathToFileURL(path.join(folder, 'plan.md')).href;
  const words = new Map<string, string>();
  const text = plan.snippet
    .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop, held) => {
      words.set(stop, held);
      return held;
    })
    .replace(/\$(\d+)/g, (_, stop) => words.get(stop) ?? '');
  await server.open(uri, text);
  return { server, uri, plan };
}

/** The first blank that the check tells of, filled in with what completion puts first. */
async function fillOne(server: ServerProcess, uri: string, skip = 0): Promise<string | undefined> {
  const blanks = (await server.problems(uri)).filter(({ code }) => code === 'placeholder');
  const blank = blanks[skip];
  if (!blank) return undefined;
  const list: CompletionList = await server.complete(uri, blank.range.end);
  const [item] = list.items;
  const edit = item?.textEdit;
  if (!item || !edit || !('range' in edit)) return server.wordsAt(uri, blank.range);
  await server.change(uri, { range: edit.range, text: edit.newText });
  return '';
}

describe('a new plan', () => {
  test('is filled in by completions alone, and has no problem above information then', async () => {
    const { server, uri } = await begin('edu-campaign', fields);
    const stuck: string[] = [];
    for (let round = 0; round < 120; round++) {
      const left = await fillOne(server, uri, stuck.length);
      if (left === undefined) break;
      if (left !== '') stuck.push(left);
    }
    expect(stuck).toEqual([]);
    const loud = (await server.problems(uri)).filter(({ severity = 1 }) => severity <= 2);
    expect(loud.map(({ code, range, message }) => `${code} «${server.wordsAt(uri, range)}» ${message}`)).toEqual([]);
  });

  test('is asked for in the language of the editor what cannot be read', async () => {
    const server = await ServerProcess.start({ locale: 'en' });
    const plan = await server.connection.sendRequest<NewPlan>(newPlanRequest, {
      profile: 'campaign',
      fields: { start: 'someday' },
    });
    expect(plan.faults).toEqual([{ field: 'start', message: expect.stringContaining('is no day') }]);
  });

  test('of an unknown kind is empty', async () => {
    const server = await ServerProcess.start();
    const params: NewPlanParams = { profile: 'no-such', fields: {} };
    expect((await server.connection.sendRequest<NewPlan>(newPlanRequest, params)).snippet).toBe('');
  });
});
