import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Line, Party, Plan } from '../../plan/model.ts';
import { isLikelyPerson } from '../../plan/parties/words.ts';
import { hasSign, linesWith } from '../../plan/signs.ts';
import { hasField, ownerFields } from '../../plan/tables/table-fields.ts';
import { matchesOf } from '../../text/matches.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';
import { addUnnamedBehindLabels, addUnnamedInSentences, type Unnamed, unnamedCells, unnamedSign } from './unnamed.ts';

const alsoVague = { zh: '此处也只写“{name}”', en: 'Here, too, only “{name}”' };

/** Each of so many places is told by itself; more are the habit of the whole plan, told once. */
const few = 4;

/** 各责任单位: whoever has been made responsible. */
const isResponsible = (name: string) => /(?:责任|牵头)(?:单位|部门|科室)/.test(name);
const settling =
  /(?:明确|确定|落实|列明|指定|细化)[^。]{0,24}责任(?:单位|部门|科室)|(?:责任|牵头)(?:单位|部门|科室)[：:]/;

/** Index of a name in the text of its line. */
const placeOf = (name: string, line: Line, range: Range): number =>
  line.text.indexOf(name, Math.max(0, range.start - line.range.start));

/** 成员：各部门、各车间负责人: who holds the office is known. */
function isByOffice({ line, name, range }: Party): boolean {
  const at = placeOf(name, line, range);
  if (at < 0) return false;
  const behind = line.text.slice(at + name.length, at + name.length + 24);
  return /^成\s*员/.test(line.text) || /^(?:、各[一-龥]{1,8}){0,3}(?:主要|分管|有关)?负责(?:人|同志)/.test(behind);
}

/** 责任单位：县应急局、各行业部门: beside one with a name these stand for whom it concerns. */
const concerned = /^各行业|镇$|街$|乡$/;
const isBeside = ({ name, role, range, line }: Party, { parties }: Plan): boolean =>
  role !== 'leadUnit' &&
  concerned.test(name) &&
  parties.some((other) => !other.vague && other.line === line && other.range.start === range.start);

/**
 * What somebody must be known to do; 相关单位将名单报办公室, 有关单位报送验收材料 and 相关单位做好迎接检查准备 are for whom it concerns.
 */
const acts =
  /^(?:(?![报交迎申备]|接受|接收|准备|做好|完成|参加|配合|自查)[^，。；]){0,24}?(?:检查|抽查|督查|验收|评比|评审|评选|考核|通报|审核|汇总|公示)(?![^。；]{0,16}报送?[^。；]{0,12}(?:办|室|局|委|部|科|组))/;
const nobody = /^[市县区镇校]?(?:有关|相关)/;
/** So close in front of who acts stands the day. */
const BEHIND_DAY = 6;

/** 12月12日至16日，相关部门对…进行检查: who comes on that day. */
function addOnDay(facts: LineFacts, found: Unnamed[]): void {
  const { text } = facts;
  if (!(text.includes('有关') || text.includes('相关')) || facts.dates.length === 0) return;
  for (const { name, vague, range } of facts.actors(0)) {
    const isHere =
      vague &&
      nobody.test(name) &&
      acts.test(text.slice(range.end)) &&
      facts.dates.some(({ range: day }) => day.end <= range.start && range.start - day.end <= BEHIND_DAY);
    if (isHere) found.push({ name, range });
  }
}

/** 资料交给专人归档: whoever gets it. */
const handed = /(?:交给|交与|转交|移交给?)(专人|专门人员|有关人员|相关人员)/;

function addReceiver(text: string, found: Unnamed[]): void {
  const match = text.includes('交') ? handed.exec(text) : null;
  const name = match?.[1];
  if (!match || name === undefined) return;
  const end = match.index + match[0].length;
  found.push({ name, range: { start: end - name.length, end } });
}

