import { amount, FEW, faultOf, inexact, number, round, type SumFault, unit, value } from './amounts.ts';
import { isOfAll } from './done.ts';

/** 已整改到位57个, 57个已完成整改. */
const doneClause = new RegExp(
  `^(?:目前|现|其中)?已[^\\d，]{0,12}(${number})(${unit})$|^(${number})(${unit})已[^\\d，]{1,10}$`,
  'u',
);
/** 正在整改9个, 尚未完成3个, 基本完成2个, 长期坚持4个. */
const leftClause = new RegExp(
  `^(?:正在|尚|未|仍有|还有|剩余|其余|基本完成|持续|长期|需|待|取得阶段性)[^\\d，]{0,14}(${number})(${unit})$|^(?:尚有|剩余|其余|仍有|还有)?(${number})(${unit})(?:正在|尚未|未|仍在|需|待)[^\\d，]{1,10}$`,
  'u',
);
/** What is being done is not all that is left; what has not been done is. */
const surelyLeft = /未|尚|剩余|其余|仍/;

const stillGoingOn = /^(?:正在|持续|长期)/;

/** 审计查出的68个问题，已整改到位57个，正在整改9个: what is done and what is left make the whole. */
export function doneAndLeft(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const clauses = sentence.replace(/[。；]$/, '').split(/[，、]/);
    const at = clauses.findIndex((clause) => doneClause.test(clause));
    // 截至目前，已完成12个: the whole stands in front of the day.
    const wholeAt = asOf.test(clauses[at - 1] ?? '') ? at - 2 : at - 1;
    const head = (clauses[wholeAt] ?? '').replace(sides, (words) => '面'.repeat(words.length));
    const [whole, more] = [...head.matchAll(amount)].reverse();
    if (at > 0 && whole && !more && !/已|正在|未|其中/.test(head) && !inexact.test(sentence)) {
      const [, written = '', own = ''] = whole;
      const parts = partsFrom(clauses, at, own);
      const start = from + clauses.slice(0, wholeAt).reduce((all, clause) => all + clause.length + 1, 0) + whole.index;
      const rate = rateFault(clauses, at, whole, from);
      if (rate) found.push(rate);
      const [fault] = parts ? faultOf(parts.amounts, written, own, start) : [];
      // What 其中 counts may be a part of its own after all.
      const holds = parts && faultOf([...parts.amounts, ...parts.within], written, own, start).length > 0;
      const isTold = found.some(({ range }) => range.start === start);
      if (fault && holds && !isTold && (parts.left || Number(fault.found) > value(written))) found.push(fault);
    }
    from += sentence.length;
  }
  return found;
}

/** 5个方面18个问题: the sides are no issues. */
const sides = /\d{1,2}(?:个|大)?方面(?:的)?/g;

const asOf = /^(?:截[至止]|目前|现在|至今|到目前)[^\d]{0,8}$|^截[至止][\d年月日]{2,12}$/;

/** 18个问题，已完成12个，正在整改5个，整改完成率80%: the share that the whole and what is done give. */
function rateFault(clauses: readonly string[], at: number, whole: RegExpExecArray, from: number): SumFault | undefined {
  const done = doneClause.exec(clauses[at] ?? '');
  const rateAt = clauses.findIndex((clause, index) => index > at + 1 && ofDone.test(clause));
  const rate = ofDone.exec(clauses[rateAt] ?? '');
  if (!done || !rate || (done[2] ?? done[4]) !== whole[2]) return undefined;
  // 已整改重大隐患11处，整改率100%
  if (done[1] !== undefined && !isOfAll(done[0].slice(0, done[0].indexOf(done[1])))) return undefined;
  const [all, part] = [value(whole[1]), value(done[1] ?? done[3])];
  const share = (part / all) * 100;
  if (part > all || Math.abs(share - Number(rate[1])) < 1) return undefined;
  const start = from + clauses.slice(0, rateAt).reduce((sum, clause) => sum + clause.length + 1, 0) + rate.index;
  const end = start + rate[0].length;
  const written = rate[1] ?? '';
  return {
    kind: 'share',
    range: { start: end - written.length - 1, end },
    written: `${written}%`,
    found: `${round(share)}%`,
  };
}
const ofDone = /^[^\d，]{0,4}(?:完成|整改|办结|销号|化解|到位)率(?:为|达到|达)?(\d{1,3}(?:\.\d{1,2})?)[%％]$/;

interface DoneParts {
  readonly amounts: readonly number[];
  readonly within: readonly number[];
  /** Whether all that is left is told. */
  readonly left: boolean;
}

/** The amounts of the clauses from that one on, as long as they are parts. */
function partsFrom(clauses: readonly string[], from: number, own: string): DoneParts | undefined {
  const amounts: number[] = [];
  const within: number[] = [];
  let left = false;
  let almost = false;
  for (const clause of clauses.slice(from)) {
    const isWithin = clause.startsWith('其中');
    // 整改率98.2% says the same once more.
    if (rateClause.test(clause)) continue;
    const match = isWithin ? withinClause.exec(clause) : (doneClause.exec(clause) ?? leftClause.exec(clause));
    if (!match) break;
    const [, first, firstUnit, second, secondUnit] = match;
    if ((firstUnit ?? secondUnit) !== own) return undefined;
    (isWithin ? within : amounts).push(value(first ?? second));
    // 已完成、基本完成、持续推进 are all the states that there are.
    left ||= !isWithin && (surelyLeft.test(clause) || (almost && stillGoingOn.test(clause)));
    almost ||= !isWithin && /^基本完成/.test(clause);
  }
  return amounts.length >= FEW ? { amounts, within, left } : undefined;
}

const rateClause = /^[^\d，]{0,6}[率比](?:为|达到|达)?\d{1,3}(?:\.\d{1,2})?[%％]$/;
const withinClause = new RegExp(`(${number})(${unit})$`, 'u');
