import type { Line, Plan, PlanDocument } from '../../../../plan/model.ts';
import { linesInOrder } from '../../../../plan/reading-order.ts';
import { linesWith } from '../../../../plan/signs.ts';
import type { Located, Range } from '../../../../text/range.ts';
import { gatheredByPlan } from '../../../by-plan.ts';
import type { RecognisedPlan } from '../../../rule.ts';
import { titleSign } from '../../mark-signs.ts';
import { changesBetween } from '../changes.ts';
import { plainTitle, plainTitlesOf } from './title-slips.ts';

/** A place where a paper names itself in 《》, with words left out, put in or exchanged. */
export interface OwnQuoted {
  readonly written: string;
  readonly range: Range;
  readonly own: Located<string>;
  /** The plan is handed out in that sentence: no other can be meant. */
  readonly certain: boolean;
}

/** 《…》落实情况纳入考核: of another paper nobody writes this at the end of the own one, or seldom. */
const carriedOut = /^》的?(?:贯彻|组织)?(?:落实|执行|实施|完成)(?:的?(?:情况|进展|成效)|进度)/;
const handedOut = /^》[^。；《]{0,12}印发(?:给你们|你们|如下)/;
/** What it is said to rest on, to replace or to come from is another paper. */
const other =
  /(?:根据|依据|依照|遵照|按照|为[^，。]{0,8}(?:贯彻|落实)|落实|贯彻|转发|上级|省|市政府|国务院|以下简称)[^，。；《》]{0,12}《$/;
const kindOfPaper = /(?:方案|预案|计划|意见|办法|细则|清单|要点|(?:任务|工作|责任|分工|分解)+表)$/;
/** 任务分解表, 工作分工表: a plan in the form of a table has one of them, whatever it is called. */
const tableOfTasks = /(?:任务|工作|责任|分工|分解)+表$/;
/** 对照《…》细化举措: the reader has it before him. */
const held = /对照《$/;

/** The papers of a file that are quoted otherwise in their own text, or by the words with which they are handed out. */
export function ownTitlesQuoted(document: PlanDocument, plans: readonly RecognisedPlan[]): readonly OwnQuoted[] {
  const found: (Quoted & OwnQuoted)[] = [];
  for (const { plan } of plans) {
    const { title } = plan;
    if (!title) continue;
    const paper = ownPaper(plan);
    const sent = paper ? before(document, plan).flatMap((line) => quotedOn(line, paper)) : NONE;
    for (const one of [...sent, ...quotedIn(document, plan)]) found.push({ ...one, own: title });
  }
  if (found.length === 0) return found;
  const titles = plainTitlesOf(document);
  return found.filter(({ plain }) => !titles.has(plain));
}

interface Quoted extends Omit<OwnQuoted, 'own'> {
  readonly plain: string;
}

const quotedIn = gatheredByPlan((document, plan): readonly Quoted[] => {
  const paper = ownPaper(plan);
  return paper ? linesWith(linesInOrder(document, plan), titleSign).flatMap((line) => quotedOn(line, paper)) : NONE;
});

/** The lines in front of a plan that belong to no other: the note with which it is sent. */
function before({ plans, lines }: PlanDocument, plan: Plan): readonly Line[] {
  const first = plan.lines[0]?.index ?? 0;
  const last = plans[plans.indexOf(plan) - 1]?.lines.at(-1)?.index ?? -1;
  return last + 1 < first ? lines.slice(last + 1, first) : [];
}

/** What a plan calls itself, when that tells it from others. */
interface OwnPaper {
  readonly title: string;
  readonly kind: string;
}

function ownPaper({ title: own }: Plan): OwnPaper | undefined {
  const title = own && plainTitle(own.value);
  const kind = title && kindOfPaper.exec(title)?.[0];
  return title && kind && title.length >= SHORTEST ? { title, kind } : undefined;
}

function quotedOn(line: Line, { title, kind }: OwnPaper): readonly Quoted[] {
  if (line.place === 'quote' || line.text.startsWith('附')) return NONE;
  return line.facts.references.flatMap(
    ({ title: written, titleRange, documentNumber, basis, shortName }): readonly Quoted[] => {
      if (written === undefined || !titleRange || documentNumber || basis || shortName) return [];
      const plain = plainTitle(written);
      if (!isOfKind(plain, kind) || plain.slice(0, HEAD) !== title.slice(0, HEAD)) return [];
      if (other.test(line.text.slice(Math.max(0, titleRange.start - 30), titleRange.start))) return [];
      const behind = line.text.slice(titleRange.end, titleRange.end + 24);
      const certain = handedOut.test(behind) && line.facts.references.length === 1;
      const before = line.text.slice(Math.max(0, titleRange.start - 3), titleRange.start);
      if (!certain && !carriedOut.test(behind) && !(tableOfTasks.test(kind) && held.test(before))) return [];
      return isLikely(title, plain, certain)
        ? [{ plain, written, range: line.at(titleRange.start, titleRange.end), certain }]
        : [];
    },
  );
}

const NONE: readonly Quoted[] = [];
const SHORTEST = 12;
/** 青县 and the first character of what is done there: papers of two places differ here. */
const HEAD = 3;
/** A title in which more is changed is that of another paper. */
const MOST_CHANGES = 3;
const LONGEST_CHANGE = 4;

/** Numbers, levels and stages make another paper of it, even where it is handed out. */
const telling = /[\d一二三四五六七八九十第省市县区镇乡期届次年月阶段上下前后续补]/;
/** Words that narrow down what it is about: 学校食堂, 农村. */
const narrower = /[城村校院厂组班幼青少妇女男残]|[东南西北中内外]部|中小|[大小]型|新建|老旧/;

const year = /(?:19|20)\d\d/;

const isOfKind = (plain: string, kind: string) =>
  tableOfTasks.test(kind) ? tableOfTasks.test(plain) : plain.endsWith(kind);

/** @param certain the sentence leaves no doubt which paper is meant */
export function isLikely(title: string, plain: string, certain: boolean): boolean {
  // Of one year a body has one such paper.
  const named = year.exec(title)?.[0];
  const isKnown = certain || (named !== undefined && plain.includes(named));
  const changes = changesBetween(title, plain);
  if (changes.length === 0 || changes.length > MOST_CHANGES) return false;
  const changed = changes.reduce((sum, { first, second }) => sum + Math.max(first.length, second.length), 0);
  if (3 * changed > Math.min(title.length, plain.length)) return false;
  return changes.every(({ first, second }) => {
    if (Math.max(first.length, second.length) > LONGEST_CHANGE) return false;
    return !telling.test(first + second) && (isKnown || !narrower.test(first + second));
  });
}
