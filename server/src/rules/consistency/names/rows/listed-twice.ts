import type { Plan, PlanTable, TableCell } from '../../../../plan/model.ts';
import type { TwoNames } from '../reader.ts';

/** So many names make a list that is told from another by them. */
const LIST = 6;
/** So many of them may differ. */
const MOST = 3;
/** The row that adds them up. */
const total = /^(?:[合总共]计|小计|总人?数|备注|说明)/;
/** Names; days, numbers and sentences differ from table to table. */
const name = /^[\p{Script=Han}“”]{3,16}$/u;
const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

interface Listed {
  readonly header: string;
  readonly table: PlanTable;
  readonly cells: readonly TableCell[];
  readonly values: readonly string[];
}

/**
 * The same list in two tables, row for row, in which one name is written in another way: 教学教科信息处 below 组别 in the
 * table of numbers, 教学教科信息 below 组别 in that of places. The rows around it leave no doubt that they are one.
 */
export function listedTwice({ tables }: Plan): readonly TwoNames[] {
  if (tables.length < 2) return [];
  const lists = tables.flatMap(listsIn);
  const told = new Set<string>();
  return lists.flatMap((own, at) =>
    lists.slice(0, at).flatMap((other): readonly TwoNames[] => {
      if (own.table === other.table || own.header !== other.header || !areOne(own, other)) return [];
      return own.values.flatMap((value, row): readonly TwoNames[] => {
        const usual = other.values[row] ?? '';
        const [range, elsewhere] = [own.cells[row]?.range, other.cells[row]?.range];
        if (value === usual || !range || !elsewhere || told.has(value)) return [];
        told.add(value);
        return [{ written: value, other: usual, range, elsewhere }];
      });
    }),
  );
}

function listsIn(table: PlanTable): readonly Listed[] {
  const { columns, rows } = table;
  if (rows.length < LIST) return [];
  return columns.flatMap(({ header, field }, at): readonly Listed[] => {
    const head = squeeze(header.text);
    if (head === '' || field === 'time' || field === 'deadline') return [];
    const cells = rows.flatMap(({ cells }) => {
      const cell = cells[at];
      return cell && !cell.carried && cell.text !== '' && !total.test(squeeze(cell.text)) ? [cell] : [];
    });
    const values = cells.map(({ text }) => squeeze(text));
    return cells.length < LIST || new Set(values).size < values.length ? [] : [{ header: head, table, cells, values }];
  });
}

/** Of one length and order, most names the same, and what differs made of the same characters. */
function areOne(own: Listed, other: Listed): boolean {
  if (own.values.length !== other.values.length) return false;
  let differing = 0;
  for (const [row, value] of own.values.entries()) {
    const usual = other.values[row] ?? '';
    if (value === usual) continue;
    if (++differing > MOST || !isDrawnFrom(value, usual)) return false;
  }
  return differing > 0 && own.values.length >= LIST * Math.min(differing, 2);
}

/** Every character of the shorter name stands in the longer one. */
function isDrawnFrom(a: string, b: string): boolean {
  if (!name.test(a) || !name.test(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const rest = [...long];
  let strange = 0;
  for (const unit of short) {
    const at = rest.indexOf(unit);
    if (at < 0) strange++;
    else rest.splice(at, 1);
  }
  return strange === 0;
}
