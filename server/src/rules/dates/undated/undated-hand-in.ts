import type { DateExpression } from '../../../dates/expression.ts';
import { lineMemo } from '../../../plan/facts.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Line, Plan, Section } from '../../../plan/model.ts';
import { allSections } from '../../../plan/sections.ts';
import { linesOf } from '../../../plan/tasks/tasks.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

/** A sentence that wants something handed in, and says nowhere until when. */
export interface HandIn {
  readonly line: Line;
  /** What is handed in, by its nouns. */
  readonly things: readonly string[];
  /** What is handed in to whom, as written. */
  readonly words: string;
  /** In the source. */
  readonly range: Range;
}

interface Wanted extends Pick<HandIn, 'words' | 'things'> {
  /** Indexes in the line. */
  readonly start: number;
  readonly end: number;
}
const NONE: readonly Wanted[] = [];

/** Handed in to an office: 交政治处, 提交教务部, 报送至局办公室, 送美术组, 上传至申报系统; 报综治专干汇总. */
const handedIn =
  /(?=[提报上送递呈交发寄])(?:提交|报送|上报|送交|递交|呈报|上交|交[至到给]|报[至到给]|送[至到]|发送?[至到]|上传[至到]|寄[至到]|(?<=[齐后])送|(?<![上呈汇填申通简])报(?!告)|(?<![上递移外转提成送社结]|[一-龥]际)交)(?:至|给|到)?(?:市|县|区|省|镇|校|院|本|我)?(?:[\p{Script=Han}]{0,12}?(?:[（(]州[）)])?[\p{Script=Han}]{0,4}?(?:[处科股室部委局办站]|(?:协|委员|学|商)会|(?:财政|司法|派出|研究|税务|监管)所|组(?![织长成])|中心|学院|公司|邮箱|信箱|系统|平台|政府)(?:[（(][^（()）]{0,12}[）)])?(?=[，,、。；;：:A-Za-z0-9]|$|[汇存统备]|审(?!计|查科)|以[备便供])|[\p{Script=Han}]{0,10}(?:主任|专干|专员|书记|经理|总工程师|老师)[\p{Script=Han}]{0,3}(?=汇总|审[批定核]|[，。；]|$))/u;
