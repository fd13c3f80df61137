import { conflictingEnds } from '../../../dates/compare.ts';
import { isRange } from '../../../dates/expression.ts';
import { datedByLine, datedLimits } from '../../../plan/dated-lines.ts';
import { partAround, partEnd } from '../../../plan/line/sentences.ts';
import type { Dated, Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import { hasField, limitFields, ownerCells } from '../../../plan/tables/table-fields.ts';
import { sharePair } from '../../../text/pairs.ts';
import type { TaskConflict } from './task-limits.ts';

/** Something that is to be handed in by a day. */
interface HandedIn {
  /** 自查台账 */
  readonly thing: string;
  readonly dated: Dated;
  /** Who does it, as far as it is said. */
  readonly by: string;
  /** Where it goes, with the rest of the sentence. */
  readonly to: string;
}

const verb = '(?:报送|上报|提交|递交|呈报|上交)';
/** Papers: what is handed in by them is known by its whole name. */
const thing =
  '[\\p{Script=Han}]{0,12}(?:台账|清单|报告|总结|小结|方案|计划|名单|材料|报表|汇总表|统计表|登记表|申报表|情况表|回执|案例|作品|稿件)';
const inRow = new RegExp(
  `^(?:各[\\p{Script=Han}]{1,8}?)?(?:${verb}(${thing})|(${thing})(?:报送|上报|提交|递交))$`,
  'u',
);
/** 各乡镇将自查台账报专班办公室, 报送自查台账, behind the day. */
const behindDay = new RegExp(
  `^[，,]?([\\p{Script=Han}]{0,16}?)(?:将(${thing})(?:[（(][^（）()]{1,20}[）)])?(?:统一|一并|汇总后?)?(?:${verb}|报|交|送)|${verb}(${thing})(?=[，。；]|$))`,
  'u',
);
/** 自查台账须于 in front of it, 报送 behind. */
const aheadOfDay = new RegExp(`(?:^|[，。；：、])(?:请?将)?(${thing})(?:请|须|应|要)?(?:务必)?[于在]?\\s?$`, 'u');
const handed = /^前?(?:统一|一并)?(?:报|上报|提交|交|递交)/;
/** One of several times, of several parts, or by somebody for others. */
const several =
  /每|逐[日周月季旬年批级]|分别|分批|首[次批]|第[一二三四五六七八九十\d]|再次|复查|补报|定期|按[月周季]|初稿|逾期/;
/** Whatever bodies there are. */
const anybody = /^各(?:有关|相关|责任|成员|参与|参加)?(?:单位|地各部门|地各单位)/;
const NONE: readonly TaskConflict[] = [];

/**
 * What the text wants handed in by one day and the row of a table that is about nothing else by another:
 * 5月23日前，各乡镇将自查台账报专班办公室 beside 报送自查台账 | 5月30日前. Told only of what either of them wants once, from the same bodies.
 */
export function handInConflicts(plan: Plan): readonly TaskConflict[] {
  const rows = plan.tables.flatMap((table) => (hasField(table, limitFields) ? rowsOf(table, plan) : []));
  if (rows.length === 0) return NONE;
  const told = plan.dates.flatMap((dated): readonly HandedIn[] => {
    const one = toldOn(dated);
    return one ? [one] : [];
  });
  return rows.flatMap((row): readonly TaskConflict[] => {
    const [only, more] = told.filter((one) => one.thing === row.thing);
    if (!only?.dated.span || more || rows.some((other) => other !== row && other.thing === row.thing)) return NONE;
    if (!row.dated.span || row.dated.span.yearKnown !== only.dated.span.yearKnown || !areSame(only, row)) return NONE;
    if (!conflictingEnds(only.dated.span, row.dated.span).includes('end')) return NONE;
    return [{ name: `报送${row.thing}`, row: row.dated, told: only.dated }];
  });
}

function rowsOf(table: PlanTable, plan: Plan): readonly HandedIn[] {
  const limits = datedByLine(plan.dates);
  return table.rows.flatMap((row): readonly HandedIn[] => {
    const name = (table.cell(row, 'activity') ?? table.cell(row, 'measure'))?.text.replace(/[\s\u3000。；]/g, '') ?? '';
    const match = inRow.exec(name);
    const what = match?.[1] ?? match?.[2];
    if (!what) return [];
    const [own, second] = datedLimits(table, row, limits);
    if (!own || second || own.expression.kind !== 'span' || (isRange(own.expression) && !own.expression.deadline))
      return [];
    if (row.cells.some(({ text }) => several.test(text))) return [];
    return [{ thing: what, dated: own, by: ownersOf(table, row), to: '' }];
  });
}

const ownersOf = (table: PlanTable, row: TableRow) =>
  ownerCells(table, row)
    .map(({ text }) => text)
    .join('');

function toldOn(dated: Dated): HandedIn | undefined {
  const { line, expression, span } = dated;
  if (line.place === 'cell' || line.place === 'quote' || expression.deadline !== true || !span?.end) return undefined;
  const { start, end } = expression.range;
  const before = line.text.slice(Math.max(0, start - 40), start);
  const behind = line.text.slice(end, end + 60);
  const match = behindDay.exec(behind);
  const ahead = match || !handed.test(behind) ? null : aheadOfDay.exec(before);
  const what = match?.[2] ?? match?.[3] ?? ahead?.[1];
  if (!what || several.test(partAround(line.text, start))) return undefined;
  const by = match?.[1] || (/[\p{Script=Han}]{2,16}$/u.exec(before)?.[0] ?? '');
  return {
    thing: what,
    dated,
    by: ahead ? '' : by.replace(/(?:须|应|要|务必|请|于|在)+$/, ''),
    to: behind.slice(0, partEnd(behind, 0)),
  };
}

/** Those who hand it to somebody that hands it on. */
const lowest = /[班村组]|年级|教师|学生|职工/;

/** The same body is named in both, or one of the places does not say who does it and nothing speaks for two steps. */
function areSame({ by, to }: HandedIn, { by: owners }: HandedIn): boolean {
  if (owners === '') return !lowest.test(by);
  // The office that gets it hands it on by a day of its own.
  if (by === '') return !owners.split(/[、，；\s]/).some((owner) => owner.length > 1 && to.includes(owner));
  if (anybody.test(by)) return true;
  return sharePair(by.replace(/^各/, ''), owners);
}
