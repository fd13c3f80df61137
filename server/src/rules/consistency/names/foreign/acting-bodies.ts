import { type LineFacts, lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith, sign } from '../../../../plan/signs.ts';
import { answeringCells } from '../../../../plan/tables/table-fields.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../foreign-org.yaml';
import { differInNumeral, standsOutside } from './foreign-names.ts';
import { introduces } from './introduced.ts';
import {
  type BodyName,
  type BodySort,
  bodySorts,
  isPlaceSort,
  isRelatedTo,
  nameAt,
  nextHead,
  type OwnBody,
  ownBodyOf,
  placeNameAt,
} from './own-bodies.ts';
import type { OwnName } from './own-names.ts';

const words = source as {
  readonly beside: Readonly<Record<string, readonly string[]>>;
  readonly organs: readonly string[];
  readonly party: readonly string[];
};

/** Another body of the plan's own sort that acts, receives or decides as if it were the plan's own. */
export interface ActingBody {
  readonly name: string;
  readonly own: OwnName;
  readonly range: Range;
  /** It may be another party after all. */
  readonly unsure?: boolean;
}

/** A name behind a word that may lead to one who acts. */
interface Led extends BodyName {
  readonly start: number;
}

interface Acting extends BodyName {
  /** The office of it that is named: 行政审批局. */
  readonly organ: string;
  readonly start: number;
  readonly end: number;
}

/** 办 of 办法, 处 of 处理 is no office. */
const organ = new RegExp(`^\\p{Script=Han}{0,12}?(?:${anyOf(words.organs)})(?![法门分署理置点面有属在学技长])`, 'u');
const decides = '审定|审核|审批|审议|批准|同意|研究|验收|认定|备案|评定';
/** What leads to a name, and what must stand behind it in its clause; with an office of the name, unless `alone`. */
const frames: readonly { readonly lead: RegExp; readonly behind: RegExp; readonly alone?: boolean }[] = [
  { lead: /由$/, behind: /^/ },
  { lead: /由$/, behind: /^(?:统一|负责解释|最终解释|审定|审批)/, alone: true },
  { lead: /(?:[上呈]报|报送|报请|报经|提交|提请|[报交送])[至给到]?$/, behind: /^/ },
  { lead: /经$/, behind: new RegExp(`^.{0,16}?(?:${decides})`), alone: true },
  { lead: /归$/, behind: /^.{0,6}?所有/, alone: true },
  { lead: /纳入$/, behind: /^.{0,12}?(?:考核|绩效|预算|目标|评价|评先)/, alone: true },
  { lead: /在$/, behind: /^.{0,12}?(?:官网|官方网站|网站|公众号|公告栏|公示栏|主页)/, alone: true },
  { lead: /其中$/, behind: /^.{0,12}?(?:查办|查处|立案|办结)/ },
];
/** 报告, 报名 and 交流 hand nothing to anybody. */
const leads =
  /由|[上呈]报|报送|报请|报经|提交|提请|[报交送](?![告名刊表道纸流通接])|经|归|纳入|在(?=[^，。；]{0,26}(?:官网|网站|公众号|公告栏|公示栏|主页))|其中/g;
/** Lines without it lead to nobody who acts or is reported to. */
export const leadSign = sign({ units: '由经归报交送', words: ['纳入', '网站', '官网', '众号', '其中', '提请'] });
const party = new RegExp(anyOf(words.party));
const NONE: readonly never[] = [];

/** The bodies of a sort that may act on a line, most of them the plan's own. */
const ledOn = {} as Record<BodySort, (facts: LineFacts) => readonly Led[]>;
for (const sort of bodySorts) ledOn[sort] = lineMemo((facts) => readLed(facts, sort));

function readLed({ text }: LineFacts, sort: BodySort): readonly Led[] {
  let found: Led[] | undefined;
  // In front of a name stands one unit at least.
  if (nextHead(text, 1, sort) > text.length) return NONE;
  for (leads.lastIndex = 0; leads.test(text); ) {
    const behindLead = leads.lastIndex;
    const start = '至给到'.includes(text.charAt(behindLead)) ? behindLead + 1 : behindLead;
    const name = nameAt(text, start, sort);
    if (!name) continue;
    found ??= [];
    found.push({ ...name, start });
  }
  return found ?? NONE;
}

