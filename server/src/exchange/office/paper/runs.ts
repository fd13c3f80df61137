import { EmphasisMarkType, TextRun } from 'docx';
import type { Run } from '../../paper/paper.ts';
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

/** What XML can hold: control characters and halves of surrogate pairs would make a file that Word does not open. */
export function printable(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
