import type { Plan } from '../../plan/model.ts';

/** All lines of a paper run into one: which parts it has, nobody can tell. */
export const isOneLine = ({ lines }: Plan): boolean => lines.length === 1 && (lines[0]?.text.length ?? 0) > longestLine;
const longestLine = 300;
