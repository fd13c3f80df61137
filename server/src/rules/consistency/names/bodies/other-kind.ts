import { partAround } from '../../../../plan/line/sentences.ts';
import type { Line } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import { holdsInOrder } from '../changes.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { workingBodySign } from './body-sign.ts';

/** A plan has one body of its own, and says 领导小组, 专班 or 指挥部 of it. */
type Kind = '领导小组' | '专班' | '指挥部';

const kinds: readonly Kind[] = ['领导小组', '专班', '指挥部'];
const kindOf = (type: string): Kind | undefined => kinds.find((kind) => type.replace(/^工作/, '').startsWith(kind));

const founded = /(?:成立|组建|设立|建立)[^，。；：《》]{0,30}$/;
/** Whatever tells where a body comes from: it is set up, drawn together, listed or somebody else's. */
const explained = /成立|组建|设立|建立|下设|组成|抽调|设在|班长|组长|成员|名单|各|上级|[省市县区]委|以下简称/;
/** The name of a level in front makes it another body. */
const level = /[省市县区镇乡村街校局院厅委部司]/;
const LONGEST_OWN = 4;

interface Mention {
  readonly name: string;
  /** What stands in front of 领导小组 or 专班. */
  readonly front: string;
  readonly range: Range;
}

/**
 * A body that acts in a clause and that nobody has set up, beside the one that the plan did set up as another kind:
 * 成立…整改工作领导小组, and below: 整改工作专班每月调度一次.
 */
export const otherKinds: NameReader<TwoNames> = { sign: workingBodySign, find: kindsIn };

function kindsIn(lines: readonly Line[]): readonly TwoNames[] {
  if (!hasBothKinds(lines)) return [];
  const own = new Map<Kind, Mention>();
  const mentions = new Map<Kind, Mention[]>();
  const settled = new Set<Kind>();
  for (const line of lines) {
    for (const { name, type, range } of line.facts.workingBodies) {
      const kind = kindOf(type);
      if (!kind) continue;
      const place = line.at(range.start, range.end);
      const front = name.slice(0, name.length - type.length);
      const before = line.text.slice(0, range.start);
      if (founded.test(before.slice(-40)) && !/各/.test(before.slice(-12))) {
        settled.add(kind);
        if (!own.has(kind)) own.set(kind, { name, front, range: place });
        continue;
      }
      const [founder] = [...own].flatMap(([one, body]) => (one === kind ? [] : [body]));
      const isLong = front.length > LONGEST_OWN || level.test(front);
      const told = kind === '指挥部' ? partAround(line.text, range.start) : line.text;
      if (explained.test(told) || (isLong && !(founder && isDrawnFrom(front, founder.front)))) settled.add(kind);
      else if (acts(line.text, range, isLong))
        mentions.set(kind, [...(mentions.get(kind) ?? []), { name, front, range: place }]);
      else settled.add(kind);
    }
  }
  const [kind, ...more] = own.keys();
  const body = kind && own.get(kind);
  if (!kind || !body || more.length > 0) return [];
  return kinds.flatMap((other): readonly TwoNames[] => {
    const named = mentions.get(other) ?? [];
    // A headquarters is often that of those above: its name must be drawn from the plan's own body, and stand once.
    if (other === kind || settled.has(other) || (isHeadquarters(other, kind) && named.length > 1)) return [];
    return named
      .filter(({ name, front }) => isDrawnFrom(front, body.front) || isNamedAfter(name, body.name, other))
      .slice(0, 1)
      .map(({ name, range }) => ({ written: name, other: body.name, range, elsewhere: body.range }));
  });
}

const isHeadquarters = (a: Kind, b: Kind): boolean => a === '指挥部' || b === '指挥部';

/** Hardly any plan speaks of both. */
function hasBothKinds(lines: readonly Line[]): boolean {
  let first: Kind | undefined;
  for (const { facts } of lines) {
    for (const { type } of facts.workingBodies) {
      const kind = kindOf(type);
      if (kind && first && kind !== first) return true;
      first ??= kind;
    }
  }
  return false;
}

/** 整改工作专班 beside 巡察整改工作领导小组; 招商专班 beside it is for something else. */
function isNamedAfter(name: string, own: string, kind: Kind): boolean {
  const front = name.replace(/(?:工作)?(?:专班|领导小组|指挥部).*$/, '');
  if (kind === '指挥部' || own.includes('指挥部')) return front !== '' && own.includes(front) && !usual.test(front);
  return front === '' || own.includes(front) || (front.length > 2 && own.includes(front.slice(0, 2)));
}

/** Headquarters that are there whether a plan sets one up or not. */
const usual = /防汛|抗旱|防火|应急|救援|抢险|现场|前线|前方/;

/** 镇人居环境提升 of 青石镇人居环境整治提升: all its characters, in their order. */
const isDrawnFrom = (front: string, own: string): boolean => front.length > LONGEST_OWN && holdsInOrder(own, front);

/** It stands at the head of a clause, and does something in it; 由整改专班办公室组织 without more of a name is a body that nobody set up. */
function acts(text: string, { start, end }: Range, isLong: boolean): boolean {
  return (
    (isLong ? /(?:^|[，。；：、.．）)\s]由?)$/ : /(?:^|[，。；：、.．）)\s])$/).test(text.slice(0, start)) &&
    /^(?:办公室)?(?:[要将每定按负及对统牵]|会同|组织|汇总)/.test(text.slice(end))
  );
}
