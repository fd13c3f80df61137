import type { Line, Plan } from '../../plan/model.ts';

/** 一、 and （一） are hardly ever written elsewhere. */
const officeNumbers: ReadonlySet<string> = new Set(['han', 'hanBracket', 'part']);

/** 各科室： on a line of its own. */
export const addressee = /^[^，。；]{2,60}[：:]$/;

/** So many points of a notice, numbered as they are, are its structure. */
const leastPoints = 3;

/** Parts that are numbered as offices do; where 一、 stands above all, those within it; the points of a signed notice. */
export function numberedParts({ sections, issuer, issued, lines }: Plan): number {
  const byOffice = (list: Plan['sections']) => list.filter(({ number }) => number && officeNumbers.has(number.kind));
  const parts = byOffice(sections);
  const [only] = parts;
  if (only && parts.length === 1) return parts.length + byOffice(only.sections).length;
  if (
    parts.length > 0 ||
    !issuer ||
    !issued ||
    !signer.test(issuer.value) ||
    !lines.slice(0, head).some(({ text }) => addressee.test(text))
  )
    return parts.length;
  const points = lines.filter((line) => isPoint(line)).length;
  return points >= leastPoints ? points : 0;
}

/** 总务处, 护理部, 青禾镇人民政府; 行政小陈 and 房东老王 are persons. */
const signer = /[局处部科办院会室组委校园司所站队府系厅区社学行道镇乡村支班团馆厂]$|中心/;

/** Whom a notice is for stands within so many lines. */
const head = 4;

/** 1.请假者须…, - 自查时间：…, 推荐条件：…: one of the things that a notice says. */
function isPoint({ place, facts: { text, number } }: Line): boolean {
  if (place !== 'paragraph' && place !== 'item') return false;
  return number?.kind === 'arabic' || /^[一-龥]{2,8}[：:]./.test(text);
}
