import { looksLikePerson, titlePattern } from './words.ts';

/** 王立新镇长 */
export const titled = new RegExp(`^([\\p{Script=Han}·]{2,4}?)(副?(?:${titlePattern}))(?:同志)?$`, 'u');
/** 镇长王立新, 副校长：李敏 */
export const titledBefore = new RegExp(`^(.{0,20}?(?:${titlePattern}))[：:\\s\u3000]*([\\p{Script=Han}·]{2,4})$`, 'u');

/** A name of a person by its looks: 刘志远; of two characters only where it is no adverb (高度, 全程). */
export function isPerson(name: string): boolean {
  return looksLikePerson(name) && (name.length === 3 || !/[度权程面门独全位名方时色]$/.test(name));
}
