import source from './given-names.yaml';

const { groups } = source as { readonly groups: readonly (readonly string[])[] };

/** The forms of a person's name in which one character of the given name is another that sounds or looks alike: 谭丽, 谭莉. */
export function soundAlike(name: string): readonly string[] {
  const forms = new Set<string>();
  for (let at = 1; at < name.length; at++) {
    for (const group of groups) {
      if (!group.includes(name.charAt(at))) continue;
      for (const sign of group) forms.add(`${name.slice(0, at)}${sign}${name.slice(at + 1)}`);
    }
  }
  forms.delete(name);
  return [...forms];
}
