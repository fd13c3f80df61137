import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { quotedIn } from '../quotations.ts';
import { findWrongWords } from './find.ts';
import { findWrongParticles, type WrongParticle } from './particles.ts';
import { type WrongWordOptions, wrongWordTable } from './table.ts';
import type { FoundWord } from './word.ts';

/** What is wrong on a line, and what only a whole plan can judge. */
export interface LineWords {
  readonly words: readonly FoundWord[];
  readonly particles: readonly WrongParticle[];
  /** Second forms of words, counted over the plan. */
  readonly variants: readonly FoundWord[];
  /** Either form of a pair of which a plan should use one. */
  readonly mixed: readonly FoundWord[];
}

/** What nearly every line has. */
export const NOTHING: LineWords = { words: [], particles: [], variants: [], mixed: [] };

/** What was last read of a line, and with which options: those of one file are the same for all its lines. */
const known = lineMemo((): { options: WrongWordOptions | undefined; words: LineWords } => ({
  options: undefined,
  words: NOTHING,
}));

/** The wrong words of a line outside of quotations and titles; read once for each text and set of options. */
export function lineWords(facts: LineFacts, options: WrongWordOptions): LineWords {
  const entry = known(facts);
  if (entry.options !== options) {
    entry.words = read(facts.text, options);
    entry.options = options;
  }
  return entry.words;
}

function read(text: string, options: WrongWordOptions): LineWords {
  const all = findWrongWords(text, wrongWordTable(options));
  const allParticles = findWrongParticles(text);
  if (all.length === 0 && allParticles.length === 0) return NOTHING;
  const quoted = quotedIn(text);
  const own = all.filter(
    (one) => one.word.quoted === true || isAmongPhrases(text, one) || endsTitle(text, one) || !quoted(one.range),
  );
  const ofKind = (kind: string) => own.filter(({ word }) => word.kind === kind);
  return {
    words: own.filter(({ word }) => word.kind === 'slip' || word.kind === 'usage'),
    particles: allParticles.filter(({ range }) => !quoted(range)),
    variants: ofKind('variant'),
    mixed: ofKind('mixed'),
  };
}

/** “及时排查、各司其责”: of several phrases none has another character in it, whoever is quoted. By itself one may be a name: “防范于未然”主题征文. */
const isAmongPhrases = (text: string, { word, range }: FoundWord): boolean =>
  word.kind === 'slip' &&
  word.apart &&
  word.right.length >= PHRASE &&
  (parting.includes(text.charAt(range.start - 1) || '“') || parting.includes(text.charAt(range.end) || '”'));
const parting = '、，；';
const PHRASE = 4;

const genre = /^(?:预案|方案|办法|通知|意见|条例|规定|细则|计划|制度|规划|要点|规程|章程|守则|手册)$/;

/** 《防汛应急予案》: whoever wrote the title, no paper is called so by its kind. */
function endsTitle(text: string, { word, range }: FoundWord): boolean {
  return word.kind === 'slip' && text.charAt(range.end) === '》' && genre.test(word.right.slice(-2));
}
