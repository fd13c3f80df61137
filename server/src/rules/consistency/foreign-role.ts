import { lineMemo } from '../../plan/facts.ts';
import { partAround } from '../../plan/line/sentences.ts';
import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith, type Sign, sign } from '../../plan/signs.ts';
import { anyOf } from '../../text/any-of.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';
import { defineRule } from '../rule.ts';
import source from './foreign-role.yaml';
import { otherAudiences } from './names/foreign/audiences.ts';
import { foreignLevels, speaksOfLevels } from './names/foreign/foreign-levels.ts';
import { foreignSelves } from './names/foreign/foreign-selves.ts';
import {
  dominantLevel,
  LEVELS,
  type LevelMention,
  levelsOn,
  mentionSign,
  settledLevel,
} from './names/foreign/levels.ts';
import { ownBodyOf } from './names/foreign/own-bodies.ts';
import { ownNamesOf } from './names/foreign/own-names.ts';
import { siblingsOf } from './names/foreign/siblings.ts';
import { superiorOrder } from './names/foreign/superior-orders.ts';

interface KindWords {
  readonly selves: readonly string[];
  readonly roles: readonly string[];
}
const { kinds, clauseHeads, meetings, submits, posts, inSchools, schools } = source as {
  readonly kinds: Readonly<Record<string, KindWords>>;
  readonly clauseHeads: string;
  readonly meetings: Readonly<Record<string, readonly string[]>>;
  readonly submits: readonly string[];
  readonly posts: Readonly<Record<string, readonly string[]>>;
  readonly inSchools: readonly string[];
  readonly schools: readonly string[];
};

const allMeetings = [...new Set(Object.values(meetings).flat())];
const allWords = [...new Set(Object.values(kinds).flatMap(({ selves, roles }) => [...selves, ...roles]))];
/** 推动我镇党员干部: whatever stands in front of these, they are said of oneself; 我处理, 自我院 are other words. */
const plainSelves = allWords.filter((word) => /^我(?:[校局镇乡村园厂司]|公司|街道|社区|办事处)$/.test(word));
/** 我园林工人, 由我司机接送, 美化我校园, 我爱我校 */
const longer =
  '我(?:校[园准正验]|局[部限面势]|镇[定静]|乡(?:[亲愁音土邻]|村(?:振兴|建设|治理|旅游))|村民|园[林地区艺丁]|厂[房区]|司[机法仪])';
/**
 * A role stands at the head of a clause or behind a word that governs it; 教育局机关 is another body's. A meeting stands
 * behind what hands something in: 报局长办公会.
 */
const spoken = new RegExp(
  `(?<=^|[${clauseHeads}\\s]|组织|参加|按照|引导|动员|号召|发动|激励)(?!${longer})(?:${anyOf(allWords)})|(?<=${anyOf(submits)})(?:${anyOf(allMeetings)})|(?<![自爱护])(?!${longer})(?:${anyOf(plainSelves)})`,
  'g',
);

/** A word that is said of twice as often as this is how the body speaks; then its kind was read wrongly. */
const MOST = 3;

