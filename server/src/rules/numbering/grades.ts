import type { Plan, Section } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** A grade that is left out between two parts of one list. */
export interface GradeSkip {
  readonly previous: string;
  readonly number: string;
  readonly missing: string;
  readonly range: Range;
  readonly after: Range;
}

const grade = /^([ⅠⅡⅢⅣⅤ]|IV|I{1,3}|[一二三四五])级(?:响应|应急响应|预警)/;
const VALUES: Readonly<Record<string, number>> = {
  Ⅰ: 1,
  Ⅱ: 2,
  Ⅲ: 3,
  Ⅳ: 4,
  Ⅴ: 5,
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
};

/** （一）Ⅳ级响应, （二）Ⅲ级响应, （三）Ⅰ级响应: parts that are all grades, of which one is missing. */
export function gradeSkips(plan: Plan): readonly GradeSkip[] {
  const found: GradeSkip[] = [];
  const visit = (siblings: readonly Section[]): void => {
    if (siblings.length >= 2 && siblings.every(({ title }) => grade.test(title.value))) {
      const grades = siblings.map(({ title }) => grade.exec(title.value)?.[1]);
      siblings.forEach((section, at) => {
        const before = siblings[at - 1];
        const [last = '', own = ''] = [grades[at - 1], grades[at]];
        const step = (VALUES[own] ?? 0) - (VALUES[last] ?? 0);
        if (!before || Math.abs(step) !== 2) return;
        const middle = ((VALUES[own] ?? 0) + (VALUES[last] ?? 0)) / 2;
        const like = Object.keys(VALUES).filter((sign) => VALUES[sign] === middle);
        const missing = like.find((sign) => script(sign) === script(own)) ?? '';
        found.push({
          previous: `${last}级`,
          number: `${own}级`,
          missing: `${missing}级`,
          range: section.title.range,
          after: before.title.range,
        });
      });
      return;
    }
    for (const section of siblings) visit(section.sections);
  };
  visit(plan.sections);
  return found;
}

const script = (sign: string): string => (/[Ⅰ-Ⅴ]/.test(sign) ? 'roman' : /[IV]/.test(sign) ? 'latin' : 'han');
