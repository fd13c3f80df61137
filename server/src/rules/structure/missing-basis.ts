import { bodyKindOf } from '../../plan/bodies.ts';
import { isDocumentNumber } from '../../plan/line/document-numbers.ts';
import type { Line, Plan, PlanDocument } from '../../plan/model.ts';
import { isHeadOfPaper } from '../../plan/titles.ts';
import type { Profile } from '../../profiles/profile.ts';
import { sectionKeys } from '../../profiles/sections.ts';
import type { Range } from '../../text/range.ts';
import { carrierOf } from '../carriers.ts';
import { defineRule, type Severity } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import table from './missing-basis.yaml';

const { bodies, names } = table as { readonly bodies: readonly string[]; readonly names: readonly string[] };

/** 根据上级有关文件精神, 按照有关要求: points at something without saying at what. */
const vague =
  /(?:根据|按照|依据|遵照|依照|贯彻落实|贯彻执行|贯彻|落实)(?:好)?(?:上级|国家|有关|相关)(?:的)?(?:有关|相关|主管)?(?:部门|领导|党委|党组织|单位|方面)?(?:的|关于(?![^，。；]{0,12}《)[^，。；《]{2,14}的)?(?:统一|工作|有关|相关|具体)?(?:文件|要求|精神|部署|安排|通知|会议|规定|指示)(?:的)?(?:文件|精神|要求|安排|部署|规定|通知)?(?=[，,。、；和及与]|$)/u;
/** 按照要求，特制定…: not even whose demands they are. */
const bareVague =
  /(?:^|[，。；])((?:根据|按照|依据|遵照|依照)(?:工作|有关|相关)?(?:要求|安排|部署|通知|文件|会议|规定)(?:精神|要求|安排|部署)?)(?=[，,])/;
/** What the plan answers is a basis as well: 督查反馈了五个方面的问题; and so is the meeting that adopted it. */
const occasion =
  /反馈|(?:督查|督察|巡察|巡视|检查|审计|评估)[^。；]{0,24}(?:发现|指出|提出|下达|下发)|责令(?:限期)?改正|经[^，。；]{1,20}(?:研究|审议|会议|讨论)|(?:研究|审议)(?:决定|通过)/;
const lead = /根据|按照|依据|遵照|依照|贯彻|落实|响应|部署|要求|同意|批准|研究决定/;
/** Single activities and meetings need no document behind them. */
const isActivity = /(?:活动|会议|学习|读书|比赛|竞赛|仪式|日程|演练)[^会]{0,4}$/;
/** 制定本方案, 制定如下方案: the opening says what the paper is, and so it should say why. */
const setsPlan = /(?:制定|制订|拟定|拟订)(?:了)?(?:本|如下|以下|此)/;
/** What a text may give as its reason, besides its basis. */
const reason =
  /为|因|鉴于|围绕|旨在|目的|推动|推进|促进|加强|提高|确保|保障|依托|立足|针对|应对|基础上|响应|通知|会议|文件|[《〔]/;
/** The reason may have a part of its own. */
const reasonPart = /目的|意义|背景|依据|指导思想|总体要求|总体思路|总则|宗旨|前言|概述|概况|情况/;
const named = new RegExp([...bodies, ...names].join('|'));

/** An opening that names no basis. */
export const missingBasis = defineRule<'vague' | 'none' | 'neither'>({
  id: 'missing-basis',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-20', 'practice'],
  faults: ['F15'],
  fixes: ['suggested'],
  summary: { zh: '开头没有写明制定依据，或者依据笼统', en: 'An opening that names no basis, or none in particular' },
  messages: {
    vague: {
      zh: '制定依据笼统，看不出是哪一份文件、哪一次会议。请写明文件名称（《…》和文号）、会议或者机关的名称。',
      en: 'The basis is vague. Name the document (with its number), the meeting or the body.',
    },
    none: {
      zh: '开头没有写明制定依据。请写明所依据的文件（《…》，有文号的写明文号）、会议或者机关。',
      en: 'The opening names no basis. Name the document (with its number), the meeting or the body.',
    },
    neither: {
      zh: '开头既没有写为什么制定，也没有写根据什么制定。请写明目的和依据的文件、会议或者机关。',
      en: 'The opening says neither what the plan is for nor what it rests on. Write its purpose and its basis.',
    },
  },
  checkPlan({ document, plan, profile, report }) {
    const wanted = profile.requiredSections.some((keys) => keys.includes('basis'));
    if (!wanted && !profile.optionalSections.includes('basis')) return;
    if (plan.sections.some(({ title }) => sectionKeys(title.value, profile).includes('basis'))) return;
    if (carriesBasis(document, plan)) return;
    const lines = openingOf(plan);
    const [first] = lines;
    const unreasoned = wanted && !plan.attachment ? undefined : unreasonedIn(plan, lines, carrierOf(document, plan));
    if (unreasoned) report({ message: 'neither', range: unreasoned, severity: 'info' });
    if (!wanted && plan.opening.length === 0) return;
    if (lines.some((line) => line.facts.references.length > 0)) return;
    for (const line of lines) {
      const words = vague.exec(line.text)?.[0] ?? bareVague.exec(line.text)?.[1];
      if (words === undefined || namesBasis(line.text.replace(words, ''))) continue;
      const start = line.text.indexOf(words);
      const range = line.at(start, start + words.length);
      report({
        message: 'vague',
        range,
        ...(wanted ? {} : { severity: 'info' as const }),
        fix: {
          title: { zh: '写明文件名称', en: 'Name the document' },
          safety: 'suggested',
          edits: [
            {
              range,
              text: `根据《${tabStop(1, '××××文件')}》`,
              snippet: true,
            },
          ],
        },
      });
      return;
    }
    if (!wanted || plan.attachment || isActivity.test(plan.title?.value ?? '')) return;
    if (lines.some((line) => lead.test(line.text) || occasion.test(line.text))) return;
    reportNone(plan, profile, first, report);
  },
});

