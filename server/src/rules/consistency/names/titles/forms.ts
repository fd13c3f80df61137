import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import { NamesInText, partnersOf } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const { formWords } = source as { readonly formWords: readonly (readonly [string, string])[] };
const kinds = formWords.flat();
const ends = ['表', '书', '单'];
/** 学年小结表, 项目申报书: what is filled in, and by what it is called. */
const form = new RegExp(`([一-龥]{2})(${kinds.join('|')})(${ends.join('|')})`, 'g');
const partner = partnersOf(formWords);

interface Form {
  readonly about: string;
  readonly kind: string;
  readonly end: string;
  readonly range: Range;
}

const formsOn = lineMemo(({ text }): readonly Form[] => {
  return matchesOf(text, form).flatMap(({ 0: raw, 1: about = '', 2: kind = '', 3: end = '', index }) =>
    // 情况汇总表, 人员统计表: of what, is told by the words in front of them.
    /情况|信息|人员|工作|数据|名单|结果/.test(about)
      ? []
      : [{ about, kind, end, range: { start: index, end: index + raw.length } }],
  );
});

/** So often a form must have its usual name. */
const OFTEN = 2;

/** A form that once is called by another word: 学年总结表 where the text has 学年小结表. Both beside one another are two forms. */
export const formVariants: NameReader<TwoNames> = {
  sign: sign({ words: kinds.flatMap((kind) => ends.map((end) => kind.slice(-1) + end)) }),
  find: formsIn,
};

function formsIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  const forms = new Map<string, Form>();
  for (const line of lines) {
    for (const one of formsOn(line.facts)) {
      const name = one.about + one.kind + one.end;
      names.note(name, line, one.range);
      forms.set(name, one);
    }
  }
  return [...forms].flatMap(([name, { about, kind, end }]): readonly TwoNames[] => {
    const other = about + (partner.get(kind) ?? '') + end;
    return names.areOnOneLine(name, other) ? [] : names.onlyOnce(name, other, OFTEN);
  });
}
