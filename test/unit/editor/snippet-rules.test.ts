import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../rules/harness.ts';
import { filledIn, type Snippet, snippets } from './snippet-text.ts';

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八'];

function snippet(name: string): Snippet {
  const found = snippets.get(name);
  if (!found) throw new Error(`there is no snippet “${name}”`);
  return found;
}

/** One month for each stage, and within it a day for each of its steps. */
function withDays(text: string): string {
  let month = 2;
  let day = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.includes('至××月××日') || line.includes('，到2026年××月××日')) {
        if (line.startsWith('#')) month += 1;
        day = 0;
        const [start, end] = line.startsWith('#') ? [month, month] : [3, 12];
        return line.replace('××月××日', `${start}月1日`).replace('××月××日', `${end}月28日`);
      }
      return line.replace(/××月××日/g, () => {
        day += 3;
        return `${Math.max(month, 3)}月${day}日`;
      });
    })
    .join('\n');
}

/** Fills every blank the way an author would, and numbers the sections on. */
function written(names: readonly string[], profile: string): readonly string[] {
  let section = 0;
  const sections = names.map((name) => filledIn(snippet(name))).join('\n\n');
  const titled = sections.startsWith('# ') ? sections : `# 云岭县档案局关于开展档案安全活动的实施方案\n\n${sections}`;
  const text = withDays(titled)
    .replace(/^## .、/gm, () => `## ${ordinals[section++]}、`)
    .replace(/2026年××月底/, '2026年12月底')
    .replace(/××发/g, '云政发')
    .replace(/××科/g, '综合科')
    .replace(/××/g, '12');
  return problemsOf(text, { profile })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${message}`);
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

  it.each<[string, readonly string[]]>([
    ['stage-plan', ['阶段方案']],
    ['summary', ['工作小结']],
  ])('make a sound document when they are filled in: %s', (profile, names) => {
    expect(written(names, profile)).toEqual([]);
  });

  it.each<[string, string]>([
    ['implementation-plan', '方法步骤三阶段'],
    ['edu-campaign', '主题教育阶段'],
  ])('make a sound plan when they are put together and filled in: %s', (profile, steps) => {
    const names = ['制定依据', '指导思想', '工作目标', steps, '组织领导', '保障措施', '督导检查', '署名日期'];
    expect(written(names, profile)).toEqual([]);
  });
});
