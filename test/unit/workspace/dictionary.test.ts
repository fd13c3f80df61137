import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../../server/src/workspace/configuration.ts';
import { type DictionaryList, insertName } from '../../../server/src/workspace/dictionary.ts';

function added(text: string, name: string, list: DictionaryList = 'organisations'): string | undefined {
  const edit = insertName(text, list, name);
  return edit && text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
}

describe('a name enters the configuration', () => {
  test.each([
    ['', 'organisations:\n  - 柳林小学\n'],
    ['rules:\n  placeholder: off', 'rules:\n  placeholder: off\norganisations:\n  - 柳林小学\n'],
    ['# 说明\n', '# 说明\norganisations:\n  - 柳林小学\n'],
    [
      'organisations:\n  - 东关小学 # 结对\nlanguage: zh\n',
      'organisations:\n  - 东关小学 # 结对\n  - 柳林小学\nlanguage: zh\n',
    ],
    ['organisations:\n- 东关小学', 'organisations:\n- 东关小学\n- 柳林小学'],
    ['organisations: [东关小学]\n', 'organisations: [东关小学, 柳林小学]\n'],
    ['organisations: []\n', 'organisations: [柳林小学]\n'],
    ['organisations: # 待补\nlanguage: zh\n', 'organisations: # 待补\n  - 柳林小学\nlanguage: zh\n'],
    ['organisations:\r\n  - 东关小学\r\n', 'organisations:\r\n  - 东关小学\n  - 柳林小学\r\n'],
  ])('%j', (text, wanted) => {
    expect(added(text, '柳林小学')).toBe(wanted);
    const configuration = parseConfiguration(wanted);
    expect(configuration.faults).toEqual([]);
    expect(configuration.organisations).toContain('柳林小学');
  });

  test('with marks that YAML would read, in quotes', () => {
    expect(parseConfiguration(added('', '三查: 三看', 'terms') ?? '').terms).toEqual(['三查: 三看']);
  });

  test.each(['organisations: [东关小学', 'organisations: 东关小学', '- 东关小学', '{language: zh}'])(
    'but not %j',
    (text) => {
      expect(added(text, '柳林小学')).toBeUndefined();
    },
  );
});
