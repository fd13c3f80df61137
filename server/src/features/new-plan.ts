import { systemClock } from '../dates/today.ts';
import { readFields } from '../profiles/new-plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { asSnippet, asText } from '../profiles/skeleton.ts';
import { planTemplate } from '../profiles/template.ts';
import type { NewPlan, NewPlanParams } from '../protocol.ts';
import type { Language } from '../rules/messages.ts';

/** A new plan with tab stops, or what is wrong with what was said of it. */
export function newPlanText(
  { profile: id, fields }: NewPlanParams,
  profiles: readonly Profile[],
  language: Language,
): NewPlan {
  const profile = profiles.find((one) => one.id === id);
  if (!profile) return { snippet: '', title: '', faults: [] };
  const { values, faults } = readFields(fields, systemClock());
  const parts = planTemplate(profile, values);
  return {
    snippet: asSnippet(parts),
    title: /^# (.+)$/m.exec(asText(parts))?.[1] ?? '',
    faults: faults.map(({ field, message }) => ({ field, message: message[language] })),
  };
}
