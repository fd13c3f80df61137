import { describe, expect, it } from 'vitest';
import { statusText } from '../../../client/src/statusText.ts';
import chinese from '../../../l10n/bundle.l10n.zh-cn.json';
import type { DocumentStatus, PlanStatus } from '../../../server/src/protocol.ts';

const words: Record<string, string> = chinese;
const inEnglish = (message: string, ...values: (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
const inChinese = (message: string, ...values: (string | number)[]) =>
  inEnglish(words[message] ?? `未译：${message}`, ...values);

const plan: PlanStatus = { title: '某方案', kind: '实施方案', profile: 'implementation-plan', stages: 3 };
const profiles = [{ id: 'implementation-plan', label: '实施方案', labelEn: 'Implementation plan' }];
const none = { errors: 0, warnings: 0, infos: 0, hints: 0 };

function status(plans: readonly PlanStatus[], counts: Partial<DocumentStatus['counts']> = {}): DocumentStatus {
  const profile = plans[0]?.profile ?? null;
  return { uri: 'file:///a.md', version: 1, plans, profile, counts: { ...none, ...counts }, milliseconds: 3 };
}

describe('statusText', () => {
  it.each([
    [
      status([plan], { errors: 2, warnings: 3, infos: 9 }),
      '实施方案 · 2 个错误 3 个警告',
      '实施方案 · 2 errors 3 warnings',
    ],
    [status([plan], { errors: 1 }), '实施方案 · 1 个错误', '实施方案 · 1 error'],
    [status([plan], { warnings: 1 }), '实施方案 · 1 个警告', '实施方案 · 1 warning'],
    [status([plan], { infos: 1, hints: 1 }), '实施方案 · 2 条提示', '实施方案 · 2 remarks'],
    [status([plan], { hints: 1 }), '实施方案 · 1 条提示', '实施方案 · 1 remark'],
    [status([plan]), '实施方案 · 没有问题', '实施方案 · no problems'],
    [status([plan, plan, plan]), '实施方案等 3 个方案 · 没有问题', '实施方案 and 2 more · no problems'],
    [status([{ ...plan, kind: '' }]), '实施方案 · 没有问题', '实施方案 · no problems'],
    [status([{ ...plan, kind: '', profile: 'our-own' }]), 'our-own · 没有问题', 'our-own · no problems'],
    [status([]), '非方案', 'not a plan'],
  ])('%#', (given, zh, en) => {
    expect(statusText(given, profiles, inChinese)).toBe(zh);
    expect(statusText(given, profiles, inEnglish)).toBe(en);
  });
});
