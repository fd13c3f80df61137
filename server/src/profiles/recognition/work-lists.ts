import { compare } from '../../dates/civil.ts';
import type { Plan } from '../../plan/model.ts';
import { allSections } from '../../plan/sections.ts';

/** What an item of work begins with, behind its number. */
const deed =
  /^(?:各[^，。]{1,6})?(?:组织|开展|召开|举办|举行|要求|利用|安排|制[定订]|观看|检查|完善|做好|抓好|加强|创设|进一步|继续|认真|布置|参加|评选|修订|落实|配合|出好|与[^，。]{1,8}联系)/;
/** Told of what is over. */
const over = /了(?!解|望)|已经?(?:[于在完结启]|全面|圆满)|圆满|成功(?:举|召)|据悉/;
const fewestItems = 6;
const leastDays = 3;

/**
 * Whether a paper without a title lists work to come: numbered items most of which begin with what is done, days in some of
 * them that lie ahead of the day on which the office signed it.
 */
export function listsWork(plan: Plan): boolean {
  const { title, issued, issuer, dates } = plan;
  const day = issued?.start;
  if (title || !issuer || !day || issued?.precision !== 'day' || dates.length < leastDays) return false;
  const items = allSections(plan).filter(({ number }) => number?.kind === 'arabic');
  if (items.length < fewestItems) return false;
  const done = items.filter(
    ({ heading, titleAt }) => over.test(heading.text) || !deed.test(heading.text.slice(titleAt)),
  );
  if (done.length * 3 > items.length) return false;
  const ahead = dates.filter(({ span, expression: { from, to }, line }) => {
    const end = span?.end;
    return (
      (from ?? to)?.day !== undefined &&
      end !== undefined &&
      line.range.start < issued.range.start &&
      compare(end, day) >= 0
    );
  });
  return ahead.length >= leastDays;
}