/** A role, an office or a “we” of another kind of body. */
export const foreignRole = defineRule<'role' | 'self' | 'audience' | 'level' | 'siblings' | 'superior'>({
  id: 'foreign-role',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F31'],
  fixes: [],
  summary: {
    zh: '出现了其他层级、其他类型单位的机构和称谓',
    en: 'An office or a “we” that belongs to another kind of body',
  },
  messages: {
    role: {
      zh: '本方案的单位是“{own}”，却出现“{word}”，疑为套用其他单位文稿的遗留，请核对。',
      en: 'The plan is that of “{own}”, yet it says “{word}”: left over from another text?',
    },
    self: {
      zh: '本方案的单位是“{own}”，却自称“{word}”，疑为套用其他单位文稿的遗留，请核对。',
      en: 'The plan is that of “{own}”, yet it calls itself “{word}”: left over from another text?',
    },
    audience: {
      zh: '此表用于{audience}，却出现“{word}”，疑为套用其他表格的遗留，请核对。',
      en: 'The table is for {audience}, yet it says “{word}”: left over from another table?',
    },
    level: {
      zh: '全文以“{own}”为范围，此处却称“{word}”，疑为套用上级文稿的遗留，请核对。',
      en: 'The plan speaks of “{own}” throughout, and of “{word}” here: left over from another text?',
    },
    superior: {
      zh: '通知写给本单位的“{addressed}”，此处却是上级才有的对象“{word}”，疑为改用上级来文时漏改，请核对。',
      en: 'The notice goes to “{addressed}” of one house, and speaks here to “{word}”, as only its superior does.',
    },
    siblings: {
      zh: '本方案由“{own}”制定，却对“{word}”提出要求，疑为套用上级文稿的遗留，请核对。',
      en: 'The plan is that of “{own}”, yet it tells “{word}” what to do: left over from another text?',
    },
  },
  checkPlan({ document, plan, report }) {
    const lines = linesInOrder(document, plan);
    const kind = kindOf(plan);
    const own = kind === undefined ? undefined : wordsOf(kind);
    if (own) {
      for (const [word, places] of placesOf(lines, own, signOfKind.get(kind ?? ''))) {
        const message = own.selves.includes(word) ? 'self' : 'role';
        if (places.length > MOST || isOwnWord(word, plan)) continue;
        if (message === 'self' && (!isOddOneOut(places.length, plan, lines) || isOfPasser(word, lines))) continue;
        for (const range of places) report({ message, params: { word, own: plan.body?.name ?? '' }, range });
      }
    }
    for (const { word, range } of postsOf(lines, kind))
      report({ message: 'role', params: { word, own: plan.body?.name ?? '' }, range });
    const place = placeOfTitle.exec(plan.title?.value ?? '')?.[0];
    for (const { word, range } of schoolRolesOf(lines, kind ?? (place === undefined ? undefined : 'street')))
      report({ message: 'role', params: { word, own: plan.body?.name ?? place ?? '' }, range });
    for (const table of plan.tables) {
      const word = kind === 'village' ? undefined : strangeInTable(table);
      if (word)
        report({ message: 'audience', params: { audience: word.audience, word: word.text }, range: word.range });
    }
    for (const { own: place, word, range } of siblingsOf(plan, lines))
      report({ message: 'siblings', params: { own: place, word }, range });
    const order = superiorOrder(plan, lines);
    if (order)
      report({ message: 'superior', params: { addressed: order.addressed, word: order.word }, range: order.range });
    const body = speaksOfLevels(lines) ? ownBodyOf(ownNamesOf(plan, document), plan, lines) : undefined;
    for (const { word, range } of foreignLevels(body, lines))
      report({ message: 'role', params: { own: body?.name ?? '', word }, range });
    for (const { word, own: owner, range } of foreignSelves(ownNamesOf(plan, document), plan, lines))
      report({ message: 'self', params: { own: owner.name, word }, range });
    for (const { word, range } of otherAudiences(plan, kind, lines))
      report({ message: 'role', params: { own: plan.body?.name ?? '', word }, range });
    const level = strangeLevel(linesWith(lines, mentionSign), plan.title?.value ?? '');
    if (level) report({ message: 'level', params: { own: level.own, word: level.word }, range: level.range });
  },
});

const allPosts = [...new Set(Object.values(posts).flat())];
/** 由镇党委副书记负责审核, 镇党委每季度听取述职: the post stands at the head of a clause and acts in the work. 邀请局长参加 does not. */
const actingPost = new RegExp(
  `(?<=^|[，。；：由])(${anyOf(allPosts)})(?=(?:同志)?(?:负责(?!人|同志)|审核|审定|审批|签发|每(?:月|季度?|半年)至?少?(?:听取|专题研究|召开)))`,
  'g',
);
const postSign = sign({ words: allPosts });

const postsOn = lineMemo(({ text }): readonly SpokenWord[] => {
  const found = matchesOf(text, actingPost).map(({ 0: word, index }) => ({
    word,
    range: { start: index, end: index + word.length },
  }));
  return found.length > 0 ? found : NO_WORDS;
});

/** The posts of other kinds of bodies that do something in the plan; a habit of the text is none of another one. */
function postsOf(lines: readonly Line[], kind: string | undefined): readonly SpokenWord[] {
  const own = posts[kind ?? ''];
  if (!own) return NO_WORDS;
  const found = linesWith(lines, postSign).flatMap((line) =>
    line.place === 'quote'
      ? []
      : postsOn(line.facts)
          .filter(({ word }) => own.includes(word))
          .map(({ word, range }) => ({ word, range: line.at(range.start, range.end) })),
  );
  return found.length > MOST ? NO_WORDS : found;
}

