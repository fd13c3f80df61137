import { isTooLong, longestText } from '../../workspace/limits.ts';
import { compose } from './compose.ts';
import type { ImportAnswer, ImportNotice } from './import.ts';
import { escapeLine } from './markdown.ts';
import { lostSigns } from './nothing-lost.ts';
import { findResidue } from './residue.ts';
import { splitDocuments, wholeDocument } from './split.ts';
import { withRowTables } from './tab-rows.ts';
import { unwrapLines } from './unwrap.ts';
import { plainText, withoutHtml } from './words.ts';

export interface ImportOptions {
  /** One document for each plan. */
  readonly split?: boolean;
}

/** Pasted text or a text file as Markdown. */
export function importText(text: string, options: ImportOptions = {}): ImportAnswer {
  if (isTooLong(text)) return { fault: tooLong(text) };
  if (text.trim() === '') return { fault: { zh: '没有文字内容', en: 'has no text' } };
  // Who writes Markdown means it as it stands.
  if (looksLikeMarkdown(text)) {
    return { documents: documentsOf(`${plainText(text).trim()}\n`, options), notices: [] };
  }
  const { text: plain, removed: tags } = withoutHtml(text);
  const { lines, removed } = withoutResidue(plain.split('\n'));
  return finish(plain, draftOf(lines), removed, tags.length > 0 ? [tagNotice(tags)] : [], options);
}

/**
 * The last steps that every source shares: Markdown, the proof that nothing is lost, the documents.
 * @param source all that has to be found again
 * @param gone repeated headers of tables that are told of already
 */
export function finish(
  source: string,
  draft: string,
  removed: readonly string[],
  notices: readonly ImportNotice[],
  options: ImportOptions,
  gone: readonly string[] = [],
): ImportAnswer {
  const composed = compose(draft);
  const residue = removed.length > 0 ? [residueNotice(removed)] : [];
  const known = [...removed, ...gone];
  if (lostSigns(source, composed.text, [...known, ...composed.repeated]) === '') {
    const headers = composed.repeated.length > 0 ? [repeatedNotice(composed.repeated)] : [];
    return { documents: documentsOf(composed.text, options), notices: [...notices, ...residue, ...headers] };
  }
  // Rather every line as it stands there than one character missing.
  const lines = draft.split('\n').filter((line) => line.trim() !== '');
  const text = `${lines.join('\n\n').replace(/(?<=^\|.*)\n\n(?=\|)/gm, '\n')}\n`;
  const lost = lostSigns(source, text, known);
  const missing = lost === '' ? [] : [missingNotice(lost)];
  return { documents: documentsOf(text, options), notices: [...notices, ...residue, ...missing] };
}

function documentsOf(text: string, { split }: ImportOptions) {
  return split ? splitDocuments(text) : [wholeDocument(text)];
}

/** A mark in front of an item of a list. */
const bulletAtHead = /^[-*+•][ \t]+(?=\S)/;

/** Lines of plain text such that the reader of Markdown sees what stands there. */
function draftOf(lines: readonly string[]): string {
  const rows = withRowTables(unwrapLines(lines));
  return rows
    .map((line) => {
      const indent = /^[\s\u3000]*/.exec(line)?.[0] ?? '';
      const text = line.slice(indent.length).trimEnd();
      if (/^\|.*\|$/.test(text)) return text;
      const bullet = bulletAtHead.exec(text)?.[0];
      if (bullet) return `${indent}- ${escapeLine(text.slice(bullet.length))}`;
      return text === '' && !indent.includes('\t') ? '' : indent + escapeLine(text);
    })
    .join('\n');
}

/** Headings with `#` or the rule of a table: whoever writes that means Markdown. */
function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S/m.test(text) || /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$/m.test(text) || /^---\r?\n/.test(text);
}

function withoutResidue(lines: readonly string[]): { lines: readonly string[]; removed: readonly string[] } {
  const texts = lines.map((line) => line.trim());
  const flags = findResidue(texts);
  return {
    // The line stays, empty: what it stood between stays divided.
    lines: lines.map((line, at) => (flags[at] ? '' : line)),
    removed: texts.filter((_, at) => flags[at]),
  };
}

function residueNotice(removed: readonly string[]): ImportNotice {
  const count = removed.length;
  return {
    message: {
      zh: `删去网页残留或页码${count}行`,
      en:
        count === 1
          ? 'one line of a web page or a page number was removed'
          : `${count} lines of a web page or page numbers were removed`,
    },
    removed,
  };
}

/** What should not be: it is told all the same, with the signs that are missing. */
function missingNotice(lost: string): ImportNotice {
  return {
    message: { zh: '下列文字未能导入，请与原文核对', en: 'these signs are missing; compare with the source' },
    removed: [lost],
  };
}

function tagNotice(removed: readonly string[]): ImportNotice {
  return {
    message: { zh: `删去网页代码${removed.length}处`, en: `tags of a web page were removed (${removed.length})` },
    removed,
  };
}

export function repeatedNotice(removed: readonly string[]): ImportNotice {
  const count = removed.length;
  return {
    message: {
      zh: `删去表格跨页重复的表头${count}处`,
      en:
        count === 1
          ? 'one header row repeated on a further page was removed'
          : `${count} header rows repeated on further pages were removed`,
    },
    removed,
  };
}

export function tooLong(text: string) {
  const length = Math.round(text.length / 10_000);
  return {
    zh: `文字过多（${length} 万字，上限 ${longestText / 10_000} 万字），未导入`,
    en: `is too long (${length}0,000 characters, the limit is ${longestText / 10_000}0,000)`,
  };
}
