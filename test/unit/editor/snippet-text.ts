import { readFileSync } from 'node:fs';

export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../../snippets/plan.json', import.meta.url);

/** The shipped snippets by name. */
export const snippets: ReadonlyMap<string, Snippet> = new Map(
  Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>),
);

const variable = /\$CURRENT_YEAR/g;
const choice = /\$\{\d+\|([^,|}]+)[^|}]*\|\}/g;
const blank = /\$\{\d+:([^${}]*)\}/g;
const stop = /\$\d+/g;

/** The text that stands in the document when the author accepts every default. */
export function filledIn({ body }: Snippet, year = '2026'): string {
  const text = body.join('\n').replace(variable, year).replace(choice, '$1');
  // A stop that comes again shows what stands in the first one.
  const first = new Map([...text.matchAll(blank)].map((match) => [/\d+/.exec(match[0])?.[0], match[1] ?? '']));
  return text.replace(blank, '$1').replace(stop, (again) => first.get(again.slice(1)) ?? '');
}

/** The numbers of the tab stops, in the order of the text. */
export function tabStops({ body }: Snippet): number[] {
  return [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
}
