import { sign } from './signs.ts';

/** A figure: without one there are no amounts, no times of day and no days that could be wrong. */
export const figureSign = sign({ units: '0123456789' });
