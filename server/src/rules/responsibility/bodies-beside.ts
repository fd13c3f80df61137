import type { Line, Plan } from '../../plan/model.ts';
import { linesWith } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';

import { foundingSign, headSign } from './group-signs.ts';

export interface Told {
  readonly words: string;
  readonly range: Range;
}

const task = '(?:评审|评选|评分|监督|监察|仲裁|考评|验收|资格审查|复核)';
const setUp = new RegExp(
  `(?:成立|设立|组建|组成)((?:[\\p{Script=Han}]{0,12}?)(${task}(?:工作)?(?:小组|组|委员会)))(?=[，,。；])`,
  'u',
);
const notOwn = /各|基层|应|须|需|已|曾|拟|必要|视情|可|分别|由|从|如|另行/;
const toldWho = /组长|成员|主任|由|组成|负责人|名单|抽|聘|邀请|人员|选派|担任|兼|附件|另文|专家/;
/** So many lines below it may say who is in it. */
const BELOW = 3;

/** 另成立评审小组，承担评分。 and nowhere who is in it, where another group of the plan has its head. */
export function bodyWithoutPeople({ lines }: Plan): Told | undefined {
  for (const line of linesWith(lines, foundingSign)) {
    if (line.place === 'quote' || line.place === 'cell') continue;
    const match = setUp.exec(line.text);
    if (!match) continue;
    const at = lines.indexOf(line);
    const [words, name = '', short = ''] = match;
    const from = line.text.lastIndexOf('。', match.index) + 1;
    const stop = line.text.indexOf('。', match.index);
    const rest = line.text.slice(match.index + words.length);
    if (notOwn.test(line.text.slice(from, match.index)) || toldWho.test(rest)) continue;
    if (lines.slice(at + 1, at + 1 + BELOW).some(({ text }) => toldWho.test(text.slice(0, 12)))) continue;
    const isTold = (other: Line) =>
      other !== line && other.text.includes(short) && toldWho.test(other.text.slice(other.text.indexOf(short)));
    if (lines.some(isTold)) continue;
    return { words: name, range: line.at(match.index, stop < 0 ? line.text.length : stop) };
  }
  return undefined;
}

const vagueHead =
  /由(?:(?:分管|有关|相关)领导(?:同志)?|(?:集团|公司|局|校|院|处|街道|镇|乡|单位|学校|委)(?:分管)?领导(?:同志)?)(?:担任|任|为)?(?:组长|总指挥|挂帅)/;
const namedHead = /(?:组长|总指挥|指挥长)[\s\u3000]*(?:[：:]|为|由)[\s\u3000]*\p{Script=Han}/u;

/** 由分管领导担任组长: one of several, and nobody knows which. */
export function headWithoutName(line: Line, lines: readonly Line[]): Told | undefined {
  const match = vagueHead.exec(line.text);
  if (!match || lines.some(({ text }) => namedHead.test(text.replace(vagueHead, '')))) return undefined;
  return { words: match[0], range: line.at(match.index, match.index + match[0].length) };
}

const name = '([\\p{Script=Han}]{2,3})(?=[，、；。（(\\s]|$)';
const judge = new RegExp(
  `(?:评审|评选|评委)[\\p{Script=Han}]{0,4}(?:委员会|小组|组)[。：:\\s]{0,2}(?:主任|组长)[：:]\\s?${name}`,
  'u',
);
const watch = new RegExp(
  `(?:监督|监察|仲裁|申诉)[\\p{Script=Han}]{0,4}(?:委员会|小组|组)[。：:\\s]{0,2}(?:主任|组长)[：:]\\s?${name}`,
  'u',
);
const headOf = new RegExp(`(?:^|[^副])组长[：:]\\s?${name}`, 'u');
const membersOf = /成员[：:]([^。；]{2,200})/;

export interface Twice extends Told {
  readonly posts: readonly [{ readonly zh: string; readonly en: string }, { readonly zh: string; readonly en: string }];
}

/** Somebody who leads those who judge and those who watch them, or who is head and member of one group. */
export function postsThatExclude({ lines }: Plan): Twice | undefined {
  const withHead = linesWith(lines, headSign);
  const judges = withHead.flatMap(({ text }) => (text.includes('评') ? (judge.exec(text)?.[1] ?? []) : []));
  for (const line of withHead) {
    const watcher = judges.length > 0 ? watch.exec(line.text) : null;
    if (watcher?.[1] && judges.includes(watcher[1])) {
      const start = watcher.index + watcher[0].length - watcher[1].length;
      return {
        words: watcher[1],
        range: line.at(start, start + watcher[1].length),
        posts: [
          { zh: '评审机构负责人', en: 'head of those who judge' },
          { zh: '监督机构负责人', en: 'head of those who watch them' },
        ],
      };
    }
    const head = line.text.includes('组长') ? headOf.exec(line.text)?.[1] : undefined;
    const members = head ? membersOf.exec(line.text) : null;
    if (!head || !members) continue;
    const at = members[1]?.split(/[、，,\s]/).some((one) => one.replace(/[（(].*$/, '') === head);
    if (!at) continue;
    const start = members.index + members[0].indexOf(head);
    return {
      words: head,
      range: line.at(start, start + head.length),
      posts: [
        { zh: '组长', en: 'head' },
        { zh: '成员', en: 'member' },
      ],
    };
  }
  return undefined;
}
