import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { carriers } from '../../plan/plans.ts';
import { hasSign, linesWith, sign } from '../../plan/signs.ts';
import { genreOf } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding, type Severity } from '../rule.ts';
import table from './document-genre.yaml';
import { twoGenres } from './two-genres.ts';

const { families, allowed, neutral } = table as {
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly allowed: Readonly<Record<string, readonly string[]>>;
  readonly neutral: readonly string[];
};
const familyOf = new Map(
  Object.entries(families).flatMap(([family, words]) => words.map((word) => [word, family] as const)),
);
const genreWords = [...familyOf.keys()];
// No text calls itself 函 in these words.
const heads = genreWords.filter((word) => familyOf.get(word) !== 'letter').join('|');
/** 提出如下实施意见, 制定以下工作方案, 制订本办法: the text speaks of itself. */
const selfMade = new RegExp(
  `(?:提出|制定|制订|拟定|拟订|拟出|形成)(?:了)?(?:(?:如下|以下)([\\p{Script=Han}]{0,8}?(?:${heads}))|[本此]((?!地|单|部|级|校|县|市|区|镇|乡|村|局|院|公|企|行业|系|级|社)[\\p{Script=Han}]{0,4}?(?:${heads})))(?=[。，；：:,！]|$)`,
  'u',
);
/** 现将…汇报如下, 现将有关事项通知如下. */
const toldAsFollows = /现(?:就|将|把)[^。；]{0,80}?(汇报|报告|总结|小结|通知|通报|请示)(?=如下)/u;
/** What is a verb as well: 通知如下. */
const canBeTold = /(?:汇报|报告|总结|小结|通知|通报|请示|函告|函复|批复|公告|通告|公示)$/u;
/** 本办法自印发之日起施行. */
const inForce = new RegExp(`本([\\p{Script=Han}]{0,4}(?:${heads}))自[^。]{1,16}(?:施行|执行|实施)`, 'u');

/** 各村要根据本办法制定具体措施: what else is called so is no kind of plan. */
const accordingTo =
  '(?<=根据|按照|依据|依照|遵照|对照)本((?:实施|管理|暂行)?(?:办法|细则|条例|章程|简章|意见|预案))(?!\\p{Script=Han}?[》”])';

/** 符合本实施意见第七条, 本办法所称…: further down the text speaks of itself by the way. */
const byTheWay = new RegExp(
  `本((?:实施|指导|工作|管理|暂行)?(?:${heads}))(?=所[称指]|自|由|第|中的?|未尽|适用|规定|施行|要求|确定|明确|的(?:要求|规定|通知|解释))|${accordingTo}`,
  'u',
);

/** What a name by the way and a proposal need: 本方案, 本实施意见, 现就. */
const selfSign = sign({
  words: ['现就', ...['实施', '指导', '工作', '管理', '暂行', ...genreWords].map((word) => `本${word.charAt(0)}`)],
});

/** How a text calls itself, and where; `family` as in the table. */
interface SelfName {
  readonly words: string;
  readonly family: string;
  /** The word at the end: 意见 of 实施意见. */
  readonly head: string;
  readonly range: Range;
  /** The genre's own words, which can be replaced by those of the title. */
  readonly genre: Range;
  readonly told: boolean;
}

type MessageId = 'doubled' | 'differs' | 'told' | 'closing' | 'closingLetter' | 'closingPlan' | 'carried' | 'untitled';

