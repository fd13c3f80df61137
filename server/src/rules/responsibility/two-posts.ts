import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { isLikelyPerson } from '../../plan/parties/words.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** A person whose posts are told twice, and differ. */
export interface TwoPosts {
  readonly name: string;
  readonly posts: readonly [string, string];
  /** Where the second one stands. */
  readonly range: Range;
  readonly first: Range;
}

interface Told {
  readonly name: string;
  readonly post: string;
  readonly range: Range;
}

/** 　　副组长：韩　冬　镇党委委员, 许大伟　镇派出所所长: one person on a line of a list. */
const onLine =
  /^(?:(?:第一)?(?:副?组\s*长|常务副组长|成\s*员|副?主\s*任|委\s*员|副?总指挥)\s*[：:])?\s*(\p{Script=Han}(?:[\s\u3000]?\p{Script=Han}){1,2})(?:[\s\u3000]{1,8}|\s*[（(])([^\s\u3000，。；：:（）()]{3,24}?)[)）]?[；;，,、。]?$/u;
const isHead = /^(?:第一)?(?:组\s*长|主\s*任|总指挥)\s*[：:]/;
/** So many lines a list may have. */
const LONGEST = 60;

/** Names that stand twice in the list of one group, with two posts. */
function inLists({ lines }: Plan): readonly TwoPosts[] {
  const found: TwoPosts[] = [];
  for (const head of linesWith(lines, listSign)) {
    if (!isHead.test(head.text.trim()) || head.place === 'cell') continue;
    const known = new Map<string, Told>();
    const from = lines.indexOf(head);
    for (const line of lines.slice(from, from + LONGEST)) {
      const told = personOn(line);
      if (!told && line !== head && !listed.test(line.text.trim())) break;
      if (!told || (line !== head && isHead.test(line.text.trim()))) continue;
      const before = known.get(told.name);
      if (before && differ(before.post, told.post))
        found.push({ name: told.name, posts: [before.post, told.post], range: told.range, first: before.range });
      known.set(told.name, told);
    }
  }
  return found;
}
const listSign = sign({ words: ['组长', '主任', '总指挥', '组　长', '主　任'] });
/** A line that belongs to the list and names several, or a kind. */
const listed = /^(?:副|成\s*员|委\s*员|常务)|负责人$|书记$|^各/;

function personOn(line: Line): Told | undefined {
  const match = onLine.exec(line.text.trim());
  const name = match?.[1]?.replace(/[\s\u3000]/g, '');
  const post = match?.[2];
  return name && post && isLikelyPerson(name) ? { name, post, range: line.range } : undefined;
}

/** 何勇（安全环保部部长） and 设备技术部部长何勇: a unit and the title of who leads it. */
const titles = ['部长', '科长', '处长', '股长', '所长', '院长', '校长', '站长', '队长', '局长', '主任', '经理'];
const POST = `\\p{Script=Han}{2,12}[部科处股所院校站队局室心司](?:${titles.join('|')})`;
const inBrackets = new RegExp(`(?<=^|[，。；：:、（(由\\s])(\\p{Script=Han}{2,3})[（(](${POST})[)）]`, 'gu');
const postSign = sign({ words: titles });

interface Mention extends Range {
  readonly name: string;
  readonly post: string;
}
const NONE: readonly Mention[] = [];

const bracketed = lineMemo(({ text }: LineFacts): readonly Mention[] => {
  if (!/[（(]/.test(text)) return NONE;
  const found = matchesOf(text, inBrackets).map(
    ({ 0: words, 1: name = '', 2: post = '', index }): Mention => ({
      name,
      post,
      start: index,
      end: index + words.length,
    }),
  );
  return found.length > 0 ? found.filter(({ name }) => isLikelyPerson(name)) : NONE;
});

/** Persons of whom the plan says that they lead one unit here, and another one of its kind there. */
function inText({ lines }: Plan): readonly TwoPosts[] {
  const withPosts = linesWith(lines, postSign);
  const known = new Map<string, Told>();
  const found: TwoPosts[] = [];
  const add = (line: Line, { name, post, start, end }: Mention): void => {
    const told = { name, post, range: line.at(start, end) };
    const before = known.get(name);
    if (!before) known.set(name, told);
    else if (areAlike(before.post, post)) {
      const [first, second] = before.range.start < told.range.start ? [before, told] : [told, before];
      if (!found.some((one) => one.name === name))
        found.push({ name, posts: [first.post, second.post], range: second.range, first: first.range });
    }
  };
  for (const line of withPosts) for (const mention of bracketed(line.facts)) add(line, mention);
  if (known.size === 0) return found;
  for (const line of withPosts) {
    for (const name of known.keys()) {
      const at = line.text.indexOf(name);
      if (at <= 0) continue;
      const post = inFront.exec(line.text.slice(Math.max(0, at - LONGEST_POST), at))?.[1];
      if (post) add(line, { name, post, start: at - post.length, end: at + name.length });
    }
  }
  return found;
}
const LONGEST_POST = 16;
const inFront = new RegExp(`(?:^|[，。；：:、由\\s])(${POST})$`, 'u');

const differ = (one: string, other: string): boolean => !one.includes(other) && !other.includes(one);

/** 安全环保部部长, 设备技术部部长: the same title in two units, of which neither is a part of the other's name. */
function areAlike(one: string, other: string): boolean {
  const title = one.slice(-2);
  if (title !== other.slice(-2)) return false;
  const [a, b] = [one.slice(0, -2), other.slice(0, -2)];
  return a.slice(-1) === b.slice(-1) && differ(a, b) && !shareEnd(a, b);
}
/** 县农机站, 农机服务站: two ways to call one unit share the characters that tell what it does. */
const shareEnd = (one: string, other: string): boolean => {
  const own = new Set(one.slice(0, -1));
  return [...other.slice(0, -1)].some((unit) => own.has(unit));
};

export function twoPosts(plan: Plan): readonly TwoPosts[] {
  return [...inLists(plan), ...inText(plan)];
}
