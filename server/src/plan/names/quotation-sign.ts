import { sign } from '../signs.ts';

/** Lines without it quote nothing, and have no saying like 边学边改. */
export const quotationSign = sign({ units: '“"「边' });
