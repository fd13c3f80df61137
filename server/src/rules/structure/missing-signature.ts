import { bodyKindOf } from '../../plan/bodies.ts';
import { isSheet } from '../../plan/labels.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { attachmentMark } from '../../plan/signature.ts';
import { genreOf } from '../../plan/titles.ts';
import { asksForDecision } from '../../profiles/decision-paper.ts';
import type { Profile } from '../../profiles/profile.ts';
import { regimeOf } from '../../profiles/regime.ts';
import { type Range, shift } from '../../text/range.ts';
import { carrierOf } from '../carriers.ts';
import { defineRule, type Fix, type RecognisedPlan, type Severity } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';

type MessageId = 'both' | 'issuer' | 'date' | 'undated' | 'year';

interface Options {
  /** Profiles whose plans need no signature of their own: they are kept by those who use them. */
  readonly exemptProfiles: readonly string[];
}

/** What a plan lacks at its end; ranges count from the start of the plan. */
interface Lack {
  readonly message: MessageId;
  readonly range: Range;
  readonly at: number;
  readonly severity?: Severity;
  /** The name in its title, to be put below it. */
  readonly issuer?: string;
}

/** No issuer or no date at the end of a plan that stands alone. */
export const missingSignature = defineRule<MessageId, Options>({
  id: 'missing-signature',
  family: 'structure',
  severity: 'warning',
  basis: ['9704-7.3.5', '条例-9', 'practice'],
  faults: ['F02'],
  fixes: ['suggested'],
  options: { exemptProfiles: ['task-breakdown'] },
  summary: {
    zh: '独立成文的方案没有署名或者成文日期',
    en: 'No issuer or no date at the end of a plan that stands alone',
  },
  messages: {
    both: {
      zh: '文末没有署名，也没有成文日期。请在正文之下写明发文机关和成文日期（如“2024年3月5日”）；作为附件印发的，由正文的通知署名。',
      en: 'The plan ends without issuer and date. Put both below the text, unless a notice carries the plan.',
    },
    issuer: {
      zh: '只有日期，没有署名。请在成文日期之上写明发文机关。',
      en: 'There is a date and no issuer. Put the issuer above the date.',
    },
    date: {
      zh: '只有署名，没有成文日期。请在署名之下写明成文的年、月、日。',
      en: 'There is an issuer and no date. Put the full date below the issuer.',
    },
    undated: {
      zh: '标题之下写了“{issuer}”，标题之下和文末都没有成文日期。请写明成文的年、月、日。',
      en: '“{issuer}” stands below the title, and no date there or at the end. Write the full date.',
    },
    year: {
      zh: '成文日期没有年份，请写全年、月、日。',
      en: 'The date of issue has no year; write year, month and day.',
    },
  },
  checkDocument({ document, plans, options, report }) {
    // Plans that stand in one file are one bundle: a signature anywhere is theirs, and one finding is enough.
    let first: { readonly plan: Plan; readonly lack: Lack } | undefined;
    for (const recognised of plans) {
      const lack = lackOf(recognised, document.markdown.text, options);
      if (lack === 'signed') return;
      const notice = carrierOf(document, recognised.plan);
      const half = notice && halfOf(notice, recognised.profile, document.markdown.text);
      if (half) first ??= { plan: notice, lack: half };
      if (lack) first ??= { plan: recognised.plan, lack };
    }
    if (!first) return;
    const { message, range, at, severity, issuer } = first.lack;
    const { start } = first.plan.range;
    report({
      message,
      ...(message === 'undated' ? { params: { issuer: issuer ?? '' } } : {}),
      range: shift(range, start),
      ...(severity ? { severity } : {}),
      fix: insertion(message, at + start, issuer, document.markdown.text),
    });
  },
});

interface Known {
  readonly profile: Profile;
  readonly exempt: readonly string[];
  /** What Markdown leaves out of the plan stands behind it: see `markupBehind`. */
  readonly behind: string;
  readonly lack: Found;
}
const known = new WeakMap<object, Known>();
type Found = Lack | 'signed' | undefined;

