import type { Line, Plan } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { defineRule } from '../rule.ts';
import { bodyWithoutPeople, headWithoutName, postsThatExclude } from './bodies-beside.ts';
import { anySign, groupOn, groupSigns, type SetUp, setUpSign } from './group-signs.ts';
import { speaksOfOffice } from './office-spoken-of.ts';
import { twoPosts } from './two-posts.ts';

type MessageId = 'nobody' | 'head' | 'members' | 'office' | 'body' | 'vagueHead' | 'posts' | 'twoPosts';

const firstPost = { zh: '此处作“{post}”', en: 'Here it is “{post}”' };

interface Options {
  /** Whether a group with head and members must also say which office does its daily work. */
  readonly officeRequired: boolean;
}

/** A leading group without head, members or office. */
export const leadingGroup = defineRule<MessageId, Options>({
  id: 'leading-group',
  family: 'responsibility',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F80'],
  fixes: [],
  options: { officeRequired: false },
  summary: { zh: '领导小组没有组长、成员或办公室', en: 'A leading group without head, members or office' },
  messages: {
    nobody: {
      zh: '成立了{group}，却没有写明组长、成员，由谁负责不明。请列出组长、副组长、成员和办公室，或者注明“名单附后”。',
      en: 'The {group} is set up without head and members. List them, or say that the list is attached.',
    },
    head: {
      zh: '成立了{group}，却没有写明组长由谁担任。',
      en: 'The {group} is set up without saying who heads it.',
    },
    members: {
      zh: '成立了{group}，写明了组长，却没有列出成员或者成员单位。',
      en: 'The {group} is set up with a head and without members.',
    },
    body: {
      zh: '成立了{group}，却没有写明由谁组成、谁负责。',
      en: 'The {group} is set up without saying who is in it.',
    },
    vagueHead: {
      zh: '“{words}”没有写明是哪一位领导，请写明姓名或者职务。',
      en: '“{words}” does not say who heads the group.',
    },
    posts: {
      zh: '“{name}”既是{first}，又是{second}，请核对。',
      en: '“{name}” is {first} and {second}; check this.',
    },
    twoPosts: {
      zh: '“{name}”的职务前后不一：一处作“{first}”，此处作“{second}”，请核对是不是重复或者写错了。',
      en: '“{name}” is {first} in one place and {second} here; check this.',
    },
    office: {
      zh: '成立了{group}，却没有写明办公室设在哪里、由谁承担日常工作。',
      en: 'The {group} is set up without an office for its daily work.',
    },
  },
  checkPlan({ document, plan, profile, options, report }) {
    // A summary or report tells of a group that is at work already.
    if (profile.id === 'summary' || /(?:总结|小结|报告|汇报|情况)$/.test(plan.title?.value ?? '')) return;
    const posts = postsThatExclude(plan);
    if (posts) {
      const [first, second] = posts.posts;
      report({ message: 'posts', params: { name: posts.words, first, second }, range: posts.range, severity: 'info' });
    }
    for (const { name, posts: told, range, first } of twoPosts(plan)) {
      report({
        message: 'twoPosts',
        params: { name, first: told[0], second: told[1] },
        range,
        related: [{ message: firstPost, params: { post: told[0] }, range: first }],
        severity: 'info',
      });
    }
    const place = setUpBy(plan.lines);
    const body = bodyWithoutPeople(plan);
    if (body) report({ message: 'body', params: { group: body.words }, range: body.range, severity: 'info' });
    if (!place) return;
    const vague = headWithoutName(place.line, plan.lines);
    if (vague) report({ message: 'vagueHead', params: { words: vague.words }, range: vague.range, severity: 'info' });
    let head = false;
    let members = false;
    let office = false;
    const ofParts = headersOfParts(plan);
    for (const line of linesWith(linesInOrder(document, plan), anySign)) {
      const signs = groupSigns(line.facts);
      if (signs.elsewhere) return;
      head ||= signs.head && !ofParts.has(line);
      members ||= signs.members;
      office ||= signs.office;
    }
    const needsOffice =
      options.officeRequired || (head && members && !office && speaksOfOffice(plan, place.group.name, place.line));
    const missing = lacking(head, members, office || !needsOffice);
    if (!missing) return;
    const { range, name } = place.group;
    report({
      message: missing,
      params: { group: name },
      range: place.line.at(range.start, range.end),
      ...(missing === 'members' || missing === 'office' ? { severity: 'info' as const } : {}),
    });
  },
});

/** 组别 | 组长 | 成员: the heads that such a table names are those of the groups below the leading group. */
function headersOfParts({ tables }: Plan): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (const { columns } of tables) {
    if (!columns.slice(0, 2).some(({ header }) => partHeader.test(header.text.replace(/[\s\u3000]+/g, '')))) continue;
    for (const { header } of columns) for (const line of header.lines) found.add(line);
  }
  return found;
}
const partHeader = /^(?:组别|组名|(?:工作|专项)?小?组(?:名称|别)|工作组|专项组)$/;

/** The first group that the running text sets up; tables tell others what to do. */
function setUpBy(lines: readonly Line[]): { readonly line: Line; readonly group: SetUp } | undefined {
  for (const line of linesWith(lines, setUpSign)) {
    const group = groupOn(line.facts);
    if (!group || line.place === 'quote' || line.place === 'cell') continue;
    if (!scored.test(line.text.slice(group.range.start))) return { line, group };
  }
  return undefined;
}

/** 成立领导小组（1分）, 成立领导小组，得2分: what others are assessed by. */
const scored = /^[^。；;]{0,60}?(?:[（(]\d{1,2}(?:\.\d)?分[)）]|[得计扣]\d{1,2}(?:\.\d)?分)/;

function lacking(head: boolean, members: boolean, office: boolean): MessageId | undefined {
  if (!head) return members ? 'head' : 'nobody';
  if (!members) return 'members';
  return office ? undefined : 'office';
}
