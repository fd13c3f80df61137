import { lineMemo } from '../../plan/facts.ts';
import { partEnd, partStart } from '../../plan/line/sentences.ts';
import type { Line, PlanDocument, PlanTable } from '../../plan/model.ts';
import { isLikelyPerson } from '../../plan/parties/words.ts';
import { isFigure } from '../../text/figures.ts';
import { matchesOf } from '../../text/matches.ts';
import { defineRule, type Finding } from '../rule.ts';
import { addressesOn, isOfPrivatePerson, privateCells } from './private-persons.ts';

type MessageId = 'identity' | 'phone' | 'loosePhones' | 'secret' | 'private' | 'home' | 'phones' | 'homes';

const alsoPhone = { zh: '这里也是个人手机号', en: 'Another number of a private person' };
const alsoNumber = { zh: '这里也是手机号', en: 'Another mobile number' };
const alsoHome = { zh: '这里也是个人住址', en: 'Another home address' };

/** Identity card number (GB 11643-1999): region, date of birth, serial, check character. */
const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g;
const mobile = /(?<![\d.])1[3-9]\d{9}(?!\d)/g;
/** Where a number stands so that people can call it. */
const contact =
  /请找|报修|报告(?=[^，。；]{2,12}1\d{10})|电话|手机|联系|咨询|热线|报名|微信|监督|举报|投诉|传真|值班|邮箱|号码|通讯|负责人/;
/** 机密★1年 anywhere, or the mark on a line of its own. */
const secrecy =
  /^[【[（(]?(?:绝\s*密|机\s*密|秘\s*密)[】\]）)]?(?:\s*[★☆*]\s*(?:长期|\d{1,2}\s*(?:年|个月))?)?$|(?:绝密|机密|秘密)\s*[★☆]/;
const secrecyLength = 16;
/** Longest heading that says what the numbers below it are. */
const headingLength = 16;

/** Identity card and mobile numbers, secrecy marks in a file that does not say it is secret. */
export const sensitiveData = defineRule<MessageId>({
  id: 'sensitive-data',
  family: 'wording',
  severity: 'warning',
  basis: ['9704-7.2.2', '条例-9', 'practice'],
  faults: ['F74'],
  fixes: [],
  summary: {
    zh: '身份证号、手机号等个人信息，未声明密级的涉密标志',
    en: 'Identity card and mobile numbers, secrecy marks in an undeclared file',
  },
  messages: {
    identity: {
      zh: '文中有身份证号“{number}”，请删除或者隐去中间几位。',
      en: 'The text holds an identity card number, {number}; take it out or mask it.',
    },
    phone: {
      zh: '文中有手机号“{number}”，又不是联系方式，请核实是否需要写出。',
      en: 'The text holds a mobile number, {number}, that is no contact.',
    },
    loosePhones: {
      zh: '表中有{count}个手机号（“{number}”等），又没有写明是联系方式，请核实是否需要写出。',
      en: 'The table holds {count # mobile number|# mobile numbers} ({number} …) that no word calls a contact.',
    },
    private: {
      zh: '文中写出了个人的手机号“{number}”，公开前请删除或者隐去中间几位。',
      en: 'The text holds the mobile number of a private person, {number}; take it out or mask it.',
    },
    home: {
      zh: '文中写出了个人的住址“{place}”，公开前请删除或者只写到街道、社区、村。',
      en: 'The text holds the home address of a person, “{place}”; take it out or shorten it.',
    },
    phones: {
      zh: '名单中有{count}个个人手机号没有隐去（“{number}”等），公开前请隐去中间几位。',
      en: 'The list holds {count # mobile number|# mobile numbers} of private persons ({number} …); mask them.',
    },
    homes: {
      zh: '名单中写出了{count}人的家庭住址，公开前请删除或者只写到街道、社区、村。',
      en: 'The list holds {count # home address|# home addresses}; take them out or shorten them.',
    },
    secret: {
      zh: '文中有密级标志“{mark}”，文件却没有声明密级（security）。涉密文件不得在联网的计算机上处理，请核实。',
      en: 'The text bears the secrecy mark “{mark}”, but the file does not declare it (security).',
    },
  },
  checkPlan({ plan, document, report }) {
    const check = (line: Line, above: string, table?: PlanTable, at = 0, tellPhone = report): void => {
      const numbers = numbersOn(line.facts);
      const around = numbers.length > 0 && table ? nameOf(table, at) : above;
      for (const { start, end, kind } of numbers) {
        const number = masked(line.text.slice(start, end));
        const range = line.at(start, end);
        // A line of labels is one sentence; in running text a contact of the sentence before says nothing about this number.
        const from = partStart(line.text, start);
        const sentence = line.text.slice(from, partEnd(line.text, end));
        if (kind === 'identity') report({ message: 'identity', params: { number }, range, severity: 'error' });
        else if (isOfPrivatePerson(line.text.slice(from, start), sentence.replace(ownCall, '')))
          report({ message: 'private', params: { number }, range });
        else if (
          !contact.test(sentence) &&
          !contact.test(around) &&
          !asked.test(around) &&
          !isNextContact(line, from, start)
        )
          tellPhone({
            message: 'phone',
            params: { number },
            range,
            ...(isOfNamed(line.text.slice(from, start)) ? { severity: 'info' as const } : {}),
          });
      }
      for (const { start, end } of addressesOn(line.facts))
        report({ message: 'home', params: { place: line.text.slice(start, end) }, range: line.at(start, end) });
    };
    let above = '';
    for (const line of plan.lines) {
      check(line, above);
      // 七、详细咨询： with the numbers on the lines below it.
      if (numbersOn(line.facts).length === 0 || !contact.test(above))
        above = line.text.length <= headingLength ? line.text : '';
      if (line.text.length > secrecyLength || !line.text.includes('密') || !secrecy.test(line.text)) continue;
      if (!isDeclared(document)) report({ message: 'secret', params: { mark: line.text }, range: line.range });
    }
    for (const table of plan.tables) {
      const { phones, homes } = privateCells(table);
      const [phone, ...otherPhones] = phones;
      const [home, ...otherHomes] = homes;
      if (phone)
        report({
          message: otherPhones.length === 0 ? 'private' : 'phones',
          params: { count: phones.length, number: masked(/\d{11}/.exec(phone.text)?.[0] ?? '') },
          range: phone.range,
          related: otherPhones.map(({ range }) => ({ message: alsoPhone, params: {}, range })),
        });
      if (home)
        report({
          message: 'homes',
          params: { count: homes.length },
          range: home.range,
          related: otherHomes.map(({ range }) => ({ message: alsoHome, params: {}, range })),
        });
      const loose: Finding<MessageId>[] = [];
      for (const row of table.rows) {
        row.cells.forEach((cell, at) => {
          if (phones.includes(cell)) return;
          for (const line of cell.lines) check(line, '', table, at, (finding) => loose.push(finding));
        });
      }
      const [first, ...others] = loose;
      if (first)
        report({
          ...first,
          message: others.length === 0 ? 'phone' : 'loosePhones',
          params: { ...first.params, count: loose.length },
          related: others.map(({ range }) => ({ message: alsoNumber, params: {}, range })),
        });
    }
  },
});

