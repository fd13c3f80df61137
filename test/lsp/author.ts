import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { CodeAction, CompletionItem, Diagnostic, Position, Range } from 'vscode-languageserver-protocol/node';
import {
  type ChecklistItem,
  checklistRequest,
  type DocumentChecklist,
  type NewPlan,
  type NewPlanParams,
  newPlanRequest,
} from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';

/** What only the author can know: it is typed once, and has to be offered from then on. */
export interface Inventions {
  readonly persons: readonly string[];
  readonly units: readonly string[];
  /** For blanks that ask for something else: 【填写存在问题】. By the words of the blank; taken in their order. */
  readonly others: Readonly<Record<string, readonly string[]>>;
}

type Way = 'typed' | 'completion' | 'quick fix' | 'checklist';

/**
 * An author who begins in an empty folder, and fills a new plan in with what the editor offers: completion
 * at the blank, the quick fix of its problem, the checklist for what is not there yet. Typed is only what
 * nobody else can know, and each name once.
 */
export class Author {
  readonly server: ServerProcess;
  readonly uri: string;
  readonly inventions: Inventions;
  readonly used: Record<Way, string[]> = { typed: [], completion: [], 'quick fix': [], checklist: [] };
  readonly #turns = new Map<string, number>();

  private constructor(server: ServerProcess, uri: string, inventions: Inventions) {
    this.server = server;
    this.uri = uri;
    this.inventions = inventions;
  }

  /** A new plan, asked for as the editor asks for it, with every tab stop as it comes. */
  static async begin(profile: string, fields: NewPlanParams['fields'], inventions: Inventions): Promise<Author> {
    const folder = mkdtempSync(path.join(tmpdir(), 'fangan-author-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(readdirSync(folder)).toEqual([]);
    const root = pathToFileURL(folder).href;
    const server = await ServerProcess.start({ rootUri: root, folders: [root] });
    const plan = await server.connection.sendRequest<NewPlan>(newPlanRequest, { profile, fields });
    expect(plan.faults).toEqual([]);
    const words = new Map<string, string>();
    const text = plan.snippet
      .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop, held) => {
        words.set(stop, held);
        return held;
      })
      .replace(/\$(\d+)/g, (_, stop) => words.get(stop) ?? '');
    const author = new Author(server, `${root}/plan.md`, inventions);
    await server.open(author.uri, text);
    return author;
  }

  get text(): string {
    return this.server.text(this.uri);
  }

  /** Fills in every blank that the check tells of. */
  async fillIn(): Promise<void> {
    for (let round = 0; round < 400; round++) {
      const blank = (await this.problems()).find(({ code }) => code === 'placeholder');
      if (!blank) return;
      const before = this.text;
      await this.#fill(blank);
      if (this.text === before)
        throw new Error(`nothing to be done about “${this.server.wordsAt(this.uri, blank.range)}”`);
    }
    throw new Error('there are blanks without end');
  }

  /** Fills in the empty cells of ledgers, from the words of their columns. */
  async fillCells(): Promise<void> {
    for (let round = 0; round < 400; round++) {
      const cell = this.#emptyCell();
      if (!cell) return;
      const { items } = await this.server.complete(this.uri, cell.at);
      const wish = this.#wishOfColumn(cell.column);
      const item = wish === undefined ? items[0] : items.find(({ label }) => label === wish);
      if (item) await this.#accept(item);
      else if (wish === undefined) throw new Error(`nothing is offered in the column ${cell.column}`);
      else {
        expect(this.used.typed, `“${wish}” was typed before, and is not offered in ${cell.column}`).not.toContain(wish);
        this.used.typed.push(wish);
        await this.server.change(this.uri, { range: { start: cell.at, end: cell.at }, text: wish });
      }
    }
    throw new Error('there are empty cells without end');
  }

