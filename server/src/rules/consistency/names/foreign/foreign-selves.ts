import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { mentionSign } from './levels.ts';
import type { OwnName } from './own-names.ts';

/** A “we” of a house within the plan's own, or of a place that the plan's own does not belong to. */
export interface ForeignSelf {
  readonly word: string;
  readonly own: OwnName;
  readonly range: Range;
}

/** 我系自愿申请: I am; 健全镇街联动机制: no 全镇. */
const selves =
  /我(?:系(?![统列数上下着受该\d]|自愿|本人|[一-龥]{2,10}(?:学院|大学|中学|小学|学生)[^，。；]{0,8}[\d级])|镇(?![定静])|乡(?![亲愁音土邻村])|街道)|(?<![健安完保])全(?:[镇乡](?![村镇])|街道)/gu;
const NONE: readonly { readonly word: string; readonly range: Range }[] = [];
const selvesOn = lineMemo(({ text }) => {
  const found = matchesOf(text, selves).map(({ 0: word, index }) => ({
    word,
    range: { start: index, end: index + word.length },
  }));
  return found.length === 0 ? NONE : found;
});

const school = /(?:大学|学院)(?:学生会|团委|委员会|$|(?=第|20\d\d))/;
const ofWholeSchool = /全校|我校|校团委|校学生会|各(?:系|二级学院|院系|学院)/;
const part = /系|分院|二级学院|专业部/;
const community = /(?:社区|村)(?:居民委员会|居委会|村民委员会|村委会|党委|党总支|党支部|$|(?=20\d\d|关于|[“"]))/;
const ofStreet = /街道(?:党工委|办事处|办|工委|党群|各科|科室|宣传|应急)|[报向经由]\S{0,4}街道/;
const ofTown = /(?<![城乡村集])[镇乡](?:党委|人民政府|政府|纪委|里)|[报向经由][镇乡]/;

/**
 * 我系 in the paper of a whole school, 我镇 in that of a neighbourhood that a 街道 is over: said once, where nothing else in the
 * paper speaks of such a house.
 */
export function foreignSelves(own: readonly OwnName[], plan: Plan, lines: readonly Line[]): readonly ForeignSelf[] {
  const found = linesWith(lines, mentionSign).flatMap((line) =>
    line.place === 'quote' ? [] : selvesOn(line.facts).map((said) => ({ line, ...said })),
  );
  const [only, more] = found;
  if (!only || more) return [];
  const { word, line, range } = only;
  const owner = word.endsWith('系') ? ownerOf(own, plan, school) : (ownerOf(own, plan, community) ?? decider(lines));
  if (!owner) return [];
  const texts = lines.map((one) => (one === line ? one.text.replace(word, '') : one.text));
  const says = (pattern: RegExp) => texts.some((text) => pattern.test(text));
  const isForeign = word.endsWith('系')
    ? says(ofWholeSchool) && !own.some(({ name }) => part.test(name)) && !says(hasPart)
    : word.endsWith('街道')
      ? says(ofTown) && !says(/街道/)
      : says(ofStreet) && !says(/(?<![城乡村集])[镇乡](?![村镇亲愁音土邻])/);
  return isForeign ? [{ word, own: owner, range: line.at(range.start, range.end) }] : [];
}

/** 由机电系承办: then the paper may be that of one of them. */
const hasPart =
  /(?<![各院我本全关联])\p{Script=Han}系(?:主办|承办|团总支|学生会|党总支|全体)|(?:主办|承办)[^，。；]{0,12}系/u;

const decided = /经(社区|村)(?:党委|党总支|党支部|党组织|“?两委)[^，。；]{0,12}(?:研究|同意|讨论)/;

/** 经社区党委研究，决定开展…: whose paper it is, where nobody signs. */
function decider(lines: readonly Line[]): OwnName | undefined {
  for (const line of lines) {
    const found = decided.exec(line.text);
    const [, name] = found ?? [];
    if (!found || name === undefined) continue;
    const start = found.index + 1;
    return { name, range: line.at(start, start + name.length) };
  }
  return undefined;
}

function ownerOf(own: readonly OwnName[], { title }: Plan, kind: RegExp): OwnName | undefined {
  const titled = title && kind.exec(title.value);
  const named = own.find(({ name }) => kind.test(name));
  if (named) return named;
  if (!titled || !title) return undefined;
  const name = title.value.slice(0, titled.index + titled[0].length).replace(/^关于/, '');
  return /^\p{Script=Han}{3,14}$/u.test(name) ? { name, range: title.range } : undefined;
}
