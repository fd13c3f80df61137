import { expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { loadProfile } from '../../../server/src/profiles/load.ts';
import { regimeOf } from '../../../server/src/profiles/regime.ts';

const base = loadProfile('implementation-plan');

test.each([
  ['工作方案\n\n根据部署，制定本方案。\n\n一、目标\n达标。\n\n青禾镇人民政府\n2012年6月30日', 'pre-2012'],
  ['工作方案\n\n根据部署，制定本方案。\n\n一、目标\n达标。\n\n青禾镇人民政府\n2012年7月1日', 'gbt9704-2012'],
  ['2009年工作方案\n\n根据部署，制定本方案。\n\n一、目标\n5月底前达标。', 'pre-2012'],
  ['工作方案\n\n根据《意见》（青发〔2009〕6号），制定本方案。\n\n一、目标\n达标。', 'pre-2012'],
  ['工作方案\n\n根据《意见》（青发〔2009〕6号），制定本方案。\n\n一、目标\n2024年5月底前达标。', 'gbt9704-2012'],
  ['工作方案\n\n根据部署，制定本方案。\n\n一、目标\n达标。', 'gbt9704-2012'],
])('%s', (text, regime) => {
  const plan = readPlans(text).plans[0];
  expect(plan && base && regimeOf(plan, base)).toBe(regime);
});

test('the profile has the last word', () => {
  const plan = readPlans('2024年工作方案\n\n制定本方案。').plans[0];
  expect(plan && base && regimeOf(plan, { ...base, regime: 'pre-2012' })).toBe('pre-2012');
});
