import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan, type JsonReport } from './fangan.ts';

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const fits = (schema: object, value: unknown) => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  validate(value);
  return validate.errors;
};

/** Real output for plans of all kinds, faults, fixes, related places and texts that are no plans among them. */
const inputs = ['examples', 'test/fixtures/sound', 'test/fixtures/ordinary/todo.md', 'README.md'];

describe('json', () => {
  test('is as its schema says', async () => {
    const outcome = await fangan(['check', '--format', 'json', ...inputs]);
    const report = JSON.parse(outcome.output) as JsonReport;
    expect(fits(readJson('schemas/check.schema.json'), report)).toBeNull();
    expect(report.files.length).toBeGreaterThan(14);
    expect(report.files.some(({ problems }) => problems.some(({ fix }) => fix === 'safe'))).toBe(true);
    expect(report.summary.files).toBe(report.files.length);
    const count = (severity: string) =>
      report.files.flatMap(({ problems }) => problems).filter((problem) => problem.severity === severity).length;
    expect(report.summary).toMatchObject({
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      hints: count('hint'),
    });
  });

  test('ranges are zero-based, count UTF-16 units, and hold the words that they claim', async () => {
    const text = `\ufeff😀\n\n${faultyPlan}`.replaceAll('\n', '\r\n');
    const cwd = directoryWith({ 'a.md': text });
    const report = JSON.parse((await fangan(['check', '-f', 'json', '--profile', 'summary', 'a.md'], { cwd })).output);
    const seen = text.slice(1);
    const problems = (report as JsonReport).files[0]?.problems ?? [];
    expect(problems.map(({ rule }) => rule)).toContain('document-number');
    for (const { range, text: words } of problems) {
      expect(seen.slice(range.start.offset, range.start.offset + words.length)).toBe(words);
      const line = seen.split('\r\n')[range.start.line] ?? '';
      expect(line.slice(range.start.character)).toBe(seen.slice(range.start.offset).split('\r\n')[0]);
    }
  });

  test('problems come in order of position', async () => {
    const report = JSON.parse((await fangan(['check', '-f', 'json', ...inputs])).output) as JsonReport;
    for (const { problems } of report.files) {
      const starts = problems.map(({ range }) => range.start.offset);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });
});

describe('sarif', () => {
  const schema = readJson('test/fixtures/schemas/sarif-schema-2.1.0.json');
  // The standard's schema is of draft 4; without these two it says the same in every draft.
  delete schema.$schema;
  delete schema.id;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  test.each([
    ['with problems', ['check', '-f', 'sarif', ...inputs]],
    ['in English', ['check', '-f', 'sarif', '--language', 'en', 'examples']],
    ['without files', ['check', '-f', 'sarif', 'missing.md']],
  ])('%s is as the standard says', async (_, args) => {
    const log = JSON.parse((await fangan(args)).output);
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test('tells rules, places, fixes and what failed', async () => {
    const cwd = directoryWith({ '方 案.md': faultyPlan });
    const { runs } = JSON.parse((await fangan(['check', '-f', 'sarif', '方 案.md', 'missing.md'], { cwd })).output);
    const [run] = runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['document-number', 'placeholder']);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.artifacts).toEqual([{ location: { uri: '%E6%96%B9%20%E6%A1%88.md' } }]);
    const [first] = run.results;
    expect(first.level).toBe('error');
    expect(first.locations[0].physicalLocation.region).toMatchObject({
      startLine: 3,
      startColumn: (faultyPlan.split('\n')[2] ?? '').indexOf('云教[') + 1,
    });
    expect(first.fixes[0].artifactChanges[0].replacements.length).toBeGreaterThan(0);
  });

  test('gives a problem the same fingerprint after lines were inserted above it', async () => {
    const prints = async (text: string) => {
      const cwd = directoryWith({ 'a.md': text });
      const { runs } = JSON.parse((await fangan(['check', '-f', 'sarif', 'a.md'], { cwd })).output);
      return runs[0].results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
    };
    const before = await prints(faultyPlan);
    expect(await prints(faultyPlan.replace('## 一、', '各处室要高度重视。\n\n## 一、'))).toEqual(before);
    expect(new Set(before.map((print: object) => JSON.stringify(print))).size).toBe(before.length);
  });
});

test('github writes one annotation a problem', async () => {
  const cwd = directoryWith({ 'a,b.md': faultyPlan });
  const { output } = await fangan(['check', '-f', 'github', 'a,b.md'], { cwd });
  const lines = output.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(
      /^::error file=a%2Cb\.md,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=fangan [a-z-]+::[^\n]+$/,
    );
  }
});

test('junit is well-formed and counts', async () => {
  const cwd = directoryWith({ 'a.md': faultyPlan, 'b.md': readFileSync('examples/工作方案.md', 'utf8') });
  const { output } = await fangan(['check', '-f', 'junit', 'a.md', 'b.md', 'c.md'], { cwd });
  expect(output).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="fangan" tests="4" failures="2" errors="1">/,
  );
  expect(output).toContain('<testsuite name="a.md" tests="2" failures="2" errors="0">');
  expect(output).toContain('<testsuite name="b.md" tests="1" failures="0" errors="0">');
  // Every element that is opened is closed, in order.
  const open: string[] = [];
  for (const [, close, name, , self] of output.matchAll(/<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)(\/?)>/g)) {
    if (self) continue;
    if (close) expect(open.pop()).toBe(name);
    else open.push(name ?? '');
  }
  expect(open).toEqual([]);
});
