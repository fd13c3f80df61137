import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { leadSign } from '../foreign/acting-bodies.ts';

/** 申诉仲裁小组, 题库组, 整改专班办公室: acts, or is handed something, and the text says no more of it. */
export interface UnsetGroup {
  readonly name: string;
  readonly range: Range;
}

interface Group extends Range {
  readonly name: string;
  /** By what another mention of it would be known: 申诉, 专班. */
  readonly core: string;
}

const acts =
  /由([\p{Script=Han}]{2,7}?(?:专班办公室|专班|小组|组))(?=负责|组织|进行|现场|作出|随机|评|打分|审|核|统一|验收|牵头|对|根据|按|抽|裁|认定)/gu;
const receives =
  /(?:报送|上报|提交|报(?![警名告表刊道到]))[给到至向由与]?([\p{Script=Han}]{2,7}?(?:专班办公室|专班|小组|组))(?=[，。；]|备案|审|研究|核|汇总|复核|裁)/gu;
/** A level, an office or a word for all of a sort makes it a body of somebody: 县教育局专家组, 各考核组. */
const somebodys =
  /[省市县区镇乡村街局厅院校所司厂站我各本该其每原上下等的和与及或由在将为以]|国家|中央|国务|专门|相关|有关|联合|领导小组|第[一二三四五六七八九十]/;
/** Groups that every office has, or that say by their name who sits in them. */
const usual =
  /^(?:专家|考务|会务|筹备|党|教研|年级|备课|学科|班|检查|督查|督导|督察|考核|调查|巡察|巡视|巡查|验收|工作|专项工作|评估|指导|监督|整改|宣讲|调研|考察|指挥|项目|课题|技术|工艺|质检|互助|自查|志愿者|村民|居民|业主|应急|救援|抢险|医疗|后勤|保卫|安保|宣传|综合|财务|编辑|摄影|学习|讨论|竞赛|命题|阅卷|面试|监考|值班|值守|巡逻|消防)(?:专家|工作)?(?:小组|组)$/;
/** Each is looked for in the whole text. */
const MOST = 20;
const NONE: readonly Group[] = [];

/** A group with what it does right behind it: 组 is rare where 由 is not. */
const mayAct =
  /(?:组|专班(?:办公室)?)(?:负责|组织|进行|现场|作出|随机|评|打分|审|核|统一|验收|牵头|对|根据|按|抽|裁|认定|[，。；]|备案|研究|汇总|复核)/;

const groupsOn = lineMemo(({ text }): readonly Group[] => {
  if (!mayAct.test(text)) return NONE;
  const found = [acts, receives].flatMap((pattern) =>
    matchesOf(text, pattern).flatMap((match): readonly Group[] => {
      const name = match[1] ?? '';
      const end = match.index + match[0].length;
      if (somebodys.test(name) || usual.test(name)) return [];
      return [{ name, core: name.includes('专班') ? '专班' : name.slice(0, 2), start: end - name.length, end }];
    }),
  );
  return found.length === 0 ? NONE : found;
});

/** Groups that act or receive at one place and are spoken of nowhere else, not even by part of their name. */
export function unsetGroups(lines: readonly Line[], whole: readonly Line[]): readonly UnsetGroup[] {
  const found: UnsetGroup[] = [];
  let left = MOST;
  for (const line of linesWith(lines, leadSign)) {
    if (line.place === 'quote') continue;
    for (const group of groupsOn(line.facts)) {
      if (left === 0) return found;
      left--;
      if (isOnlyMention(group, line, whole)) found.push({ name: group.name, range: line.at(group.start, group.end) });
    }
  }
  return found;
}

function isOnlyMention({ core, start, end }: Group, line: Line, whole: readonly Line[]): boolean {
  const mention = new RegExp(core === '专班' ? core : `${core}\\p{Script=Han}{0,6}(?:组|委员会|专班|中心)`, 'u');
  return whole.every((other) =>
    other.index === line.index
      ? !mention.test(`${other.text.slice(0, start)}，${other.text.slice(end)}`)
      : !other.text.includes(core) || !mention.test(other.text),
  );
}
