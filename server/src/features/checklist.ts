import { readAttachments } from '../plan/attachments/attachment-list.ts';
import type { Section, Stage, Task } from '../plan/model.ts';
import type { SectionKey, SectionRequirement, StageRequirement } from '../profiles/profile.ts';
import { matchSections } from '../profiles/sections.ts';
import { matchStages, matchSteps } from '../profiles/stages.ts';
import type {
  ChecklistGroup,
  ChecklistItem,
  ChecklistState,
  DocumentChecklist,
  PlanChecklist,
  ProposedEdit,
} from '../protocol.ts';
import { ruleById } from '../rules/index.ts';
import type { Language } from '../rules/messages.ts';
import type { Edit, RecognisedPlan } from '../rules/rule.ts';
import { sectionInsertion } from '../rules/structure/missing-section.ts';
import { stageInsertion } from '../rules/structure/missing-stage.ts';
import { stepInsertion } from '../rules/structure/missing-step.ts';
import { findBlanks } from '../rules/wording/blanks.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { tableItems } from './checklist-tables.ts';
import { spanText } from './date-texts.ts';
import { toLspRange } from './ranges.ts';

/**
 * What each plan of a document should have by its profile, and how that stands: required sections,
 * stages with their windows and steps, tables, optional sections. What is missing carries the edits
 * that put it in.
 */
export function checklist(open: OpenPlan): DocumentChecklist {
  return { version: open.version, plans: open.recognised.map((recognised) => new Reader(open, recognised).read()) };
}

type Lack = readonly string[];

class Reader {
  readonly #open: OpenPlan;
  readonly #recognised: RecognisedPlan;
  readonly #language: Language;
  readonly #sections: ReadonlyMap<SectionKey, readonly Section[]>;

  constructor(open: OpenPlan, recognised: RecognisedPlan) {
    this.#open = open;
    this.#recognised = recognised;
    this.#language = open.language;
    this.#sections = matchSections(recognised.plan, recognised.profile);
  }

