import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeReview } from '../../../server/src/exchange/office/review/write.ts';
import { reviewHtml, style, styleHash } from '../../../server/src/exchange/review/html.ts';
import { reviewMarkdown } from '../../../server/src/exchange/review/markdown.ts';
import { type Review, type ReviewFinding, reviewFile } from '../../../server/src/exchange/review/review.ts';

const text = `---
issuer: 云岭县水务局
---

# 云岭县防汛工作方案

根据县政府[2026]8号文件，制定本方案。

## 一、工作目标

安全度汛<script>alert(1)</script>。

## 二、主要任务

（一）清理河道。由××负责，4月31日前完成。各村配合。

（二）检查水库。由水务局负责。

| 任务 | 时限 |
| --- | --- |
| 巡堤 |  |

云岭县水务局

2026年3月5日
`;

function find(rule: string, words: string, instead?: string, others: readonly [string, string][] = []): ReviewFinding {
  const rangeOf = (wanted: string) => ({ start: text.indexOf(wanted), end: text.indexOf(wanted) + wanted.length });
  const edits = [...(instead === undefined ? [] : [[words, instead] as const]), ...others];
  return {
    rule,
    severity: rule === 'numbering' ? 'warning' : 'error',
    message: `说明 ${words} <b>`,
    range: rangeOf(words),
    related: [{ message: '另见', line: 4 }],
    ...(edits.length > 0
      ? {
          fix: {
            title: '改正',
            safety: instead === '' ? 'suggested' : 'safe',
            edits: edits.map(([wanted, now]) => ({ range: rangeOf(wanted), text: now })),
          },
        }
      : {}),
  };
}

const findings = [
  find('invalid-date', '4月31日', '4月30日'),
  find('document-number', '[2026]', '〔2026〕'),
  find('placeholder', '××'),
  find('numbering', '（二）', '（2）', [['## 一、', '## 1. ']]),
  find('missing-deadline', '巡堤'),
];

const review: Review = (() => {
  const file = reviewFile('plans/防汛.md', text, findings, 'zh');
  return { language: 'zh', day: '2026年3月9日', counts: file.counts, files: [file], failures: [] };
})();

describe('a review', () => {
  const [plan] = review.files[0]?.plans ?? [];
  const entries = plan?.sections.flatMap((section) => section.entries) ?? [];
  const said = (pieces: readonly { text: string; marked: boolean }[] = []) =>
    pieces.map(({ text: words, marked }) => (marked ? `⟦${words}⟧` : words)).join('');

  test('sorts what was found into the sections of the plan, in their order', () => {
    expect(plan?.sections.map(({ title, entries: own }) => [title, own.map(({ rule }) => rule)])).toEqual([
      ['标题和开头', ['document-number']],
      ['二、主要任务', ['placeholder', 'invalid-date', 'numbering', 'missing-deadline']],
    ]);
    expect(entries.map(({ number, line }) => [number, line])).toEqual([
      [1, 7],
      [2, 15],
      [3, 15],
      [4, 17],
      [5, 21],
    ]);
    expect(review.counts).toEqual({ error: 4, warning: 1, info: 0, hint: 0 });
  });

  test('quotes the sentence, and proposes it as the fix makes it', () => {
    const [, , date] = entries;
    expect(said(date?.quote)).toBe('由××负责，⟦4月31日⟧前完成。');
    expect(date?.proposal.map(said)).toEqual(['由××负责，⟦4月30日⟧前完成。']);
  });

  test('shows changes in other places with the words around them', () => {
    expect(entries[3]?.proposal.map(said)).toEqual(['⟦（2）⟧检查水库。', '⟦## 1. ⟧工作目标']);
  });

  test('names the basis as people do, and proposes nothing where nothing is known', () => {
    expect(entries[0]?.basis[0]).toBe('GB/T 9704-2012 第7.2.5条');
    expect(entries[1]?.proposal).toEqual([]);
  });

  test('is a page that needs nothing else and runs nothing', () => {
    const html = reviewHtml(review);
    expect(styleHash).toBe(createHash('sha256').update(style).digest('base64'));
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).toContain(`<style>${style}</style>`);
    expect(html).not.toMatch(/<script|<b>|<img|<link|https?:|url\(| on\w+=| style=/);
    expect(html).toContain('<mark>4月31日</mark>');
    expect(html).toContain('<ins>4月30日</ins>');
    expect(html.indexOf('合计')).toBeLessThan(html.indexOf('二、主要任务'));
  });

  test('is Markdown in which nothing of the plan is a mark', () => {
    const markdown = reviewMarkdown(review);
    expect(markdown).toContain('- 建议改为：由××负责，**4月30日**前完成。');
    expect(markdown).toContain('\\[2026\\]');
    expect(markdown).not.toContain('<b>');
  });

  test('is a Word document with its totals in front', async () => {
    const { 'word/document.xml': xml } = unzipSync(await writeReview(review));
    const words = strFromU8(xml ?? new Uint8Array()).replace(/<[^>]*>/g, '');
    expect(words.indexOf('合计')).toBeLessThan(words.indexOf('二、主要任务'));
    for (const wanted of ['由××负责，4月31日前完成。', '由××负责，4月30日前完成。', '第15行', '依据：GB/T 9704-2012'])
      expect(words).toContain(wanted);
  });

  test('speaks English when asked to', () => {
    const file = reviewFile('a.md', text, findings, 'en');
    const html = reviewHtml({
      language: 'en',
      day: '2026-03-09',
      counts: file.counts,
      files: [file],
      failures: [{ place: 'b.md', message: 'does not exist' }],
    });
    expect(html).toContain('Proposed text');
    expect(html).toContain('Title and opening');
    expect(html).toContain('b.md：does not exist');
  });
});
