import { sign } from '../../plan/signs.ts';

/** Lines without it join nothing into a list. */
export const listSign = sign({ units: '、' });

/** What a title in marks needs. */
export const titleSign = sign({ units: '《' });

/** What ends a title in marks. */
export const titleEndSign = sign({ units: '》' });
