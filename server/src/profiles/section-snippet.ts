import type { Profile, SectionKey } from './profile.ts';
import { asSnippet } from './skeleton.ts';
import { sectionTemplate } from './template.ts';

/** Stands in a snippet for the activity, whose name every plan has for itself; no text has it. */
const ACTIVITY = '\ue000';

/** By profile, and by section, year and whether the activity has a name: nearly all plans are given the same words. */
const known = new WeakMap<Profile, Map<string, string>>();

/**
 * What stands below the title of a new section, in snippet syntax.
 * @param activity its name, where the plan has one; asked for only when the words need it
 */
export function sectionSnippet(
  profile: Profile,
  key: SectionKey,
  year: string,
  activity: () => string | undefined,
): string {
  const named = snippetOf(profile, key, year, ACTIVITY);
  if (!named.includes(ACTIVITY)) return named;
  const name = activity();
  if (name === undefined) return snippetOf(profile, key, year);
  return named.replaceAll(ACTIVITY, () => asSnippet([{ kind: 'text', text: name }]));
}

function snippetOf(profile: Profile, key: SectionKey, year: string, activity?: string): string {
  let snippets = known.get(profile);
  if (!snippets) {
    snippets = new Map();
    known.set(profile, snippets);
  }
  const name = `${key} ${year} ${activity ?? ''}`;
  let snippet = snippets.get(name);
  if (snippet === undefined) {
    snippet = asSnippet(sectionTemplate(profile, key, activity === undefined ? { year } : { year, activity }));
    snippets.set(name, snippet);
  }
  return snippet;
}