/** What says whose the numbers of a column are. */
const nameOf = ({ columns, title }: PlanTable, at: number): string =>
  `${columns[at]?.header.text ?? ''} ${title?.value ?? ''}`;

/** 秦老师： with the number on the line below it. */
const asked = /^\p{Script=Han}{1,4}(?:老师|同志|主任|科长|处长|经理|先生|女士)[：:]?$/u;

/** 总指挥：何立新（138…）, 班主任王老师：139…: behind a name or a post a number is there to be called, if anywhere. */
const nameInFront =
  /([\p{Script=Han}·]{2,4}|(?:老师|师傅|经理|主任|[队组班科车]长|总?指挥|先生|女士|同学|同志|热线|客服|前台)[\p{Script=Han}·]{0,4})[（(：: ，,、\u3000]{0,2}$/u;
const postInFront = /(?:老师|师傅|经理|主任|[队组班科车]长|指挥|先生|女士|同学|同志|热线|客服|前台)$/;

function isOfNamed(before: string): boolean {
  const name = nameInFront.exec(before)?.[1] ?? '';
  return postInFront.test(name) || isLikelyPerson(name.slice(-3)) || isLikelyPerson(name.slice(-2));
}

/** 联系电话：139…（党政办）；153…（安全处）: the label holds for the numbers behind it as well. */
function isNextContact({ text }: Line, from: number, start: number): boolean {
  if (text.slice(from, start).trim() !== '') return false;
  const sentence = text.slice(text.lastIndexOf('。', from - 1) + 1, from);
  const label = contactLabel.exec(sentence);
  return label !== null && /\d{7}/.test(sentence.slice(label.index + label[0].length));
}
const contactLabel = /(?:电话|手机|热线|联系方式)[：:]/;

/** （联系电话139…）: beside a person's name the number is his own. */
const ownCall = /(?<=[（(，,])(?:联系)?(?:电话|方式|手机号?码?)(?=[：:]?1\d)/g;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: 'identity' | 'phone';
}

const none: readonly Found[] = [];
const FEWEST_DIGITS = 11;

/** Numbers on a line, kept with its facts. */
const numbersOn = lineMemo(({ text }): readonly Found[] =>
  mayHoldNumber(text) && /\d{11}/.test(text) ? find(text) : none,
);

/** So many figures in a row cover one of every eleven places. */
function mayHoldNumber(text: string): boolean {
  for (let at = FEWEST_DIGITS - 1; at < text.length; at += FEWEST_DIGITS) {
    if (isFigure(text.charCodeAt(at))) return true;
  }
  return false;
}

function find(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { 0: number, index } of matchesOf(text, identity)) {
    // Where it is called one, a number with a wrong check character is one with a slip.
    if (hasCheckCharacter(number) || /身份证/.test(text.slice(Math.max(0, index - CALLED), index)))
      found.push({ start: index, end: index + number.length, kind: 'identity' });
  }
  for (const { 0: number, index } of matchesOf(text, mobile)) {
    found.push({ start: index, end: index + number.length, kind: 'phone' });
  }
  return found;
}

/** So many characters in front of a number may call it an identity card number. */
const CALLED = 8;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2, as GB 11643-1999 has it. */
function hasCheckCharacter(number: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase();
}

/** The report must not carry the number further. */
function masked(number: string): string {
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}

function isDeclared(document: PlanDocument): boolean {
  return document.frontMatter?.values.has('security') === true || document.frontMatter?.values.has('密级') === true;
}
