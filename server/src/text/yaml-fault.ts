import type { YAMLError } from 'yaml';
import type { Range } from './range.ts';

/** What is wrong with a YAML text; `broken` stands for all that has no words of its own. */
export type YamlFaultKind =
  | 'duplicateKey'
  | 'unclosedQuote'
  | 'unclosedBracket'
  | 'tab'
  | 'indentation'
  | 'colon'
  | 'pair'
  | 'alias'
  | 'startMark'
  | 'escape'
  | 'documents'
  | 'broken';

export interface YamlFault {
  readonly kind: YamlFaultKind;
  /** What the YAML library says, in English. */
  readonly reason: string;
  readonly range: Range;
}

/** What to do about each fault, as a sentence without its end; in the words of people who do not know YAML. */
export const yamlFaultWords: Readonly<Record<YamlFaultKind, { readonly zh: string; readonly en: string }>> = {
  duplicateKey: {
    zh: '同一个键写了两次，请删去一个',
    en: 'the same key stands here twice; remove one of them',
  },
  unclosedQuote: { zh: '引号没有闭合，请补上另一半', en: 'a quote has no other half; add it' },
  unclosedBracket: {
    zh: '方括号或花括号没有闭合，请补上另一半（用半角的括号和逗号）',
    en: 'a bracket has no other half; add it',
  },
  tab: { zh: '缩进用了制表符，请改用空格', en: 'a tab is used as indentation; use spaces' },
  indentation: {
    zh: '缩进不齐：同一层的键要左对齐，并且只用空格',
    en: 'the indentation is uneven: keys of one level stand in one column, with spaces only',
  },
  colon: {
    zh: '值里有冒号，请给整个值加上引号',
    en: 'a value holds a colon; put the whole value in quotes',
  },
  pair: {
    zh: '此处没有写成“键: 值”：冒号用半角，后面空一格',
    en: 'this is no “key: value”: a colon and a space stand between them',
  },
  alias: {
    zh: '以“*”或“&”开头的值会被当作引用，请给整个值加上引号',
    en: 'a value that begins with * or & is taken for a reference; put it in quotes',
  },
  startMark: {
    zh: '值不能以这个符号开头，请给整个值加上引号',
    en: 'a value cannot begin with this mark; put it in quotes',
  },
  escape: {
    zh: '双引号里的反斜杠另有含义，请改用单引号',
    en: 'a backslash means something else in double quotes; use single quotes',
  },
  documents: {
    zh: '单独一行的“---”之后的内容读不到，请删去这一行',
    en: 'what follows a line of --- is not read; remove the line',
  },
  broken: {
    zh: '此处的写法读不懂，请核对冒号、缩进、引号和括号',
    en: 'this cannot be read; look at the colons, the indentation, the quotes and the brackets',
  },
};

/**
 * The errors of the YAML library, told apart.
 * @param text what was parsed; the ranges count from its start
 */
export function yamlFaults(errors: readonly YAMLError[], text: string): readonly YamlFault[] {
  const faults = errors.map((error): YamlFault => {
    const [start, last] = error.pos;
    const end = Math.min(text.length, Math.max(last, start + 1));
    const reason = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code;
    const kind = kindOf(error, text.slice(start, end));
    const word = kind === 'duplicateKey' || kind === 'colon' ? wordAt(text, start) : 0;
    const range = { start, end: Math.max(start + word, endOfLine(text, start, end)) };
    return { kind, reason, range };
  });
  // An indented line below a value is told of twice: as a value with a colon, and as what it is.
  const indented = new Set(faults.flatMap(({ kind, range }) => (kind === 'indentation' ? [range.start] : [])));
  return faults.filter(({ kind, range }) => kind !== 'colon' || !indented.has(range.start));
}

function kindOf({ code, message }: YAMLError, shown: string): YamlFaultKind {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'duplicateKey';
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'BAD_INDENT':
      return /end with a/.test(message) ? 'unclosedBracket' : 'indentation';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'colon';
    case 'MULTILINE_IMPLICIT_KEY':
      return /\n[ \t]/.test(shown) ? 'indentation' : 'pair';
    case 'MISSING_CHAR':
      if (/closing .{0,3}quote/.test(message)) return 'unclosedQuote';
      if (/map values/.test(message)) return 'pair';
      return /end with a|expected .{0,12}[\]}]/.test(message) ? 'unclosedBracket' : 'broken';
    case 'BAD_ALIAS':
      return 'alias';
    case 'BAD_SCALAR_START':
      return 'startMark';
    case 'BAD_DQ_ESCAPE':
      return 'escape';
    case 'MULTIPLE_DOCS':
      return 'documents';
    default:
      return 'broken';
  }
}

/** The library points at the first letter; the length of the word that begins there. */
function wordAt(text: string, start: number): number {
  return /^[^\s:]{1,60}/.exec(text.slice(start, start + 60))?.[0].length ?? 0;
}

/** A fault that goes on over several lines is shown in the first. */
function endOfLine(text: string, start: number, end: number): number {
  const at = text.slice(start, end).search(/[\r\n]/);
  return at > 0 ? start + at : end;
}
