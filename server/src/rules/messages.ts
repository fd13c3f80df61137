import type { Message, Params } from './rule.ts';

export type Language = 'zh' | 'en';

/**
 * The message in one language with its parameters filled in. A parameter that is missing leaves its
 * `{name}` standing, so that the slip shows instead of hiding.
 */
export function formatMessage(message: Message, params: Params | undefined, language: Language): string {
  return message[language].replace(/\{(\w{1,40})\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

/** Names of the parameters that a text has, in alphabetical order, each once. */
export function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w{1,40})\}/g)].map((match) => match[1] ?? ''))].sort();
}
