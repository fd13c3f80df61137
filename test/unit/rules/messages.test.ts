import { describe, expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.ts';
import { formatMessage, parametersOf } from '../../../server/src/rules/messages.ts';
import { counted } from '../../../server/src/text/counted.ts';

const message = { zh: '{count}项：{tasks}', en: '{count # row has|# rows have} no limit: {tasks}' };

describe('English messages with a count', () => {
  test.each([
    [1, '1 row has no limit: 开会'],
    [2, '2 rows have no limit: 开会'],
    [21, '21 rows have no limit: 开会'],
  ])('speak of %d in the right number', (count, said) => {
    expect(formatMessage(message, { count, tasks: '开会' }, 'en')).toBe(said);
    expect(formatMessage(message, { count, tasks: '开会' }, 'zh')).toBe(`${count}项：开会`);
  });

  test('show a parameter that is missing, and tell its name', () => {
    expect(formatMessage(message, { tasks: '开会' }, 'en')).toBe('{count # row has|# rows have} no limit: 开会');
    expect(parametersOf(message.en)).toEqual(['count', 'tasks']);
  });

  test('leave out what is worth saying of several only', () => {
    const several = { zh: '多余的空格{count |（全文共 # 处）}。', en: 'A stray blank{count | (# in this plan)}.' };
    expect([1, 3].map((count) => formatMessage(several, { count }, 'zh'))).toEqual([
      '多余的空格。',
      '多余的空格（全文共 3 处）。',
    ]);
    expect(formatMessage(several, { count: 1 }, 'en')).toBe('A stray blank.');
  });

  test('of code are counted alike', () => {
    expect([counted(0, 'row'), counted(1, 'row'), counted(2, 'duty', 'duties')]).toEqual([
      '0 rows',
      '1 row',
      '2 duties',
    ]);
  });

  test('of the rules never count a single place in the whole plan', () => {
    const said = rules.flatMap((rule) =>
      Object.values(rule.messages).flatMap((one) =>
        (['zh', 'en'] as const).map((language) => formatMessage(one, { count: 1 }, language)),
      ),
    );
    expect(said.filter((text) => /全[文篇](?:此类(?:日期)?)?共? ?1 ?处|\b1 in this (?:plan|file)/.test(text))).toEqual(
      [],
    );
  });

  test('of the rules never say “1 rows”', () => {
    const wrong = rules.flatMap((rule) =>
      Object.values(rule.messages).flatMap((one) => {
        const params = Object.fromEntries(
          parametersOf(one.en).map((name) => [name, /count|tables/.test(name) ? 1 : '一']),
        );
        const said = formatMessage(one, params, 'en');
        // A text has thousands of characters; paragraphs run together, and issues differ, from two on.
        return /\b1 (?:other |such |different )?(?!characters|paragraphs|issues)[a-z]+s\b/.test(said)
          ? [`${rule.id}: ${said}`]
          : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