/** Kept as long as the text of the plan stays the same, and what stands behind it, wherever it stands. */
function lackOf({ plan, profile }: RecognisedPlan, source: string, options: Options): Found {
  const before = known.get(plan.identity);
  const behind = markupBehind(plan, source);
  if (before?.profile === profile && before.exempt === options.exemptProfiles && before.behind === behind)
    return before.lack;
  const lack = read(plan, profile, source, options);
  known.set(plan.identity, { profile, exempt: options.exemptProfiles, behind, lack });
  return lack;
}

const ofNotices = new WeakMap<object, { readonly profile: Profile; readonly lack: Lack | undefined }>();

/** The same for the notice that carries a plan, which is not read again while its text stays the same. */
function halfOf(notice: Plan, profile: Profile, source: string): Lack | undefined {
  let known = ofNotices.get(notice.identity);
  if (known?.profile !== profile) {
    known = { profile, lack: lackOfNotice(notice, profile, source) };
    ofNotices.set(notice.identity, known);
  }
  return known.lack;
}

/** Texts that are not yet issued, or are no text but a table. */
const draft = /(?:征求意见稿|讨论稿|送审稿|送审|草案|草稿|初稿|模板|范本|参考样式|样表|RFC)[)）\]】]?$/;
const bareKind = /(?:表|图|台账|清单|行事历|校历)$/;
/** 第3周工作安排表（3.16—3.22）: such a remark stands behind the kind. */
const remark = /[（(][^（()）]{1,16}[)）]$/;
/** A date that is still to be filled in: ××××年×月×日, 2024年 月 日. */
const blankDate = /年[\d×xX_＿*○〇\s\u3000]{0,6}月/;
/** 20xx年3月1日, 二○××年三月: the year is. */
const blankYear = /^[^。，；]{0,24}?(?:(?:19|20)[xX×＊*_＿]{1,2}|[xX×＊*_＿]{4}|二[○〇零][xX×＊*_＿]{1,2})年/;
/** 2024年3月  日, 2024年3月××日. */
const blankDay = /年.{1,4}月[\s\u3000×xX_＿*]{1,8}日/;
/** 2024年6月411日 as well: a slip, told by the rule for days. */
const wholeDate = /(?:19|20)\d\d年\d{1,2}月\d{1,4}日$/;
/** 9月8日 and 9.8 on a line of its own, below the issuer. */
const yearless = /^(?:\d{1,2}月\d{1,2}日|(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01]))$/;
/** 2026.3 and 2019 .01.03: how a date is written is not asked here. */
const inFigures = /^(?:19|20)\d\d\s?[.．]\s?\d{1,2}(?:\s?[.．]\s?\d{1,2})?$/;
const writtenMonth = /[\d一二三四五六七八九十]\s?月/;
const blankDateLength = 44;

