import { sign } from '../../../plan/signs.ts';

const behind = (leads: string): readonly string[] =>
  [...leads].flatMap((lead) => [...'0123456789一两二三四五六七八九十'].map((numeral) => lead + numeral));

/** 下列四种, 以下3项, 共9项, 由八人, 上述三个: a number of what stands in front or below. */
export const pointedSign = sign({ words: behind('共计下列由有上述') });

/** 分三步, 分为4组, 设五个, 成立六个, 分成以下两类: a number of what something is divided into. */
export const dividedSign = sign({ words: behind('分为成设立置有下列') });
