/** A place for the author to fill in, in LSP snippet syntax: `${1:年份}`. Braces and dollars in the text are escaped. */
export function tabStop(index: number, text: string): string {
  return `\${${index}:${text.replace(/[\\$}]/g, '\\$&')}}`;
}
