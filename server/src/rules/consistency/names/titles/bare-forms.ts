import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { attachmentsOf } from '../../attachment-names.ts';
import source from '../../name-variant.yaml';
import { partnersOf, timesSaid } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

const { bareFormWords: pairs } = source as {
  readonly bareFormWords: readonly (readonly [string, string])[];
};
const partner = partnersOf(pairs);
/** 自查表由教师本人填写: a form by the word for what it is alone. */
const bare = new RegExp(`(?:^|[，。；：])(${anyOf(pairs.flat())})(表|书)(?=要求|[由须应需请]|一式)`);
const bareSign = sign({ words: pairs.flat().flatMap((word) => ['表', '书'].map((end) => word.slice(-1) + end)) });

const bareOn = lineMemo(({ text }) => {
  const match = bare.exec(text);
  const [raw = '', word = '', end = ''] = match ?? [];
  return match ? { word, end, start: match.index + raw.length - word.length - end.length } : null;
});

/** 自查表由教师本人填写, where the attachment is a 情况调查表 and the paper has no 自查表 at all. */
export function bareForms(plan: Plan, lines: readonly Line[]): readonly TwoNames[] {
  return linesWith(lines, bareSign).flatMap((line): readonly TwoNames[] => {
    const found = line.place === 'quote' ? null : bareOn(line.facts);
    if (!found || timesSaid(found.word + found.end, lines) > 1) return [];
    const other = (partner.get(found.word) ?? '') + found.end;
    const attachment = attachmentsOf(plan).listed.find(({ name }) => name.replace(/\.[a-z]+$/, '').endsWith(other));
    if (!attachment) return [];
    const written = found.word + found.end;
    const range = line.at(found.start, found.start + written.length);
    return [{ written, other, range, elsewhere: attachment.range }];
  });
}
