import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentation, faultsOfPage, headings, withHead } from '../../scripts/generate-docs.mjs';
import { rules } from '../../server/src/rules/index.ts';
import { parametersOf } from '../../server/src/rules/messages.ts';
import { askedFor, problemsOf } from './harness.ts';
import { readMarks, writeMarks } from './marks.ts';

/** The pages under docs/rules are tested: what they call wrong is reported as marked, what they call right is not. */
const folder = path.resolve(import.meta.dirname, '../../docs/rules');
const files = documentation(rules, folder);

test.each(files.map((file) => [file.path, file] as const))(
  '%s is complete and up to date',
  (name, { text, faults }) => {
    expect(faults).toEqual([]);
    expect(fs.readFileSync(path.join(folder, name), 'utf8'), 'run npm run docs').toBe(text);
  },
);

interface Example {
  readonly kind: 'reject' | 'accept';
  readonly profile: string | undefined;
  readonly source: string;
}

function examplesOf(page: string): readonly Example[] {
  const fence = /^(`{3,})markdown (reject|accept)(?: profile=([a-z-]+))?\n([\s\S]*?)^\1$/gm;
  return [...page.matchAll(fence)].map(([, , kind, profile, source = '']) => ({
    kind: kind === 'accept' ? 'accept' : 'reject',
    profile,
    source,
  }));
}

describe.each(rules.map(({ id }) => id))('examples of %s', (id) => {
  const page = path.join(folder, `${id}.md`);
  const examples = fs.existsSync(page) ? examplesOf(fs.readFileSync(page, 'utf8')) : [];

  test.each(examples.map((example, at) => [at + 1, example.kind, example] as const))('%i %s', (_at, kind, example) => {
    const { text, expected } = readMarks(example.source, id);
    expect(expected.length > 0, 'a wrong example marks what is wrong, a right one nothing').toBe(kind === 'reject');
    const found = problemsOf(text, { ...askedFor(id), ...(example.profile ? { profile: example.profile } : {}) })
      .filter(({ rule }) => rule === id)
      .map(({ rule, range }) => ({ rule, start: range.start, end: range.end }));
    expect(writeMarks(text, found, id)).toBe(writeMarks(text, expected, id));
  });
});

describe('what a rule says', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s has the same parameters in both languages',
    (_id, rule) => {
      for (const [name, message] of [...Object.entries(rule.messages), ['summary', rule.summary] as const]) {
        expect(parametersOf(message.en), name).toEqual(parametersOf(message.zh));
        expect(message.zh, name).toMatch(/\p{Script=Han}/u);
        expect(message.en, name).toMatch(/[a-z]{3}/);
      }
    },
  );

  test('ids are unique and in kebab case', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});

test('a page that lost its head or a heading is told so', () => {
  const [rule] = rules;
  if (!rule) throw new Error('there are no rules');
  const own = '\n## 规则说明\n\n文字。\n';
  expect(withHead(rule, withHead(rule, own))).toBe(withHead(rule, own));
  expect(headings).toContain('依据');
});

test('what only a hand can mend is named', () => {
  const page = headings.map((heading) => `## ${heading}\n`).join('\n');
  expect(faultsOfPage(page)).toEqual(['has no ```markdown reject example', 'has no ```markdown accept example']);
  expect(faultsOfPage(page.replace('## 修复\n', ''))).toContain('has no heading “修复”');
  expect(faultsOfPage(`## ${headings.at(-1)}\n\n${page.replace(/## In English\n/, '')}`)[0]).toMatch(/another order/);
});
