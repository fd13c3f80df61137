import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { domainOf, scaleOf, ticksOf } from '../../../../server/src/exchange/timeline/axis.ts';
import { drawChart } from '../../../../server/src/exchange/timeline/draw.ts';
import { timelineHtml, timelineSvg } from '../../../../server/src/exchange/timeline/export.ts';
import { paperInk } from '../../../../server/src/exchange/timeline/ink.ts';
import { fitted, textWidth } from '../../../../server/src/exchange/timeline/markup.ts';
import { tableMarkup } from '../../../../server/src/exchange/timeline/table.ts';
import { barsOf, chartOf, day, manyStyles, rowsOf, twoAudiences } from './plans.ts';

interface Part {
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of a picture, in order. */
function partsOf(markup: string): readonly Part[] {
  const tree = unified().use(rehypeParse, { fragment: true, space: 'svg' }).parse(markup);
  const parts: Part[] = [];
  visit(tree, 'element', (element) => {
    let text = '';
    visit(element, 'text', ({ value }) => {
      text += value;
    });
    const attributes = Object.fromEntries(
      Object.entries(element.properties).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(' ') : String(value),
      ]),
    );
    parts.push({ name: element.tagName, classes: (attributes.className ?? '').split(' '), attributes, text });
  });
  return parts;
}

const withClass = (parts: readonly Part[], ...names: string[]) =>
  parts.filter(({ classes }) => names.every((name) => classes.includes(name)));

describe('the picture', () => {
  const chart = chartOf(twoAudiences);
  const interactive = partsOf(drawChart(chart, { width: 800, interactive: true }).svg);

  test('has a group for each row and an item for each bar, or for the row without one', () => {
    expect(withClass(interactive, 'row').map(({ attributes }) => attributes.dataRow)).toEqual(
      rowsOf(chart).map(({ id }) => id),
    );
    const items = rowsOf(chart).flatMap(({ id, bars }) => (bars.length > 0 ? bars.map((bar) => bar.id) : [id]));
    expect(withClass(interactive, 'item').map(({ attributes }) => attributes.dataItem)).toEqual(items);
  });

  test('gives every item a role and words to be read out, and takes no part in styles or scripts', () => {
    for (const { attributes } of withClass(interactive, 'item')) {
      expect(attributes.role).toBe('option');
      expect(attributes.ariaLabel).toMatch(/\p{Script=Han}/u);
    }
    expect(interactive[0]?.attributes.role).toBe('listbox');
    const markup = drawChart(chart, { width: 800, interactive: true }).svg;
    expect(markup).not.toMatch(/ style=| on\w+=|<script|<style|href=/);
  });

  test('puts no more than the ends that can be moved into reach', () => {
    for (const bar of barsOf(chart)) {
      const own =
        drawChart(chart, { width: 800, interactive: true })
          .svg.split(`data-item="${bar.id}"`)[1]
          ?.split('data-item=')[0] ?? '';
      const ends = [...own.matchAll(/data-end="(\w+)"/g)].map((match) => match[1]);
      expect(ends).toEqual([...bar.ends]);
    }
  });

  test('draws what is fuzzy as fuzzy, what is lacking and doubtful as signs', () => {
    expect(withClass(interactive, 'fuzzy', 'stage').length).toBeGreaterThan(0);
    expect(withClass(interactive, 'chip', 'lack').map(({ text }) => text)).toContain('缺起止时间');
    expect(withClass(interactive, 'chip', 'doubt').map(({ text }) => text)).toContain('前后不一');
    expect(withClass(interactive, 'today').length).toBe(2);
  });

  test('names an audience below its stage once, and to those who hear it with its stage', () => {
    const labels = withClass(interactive, 'label', 'audience').map(({ text }) => text);
    expect(labels).toEqual(['镇机关', '农村', '镇机关', '村']);
    const spoken = withClass(interactive, 'item').map(({ attributes }) => attributes.ariaLabel ?? '');
    expect(spoken.some((label) => label.startsWith('集中创建（村）：'))).toBe(true);
  });

  test('keeps to its width whatever that is, and every label to its column', () => {
    for (const width of [200, 420, 800, 1600]) {
      const { svg, width: drawn } = drawChart(chart, { width, ink: paperInk });
      for (const { name, attributes } of partsOf(svg)) {
        if (name !== 'rect') continue;
        expect(Number(attributes.x) + Number(attributes.width)).toBeLessThanOrEqual(drawn + 8);
      }
    }
    const long = chartOf(manyStyles.replace('清理漂浮物12处', '清理漂浮物'.repeat(12)));
    const label = withClass(partsOf(drawChart(long, { width: 500 }).svg), 'label').find(({ text }) =>
      text.startsWith('清理漂浮物清'),
    );
    expect(label?.text).toMatch(/…$/);
    expect(textWidth(label?.text ?? '', 12)).toBeLessThanOrEqual(500 * 0.34);
  });

  test('is a picture for readers of pictures when it stands alone, with colours of its own', () => {
    const svg = timelineSvg(chart);
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/role="option"|class="handle"|tabindex/);
    for (const part of partsOf(svg.slice(svg.indexOf('<svg')))) {
      if (part.name === 'rect' && !part.classes.includes('reach'))
        expect(part.attributes.fill, part.classes.join(' ')).toBeDefined();
    }
  });

  test('escapes what the plan says', () => {
    const html = timelineHtml(chartOf(manyStyles.replace('设立公示牌', '公示<牌>&"甲\u0001乙')));
    expect(html).not.toContain('\u0001');
    expect(html).toContain('公示&lt;牌&gt;&amp;&quot;甲乙');
  });

  test('stays readable with many rows', () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `| ${at + 1} | 任务事项${at + 1} | 办公室 | 2026年${(at % 12) + 1}月${(at % 27) + 1}日前 |`,
    );
    const many = chartOf(manyStyles.replace(/\| 1 \| 清理[\s\S]*?公示牌 \| \| \|/, rows.join('\n')));
    const drawing = drawChart(many, { width: 900 });
    const tops = withClass(partsOf(drawing.svg), 'strip').map(({ attributes }) => Number(attributes.y));
    expect(tops.length).toBeGreaterThan(60);
    expect(Math.min(...tops.slice(1).map((top, at) => top - (tops[at] ?? 0)))).toBeGreaterThanOrEqual(20);
  });

  test('of nothing says so', () => {
    const chart = chartOf('# 学习安排意见\n\n加强学习。\n');
    expect(drawChart(chart, { width: 500 }).svg).toContain('没有读到阶段');
  });
});

