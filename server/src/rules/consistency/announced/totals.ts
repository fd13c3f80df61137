import { lineMemo } from '../../../plan/facts.ts';
import type { Plan } from '../../../plan/model.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';

/** How many there are of something in all, told with another number than before. */
export interface OtherTotal {
  readonly written: string;
  readonly first: string;
  readonly range: Range;
  readonly firstRange: Range;
  /** 局属, 下辖: all of them by name; 全镇 may be meant loosely. */
  readonly certain: boolean;
}

/** 局属7个二级单位, 全镇18个村: all that there are, and no part of them. */
const whole =
  /(局属|院属|下属|下辖|所辖|全[县市区镇乡街](?:共|共有)?)(\d{1,3})(?:个|所|家)((?:行政|自然)?村(?!民|组|干|级|支|庄|口|集|小)|社区|乡镇|街道|二级单位|基层单位|中小学|科室|党支部)/g;
/** 查找突出问题23个, 反馈问题18条: how many were found. */
const issuesFound =
  /(?<!共?完成)(查摆|查找|梳理|反馈|排查|发现|检查)(?:出|到)?[^，。；\d]{0,8}(问题|隐患)(\d{1,3})(?:个|条|项|处)/g;
/** 对查摆出的32个问题: all of them, pointed at later on. */
const issuesMeant =
  /[对将就](?:照)?(查摆|查找|梳理|反馈|排查|发现|检查)(?:出来|出|到)?的(\d{1,3})(?:个|条|项|处)(?:突出|具体|主要)?(问题|隐患)/g;

/** 已有15个, 其中: a part. */
const partial = /已|有|其中|余|近|约|评|选|抽|超过?$/;

/** 在全县10个乡镇开展试点: some of them go first, or are done. */
const some = /^[^，。；]{0,12}(?:试点|先行|率先|示范|首批|抽查|建成|完成|达标|被|获|中)/;

/** 下辖7, 全镇18, 全县共10 */
const wholeSign = sign({
  words: [...'0123456789'].flatMap((figure) => [...'属辖县市区镇乡街共有'].map((scope) => scope + figure)),
});

/** What a line says there is in all. */
const totalsOn = lineMemo(({ text }) => {
  const found = [...text.matchAll(whole)].flatMap(
    ({ 0: written, 1: scope = '', 2: count = '', 3: noun = '', index }): readonly Total[] => {
      const before = text.slice(Math.max(0, index - 3), index);
      if (partial.test(before) || some.test(text.slice(index + written.length))) return [];
      return [{ written, scope, count, key: `${scope.slice(0, 2)} ${noun}`, index }];
    },
  );
  return found.length === 0 ? NONE : found;
});

interface Total {
  readonly written: string;
  readonly scope: string;
  readonly count: string;
  /** The same for all totals of one kind. */
  readonly key: string;
  readonly index: number;
}
const NONE: readonly Total[] = [];

/** 查摆 and 查找 are one search; what was fed back is not what was searched for. */
const areAlike = (a: string, b: string) => a === b || (a.startsWith('查') && b.startsWith('查'));

/** 问题23, 隐患5 */
const issueSign = sign({ words: [...'0123456789'].flatMap((figure) => [`题${figure}`, `患${figure}`]) });

/** Issues that are pointed at with another number than the only one that was found. */
function otherIssues({ lines }: Plan): readonly OtherTotal[] {
  const told = linesWith(lines, issueSign).flatMap((line) =>
    line.place !== 'quote' && /[题患]\d/.test(line.text)
      ? [...line.text.matchAll(issuesFound)].map(({ 0: written, 1: verb = '', 2: noun, 3: count, index }) => ({
          written,
          verb,
          noun,
          count,
          line,
          range: line.at(index, index + written.length),
        }))
      : [],
  );
  const [first, more] = told;
  if (!first || more) return [];
  return lines.flatMap((line) =>
    line.place !== 'quote' && line.index > first.line.index && /的\d/.test(line.text)
      ? [...line.text.matchAll(issuesMeant)].flatMap(
          ({ 0: written, 1: verb = '', 2: count, 3: noun, index }): readonly OtherTotal[] =>
            count === first.count || noun !== first.noun || !areAlike(verb, first.verb)
              ? []
              : [
                  {
                    written,
                    first: first.written,
                    range: line.at(index, index + written.length),
                    firstRange: first.range,
                    certain: true,
                  },
                ],
        )
      : [],
  );
}

/** The totals of one plan that do not agree with the first of their kind. */
export function otherTotals(plan: Plan): readonly OtherTotal[] {
  const { lines } = plan;
  const first = new Map<string, { readonly written: string; readonly count: string; readonly at: Range }>();
  const found: OtherTotal[] = [...otherIssues(plan)];
  for (const line of linesWith(lines, wholeSign)) {
    if (line.place === 'quote') continue;
    for (const { written, scope, count, key, index } of totalsOn(line.facts)) {
      const at = line.at(index, index + written.length);
      const known = first.get(key);
      if (!known) first.set(key, { written, count, at });
      else if (known.count !== count)
        found.push({
          written,
          first: known.written,
          range: at,
          firstRange: known.at,
          certain: !scope.startsWith('全'),
        });
    }
  }
  return found;
}
