import { describe, expect, test } from 'vitest';
import { at, labels, taken } from './proposals.ts';

const plan = (line: string) => `# 青岚县农贸市场食品安全专项整治工作方案

为加强农贸市场食品安全，制定本方案。

## 一、目标任务

到2026年9月底，建立健全长效机制。

## 二、方法步骤

### （一）动员部署阶段（2026年3月2日至3月31日）

1. 制定方案。由市场监管局牵头，3月10日前印发。责任人：周海平。
2. 宣传发动。责任单位：融媒体中心；完成时限：3月20日前。

### （二）集中整治阶段（2026年4月1日至8月31日）

${line}
`;

describe('who answers, in the words of an author', () => {
  test.each(['**责任单位：**▏', '**责任单位**：▏', '**责任单位：** ▏'])('a label in bold is one: %s', (words) => {
    expect(taken(plan(`1. 检查市场。${words}`), '融媒体中心')).toContain(
      `1. 检查市场。${words.replace('▏', '')}融媒体中心`,
    );
  });

  test.each(['**完成时限：**▏', '**完成时限**：▏'])('so it is in front of a day: %s', (words) => {
    expect(labels(plan(`1. 检查市场。${words}`), 'date')).toContain('2026年8月31日');
    expect(labels(plan(`1. 检查市场。${words.replace('▏', '')}2026年5月10日▏`), 'date')).toContain('2026年8月31日');
  });

  test.each(['说明理由▏', '陈述缘由▏，再行处理', '保障经营自由▏'])('%s names nobody', (words) => {
    expect(labels(plan(`1. 检查市场，${words}`))).toEqual([]);
  });

  test.each(['证照办理由▏', '市场管理由▏', '巡查任务各自由▏', '整治责任由▏', '此事由▏'])('%s does', (words) => {
    expect(labels(plan(`1. ${words}`), 'unit')).toContain('融媒体中心');
  });

  test.each(['由市场监管局会同▏', '由市场监管局、▏', '由市场监管局、融▏', '会同市场监管局、▏'])(
    'one more: %s',
    (words) => {
      const names = labels(plan(`1. 检查市场，${words}`), 'unit');
      expect(names).toContain('融媒体中心');
      expect(names).not.toContain('市场监管局');
    },
  );

  test.each(['由于天气、▏', '由上而下、▏'])('%s is no list of names', (words) => {
    expect(labels(plan(`1. 检查市场，${words}`))).toEqual([]);
  });

  test('a name that the list has already is not offered again', () => {
    expect(labels(plan('1. 检查市场。责任单位：市场监管局、▏'), 'unit')).toEqual(['融媒体中心']);
    expect(labels(plan('1. 检查市场。责任单位：▏、市场监管局；完成时限：4月底'), 'unit')).toEqual(['融媒体中心']);
  });

  test.each(['由▏任组长', '由▏担任组长', '由▏同志兼任办公室主任'])('%s wants a person', (words) => {
    expect(labels(plan(`成立领导小组，${words}。`))).toEqual(['周海平']);
  });
});

describe('what comes next', () => {
  test('is the stage behind the one in front of the cursor', () => {
    const stages = labels(plan('1. 检查市场。由市场监管局负责。\n\n▏'), 'stage');
    expect(stages).toEqual(['（三）巩固提升', '（三）自查自纠']);
  });

  test('is a section behind the marks of sections, a stage behind those of stages', () => {
    const first = (marks: string) => at(plan(`1. 检查市场。由市场监管局负责。\n\n${marks} ▏`)).proposals[0]?.kind;
    expect(first('##')).toBe('section');
    expect(first('###')).toBe('stage');
  });

  test('is a step behind 2、 as behind 2.', () => {
    const plain = plan('1、检查市场。由市场监管局负责。\n2、▏')
      .replace(/^#+ /gm, '')
      .replace(/^(\d)\. /gm, '$1、');
    expect(taken(plain, '限期整改')).toMatch(/\n2、限期整改。/);
  });
});

test('schools of all kinds sign no plan', () => {
  const text = `青岚县中小学校园周边环境整治工作方案

为净化校园周边环境，制定本方案。

一、工作目标

无证摊点全部清理。

二、工作要求

加强领导。

▏
`;
  expect(labels(text, 'unit')).not.toContain('青岚县中小学');
});
