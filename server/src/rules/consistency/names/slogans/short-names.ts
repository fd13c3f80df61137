import type { Line } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import type { Range } from '../../../../text/range.ts';
import type { Finding } from '../../../rule.ts';

type MessageId = 'twice' | 'differently' | 'late';

const firstHere = { zh: '第一次在此处规定简称', en: 'First introduced here' };
const introducedHere = { zh: '简称在此处才规定', en: 'Introduced only here' };

/** What a short name is introduced with. */
const abbreviationSign = sign({ words: ['简称', '下称', '一称', '均称', '统称'] });

/** Short names that are introduced twice, for something else, or after they were used. */
export function shortNameFaults(lines: readonly Line[]): readonly Finding<MessageId>[] {
  const known = new Map<string, { readonly before: string; readonly range: Range; readonly line: Line }>();
  const findings: Finding<MessageId>[] = [];
  for (const line of linesWith(lines, abbreviationSign)) {
    if (line.place === 'quote') continue;
    for (const { name, before, range } of line.facts.abbreviations) {
      const place = line.at(range.start, range.end);
      const first = known.get(name);
      if (!first) {
        known.set(name, { before, range: place, line });
        continue;
      }
      const same = first.before.slice(-4) === before.slice(-4);
      findings.push({
        message: same ? 'twice' : 'differently',
        params: same ? { name } : { name, first: tail(first.before), second: tail(before) },
        range: place,
        ...(same ? {} : { severity: 'warning' as const }),
        related: [{ message: firstHere, range: first.range }],
      });
    }
  }
  for (const [name, { range, line }] of known) {
    if (name.length < 4 || GENERAL.test(name)) continue;
    const early = lines.find(
      (other) =>
        other.index < line.index && other.place !== 'heading' && other.place !== 'quote' && usedIn(other, name),
    );
    if (!early) continue;
    const at = early.text.indexOf(name);
    findings.push({
      message: 'late',
      params: { name },
      range: early.at(at, at + name.length),
      related: [{ message: introducedHere, range }],
    });
  }
  return findings;
}

/** Short names that are words of their own: they may well stand in front of their introduction. */
const GENERAL =
  /^(?:学校|各校|单位|部门|方案|活动|办法|意见|领导小组|工作专班|专班|平台|系统|项目|行动|专项行动|办公室)$/;

/** The name as a word of its own, not as a part of its full form. */
function usedIn({ text, facts }: Line, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0 || facts.references.some(({ range }) => range.start <= at && at < range.end)) return false;
  return at === 0 || /[\p{Punctuation}\s在由对将把按和与及为]/u.test(text.charAt(at - 1));
}

const tail = (words: string) => /[^，。；：、]{1,16}$/.exec(words)?.[0] ?? words;
