import { describe, expect, test } from 'vitest';
import { printable } from '../../../server/src/cli/messages.ts';
import { coloured, wantsColour } from '../../../server/src/cli/terminal.ts';

describe('wantsColour', () => {
  test.each([
    ['a terminal', undefined, {}, true, true],
    ['a pipe', undefined, {}, false, false],
    ['a terminal without colours', undefined, { TERM: 'dumb' }, true, false],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR, which says nothing', undefined, { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', undefined, { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, true, false],
    ['both', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['--color in a pipe', true, { NO_COLOR: '1' }, false, true],
    ['--no-color on a terminal', false, { FORCE_COLOR: '1' }, true, false],
  ])('%s', (_, asked, environment, terminal, expected) => {
    expect(wantsColour(asked, environment, terminal)).toBe(expected);
  });
});

test('an empty text takes no colour', () => {
  expect(coloured('red', '')).toBe('');
  expect(coloured('red', '错误')).toBe('\x1b[31m错误\x1b[39m');
});

test('no text of a file can steer the terminal', () => {
  expect(printable('甲\x1b[2J\x07乙\u009b31m\u202e丙\t丁')).toBe('甲\ufffd[2J\ufffd乙\ufffd31m\ufffd丙 丁');
});