/** 云津街道2026年防汛应急演练方案, without an office behind the name. */
const placeOfTitle = /^\p{Script=Han}{2,6}(?:街道|社区)(?=20\d\d年|关于|[“"])/u;
const schoolRole = new RegExp(`(?<=^|[，。；：])(?:${anyOf(inSchools)})(?=[要应须将负组带按对在])`, 'g');
const schoolRoleSign = sign({ words: inSchools });
const schoolSign = sign({ words: schools });
const withoutSchools: ReadonlySet<string> = new Set(['hospital', 'enterprise', 'village', 'town', 'street']);

/** 各年级班主任组织好本班学生 in the drill of a street, which speaks of no school otherwise. */
function schoolRolesOf(lines: readonly Line[], kind: string | undefined): readonly SpokenWord[] {
  if (!kind || !withoutSchools.has(kind)) return NO_WORDS;
  const [line, more] = linesWith(lines, schoolRoleSign).filter(({ text }) =>
    inSchools.some((one) => text.includes(one)),
  );
  if (!line || more || line.place === 'quote') return NO_WORDS;
  const speaks = ({ text }: Line) => schools.some((word) => text.includes(word));
  if (linesWith(lines, schoolSign).some(speaks)) return NO_WORDS;
  const [found, another] = matchesOf(line.text, schoolRole);
  if (!found || another) return NO_WORDS;
  const [word] = found;
  return [{ word, range: line.at(found.index, found.index + word.length) }];
}

function wordsOf(kind: string): KindWords | undefined {
  const own = kinds[kind];
  return own && { selves: own.selves, roles: [...own.roles, ...(meetings[kind] ?? [])] };
}

/** Our kinds are finer than those of the issuing body where what an office may be called depends on it. */
function kindOf({ body }: Plan): string | undefined {
  if (!body || body.source === 'text') return undefined;
  if (/^(?:other|government)$/.test(body.kind) && /大学|学院/.test(body.name)) return 'university';
  // 教育集团 has schools, a 领导小组办公室 is of any house.
  if (/教育集团|(?:小组|专班|指挥部)办公室$/.test(body.name)) return undefined;
  // The committees of a school: 共青团云川县第一中学委员会, 中共云川一中委员会.
  if (inSchool.test(body.name)) return 'school';
  if (body.kind !== 'government' && body.kind !== 'party') return body.kind;
  if (/(?:街道|办事处)(?:党工委|工作委员会|工委|办事处)?$/.test(body.name)) return 'street';
  if (/[镇乡](?:党委|人民政府|政府|委员会)?$/.test(body.name)) return 'town';
  return /[局厅](?:党组|党委)?$|委员会$|办公室$/.test(body.name) ? 'bureau' : undefined;
}

/**
 * 各位老师：…我校有3个名额: the school that passes a paper of the bureau on says so in front of it, and its 本校 is that of each
 * who reads it.
 */
function isOfPasser(word: string, lines: readonly Line[]): boolean {
  if (!/^[我本]校$/.test(word)) return false;
  return word === '本校'
    ? linesWith(lines, schoolSign).some(({ text }) => text.includes(word) && /学校|各校/.test(text))
    : lines.some(({ text }) => toSchool.test(text));
}
const toSchool = /^(?:各位|全体|全校|各)(?:老师|教师|教工|教职工|师生|同学|学生|班主任|班级|班)[：:]/;

const inSchool =
  /^(?:共青团|中共|中国共产党).{0,20}(?:中学|小学|学校|[一二三四五六七八九十]中)(?:委员会|党委|团委|总支|支部)/;

/**
 * True when the plan otherwise calls itself what it is. Where nothing does, the kind of the body may
 * have been read wrongly, and only a name that leaves no doubt lets a single “we” stand against it.
 */
function isOddOneOut(count: number, { body }: Plan, lines: readonly Line[]): boolean {
  const own = lines.filter(({ facts }) => facts.selfName?.kind === body?.kind).length;
  const name = (body?.name ?? '').replace(/(?:党支部|党总支)$/, '');
  return own > 0 ? own >= count : count === 1 && leavesNoDoubt.test(name);
}

const leavesNoDoubt =
  /(?:小学|中学|幼儿园|医院|卫生院|有限公司|村民委员会|居民委员会|街道(?:办事处|党工委|工作委员会)|[镇乡](?:人民政府|党委))$/;

/** A vocational school, a college or a research institute calls itself 我院 and has 科室. */
function isOwnWord(word: string, { body }: Plan): boolean {
  const name = body?.name ?? '';
  if (/^[我全]院$/.test(word)) return /院/.test(name);
  if (word === '各科室' || word === '机关各科室') return /职业|技工|技师|技术|大学|学院|党校|医|站|所/.test(name);
  // 第三工程局集团 has a 局长.
  return allMeetings.includes(word) && name.includes(word.charAt(0));
}

/** The words wherever they stand: a cheap test in front of the pattern that looks around each. */
const anyWord = new RegExp(anyOf([...allWords, ...plainSelves, ...allMeetings]));
const NO_WORDS: readonly SpokenWord[] = [];

interface SpokenWord {
  readonly word: string;
  readonly range: Range;
}

/** Of the words that are foreign to a kind. */
const signOfKind: ReadonlyMap<string, Sign> = new Map(
  Object.entries(kinds).map(([kind, { selves, roles }]) => [
    kind,
    sign({ words: [...selves, ...roles, ...(meetings[kind] ?? [])] }),
  ]),
);

const spokenOn = lineMemo((facts): readonly SpokenWord[] => {
  if (!anyWord.test(facts.text)) return NO_WORDS;
  return matchesOf(facts.text, spoken)
    .map((match) => ({ word: match[0], range: { start: match.index, end: match.index + match[0].length } }))
    .filter(
      ({ range }) =>
        !facts.quotations.some((quote) => quote.range.start <= range.start && range.end <= quote.range.end),
    );
});

/** 柏树小学组织全校学生: the sentence says which house the whole is of; 按管理局通知，在局机关举办的 is that office's. */
function isWholeOfAnother(word: string, text: string, at: number): boolean {
  if (word.startsWith('局'))
    return /(?:按照?|根据|接到?)[^，。；]{0,8}局(?![部面限势机])/u.test(partAround(text, at).replaceAll(word, ''));
  if (!/^全(?:[校院厂镇乡]|公司)$/.test(word)) return false;
  const rest = partAround(text, at).replace(word, '');
  const house = word.slice(-1);
  return rest.includes(house) || (house === '校' && /学院|小学|中学|大学|幼儿园/.test(rest));
}

/** “PS：我校高一学生…”, below a paper that is passed on. */
const isAside = /^(?:ps|备注|另|附言)\s?[：:]/i;

function placesOf(
  lines: readonly Line[],
  { selves, roles }: KindWords,
  ofKind: Sign | undefined,
): ReadonlyMap<string, readonly Range[]> {
  const places = new Map<string, Range[]>();
  for (const line of ofKind ? linesWith(lines, ofKind) : []) {
    if (line.place === 'quote' || isAside.test(line.text)) continue;
    for (const { word, range } of spokenOn(line.facts)) {
      // 局机关各科室 is of a body that has a 局机关.
      if (!selves.includes(word) && !roles.some((role) => word.startsWith(role))) continue;
      if (isWholeOfAnother(word, line.text, range.start)) continue;
      const at = line.at(range.start, range.end);
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  }
  return places;
}

const actsItself = /^(?:负责同志|主要负责|书记|班子|领导班子|委员|要|应)/;

/** 党工委 in a table for villages or neighbourhoods: streets have one. */
function strangeInTable({
  title,
  rows,
}: PlanTable): { readonly text: string; readonly audience: string; readonly range: Range } | undefined {
  const subject = title?.value.replace(/[（(][^（()）]{0,20}[)）]/g, '') ?? '';
  const audience = /社区|村(?!镇)/.exec(subject)?.[0];
  if (audience === undefined || /街道|镇|乡/.test(subject)) return undefined;
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.carried) continue;
      for (const line of cell.lines) {
        if (!line.text.includes('党工委')) continue;
        const found = spokenOn(line.facts).find(
          ({ word, range }) => word === '党工委' && actsItself.test(line.text.slice(range.end)),
        );
        if (found) return { text: found.word, audience, range: line.at(found.range.start, found.range.end) };
      }
    }
  }
  return undefined;
}

