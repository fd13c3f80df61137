import type { Line } from '../../plan/model.ts';
import type { PaperHead } from './paper.ts';

const letterhead = /^(?!.*(?:关于|[《“])).{3,40}文件$/;
const number = /^(\S{1,20}〔\d{4}〕\s?\d{1,5}号)(?:\s*签发人\s*[：:]\s*(.{1,30}))?$/;
const signer = /^签发人\s*[：:]\s*(.{1,30})$/;
const urgency = /^(?:特急|加急|特提|平急)$/;
const copyNumber = /^\d{6}$/;

/**
 * A 版头 that stands above the title in so many lines (××文件, 发文字号, 签发人), as in a paper that was pasted.
 * @returns what it says, and the lines that it was read from; undefined without a 发文机关标志
 */
export function readLetterhead(
  lines: readonly Line[],
): { readonly head: PaperHead; readonly lines: ReadonlySet<Line> } | undefined {
  const taken = new Set<Line>();
  const marks: { text: string; kind: 'copyNumber' | 'urgency' }[] = [];
  let name = '';
  let documentNumber = '';
  let signers: readonly string[] = [];
  for (const line of lines) {
    const text = line.text.trim();
    const numbered = number.exec(text);
    const signed = numbered?.[2] ?? signer.exec(text)?.[1];
    if (numbered) documentNumber = numbered[1] ?? '';
    if (signed !== undefined) signers = signed.split(/[\s\u3000、]+/).filter((one) => one !== '');
    if (letterhead.test(text)) name = text;
    else if (urgency.test(text)) marks.push({ text, kind: 'urgency' });
    else if (copyNumber.test(text)) marks.push({ text, kind: 'copyNumber' });
    else if (!numbered && signed === undefined) continue;
    taken.add(line);
  }
  if (name === '') return undefined;
  return { head: { marks, letterhead: name, documentNumber, signers }, lines: taken };
}
