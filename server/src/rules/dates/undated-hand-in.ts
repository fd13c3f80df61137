import type { Line, Plan, Section } from '../../plan/model.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Range } from '../../text/range.ts';

/** A sentence that wants something handed in, and says nowhere until when. */
export interface HandIn {
  readonly line: Line;
  /** What is handed in to whom, as written. */
  readonly words: string;
  /** In the source. */
  readonly range: Range;
}

/** Handed in to an office: 交政治处, 提交教务部, 报送至局办公室. */
const handedIn =
  /(?:提交|报送|上报|送交|递交|呈报|上交|交[至到给]|报[至到给]|送[至到]|发送?[至到]|(?<![上呈汇填申通简])报|(?<![上递移外转提成送社结]|[一-龥]际)交)(?:至|给|到)?(?:市|县|区|省|镇|校|院|本|我)?[\p{Script=Han}]{0,10}?(?:[处科股室部委局办站]|中心|[小大专]组|学院|邮箱|信箱)(?:[（(][^（）()]{0,12}[）)])?(?=[，,、。；;]|$|[汇存统审]|以[备便供])/u;
/** What is handed in. */
const paper =
  /(?:材料|报告|总结|小结|方案|计划|名单|清单|台账|稿件|作品|[表书]|回执|说明|资料|信息|图片|照片|教案|论文|案例|[》稿])(?=[^一-龥]|[一-龥]{0,14}(?:[报交送递]|提交|呈))/;
/** It is a request of the paper's author, and no account of what others did. */
const wanted = /请|须|需|[要应]|务必|各[单部科街乡镇县区市校院学班系处]|[^一-龥]将|^将|^\s*把/;
/** It happens only now and then, is a step of a procedure, or says otherwise when. */
const otherwise =
  /如|若|凡|未|因|逾|发现|变更|调整的|特殊|确需|可以?(?:向|提|自)|(?<!以[备便供][一-龥]{0,3})审[批核定议查]|批准|备案|同意|核准|研究|一并|连同|同时|随|[当现]场|届时|每|逐级|入场|报到|已|曾|曾经|即[时可报]|当[天日晚周月]|[赛会期]前|前[，,]?[报交提]|后[的]?[0-9一二三两]|日内|天内|线索|事故|意见建议|问题[，,]?|突发|情况紧急|不得|拒|复印件|原件[及和与]/;
/** Somewhere else in the paper it is told until when: the sentence need not say it again. */
const told =
  /报名|申报|提交|报送|上报|上交|截止|截稿|投稿|[报交][至到给]|[汇送]交|交[\p{Script=Han}]{2,8}[处科股室部委局办]/u;

/**
 * Sentences that want a paper handed in to an office, in a section that names no time at all, of a plan that nowhere
 * says until when anything is handed in.
 */
export function undatedHandIns(plan: Plan): readonly HandIn[] {
  if (plan.dates.some(({ line, expression }) => expression.kind !== 'vague' && told.test(line.text))) return [];
  const timed = new Set(plan.dates.map(({ line }) => line));
  const found: HandIn[] = [];
  const visit = (section: Section, inTime: boolean): void => {
    const isTimed = inTime || timed.has(section.heading) || (section.stage?.schedules.length ?? 0) > 0;
    if (!isTimed && section.tables.length === 0) {
      const own = [section.heading, ...section.body];
      if (!linesOf(section).some((line) => timed.has(line))) for (const line of own) found.push(...handInsOn(line));
    }
    for (const one of section.sections) visit(one, isTimed);
  };
  for (const section of plan.sections) visit(section, false);
  return found;
}

/** 报名方式, 投稿要求: how one enters. */
const entry =
  /^(?:活动|比赛|竞赛|参赛|作品|大赛)?(报名|投稿|申报|参赛报名|作品征集|征稿)(?:方式|办法|方法|事项|程序|流程|途径|须知|及要求|要求)?$/;
/** It goes on all the time, or on the spot. */
const always = /常年|全年|长期|随时|现场报名|即日起|当[天日场]|另行/;

/** Sections that tell how to enter, of a plan that nowhere says from when until when. */
export function undatedEntries(plan: Plan): readonly Section[] {
  const found: Section[] = [];
  const visit = (section: Section): void => {
    const deed = entry.exec(section.title.value.trim())?.[1];
    if (deed && isOpen(plan, section, deed)) found.push(section);
    section.sections.forEach(visit);
  };
  plan.sections.forEach(visit);
  return found;
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
/** A heading with hardly a word is empty-section's. */
const fewest = 24;

function handInsOn(line: Line): readonly HandIn[] {
  if (line.place === 'cell' || line.place === 'quote') return [];
  return line.facts.sentences.flatMap(({ text, range }) => {
    const match = handedIn.exec(text);
    if (!match || otherwise.test(text)) return [];
    const before = text.slice(0, match.index + match[0].length);
    if (!paper.test(before) || !wanted.test(before)) return [];
    const start = range.start + match.index;
    const end = start + match[0].length;
    return [{ line, words: match[0], range: line.at(start, end) }];
  });
}
