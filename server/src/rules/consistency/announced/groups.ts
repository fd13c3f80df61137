import { readCount } from '../../../numbering/han.ts';
import { groupNumber } from '../../../plan/announcements/enumerations.ts';
import type { Line, Plan, PlanTable, Section } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import { isTotalRow } from '../../../plan/tables/table-fields.ts';
import { dividedSign } from './count-signs.ts';
import type { Miscount } from './issues.ts';

/** 分为5个小组, 设立四个工作组. */
const divided =
  /(?:分|分为|分成|共分|设|设立|下设|成立|组成|编为)([两二三四五六七八九十]|[2-9]|1\d)个(?:[一-龥]{0,4})?组(?=[，。；、：:]|$)/;
const groupHeader = /^(?:组别|小组|分组|工作组|组名|专班|组别名称|小组名称)$/;

/** So many groups in the text, and a table of groups beside it with other many. One that is far off lists something else. */
export function unequalGroups(plan: Plan): readonly Miscount[] {
  if (!linesWith(plan.lines, dividedSign).some(({ text }) => text.includes('组') && divided.test(text))) return NONE;
  const { sections } = plan;
  const found: Miscount[] = [...unequalNamed(plan)];
  const visit = (section: Section): void => {
    const tables = section.tables.flatMap((table) => groupsOf(table) ?? []);
    const [listed, more] = tables;
    if (listed !== undefined && more === undefined) {
      // （二）设立五个专项工作组，分工如下： may be the heading itself.
      for (const line of [section.heading, ...section.body]) {
        const match = /组/.test(line.text) ? divided.exec(line.text) : null;
        const written = match?.[1];
        if (!match || written === undefined) continue;
        const count = readCount(written);
        if (count === undefined || count === listed || Math.abs(count - listed) > FAR) continue;
        found.push({ written: match[0], listed, range: line.at(match.index, match.index + match[0].length) });
      }
    }
    if (section.body.length > 1) found.push(...unequalLines(section));
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  found.push(...unequalElsewhere(plan, found));
  return found;
}

const NONE: readonly Miscount[] = [];

/** 成立5个巡查组：, and 第一巡查组：… to 第四巡查组：… in the lines below it. */
function unequalLines({ body }: Section): readonly Miscount[] {
  return body.flatMap((line, at): readonly Miscount[] => {
    const next = body[at + 1];
    if (!next || groupNumber(next.facts) !== 1) return NONE;
    const match = /组[：:。]?$/.test(line.text) ? divided.exec(line.text) : null;
    let listed = 0;
    while (groupNumber((body[at + 1 + listed] ?? line).facts) === listed + 1) listed++;
    const written = match?.[1];
    const count = written === undefined ? undefined : readCount(written);
    if (!match || count === undefined || count === listed || listed < 2) return [];
    return [{ written: match[0], listed, range: line.at(match.index, match.index + match[0].length) }];
  });
}

/** 检修组，组长由…, 巡查组（组长…）, 抢险组24人，负责…, **宣传组**： at the beginning of a line, behind its number. */
const groupName = /^[一-龥]{2,10}组(?=[（(：:，,。\s]|\d{1,3}[人名]|$)/;
const namesGroup = ({ text, facts: { number } }: Line): boolean =>
  text.includes('组') && groupName.test(text.slice(number?.range.end ?? 0).trimStart());

/** 下设六个专业组：, and the lines right below it that are about 检修组, 工艺组 and others. */
function unequalNamed({ lines, enumerations }: Plan): readonly Miscount[] {
  return linesWith(lines, dividedSign).flatMap((line): readonly Miscount[] => {
    if (line.place === 'cell' || line.place === 'quote' || !/组[：:]$/.test(line.text)) return NONE;
    const at = lines.indexOf(line);
    const first = lines[at + 1];
    const match = first && namesGroup(first) && groupNumber(first.facts) === 0 ? divided.exec(line.text) : null;
    const count = readCount(match?.[1] ?? '');
    if (!first || !match || count === undefined) return NONE;
    const kind = first.facts.number?.kind;
    let end = at + 1;
    for (let next = lines[end]; next && next.facts.number?.kind === kind && namesGroup(next); next = lines[end]) end++;
    const listed = end - at - 1;
    const behind = lines[end];
    if (count === listed || listed < 2 || Math.abs(count - listed) > FAR || !behind) return [];
    // 四个工作组 is held against its list wherever it stands.
    if (enumerations.some((one) => one.line === line && one.lists.length > 0)) return [];
    // What goes on with the list in another way may be one of them, and so may a group farther down.
    if (behind.place === first.place && behind.facts.number?.kind === kind) return [];
    if (lines.slice(end, end + REACH).some(namesGroup)) return [];
    return [{ written: match[0], listed, range: line.at(match.index, match.index + match[0].length) }];
  });
}
/** 成立5个督导组，分组情况见附件: the only table of 第一督导组, 第二督导组 and so on stands in another place. */
function unequalElsewhere({ lines, tables, enumerations }: Plan, told: readonly Miscount[]): readonly Miscount[] {
  return linesWith(lines, dividedSign).flatMap((line): readonly Miscount[] => {
    if (line.place === 'cell' || line.place === 'quote' || !line.text.includes('组')) return NONE;
    const match = divided.exec(line.text);
    const name = match ? /个([一-龥]{2,4}组)/.exec(match[0])?.[1] : undefined;
    const count = readCount(match?.[1] ?? '');
    if (!match || name === undefined || count === undefined) return NONE;
    const range = line.at(match.index, match.index + match[0].length);
    if (told.some((one) => one.range.start === range.start)) return NONE;
    if (enumerations.some((one) => one.line === line && one.lists.length > 0)) return NONE;
    const counts = tables.flatMap((table) => groupsOf(table, name) ?? []);
    const [listed, more] = counts;
    if (listed === undefined || more !== undefined || listed === count || Math.abs(listed - count) > FAR) return NONE;
    return [{ written: match[0], listed, range }];
  });
}

/** Lines behind the list in which another group may be told. */
const REACH = 20;

const FAR = 2;

/** How many groups a table lists; undefined where it has no column of groups, or where they are not called so. */
function groupsOf(table: PlanTable, called = ''): number | undefined {
  const at = table.columns.findIndex(
    ({ header: { text } }) => /[组班]/.test(text) && groupHeader.test(text.replace(/[\s\u3000]+/g, '')),
  );
  if (at < 0) return undefined;
  const names = new Set<string>();
  for (const row of table.rows) {
    const name = row.cells[at]?.text.trim() ?? '';
    if (name !== '' && !isTotalRow(row)) names.add(name);
  }
  if (![...names].every((name) => name.endsWith(called))) return undefined;
  return names.size < 2 ? undefined : names.size;
}
