import { expect, test } from 'vitest';
import { setOff } from '../../../client/src/setOff.ts';

const put = (text: string, paragraphs = '一段。\n\n二段。\n') => {
  const [before = '', after = ''] = text.split('▮');
  return before + setOff(before, paragraphs, after) + after;
};

test.each([
  ['an empty document', '▮', '一段。\n\n二段。\n'],
  ['the end of a title', '# 标题▮', '# 标题\n\n一段。\n\n二段。\n'],
  ['the line under a title', '# 标题\n▮', '# 标题\n\n一段。\n\n二段。\n'],
  ['the empty line behind a title', '# 标题\n\n▮', '# 标题\n\n一段。\n\n二段。\n'],
  ['the only line between two paragraphs', '前文。\n▮\n后文。', '前文。\n\n一段。\n\n二段。\n\n后文。'],
  ['the head of a paragraph', '前文。\n\n▮后文。', '前文。\n\n一段。\n\n二段。\n\n后文。'],
  ['an empty line among several', '前文。\n\n▮\n\n后文。', '前文。\n\n一段。\n\n二段。\n\n后文。'],
  ['the middle of a paragraph', '前文▮后文。', '前文\n\n一段。\n\n二段。\n\n后文。'],
  ['a document with carriage returns', '# 标题\r\n▮\r\n后文。', '# 标题\r\n\n一段。\n\n二段。\n\r\n后文。'],
  ['the last, empty line', '# 标题\n▮\n', '# 标题\n\n一段。\n\n二段。\n'],
])('paragraphs are set off at %s', (_, text, expected) => {
  expect(put(text)).toBe(expected);
});
