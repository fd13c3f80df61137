import homophones from './homophones.yaml';
import lists from './set-phrases.yaml';

const { groups } = homophones as { readonly groups: Readonly<Record<string, string>> };
const { alike } = lists as unknown as { readonly alike: readonly string[] };

const known = new Map<string, string>();
for (const group of [...Object.values(groups), ...alike]) {
  for (const character of group) known.set(character, (known.get(character) ?? '') + group);
}

/** The characters that are typed for this one, by sound or by shape; itself among them. */
export const takenFor = (character: string): string => known.get(character) ?? '';