/** 指派专人在会前检查: who that is, nobody can tell. 由教务处专人负责 and 由县教育局安排专人 name the body that answers. */
const somebody =
  /(?:安排|指定|落实|明确|指派|确定|抽调|选派|委派|配备|由)(?:了)?(专人|专门机构|专门人员)(?=[^一-龥]|$|[负具对在到进值引定归分协看值管按每做开实跟督组联全接保])/g;
/** 作品当场收齐，专人保管: nobody is even asked to send somebody. */
const somebodyAlone =
  /(?<=[，；。])(专人|专门人员)(?=(?:负责|保管|管理|看管|看护|值守|登记|记录|收集|汇总|核对)(?!制|[^，。；]{0,4}的))/g;
/** 总务处要做好登记，专人保管; 李强负责门卫，专人值守: whoever the sentence begins with answers for it. */
const bodyFirst =
  /^[一-龥]{1,12}?[局处科室班村委办部校院会站所队司组长师员任](?=[要应须将把对做建按统及]|负责|牵头|会同|实行|组织|落实|安排)/;
const personFirst = /^([一-龥]{2,3})(?=负责|牵头)/;
function isOfNamed(before: string): boolean {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const words = sentence.replace(/^[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])*[\s\u3000]*/, '');
  return bodyFirst.test(words) || isLikelyPerson(personFirst.exec(words)?.[1] ?? '');
}
/** 由县教育局, 各班: the body in the clause in front of it. */
const bodyInFront = /由[^，。；]{0,14}[局处科室班村委办部校院会站所队心司][^，。；]{0,4}$/;
/** 由曾庆林设置警示标志并安排专人看护: who sends somebody is named. */
const personInFront = /由([一-龥]{2,3})(?:负责)?(?:设置|组织|安排|指定|联系|督促|牵头)[^，。；]{0,14}$/;
const isPersonInFront = (before: string): boolean => isLikelyPerson(personInFront.exec(before)?.[1] ?? '');
const isSentBySomebody = (before: string): boolean => bodyInFront.test(before) || isPersonInFront(before);

function isSentByPerson({ line, name, range }: Party): boolean {
  const at = placeOf(name, line, range);
  return at > 0 && isPersonInFront(line.text.slice(Math.max(0, at - 24), at));
}
/** 有关部门要按规定办理…, 区相关部门(单位)负责实施; 各有关单位要… are those whom it concerns. */
const OFFICE = '[省市县区镇乡校局]?(?:有关|相关)(?:职能)?(?:部门|单位|科室|处室|股室)';
const someOffice = new RegExp(
  `(?:^|[。；，和])(${OFFICE})(?=(?:[（(](?:单位|部门)[)）])?(?:共同|分别|具体)?负责(?!人|的|同志))|(?:^|[。；，])(${OFFICE})(?=(?:要|应当?|须)(?!加强|高度|充分|积极|认真|切实|提高|统一|密切|广泛|立即组织))`,
  'g',
);

/** Adds who is to do it, told by words that name nobody, wherever the sentence has them. */
function addToldByWords(text: string, found: Unnamed[]): void {
  if (!/专[人门]|[有相]关/.test(text)) return;
  for (const pattern of [somebody, somebodyAlone, someOffice]) {
    for (const { 0: words, 1: first, 2: name = first ?? '', index } of matchesOf(text, pattern)) {
      if (pattern === somebody && isSentBySomebody(text.slice(Math.max(0, index - 20), index))) continue;
      if (pattern === somebodyAlone && isOfNamed(text.slice(0, index))) continue;
      const end = index + words.length;
      found.push({ name, range: { start: end - name.length, end } });
    }
  }
}

/** The plan says elsewhere who they are, item by item, or orders it to be set down. */
function isSettled(plan: Plan): boolean {
  if (plan.tables.some((table) => hasField(table, ownerFields))) return true;
  return plan.lines.some(({ text }) => text.includes('责任') && settling.test(text));
}

/** What the words of one line leave unnamed; of two that overlap the first counts. */
interface UnnamedOnLine {
  /** Those that count more than a whole cell. */
  readonly first: readonly Unnamed[];
  readonly others: readonly Unnamed[];
}

