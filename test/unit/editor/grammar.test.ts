import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const { loadWASM, OnigScanner, OnigString } = oniguruma;
const { INITIAL, parseRawGrammar, Registry } = textmate;

const injected = 'markdown.fangan.plan';

/** As much of VS Code's Markdown grammar as decides where ours may colour: headings, code and links. */
const markdown = JSON.stringify({
  scopeName: 'text.html.markdown',
  patterns: [
    { name: 'markup.fenced_code.block.markdown', begin: '^```', end: '^```' },
    { name: 'markup.inline.raw.string.markdown', match: '`[^`]+`' },
    { name: 'markup.underline.link.markdown', match: '(?<=\\]\\()[^)]+' },
    {
      match: '^(#+)\\s+(.*)$',
      captures: { 2: { name: 'entity.name.section.markdown', patterns: [{ include: '#inline' }] } },
    },
  ],
  repository: { inline: { match: '\\*\\*', name: 'punctuation.definition.bold.markdown' } },
});

async function loadGrammar() {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(await readFile(wasm));
  const plan = await readFile(new URL('../../../syntaxes/plan.injection.tmLanguage.json', import.meta.url), 'utf8');
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => parseRawGrammar(scope === injected ? plan : markdown, `${scope}.json`),
    getInjections: (scope) => (scope === 'text.html.markdown' ? [injected] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('the grammar could not be loaded');
  return grammar;
}

const grammar = await loadGrammar();

/** The stretches of the text that our grammar names, as `words → kind`, the kind being the last word of ours in the scope. */
function coloured(text: string): string[] {
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const own = scopes.findLast((scope) => scope.endsWith('.plan') && scope !== injected);
      if (!own || own.startsWith('punctuation')) return [];
      return [`${line.slice(startIndex, endIndex)} → ${own.split('.').at(-2)}`];
    });
  });
}

describe('injected grammar', () => {
  it.each<[string, string[]]>([
    // stages
    ['第一阶段：学习调研。主要抓好两项工作。', ['第一阶段 → stage', '学习调研 → stage']],
    ['### （二）集中整治阶段', ['（二） → stage', '集中整治阶段 → stage']],
    ['第二环节：征求意见', ['第二环节 → stage', '征求意见 → stage']],
    // dates and windows
    ['会议定于2026年3月12日（星期四）召开。', ['2026年3月12日（星期四） → date']],
    ['从2026年3月1日至4月30日，全面排查。', ['2026年3月1日至4月30日 → window']],
    ['9月初至11月中旬', ['9月初至11月中旬 → window']],
    ['11月下旬到12月底', ['11月下旬到12月底 → window']],
    ['二〇二六年三月印发', ['二〇二六年三月 → date']],
    ['2026.3.1—2026.5.31', ['2026.3.1—2026.5.31 → window']],
    // deadlines
    ['5月15日前完成。', ['5月15日前 → deadline']],
    ['截至2026年6月底，全部销号。', ['截至2026年6月底 → deadline']],
    ['自印发之日起30日内报送。', ['自印发之日起30日内 → deadline']],
    ['5个工作日内反馈。', ['5个工作日内 → deadline']],
    ['国庆节前完成整改，立行立改。', ['国庆节前 → deadline', '立行立改 → deadline']],
    // responsibility
    [
      '（牵头单位：保管科；责任人：林知远；完成时限：5月15日前）',
      [
        '牵头单位 → responsibility',
        '保管科 → party',
        '责任人 → responsibility',
        '林知远 → party',
        '完成时限 → deadline',
        '5月15日前 → deadline',
      ],
    ],
    ['由周明谦任组长，', ['由 → responsibility', '周明谦 → party', '任组长 → responsibility']],
    [
      '办公室牵头，保管科配合，',
      ['办公室 → party', '牵头 → responsibility', '保管科 → party', '配合 → responsibility'],
    ],
    // blanks
    ['成立××工作领导小组', ['×× → placeholder']],
    ['于____年__月底前完成', ['____ → placeholder', '__ → placeholder', '月底前 → deadline']],
    ['联系人：【待定】', ['联系人 → responsibility', '【待定】 → placeholder']],
    ['XX局负责，TODO 补充', ['XX → placeholder', 'TODO → placeholder']],
  ])('%s', (text, expected) => {
    expect(coloured(text)).toEqual(expected);
  });

  it.each([
    '坚持问题导向，做到有计划、有步骤、有检查。',
    '根据《档案管理办法》（云档发〔2026〕6号）和党的二十届三中全会精神',
    'The XXL size is described in __init__.py of v2.1.3',
    '---',
    '____',
    '占总数的98.7%，共60周年、第三批',
    '加强组织领导，形成工作合力。',
  ])('leaves alone: %s', (text) => {
    expect(coloured(text)).toEqual([]);
  });

  it('stays out of code and addresses', () => {
    const text = ['```', '第一阶段：学习调研，2026年3月1日前 TODO', '```', '`5月15日前`', '[表](a/2026.3.1.md)'].join(
      '\n',
    );
    expect(coloured(text)).toEqual([]);
  });

  it('reads a very long line in time', () => {
    const line = '由各单位各科室认真落实责任第一阶段2026年3月'.repeat(2000);
    const start = performance.now();
    coloured(line);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
