import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CodeAction, CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import {
  checklistRequest,
  type DocumentChecklist,
  type DocumentTimeline,
  timelineRequest,
} from '../../server/src/protocol.ts';
import { numberedPlan } from './drafting-plan.ts';
import { ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

/** Works that are cited by their names, and names of days. */
const names = /现代汉语词典|元旦|春节|清明|劳动节|端午|中秋|国庆节/g;
/** Quoted words are those of the plan, or to be written into it. */
const quoted = /“[^”]*”|《[^》]*》|`[^`]*`|\]\([^)]*\)/g;

/** Words of the other language that a reader meets outside of what is quoted from the plan. */
function foreign(shown: string, plan: string, language: 'zh' | 'en'): readonly string[] {
  const own = shown.replace(quoted, '').replace(names, '');
  const runs = own.match(language === 'en' ? /[一-鿿]{3,}/g : /[A-Za-z]{2,}(?: [A-Za-z]{2,})+/g) ?? [];
  return runs.filter((run) => !plan.includes(run)).map((run) => `${run} in: ${shown}`);
}

const rulesFolder = new URL('../fixtures/rules/', import.meta.url);
/** Every fixture with problems, by its name. */
const fixtures = readdirSync(rulesFolder).flatMap((rule) =>
  readdirSync(new URL(`${rule}/`, rulesFolder))
    .filter((name) => /^[^.]*\.md$/.test(name) && !name.startsWith('silent'))
    .map((name) => [`${rule}/${name}`, readFileSync(new URL(`${rule}/${name}`, rulesFolder), 'utf8')] as const),
);

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const uri = 'file:///plans/a.md';

  test('the problems of every rule and their fixes are in that language throughout', async () => {
    const server = await ServerProcess.start({ locale: language });
    const wrong: string[] = [];
    for (const [name, marked] of fixtures) {
      const text = marked.replace(/[⟦⟧]/g, '');
      await server.open(uri, text);
      const problems = await server.problems(uri);
      const [first] = problems;
      const actions = first ? await server.actions(uri, [first]) : [];
      const shown = [
        ...problems.flatMap(({ message, relatedInformation }) => [
          typeof message === 'string' ? message : message.value,
          ...(relatedInformation ?? []).map((related) => related.message),
        ]),
        ...actions.map(({ title }) => title),
      ];
      wrong.push(...shown.flatMap((one) => foreign(one, text, language)).map((one) => `${name}: ${one}`));
      await server.close(uri);
    }
    // The words of the YAML library stand behind ours.
    expect(wrong.filter((one) => !one.startsWith('front-matter/'))).toEqual([]);
  }, 120_000);

  test.each([
    ['a plan', numberedPlan],
    ['a plan with faults', faultyPlan],
  ])('so is everything else that is shown of %s', async (_, text) => {
    const server = await (await ServerProcess.start({ locale: language, name: 'Visual Studio Code' })).borrow(
      uri,
      text,
    );
    const textDocument = { uri };
    const { connection } = server;
    const lines = text.split('\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const shown: (string | undefined)[] = [];
    const lenses = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    shown.push(...lenses.map(({ command }) => command?.title));
    const hints = await connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });
    shown.push(...hints.map(({ label }) => String(label)));
    const list = await connection.sendRequest<DocumentChecklist>(checklistRequest, { uri });
    for (const { label, items } of list.plans.flatMap(({ groups }) => groups))
      shown.push(label, ...items.flatMap(({ detail, lacks }) => [detail, ...lacks]));
    const timeline = await connection.sendRequest<DocumentTimeline>(timelineRequest, { uri, width: 900 });
    shown.push(...Object.values(timeline.texts), timeline.table.replace(/<[^>]+>/g, '\n'));
    shown.push(...[...timeline.svg.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1]));
    for (const [line, words] of lines.entries()) {
      const position = { line, character: Math.min(4, words.length) };
      const hover = await server.hover(uri, position);
      if (hover && 'value' in Object(hover.contents)) shown.push(Object(hover.contents).value);
      if (line % 4 > 0) continue;
      const { items } = await server.complete(uri, { line, character: words.length });
      shown.push(...items.map(({ detail }) => detail));
      const params = { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } };
      const actions = await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', params);
      shown.push(...(actions ?? []).map(({ title }) => title));
    }
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.flatMap((one) => foreign(one ?? '', text, language))).toEqual([]);
  });
});
