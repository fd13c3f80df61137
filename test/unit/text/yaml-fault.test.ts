import { describe, expect, test } from 'vitest';
import { parseProfile } from '../../../server/src/profiles/load.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { parseConfiguration } from '../../../server/src/workspace/configuration.ts';

const configured = (text: string) =>
  parseConfiguration(text, rules).faults.map(({ value, range }) => ({
    ...value,
    at: text.slice(range.start, range.end),
  }));
const profiled = (text: string) =>
  parseProfile(text).faults.map(({ value, range }) => ({ ...value, at: text.slice(range.start, range.end) }));

/** Words of the YAML library and of the schema library; what the author wrote may be named. */
const english = /\b(?:keys?|must|allowed|tabs?|expected|invalid|tuple|mapping|flow|missing|need|unexpected|token)\b/i;

const profile = 'id: school-plan\nlabel: { zh: 学校方案, en: School plan }\nsource: 学校要求\n';

describe('broken YAML is told of in Chinese, with what to do', () => {
  test.each([
    ['no blank behind the colon', `${profile}extends:campus-activity\n`, '一格', 'extends:campus-activity'],
    ['a wide colon', `extends：campus-activity\n${profile}`, '半角', 'extends：campus-activity'],
    ['a tab', `${profile}recognition:\n\tpriority: 3\n`, '制表符', '\t'],
    ['a doubled key', `${profile}id: other\n`, '写了两次', 'id'],
    ['a colon in a value', `${profile}description: 说明: 一\n`, '引号', '说明'],
    ['uneven keys', `${profile}recognition:\n  priority: 3\n titles: [一]\n`, '左对齐', ' '],
    ['a key below a value', 'id: a\n  source: b\n', '左对齐', 'a'],
    ['an open bracket', `${profile}slogans: [一, 二\nminimums: []\n`, '括号', 'm'],
    ['an open quote', 'id: a\nsource: "学校\n', '引号没有闭合', ''],
    ['a mark that begins nothing', 'id: a\nsource: @学校\n', '不能以这个符号开头', '@'],
    ['two documents', 'id: a\n---\nsource: b\n', '---', '---'],
    ['something else', 'id: a\nsource: "b" c\n', '读不懂', 'c'],
  ])('%s', (_, text, words, at) => {
    const faults = profiled(text);
    expect(faults.map((fault) => fault.at)).toEqual([at]);
    expect(faults[0]?.zh).toContain(words);
    expect(faults[0]?.zh).not.toMatch(english);
    expect(faults[0]?.en).not.toMatch(/\p{Script=Han}/u);
  });

  test('a glob without quotes is no reference', () => {
    const [fault] = configured('plans:\n  - files: *.md\n    profile: auto\n');
    expect(fault?.zh).toContain('引用，请给整个值加上引号');
    expect(fault?.at).toBe('*.md');
  });
});

describe('a value that the schema refuses', () => {
  test('severities are named', () => {
    const [fault] = configured('rules:\n  numbering-style: offf\n');
    expect(fault?.zh).toContain('级别只能是 off、hint、info、warning、error');
    expect(fault?.zh).not.toMatch(english);
    expect(fault?.at).toBe('offf');
  });

  test.each([
    ['an id', profile.replace('school-plan', 'school plan'), '小写字母、数字和连字符'],
    ['a key of a section', `${profile}sections: { 安全: { keywords: [安全] } }\n`, '以小写字母开头'],
    ['a time', `${profile}minimums: [{ what: 时间, atLeast: 四个月 }]\n`, 'P4M'],
  ])('%s: what is asked for is said in words', (_, text, words) => {
    const said = profiled(text);
    expect(said.map(({ zh }) => zh).join()).toContain(words);
    expect(said.map(({ en }) => en).join()).not.toMatch(/\^|\\d/);
  });

  test('a day', () => expect(configured('asOf: 2026年3月2日\n')[0]?.zh).toContain('2026-03-02'));
});
