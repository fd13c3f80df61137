import { describe, expect, test } from 'vitest';
import { readPlans } from '../../server/src/plan/read.ts';
import { loadProfile } from '../../server/src/profiles/load.ts';
import { type CheckSettings, checkDocument } from '../../server/src/rules/check.ts';
import { formatMessage } from '../../server/src/rules/messages.ts';
import { defineRule, type Rule } from '../../server/src/rules/rule.ts';
import { problemsOf } from './harness.ts';

const text = `# 双河镇防汛应急工作方案

一、工作目标
各村要要确保安全度汛。
二、工作安排
值班电话：XX，各组在在堤上待命。
`;

const profile = loadProfile('implementation-plan');
if (!profile) throw new Error('the base profile is missing');
const document = readPlans(text);
const settings: CheckSettings = {
  language: 'zh',
  recognised: document.plans.map((plan) => ({ plan, profile })),
  rules: new Map(),
};

const texts = {
  summary: { zh: '', en: '' },
  messages: { found: { zh: '有{count}处', en: '{count} found' } },
} as const;
const base = { family: 'meta', severity: 'info', basis: [], faults: [], fixes: [], ...texts } as const;

describe('checking a document', () => {
  test('gives problems in order of position, with the words that they are about', () => {
    const problems = problemsOf(text).filter(({ rule }) => rule === 'duplicated-word' || rule === 'placeholder');
    expect(problems.map(({ rule, range }) => [rule, text.slice(range.start, range.end)])).toEqual([
      ['duplicated-word', '要要'],
      ['placeholder', 'XX'],
      ['duplicated-word', '在在'],
    ]);
  });

  test('says nothing of a document without a recognised plan', () => {
    expect(checkDocument(document, { ...settings, recognised: [] })).toEqual({ problems: [], complete: true });
  });

  test('hears broken front matter that calls the file a plan, and no other', () => {
    const check = (head: string) =>
      checkDocument(readPlans(`---\n${head}\n---\n\n正文。\n`), { ...settings, recognised: [] }).problems.map(
        (p) => p.rule,
      );
    expect(check('plan: stage-plan\nplan: summary')).toEqual(['front-matter']);
    expect(check('title: 甲\ntitle: 乙')).toEqual([]);
    // A map below profile: tells of a person or of a theme.
    expect(check('profile:\n  name: 甲\n  name: 乙')).toEqual([]);
    expect(check('plan: none\ntitle: 甲\ntitle: 乙')).toEqual([]);
  });

  test('takes severity from the configuration, then the profile, then the finding, then the rule', () => {
    const rule = defineRule({
      ...base,
      id: 'a-rule',
      checkPlan: ({ report }) => report({ message: 'found', range: { start: 0, end: 1 }, severity: 'hint' }),
    });
    const severity = (more: Partial<CheckSettings>) =>
      checkDocument(document, { ...settings, ...more }, [rule]).problems.map((problem) => problem.severity);
    const strict = { ...profile, severities: { 'a-rule': 'warning' } as const };
    const recognised = document.plans.map((plan) => ({ plan, profile: strict }));
    expect(severity({})).toEqual(['hint']);
    expect(severity({ recognised })).toEqual(['warning']);
    expect(severity({ recognised, rules: new Map([['a-rule', { severity: 'error' }]]) })).toEqual(['error']);
    expect(severity({ rules: new Map([['a-rule', { severity: 'off' }]]) })).toEqual([]);
  });

  test('takes severity from the profile of the plan, too, where a rule looks at the whole file', () => {
    const unset = readPlans(`${text}\n三、评审\n由朗诵组负责评审，6月1日前完成。\n`);
    const strict = { ...profile, severities: { 'undefined-term': 'error' } as const };
    const { problems } = checkDocument(unset, {
      ...settings,
      recognised: unset.plans.map((plan) => ({ plan, profile: strict })),
    });
    const found = problems.filter(({ rule }) => rule === 'undefined-term');
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('overrides single options', () => {
    const seen: unknown[] = [];
    const rule = defineRule<'found', { readonly least: number; readonly most: number }>({
      ...base,
      id: 'a-rule',
      options: { least: 1, most: 9 },
      checkPlan: ({ options }) => seen.push(options),
    });
    checkDocument(document, { ...settings, rules: new Map([['a-rule', { options: { most: 5 } }]]) }, [rule as Rule]);
    expect(seen).toEqual([{ least: 1, most: 5 }]);
  });

  test('reads a line once, however often and wherever it stands, and maps it to each place', () => {
    let reads = 0;
    const rule = defineRule({
      ...base,
      id: 'line-rule',
      checkLine: ({ line, report }) => {
        reads++;
        if (line.text === '重复的一行。')
          report({ message: 'found', params: { count: 1 }, range: { start: 0, end: 2 } });
      },
    });
    const twice = readPlans('# 某镇工作方案\n\n一、目标\n\n重复的一行。\n\n二、任务\n\n重复的一行。\n');
    const check = () =>
      checkDocument(twice, { ...settings, recognised: twice.plans.map((plan) => ({ plan, profile })) }, [rule])
        .problems;
    const found = check().map(({ range }) => range.start);
    expect(found).toEqual([twice.markdown.text.indexOf('重复'), twice.markdown.text.lastIndexOf('重复')]);
    const first = reads;
    check();
    expect(reads).toBe(first);
    expect(first).toBe(new Set(twice.lines.map((line) => line.text)).size);
  });

  test('leaves quotations and code alone, and drops a fix that would tear Markdown apart', () => {
    expect(problemsOf('# 某镇工作方案\n\n> 各村要要落实。\n\n运行 `要要` 即可。\n').map((p) => p.rule)).not.toContain(
      'duplicated-word',
    );
    const [problem] = problemsOf('# 某镇工作方案\n\n一、目标\n各村要**要落实**责任。\n').filter(
      (found) => found.rule === 'duplicated-word',
    );
    expect(problem).toBeDefined();
    const fixed = problem?.fix?.edits.map(({ range, text: put }) => [range.end - range.start, put]) ?? [];
    for (const [length] of fixed) expect(length).toBe(1);
  });

  test('stops when it is cancelled', () => {
    let asked = 0;
    const result = checkDocument(document, { ...settings, cancelled: () => ++asked > 2 });
    expect(result).toEqual({ problems: [], complete: false });
    expect(asked).toBe(3);
  });

  test('speaks both languages', () => {
    const message = { zh: '共{count}处，{name}', en: '{count} of {name}' };
    expect(formatMessage(message, { count: 2 }, 'zh')).toBe('共2处，{name}');
    expect(formatMessage(message, { count: 2, name: 'x' }, 'en')).toBe('2 of x');
    const [english] = problemsOf(text, { language: 'en' }).filter(({ rule }) => rule === 'placeholder');
    expect(english?.message).toMatch(/^“XX” is a placeholder/);
  });
});

describe('the cost of a check', () => {
  const section = (n: number) =>
    `（${n % 2 ? '一' : '二'}）任务${n}\n\n各单位要按照职责分工，于2024年6月底前完成第${n}项任务，由办公室负责督促。\n`;
  const plan = `# 双河镇工作方案\n\n${Array.from({ length: 600 }, (_, n) => section(n)).join('\n')}`;

  test('falls to a small part when nothing changed', { retry: 3 }, () => {
    const big = readPlans(plan);
    const recognised = big.plans.map((one) => ({ plan: one, profile }));
    const time = () => {
      const start = performance.now();
      checkDocument(big, { ...settings, recognised, rules: new Map([['missing-title', { severity: 'hint' }]]) });
      return performance.now() - start;
    };
    const cold = time();
    const warm = Math.min(time(), time(), time(), time(), time());
    expect(warm).toBeLessThan(cold / 2);
  });
});
