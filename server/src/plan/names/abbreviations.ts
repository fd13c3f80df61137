import type { Range } from '../../text/range.ts';

/** A short name that a text introduces: （以下简称“领导小组”）. */
export interface Abbreviation {
  /** The short name. */
  readonly name: string;
  /** Of the short name. */
  readonly range: Range;
  /** The words in front, as far as they may be the full name. */
  readonly before: string;
}

const introduction =
  /(?:以下|下)(?:统一|均|统)?(?:简称|称)(?:为|作)?[：:]?[“"《「]([^“”"《》「」（）()，。；]{2,20})[”"》」]/g;

/** The short names that a text introduces, in order of position. */
export function findAbbreviations(text: string): readonly Abbreviation[] {
  if (!text.includes('称')) return none;
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(introduction)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length - 1;
    const before = text.slice(Math.max(0, match.index - 30), match.index).replace(/[（(，,\s]+$/, '');
    found.push({ name, range: { start: end - name.length, end }, before });
  }
  return found;
}

const none: readonly Abbreviation[] = [];