/** Title says 方案, text says 实施意见. */
export const documentGenre = defineRule<MessageId>({
  id: 'document-genre',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-8', '条例-19'],
  faults: ['F36'],
  fixes: ['suggested'],
  summary: { zh: '标题的文种与正文的自称不一致', en: 'Title and text name different genres' },
  messages: {
    doubled: {
      zh: '标题末尾“{own}”叠用了两个文种，请只留一个，或者写作“关于……{first}的{second}”。',
      en: 'The title ends in two genres, “{own}”: keep {first} or {second}.',
    },
    differs: {
      zh: '标题是“{title}”，正文却自称“{own}”，文种前后不一。',
      en: 'The title says {title}, the text calls itself {own}.',
    },
    told: {
      zh: '标题是“{title}”，正文却写“{own}如下”，文种前后不一。',
      en: 'The title says {title}, the text says {own}.',
    },
    closing: {
      zh: '标题是“{title}”，结尾却写“{own}”，文种前后不一；上报的用“报告”，否则删去这一句。',
      en: 'The title says {title}, the text closes with {own}.',
    },
    closingLetter: {
      zh: '标题是“{title}”，结尾却写“{own}”，文种前后不一；函用“特此函告”或“特此函达”。',
      en: 'The title says {title}, the text closes with {own}; a letter has closing words of its own.',
    },
    closingPlan: {
      zh: '标题是“{title}”，结尾却写“{own}”，这是请示、通知、报告的用语，方案不用；需要上报、印发的，另写请示或者通知，方案作附件。',
      en: 'The title says {title}, the text closes with {own}: words of a request, notice or report, which would carry the plan.',
    },
    untitled: {
      zh: '全文是{title}，这里却写“{own}”，文种前后不一。',
      en: 'The text is a {title}, and here it says {own}.',
    },
    carried: {
      zh: '标题称印发的是“{title}”，正文却写“{own}”，所印发的文件文种前后不一。',
      en: 'The title passes on a paper of the kind {title}, the text calls it {own}.',
    },
  },
  ofCarriers: true,
  checkPlan({ document, plan, profile, report }) {
    const doubled = doubledIn(plan, document.markdown.text);
    if (doubled) report(doubled);
    const carried = carriedOf(plan);
    if (carried) report(carried);
    const title = titleGenre(plan);
    if (!title) {
      const misnamed = genreOf(plan.title?.value ?? '') ? undefined : misnamedIn(plan, profile.id);
      if (misnamed) report(misnamed);
      return;
    }
    const closing = closingOf(plan, title);
    if (closing) {
      const { line, words } = closing;
      const other = title.family === 'letter' ? 'closingLetter' : 'closing';
      report({
        message: isOf(title, 'plan') ? 'closingPlan' : other,
        params: { title: title.genre, own: words },
        range: line.at(line.text.indexOf(words), line.text.indexOf(words) + words.length),
        severity: 'info',
      });
    }
    for (const { line, self } of selfNames(plan)) {
      if (fits(title, self)) continue;
      const severity: Severity = sameTrade(title.family, self.family) ? 'info' : 'warning';
      report({
        message: self.told ? 'told' : 'differs',
        params: { title: title.genre, own: self.words },
        range: line.at(self.range.start, self.range.end),
        severity,
        ...(plan.title && plan.title.range.start >= plan.range.start
          ? { related: [{ message: { zh: '标题', en: 'The title' }, range: plan.title.range }] }
          : {}),
        // 现将有关情况方案如下 is no sentence.
        ...(self.told && !canBeTold.test(replacement(title, self))
          ? {}
          : {
              fix: {
                title: { zh: '改为“{genre}”', en: 'Say {genre}' },
                params: { genre: replacement(title, self) },
                safety: 'suggested',
                edits: [{ range: line.at(self.genre.start, self.genre.end), text: replacement(title, self) }],
              },
            }),
      });
      return;
    }
  },
});

function doubledIn({ title, range: { start } }: Plan, source: string): Finding<'doubled'> | undefined {
  const own = title && title.range.start >= start ? twoGenres(title.value) : undefined;
  if (!title || own === undefined) return undefined;
  const at = source.lastIndexOf(own, title.range.end);
  if (at < title.range.start) return undefined;
  const range = { start: at, end: at + own.length };
  return { message: 'doubled', params: { own, first: own.slice(0, 2), second: own.slice(2) }, range };
}

interface TitleGenre {
  /** As in the title: 实施方案. */
  readonly genre: string;
  readonly family: string;
  /** All of the title: 仪式方案及工作安排 is of both families. */
  readonly text: string;
}

function titleGenre(plan: Plan): TitleGenre | undefined {
  // 关于印发《…方案》的通知: words in book-title marks are another document's.
  const text = (plan.title?.value ?? '').replace(/《[^《》]*》|\s+/g, '');
  const genre = genreOf(text);
  // …整改落实情况及下一步整改计划 tells of both.
  if (!genre || accountAndPlan.test(text)) return undefined;
  const family = familyOf.get(headOf(genre) ?? '');
  return family === undefined ? undefined : { genre, family, text };
}

/** Whether the title has a genre word of a family. */
function isOf({ family: own, text }: TitleGenre, family: string): boolean {
  return own === family || (family !== 'report' && (families[family] ?? []).some((word) => text.includes(word)));
}

const accountAndPlan = /(?:情况|总结|小结|报告)[及和与暨][^，。]{0,12}(?:计划|安排|打算|方案|要点)$/;

function headOf(genre: string): string | undefined {
  return genreWords.find((word) => genre.endsWith(word));
}

/** 特此报告。, on a line of its own behind all that is said. */
const closingLine = /^(特此(?:报告|汇报|请示|通知|通报|公告|通告|函[告达复]))[。！]?$/;
/** So many lines up from the end: closing words, addressee, attachments, signature. */
const LAST_LINES = 12;

