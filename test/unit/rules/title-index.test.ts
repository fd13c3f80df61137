import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { loadProfile } from '../../../server/src/profiles/load.ts';
import type { RecognisedPlan } from '../../../server/src/rules/rule.ts';
import { isPartTitle } from '../../../server/src/rules/superior/kin.ts';
import { citedTitles, meansTitle, superiorsWithin } from '../../../server/src/rules/superior/superiors.ts';
import { TitleIndex } from '../../../server/src/rules/superior/title-index.ts';

const bases = [
  '云岭县安全生产专项整治工作方案',
  '关于开展全县燃气安全大排查的实施方案',
  '青岚镇农村人居环境整治提升管理条例',
  '青岚镇物业服务协会章程',
  '河口村人居环境整治第一阶段工作方案',
  '河口村人居环境整治工作小结（2024年上半年）',
  '河口村人居环境整治工作方案',
  '河口村人居环境专项整治行动实施方案',
];

/** Titles with slips of all kinds, and with differences that are none. */
const slipped = fc
  .tuple(fc.constantFrom(...bases), fc.nat(40), fc.nat(3), fc.constantFrom('的', '和', '关于', '安', '省', '', '了'))
  .map(([base, place, kind, word]) => {
    const at = place % base.length;
    if (kind === 0) return base.slice(0, at) + base.slice(at + 1);
    if (kind === 1) return base.slice(0, at) + word + base.slice(at);
    if (kind === 2) return base.slice(0, at) + word + base.slice(at + 1);
    return base.slice(0, at) + base.slice(at + 2, at + 4) + base.slice(at, at + 2) + base.slice(at + 4);
  });

describe('titles of many papers', () => {
  test('those that are found are those that each by itself means', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(slipped, fc.constantFrom(...bases)), { minLength: 1, maxLength: 12 }),
        slipped,
        (titles, cited) => {
          const index = new TitleIndex(titles);
          const meant = titles.flatMap((title, at) => (meansTitle(cited, title) ? [at] : []));
          const answer = index.meant(cited, titles.length);
          expect(answer).toEqual(meant);
          found += answer.length;
          for (const [at, title] of titles.entries()) {
            expect(index.wholesOf(at)).toEqual(
              titles.flatMap((whole, other) => (isPartTitle(title, whole) ? [other] : [])),
            );
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('of several with one title it is the last one in front, else the first one behind', () => {
    const index = new TitleIndex([
      '甲',
      '云岭县工作方案',
      '乙',
      '《云岭县工作方案》',
      '丙',
      '云岭县工作方案',
      undefined,
    ]);
    expect([0, 1, 2, 3, 4, 5, 6].map((asking) => index.meant('云岭县工作方案', asking))).toEqual([
      [1],
      [3],
      [1],
      [1],
      [3],
      [3],
      [5],
    ]);
  });

  test('eight times the plans of a file do not take the square of the time', { retry: 6 }, () => {
    const profile = loadProfile('implementation-plan');
    if (!profile) throw new Error('the base profile is missing');
    const familyOf = (count: number): readonly RecognisedPlan[] => {
      const towns = Array.from({ length: count }, (_, at) => `${'东西南北'.charAt(at % 4)}${at.toString(36)}镇`);
      const texts = towns.map((town) =>
        ['方案', '第一阶段工作方案'].map(
          (kind) =>
            `# ${town}燃气安全专项整治${kind}\n\n根据《${town}燃气安全专项整治的方案》，制定本方案。\n\n## 一、目标\n\n确保安全。\n\n## 二、内容\n`,
        ),
      );
      const { plans } = readPlans(texts.flat().join('\n'));
      expect(plans.length).toBe(2 * count);
      for (const plan of plans) expect(citedTitles(plan).length).toBe(1);
      return plans.map((plan) => ({ plan, profile }));
    };
    const took = (family: readonly RecognisedPlan[]): number => {
      // Processor time: on a busy machine the clock on the wall runs on while others work.
      const start = process.cpuUsage();
      const asked = [...family];
      const found = asked.map((one) => superiorsWithin(one, asked, undefined).length);
      const { user, system } = process.cpuUsage(start);
      expect(found.filter((count) => count > 0).length).toBeGreaterThanOrEqual(family.length / 2);
      return (user + system) / 1000;
    };
    const [small, large] = [familyOf(150), familyOf(1_200)];
    took(small);
    expect(took(large)).toBeLessThan(40 * Math.max(1, took(small)));
  });
});
