import type { Located, Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';

/** A YAML block at the head of the file that cannot be read. */
export const frontMatter = defineRule({
  id: 'front-matter',
  family: 'meta',
  severity: 'error',
  basis: ['practice'],
  faults: [],
  fixes: [],
  summary: {
    zh: '文件头（YAML）有语法错误，其中的设置无法读取',
    en: 'The front matter is no valid YAML, so its settings are lost',
  },
  messages: {
    duplicateKey: {
      zh: '文件头（YAML）中同一个键写了两次，请删去一个。',
      en: 'The front matter has the same key twice; remove one of them.',
    },
    unclosedQuote: {
      zh: '文件头（YAML）中的引号没有闭合，请补上另一半。',
      en: 'A quote in the front matter has no other half; add it.',
    },
    indentation: {
      zh: '文件头（YAML）的缩进不齐：同一层的键要左对齐，并且只用空格。',
      en: 'The front matter is indented unevenly: keys of one level stand in one column, with spaces only.',
    },
    colon: {
      zh: '文件头（YAML）的值里有冒号，请给整个值加上引号。',
      en: 'A value in the front matter holds a colon; put the whole value in quotes.',
    },
    broken: {
      zh: '文件头（YAML）有语法错误，其中的设置可能不起作用：{reason}',
      en: 'The front matter is no valid YAML and its settings may have no effect: {reason}',
    },
  },
  withoutPlan: true,
  checkDocument({ document, plans, report }) {
    const { frontMatter: head, markdown } = document;
    if (!head) return;
    const source = markdown.text.slice(head.range.start, head.range.end);
    // Ordinary Markdown may hold what it likes at its head; only a file that is, or says that it is, a plan is ours.
    if (plans.length === 0 && !/^(?:plan|profile)[ \t]*:(?![ \t]*(?:none|false)\b)/m.test(source)) return;
    // What the YAML reader says after its first fault mostly follows from it.
    const fault = head.faults[0];
    if (!fault) return;
    const message = kindOf(fault.value);
    const range = message === 'unclosedQuote' ? openQuote(markdown.text, fault) : wordAt(markdown.text, fault.range);
    report({ message, params: { reason: fault.value }, range });
  },
});

/** The frequent faults have words of their own; the YAML reader only speaks English. */
function kindOf(reason: string): 'duplicateKey' | 'unclosedQuote' | 'indentation' | 'colon' | 'broken' {
  if (/keys must be unique/i.test(reason)) return 'duplicateKey';
  if (/missing closing .{0,3}quote/i.test(reason)) return 'unclosedQuote';
  if (/same column|\btabs?\b|indent/i.test(reason)) return 'indentation';
  if (/nested mappings|implicit key|implicit map/i.test(reason)) return 'colon';
  return 'broken';
}

/** Where the reader points at one character, the word that begins there is meant. */
function wordAt(text: string, { start, end }: Range): Range {
  const word = /^[^\s:]{1,60}/.exec(text.slice(start, start + 60))?.[0].length ?? 0;
  return { start, end: Math.max(end, start + word) };
}

/** The reader only misses the other half of a quote at the end of it all; the author wants to see where it begins. */
function openQuote(text: string, { value, range }: Located<string>): Range {
  const start = text.lastIndexOf(value.includes("'quote") ? "'" : '"', Math.max(0, range.start - 1));
  const end = text.indexOf('\n', start);
  return start < 0 ? range : { start, end: end < 0 ? text.length : end };
}
