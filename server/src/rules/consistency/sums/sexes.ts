import type { SumFault } from './amounts.ts';

/** 每队12人（8男4女）, 运动员20人（男12人，女8人）: whoever is counted is one or the other. */
const ofSexes =
  /(?<![\d.])(\d{1,4})([人名])(?:组成)?[（(](?:(\d{1,4})[名人]?男(?:生|子|队员|选手)?[、，,]?(\d{1,4})[名人]?女(?:生|子|队员|选手)?|男(?:生|子|队员|选手)?(\d{1,4})[名人]?[、，,]?女(?:生|子|队员|选手)?(\d{1,4})[名人]?)[）)]/g;

export function sumsOfSexes(text: string): readonly SumFault[] {
  return [...text.matchAll(ofSexes)].flatMap((match): readonly SumFault[] => {
    const [, whole = '', own = '', one = match[5], other = match[6]] = match;
    const sum = Number(one) + Number(other);
    if (sum === Number(whole)) return [];
    const range = { start: match.index, end: match.index + whole.length + own.length };
    return [{ kind: 'parts', range, written: whole + own, found: String(sum) }];
  });
}