function read(plan: Plan, profile: Profile, source: string, options: Options): Found {
  const { closing, issuer, issued, attachment, title } = plan;
  if (issuer && issued) return 'signed';
  if (isSpeech(plan) || asksForDecision(plan)) return undefined;
  const unsigned = attachment ? unsignedBehindNotice(plan) : unsignedBeforeAttachment(plan, profile, source);
  if (unsigned) return unsigned;
  if (!closing || options.exemptProfiles.includes(profile.id)) return undefined;
  const genre = genreOf(title?.value ?? '') ?? plan.kind;
  if (attachment || isDraft(plan)) return undefined;
  if (bareKind.test(genre) || bareKind.test((title?.value ?? '').replace(remark, '').trimEnd())) return undefined;
  if (!isOfParts(plan) || endsBlank(plan, closing) || endsInMarkup(plan, closing, source)) return undefined;
  // Before 2012 the head of a document with its number named the issuer, and the seal stood on the date.
  if (regimeOf(plan, profile) === 'pre-2012' && hasOwnNumber(plan)) return undefined;
  const { start } = plan.range;
  const named = namedAbove(plan);
  // `date:` in the front matter of a web page is no date of issue that asks for an issuer.
  if (issued && !plan.lines.some(({ range }) => range.start <= issued.range.start && issued.range.end <= range.end))
    return undefined;
  if (issued) {
    return {
      message: 'issuer',
      range: shift(issued.range, -start),
      at: issued.range.start - start,
      // Whose plan it is can be read in its title or above it.
      ...(named ? { severity: 'info' as const, issuer: named } : {}),
    };
  }
  const last = plan.lines.findLast(({ text }) => text.trim() !== '');
  // 2026年8月32日: it is signed, on a day that does not exist.
  if (last && last.text.trim().length <= blankDateLength && wholeDate.test(last.text.trim())) return 'signed';
  if (last && inFigures.test(last.text.trim())) return 'signed';
  if (last && yearless.test(last.text.trim())) {
    // Where the plan knows no year at all, missing-year says so.
    if (!plan.lines.some(({ text }) => /(?:19|20)\d\d年/.test(text))) return 'signed';
    return { message: 'year', range: shift(last.range, -start), at: last.range.start - start };
  }
  // The sheet of a single activity hangs where everybody knows whose it is.
  if (!issuer && isSheet(plan)) return undefined;
  if (!issuer && ofNoOffice(plan)) return undefined;
  const isBelowTitle =
    issuer !== undefined &&
    title !== undefined &&
    title.range.end <= issuer.range.start &&
    issuer.range.end <= closing.range.start;
  if (issuer && !isBelowTitle)
    return { message: 'date', range: shift(issuer.range, -start), at: issuer.range.end - start };
  if (issuer) {
    const at = behindNote(plan, closing).range.end - start;
    return { message: 'undated', range: shift(lastWords(closing), -start), at, issuer: issuer.value };
  }
  return {
    message: 'both',
    range: shift(lastWords(closing), -start),
    ...(isActivity(plan, profile) ? { severity: 'info' as const } : {}),
    at: Math.max(behindNote(plan, closing).range.end, ...tablesBelow(plan, closing)) - start,
    ...(named ? { issuer: named } : {}),
  };
}

/**
 * A notice whose own title is lost passes the plan on, and the date stands below the plan, without an office: neither of the two
 * texts is signed.
 */
function unsignedBehindNotice(plan: Plan): Lack | undefined {
  const { title, issuer, issued, lines, range } = plan;
  if (!title || !issued || issuer || issued.range.start < title.range.end) return undefined;
  const head = lines.filter((line) => line.range.end <= title.range.start);
  if (!head.some(({ text }) => passedOn.test(text)) || head.some(isSignature)) return undefined;
  if (!lines.some((line) => line.range.start <= issued.range.start && issued.range.end <= line.range.end))
    return undefined;
  const named = namedAbove(plan);
  return {
    message: 'issuer',
    range: shift(issued.range, -range.start),
    at: issued.range.start - range.start,
    ...(named ? { severity: 'info' as const, issuer: named } : {}),
  };
}

const passedOn = /(?:印发|转发|下发)(?:给你们|你们)/;
const isSignature = ({ text }: Line): boolean =>
  !/文件$/.test(text.trim()) &&
  !/[。：:]/.test(text) &&
  (bodyKindOf(text) !== undefined || /\d年\d{1,2}月/.test(text) || yearless.test(text.trim()));

const noteOfAttachments = /^附\s*件\s*[：:]/;
const addressed = /^[^。；]{2,90}[：:]$/;

/** A notice with addressee and note of attachments that goes over into 附件1 at once: its signature stood between them. */
function unsignedBeforeAttachment(plan: Plan, profile: Profile, source: string): Lack | undefined {
  const { kind, closing, issuer, issued, lines, opening, range } = plan;
  if (kind !== '通知' || !closing || issuer || issued || isDraft(plan)) return undefined;
  if (regimeOf(plan, profile) === 'pre-2012' || endsInMarkup(plan, closing, source)) return undefined;
  const from = lines.indexOf(closing) + 1;
  const note = lines[from];
  const mark = lines.findIndex(({ text }, at) => at > from && attachmentMark.test(text));
  if (!note || !noteOfAttachments.test(note.text) || mark < 0) return undefined;
  const between = lines.slice(from + 1, mark);
  if (!opening.some(({ text }) => addressed.test(text)) || !between.every(isNoted)) return undefined;
  return {
    message: 'both',
    range: shift(lastWords(closing), -range.start),
    at: behindNote(plan, closing).range.end - range.start,
    severity: 'info',
    ...(plan.body?.source === 'title' ? { issuer: plan.body.name } : {}),
  };
}

