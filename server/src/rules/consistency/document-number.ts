import { type DocumentNumberFault, findDocumentNumbers } from '../../plan/line/document-numbers.ts';
import { defineRule, type Message } from '../rule.ts';

type MessageId =
  | 'brackets'
  | 'noBrackets'
  | 'shortYear'
  | 'yearMark'
  | 'ordinalWord'
  | 'padding'
  | 'missingMark'
  | 'digits'
  | 'blanks';

const messageOf: Readonly<Record<DocumentNumberFault, MessageId>> = {
  brackets: 'brackets',
  'no-brackets': 'noBrackets',
  'short-year': 'shortYear',
  'year-mark': 'yearMark',
  'ordinal-word': 'ordinalWord',
  padding: 'padding',
  'missing-mark': 'missingMark',
  digits: 'digits',
  blanks: 'blanks',
};

const rewrite: Message = { zh: '改为“{correction}”', en: 'Write “{correction}”' };

/** Document numbers that are not written as GB/T 9704-2012 7.2.5 wants them. */
export const documentNumber = defineRule<MessageId>({
  id: 'document-number',
  family: 'consistency',
  severity: 'error',
  basis: ['9704-7.2.5', '15834-4.9.3.4'],
  faults: ['F38'],
  fixes: ['safe', 'suggested'],
  ofCarriers: true,
  summary: {
    zh: '发文字号写法不规范，如“[2009]6号”应作“〔2009〕6号”',
    en: 'A document number that is not in its standard form, such as [2009]6号 for 〔2009〕6号',
  },
  messages: {
    brackets: {
      zh: '发文字号的年份用六角括号括入，“{raw}”应作“{correction}”。',
      en: 'The year of a document number stands in tortoise-shell brackets: “{raw}” should be “{correction}”.',
    },
    noBrackets: {
      zh: '发文字号的年份应用六角括号括入，“{raw}”疑应作“{correction}”。',
      en: 'The year of a document number needs tortoise-shell brackets: “{raw}” should probably be “{correction}”.',
    },
    shortYear: {
      zh: '发文字号的年份应标全称，“{raw}”应作“{correction}”。',
      en: 'The year of a document number has four figures: “{raw}” should be “{correction}”.',
    },
    yearMark: {
      zh: '发文字号的括号内不加“年”字，“{raw}”应作“{correction}”。',
      en: 'There is no 年 in the brackets of a document number: “{raw}” should be “{correction}”.',
    },
    ordinalWord: {
      zh: '发文顺序号不加“第”字，“{raw}”应作“{correction}”。',
      en: 'There is no 第 in a document number: “{raw}” should be “{correction}”.',
    },
    padding: {
      zh: '发文顺序号不编虚位（1不编为01），“{raw}”应作“{correction}”。',
      en: 'The serial of a document number has no leading zero: “{raw}” should be “{correction}”.',
    },
    missingMark: {
      zh: '发文顺序号后应加“号”字，“{raw}”应作“{correction}”。',
      en: 'A document number ends with 号: “{raw}” should be “{correction}”.',
    },
    digits: {
      zh: '发文字号用半角阿拉伯数字，“{raw}”应作“{correction}”。',
      en: 'A document number has ordinary figures: “{raw}” should be “{correction}”.',
    },
    blanks: {
      zh: '发文字号中不留空格，“{raw}”应作“{correction}”。',
      en: 'There are no blanks in a document number: “{raw}” should be “{correction}”.',
    },
  },
  checkLine({ line, report }) {
    for (const { raw, range, fault, correction } of findDocumentNumbers(line.text)) {
      if (!fault || correction === undefined) continue;
      report({
        message: messageOf[fault],
        params: { raw, correction },
        range,
        // Word processors and formatters put blanks there; nobody misreads the number for it.
        ...(fault === 'blanks' ? { severity: 'info' as const } : {}),
        fix: {
          title: rewrite,
          params: { correction },
          // Without brackets it may be a sentence about the sixth paper of that year.
          safety: fault === 'no-brackets' || fault === 'short-year' ? 'suggested' : 'safe',
          edits: [{ range, text: correction }],
        },
      });
    }
  },
});
