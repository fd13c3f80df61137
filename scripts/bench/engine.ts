import type { MarkdownDocument } from '../../server/src/markdown/document.ts';
import { MarkdownParser, parseDocument } from '../../server/src/markdown/incremental.ts';
import { PlanReader } from '../../server/src/plan/read.ts';
import { recognise } from '../../server/src/profiles/recognise.ts';
import { checkDocument } from '../../server/src/rules/check.ts';

const settings = { language: 'zh', rules: new Map() } as const;

/** The whole way on a text that nothing is known of. */
export function fresh(text: string): number {
  const document = new PlanReader().read(parseDocument(text));
  return checkDocument(document, { ...settings, recognised: recognise(document) }).problems.length;
}

/** A text that is being edited: what is kept between key strokes is what the server keeps. */
export function editor(start: string): { type(at: number, inserted: string): number } {
  const parser = new MarkdownParser();
  const reader = new PlanReader();
  let text = start;
  let markdown: MarkdownDocument | undefined;
  return {
    type(at, inserted) {
      text = text.slice(0, at) + inserted + text.slice(at);
      markdown = parser.parse(text, markdown);
      const document = reader.read(markdown);
      return checkDocument(document, { ...settings, recognised: recognise(document) }).problems.length;
    },
  };
}
