/** A value as JSON whose further lines stand in by so many blanks: a part of a larger text. */
export function indented(value: unknown, by: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}