  #emptyCell(): { readonly column: string; readonly at: Position } | undefined {
    let heads: readonly string[] = [];
    for (const [line, row] of this.text.split('\n').entries()) {
      const cells = row.split('|');
      if (/^\| 序号 \|/.test(row)) heads = cells.map((cell) => cell.trim());
      const at = /^\| \d+ \|/.test(row)
        ? cells.findIndex((cell, index) => index > 0 && index < cells.length - 1 && cell.trim() === '')
        : -1;
      if (at > 0) return { column: heads[at] ?? '', at: { line, character: cells.slice(0, at).join('|').length + 2 } };
    }
    return undefined;
  }

  #wishOfColumn(column: string): string | undefined {
    if (/时限|时间|目标|进展|情况/.test(column)) return undefined;
    if (/责任人|领导/.test(column)) return this.#next('person', this.inventions.persons);
    if (/单位/.test(column)) return this.#next('unit', this.inventions.units);
    const asked = `【填写${column}】`;
    const pool = this.inventions.others[asked];
    if (!pool) throw new Error(`nobody knows what to write in the column ${column}`);
    return this.#next(asked, pool);
  }

  #next(kind: string, pool: readonly string[]): string | undefined {
    const turn = this.#turns.get(kind) ?? 0;
    this.#turns.set(kind, turn + 1);
    return pool[turn % pool.length];
  }

  /** Takes what the checklist puts in for what is missing. @param wanted labels of optional entries that are wanted as well */
  async takeMissing(...wanted: readonly string[]): Promise<void> {
    for (let round = 0; round < 30; round++) {
      const item = (await this.checklist()).find(
        ({ state, label, insert }) =>
          insert && (state === 'missing' || (state === 'optional' && wanted.includes(label))),
      );
      if (!item?.insert) return;
      const edits = item.insert.map(({ range, text }) => ({
        range,
        newText: text.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, ''),
      }));
      await this.server.apply(this.uri, { title: item.label, edit: { changes: { [this.uri]: edits } } });
      this.used.checklist.push(item.label);
    }
    throw new Error('the checklist is never satisfied');
  }

  /** Takes quick fixes for as long as some problem has one. */
  async fixAll(): Promise<void> {
    for (let round = 0; round < 30; round++) {
      const before = this.text;
      for (const problem of await this.problems()) {
        const [fix] = await this.#quickFixes(problem, (title) => !/屏蔽|查看|词典|名称/.test(title));
        if (!fix) continue;
        await this.server.apply(this.uri, fix);
        this.used['quick fix'].push(fix.title);
        break;
      }
      if (this.text === before) return;
    }
  }

  async checklist(): Promise<readonly ChecklistItem[]> {
    const list = await this.server.connection.sendRequest<DocumentChecklist>(checklistRequest, { uri: this.uri });
    const all = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
      items.flatMap((item) => [item, ...all(item.children)]);
    return list.plans.flatMap(({ groups }) => groups.flatMap(({ items }) => all(items)));
  }

  problems(): Promise<Diagnostic[]> {
    return this.server.problems(this.uri);
  }

  /** What an author would have to put right before the plan goes out. */
  async loud(): Promise<readonly string[]> {
    const loud = (await this.problems()).filter(({ severity = 1 }) => severity <= 2);
    return loud.map(({ code, range, message }) => `${code} «${this.server.wordsAt(this.uri, range)}» ${message}`);
  }

  async #fill(problem: Diagnostic): Promise<void> {
    const words = this.server.wordsAt(this.uri, problem.range);
    const wish = this.#wish(words, problem.range);
    const { items } = await this.server.complete(this.uri, problem.range.end);
    // Every third time the author takes the light bulb instead.
    const turn = this.used.completion.length + this.used['quick fix'].length;
    if (turn % 3 === 2) {
      const [fix] = await this.#quickFixes(problem, (title) => title.startsWith(`填入“${wish ?? ''}`));
      if (fix) {
        await this.server.apply(this.uri, fix);
        this.used['quick fix'].push(fix.title);
        return;
      }
    }
    const item = wish === undefined ? items[0] : items.find(({ label }) => label === wish);
    if (item) return this.#accept(item);
    if (wish === undefined) throw new Error(`nothing is offered for “${words}” in “${this.#lineOf(problem.range)}”`);
    expect(
      this.used.typed,
      `“${wish}” was typed before, and is not offered in “${this.#lineOf(problem.range)}”, but ${items.map(({ label }) => label)}`,
    ).not.toContain(wish);
    this.used.typed.push(wish);
    await this.server.change(this.uri, { range: this.#blankAround(problem.range), text: wish });
  }

  async #accept({ label, textEdit, additionalTextEdits = [] }: CompletionItem): Promise<void> {
    if (!textEdit || !('range' in textEdit)) throw new Error(`“${label}” has no range`);
    const edits = [{ range: textEdit.range, newText: textEdit.newText }, ...additionalTextEdits];
    await this.server.apply(this.uri, { title: label, edit: { changes: { [this.uri]: edits } } });
    this.used.completion.push(label);
  }

  /** The name or words that the author has in mind; undefined where any of what is offered will do, as for days. */
  #wish(words: string, range: Range): string | undefined {
    const around = this.#lineOf({ start: range.start, end: { ...range.end, character: range.end.character + 2 } });
    const kind = this.#kindOf(words, around.slice(-2));
    if (kind === 'day') return undefined;
    const pool =
      kind === 'person'
        ? this.inventions.persons
        : kind === 'unit'
          ? this.inventions.units
          : this.inventions.others[words];
    if (!pool) throw new Error(`nobody knows what to write for “${words}”`);
    return this.#next(kind === 'other' ? words : kind, pool);
  }

  #kindOf(words: string, behind: string): 'day' | 'person' | 'unit' | 'other' {
    if (/[年月日]/.test(words)) return 'day';
    if (/^×+$/.test(words)) return /[科处局部办]/.test(behind.slice(0, 1)) ? 'unit' : 'person';
    return /^×+[科处局部办]$/.test(words) ? 'unit' : 'other';
  }

  /** The blank with the word that belongs to it: ××科. */
  #blankAround({ start, end }: Range): Range {
    const behind = this.server.wordsAt(this.uri, { start: end, end: { ...end, character: end.character + 1 } });
    const isTail = /[科处局部办]/.test(behind) && this.server.wordsAt(this.uri, { start, end }).endsWith('×');
    return { start, end: isTail ? { ...end, character: end.character + 1 } : end };
  }

  async #quickFixes(problem: Diagnostic, wanted: (title: string) => boolean): Promise<readonly CodeAction[]> {
    const actions = await this.server.actions(this.uri, [problem], ['quickfix']);
    return actions.filter(({ title, edit }) => edit && wanted(title));
  }

  #lineOf({ start, end }: Range): string {
    return this.text.split('\n')[start.line]?.slice(0, end.character) ?? '';
  }
}
