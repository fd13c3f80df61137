import { words as announcements } from '../../../../plan/announcements/words.ts';
import source from '../../well-known.yaml';

const known = new Set([...(source as { readonly terms: readonly string[] }).terms, ...announcements.fixed]);

/** A numbered term that every office knows: 四个意识, 三会一课. */
export function isWellKnown(term: string): boolean {
  return known.has(term.replace(/[、，\s]/g, '')) || known.has(term);
}