/** 各学科组上交一份活动报道: to whom is not said either. */
const handedOver =
  /(?<=(?:各|每个?)[\p{Script=Han}]{1,6})(?:须|要|应|需)?(?:上交|提交|报送|上报)(?:至少)?[一二两三1-3][份篇幅件][^，。；：]{0,14}?(?:报道|总结|小结|报告|作品|教案|案例|心得|论文|方案|稿件|征文)(?=[，。；（(]|$)/u;
/** What is handed in. */
const paper =
  /报道|征文|材料|报告|总结|小结|方案|细则|计划|预案|名单|清单|台账|稿件|作品|申报书|申请书|承诺书|[报申登统汇自][^，。；：]{0,6}表|回执|说明|资料|图片|照片|教案|论文|案例|心得|[》稿](?=[^一-龥]|[一-龥]{0,20}(?:[报交送递发]|提交|呈))/g;
/** It is a request of the paper's author, and no account of what others did. */
const wanted =
  /请|须|需|[要应]|务必|各[单部科街乡镇县区市校院学班系处村组参企年责]|[^一-龥]将|[并后]将|^将|^\s*把|每[名个位班组校村]|由|编制|统一/;
/** It happens only now and then, is a step of a procedure, or says otherwise when. */
const otherwise =
  /如|若|凡|未|因|逾|发现|变更|调整的|特殊|确需|可以?(?:向|提|自)|一并|同时|随|[当现]场|届时|每[月周季年日天次旬半学]|逐级|开学|学期结束|事先|入场|报到|已|曾|曾经|即[时可报]|当[天日晚周月]|[赛会期]前|前[，,]?[报交提]|后[的]?[0-9一二三两]|日内|天内|线索|事故|意见建议|问题[，,]?|突发|情况紧急|不得|拒|复印件|原件[及和与]|及时|立即/;
/** Each time again somebody else has to agree; what is drawn up for it once is no such step. */
const agreed =
  /(?<!以[备便供][一-龥]{0,3})审[批核定议查](?!材料|表|报告|组)|批准|备案|同意|核准|研究(?!生|院|所|室|中心)/;
const drawnUp = /(?:制定|制订|编制|编排|拟定|起草)[^。；]{0,16}(?:细则|方案|计划|预案)(?!的|变)/;

/** Words for the entering of something, which is told for all that is entered. */
const entered = /报名|申报|投稿|征[稿集]|截[止稿]|收[件稿]|受理/;
const entries = /^(?:作品|稿件|材料|回执|论文|案例|教案|资料|照片|图片|说明|》|稿)|[表书]$/;
const handing =
  /提交|报送|上报|[报交送寄][至到]|(?<![通申汇简填公])报[一-龥]{2,10}[处科股室部委局办组]|(?<![上递外转提成社])交(?!流|通|接|底|办|叉)|上传|截止|收齐/;
/** 总结, 小结 and 书面材料 of the same work are one paper. */
const alike: readonly RegExp[] = [/总结|小结/, /报告/];

/**
 * Sentences that want a paper handed in to an office, on a line and under headings that name no time, where no dated
 * line or row of the plan hands in the same thing.
 */
export function undatedHandIns(plan: Plan): readonly HandIn[] {
  let dated: readonly string[] | undefined;
  const isToldInPlan = (things: readonly string[]): boolean => {
    dated ??= datedWords(plan);
    return isTold(things, dated);
  };
  const timed = new Set<Line>();
  for (const { line, expression } of plan.dates) {
    if (expression.kind !== 'vague' && !isWide(expression)) timed.add(line);
  }
  const found: HandIn[] = [];
  const visit = (section: Section, inTime: boolean): void => {
    const isTimed = inTime || timed.has(section.heading) || (section.stage?.schedules.length ?? 0) > 0;
    if (!isTimed && section.tables.length === 0) {
      for (let at = -1; at < section.body.length; at++) {
        const line = section.body[at] ?? section.heading;
        if (timed.has(line)) continue;
        for (const one of handInsOn(line)) if (!isToldInPlan(one.things)) found.push(one);
      }
    }
    for (const one of section.sections) visit(one, isTimed);
  };
  for (const section of plan.sections) visit(section, false);
  return found;
}

/** 下半年走访计划, 2025年工作总结: the time that a paper is about. */
const isWide = ({ from, to, deadline }: DateExpression): boolean =>
  deadline !== true && ['year', 'halfYear'].includes((to ?? from)?.unit ?? '');

/** The sentences that name a time, and the rows of tables that do. */
function datedWords({ dates, tables }: Plan): readonly string[] {
  // 两年内不得再次申报 sets no day for what is handed in.
  const told = dates.filter(({ expression: { kind, amount } }) => kind !== 'vague' && amount?.unit !== 'year');
  const lines = new Set(told.map(({ line }) => line));
  const sentences = new Set(
    told.flatMap(({ line: { facts }, expression: { range } }) => {
      return facts.sentences.filter((one) => one.range.start <= range.start && range.end <= one.range.end);
    }),
  );
  const rows = tables.flatMap((table) =>
    table.rows.filter(({ cells }) => cells.some((cell) => cell.lines.some((line) => lines.has(line)))),
  );
  return [
    ...[...sentences].map(({ text }) => text),
    ...rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')),
  ];
}

/** 报送时间：12月20日止, 上述材料于3月5日前报送: it holds for whatever is handed in. */
const forAll =
  /(?:报送|提交|上报|上交|填报|交表|送审)(?:截止)?(?:时间|期限|日期|时限)|截止(?:时间|日期)|(?:上述|以上|所有|全部|相关|有关|各类|电子|纸质)材料|成果[^。；]{0,24}(?:汇总|收齐|上传)/;

/** Whether a dated line hands in one of the things, or, for what is entered, tells when one enters. */
function isTold(things: readonly string[], dated: readonly string[]): boolean {
  return dated.some((text) => {
    if (forAll.test(text) || (things.every((thing) => entries.test(thing)) && entered.test(text))) return true;
    if (!handing.test(text)) return false;
    return things.some(
      (thing) =>
        text.includes(thing) || alike.some((words) => words.test(thing) && (words.test(text) || text.includes('材料'))),
    );
  });
}

/** 考生须缴纳复试费100元. */
const paid = /(?:缴纳|交纳)[\p{Script=Han}]{1,8}费(?=[\p{Script=Han}]{0,3}\d{1,6}\s?元)/gu;
const payment = /缴|交费|费用|报名|汇款|转账/;

/** Fees that are to be paid, of a plan in which no dated line speaks of paying or entering. */
export function undatedPayments(plan: Plan): readonly HandIn[] {
  const found = plan.lines.flatMap((line) => {
    if (line.place === 'quote' || line.place === 'cell' || !line.text.includes('纳') || line.facts.dates.length > 0)
      return [];
    return matchesOf(line.text, paid).flatMap(({ 0: words, index }): HandIn[] => {
      const before = sentenceTo(line.text, index);
      if (!/考生|学员|选手|参[赛训会加]|请|须|应|需/.test(before) || /每[年月]|[已免不]|标准/.test(before)) return [];
      return [{ line, words, things: [], range: line.at(index, index + words.length) }];
    });
  });
  return found.length > 0 && datedWords(plan).some((text) => payment.test(text)) ? [] : found;
}

/** 报名方式, 投稿要求: how one enters. */
const entry =
  /^(?:活动|比赛|竞赛|参赛|作品|大赛)?(报名|投稿|申报|参赛报名|作品征集|征稿)(?:方式|办法|方法|事项|程序|流程|途径|须知|及要求|要求)?$/;
/** 参赛作品征集 with the words behind it. */
const longestEntry = 12;
/** It goes on all the time, or on the spot. */
const always = /常年|全年|长期|随时|现场报名|即日起|当[天日场]|另行/;

const standing = /(?:办法|规定|章程|细则|制度|条例)(?:[（(][^（()）]{1,8}[）)])?$/;

/** Sections that tell how to enter, of a plan that nowhere says from when until when. */
export function undatedEntries(plan: Plan): readonly Section[] {
  const isStanding = standing.test(plan.title?.value ?? '');
  return allSections(plan).filter((section) => {
    const title = section.title.value.trim();
    // 报名要求 of 推荐办法 are conditions, whenever one enters.
    if (isStanding && title.endsWith('要求')) return false;
    const deed = title.length > longestEntry ? undefined : entry.exec(title)?.[1];
    return deed !== undefined && isOpen(plan, section, deed);
  });
}

function isOpen({ dates, stages }: Plan, section: Section, deed: string): boolean {
  const own = linesOf(section);
  const { start, end } = section.range;
  const words = own.map(({ text }) => text).join('\n');
  if (always.test(words) || words.length < fewest) return false;
  const isOf = (text: string) => text.includes(deed) || told.test(text);
  return (
    !stages.some(({ name }) => isOf(name.value)) &&
    !dates.some(({ line, range }) => (range.start >= start && range.end <= end) || isOf(line.text))
  );
}
/** Somewhere else in the paper it is told until when. */
const told =
  /报名|申报|提交|报送|上报|上交|截止|截稿|投稿|[报交][至到给]|[汇送]交|交[\p{Script=Han}]{2,8}[处科股室部委局办]/u;
/** A heading with hardly a word is empty-section's. */
const fewest = 24;

function handInsOn(line: Line): readonly HandIn[] {
  const wanted = line.place === 'cell' || line.place === 'quote' ? NONE : sentencesOn(line.facts);
  if (wanted.length === 0) return NO_PAPERS;
  return wanted.map(({ start, end, ...one }) => ({ line, ...one, range: line.at(start, end) }));
}

const NO_PAPERS: readonly HandIn[] = [];

/** Lines without any of these hand in nothing. */
const handed = /[交报送寄传]/;

const sentencesOn = lineMemo((facts): readonly Wanted[] =>
  !handed.test(facts.text)
    ? NONE
    : facts.sentences.flatMap(({ text, range }) => {
        const match = handed.test(text) ? (handedIn.exec(text) ?? handedOver.exec(text)) : null;
        if (!match || otherwise.test(text)) return [];
        const before = text.slice(0, match.index + match[0].length);
        if ((agreed.test(text) && !drawnUp.test(before)) || !wanted.test(before)) return [];
        const things = matchesOf(before, paper).map(([noun]) => noun);
        if (things.length === 0) return [];
        const start = range.start + match.index;
        return [{ words: match[0], things, start, end: start + match[0].length }];
      }),
);
