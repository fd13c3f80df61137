import type { DocumentLink, Position } from 'vscode-languageserver';
import { readAttachments } from '../plan/attachments/attachment-list.ts';
import { attachmentMentions, findAttachments } from '../plan/attachments/attachments.ts';
import { frontSuperior } from '../plan/front-matter.ts';
import type { Plan } from '../plan/model.ts';
import { meansTitle } from '../rules/superior/superiors.ts';
import type { Range } from '../text/range.ts';
import type { Place } from '../workspace/index/facts.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { directoryOf, isPlanFile, placeKey, resolvePath } from '../workspace/paths.ts';
import { pathsMeant } from '../workspace/superior-paths.ts';
import { toLspRange } from './ranges.ts';

/** Where the words of a link lead. */
interface Target {
  readonly range: Range;
  readonly uri: string;
  readonly position: Position;
}

/** A plan in a file that is not open, by the key of its title. */
export type ClosedTitle = (key: string) => { readonly uri: string; readonly place: Place } | undefined;

/**
 * Links that Markdown does not know: 见附件2 to the attachment, 《title》 to the plan of that title in
 * this file, an open one, a superior one or another one that is known, `superior:` in the front
 * matter to its file.
 */
export function documentLinks(open: OpenPlan, others: readonly OpenPlan[], closed: ClosedTitle): DocumentLink[] {
  if (open.recognised.length === 0) return [];
  const targets = [...attachmentTargets(open), ...titleTargets(open, others, closed)];
  return [
    ...superiorLinks(open),
    ...targets.map(
      ({ range, uri, position: { line, character } }): DocumentLink => ({
        range: toLspRange(open.document, range),
        target: `${uri}#L${line + 1},${character + 1}`,
      }),
    ),
  ];
}

function attachmentTargets(open: OpenPlan): readonly Target[] {
  const attachments = findAttachments(open.reading.lines);
  const { listed } = readAttachments(open.reading.lines);
  if (attachments.length === 0 && listed.length === 0) return [];
  return open.reading.lines.flatMap((line) =>
    attachmentMentions(line).flatMap(({ ordinal, range }) => {
      const wanted = attachments.find((one) => one.ordinal === ordinal) ?? (ordinal === 0 ? attachments[0] : undefined);
      // Where the attachment is another file, the note below the text says which.
      const start = wanted?.range.start ?? listed.find(({ number = 0 }) => number === ordinal)?.range.start;
      const isHere = start !== undefined && line.range.start <= start && start <= line.range.end;
      return start === undefined || isHere ? [] : [{ range, ...placeIn(open, start) }];
    }),
  );
}

function placeIn({ uri, document }: OpenPlan, offset: number): Omit<Target, 'range'> {
  return { uri, position: document.positionAt(offset) };
}

function titleTargets(open: OpenPlan, others: readonly OpenPlan[], closed: ClosedTitle): readonly Target[] {
  const titles = new Map<string, { readonly open: OpenPlan; readonly plan: Plan }>();
  for (const one of [...others.filter((other) => other !== open), open]) {
    for (const { plan } of one.recognised) if (plan.title) titles.set(titleKey(plan.title.value), { open: one, plan });
  }
  const find = (key: string, from: Plan): Omit<Target, 'range'> | undefined => {
    const shown = titles.get(key);
    if (shown) {
      const { plan } = shown;
      return plan === from ? undefined : placeIn(shown.open, plan.title?.range.start ?? plan.range.start);
    }
    const found = closed(key);
    return found && { uri: found.uri, position: { line: found.place[0], character: found.place[1] } };
  };
  return open.recognised.flatMap(({ plan }) =>
    plan.references.flatMap(({ title, range }) => {
      const target = title === undefined ? undefined : (find(titleKey(title), plan) ?? find(innerTitle(title), plan));
      return target ? [{ range, ...target }] : [];
    }),
  );
}

/** What two ways of writing one title have in common. */
export const titleKey = (title: string) => title.replace(/[\s\u3000“”"]+/g, '');

/** 关于印发〈…〉的通知: the plan that the notice issues. */
function innerTitle(title: string): string {
  return titleKey(/[〈《<]([^〈〉《》<>]{4,100})[〉》>]/.exec(title)?.[1] ?? '');
}

/** Each entry of `superior:` to the file that was found for it; a path with its ending leads there in any case. */
function superiorLinks(open: OpenPlan): readonly DocumentLink[] {
  const directory = directoryOf(open.uri);
  if (!directory) return [];
  const files = (open.superiors?.links ?? []).flatMap(({ superior, declared }) =>
    declared && superior.file ? [{ uri: superior.file.path, title: superior.plan.title?.value }] : [],
  );
  return frontSuperior(open.reading.frontMatter).flatMap(({ value, range }): readonly DocumentLink[] => {
    const paths = pathsMeant(value).map((path) => resolvePath(directory, path));
    const keys = new Set(paths.map(placeKey));
    const found =
      files.find(({ uri }) => keys.has(placeKey(uri))) ??
      files.find(({ title }) => title !== undefined && meansTitle(value, title));
    const target = found?.uri ?? (isPlanFile(value) ? paths[0] : undefined);
    return target === undefined ? [] : [{ range: toLspRange(open.document, range), target }];
  });
}
