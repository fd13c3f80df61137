import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentences, firstSentence } from '../../../../server/src/plan/line/sentences.ts';

describe('findSentences', () => {
  it.each([
    ['召开动员会。印发方案。', ['召开动员会。', '印发方案。']],
    ['是否到位？立即整改！', ['是否到位？', '立即整改！']],
    ['没有句号', ['没有句号']],
    ['围绕“查问题。促整改。”这一主题开展', ['围绕“查问题。促整改。”这一主题开展']],
    ['开展排查（对象见附件。范围同上）并上报。', ['开展排查（对象见附件。范围同上）并上报。']],
    ['他说：“立即整改。”随后散会。', ['他说：“立即整改。”随后散会。']],
    ['提高认识。。压实责任。', ['提高认识。。', '压实责任。']],
    ['缺半边的“引号。第二句。', ['缺半边的“引号。', '第二句。']],
    ['　召开动员会。　印发方案', ['召开动员会。', '印发方案']],
    ['一是摸底；二是整改。', ['一是摸底；二是整改。']],
    ['增长1.5倍。', ['增长1.5倍。']],
    ['', []],
    ['　 ', []],
  ])('%s', (text, sentences) => {
    expect(findSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it('splits at semicolons when asked', () => {
    expect(findSentences('一是摸底；二是整改。', { semicolons: true })).toHaveLength(2);
  });

  it('loses nothing but blanks', () => {
    const piece = fc.constantFrom('排查', '。', '！', '“', '”', '（', '）', ' ', '；', '《', '》');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const sentences = findSentences(text);
        let last = 0;
        for (const { range, text: own } of sentences) {
          expect(text.slice(last, range.start).trim()).toBe('');
          expect(text.slice(range.start, range.end)).toBe(own);
          last = range.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('firstSentence', () => {
  it('gives the first sentence with its range', () => {
    expect(firstSentence(' 摸底。整改。')).toEqual({ text: '摸底。', range: { start: 1, end: 4 } });
    expect(firstSentence(' ')).toBeUndefined();
  });
});
