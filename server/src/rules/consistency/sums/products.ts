import { round, type SumFault, value } from './amounts.ts';

/** What stands on the right of the sign: 31500元, 86分; a 万 behind it means that it was rounded. */
const result = /[=＝]\s{0,2}(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,10}(?:\.\d{1,2})?)(?![\d.])/g;
/** The longest calculation that is read; budgets of a meeting have ten parts. */
const LONGEST = 160;

/** A calculation in parts: numbers, what joins them, brackets; words are what is counted and its unit. */
const token =
  /(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<percent>[%％]?)|(?<times>[×*✕]|(?<=[\d\p{Script=Han}）)]\s{0,2})[xX](?=\s{0,2}[\d（(]))|(?<plus>[+＋])|(?<open>[（(])|(?<close>[）)])|(?<words>[^\d×*✕+＋（()）]+?(?=[\d×*✕xX+＋（()）]|$))/gu;

/** 约, 两, 三天 are no numbers that can be worked with, and what is taken away or shared out is another matter. */
const unclear =
  /[约余超各双两÷]|不少于|\d\s{0,2}[-－−—–~～至到/:：]\s{0,2}\d|[)）]\s{0,2}[-－−/]|[万亿‰]|往返|来回|半价|[天个年月日]半|半[天个年月小日]|\d\s?[折成]/u;

type Token = { readonly kind: 'number' | 'times' | 'plus' | 'open' | 'close' | 'words'; readonly value: number };

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(token)].map(({ groups = {} }): Token => {
    if (groups.number !== undefined)
      return { kind: 'number', value: value(groups.number) / (groups.percent === '' ? 1 : 100) };
    const kind = (['times', 'plus', 'open', 'close', 'words'] as const).find((one) => groups[one] !== undefined);
    return { kind: kind ?? 'words', value: 0 };
  });
}

/** What a calculation comes to; nothing where it cannot be read to its end: 3天2人×50元. */
function worth(tokens: readonly Token[]): number | undefined {
  let at = 0;
  const kind = () => tokens[at]?.kind;
  const skipWords = () => {
    while (kind() === 'words') at++;
  };
  /** 大巴2辆, 300元（含税）, （300+500）. */
  const factor = (): number | undefined => {
    skipWords();
    let found: number | undefined;
    if (kind() === 'open') {
      at++;
      found = sum();
      if (found === undefined || kind() !== 'close') return;
      at++;
    } else if (kind() === 'number') {
      found = tokens[at]?.value;
      at++;
    }
    skipWords();
    // A remark behind the number, without a number of its own.
    while (kind() === 'open' && tokens[at + 1]?.kind === 'words' && tokens[at + 2]?.kind === 'close') {
      at += 3;
      skipWords();
    }
    return found;
  };
  /** One part after the other, as long as the mark that joins them stands between; nothing where one cannot be read. */
  const joined = (
    mark: 'times' | 'plus',
    part: () => number | undefined,
    join: (a: number, b: number) => number,
  ): number | undefined => {
    let all = part();
    while (all !== undefined && kind() === mark) {
      at++;
      const next = part();
      all = next === undefined ? undefined : join(all, next);
    }
    return all;
  };
  const product = () => joined('times', factor, (a, b) => a * b);
  const sum = (): number | undefined => joined('plus', product, (a, b) => a + b);
  const all = sum();
  return at === tokens.length ? all : undefined;
}

/**
 * The calculation in front of the sign: from the comma before its first part on, 35人×5天×180元 as well as
 * 8000＋奖杯10×60＋评委费5×500. Nothing where a comma parts it, for what stands before that may belong to it.
 */
function calculationBefore(text: string): string | undefined {
  const clause = text.slice(Math.max(0, text.length - LONGEST));
  const own = clause.slice(clause.search(/[^=＝。；;！？|\n]*$/));
  // What the sign in front came to may be the first part, or the end of an item of a list.
  if (/[=＝]$/.test(clause.slice(0, clause.length - own.length)) && /[+＋]/.test(own)) return;
  const first = own.search(/[×*✕+＋]|(?<=[\d\p{Script=Han}）)]\s{0,2})[xX](?=\s{0,2}[\d（(])/u);
  if (first < 0) return;
  const head = own.slice(0, first);
  // A number of an item, a remark in brackets: （一）, （2） in front of a name.
  const from = head.search(/[^，,、：:]*$/);
  const start = /,\d{3}$/.test(head) && from === head.lastIndexOf(',') + 1 ? head.search(/[^，、：:]*$/) : from;
  const whole = own.slice(start);
  const open = (whole.match(/[（(]/g) ?? []).length;
  if (open !== (whole.match(/[）)]/g) ?? []).length) return;
  return /[，、]|,(?!\d{3})/.test(own.slice(first)) ? undefined : whole;
}

/** 500克×20=10千克: what another unit tells is another number. */
const otherUnit =
  /^\s{0,2}(?:小时|分钟?|天|周|个?月|年|公里|千米|米|吨|千克|公斤|斤|克|毫升|kg|g|t|km|m|里|升|平方|立方|公顷|亩|倍|%|％)/;
const STEPS = [2, 10, 24, 60, 100, 500, 1000, 10000];
/** 12人＋司机1人×200元=2600元, 专家3名、工作人员2名×500元: who is counted first is paid as well. */
const summand = /(?:^|[+＋])[^×*✕xX+＋]*\d\s?(?:人|名|位|课时|学时|天|个|辆|间|次|场|节|晚)[^×*✕xX+＋]*[+＋]/;
const oneMore = /\d\s?[人名位]、$/;

/** Calculations with products that do not come to what is written behind them; those in 万 are rounded and not looked at. */
export function wrongProducts(text: string): readonly SumFault[] {
  return [...text.matchAll(result)].flatMap((match): readonly SumFault[] => {
    const [words, written = ''] = match;
    const end = match.index + words.length;
    const rest = text.slice(end, end + 12);
    // 3×4=12+10=22: the calculation goes on.
    if (
      /^\s{0,2}(?:[万亿%％]|[^\d，。；、]{0,6}[×*✕+＋÷~～—-]\s{0,2}[^，。；、]{0,4}\d|[^，。；、\d]{0,4}[=＝])/.test(
        rest,
      )
    )
      return [];
    const calculation = calculationBefore(text.slice(0, match.index));
    if (calculation === undefined || unclear.test(calculation)) return [];
    const front = text.slice(0, match.index - calculation.length);
    if (/^\s{0,2}元/.test(rest) && (summand.test(calculation) || oneMore.test(front))) return [];
    if (/(?:往返|来回)[^。；]{0,12}$/.test(front)) return [];
    const tokens = tokensOf(calculation);
    if (!tokens.some(({ kind }) => kind === 'times')) return [];
    const real = worth(tokens);
    if (real === undefined || Math.abs(real - value(written)) < 1) return [];
    const ratio = real / value(written);
    if (
      otherUnit.test(rest) &&
      STEPS.some((step) => Math.abs(ratio / step - 1) < 0.01 || Math.abs(ratio * step - 1) < 0.01)
    )
      return [];
    return [{ kind: 'share', range: { start: end - written.length, end }, written, found: round(real) }];
  });
}
