import { isSheet } from '../../plan/labels.ts';
import type { Plan } from '../../plan/model.ts';
import { asksForDecision } from '../../profiles/decision-paper.ts';
import type { Profile, SectionRequirement } from '../../profiles/profile.ts';
import { sectionSnippet } from '../../profiles/section-snippet.ts';
import { missingSections, sectionKeys } from '../../profiles/sections.ts';
import { sectionOrder, sectionTitle } from '../../profiles/template.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Edit } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { insertSections } from './insert-section.ts';
import { isOneLine } from './one-line.ts';
import { activityOf, inItemStyle } from './plan-style.ts';

interface Options {
  /** Keys of sections, as the profile calls them, that need not be there. */
  readonly ignore: readonly string[];
}

/** A section that the profile requires. */
export const missingSection = defineRule<'missing' | 'contains', Options>({
  id: 'missing-section',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F03'],
  fixes: ['suggested'],
  options: { ignore: [] },
  summary: { zh: '缺少这一类方案应有的部分', en: 'A section that this kind of plan requires is missing' },
  messages: {
    missing: {
      zh: '{kind}应有“{section}”部分，全文未见。',
      en: 'A plan of this kind ({kind}) needs a section “{section}”.',
    },
    contains: {
      zh: '{kind}应有“{section}”部分，全文未见；其中应有：{content}。',
      en: 'A plan of this kind ({kind}) needs a section “{section}” with: {content}.',
    },
  },
  checkPlan({ document, plan, profile, options, report }) {
    const place = placeOf(plan);
    if (!place || isOneLine(plan) || asksForDecision(plan) || passesOn(plan) || isByGroup(plan, profile)) return;
    // 期末考试（第一阶段）考试安排 is no stage of a campaign.
    if (isOrderOfDay(plan) || (profile.id === 'stage-plan' && isProceeding(plan))) return;
    // On the sheet of a single activity much goes without saying; where it is dangerous, missing-component asks for safety.
    const sheet = isSheet(plan) && profile.id !== 'mass-event-safety';
    for (const { keys, requirement } of missingSections(plan, profile)) {
      // What a plan is based on is said in its first sentence: rule missing-basis reads it.
      if (keys.includes('basis') || keys.some((key) => options.ignore.includes(key))) continue;
      if ((sheet || isCalm(plan)) && keys.includes('safety')) continue;
      // Those whom a notice is sent to see to who leads the work with them.
      if (keys.some((key) => ofLeading.has(key)) && (isNotice(plan) || isContest(plan)) && !carriesPlan(plan)) continue;
      const content = requirement.mustContain;
      const isShort = keys.includes('safety') && plan.range.end - plan.range.start < onePage;
      const isClear =
        (keys.includes('goals') && isProceeding(plan)) || (keys.includes('organisation') && isSitting(plan));
      const severity = sheet || isNotice(plan) || isShort || isClear ? 'info' : requirement.severity;
      const edits = sectionInsertion(document.markdown.text, plan, profile, keys[0] ?? '', requirement);
      report({
        message: content ? 'contains' : 'missing',
        params: { kind: profile.label, section: requirement.label.zh, ...(content ? { content } : {}) },
        range: place,
        ...(severity ? { severity } : {}),
        ...(edits.length > 0
          ? {
              fix: {
                title: { zh: '插入“{label}”部分', en: 'Insert a section “{label}”' },
                params: { label: requirement.label.zh },
                safety: 'suggested' as const,
                edits,
              },
            }
          : {}),
      });
    }
  },
});

/** 高一年级, 高二年级, 高三年级 and the works of each: who divides a paper by those it is for has no parts by which one could be missing. */
function isByGroup({ sections }: Plan, profile: Profile): boolean {
  return (
    sections.length > 0 &&
    sections.every(({ style, title }) => style === 'unnumbered' && sectionKeys(title.value, profile).length === 0)
  );
}

/** 关于做好…工作的通知 sets a piece of work, and need not set up everything that a plan does. */
function isNotice({ title }: Plan): boolean {
  const name = title?.value ?? '';
  return /通知(?:[（(][^（）()]{1,8}[)）])?$/.test(name) && !name.includes('》');
}

/** 关于印发…工作方案的通知, without its marks. */
const carriesPlan = ({ title }: Plan): boolean => /印发|下发/.test(title?.value ?? '');
const ofLeading: ReadonlySet<string> = new Set(['organisation', 'guidance']);

