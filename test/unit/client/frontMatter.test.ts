import { describe, expect, it } from 'vitest';
import { replacePlanKind } from '../../../client/src/frontMatter.ts';

function apply(text: string, value: string): string {
  const { start, end, text: inserted } = replacePlanKind(text, value);
  return text.slice(0, start) + inserted + text.slice(end);
}

describe('replacePlanKind', () => {
  it.each([
    ['no front matter', '# 方案\n', '---\nplan: none\n---\n\n# 方案\n'],
    ['an empty document', '', '---\nplan: none\n---\n\n'],
    [
      'front matter without a kind',
      '---\nissued: 2026-03-01\n---\n# 方案\n',
      '---\nplan: none\nissued: 2026-03-01\n---\n# 方案\n',
    ],
    ['empty front matter', '---\n---\n# 方案\n', '---\nplan: none\n---\n# 方案\n'],
    ['a kind', '---\nplan: summary\nissued: 2026-03-01\n---\n', '---\nplan: none\nissued: 2026-03-01\n---\n'],
    ['a kind without a value', '---\nplan:\n---\n', '---\nplan: none\n---\n'],
    ['a kind with a comment', '---\nplan: summary # 年底\n---\n', '---\nplan: none # 年底\n---\n'],
    ['Windows line ends', '---\r\nplan: summary\r\n---\r\n正文', '---\r\nplan: none\r\n---\r\n正文'],
    ['a rule across the page, never closed', '---\n\n正文\n', '---\nplan: none\n---\n\n---\n\n正文\n'],
    ['“plan:” in the text only', '---\nissued: 2026\n---\nplan: x\n', '---\nplan: none\nissued: 2026\n---\nplan: x\n'],
    ['another key that ends alike', '---\nmyplan: x\n---\n', '---\nplan: none\nmyplan: x\n---\n'],
  ])('%s', (_, before, after) => {
    expect(apply(before, 'none')).toBe(after);
    expect(apply(after, 'none')).toBe(after);
  });
});
