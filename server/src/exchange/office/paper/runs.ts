import { EmphasisMarkType, TextRun } from 'docx';
import type { Run } from '../../paper/paper.ts';
import { printable } from '../../plain-words.ts';
import { fontOf } from './fonts.ts';

/**
 * Runs of text. Emphasis is a dot below each character (着重号, GB/T 15834-2011 4.12): Chinese has no italics. The hint
 * keeps quotation marks, dashes and the like as wide as a character.
 */
export function textRuns(runs: readonly Run[]): readonly TextRun[] {
  return runs.map(
    ({ text, face, strong, emphasis, struck, breakBefore }) =>
      new TextRun({
        text: printable(text),
        font: face ? fontOf(face) : { hint: 'eastAsia' },
        ...(strong ? { bold: true } : {}),
        ...(emphasis ? { emphasisMark: { type: EmphasisMarkType.DOT } } : {}),
        ...(struck ? { strike: true } : {}),
        ...(breakBefore ? { break: 1 } : {}),
      }),
  );
}
