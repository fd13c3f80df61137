import type { Attachment } from '../../../../plan/attachments/attachment-list.ts';
import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { differenceOf } from '../../../../text/difference.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { overlaps, type Range } from '../../../../text/range.ts';

/** A paper that the text names, and the attachment that it is but for a word. */
export interface MisnamedForm {
  readonly said: string;
  readonly range: Range;
  readonly attachment: Attachment;
  /** What is made or kept may be another paper than the form that is attached. */
  readonly unsure: boolean;
}

/** 系统生成《…申报表》, 《…推荐表》复印件存档 */
const madeOrKept = /生成|复印件|存档/;

const kinds = '表|书|名单|清单|台账|回执|目录';
/** 《2025年先进个人登记表》, “2025年课题申报表”; what is numbered behind 《》 is held against its own attachment. */
const formNamed = new RegExp(`《([^《》]{7,50}(?:${kinds}))》(?![（(](?:详?见)?附)|“([^“”]{7,50}(?:${kinds}))”`, 'gu');
const formSign = sign({ units: '《“' });
const ending = new RegExp(`(?:${kinds})$`, 'u');

interface Named {
  readonly name: string;
  readonly range: Range;
}
const NONE: readonly Named[] = [];

const formsOn = lineMemo(({ text }): readonly Named[] => {
  const found = matchesOf(text, formNamed).map(({ 1: title, 2: quoted = '', index }) => {
    const name = title ?? quoted;
    return { name, range: { start: index + 1, end: index + 1 + name.length } };
  });
  return found.length === 0 ? NONE : found;
});

/**
 * 《2025学年校级先进候选人登记表》 where the attachment is the 2025学年校级先进工作者候选人登记表: a form in full that has lost a word or is of
 * another year. What the text calls by its own name elsewhere is another paper,
 * and so is one that has a line to itself: it is attached as well.
 */
export function misnamedForms(listed: readonly Attachment[], lines: readonly Line[]): readonly MisnamedForm[] {
  const forms = listed
    .map((attachment) => ({ attachment, name: plain(attachment.name) }))
    .filter(({ name }) => ending.test(name));
  if (forms.length === 0) return [];
  const said = linesWith(lines, formSign).flatMap((line) =>
    line.place === 'quote' || listed.some(({ range }) => overlaps(range, line.range))
      ? []
      : formsOn(line.facts).map(({ name, range }) => ({
          name,
          range: line.at(range.start, range.end),
          unsure: madeOrKept.test(line.text),
        })),
  );
  const names = new Set<string>();
  const firsts = said.filter(({ name }) => !names.has(plain(name)) && names.add(plain(name)));
  if (firsts.length === 0) return [];
  const alone = new Set(lines.map(({ text }) => plain(text)));
  return firsts.flatMap(({ name, range, unsure }): readonly MisnamedForm[] => {
    const own = plain(name);
    if (alone.has(own) || forms.some((one) => isShortFor(one.name, own))) return [];
    const [form, other] = forms.filter((one) => !names.has(one.name) && isSlip(own, one.name));
    return form && !other ? [{ said: name, range, unsure, attachment: form.attachment }] : [];
  });
}

/** Without marks and what the name of a file adds: 申报表附件1.doc, 报名表202605.xlsx. */
const plain = (name: string) =>
  name.replace(/[\s\u3000“”"《》·]|(?:附件)?(?:(?<!\d)\d{1,12})?\.[a-z]{3,4}$|[。；]$/gu, '');
const isShortFor = (a: string, b: string) => a.endsWith(b) || b.endsWith(a);

/** What both begin and end with; a name without its head is a short one. */
const HEAD = 4;
const TAIL = 3;
const LONGEST_LOSS = 4;
/** Whose form it is makes another one, and so does a number. */
const telling =
  /[省市县区镇乡校院局第副\d一二三四五六七八九十]|个人|集体|单位|团体|教师|学生|小学|初中|高中|助理|专家|企业|部门|家长|[（(]/u;

/** 结构表 and 结构情况表: it says nothing of the form. */
const slight = /^(?:情况|信息|工作)$/;

function isSlip(said: string, listed: string): boolean {
  const { head, tail, first, second } = differenceOf(said, listed);
  if (head < HEAD || (tail < TAIL && !slight.test(first + second))) return false;
  if (first === '' || second === '') return (first + second).length <= LONGEST_LOSS && !telling.test(first + second);
  return (
    said.length === listed.length && said.replace(year, '') === listed.replace(year, '') && /^\d+$/.test(first + second)
  );
}
/** 2024年课题, 2024学年. */
const year = /20\d{2}(?=学?年)/u;
