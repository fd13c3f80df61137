import { toChinese } from '../../dates/civil.ts';
import { frontIssued, frontIssuer } from '../../plan/front-matter.ts';
import type { FrontMatter } from '../../plan/model.ts';
import type { Label } from '../../profiles/profile.ts';
import type { Imprint, PaperHead } from './paper.ts';

/** What the front matter says of the paper. */
export interface Front {
  readonly head?: PaperHead;
  readonly imprint?: Imprint;
  /** Absent where nothing is said. */
  readonly sealed?: boolean;
  readonly addressee?: string;
  /** Issuer and date, for a text that is not signed itself. */
  readonly issuer: string;
  readonly date: string;
  readonly notes: readonly Label[];
}

/** The keys by which the front matter says it, in English and as offices call it. */
const keys = {
  documentNumber: ['docNo', '发文字号'],
  letterhead: ['letterhead', '发文机关标志'],
  copyNumber: ['copyNo', '份号'],
  security: ['security', '密级'],
  urgency: ['urgency', '紧急程度'],
  signers: ['signer', '签发人'],
  addressee: ['addressee', '主送'],
  copies: ['copies', '抄送'],
  printer: ['printer', '印发机关'],
  printed: ['printed', '印发日期'],
  sealed: ['sealed', '用印'],
  paper: ['paper', '纸张'],
} as const;

type Key = keyof typeof keys;

function entry(frontMatter: FrontMatter | undefined, key: Key): unknown {
  for (const name of keys[key]) {
    const found = frontMatter?.values.get(name);
    if (found) return found.value;
  }
  return undefined;
}

/** A text or a list of texts, without the blanks around them. */
function texts(frontMatter: FrontMatter | undefined, key: Key): readonly string[] {
  const value = entry(frontMatter, key);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => {
    const text = typeof one === 'string' ? one.trim() : typeof one === 'number' ? String(one) : '';
    return text === '' ? [] : [text];
  });
}

const day = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/;

/** 2026-03-05 and 2026年3月5日 as the standard writes it (7.3.5.4); anything else as it is. */
function asDay(value: unknown): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' ? value.trim() : '';
  const parts = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(text);
  return parts ? toChinese({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }) : text;
}

/** 密级 as the front matter gives it; empty where the paper is open. */
export function securityOf(frontMatter: FrontMatter | undefined): string {
  const [text = ''] = texts(frontMatter, 'security');
  return /^(?:无|否|公开|不涉密|非密|none|public|no)$/i.test(text) ? '' : text;
}

/** 9704-7.2.5 */
const documentNumber = /^[\p{Script=Han}]+〔\d{4}〕[1-9]\d*号$/u;

/** Reads what the front matter says of 版头, 版记 and signature, and notes what is not as the standard wants it. */
export function readFront(frontMatter: FrontMatter | undefined): Front {
  const notes: Label[] = [];
  const one = (key: Key) => texts(frontMatter, key)[0] ?? '';
  const note = (name: string, value: string, zh: string, en: string) =>
    notes.push({ zh: `${name}“${value}”${zh}`, en: `${name} “${value}” ${en}` });
  const issuer = frontIssuer(frontMatter)?.value ?? '';
  const issued = frontIssued(frontMatter)?.start;
  const number = one('documentNumber');
  const urgency = one('urgency');
  const copyNumber = one('copyNumber');
  const paper = one('paper');
  if (number !== '' && !documentNumber.test(number))
    note('发文字号', number, '不合规定（应如“云教发〔2026〕8号”，GB/T 9704-2012 第7.2.5条）', 'is not as 7.2.5 has it');
  if (urgency !== '' && !/^(?:特急|加急|特提|平急)$/.test(urgency))
    note('紧急程度', urgency, '应为“特急”或“加急”（GB/T 9704-2012 第7.2.3条）', 'is none of 特急, 加急');
  if (copyNumber !== '' && !/^\d{6}$/.test(copyNumber))
    note('份号', copyNumber, '一般为6位数字（GB/T 9704-2012 第7.2.1条）', 'is not of six digits');
  if (paper !== '' && !/^A4$/i.test(paper))
    note('纸张', paper, '未采用：公文用纸为A4（GB/T 9704-2012 第5.1条）', 'was not taken: papers are A4');
  const printed = asDay(entry(frontMatter, 'printed'));
  if (printed !== '' && !day.test(printed)) note('印发日期', printed, '应写明年、月、日', 'is no whole day');
  const marks: PaperHead['marks'] = [
    ...(copyNumber === '' ? [] : [{ text: copyNumber, kind: 'copyNumber' as const }]),
    ...(urgency === '' ? [] : [{ text: urgency, kind: 'urgency' as const }]),
  ];
  const letterhead = one('letterhead') || (number !== '' && issuer !== '' ? `${issuer}文件` : '');
  const copies = texts(frontMatter, 'copies')
    .join('，')
    .replace(/[。；，]$/, '');
  const printer = one('printer');
  const addressee = texts(frontMatter, 'addressee')
    .join('，')
    .replace(/[：:]$/, '');
  const sealed = sealedOf(entry(frontMatter, 'sealed'));
  return {
    ...(letterhead === ''
      ? {}
      : { head: { marks, letterhead, documentNumber: number, signers: texts(frontMatter, 'signers') } }),
    ...(copies === '' && printer === '' ? {} : { imprint: { copies, printer, printed } }),
    ...(sealed === undefined ? {} : { sealed }),
    ...(addressee === '' ? {} : { addressee: `${addressee}：` }),
    issuer,
    date: issued ? toChinese(issued) : '',
    notes,
  };
}

function sealedOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === '是') return true;
  return value === '否' ? false : undefined;
}
