import { describe, expect, test } from 'vitest';
import type { SourceBlock } from '../../../server/src/exchange/import/import.ts';
import { importBlocks } from '../../../server/src/exchange/import/import-blocks.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

const title: SourceBlock = { kind: 'paragraph', text: '石桥镇工会组建工作方案', style: 'title' };
const heading = (text: string, depth: number): SourceBlock => ({ kind: 'paragraph', text, style: 'heading', depth });
const plain = (text: string): SourceBlock => ({ kind: 'paragraph', text });

function outline(blocks: readonly SourceBlock[]): unknown {
  const answer = importBlocks([title, ...blocks], []);
  if ('fault' in answer) throw new Error(answer.fault.en);
  type Node = { readonly title: { readonly value: string }; readonly sections: readonly Node[] };
  const nodeOf = ({ title: { value }, sections }: Node): unknown =>
    sections.length === 0 ? value : { [value]: sections.map(nodeOf) };
  return readPlans(answer.documents[0]?.text ?? '').plans[0]?.sections.map(nodeOf);
}

describe('headings and paragraphs that count one list', () => {
  test('what stands below a paragraph with a number stays below it', () => {
    expect(
      outline([
        heading('一、工作目标', 1),
        plain('年底前全镇企业建会率达到九成。'),
        plain(
          '二、代表选举。结合全镇企业实际，既要注重民主管理的需要，又要注重代表的广泛性和参事议事能力，做好代表选举的各项工作。',
        ),
        heading('（一）代表条件', 2),
        plain('热爱工会工作，密切联系职工。'),
        heading('（二）代表名额', 2),
        plain('代表总数为六十名。'),
        heading('三、工作要求', 1),
        plain('各村抓好落实。'),
      ]),
    ).toEqual(['工作目标', { 代表选举: ['代表条件', '代表名额'] }, '工作要求']);
  });

  test('items of a list that counts for itself do not take the style from headings', () => {
    const answer = importBlocks(
      [
        title,
        heading('1. 系统概述', 1),
        plain('系统由三部分组成：'),
        plain('1. 采集'),
        plain('2. 传输'),
        plain('3. 展示'),
        heading('2. 建设内容', 1),
        plain('建设两个中心。'),
      ],
      [],
    );
    expect('documents' in answer && answer.documents[0]?.text).toMatch(/^## 1\. 系统概述$[\s\S]*^## 2\. 建设内容$/m);
  });
});
