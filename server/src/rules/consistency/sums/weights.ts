import { MANY, type SumFault } from './amounts.ts';

/** 业绩占40%、评价占30%、评审占20%、投票占20%: the weights of a mark have to make the whole. */
const weight = /(\d{1,3})(?:%|％|分)(?=[、，,；;。）)和]|$)/g;

export function weightsOf(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const isMark = /百分制|满分(?:为)?100分|总分(?:为)?100分|权重|德[、占]/.test(sentence);
    const weights = isMark ? weightsIn(sentence) : [];
    const sum = weights.reduce((all, { value: one }) => all + one, 0);
    const [first] = weights;
    const last = weights.at(-1);
    if (first && last && weights.length >= MANY && sum !== WHOLE && sum > NEARLY && sum < OVER) {
      const range = { start: from + first.start, end: from + last.end };
      found.push({ kind: 'parts', range, written: '100%', found: `${sum}%` });
    }
    from += sentence.length;
  }
  return found;
}

const WHOLE = 100;
/** What is farther from the whole was not meant to make it. */
const NEARLY = 80;
const OVER = 125;

/** Weights of one sort, one in each clause: 理论40分、实操60分. */
function weightsIn(
  sentence: string,
): readonly { readonly value: number; readonly start: number; readonly end: number }[] {
  const behind = sentence.replace(/(?:百分制|满分(?:为)?100分|总分(?:为)?100分)/g, (words) =>
    '制'.repeat(words.length),
  );
  if (/以上|以下|不少于|不低于|达到|超过|每|扣|加\d|合格/.test(behind)) return [];
  const all = [...behind.matchAll(weight)];
  if (all.length !== (behind.match(/\d+(?:\.\d+)?/g) ?? []).length) return [];
  return all.map(({ 0: words, 1: written = '', index }) => ({
    value: Number(written),
    start: index,
    end: index + words.length,
  }));
}
