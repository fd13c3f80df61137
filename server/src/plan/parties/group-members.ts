import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Party } from '../model.ts';
import { namesWithPosts, piecesOf } from './name-lists.ts';
import { endsLikeParty, isLikelyPerson, type PartyRole, roleOfWrittenLabel } from './words.ts';

/** Those of a leading group, who are listed on lines of their own. */
const groupRoles: ReadonlySet<PartyRole> = new Set(['head', 'deputy', 'member']);

/**
 * The persons on lines without label below 组　长：, 副组长：, 成　员：: they are what the label above them says. A list
 * ends with the first line that is anything but names with their posts.
 *
 * They are no `parties` of the plan: names that are nearly the same and stand below one another are two persons.
 * @param lines of the plan, in order
 */
export function membersBelowLabels(lines: readonly Line[]): readonly Party[] {
  const found: Party[] = [];
  let role: PartyRole | undefined;
  for (const line of lines) {
    if (line.place !== 'paragraph' && line.place !== 'item') {
      role = undefined;
      continue;
    }
    const labelled = labelOn(line.facts);
    if (labelled || !role) {
      role = labelled ?? undefined;
      continue;
    }
    const members = membersOn(line.facts);
    if (members.length === 0) role = undefined;
    for (const { name, start, end, post } of members) {
      const range = line.at(start, end);
      found.push({ name, role: role ?? 'member', vague: false, line, range, ...(post ? { unit: post } : {}) });
    }
  }
  return found;
}

const bareLabel = /^((?:常务)?副?\s*组\s*长|成\s*员)\s*[：:]\s*$/;
const labelAt = /组\s*长|成\s*员/;

/** 李四平、陈　静为成员, 王小明同志任领导小组成员; 各科室负责人为成员 names nobody. */
const asMembers =
  /(?<=^|[，,；;。：:、])((?:\p{Script=Han}(?:[ \u3000]{1,4}\p{Script=Han}|\p{Script=Han}{1,3})(?:同志)?、){0,12}\p{Script=Han}(?:[ \u3000]{1,4}\p{Script=Han}|\p{Script=Han}{1,3}?))(?:同志)?(?:为|任|担任)(?:领导小组|小组|工作组|专班)?成员(?!单位)/gu;

/** The persons of a sentence who are members of a group. */
export function membersInSentences(lines: readonly Line[]): readonly Party[] {
  return lines.flatMap((line) =>
    line.text.includes('成员')
      ? namedAsMembers(line.facts).map(({ name, start, end }): Party => {
          return { name, role: 'member', vague: false, line, range: line.at(start, end) };
        })
      : [],
  );
}

const namedAsMembers = lineMemo(({ text }: Pick<LineFacts, 'text'>): readonly Member[] =>
  [...text.matchAll(asMembers)].flatMap(({ 1: list = '', index }) =>
    [...list.matchAll(/[^、]+/g)].flatMap(({ 0: written, index: at }) => {
      const bare = written.replace(/同志$/, '');
      const name = bare.replace(/[ \u3000]+/g, '');
      return isPerson(name) ? [{ name, start: index + at, end: index + at + bare.length }] : [];
    }),
  ),
);

/** The role of the last label of a group on a line that begins with one; null on other lines. */
const labelOn = lineMemo(({ text, parties }: Pick<LineFacts, 'text' | 'parties'>): PartyRole | null => {
  if (!labelAt.test(text) || /[。；;]/.test(text)) return null;
  const bare = bareLabel.exec(text)?.[1]?.replace(/^常务/, '');
  if (bare) return roleOfWrittenLabel(bare) ?? null;
  const own = parties.filter(({ role }) => groupRoles.has(role));
  return own[0]?.range.start === 0 ? (own.at(-1)?.role ?? null) : null;
});

interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly post?: string;
}

const nobody: readonly Member[] = [];
const longestLine = 60;

/** The persons of whom a line consists, with their posts. */
const membersOn = lineMemo(({ text, number }: Pick<LineFacts, 'text' | 'number'>): readonly Member[] => {
  if (text.length > longestLine || number || /[。；;：:！？《》“”\d]/.test(text)) return nobody;
  const members: Member[] = [];
  for (const { start, end } of piecesOf(text)) {
    const written = text.slice(start, end);
    const own = isPerson(written)
      ? [{ name: written, range: { start: 0, end: written.length } }]
      : (namesWithPosts(written) ?? []).filter(({ name }) => isPerson(name));
    // 王建华　县委副书记、县长: the other post of the same person.
    if (own.length === 0 && !(members.at(-1)?.post && endsLikeParty(written))) return nobody;
    for (const one of own) {
      const post = 'post' in one ? one.post : undefined;
      members.push({
        name: one.name,
        start: start + one.range.start,
        end: start + one.range.end,
        ...(post ? { post } : {}),
      });
    }
  }
  return members;
});

const isPerson = (name: string) => isLikelyPerson(name) && !endsLikeParty(name);