/** 我市 in a plan that speaks of 全区 all along: once, and of a level above its own. */
function strangeLevel(
  lines: readonly Line[],
  title: string,
): { readonly own: string; readonly word: string; readonly range: Range } | undefined {
  const dominant = dominantLevel(lines, title);
  const own = dominant ?? settledLevel(lines);
  if (own === undefined) return undefined;
  const strange: { readonly line: Line; readonly found: LevelMention }[] = [];
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (const found of levelsOn(line.facts)) {
      if (found.self && isAbove(found.level, own)) strange.push({ line, found });
    }
  }
  const [only] = strange;
  if (!only || strange.length > 1) return undefined;
  if (dominant === undefined && !furthers.test(only.line.text.slice(0, only.found.range.start))) return undefined;
  // 县 and 区 are one level: the plan is quoted with the word that it uses itself.
  const ofOwn = ({ level }: LevelMention) => level === own;
  const sayingSo = lines.find(({ facts }) => levelsOn(facts).some(ofOwn));
  const said = sayingSo && levelsOn(sayingSo.facts).find(ofOwn);
  const whole = said ? `全${said.word.slice(1)}` : `全${own}`;
  const { line, found } = only;
  // 代表我省参加国赛: who gets on is of a larger place.
  if (line.text.slice(0, found.range.start).endsWith('代表')) return undefined;
  return { own: whole, word: found.word, range: line.at(found.range.start, found.range.end) };
}

/** What a plan does for the place that it is of: 切实推进[我县]秸秆禁烧工作. */
const furthers = /(?:推进|推动|做好|抓好|加强|提升|提高|促进|改善|改变|优化|规范|确保|增强|加快|使|助推)$/;

const isAbove = (level: string, own: string) => {
  const a = LEVELS.indexOf(level);
  const b = LEVELS.indexOf(own);
  return a >= 0 && b >= 0 && a < b;
};
