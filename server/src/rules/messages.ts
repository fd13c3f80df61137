import type { Message, Params } from './rule.ts';

export type Language = 'zh' | 'en';

/** `{name}`, or `{count #one|#many}`, of which the first is for 1; `#` is the number. */
const parameter = /\{(\w{1,40})(?: ([^{}|]{1,80})\|([^{}|]{1,80}))?\}/g;

/**
 * The message in one language with its parameters filled in. A parameter that is missing leaves its
 * `{name}` standing, so that the slip shows instead of hiding.
 */
export function formatMessage(message: Message, params: Params | undefined, language: Language): string {
  const text = message[language];
  if (!params) return text;
  // A finding that an edit only moved keeps its parameters, and says the same again.
  const known = formatted.get(params);
  if (known?.text === text) return known.filled;
  const filled = text.replace(parameter, (whole, name: string, one?: string, many?: string) => {
    const value = params[name] ?? whole;
    const said = typeof value === 'object' ? value[language] : String(value);
    if (one === undefined || many === undefined || said === whole) return said;
    return (said === '1' ? one : many).replace('#', said);
  });
  formatted.set(params, { text, filled });
  return filled;
}

/** The last message that some parameters went into. */
const formatted = new WeakMap<Params, { readonly text: string; readonly filled: string }>();

/** Names of the parameters that a text has, in alphabetical order, each once. */
export function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(parameter)].map((match) => match[1] ?? ''))].sort();
}
