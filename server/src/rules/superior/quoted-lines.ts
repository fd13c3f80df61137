import { partStart } from '../../plan/line/sentences.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import { liesWithin } from '../../text/range.ts';

const demandSign = sign({ words: ['要求', '规定', '明确'] });

/** 《区委方案》要求，; 按照市局要求，; 上级方案明确： */
export const lead =
  /(?:《[^《》]{2,40}》|上级|中央|国家|自治区|[省市区县镇乡](?:委|政府|里|局|厅|办|公司|\p{Script=Han}{1,8}(?:局|厅|办|部|委|院|组|公司|中心)|分行|联社)|(?:总行|总公司|集团公司))[^，。；：《》]{0,16}?(?:要求|规定|明确)/u;

/** 镇政府对各村要求如下： and 我局要求： ask of others. */
const ofOthers = /各|所属|本|我|你/;
const leadIn = /(?:《[^《》]{2,40}》|上级|[省市区县委局厅])[^，。；：]{0,16}(?:提出|要求|规定|明确)/u;

/** …提出如下要求：: what is listed behind it is quoted. */
function leadsToList({ text }: Line): boolean {
  if (!/[：:][ \u3000]*$/.test(text) || ofOthers.test(text)) return false;
  const sentence = text.slice(partStart(text, text.length));
  return leadIn.test(sentence);
}

/** 一、市局要求; 上级方案的有关规定. 我局要求 asks of others. */
const quotingTitle =
  /^(?:上级|《[^《》]{2,40}》|(?!本|我)[省市区县镇乡州](?:委|政府|局|厅|办|公司|\p{Script=Han}{1,6}[局厅办部委院组]))(?:工作|实施)?(?:方案)?(?:的|提出的|明确的)?(?:有关|相关|具体|总体|工作|主要)?(?:要求|规定|部署要求)$/u;

/** Points from what falls short to what is quoted. */
export const quotedHere = { zh: '上级要求写在此处：“{words}”', en: 'What is asked stands here: “{words}”' };

/** What a plan quotes of the demands of those above it. */
export interface QuotedDemands {
  /** Sentences of these lines do so where they begin with `lead`. */
  readonly leading: readonly Line[];
  /** All of these lines do: lists behind such a sentence, and sections that are called so. */
  readonly whole: ReadonlySet<Line>;
}

export const quotedDemands = versionMemo((plan): QuotedDemands => {
  const leading = linesWith(plan.lines, demandSign).filter(({ text }) => lead.test(text));
  const whole = new Set(leading.filter(leadsToList).flatMap((line) => listBehind(line, plan)));
  for (const section of plan.sections.filter(isQuoting))
    for (const line of plan.lines)
      if (line !== section.heading && liesWithin(line.range, section.range)) whole.add(line);
  return { leading, whole };
});

const isQuoting = ({ title }: Section): boolean => quotingTitle.test(title.value);

/** The quotation or the list that follows a line. */
function listBehind(line: Line, { lines }: Plan): readonly Line[] {
  const from = lines.indexOf(line) + 1;
  const first = lines[from];
  if (!first || (first.place !== 'quote' && first.facts.number?.value !== 1)) return [];
  const kind = first.facts.number?.kind;
  const end = lines.findIndex(
    ({ place, facts }, at) =>
      at >= from && (place !== first.place || (place !== 'quote' && facts.number?.kind !== kind)),
  );
  return lines.slice(from, end < 0 ? lines.length : end);
}
