import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../server/src/markdown/incremental.ts';
import { parseMarkdown } from '../../../server/src/markdown/pipeline.ts';
import { documentTree } from '../../../server/src/markdown/tree.ts';

const PLAN = [
  '---',
  'title: 城东街道安全生产整治实施方案',
  '',
  '# 注释',
  '---',
  '# 城东街道安全生产整治实施方案',
  '根据《通知》[^a]，制定本方案。',
  '',
  '　　一、总体要求',
  '\t**责任人：**周一鸣',
  '',
  '- 排查隐患',
  '',
  '  登记台账',
  '',
  '    再登记',
  '',
  '~~~',
  '',
  '围栏内',
  '# 不是标题',
  '~~~',
  '<!-- 说明',
  '',
  '仍是说明',
  '-->',
  '',
  '| 阶段 | 时限 |',
  '| --- | --- |',
  '| 一 | 3月 |',
  '## 二、[要求][b]',
  '',
  '[b]: /b',
  '[^a]: 注',
  '',
].join('\n');

describe('documentTree', () => {
  it.each([
    ['line feeds', PLAN],
    ['CRLF', PLAN.replaceAll('\n', '\r\n')],
    ['lone CR', PLAN.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${PLAN}`],
    ['nothing', ''],
    ['blank lines only', ' \n\t\n\n'],
  ])('is the tree of the whole text, with %s', (_, text) => {
    expect(documentTree(parseDocument(text))).toStrictEqual(parseMarkdown(text));
  });

  it('is put together from more than one part', () => {
    expect(parseDocument(PLAN).parts.length).toBeGreaterThan(5);
  });
});

describe('parseMarkdown', () => {
  const kindsIn = (text: string) => {
    const [paragraph] = parseMarkdown(text).children;
    return paragraph?.type === 'paragraph' ? paragraph.children.map(({ type }) => type) : [];
  };

  it('takes one tilde for a range of days, and two for what is struck out', () => {
    expect(kindsIn('5月12~13日（11:30~12:40）')).toEqual(['text']);
    expect(kindsIn('5月12日~~上午~~')).toEqual(['text', 'delete']);
  });
});
