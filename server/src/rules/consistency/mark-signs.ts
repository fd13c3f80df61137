import { sign } from '../../plan/signs.ts';

/** Lines without it join nothing into a list. */
export const listSign = sign({ units: '、' });

/** Lines without it quote nothing, and have no saying like 边学边改. */
export const quotationSign = sign({ units: '“"「边' });

/** What a title in marks needs. */
export const titleSign = sign({ units: '《' });

/** What ends a title in marks. */
export const titleEndSign = sign({ units: '》' });