const NONE: UnnamedOnLine = { first: [], others: [] };

const unnamedOn = lineMemo((facts): UnnamedOnLine => {
  if (!hasSign(facts, unnamedSign)) return NONE;
  const first: Unnamed[] = [];
  addOnDay(facts, first);
  addReceiver(facts.text, first);
  const others: Unnamed[] = [];
  addToldByWords(facts.text, others);
  addUnnamedBehindLabels(facts.text, others);
  addUnnamedInSentences(facts.text, others);
  return first.length + others.length === 0 ? NONE : { first, others };
});

/** All that a plan leaves unnamed, those of its lines in front of whole cells of its tables. */
function unnamedIn(plan: Plan): readonly Unnamed[] {
  const lines = linesWith(plan.lines, unnamedSign);
  const found: Unnamed[] = [];
  const add = (kind: keyof UnnamedOnLine): void => {
    for (const line of lines) {
      if (line.place === 'quote') continue;
      for (const { name, range } of unnamedOn(line.facts)[kind])
        found.push({ name, range: line.at(range.start, range.end) });
    }
  };
  add('first');
  found.push(...unnamedCells(plan));
  add('others');
  return found;
}

/**
 * Those of the lines, and of the measures: who acts in one, or stands in its row. 各相关科室 in a row stands for those whom
 * it concerns.
 */
function vagueParties({ parties, measures }: Plan): readonly Party[] {
  const found = parties.filter(({ vague }) => vague);
  for (const { parties: own, row } of measures) {
    for (const party of own) {
      if (!party.vague || (row && party.name.startsWith('各'))) continue;
      if (!found.some(({ range }) => overlaps(range, party.range))) found.push(party);
    }
  }
  return found;
}

/** Left open, not vague: 待定. */
export const isOpen = (name: string): boolean => name === '待定';

/** 专人, 有关部门, 相关单位 as the one who answers. */
export const vagueResponsible = defineRule<'place' | 'vague'>({
  id: 'vague-responsible',
  family: 'responsibility',
  severity: 'info',
  basis: ['条例-24', 'practice'],
  faults: ['F07'],
  fixes: [],
  summary: {
    zh: '责任主体笼统：专人、有关部门、相关单位',
    en: 'Somebody unnamed answers: 专人, 有关部门, 相关单位',
  },
  messages: {
    place: {
      zh: '“{name}”没有落到具体的单位或人，请写明由谁负责。',
      en: '“{name}” names nobody in particular; say who answers for it.',
    },
    vague: {
      zh: '“{name}”没有落到具体的单位或人{count |（全篇此类#处）}，请写明由谁负责。',
      en: '“{name}” names nobody in particular{count | (# such places)}; say who answers for it.',
    },
  },
  checkPlan({ plan, report }) {
    const named = vagueParties(plan).filter(
      (party) =>
        !isOpen(party.name) &&
        !isByOffice(party) &&
        !isSentByPerson(party) &&
        !isBeside(party, plan) &&
        !(isResponsible(party.name) && isSettled(plan)),
    );
    // 4月13日，相关科室牵头考核: read as one who answers, and as one who acts.
    const known: Range[] = named.map(({ range }) => range);
    const others = unnamedIn(plan).filter(({ range }) => {
      if (known.some((one) => overlaps(one, range))) return false;
      known.push(range);
      return true;
    });
    const vague = [...named, ...others].sort((a, b) => a.range.start - b.range.start);
    const first = vague[0];
    if (!first) return;
    if (vague.length <= few) {
      for (const { name, range } of vague) report({ message: 'place', params: { name }, range });
      return;
    }
    report({
      message: 'vague',
      params: { name: first.name, count: vague.length },
      range: first.range,
      related: vague
        .slice(1)
        .map((party) => ({ message: alsoVague, params: { name: party.name }, range: party.range })),
    });
  },
});
