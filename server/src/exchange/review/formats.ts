import type { Label } from '../../profiles/profile.ts';
import type { OfficeLoader } from '../office-loader.ts';
import { reviewHtml } from './html.ts';
import { reviewMarkdown } from './markdown.ts';
import type { Review } from './review.ts';

/** A form of the report for the person who signs. */
export interface ReviewForm {
  readonly id: 'html' | 'md' | 'docx';
  readonly label: Label;
  readonly extension: string;
  /** It needs the libraries of Word, which a browser does not have. */
  readonly office?: boolean;
  write(review: Review, office: OfficeLoader | undefined): Promise<string | Uint8Array>;
}

export const reviewForms: readonly ReviewForm[] = [
  {
    id: 'html',
    label: { zh: '网页（可打印）', en: 'Web page, to be printed' },
    extension: '.html',
    write: async (review) => reviewHtml(review),
  },
  {
    id: 'docx',
    label: { zh: 'Word 文档', en: 'Word document' },
    extension: '.docx',
    office: true,
    write: async (review, office) => {
      if (!office) throw new Error('a Word document was asked for where none can be written');
      return (await office()).writeReview(review);
    },
  },
  {
    id: 'md',
    label: { zh: 'Markdown', en: 'Markdown' },
    extension: '.md',
    write: async (review) => reviewMarkdown(review),
  },
];

export function reviewFormOf(id: string): ReviewForm | undefined {
  return reviewForms.find((form) => form.id === id);
}