/** The same as one who acts, where its clause says so. */
function actingAt(text: string, led: Led): Acting | undefined {
  const { name, start } = led;
  const lead = text.slice(Math.max(0, start - 4), start);
  const end = start + name.length;
  const rest = /^[^，。；：、（(“]{0,24}/.exec(text.slice(end))?.[0] ?? '';
  const office = organ.exec(rest)?.[0] ?? '';
  const fits = frames.some(
    (frame) => frame.lead.test(lead) && frame.behind.test(rest) && (frame.alone || office !== ''),
  );
  return fits ? { ...led, organ: office, end } : undefined;
}

/** Takes the names of a sort in the cells of those who answer for something. */
function takeFromCells({ tables }: Plan, sort: BodySort, take: (line: Line, acting: Acting) => void): void {
  for (const { lines } of answeringCells(tables))
    for (const line of lines)
      if (nextHead(line.text, 0, sort) < line.text.length)
        for (const acting of namesInCell(line.facts)) take(line, acting);
}

const namesInCell = lineMemo(({ text }): readonly Acting[] => {
  const found = matchesOf(text, wholeNames).flatMap((match): readonly Acting[] => {
    const name = placeNameAt(text, match.index);
    const rest = name ? match[0].slice(name.name.length) : '';
    if (!name || organ.exec(rest)?.[0] !== rest) return [];
    return [{ ...name, organ: rest, start: match.index, end: match.index + name.name.length }];
  });
  return found.length === 0 ? NONE : found;
});
const wholeNames = /(?<=^|[、，；\s])[\p{Script=Han}]{4,20}(?=$|[、，；\s])/gu;

/** Used more often, a name belongs to the plan. */
const MOST = 2;

/** Bodies of the plan's own sort that act in it once; where several do, the plan deals with them. */
export function actingBodies(own: readonly OwnName[], plan: Plan, lines: readonly Line[]): readonly ActingBody[] {
  const ours = ownBodyOf(own, plan, lines);
  if (!ours) return [];
  let only: { readonly line: Line; readonly acting: Acting } | undefined;
  const seen = new Set<string>();
  const isOther = (body: BodyName) =>
    body.sort === ours.sort &&
    !seen.has(body.name) &&
    (!isRelatedTo(ours, body) || differInNumeral(ours.name, body.name));
  const take = (line: Line, acting: Acting): void => {
    seen.add(acting.name);
    only ??= { line, acting };
  };
  const read = ledOn[ours.sort];
  for (const line of linesWith(lines, leadSign)) {
    if (line.place === 'quote') continue;
    for (const led of read(line.facts)) {
      const acting = isOther(led) ? actingAt(line.text, led) : undefined;
      if (acting) take(line, acting);
    }
  }
  if (isPlaceSort(ours.sort))
    takeFromCells(plan, ours.sort, (line, acting) => {
      if (isOther(acting)) take(line, acting);
    });
  if (!only || seen.size > 1) return [];
  const { line, acting } = only;
  if (isOtherParty(line.text, acting) || !isOwnMatter(ours, acting, lines)) return [];
  if (!isRare(acting, ours, lines) || isIntroduced(acting, lines)) return [];
  return [
    {
      name: acting.name + acting.organ,
      own: { ...ours.owner, name: ours.name },
      range: line.at(acting.start, acting.end + acting.organ.length),
      unsure: !/^(?:county|town|community)$/.test(ours.sort),
    },
  ];
}

/** 其中 leads to one of several cases that the plan tells; it is no matter that one of them is an 案例. */
function isOtherParty(text: string, { name, start }: Acting): boolean {
  const clause = clauseAt(text, start).replace(name, '');
  return party.test(text.slice(start - 2, start) === '其中' ? clause.replace(/(?:典型)?案例/, '') : clause);
}

/** The clause around a place, up to the marks beside it. */
export function clauseAt(text: string, at: number): string {
  const end = text.slice(at).search(/[，。；]/);
  return text.slice(
    Math.max(...['，', '。', '；'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1,
    end < 0 ? undefined : at + end,
  );
}

const inner = /^(?:党委|董事会|安委会|安委办|工会|总经理|职代会|纪委)/;

/** What cities and firms have to do with others is more; there the name must stand where the own one would. */
function isOwnMatter(ours: OwnBody, { name, sort, organ: office, stem }: Acting, lines: readonly Line[]): boolean {
  if (sort === 'city') {
    const bare = `市${office}`;
    return office !== '' && lines.some(({ text }) => text.split(name).join('').includes(bare));
  }
  if (sort !== 'enterprise') return true;
  return inner.test(office) || (stem !== '' && tradeOf(name) === tradeOf(ours.name));
}

/** 水务集团 of 润泽水务集团. */
const tradeOf = (name: string) => /.{2}(?:有限责任公司|有限公司|集团公司|集团|公司)$/.exec(name)?.[0];

/** 青石县水利局（以下简称共建单位）: whom the plan gives a short name, it deals with. */
function isIntroduced({ name }: Acting, lines: readonly Line[]): boolean {
  return lines.some(({ text }) => introduces(text, name));
}

function isRare({ name, stem }: Acting, ours: OwnBody, lines: readonly Line[]): boolean {
  const key = stem === '' || differInNumeral(ours.name, name) ? name : stem;
  let count = 0;
  for (const { text } of lines) {
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
      if (++count > MOST || (text.startsWith(name, at) && standsOutside(text, at, name))) return false;
    }
  }
  return true;
}
