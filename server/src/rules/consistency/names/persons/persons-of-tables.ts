import type { Line, Plan, PlanTable } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import type { Range } from '../../../../text/range.ts';
import type { PersonVariant } from './persons.ts';
import { soundAlike } from './sound-alike.ts';

/** A column that says who holds one post in each row. */
const post = /^(?:副?组长|负责人|责任人|联系人|联络员|领队|带队人|带队教师|主考|队长|班长|网格长|信息员)$/;
const ordinal = /^[\d.、\s]*$/;
const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

interface Holder {
  readonly name: string;
  /** 第四组: what the row is about. */
  readonly of: string;
  readonly post: string;
  readonly range: Range;
}

/** 第四组 | 孔令军 below 组长, and 第四组组长孔令君 in the text: the post leaves no doubt that they are one. */
export function personsOfTables({ tables }: Plan, lines: readonly Line[]): readonly PersonVariant[] {
  const holders = tables.flatMap(holdersIn);
  const names = new Set(holders.map(({ name }) => name));
  // Few lines name the post at all.
  const naming = new Map<string, readonly Line[]>();
  for (const { post: held } of holders)
    if (!naming.has(held))
      naming.set(
        held,
        lines.filter(({ text, place }) => place !== 'quote' && text.includes(held)),
      );
  return holders.flatMap(({ name, of, post: held, range }) =>
    soundAlike(name).flatMap((other): readonly PersonVariant[] => {
      if (names.has(other)) return [];
      const lead = `${of}${held}`;
      const said = naming.get(held)?.find(({ text }) => text.includes(`${lead}${other}`));
      if (!said) return [];
      const at = said.text.indexOf(`${lead}${other}`) + lead.length;
      return [{ written: other, other: name, range: said.at(at, at + other.length), elsewhere: range, count: 1 }];
    }),
  );
}

function holdersIn({ columns, rows }: PlanTable): readonly Holder[] {
  return columns.flatMap(({ header }, at): readonly Holder[] => {
    const held = squeeze(header.text);
    if (!post.test(held)) return [];
    return rows.flatMap(({ cells }): readonly Holder[] => {
      const cell = cells[at];
      const name = squeeze(cell?.text ?? '');
      const of = squeeze(cells.find(({ text }) => !ordinal.test(text))?.text ?? '');
      return cell && isLikelyPerson(name) && of !== name ? [{ name, of, post: held, range: cell.range }] : [];
    });
  });
}
