import { workingBodyEnds } from '../../../../plan/names/working-bodies.ts';
import { sign } from '../../../../plan/signs.ts';

/** Lines without it name no working body. */
export const workingBodySign = sign({ words: workingBodyEnds });
