import { bodyOfTitle } from '../../../../plan/bodies.ts';
import type { Plan, PlanDocument } from '../../../../plan/model.ts';
import type { Located, Range } from '../../../../text/range.ts';
import { carrierOf } from '../../../carriers.ts';
import type { RecognisedPlan } from '../../../rule.ts';
import { isLikely } from './own-title-quoted.ts';
import { isNearly, isSlip, plainTitle, plainTitlesOf } from './title-slips.ts';

/** A notice that calls the plan behind it otherwise than the plan does itself. */
export interface Misquoted {
  readonly written: string;
  readonly range: Range;
  readonly plan: Located<string>;
  /** In its own title, where the name of the plan stands without 《》. */
  readonly inTitle: boolean;
}

/** 现将《…专项治理方案》印发给你们 in front of a plan that calls itself …专项整治方案. */
export function misquotedByNotices(document: PlanDocument, plans: readonly RecognisedPlan[]): readonly Misquoted[] {
  let known: ReadonlySet<string> | undefined;
  return plans.flatMap(({ plan: { title: own }, plan: carried }): readonly Misquoted[] => {
    const notice = carrierOf(document, carried);
    if (!own || !notice) return [];
    known ??= plainTitlesOf(document);
    const titles = known;
    const found = inItsText(notice, own, titles);
    return found.length > 0 ? found : inItsTitle(notice, own);
  });
}

const passesOn = /(?:印发|下发|转发)/;

function inItsText(notice: Plan, own: Located<string>, titles: ReadonlySet<string>): readonly Misquoted[] {
  const title = plainTitle(own.value);
  return notice.lines.flatMap((line): readonly Misquoted[] => {
    if (!passesOn.test(line.text)) return [];
    const quoted = line.facts.references.filter(({ titleRange }) => titleRange !== undefined);
    // Of several papers that are passed on, the one in front of this plan may be another.
    if (quoted.some((one) => plainTitle(one.title ?? '') === title)) return [];
    return quoted.flatMap(({ title: written, titleRange }): readonly Misquoted[] => {
      if (written === undefined || !titleRange) return [];
      const plain = plainTitle(written);
      if (plain === title || title.endsWith(plain) || titles.has(plain)) return [];
      const isOne =
        isSlip(plain, title) || isNearly(plain, title) || (quoted.length === 1 && isLikely(title, plain, true));
      if (!isOne) return [];
      return [{ written, range: line.at(titleRange.start, titleRange.end), plan: own, inTitle: false }];
    });
  });
}

/** 印发关于…机制实施意见的通知 in front of 关于…机制的实施意见. */
const passing = /(?:印发|下发|转发)([^《》〈〉<>]{8,80})的通知$/;
/** 关于印发进一步…的通知 leaves the second 关于 away, and the 的 that belongs to it. */
const about = /^关于/;

/** （2025年—2027年） and (2025-2027年) at the end of one title. */
const years = /[（(](\d{4}年?)[—－–~～至-]{1,2}(\d{4}年?)[)）]$/;

/** The title of the notice and that of the plan differ in how they write the years alone. */
function hasOtherYears(written: string, own: string): boolean {
  const [a, b] = [years.exec(written), years.exec(own)];
  if (!a || !b || plainTitle(written.slice(0, a.index)) !== plainTitle(own.slice(0, b.index))) return false;
  const [first, second] = [a, b].map(([, from = '', to = '']) => `${from} ${to}`);
  return first !== second && first?.replaceAll('年', '') === second?.replaceAll('年', '');
}

function inItsTitle(notice: Plan, own: Located<string>): readonly Misquoted[] {
  const quoted = notice.title && /《([^《》]{8,80})》的通知$/.exec(notice.title.value.replace(/\s+/g, ''))?.[1];
  if (notice.title && quoted !== undefined && hasOtherYears(quoted, own.value))
    return [{ written: quoted, range: notice.title.range, plan: own, inTitle: true }];
  const written = notice.title && passing.exec(notice.title.value.replace(/\s+/g, ''))?.[1];
  if (!notice.title || written === undefined) return [];
  const issuer = bodyOfTitle(own.value)?.name;
  const title = plainTitle(own.value);
  const bare = issuer !== undefined && title.startsWith(issuer) ? title.slice(issuer.length) : title;
  const plain = plainTitle(written);
  if (about.test(plain) !== about.test(bare) && about.test(plain) !== about.test(title)) return [];
  if (title.endsWith(plain) || !(isSlip(plain, bare) || isSlip(plain, title))) return [];
  return [{ written, range: notice.title.range, plan: own, inTitle: true }];
}
