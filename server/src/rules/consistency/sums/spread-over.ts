import { amount, FEW, faultOf, inexact, number, overlapping, type SumFault, unit, value } from './amounts.ts';

/** 设82个考场，分布在三个考点：一中30个、二中28个、职校26个: the whole in front of a colon, all of its parts behind. */
const spreadOver = new RegExp(
  `(?<![\\d.每约近余])(${number})(${unit})(?=[^，。；：:、\\d]{0,10}[，,][^，。；：:、\\d]{0,2}(?:分布|分设|分散|分别|分配|设在|安排|布设|划分|划归|编入|分)[^，。；：:\\d]{0,14}[：:])[^。；：:]{2,32}[：:]([^。；：:（()）]{4,240})(?=[。；]|$)`,
  'gu',
);
const onePart = new RegExp(`^[^，,。；、\\d]{1,16}?(${number})(${unit})$`, 'u');

export function partsSpread(text: string): readonly SumFault[] {
  return [...text.matchAll(spreadOver)].flatMap((match): readonly SumFault[] => {
    const { 0: words, 1: written = '', 2: own = '', 3: list = '', index } = match;
    const parts = list.split(/[、，,]/).map((part) => onePart.exec(part.trim()));
    if (parts.length < FEW || parts.some((part) => part?.[2] !== own)) return [];
    if (inexact.test(words.replace(/分别/g, '')) || overlapping.test(list) || /每|其中|等/.test(words)) return [];
    if ([...list.matchAll(amount)].length !== parts.length) return [];
    const faults = faultOf(
      parts.map((part) => value(part?.[1])),
      written,
      own,
      index,
    );
    // The total or one of its parts is wrong.
    return faults.map((fault) => ({ ...fault, range: { start: index, end: index + words.trimEnd().length } }));
  });
}
