import source from './given-names.yaml';

/** By character: those that it is taken for, itself among them. */
const alike = new Map<string, Set<string>>();
for (const group of (source as { readonly groups: readonly (readonly string[])[] }).groups) {
  for (const sign of group) alike.set(sign, new Set([...(alike.get(sign) ?? []), ...group]));
}

/** The forms of a person's name in which one character of the given name is another that sounds or looks alike: 谭丽, 谭莉. */
export function soundAlike(name: string): readonly string[] {
  const forms = new Set<string>();
  for (let at = 1; at < name.length; at++) {
    for (const sign of alike.get(name.charAt(at)) ?? []) forms.add(`${name.slice(0, at)}${sign}${name.slice(at + 1)}`);
  }
  forms.delete(name);
  return [...forms];
}
