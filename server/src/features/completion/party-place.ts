import type { ColumnField } from '../../plan/model.ts';
import { endsLikeUnit, labelPattern, personRoles, roleOfWrittenLabel } from '../../plan/parties/words.ts';
import type { Place } from './place.ts';

/** Behind 由|任组长 stands somebody who holds an office, whether or not he was named as a person before. */
type Wanted = 'person' | 'unit' | 'either' | 'holder';

const personFields: ReadonlySet<ColumnField> = new Set(['owner', 'responsibleLeader']);
const unitFields: ReadonlySet<ColumnField> = new Set(['leadUnit', 'responsibleUnit', 'supportUnits', 'supervisor']);

/** 责任单位：党政办、|, **责任单位：**| – the label, the names that are there already, and the beginning of the next one. */
const labelled = new RegExp(
  `(${labelPattern})\\*{0,2}[：:]\\*{0,2}[ \\t\\u3000]{0,4}(?:[^，。；：:（）()|\\n]{0,80}[、])?([^、，。；：:（）()|\\n]{0,20})$`,
);
/** 理由, 缘由 and 自由 lead to nobody; 办理由…负责 and 各自由…牵头 do. */
const by = '(?<!缘|(?<![各亲])自|(?<![管办处清修治整审护代受梳])理)由';
const withOthers = '设在|报送|抄送|交由|会同|[前时后内并]报(?:至|送)?';
/** 由教|, 设在总|, 报县教|, 5月底前报|, 由教育局会同|. */
const led = new RegExp(
  `(?:(${by})|(${withOthers}))((?:(?!会同|交由|设在|报送|抄送)[\\p{Script=Han}A-Za-z]){0,12})$`,
  'u',
);
/** 由教育局、|, 会同教育局、公安|: the list goes on. */
const goingOn = new RegExp(
  `(?:${by}|会同)(?:[\\p{Script=Han}A-Za-z]{2,16}、){0,6}([\\p{Script=Han}A-Za-z]{2,16})、([\\p{Script=Han}A-Za-z]{0,12})$`,
  'u',
);
/** 由|任组长, 由|同志兼任办公室主任: 任务 and 任何 are other words. */
const officeBehind = /^(?:同志)?(?:担任|兼?任(?![务何意]))/;
/** 职成股牵头，|配合: the verb is there, and the name in front of it is not. */
const verbBehind = /^(?:积极|密切|共同|具体|统一)?(?:配合|协助|负责(?!人)|牵头|承办|落实)/;
const nameInFront = /(?:^|[，。；：、（\s]|[,;:(])([\p{Script=Han}A-Za-z]{0,12})$/u;

export interface Where {
  readonly wanted: Wanted;
  readonly start: number;
  readonly end: number;
  readonly blank?: boolean;
  /** Nothing but the beginning of the word speaks for a name. */
  readonly begun?: boolean;
}

/** A column of persons or units. */
export function isNameField(field: ColumnField): boolean {
  return personFields.has(field) || unitFields.has(field);
}

/** Undefined where nothing in front of the cursor, behind it or around it asks for a name. */
export function wherePartyStands(place: Place): Where | undefined {
  const { before, offset, blank, cell, open } = place;
  if (blank) {
    const words = open.text.slice(blank.start, blank.end);
    const inFront = before.slice(0, Math.max(0, before.length - (offset - blank.start)));
    const wanted = wantedIn(words, inFront, cell?.field);
    return wanted && { wanted, ...blank, blank: true };
  }
  if (cell && isNameField(cell.field)) {
    const words = before.slice(before.length - (offset - cell.start));
    // 督办人：| in a cell asks for somebody of its own.
    const own = labelled.exec(words);
    if (own) return { wanted: wantedBehind(own[1] ?? ''), start: offset - (own[2] ?? '').length, end: offset };
    const start = offset - (words.length - (words.lastIndexOf('、') + 1));
    return { wanted: personFields.has(cell.field) ? 'person' : 'unit', start, end: offset };
  }
  const label = labelled.exec(before);
  const lead = led.exec(before);
  if (label) {
    return { wanted: wantedBehind(label[1] ?? ''), start: offset - (label[2] ?? '').length, end: offset };
  }
  if (lead) {
    const wanted = lead[1] === undefined ? 'unit' : officeBehind.test(place.after) ? 'holder' : 'either';
    return { wanted, start: offset - (lead[3] ?? '').length, end: offset };
  }
  const listed = goingOn.exec(before);
  if (listed && endsLikeUnit(listed[1] ?? '')) {
    return { wanted: 'either', start: offset - (listed[2] ?? '').length, end: offset };
  }
  const inFront = verbBehind.test(place.after) ? nameInFront.exec(before) : null;
  return inFront ? { wanted: 'either', start: offset - (inFront[1] ?? '').length, end: offset } : undefined;
}

/** Behind these stand persons and units alike. */
const openLabels: ReadonlySet<string> = new Set(['责任', '负责', '主责', '牵头', '成员', '组员']);

function wantedBehind(label: string): Wanted {
  const role = roleOfWrittenLabel(label);
  // 督办人 and 督办领导 are persons, 督办单位 is none.
  return role && (personRoles.has(role) || /[人员]$|领导$/.test(label)) ? 'person' : 'unit';
}

/** What a blank is for, by its column, the label in front of it, or its own words. */
function wantedIn(words: string, before: string, field: ColumnField | undefined): Wanted | undefined {
  if (/[年月日号]|通知|活动/.test(words)) return undefined;
  if (field && personFields.has(field)) return 'person';
  if (field && unitFields.has(field)) return 'unit';
  const label = labelled.exec(before);
  if (label && !openLabels.has(label[1] ?? '')) return wantedBehind(label[1] ?? '');
  if (/[×✕]{1,4}(?:[科处局部办室股所站镇乡村]|单位|部门|中心|街道|公司|学校|小学|中学|大队)|单位|部门|科室/.test(words))
    return 'unit';
  if (/^[×✕]{2,3}$|人|姓名|组长|领导|主任/.test(words)) return 'person';
  return /(?:单位|部门)[：:]$/.test(before.slice(-8)) ? 'unit' : undefined;
}
