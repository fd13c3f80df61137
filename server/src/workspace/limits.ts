import type { Language } from '../rules/messages.ts';
import { toProblem } from '../rules/problems.ts';
import { defineRule, type Problem } from '../rules/rule.ts';

/** UTF-16 units from which on a text is not checked: about fifteen megabytes of Chinese, far beyond any plan. */
export const longestText = 5_000_000;

/** Of a longer text so much is read, to see whether it is a plan at all. */
const headLength = 20_000;

/** Texts that cannot be checked as they are. No rule of the catalogue: it can be neither configured nor silenced. */
const unfitText = defineRule({
  id: 'unfit-text',
  family: 'meta',
  severity: 'error',
  basis: ['practice'],
  faults: [],
  fixes: [],
  summary: { zh: '文本过大或已损坏，无法检查', en: 'The text is too large or damaged and cannot be checked' },
  messages: {
    tooLong: {
      zh: '文件过大（{length} 万字，上限 {limit} 万字），未作检查。请拆分后再检查。',
      en: 'The file is too large to be checked ({length}0,000 characters, the limit is {limit}0,000). Split it first.',
    },
    nul: {
      zh: '此处有空字符（NUL），文件可能不是文本或已损坏，请用正确的编码重新保存。',
      en: 'There is a NUL character here: the file is no text or is damaged; save it again in the right encoding.',
    },
    surrogate: {
      zh: '此处有残缺的字符（半个代理对），文件可能已损坏，请删去后重新输入。',
      en: 'There is half a character here (a lone surrogate): the file may be damaged; delete it and type it again.',
    },
  },
});

export function isTooLong(text: string): boolean {
  return text.length > longestText;
}

/** The text itself, or whole lines from the beginning of one that is too long. */
export function headOf(text: string): string {
  if (!isTooLong(text)) return text;
  const end = text.lastIndexOf('\n', headLength);
  return text.slice(0, end > 0 ? end + 1 : headLength);
}

/** Says, at the first line, that the text is too long to be checked. */
export function tooLong(text: string, language: Language): Problem {
  const end = headOf(text).search(/[\r\n]/);
  const range = { start: 0, end: end < 0 ? headLength : end };
  const params = { length: Math.round(text.length / 10_000), limit: longestText / 10_000 };
  return toProblem(unfitText, { message: 'tooLong', params, range }, 'info', language);
}

/** Says where the first character stands that no text has; undefined for sound text. */
export function damage(text: string, language: Language): Problem | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) return unfit('nul', nul, language);
  const lone = isWellFormed(text) ? -1 : text.search(/\p{Surrogate}/u);
  return lone < 0 ? undefined : unfit('surrogate', lone, language);
}

function unfit(message: 'nul' | 'surrogate', at: number, language: Language): Problem {
  return toProblem(unfitText, { message, range: { start: at, end: at + 1 } }, 'error', language);
}

/** The engine's own test is a hundred times faster than a search; the types of ES2023 do not know it yet. */
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? false;
}
