import { MarkdownParser } from '../markdown/incremental.ts';
import type { PlanDocument } from '../plan/model.ts';
import { PlanReader } from '../plan/read.ts';
import type { Label } from '../profiles/profile.ts';
import { type Recognised, recognise } from '../profiles/recognise.ts';
import { checkDocument } from '../rules/check.ts';
import { type FixLevel, fixUntilStable } from '../rules/fixes.ts';
import { compareProblems } from '../rules/problems.ts';
import type { Problem } from '../rules/rule.ts';
import type { Superiors } from '../rules/superior/superiors.ts';
import { damage, headOf, isTooLong, tooLong } from '../workspace/limits.ts';
import type { Resolution } from '../workspace/settings.ts';

/** A text as read and judged. */
export interface Judged {
  readonly document: PlanDocument;
  readonly recognised: readonly Recognised[];
  readonly problems: readonly Problem[];
}

/**
 * What is remembered from text to text. In the editor the same text comes again with every key stroke; here others
 * come, which have a line in common now and then, and what is kept in vain costs more than it saves.
 */
const rememberedUnits = 60_000;
const rememberedLines = 2_000;

/** Reads and checks texts, one after another, as the editor does; what lines have in common is read once. */
export class PlanChecker {
  readonly #parser = new MarkdownParser(rememberedUnits);
  readonly #reader = new PlanReader(rememberedLines);

  read(text: string, settings: Resolution): Pick<Judged, 'document' | 'recognised'> {
    const document = this.#reader.read(this.#parser.parse(text), settings.calendar);
    return { document, recognised: recognise(document, settings.recognition) };
  }

  /** @param read what was read of the text, when it was already */
  check(
    text: string,
    settings: Resolution,
    superiors?: Superiors,
    read: Pick<Judged, 'document' | 'recognised'> = this.read(text, settings),
  ): Judged {
    const { document, recognised } = read;
    const { language, rules, organisations, terms } = settings;
    const dictionary = { organisations, terms };
    const { problems } = checkDocument(document, {
      language,
      rules,
      dictionary,
      recognised,
      ...(superiors ? { superiors } : {}),
    });
    const damaged = recognised.length > 0 ? damage(text, language) : undefined;
    return {
      document,
      recognised,
      problems: damaged ? [...problems, damaged].sort(compareProblems) : problems,
    };
  }

  /** The text with its fixes, and how many there were. */
  fix(
    text: string,
    settings: Resolution,
    level: FixLevel,
    superiors?: Superiors,
  ): { readonly text: string; readonly fixes: number } {
    const fixed = fixUntilStable(text, (next) => this.check(next, settings, superiors).problems, level);
    return { text: fixed.text, fixes: fixed.applied.length };
  }

  /** Says why a plan is too long to be checked; undefined when it is not too long, or no plan. */
  tooLong(text: string, settings: Resolution): Label | undefined {
    if (!isTooLong(text) || this.read(headOf(text), settings).recognised.length === 0) return undefined;
    return { zh: tooLong(text, 'zh').message, en: tooLong(text, 'en').message };
  }
}