const isNoted = ({ facts }: Line): boolean => facts.number?.kind === 'arabic';

/** Several parts, or one that has several: 一、工作流程 with its steps. */
const isOfParts = ({ sections }: Pick<Plan, 'sections'>): boolean =>
  sections.length >= 2 || (sections[0] !== undefined && isOfParts(sections[0]));

/** The office in the title, or in the head of the paper above it: 青禾县教育局文件. */
function namedAbove({ body, title, lines }: Plan): string | undefined {
  if (body?.source === 'title') return body.name;
  if (!title) return undefined;
  for (const { text, range } of lines.slice(0, headLength)) {
    if (range.start >= title.range.start) return undefined;
    const office = text.replace(/\s+/g, '').replace(/文件$/, '');
    if (office.length <= 30 && bodyKindOf(office)) return office;
  }
  return undefined;
}

/** So many lines may stand above a title: office, number, urgency. */
const headLength = 6;

/**
 * A notice that carries a plan and is signed by halves: with a date alone, or with its office alone. A notice without both may have
 * lost them with the head of a web page.
 */
function lackOfNotice(notice: Plan, profile: Profile, source: string): Lack | undefined {
  const { closing, issuer, issued, lines } = notice;
  if (!closing || (!issuer && !issued) || (issuer && issued)) return undefined;
  // What stands in the plan behind it is no signature of the notice.
  const own = source.slice(0, Math.max(notice.range.end, closing.range.end));
  if (isDraft(notice) || endsBlank(notice, closing) || endsInMarkup(notice, closing, own)) return undefined;
  if (regimeOf(notice, profile) === 'pre-2012' || lines.slice(-4).some(({ text }) => yearless.test(text.trim())))
    return undefined;
  const { start } = notice.range;
  if (issuer) return { message: 'date', range: shift(issuer.range, -start), at: issuer.range.end - start };
  if (!issued) return undefined;
  const named = namedAbove(notice);
  return {
    message: 'issuer',
    range: shift(issued.range, -start),
    at: issued.range.start - start,
    ...(named ? { severity: 'info' as const, issuer: named } : {}),
  };
}

/** Headings of Markdown without the numbers of an office, and no unit in the title: a plan of a team, which nobody issues. */
function ofNoOffice({ body, sections, lines }: Plan): boolean {
  if (body || !sections.some(({ style }) => style === 'markdown')) return false;
  const numbered = ({ number }: Plan['sections'][number]) => number?.kind === 'han' || number?.kind === 'chapter';
  return (
    !sections.some(numbered) && !lines.some(({ text }) => /(?:通知|方案|计划|安排)如下|制定[^，。]{0,6}方案/.test(text))
  );
}

const greeting =
  /^(?:尊敬的|敬爱的|亲爱的|各位(?:领导|同事|同志|代表|委员|老师|评委)|同志们|主[任席]、[^。]{0,12}(?:委员|代表))/;
/** Date, place and name of the speaker may stand between the title and the greeting. */
const greetingLines = 5;

/** 尊敬的各位领导、同事们，大家好！… or 主任、各位副主任、各位委员：: it is read out, and who speaks says so at its beginning. */
function isSpeech({ lines }: Plan): boolean {
  return lines
    .slice(0, greetingLines)
    .some(({ text }) => greeting.test(text) && /[：:！!]|好[，,。]/.test(text.slice(0, 40)));
}

/** （送审稿） in the title or on a line below it. */
function isDraft({ title, opening }: Plan): boolean {
  const below = opening[0]?.text ?? '';
  return draft.test(title?.value ?? '') || (below.length <= 12 && draft.test(below));
}