/** 妥否，请批示。 and 以上请示，请批复。: words that ask a superior, on a line of their own. */
const requestLine =
  /^((?:以上|上述)?(?:方案|请示|计划|意见|安排)?[，,]?[妥当可]否[，,]?(?:敬)?请(?:予|领导)?(?:批示|审批|审示|批准|核准|批复|示复|指示|核示)|(?:以上|上述)请示[，,]?(?:敬)?请(?:予)?(?:批示|审批|批准|批复)|(?:以上|上述)(?:报告|汇报|总结|情况报告)[，,]?(?:如有不妥[，,])?(?:敬)?请(?:予|领导|各位领导)?(?:批示|审批|审示|审阅|审议|审核|审定|阅示|核示|指示|指正|批评指正))[。！]?$/;

interface Closing {
  readonly line: Line;
  readonly words: string;
}

/** A summary, a report or a notice that closes as another kind of paper; a plan may be closed by what carries it. */
function closingOf(plan: Plan, title: TitleGenre): Closing | undefined {
  const isPlan = isOf(title, 'plan');
  // 附件 of a notice: its last words may be those of the notice.
  if (isPlan && (plan.attachment || plan.kind === '' || carriers.has(plan.kind))) return undefined;
  for (let at = Math.max(0, plan.lines.length - LAST_LINES); at < plan.lines.length; at++) {
    const line = plan.lines[at];
    if (!line || line.place === 'quote' || line.place === 'cell') continue;
    const text = line.text.trim();
    const asked = isPlan && text.includes('请') ? requestLine.exec(text)?.[1] : undefined;
    if (asked !== undefined) return { line, words: asked };
    const words = text.startsWith('特此') ? closingLine.exec(text)?.[1] : undefined;
    if (words === undefined) continue;
    const family = words.startsWith('特此函') ? 'letter' : familyOf.get(words.slice(2));
    if (!family) continue;
    if (isOf(title, family) ? isOtherNotice(title, words.slice(2)) : isPlan || !allowed[title.family]?.includes(family))
      return { line, words };
  }
  return undefined;
}

/** A 通知 that closes with 特此公告: of one family, but each with closing words of its own. */
function isOtherNotice({ genre, family, text }: TitleGenre, word: string): boolean {
  return family === 'notice' && genre.endsWith('通知') !== (word === '通知') && !text.includes(word);
}

/** A summary or a plan whose title is lost, or is that of a new file: by its parts one still knows what it is. */
function misnamedIn(plan: Plan, profile: string): Finding<'untitled'> | undefined {
  if (plan.attachment) return undefined;
  if (profile !== 'summary') {
    const asked = plan.lines
      .slice(-LAST_LINES)
      .find(({ text, place }) => place === 'paragraph' && requestLine.test(text.trim()));
    if (!asked || !plan.lines.some(({ text }) => setsPlan.test(text))) return undefined;
    const own = requestLine.exec(asked.text.trim())?.[1] ?? '';
    const start = asked.text.indexOf(own);
    const range = asked.at(start, start + own.length);
    return { message: 'untitled', params: { title: '方案', own }, range, severity: 'info' };
  }
  for (const line of plan.lines) {
    const self = line.place === 'paragraph' ? namedByTheWay(line.facts) : null;
    if (!self || (self.family !== 'plan' && self.family !== 'opinion')) continue;
    const range = line.at(self.range.start, self.range.end);
    return { message: 'untitled', params: { title: '小结', own: `本${self.words}` }, range };
  }
  return undefined;
}

const setsPlan = /(?:制定|制订|拟定|拟订)[本此][\p{Script=Han}]{0,4}方案/u;

/** 关于印发…工作方案的通知, without marks around the name. */
const passedOn = /(?:印发|转发|下发)(.{4,80})的通知$/;
/** 《…实施意见》，现印发给你们: what the notice passes on, as its text calls it. */
const passedInText =
  /(?:制定|制订|研究制定|拟定|形成)了?《([^《》]{4,60})》[^《》]{0,24}(?:印发|转发|下发)(?:给你们|你们)|现[将把]《([^《》]{4,60})》[^《》。]{0,12}(?:印发|转发|下发)(?:给你们|你们)/;

/** A notice whose title passes on a plan, and whose text an opinion. */
function carriedOf({ kind, title, lines }: Plan): Finding<'carried'> | undefined {
  if (kind !== '通知' || !title) return undefined;
  const own = bareKindOf(passedOn.exec(title.value.replace(/[\s《》]+/g, ''))?.[1]);
  if (!own) return undefined;
  for (const line of lines) {
    const match = line.text.includes('印发') || line.text.includes('发给') ? passedInText.exec(line.text) : null;
    const name = match?.[1] ?? match?.[2];
    if (!match || name === undefined) continue;
    const told = bareKindOf(name);
    if (!told || told.family === own.family || sameTrade(told.family, own.family)) return undefined;
    const end = line.text.indexOf(`${name}》`) + name.replace(/[（(][^（()）]{1,10}[)）]$/, '').length;
    return {
      message: 'carried',
      params: { title: own.genre, own: told.genre },
      range: line.at(end - told.genre.length, end),
      related: [{ message: { zh: '标题', en: 'The title' }, range: title.range }],
    };
  }
  return undefined;
}

