import type { Plan, Section } from '../../plan/model.ts';
import { genreOf, isMobilisation } from '../../plan/titles.ts';
import { hasPhrase } from '../phrases.ts';
import { headedSections } from './event-sections.ts';
import { showsOffice } from './offices.ts';
import words from './recognition.yaml';
import { sampleLength } from './signs.ts';

const lists = words as Readonly<Record<'weakFormulas' | 'dealings' | 'settled', readonly string[]>>;

const elsewhere = [...lists.dealings, ...lists.settled];

/** 考试时间安排, 评选办法和流程, 监考安排说明, 领取时间及地点: a part that says when or in which order things are done. */
const arranging =
  /(?:安排|流程|程序|步骤|日程|议程|进度|分工)(?:说明|表|图)?$|(?:^|[^同平课学])时间(?:[和及与、]?(?:地点|形式|方式|主题|要求|节点))?$/;
/** Longest title of such a part. */
const titleLength = 18;
/** Fewer parts are a note. */
const leastParts = 2;
/** So many lines with days set them for others, and so many bodies are told what to do. */
const leastDays = 2;
const leastBodies = 2;
const leastAsking = 2;
/** So many stages with their windows arrange work, and then one body is enough: 各单位. */
const leastStages = 3;

/** Who is told what to do, and who sees to it. */
const bodies =
  /各(?:单位|部门|处室|科室|学院|院系|系部?|班级?|年级|组|区县?|县区?|乡镇|镇街?|街道|村|社区|企业|学校|高校|党?支部|车间|基层|有关|相关)|全体(?:教职工|教师|党员|员工|职工|干部)|(?:教务|学生|人事|后勤|保卫|财务|总务|科研|组织|宣传|学工|研究生)[处部科办室]|(?:教育|卫生|公安|民政|交通|应急|市场监管|住建|财政|水利|农业)局|办公室|人民政府|领导小组|工作组|组委会|评委会|评审委员会|居委会|村委会|党委|总工会|党支部|教研室|监考|主办单位|承办单位/g;
/** What is asked of them. */
const asking =
  /请|务必|须|不得|应[于当在按]|要(?![求素点闻])|由.{2,16}(?:负责|组织)|负责|前(?:完成|提交|报|交|将|领取|到)|截[止至]/;
/** What is told when it is over, or by those who were not there. */
const told = /了|已经?(?:[于在完结启]|全面|圆满)|圆满|顺利[^开进]|成功(?:举|召)|据悉|记者|供稿|本报|近日|日前[，,]/;
/** Rules for lasting use. */
const lasting =
  /自(?:发布|印发|公布|下发|颁布|即|本|\d{4}年).{0,12}起(?:施行|实施|执行)|每(?:学期|月|周|季度|两年|三年).{0,20}(?:一次|安排)/;

/**
 * Whether a paper arranges work though neither its title nor its opening says so, as both were lost on the way from
 * a web page: 一、考试时间安排, 二、监考教师安排 with days in their lines, and several bodies that are told what to do. A
 * report of what has been done, and a rule for lasting use, do not.
 */
export function arrangesWork(plan: Plan): boolean {
  const { sections, stages, lines, dates } = plan;
  const parts = sections.filter(isPart);
  // A speech that opens a stage and says how long it lasts; other speeches set no times.
  if (isMobilisation(plan.title?.value ?? '') && parts.length >= leastParts)
    return stages.some(({ schedules }) => schedules.length > 0);
  const windows = stages.filter(({ schedules }) => schedules.length > 0).length;
  if (parts.length < leastParts && !(parts.length > 0 && windows >= leastStages)) return false;
  if (!headedSections(plan).some(isArranging)) return false;
  const dated = new Set(
    dates.filter(({ expression: { from, to } }) => (from ?? to)?.day !== undefined).map(({ line }) => line),
  );
  if (dated.size < leastDays && windows < leastStages) return false;
  const over = [...dated].filter(({ text }) => told.test(text)).length;
  if (over * 3 > dated.size) return false;
  let length = 0;
  let asked = 0;
  const named = new Set<string>();
  for (const { text } of lines) {
    if (hasPhrase(text, elsewhere) || lasting.test(text)) return false;
    if (asking.test(text)) asked++;
    for (const [body] of text.matchAll(bodies)) named.add(body);
    length += text.length;
    if (length > sampleLength) break;
  }
  return asked >= leastAsking && named.size >= (windows >= leastStages ? 1 : leastBodies);
}

/** 一、考试时间安排, 【评选流程】; a heading of Markdown stands above anything. */
function isPart({ number, style }: Section): boolean {
  return number?.kind === 'han' || number?.kind === 'part' || style === 'unnumbered';
}

function isArranging(section: Section): boolean {
  const title = section.title.value.replace(/[\s\u3000]+/g, '');
  return (title.length <= titleLength && arranging.test(title)) || section.sections.some(isArranging);
}

/**
 * Whether the opening leads to what is arranged by a phrase that others use as well (…事项如下, …公告如下, 作如下安排), and
 * what follows has stages with windows or the parts of an event. What is bought, sold or fined is announced so, too.
 * @param event groups of sections of an event
 */
export function leadsToArrangement(plan: Plan, opening: string, event: number): boolean {
  if (!hasPhrase(opening, lists.weakFormulas) || hasPhrase(opening, lists.dealings) || !showsOffice(plan)) return false;
  const title = plan.title?.value ?? '';
  if (genreOf(title) === undefined && hasPhrase(title, lists.dealings)) return false;
  return event >= 2 || plan.stages.filter(({ schedules }) => schedules.length > 0).length >= 2;
}