  read(): PlanChecklist {
    const { plan, profile } = this.#recognised;
    const zh = this.#language === 'zh';
    const groups: ChecklistGroup[] = [
      { key: 'components', label: zh ? '要素' : 'Components', items: this.#components() },
      { key: 'sections', label: zh ? '应有部分' : 'Required sections', items: this.#required() },
      { key: 'stages', label: zh ? '阶段' : 'Stages', items: this.#stages() },
      { key: 'tables', label: zh ? '表格' : 'Tables', items: tableItems(this.#open, plan) },
      { key: 'optional', label: zh ? '可选部分' : 'Optional sections', items: this.#optional() },
    ];
    return {
      title: plan.title?.value ?? '',
      kind: profile.label[this.#language],
      groups: groups.filter(({ items }) => items.length > 0),
    };
  }

  #components(): readonly ChecklistItem[] {
    const { plan } = this.#recognised;
    const zh = this.#language === 'zh';
    const missingTitle = this.#open.problems.find(
      ({ rule, range }) => rule === 'missing-title' && overlaps(range, plan.range),
    );
    const title: ChecklistItem = plan.title
      ? this.#item(zh ? '标题' : 'Title', plan.title.value, [], plan.title.range)
      : {
          ...this.#item(zh ? '标题' : 'Title', '', [], undefined, 'missing'),
          ...this.#insertion(missingTitle?.fix?.edits ?? []),
        };
    const signed = plan.issuer && this.#item(zh ? '署名' : 'Signature', plan.issuer.value, [], plan.issuer.range);
    const date =
      plan.issued &&
      this.#item(zh ? '成文日期' : 'Date of issue', spanText(plan.issued, this.#language), [], plan.issued.range);
    return [title, signed, date].filter((item) => item !== undefined);
  }

  /** What the profile requires; of sections of which one is enough, the one that is there. */
  #required(): readonly ChecklistItem[] {
    const { profile } = this.#recognised;
    return profile.requiredSections.flatMap((keys) => {
      const key = keys.find((one) => this.#sections.get(one)?.length) ?? keys.find((one) => this.#sections.has(one));
      const requirement = profile.sections[key ?? keys[0] ?? ''];
      if (!requirement) return [];
      return [
        key === undefined ? this.#absent(keys[0] ?? '', requirement, 'missing') : this.#section(key, requirement),
      ];
    });
  }

  #optional(): readonly ChecklistItem[] {
    const { plan, profile } = this.#recognised;
    return profile.optionalSections.flatMap((key) => {
      const requirement = profile.sections[key];
      if (!requirement) return [];
      // The note below the text (附件：1.…) is the section of the attachments.
      const [note] = key === 'attachments' ? readAttachments(plan.lines).listed : [];
      if (note && !this.#sections.has(key))
        return [this.#item(requirement.label[this.#language], '', [], note.range, 'present')];
      return [this.#sections.has(key) ? this.#section(key, requirement) : this.#absent(key, requirement, 'optional')];
    });
  }

  #section(key: SectionKey, requirement: SectionRequirement): ChecklistItem {
    const all = this.#sections.get(key);
    // An item of the goals that speaks of tasks is not the section of the tasks.
    const section = all?.find(({ level }) => level === 1) ?? all?.[0];
    const zh = this.#language === 'zh';
    const label = requirement.label[this.#language];
    if (!section) return this.#item(label, zh ? '正文中已写明' : 'said in the text', []);
    const lacks = isEmpty(section)
      ? [zh ? '只有标题，没有内容' : 'a heading without text']
      : this.#problemsIn(section.range);
    return this.#item(label, section.title.value === label ? '' : section.title.value, lacks, section.heading.range);
  }

  #absent(key: SectionKey, requirement: SectionRequirement, state: ChecklistState): ChecklistItem {
    const { plan, profile } = this.#recognised;
    const content = requirement.mustContain?.[this.#language];
    return {
      ...this.#item(requirement.label[this.#language], '', content ? [content] : [], undefined, state),
      ...this.#insertion(sectionInsertion(this.#open.text, plan, profile, key, requirement)),
    };
  }

  /** Stages of the profile in its order, then those that it does not know. */
  #stages(): readonly ChecklistItem[] {
    const { plan, profile } = this.#recognised;
    const matches = matchStages(plan, profile);
    const known = new Set(matches.flatMap(({ stages }) => stages));
    // A plan about one stage does not describe the others.
    const isWhole = plan.stages.length !== 1 && profile.id !== 'stage-plan';
    const ofProfile = matches.flatMap(({ requirement, stages }) => {
      if (stages.length > 0) return stages.map((stage) => this.#stage(stage, requirement));
      return isWhole ? [this.#missingStage(requirement)] : [];
    });
    return [...ofProfile, ...plan.stages.filter((stage) => !known.has(stage)).map((stage) => this.#stage(stage))];
  }

  #missingStage(requirement: StageRequirement): ChecklistItem {
    const { plan, profile } = this.#recognised;
    const state = requirement.required ? 'missing' : 'optional';
    return {
      ...this.#item(requirement.label[this.#language], '', [], undefined, state),
      ...this.#insertion(stageInsertion(this.#open.text, plan, profile, requirement)),
    };
  }

  #stage(stage: Stage, requirement?: StageRequirement): ChecklistItem {
    const zh = this.#language === 'zh';
    const windows = [
      ...new Set(
        stage.schedules.map(
          ({ audience, span }) => `${audience ? `${audience} ` : ''}${spanText(span, this.#language)}`,
        ),
      ),
    ];
    const children = requirement?.steps.length
      ? this.#requiredSteps(stage, requirement)
      : stage.steps.map((step) => this.#step(step));
    const hasTime = windows.length > 0 || stage.time.kind !== 'none';
    const lacks = [
      ...(hasTime || requirement?.windowRequired === false ? [] : [zh ? '没有起止时间' : 'no window']),
      ...children
        .filter(({ state }) => state === 'missing')
        .map(({ label }) => (zh ? `缺少步骤：${label}` : `no step “${label}”`)),
    ];
    return { ...this.#item(stage.name.value, windows.join(zh ? '；' : '; '), lacks, stage.name.range), children };
  }

  #requiredSteps(stage: Stage, requirement: StageRequirement): readonly ChecklistItem[] {
    const { plan, profile } = this.#recognised;
    const zh = this.#language === 'zh';
    return matchSteps(plan, stage, requirement, profile).map(({ requirement: step, found, range }) => {
      const label = step.label[this.#language];
      if (found) return this.#item(label, range ? '' : zh ? '文中提到' : 'mentioned', [], range ?? stage.name.range);
      return {
        ...this.#item(label, '', [], undefined, step.required ? 'missing' : 'optional'),
        ...this.#insertion(stepInsertion(this.#open.text, stage, [step])),
      };
    });
  }

  #step({ title, time, parties }: Task): ChecklistItem {
    const zh = this.#language === 'zh';
    const lacks = [
      ...(time.kind === 'none' || time.kind === 'vague' ? [zh ? '没有时限' : 'no time limit'] : []),
      ...(parties.some(({ vague }) => !vague) ? [] : [zh ? '没有写明由谁负责' : 'nobody answers for it']),
    ];
    return this.#item(short(title.value), time.span ? spanText(time.span, this.#language) : '', lacks, title.range);
  }

  /** What the rules find lacking in the section; slips of writing leave it complete. */
  #problemsIn(range: Range): Lack {
    const { text, problems } = this.#open;
    const others = problems.flatMap(({ rule, range: at, message }) =>
      at.start >= range.start && at.start < range.end && rule !== placeholder && isLack(rule) ? [message] : [],
    );
    // The rule tells the same words once, at their first place.
    const isAsked = problems.some(({ rule }) => rule === placeholder);
    const lines = isAsked ? text.slice(range.start, range.end).split(/\r?\n/) : [];
    const words = lines.flatMap((line) =>
      findBlanks(line).map((blank) => line.slice(blank.range.start, blank.range.end)),
    );
    return [...new Set(others), ...this.#blanks([...new Set(words)], words.length)];
  }

  /** One blank is told by its words, many in one sentence. */
  #blanks(words: readonly string[], count: number): Lack {
    if (count === 0) return [];
    const zh = this.#language === 'zh';
    const told = words.slice(0, mostBlanks).map((one) => (zh ? `“${short(one)}”` : short(one)));
    const more = words.length > mostBlanks ? (zh ? '等' : ' …') : '';
    return [zh ? `待填 ${count} 处：${told.join('')}${more}` : `${count} to fill in: ${told.join(', ')}${more}`];
  }

  #item(label: string, detail: string, lacks: Lack, range?: Range, state?: ChecklistState): ChecklistItem {
    return {
      label,
      detail,
      state: state ?? (lacks.length > 0 ? 'incomplete' : 'present'),
      lacks,
      ...(range ? { range: toLspRange(this.#open.document, range) } : {}),
      children: [],
    };
  }

  #insertion(edits: readonly Edit[]): { readonly insert?: readonly ProposedEdit[] } {
    if (edits.length === 0) return {};
    return {
      insert: edits.map(({ range, text, snippet }) => ({
        range: toLspRange(this.#open.document, range),
        text,
        snippet: snippet === true,
      })),
    };
  }
}

const placeholder = 'placeholder';

/** Families of rules that say what is lacking; and blanks, which are wording to the catalogue. */
const families: ReadonlySet<string> = new Set(['structure', 'dates', 'responsibility', 'components']);

function isLack(rule: string): boolean {
  return rule === placeholder || families.has(ruleById(rule)?.family ?? '');
}

function isEmpty({ body, runIn, sections, tables }: Section): boolean {
  return body.length === 0 && runIn === undefined && sections.length === 0 && tables.length === 0;
}

/** Different blanks that are told by their words. */
const mostBlanks = 4;
const longestLabel = 30;

function short(title: string): string {
  const plain = title.replace(/[。；;\s\u3000]+$/, '').trim();
  return plain.length > longestLabel ? `${plain.slice(0, longestLabel)}…` : plain;
}