function bareKindOf(name: string | undefined): { readonly genre: string; readonly family: string } | undefined {
  const genre = name === undefined ? undefined : genreOf(name);
  const family = genre && familyOf.get(headOf(genre) ?? '');
  return genre && family ? { genre, family } : undefined;
}

/** The opening, or the head of the first section where there is none; and the last lines, which say since when it holds. */
function placesOf(plan: Plan): readonly Line[] {
  const first = plan.sections[0];
  const head = plan.opening.length > 0 ? plan.opening : first ? [first.heading, ...first.body.slice(0, 2)] : [];
  return plan.closing && !head.includes(plan.closing) ? [...head, plan.closing] : head;
}

/** What the text calls itself at its head and end, and then by the way. */
function selfNames(plan: Plan): readonly { readonly line: Line; readonly self: SelfName }[] {
  const found: { readonly line: Line; readonly self: SelfName }[] = [];
  for (const line of placesOf(plan)) {
    const self = selfNameOf(line.facts);
    if (self) found.push({ line, self });
  }
  // Papers that are printed below a plan have names of their own.
  let end: number | undefined;
  for (const line of linesWith(plan.lines, selfSign)) {
    const self =
      line.place === 'paragraph' || line.place === 'item'
        ? (namedByTheWay(line.facts) ?? putForward(line.facts))
        : undefined;
    if (!self) continue;
    end ??= plan.lines.find(({ text }) => annex.test(text))?.index ?? Number.POSITIVE_INFINITY;
    if (line.index < end) found.push({ line, self });
  }
  return found;
}

/** 附件1, 附：, 附表 at the head of a line. */
const annex = /^[\s\u3000]*附[\s\u3000]*(?:[件表录]|[：:])/;

const namedByTheWay = lineMemo((facts): SelfName | null => {
  const { text } = facts;
  const match = hasSign(facts, selfSign) ? byTheWay.exec(text) : null;
  const words = match?.[1] ?? match?.[2] ?? '';
  const head = headOf(words);
  const family = head && familyOf.get(head);
  if (!match || !head || !family || family === 'notice' || /《[^《》]*$/.test(text.slice(0, match.index))) return null;
  const genre = { start: match.index + 1, end: match.index + 1 + words.length };
  return { words, family, head, range: { start: match.index, end: genre.end }, genre, told: false };
});

/** 现就第二阶段工作提出如下实施意见, at the end of a review of the first. */
const putForward = lineMemo((facts): SelfName | null =>
  facts.text.includes('现就') && /现就[^。；]{1,40}提出(?:了)?(?:如下|以下)/.test(facts.text)
    ? selfNameOf(facts)
    : null,
);

const selfNameOf = lineMemo(({ text }): SelfName | null => read(text) ?? null);

function read(text: string): SelfName | undefined {
  if (!/如下|以下|本|此/.test(text)) return undefined;
  const told = toldAsFollows.exec(text);
  const made = selfMade.exec(text) ?? undefined;
  const force = inForce.exec(text) ?? undefined;
  // What others have put forward is no name for this text: 县委提出如下意见，…
  const match = told ?? made ?? force;
  if (!match) return undefined;
  const words = match[1] ?? match[2] ?? '';
  const head = headOf(words);
  const family = head && familyOf.get(head);
  if (!family || !head) return undefined;
  const end = match.index + match[0].length;
  const at = told ? end - words.length : match.index + match[0].lastIndexOf(words, match[0].length - 1);
  const genre = { start: at, end: at + words.length };
  const range = told
    ? { start: at, end: end + 2 }
    : made
      ? { start: match.index, end: genre.end }
      : { start: at - 1, end: genre.end };
  return { words, family, head, range, genre, told: told !== null };
}

function fits(title: TitleGenre, self: SelfName): boolean {
  if (isOf(title, self.family)) return true;
  if (neutral.includes(self.head) && !/^本|^此/.test(self.words) && self.words.length <= 4 && self.family === 'plan')
    return true;
  return Object.entries(allowed).some(([family, own]) => own.includes(self.family) && isOf(title, family));
}

/** 方案, 办法 and 预案 lie close together; between them and 意见, 汇报 there is a difference of kind. */
function sameTrade(a: string, b: string): boolean {
  const close = ['plan', 'measures', 'emergency'];
  return close.includes(a) && close.includes(b);
}

function replacement(title: TitleGenre, self: SelfName): string {
  // 现将有关事项函告如下.
  if (title.family === 'letter') return '函告';
  return self.told ? (headOf(title.genre) ?? title.genre) : title.genre;
}
