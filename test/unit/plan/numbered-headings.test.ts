import { expect, test } from 'vitest';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

/** The titles of a text, indented by their level. */
function outline(text: string): readonly string[] {
  const titles = (sections: readonly Section[], indent: string): readonly string[] =>
    sections.flatMap(({ title, sections: inner }) => [indent + title.value, ...titles(inner, `${indent}  `)]);
  return readPlans(`# 读书月活动方案\n\n${text}`).plans.flatMap(({ sections }) => titles(sections, ''));
}

test('a list that begins below a numbered heading is no heading beside it', () => {
  expect(outline('## 1. 目标\n\n1. 多读书\n2. 读好书\n\n## 2. 安排\n\n1. 借书\n2. 还书\n')).toEqual([
    '目标',
    '  多读书',
    '  读好书',
    '安排',
    '  借书',
    '  还书',
  ]);
});

test('a number that goes on from a heading stands beside it', () => {
  expect(outline('## 1. 目标\n\n多读书。\n\n2. 安排\n\n借书、还书。\n')).toEqual(['目标', '安排']);
  expect(outline('## 一、目标\n\n多读书。\n\n二、安排\n\n借书、还书。\n')).toEqual(['目标', '安排']);
});
