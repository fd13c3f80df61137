import { shippedProfiles } from '../../profiles/load.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import type { Proposal } from './proposal.ts';

/**
 * The kinds of plan behind `plan:` in the front matter, in any Markdown file.
 * @returns undefined elsewhere
 */
export function kindProposals(open: OpenPlan, offset: number): readonly Proposal[] | undefined {
  const { text, language } = open;
  if (!text.startsWith('---')) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const closing = text.indexOf('\n---', 3);
  if (lineStart === 0 || (closing >= 0 && closing < lineStart - 1)) return undefined;
  const match = /^(?:plan|profile)[ \t]*:[ \t]*([\w-]*)$/.exec(text.slice(lineStart, offset));
  if (!match) return undefined;
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 80))?.[0].length ?? 0;
  const range = { start: offset - (match[1] ?? '').length, end: offset + rest };
  const profiles = open.known.profiles.length > 0 ? open.known.profiles : shippedProfiles();
  return [
    ...profiles
      .filter((profile) => !profile.abstract)
      .map(({ id, label }) => ({
        kind: 'profile' as const,
        label: id,
        detail: label[language],
        filter: `${id} ${label.zh}`,
        text: id,
        range,
        source: { kind: 'profile' as const, profile: id },
      })),
    { kind: 'profile', label: 'none', detail: language === 'zh' ? '不是方案' : 'not a plan', text: 'none', range },
  ];
}
