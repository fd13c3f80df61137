import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidthDigits, hanToNumber, numberToHan, readCount } from '../../../server/src/numbering/han.ts';

describe('hanToNumber', () => {
  it.each([
    ['〇', 0],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十二', 112],
    ['三百二十', 320],
    ['一千', 1000],
    ['二〇〇九', 2009],
    ['二○一二', 2012],
    ['一九九七', 1997],
  ])('%s is %i', (text, value) => {
    expect(hanToNumber(text)).toBe(value);
  });

  it.each(['', '十十', '一二十', '百', '一些', '二两', '一十百', '1', '一二三四五', '零十'])(
    '%s is no numeral',
    (text) => {
      expect(hanToNumber(text)).toBeUndefined();
    },
  );
});

describe('numberToHan', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [0, '〇'],
  ])('%i is %s', (value, text) => {
    expect(numberToHan(value)).toBe(text);
  });

  it.each([-1, 1.5, 1000, Number.NaN])('has no form for %d', (value) => {
    expect(numberToHan(value)).toBeUndefined();
  });

  it('is undone by hanToNumber', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (value) => hanToNumber(numberToHan(value) ?? '') === value),
    );
  });
});

describe('readCount', () => {
  it.each([
    ['三', 3],
    ['3', 3],
    ['１２', 12],
    ['十二', 12],
    ['三个', undefined],
    ['12345', undefined],
  ])('reads %s', (text, value) => {
    expect(readCount(text)).toBe(value);
  });
});

it('halfWidthDigits changes nothing but digits', () => {
  expect(halfWidthDigits('２０２４年．（１）')).toBe('2024年．（1）');
});
