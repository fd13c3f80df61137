import type { Basis } from './rule.ts';

type Words = (clause: string) => { readonly zh: string; readonly en: string };

/** The sources of rules by the beginnings of their short names, as scripts/generate-docs.mjs has them for the pages. */
const sources: readonly (readonly [RegExp, Words])[] = [
  [/^9704-/, (clause) => ({ zh: `GB/T 9704-2012 第${clause}条`, en: `GB/T 9704-2012, ${clause}` })],
  [
    /^15834-/,
    (clause) => ({
      zh: `GB/T 15834-2011 ${/^[A-Z]/.test(clause) ? `附录${clause}` : `第${clause}条`}`,
      en: `GB/T 15834-2011, ${clause}`,
    }),
  ],
  [/^15835-/, (clause) => ({ zh: `GB/T 15835-2011 第${clause}条`, en: `GB/T 15835-2011, ${clause}` })],
  [
    /^条例-/,
    (clause) => ({
      zh: `《党政机关公文处理工作条例》第${clause}条`,
      en: `《党政机关公文处理工作条例》, article ${clause}`,
    }),
  ],
  [/^民法典-/, (clause) => ({ zh: `《民法典》第${clause}条`, en: `《民法典》, article ${clause}` })],
  [
    /^减负-/,
    (clause) => ({
      zh: `《整治形式主义为基层减负若干规定》（${clause}）`,
      en: `《整治形式主义为基层减负若干规定》 (${clause})`,
    }),
  ],
];

/** A basis (`9704-7.3.3`, `条例-19`, `practice`) in words. */
export function basisInWords(basis: Basis, language: 'zh' | 'en'): string {
  if (basis === 'practice') return language === 'zh' ? '工作惯例' : 'practice';
  for (const [beginning, words] of sources)
    if (beginning.test(basis)) return words(basis.replace(beginning, ''))[language];
  return basis;
}
