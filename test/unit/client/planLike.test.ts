import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayBePlan, planHead } from '../../../client/src/planLike.ts';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

test('a plan in plain text wakes the extension', () => {
  expect(manifest.activationEvents).toContain('onLanguage:plaintext');
  const folder = new URL('test/fixtures/sound/', root);
  const plans = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8').slice(0, planHead));
  expect(plans.length).toBeGreaterThan(10);
  expect(plans.filter((text) => !mayBePlan(text))).toEqual([]);
  expect(mayBePlan('---\ntitle: 读书月\nplan: campus-activity\n---\n\n读书月\n')).toBe(true);
});

test.each(['', '各位同事：\n\n明天下午三点开会。', '2026-03-05 12:00:01 INFO server started', 'apples\npears\n'])(
  'other texts do not start the server: %s',
  (text) => {
    expect(mayBePlan(text)).toBe(false);
  },
);
