import { describe, expect, test } from 'vitest';
import { LineFacts } from '../../../server/src/plan/facts.ts';
import { findSentences } from '../../../server/src/plan/line/sentences.ts';
import { findAbbreviations } from '../../../server/src/plan/names/abbreviations.ts';
import { findQuotations } from '../../../server/src/plan/names/quotations.ts';
import { findWorkingBodies } from '../../../server/src/plan/names/working-bodies.ts';
import { findForms } from '../../../server/src/rules/consistency/names/activities/activity.ts';
import { ownLikeNames } from '../../../server/src/rules/consistency/names/foreign/foreign-names.ts';
import { oddSpokenMarks } from '../../../server/src/rules/numbering/spoken-marks.ts';
import { comparedSentences } from '../../../server/src/rules/review/sibling-sentences.ts';
import { findBlanks } from '../../../server/src/rules/wording/blanks.ts';
import { findDoublings } from '../../../server/src/rules/wording/doubled/doubled.ts';
import { findEchoes } from '../../../server/src/rules/wording/doubled/echoed.ts';
import { findRedundancies } from '../../../server/src/rules/wording/doubled/redundant.ts';
import { findRepeatedClause } from '../../../server/src/rules/wording/doubled/repeated-clause.ts';
import { leftOver, readMarks } from '../../../server/src/rules/wording/marks.ts';
import { findMissingWords } from '../../../server/src/rules/wording/missing/missing-words.ts';
import { singleFaults } from '../../../server/src/rules/wording/punctuation/single.ts';
import { styleFaults } from '../../../server/src/rules/wording/punctuation/style.ts';
import { findWrongWords } from '../../../server/src/rules/wording/wrong-words/find.ts';
import { findWrongParticles } from '../../../server/src/rules/wording/wrong-words/particles.ts';
import { shippedWords, tableOf } from '../../../server/src/rules/wording/wrong-words/table.ts';

const table = tableOf(shippedWords);

/** A line may be as long and as odd as it likes: eight times the text must not cost its square. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  abbreviations: findAbbreviations,
  bodies: findWorkingBodies,
  'forms of a name': (text) => findForms(text, { words: '作风能力提升年活动', end: '活动' }),
  'own-like names': (text) => ownLikeNames(new LineFacts(text)),
  quotations: findQuotations,
  sentences: (text) => comparedSentences(new LineFacts(text)),
  blanks: findBlanks,
  doublings: findDoublings,
  clauses: findRepeatedClause,
  punctuation: singleFaults,
  styles: (text) => styleFaults(text, undefined),
  words: (text) => findWrongWords(text, table),
  particles: findWrongParticles,
  missing: (text) => findMissingWords(text, undefined, () => findSentences(text)),
  spoken: oddSpokenMarks,
  redundancies: findRedundancies,
  echoes: findEchoes,
  marks: (text) => leftOver(readMarks(text, [])),
};
const units = [
  '不少于5截至',
  '避免左右以上',
  '在认真总结，',
  '将实际相结合',
  '。二是一是',
  '（甲乙',
  '一是。；二是',
  '要作到的',
  '中 ,',
  '”、“',
  '（',
  '“ “',
  '《<',
  '[1,',
  '××',
  'xX',
  '____年',
  '【】',
  '（待定',
  '某某',
  '在在',
  '认真',
  '单击此处',
  '作风能力活动',
  '影响小学领导小组',
  '以下简称“',
  '分析原因，开展批评；',
];

function time(read: (text: string) => unknown, unit: string, length: number): number {
  const text = unit.repeat(length / unit.length);
  const runs = [0, 1, 2, 3, 4].map(() => {
    // Processor time: on a busy machine the clock on the wall runs on while others work.
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

describe.each(Object.keys(readers))('%s', (name) => {
  // What is quadratic is so every time; a busy machine is not.
  test.each(units)('%s', { retry: 6 }, (unit) => {
    const read = readers[name];
    if (!read) throw new Error('no such reader');
    time(read, unit, 1000);
    // Eight times the text: 64 times the work were the square; collecting garbage may cost a little more than eight.
    expect(time(read, unit, 32_000)).toBeLessThan(40 * Math.max(1, time(read, unit, 4000)));
  });
});