/** Plans of single activities often stay within the house, where everybody knows whose they are. */
function isActivity(plan: Plan, profile: Profile): boolean {
  return (
    profile.id.includes('activity') ||
    /(?:活动|会议|学习|读书|比赛|竞赛|仪式|日程)[^会]{0,4}$/.test(plan.title?.value ?? '')
  );
}

/** Longest last paragraph that is marked as a whole; of a longer one the last sentence is. */
const marked = 200;

function lastWords(closing: Line): Range {
  if (closing.text.length <= marked) return closing.range;
  const last = closing.facts.sentences.at(-1);
  return last ? closing.at(last.range.start, last.range.end) : closing.range;
}

function endsBlank(plan: Plan, closing: Line): boolean {
  return [closing, ...plan.lines.slice(-4)].some(
    ({ text }) =>
      (text.length <= blankDateLength &&
        (blankDay.test(text) || blankYear.test(text) || (blankDate.test(text) && !writtenMonth.test(text)))) ||
      runTogether(text),
  );
}

/** 青禾县教育局2024年3月5日（联系人：…）: issuer and date are there, their line breaks are lost. */
function runTogether(text: string): boolean {
  if (!text.includes('年') || !text.includes('日')) return false;
  const date = /(?<=\p{Script=Han}{3})(?:19|20)\d\d年\d{1,2}月\d{1,2}日/u.exec(text);
  return date !== null && bodyKindOf(text.slice(Math.max(0, date.index - 24), date.index)) !== undefined;
}

/** A signature in HTML, which is no line of the plan: <p align="right">…</p>. */
function endsInMarkup(plan: Plan, closing: Line, source: string): boolean {
  const rest = source.slice(closing.range.end, Math.max(plan.range.end, closing.range.end) + BEHIND);
  return rest.includes('<') && signedOn.test(rest);
}
const signedOn = /(?:19|20)\d\d\s?年\s?\d{1,2}\s?月/;
/** So far behind a plan its signature in HTML may end. */
const BEHIND = 400;

/** Whether a tag, and whether a date stands right behind a plan. */
function markupBehind({ range: { end } }: Plan, source: string): string {
  const behind = source.slice(end, end + BEHIND);
  return `${behind.includes('<')} ${signedOn.test(behind)}`;
}

function hasOwnNumber(plan: Plan): boolean {
  const head = plan.lines.slice(0, 6);
  return plan.references.some(({ line, title }) => !title && head.includes(line) && line.text.length <= 24);
}

/** Where the tables end that stand right below the last line: nobody signs above them. */
function tablesBelow({ tables, lines }: Plan, closing: Line): readonly number[] {
  if (!tables.some(({ range }) => range.start > closing.range.end)) return [];
  const next = lines.find((line) => line.place !== 'cell' && line.range.start > closing.range.end);
  return tables.flatMap(({ range }) =>
    range.start > closing.range.end && range.start < (next?.range.start ?? Number.POSITIVE_INFINITY) ? [range.end] : [],
  );
}

/** The last line of the attachment note behind the text, or the text's own last line. */
function behindNote(plan: Plan, closing: Line): Line {
  let last = closing;
  for (let at = plan.lines.indexOf(closing) + 1; at < plan.lines.length; at++) {
    const line = plan.lines[at];
    if (!line) break;
    const isNote = last === closing ? /^附\s*件\s*[：:]/.test(line.text) : line.facts.number?.kind === 'arabic';
    if (!isNote || line.text.length > 80) break;
    last = line;
  }
  return last;
}

function insertion(message: MessageId, at: number, issuer: string | undefined, source: string): Fix {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const unit = tabStop(1, issuer ?? '××单位');
  const date = tabStop(message === 'date' || message === 'undated' ? 1 : 2, '××××年×月×日');
  const texts = {
    both: `${eol}${eol}${unit}${eol}${date}`,
    issuer: `${unit}${eol}`,
    date: `${eol}${date}`,
    undated: `${eol}${eol}${date}`,
    year: tabStop(1, '××××年'),
  };
  return {
    title: { zh: '补上署名和成文日期', en: 'Insert issuer and date' },
    safety: 'suggested',
    edits: [{ range: { start: at, end: at }, text: texts[message], snippet: true }],
  };
}
