/**
 * First letters of pinyin, so that 组织领导 is found by zzld. The reading of a character is the one
 * that the pinyin order of Chinese dictionaries sorts it by; a character with several readings has
 * that one only.
 */

/** The first character of each letter in pinyin order; there is none for i, u and v. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const order = new Intl.Collator('zh-u-co-pinyin');
const known = new Map<string, string>();

/** The initials of all Han characters of a text, its letters and digits in lower case; other signs are left out. */
export function initialsOf(text: string): string {
  let initials = '';
  for (const sign of text) initials += initialOf(sign);
  return initials;
}

function initialOf(sign: string): string {
  let initial = known.get(sign);
  if (initial === undefined) {
    initial = /[a-z0-9]/i.test(sign) ? sign.toLowerCase() : /\p{Script=Han}/u.test(sign) ? letterOf(sign) : '';
    known.set(sign, initial);
  }
  return initial;
}

function letterOf(sign: string): string {
  let letter = '';
  for (let at = 0; at < LETTERS.length; at++) {
    if (order.compare(FIRST.charAt(at), sign) > 0) break;
    letter = LETTERS.charAt(at);
  }
  return letter;
}
