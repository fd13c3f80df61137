import type { Message, Params } from './rule.ts';

export type Language = 'zh' | 'en';

/** `{name}`, or `{count #one|#many}`, of which the first is for 1 and may be empty; `#` is the number. */
const parameter = /\{(\w{1,40})(?: ([^{}|]{0,80})\|([^{}|]{1,80}))?\}/g;

/** What a message is made of: words, and places for parameters. */
type Piece = string | { readonly whole: string; readonly name: string; readonly one?: string; readonly many?: string };

/** By text; the messages of all rules are some hundreds. */
const pieces = new Map<string, readonly Piece[]>();

function piecesOf(text: string): readonly Piece[] {
  let made = pieces.get(text);
  if (!made) {
    const found: Piece[] = [];
    let end = 0;
    for (const { 0: whole, 1: name = '', 2: one, 3: many, index } of text.matchAll(parameter)) {
      found.push(text.slice(end, index), { whole, name, ...(one !== undefined && many ? { one, many } : {}) });
      end = index + whole.length;
    }
    made = [...found, text.slice(end)];
    pieces.set(text, made);
  }
  return made;
}

/**
 * The message in one language with its parameters filled in. A parameter that is missing leaves its
 * `{name}` standing, so that the slip shows instead of hiding.
 */
export function formatMessage(message: Message, params: Params | undefined, language: Language): string {
  const text = message[language];
  if (!params) return text;
  let filled = '';
  for (const piece of piecesOf(text)) {
    if (typeof piece === 'string') {
      filled += piece;
      continue;
    }
    const { whole, name, one, many } = piece;
    const value = params[name] ?? whole;
    const said = typeof value === 'object' ? value[language] : String(value);
    const plain = one === undefined || many === undefined || said === whole;
    filled += plain ? said : (said === '1' ? one : many).replace('#', said);
  }
  return filled;
}

/** Names of the parameters that a text has, in alphabetical order, each once. */
export function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(parameter)].map((match) => match[1] ?? ''))].sort();
}
