import { numberToHan } from '../../numbering/han.ts';
import type { Plan, Line as PlanLine, Section } from '../../plan/model.ts';
import { bodyLike, headingLike, plainBody, standsApart } from '../../rules/structure/insert-section.ts';
import type { Place } from './place.ts';

/** How new parts of a plan are written: like those that are there, else like its title and opening. */
export interface Form {
  head(value: number, title: string, marks: string, mark: string): string;
  body(text: string): string;
  readonly gap: string;
}

export function formOf({ recognised: { plan }, open, before }: Place, model: Section | undefined): Form {
  if (model) {
    return {
      head: (value, title) => headingLike(model, value, title),
      body: (text) => bodyLike(model, text),
      gap: standsApart(model) ? '\n\n' : '\n',
    };
  }
  const title = plainTitle(plan);
  if (title && !before.trimStart().startsWith('#')) {
    const indent = plan.opening[0]?.indent ?? title.indent;
    // A line follows another one with no blank line between them.
    const apart = !/[^\s]\r?\n[ \t\u3000]*[^\s]/.test(open.text.slice(title.range.end - 1, plan.range.end));
    return {
      head: (value, words, marks, mark) => indent + numbered(value, marks, mark) + words,
      body: (text) => plainBody(text, indent, apart),
      gap: apart ? '\n\n' : '\n',
    };
  }
  return markdown;
}

const markdown: Form = {
  head: (value, words, marks, mark) => `${marks} ${numbered(value, marks, mark)}${words}`,
  body: (text) => text,
  gap: '\n\n',
};

/** The title where it is no heading: nothing of the plan is Markdown then, as far as can be seen. */
function plainTitle({ title, lines }: Plan): PlanLine | undefined {
  const line = title && lines.find(({ range }) => range.start === title.range.start);
  return line?.place === 'paragraph' ? line : undefined;
}

/** 一、 for a section, （一） for a part of it. */
function numbered(value: number, marks: string, mark: string): string {
  const han = numberToHan(value) ?? value;
  return marks === '##' ? `${han}${mark}` : `（${han}）`;
}

/** Like the other stages; where there are none, one level below the section that holds them. */
export function stageForm(place: Place, model: Section | undefined, holder: Section | undefined): Form {
  if (model || !holder) return formOf(place, model);
  if (holder.heading.place === 'heading') return markdown;
  const { indent } = holder.heading;
  return {
    head: (value, words, marks, mark) => indent + numbered(value, marks, mark) + words,
    body: (text) => bodyLike(holder, text),
    gap: standsApart(holder) ? '\n\n' : '\n',
  };
}
