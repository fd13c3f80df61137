import { bracketPairs } from '../../plan/brackets.ts';
import { defineRule, type Message } from '../rule.ts';
import { findDoublings } from './doubled.ts';
import { findRepeatedClause } from './repeated-clause.ts';

const removeOne: Message = { zh: '删去多余的“{word}”', en: 'Remove the second “{word}”' };
const otherPlace: Message = { zh: '同一段中的另一处', en: 'The other place in this paragraph' };

/** Characters, words and clauses that were typed or pasted twice. */
export const duplicatedWord = defineRule({
  id: 'duplicated-word',
  family: 'wording',
  severity: 'warning',
  basis: ['条例-19'],
  faults: ['F53', 'F66'],
  fixes: ['safe', 'suggested'],
  summary: {
    zh: '叠字、叠词，或同一段中重复的语句',
    en: 'A character, word or clause that stands twice',
  },
  messages: {
    character: {
      zh: '“{word}”字重复，疑为多打了一个。',
      en: 'The character “{word}” is doubled.',
    },
    word: {
      zh: '“{word}”重复，疑为多打或粘贴了一遍。',
      en: 'The word “{word}” is doubled.',
    },
    clause: {
      zh: '“{word}”在同一段中出现两次，疑为粘贴重复，请删去一处或改写。',
      en: '“{word}” stands twice in one paragraph; remove one of them or reword.',
    },
  },
  checkLine({ line, report }) {
    const { text } = line;
    const doublings = findDoublings(text);
    if (doublings.length > 0) {
      const quotations = [...bracketPairs(text)].filter(([open]) => /[“《‘「]/.test(text.charAt(open)));
      for (const { range, word, surplus, kind } of doublings) {
        // Slogans and titles are the words of others.
        if (quotations.some(([open, close]) => open < range.start && range.end <= close)) continue;
        report({
          message: kind === 'word' ? 'word' : 'character',
          params: { word },
          range,
          fix: {
            title: removeOne,
            params: { word },
            safety: kind === 'word' ? 'suggested' : 'safe',
            edits: [{ range: surplus, text: '' }],
          },
        });
      }
    }
    const repeated = findRepeatedClause(text);
    if (!repeated) return;
    const words = text.slice(repeated.first.start, repeated.first.end);
    report({
      message: 'clause',
      params: { word: words.length > 20 ? `${words.slice(0, 18)}……` : words },
      range: repeated.first,
      related: [{ message: otherPlace, range: repeated.second }],
    });
  },
});
