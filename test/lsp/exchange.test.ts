import { describe, expect, test } from 'vitest';
import {
  type ExportChoices,
  type ExportedFile,
  exportChoicesRequest,
  exportRequest,
  reviewRequest,
} from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';

const plan = `# 白鹭镇防汛工作方案

为做好防汛工作，结合我镇实际，制定本方案。

## 一、工作目标

全镇安全度汛。
`;
const uri = 'file:///plans/%E6%96%B9%E6%A1%88.md';

describe('exports', () => {
  test('are offered in the language of the document, and made of the text as it is typed', async () => {
    const server = await ServerProcess.start();
    await server.open(uri, plan);
    const choices = await server.connection.sendRequest<ExportChoices>(exportChoicesRequest, { uri });
    expect(choices.plans).toEqual(['白鹭镇防汛工作方案']);
    expect(choices.targets).toContainEqual({ id: 'json', label: '方案模型（JSON）', extension: '.json' });
    const file = await server.connection.sendRequest<ExportedFile>(exportRequest, { uri, target: 'json' });
    expect([file.fileName, file.notes]).toEqual(['方案.json', []]);
    expect(JSON.parse(file.text ?? '').plans[0].sections[0].title).toBe('工作目标');
  });

  test('include the report of the check', async () => {
    const server = await ServerProcess.start();
    await server.open(uri, plan.replace('全镇', '由××负责全镇'));
    const { reviews } = await server.connection.sendRequest<ExportChoices>(exportChoicesRequest, { uri });
    expect(reviews.map(({ id }) => id)).toEqual(['html', 'docx', 'md']);
    const file = await server.connection.sendRequest<ExportedFile>(reviewRequest, { uri, form: 'md' });
    expect(file.fileName).toBe('方案-审阅报告.md');
    expect(file.text).toContain('**××**');
    const word = await server.connection.sendRequest<ExportedFile>(reviewRequest, { uri, form: 'docx' });
    expect(
      Buffer.from(word.base64 ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('of a document that is not open, or of a form that is not known, are told apart', async () => {
    const server = await ServerProcess.start();
    await server.open(uri, plan);
    const closed = { uri: 'file:///plans/other.md', target: 'json' };
    expect(await server.connection.sendRequest(exportRequest, closed)).toBeNull();
    const unknown = await server.connection.sendRequest<ExportedFile>(exportRequest, { uri, target: 'pdf' });
    expect(unknown.fault).toBeTruthy();
    expect(unknown.text ?? unknown.base64).toBeUndefined();
  });
});