describe('the axis', () => {
  test('names years, months and thirds of months as far as they have room', () => {
    const domain = { start: day('2026-03-01'), end: day('2026-06-30') };
    const kinds = (width: number) => [...new Set(ticksOf(scaleOf(domain, 0, width)).map(({ kind }) => kind))].sort();
    expect(kinds(100)).toEqual(['month', 'year']);
    expect(kinds(600)).toEqual(['month', 'third', 'year']);
    expect(kinds(3000)).toEqual(['day', 'month', 'year']);
  });

  test('is not pressed together by a date far away', () => {
    const chart = chartOf(
      manyStyles.replace('| 1 | 清理漂浮物12处 | 水利站 | 2026.5.30 |', '| 1 | 清理漂浮物12处 | 水利站 | 2062.5.30 |'),
    );
    const domain = domainOf(chart);
    expect([domain.start.year, domain.end.year]).toEqual([2026, 2027]);
    expect(partsOf(drawChart(chart, { width: 800 }).svg).some(({ classes }) => classes.includes('cut'))).toBe(true);
  });

  test('gives the place of every day back', () => {
    const { origin, x } = scaleOf({ start: day('2026-03-01'), end: day('2026-03-31') }, 100, 410);
    expect(x(day('2026-03-11'))).toBeCloseTo(origin.x + origin.perDay * 10);
  });
});

test('labels are cut by their width, a Chinese sign being twice as wide as a letter', () => {
  expect(textWidth('阶段ab', 12)).toBe(36);
  expect(fitted('宣传发动阶段', 48, 12)).toBe('宣传发…');
  expect(fitted('短', 48, 12)).toBe('短');
});

test('the table says what the picture shows', () => {
  const chart = chartOf(manyStyles);
  const rows = tableMarkup(chart, false).split('<tr').slice(2);
  const rowWith = (words: string) =>
    (rows.find((row) => row.includes(words)) ?? '').replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');
  expect(rowWith('排查摸底')).toContain('|3月21日—4月中旬|2026年3月21日|2026年4月20日|');
  expect(rowWith('设立公示牌')).toContain('缺时限；缺责任人');
  expect(rowWith('清淤')).toContain('|9月20日前|未写|2026年9月20日|');
  expect(rows).toHaveLength(rowsOf(chart).reduce((sum, { bars }) => sum + Math.max(1, bars.length), 0));
});
