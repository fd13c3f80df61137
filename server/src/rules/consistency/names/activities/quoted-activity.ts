import type { Line, Plan } from '../../../../plan/model.ts';
import type { TwoNames } from '../reader.ts';

/** “敲门行动”: what the title has in quotation marks as the name. */
const named = /“([一-龥]{2,6})(行动|活动)”/;
/** So often the text has the name itself. */
const OFTEN = 2;
/** 清洁家园活动日, 清洁家园活动室 are other things. */
const otherThing = /^[日周月室站点中场组队]/;

/** 敲门活动 once in the text of what its title quotes as “敲门行动”; a habit of the text is left alone. */
export function quotedActivity({ title }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const [, own = '', kind = ''] = named.exec(title?.value ?? '') ?? [];
  if (!title || own === '') return [];
  const name = own + kind;
  const other = own + (kind === '行动' ? '活动' : '行动');
  let exact = 0;
  let found: TwoNames | undefined;
  for (const line of lines) {
    const { text } = line;
    if (line.place === 'quote' || !text.includes(own)) continue;
    if (text.includes(`“${name}”`) && line.range.start > title.range.end) exact++;
    const at = text.indexOf(other);
    if (at < 0 || otherThing.test(text.slice(at + other.length)) || /《[^》]*$/.test(text.slice(0, at))) continue;
    // Said twice, or beside the name, it is meant so.
    if (found || text.includes(name)) return [];
    found = { written: other, other: name, range: line.at(at, at + other.length), elsewhere: title.range };
  }
  return found && exact >= OFTEN ? [found] : [];
}
