import { reviewFormOf } from '../../exchange/review/formats.ts';
import type { Format, FormatWriter, Surface } from '../report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { reviewWriter } from './review.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

const formats: Readonly<Record<string, Format>> = { text, json, sarif, github, junit };

/** What stands behind `--format`. */
export const formatNames: readonly string[] = [...Object.keys(formats), 'html', 'md', 'docx'];

/** Begins a report; undefined for a format that is not known. */
export function formatWriter(name: string, surface: Surface): FormatWriter | undefined {
  const form = reviewFormOf(name);
  if (form) return reviewWriter(form);
  return Object.hasOwn(formats, name) ? formats[name]?.(surface) : undefined;
}

/** Reports for the person who signs quote the plan. */
export function wantsTexts(name: string): boolean {
  return reviewFormOf(name) !== undefined;
}

/** It is no text, and does not go to the terminal. */
export function isBinary(name: string): boolean {
  return reviewFormOf(name)?.office === true;
}
