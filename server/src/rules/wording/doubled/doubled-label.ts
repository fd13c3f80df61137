import { sign } from '../../../plan/signs.ts';
import type { DoubledName } from './doubled-names.ts';

/** Units in front of which the colon of a label stands. */
const headLength = 20;

/**
 * 组织单位：组织单位：政教处. Two fields of a form that nobody filled in may well be called alike, and so may the speakers of
 * a record; what is typed twice stands close together, and goes on.
 */
const twice =
  /^[ \u3000]{0,8}(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．][ \u3000]?)?(([一-龥]{2,8})[:：][ \u3000]?)(\2[:：])[ \u3000]?(?=[^\s\u3000:：_＿—…×]{2})/;

/** What a label ends with. */
export const colonSign = sign({ units: ':：' });

/** The label with which a text begins, where it stands twice. */
export function findDoubledLabel(text: string): DoubledName | undefined {
  const colon = text.search(/[:：]/);
  if (colon < 2 || colon > headLength) return undefined;
  const match = twice.exec(text);
  if (!match) return undefined;
  const [whole, first = '', word = '', second = ''] = match;
  const start = whole.trimEnd().length - second.length;
  return {
    range: { start: start - first.length, end: start + second.length },
    word,
    surplus: { start, end: start + second.length },
    kind: 'word',
  };
}