/** 考核工作方案, 复试录取工作方案, 民主生活会工作方案: what is done is its own end, which nobody writes down. */
function isProceeding({ title }: Plan): boolean {
  return proceeding.test(title?.value ?? '');
}
const proceeding =
  /(?:考核|考试|考务|监考|高考|中考|会考|测试|笔试|面试|培训|轮训|选举|换届|评选|评优|评审|评比|月赛|选拔|选派|选用|任用|期末|调测|研训|竞聘|招聘|招募|选调|遴选|招生|复试|录取|评定|答辩|分班|民主生活会|组织生活会|述职|民主测评|演出|接待|值班|专班|搬迁|体检)[^与和及]{0,8}(?:方案|安排|办法)$/;

/** 汇报会议程安排, 发展团员基本流程: the order of a meeting or of steps, which sets no work. */
const isOrderOfDay = ({ title }: Plan): boolean =>
  /(?:议程|会序|程序|流程)(?:安排|表)?(?:[（(][^（）()]{1,8}[)）])?$/.test(title?.value ?? '');

/** “学习强国”月赛评比方案, within a campaign of study: whoever holds it leads it. */
const isContest = ({ title }: Plan): boolean => /(?:评比|月赛|竞赛|比赛)(?:方案|安排|办法)$/.test(title?.value ?? '');

/** 毕业典礼, 演讲比赛, 家长开放日: a house meets within its walls, and nobody asks for a plan for the worst. */
const isCalm = ({ title }: Plan): boolean =>
  /(?:典礼|成人礼|仪式|演讲|辩论|朗诵|诵读|征文|知识竞赛|摄影|书画|书法|开放日|家长会|[校推]荐)/.test(
    title?.value ?? '',
  );

/** Whoever sits down for a day needs no group to lead it. */
function isSitting({ title }: Plan): boolean {
  return /(?:民主生活会|组织生活会|述职|民主测评)[^与和及]{0,8}(?:方案|安排)$/.test(title?.value ?? '');
}

/** On a page of so many units, what is to be seen to for safety may stand elsewhere. */
const onePage = 800;

/** The heading with which the list of sections begins; the title where there is none. */
function placeOf(plan: Plan): Range | undefined {
  const first = plan.sections[0];
  const line = plan.lines[0];
  return first ? first.heading.at(0, first.titleAt + first.title.value.length) : (plan.title?.range ?? line?.range);
}

/** Edits that put a section with that key in its place; none where the plan has no sections to go by. */
export function sectionInsertion(
  source: string,
  plan: Plan,
  profile: Profile,
  key: string,
  requirement: SectionRequirement,
): readonly Edit[] {
  const { sections } = plan;
  if (sections.length === 0) return [];
  return insertSections(source, sections, behindWhich(plan, profile, key), [
    { title: sectionTitle(profile, key), body: bodyOf(plan, profile, key, requirement) },
  ]);
}

/** The skeleton of the profile, without the marks of headings in a plan that has none. */
function bodyOf(plan: Plan, profile: Profile, key: string, { mustContain }: SectionRequirement) {
  const { sections, issued, span } = plan;
  // Where the text follows the title on its line there is no room for a list.
  if (sections.some(({ runIn }) => runIn !== undefined)) return tabStop(1, mustContain?.zh ?? '内容');
  const year = issued?.end?.year || span?.end?.year;
  const snippet = sectionSnippet(profile, key, year ? String(year) : '××××', () => activityOf(plan) || undefined);
  const body = inItemStyle(plan, snippet);
  return sections.some(({ heading }) => heading.place === 'heading') ? body : body.replace(/^#{1,6} /gm, '');
}

/** How many sections stand in front of one with that key, when the order is that of the profile. */
function behindWhich(plan: Plan, profile: Profile, key: string): number {
  const order = sectionOrder(profile);
  const own = order.indexOf(key);
  const last = plan.sections.findLastIndex((section) =>
    sectionKeys(section.title.value, profile).some((other) => order.indexOf(other) < own),
  );
  return last + 1;
}

/** 关于转发《…方案》的通知: what it passes on has the sections, and the notice adds what is to be seen to. */
const passesOn = ({ title }: Plan): boolean => /转发.{4,}通知[》〉]?的?(?:通知)?$/.test(title?.value ?? '');
