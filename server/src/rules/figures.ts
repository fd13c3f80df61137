import { sign } from '../plan/signs.ts';
import { pairsOf } from '../text/evidence.ts';

const FIGURES = '0123456789';

/** A figure: without one there are no amounts, no times of day and no days that could be wrong. */
export const figureSign = sign({ units: FIGURES });

/** 9:30: without a figure in front of a colon there are no hours. */
export const hourSign = sign({ words: pairsOf(FIGURES, ':：') });
/** 4.12: a dot in front of a figure. */
export const dotSign = sign({ words: pairsOf('.．', FIGURES) });
/** 9:30, 9 : 30, 9时, 9点. */
export const clockSign = sign({ words: [...pairsOf(FIGURES, ':：时点'), ' :', ' ：'] });
