import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../../server/src/text/matches.ts';

const texts = ['', '甲乙丙', '第一项、第二项', '𠮷野家𠮷', '\ud842甲', 'aa，aa'];
const patterns = [/项/g, /(?=(.))/g, /(?=(.))/gu, /x*/g, /x*/gu, /(?:)/gu, /\p{Script=Han}/gu, /aa?/g];

describe('matchesOf', () => {
  for (const pattern of patterns) {
    it(`${pattern} finds what matchAll finds`, () => {
      for (const text of texts) {
        const of = (matches: Iterable<RegExpExecArray>) =>
          [...matches]
            .map((match) => [match.index, ...match])
            // Within a character a pattern without the flag u finds nothing that matters.
            .filter(([at]) => pattern.unicode || !(/[\udc00-\udfff]/.test(text.charAt(Number(at))) && Number(at) > 0));
        expect(of(matchesOf(text, pattern))).toEqual(of(text.matchAll(pattern)));
      }
    }, 2_000);
  }

  it('begins at the beginning, whatever the pattern was used for before', () => {
    const pattern = /项/g;
    pattern.lastIndex = 5;
    expect(matchesOf('一项两项', pattern)).toHaveLength(2);
  });
});
