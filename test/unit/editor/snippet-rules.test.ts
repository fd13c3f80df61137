import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../rules/harness.ts';
import { filledIn, type Snippet, snippets } from './snippet-text.ts';

function snippet(name: string): Snippet {
  const found = snippets.get(name);
  if (!found) throw new Error(`there is no snippet “${name}”`);
  return found;
}

describe('snippets', () => {
  it.each([...snippets])('%s: nothing of it can be repaired safely', (_, one) => {
    const safe = problemsOf(filledIn(one)).filter(({ fix }) => fix?.safety === 'safe');
    expect(safe.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('tell the author of blanks that were not filled in', () => {
    const rules = problemsOf(filledIn(snippet('整改落实阶段'))).map(({ rule }) => rule);
    expect(rules).toContain('placeholder');
  });
});
