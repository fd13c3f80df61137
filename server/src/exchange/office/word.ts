import mammoth from 'mammoth';

/** What a .docx file says, as HTML. */
export interface WordReading {
  readonly html: string;
}

/** Reads a .docx file. */
export async function readWord(bytes: Uint8Array): Promise<WordReading> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return { html: value };
}
