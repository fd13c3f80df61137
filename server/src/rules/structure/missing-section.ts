import { formatNumber } from '../../numbering/format.ts';
import type { Plan } from '../../plan/model.ts';
import { missingSections } from '../../profiles/sections.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Fix } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';

/** A section that the profile requires. */
export const missingSection = defineRule<'missing' | 'contains'>({
  id: 'missing-section',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F03'],
  fixes: ['suggested'],
  summary: { zh: '缺少这一类方案应有的部分', en: 'A section that this kind of plan requires is missing' },
  messages: {
    missing: {
      zh: '{kind}应有“{section}”部分，全文未见。',
      en: 'A plan of this kind ({kind}) needs a section “{section}”.',
    },
    contains: {
      zh: '{kind}应有“{section}”部分（写明{content}），全文未见。',
      en: 'A plan of this kind ({kind}) needs a section “{section}”.',
    },
  },
  checkPlan({ plan, profile, report }) {
    const place = placeOf(plan);
    if (!place) return;
    for (const { requirement } of missingSections(plan, profile)) {
      const content = requirement.mustContain?.zh;
      const fix = insertion(plan, requirement.label.zh);
      report({
        message: content ? 'contains' : 'missing',
        params: { kind: profile.label.zh, section: requirement.label.zh, ...(content ? { content } : {}) },
        range: place,
        ...(fix ? { fix } : {}),
      });
    }
  },
});

/** The heading with which the list of sections begins; the title where there is none. */
function placeOf(plan: Plan): Range | undefined {
  const first = plan.sections[0];
  const line = plan.lines[0];
  return first ? first.heading.at(0, first.titleAt + first.title.value.length) : (plan.title?.range ?? line?.range);
}

/** A further section behind the last one, numbered on in its style. */
function insertion(plan: Plan, label: string): Fix | undefined {
  const last = plan.sections.at(-1);
  if (!last) return undefined;
  const { number } = last;
  const ordinal = number ? (formatNumber(number.kind, number.value + 1) ?? '') : '';
  const marks = last.heading.place === 'heading' ? `${'#'.repeat(last.heading.depth)} ` : '';
  const gap = last.style === 'markdown' ? '\n\n' : '\n';
  return {
    title: { zh: '插入“{label}”部分', en: 'Insert a section “{label}”' },
    params: { label },
    safety: 'suggested',
    edits: [
      {
        range: { start: last.range.end, end: last.range.end },
        text: `${gap}${marks}${ordinal}${label}${gap}${tabStop(1, '内容')}`,
        snippet: true,
      },
    ],
  };
}