/** A notice that passes on a plan needs no basis of its own where the plan has one. */
function carriesBasis(document: PlanDocument, plan: Plan): boolean {
  const next = document.plans[document.plans.indexOf(plan) + 1];
  if (!next || carrierOf(document, next) !== plan) return false;
  return openingOf(next).some(({ text, facts }) => facts.references.length > 0 || namesBasis(text));
}

/** 现就评选工作制定本方案: neither a purpose nor a basis, and no part and no notice that gives one. */
function unreasonedIn(plan: Plan, lines: readonly Line[], carrier: Plan | undefined): Range | undefined {
  const setting = lines.find(({ text }) => setsPlan.test(text));
  if (!setting || plan.sections.some(({ title }) => reasonPart.test(title.value))) return undefined;
  const head = plan.lines.slice(0, plan.lines.indexOf(setting) + 1).filter(({ range }) => !isTitle(plan, range));
  const said = [...(carrier?.lines ?? []), ...head];
  if (said.some(({ text }) => !isOfHead(text) && givesReason(text))) return undefined;
  return setting.at(0, clauseEnd(setting.text));
}

const isTitle = ({ title }: Plan, { start, end }: Range): boolean =>
  title !== undefined && start < title.range.end && title.range.start < end;

const givesReason = (text: string): boolean => {
  const own = text.replace(/现[将把].{0,60}(?:印发|转发|下发)|作为/g, '');
  return lead.test(own) || occasion.test(own) || reason.test(own);
};

type Report = Parameters<NonNullable<typeof missingBasis.checkPlan>>[0]['report'];

function reportNone(plan: Plan, profile: Profile, first: Line | undefined, report: Report): void {
  const place = first && plan.opening.includes(first) ? first.at(0, clauseEnd(first.text)) : plan.title?.range;
  if (!place) return;
  const severity: Severity = binds(plan) && profile.id !== 'stage-plan' ? 'warning' : 'info';
  const document = `根据《${tabStop(1, '××××文件')}》，`;
  const { title } = plan;
  const edit =
    plan.opening.length === 0 && title && title.range.start >= plan.range.start
      ? { at: title.range.end, text: `\n\n${document}结合${tabStop(2, '实际情况')}，制定本方案。` }
      : first && plan.opening.includes(first) && purpose.test(first.text)
        ? { at: first.range.start, text: document }
        : undefined;
  report({
    message: 'none',
    range: place,
    severity,
    ...(edit
      ? {
          fix: {
            title: { zh: '插入制定依据', en: 'Insert the basis' },
            safety: 'suggested' as const,
            edits: [{ range: { start: edit.at, end: edit.at }, text: edit.text, snippet: true }],
          },
        }
      : {}),
  });
}

/** 为做好…工作，制定本方案: the document stands well in front of it. */
const purpose = /^(?:为|结合|围绕|针对)/;

/** 条例 binds Party and government bodies; others follow it as far as they choose to. */
function binds(plan: Plan): boolean {
  return plan.body?.kind === 'party' || plan.body?.kind === 'government';
}

/** Lines in front of the first section, without date and addressee; where there are none, the head of the first section. */
function openingOf(plan: Plan): readonly Line[] {
  const own = plan.opening.filter(
    ({ text }) => !isOfHead(text) && !isOffice(text) && !/^[（(].*[)）]$|^[^。《根按为]{2,80}[：:]$/.test(text),
  );
  if (own.length > 0) return own;
  const [first] = plan.sections;
  if (!first) return [];
  const [inner] = first.sections;
  return [first.heading, ...first.body.slice(0, 3), ...(inner ? [inner.heading, ...inner.body.slice(0, 1)] : [])];
}

/** 柳堰镇人民政府文件, 柳政发〔2026〕8号: the head of the paper says of itself, not on what it rests. */
const isOfHead = (text: string): boolean => isHeadOfPaper(text) || isDocumentNumber(text);

/** The office alone on a line below the title, which signs there. */
const isOffice = (text: string): boolean =>
  text.length <= 24 && !/[，。：]/.test(text) && bodyKindOf(text) !== undefined;

/** 请各处室根据要求做好工作, and 学校 in another sentence: a body that says nothing of the basis. */
function namesBasis(text: string): boolean {
  return text.split(/[。；]/).some((sentence) => lead.test(sentence) && named.test(sentence));
}

function clauseEnd(text: string): number {
  const end = text.search(/[，。；,;：:]/);
  return Math.min(end < 0 ? text.length : end, 40);
}
