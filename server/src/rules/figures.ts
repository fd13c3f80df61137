import { sign } from '../plan/signs.ts';

const FIGURES = '0123456789';

/** A figure: without one there are no amounts, no times of day and no days that could be wrong. */
export const figureSign = sign({ units: FIGURES });

/** 9:30: without a figure in front of a colon there are no hours. */
export const hourSign = sign({ words: withFigures(':：') });
/** 9:30, 9 : 30, 9时, 9点. */
export const clockSign = sign({ words: [...withFigures(':：时点'), ' :', ' ：'] });

function withFigures(marks: string): readonly string[] {
  return [...FIGURES].flatMap((figure) => [...marks].map((mark) => figure + mark));
}
