import { linesInOrder } from '../../plan/reading-order.ts';
import { hasSign } from '../../plan/signs.ts';
import { figureSign } from '../figures.ts';
import { defineRule } from '../rule.ts';
import { headedTotalFaults, listTotalFaults, tableTotalFaults } from './list-totals.ts';
import { overMost, wrongPerUnit, wrongSpread } from './sums/per-unit.ts';
import { backwardRanges, rangeSign } from './sums/ranges.ts';
import { wrongRates } from './sums/rates.ts';
import { findSumFaults } from './sums.ts';
import { tableFaults } from './table-totals.ts';
import { wrongWeights } from './table-weights.ts';

/** Parts that do not add up, shares that their own numbers contradict, totals of tables. */
export const arithmetic = defineRule<
  'parts' | 'share' | 'over' | 'total' | 'row' | 'crossing' | 'product' | 'backwards' | 'overMost' | 'multiple'
>({
  id: 'arithmetic',
  family: 'consistency',
  severity: 'error',
  basis: ['条例-19', '条例-20'],
  faults: ['F70'],
  fixes: [],
  summary: {
    zh: '数字对不上：分项之和、百分比、表格合计',
    en: 'Numbers that do not agree: parts, shares, totals of tables',
  },
  messages: {
    parts: {
      zh: '总数“{written}”与所列各项之和{found}不符，请核对。',
      en: 'The total {written} is not the sum of its parts, {found}.',
    },
    share: {
      zh: '“{written}”与前面的数字不符，按所列数字应为{found}，请核对。',
      en: '{written} does not agree with the numbers in front of it, which give {found}.',
    },
    multiple: {
      zh: '“{written}”与前面的数字不符，按所列数字应为{found}的整数倍，请核对。',
      en: '{written} cannot be parted into shares of {found} each, as the numbers in front of it say.',
    },
    product: {
      zh: '“{written}”与每个{each}、共{count}个算出的{found}不符，请核对。',
      en: '{written} is not {each} for each of {count}, which is {found}.',
    },
    overMost: {
      zh: '“{written}”超过了每个的限额乘以个数所得的{found}，请核对。',
      en: '{written} is more than the most for each times their number, {found}.',
    },
    backwards: { zh: '“{raw}”前大后小，请核对。', en: '“{raw}” runs from the larger number to the smaller one.' },
    over: { zh: '“{written}”超过100%，请核对。', en: '“{written}” is more than the whole.' },
    row: {
      zh: '“{row}”一行合计为{written}，各栏之和为{found}，请核对。',
      en: 'The total of the row “{row}” is {written}, but its columns add up to {found}.',
    },
    crossing: {
      zh: '“{written}”与本行、本栏的合计都不符，按合计应为{found}，请核对。',
      en: '{written} agrees neither with the total of its row nor with that of its column, which give {found}.',
    },
    total: {
      zh: '“{column}”合计为{written}，各行之和为{found}，请核对。',
      en: 'The total of “{column}” is {written}, but its rows add up to {found}.',
    },
  },
  checkLine({ line, report }) {
    if (!hasSign(line.facts, figureSign)) return;
    for (const { kind, range, written, found } of findSumFaults(line.facts)) {
      report({
        message: kind,
        params: { written, found },
        range,
        ...(kind === 'parts' ? { severity: 'warning' } : {}),
      });
    }
    for (const { range, written, found } of overMost(line.facts))
      report({ message: 'overMost', params: { written, found }, range, severity: 'warning' });
    for (const { range, ...params } of wrongSpread(line.facts))
      report({ message: 'product', params, range, severity: 'warning' });
    for (const { range, raw } of hasSign(line.facts, rangeSign) ? backwardRanges(line.text) : [])
      report({ message: 'backwards', params: { raw }, range, severity: 'warning' });
  },
  checkPlan({ document, plan, report }) {
    const lines = linesInOrder(document, plan);
    const totals = listTotalFaults(lines)
      .concat(headedTotalFaults(plan.sections))
      .concat(tableTotalFaults(lines, plan.tables));
    for (const { line, range, written, sum } of totals) {
      report({
        message: 'parts',
        params: { written, found: sum },
        range: line.at(range.start, range.end),
        severity: 'warning',
      });
    }
    for (const { line, range, written, each, count, found } of wrongPerUnit(plan.lines))
      report({
        message: 'product',
        params: { written, each, count, found },
        range: line.at(range.start, range.end),
        severity: 'warning',
      });
    for (const { line, range, written, found } of wrongRates(plan.lines))
      report({ message: 'share', params: { written, found }, range: line.at(range.start, range.end) });
    for (const { range, written, sum } of wrongWeights(plan))
      report({ message: 'parts', params: { written, found: sum }, range, severity: 'warning' });
    for (const table of plan.tables) {
      const { products, crossings, rows, columns } = tableFaults(table);
      for (const { cell, written, sum } of products)
        report({ message: 'share', params: { written, found: sum }, range: cell.range });
      for (const { cell, written, sum } of crossings)
        report({ message: 'crossing', params: { written, found: sum }, range: cell.range });
      for (const { cell, column, written, sum } of rows)
        report({ message: 'row', params: { row: column, written, found: sum }, range: cell.range });
      for (const { cell, column, written, sum } of columns)
        report({ message: 'total', params: { column, written, found: sum }, range: cell.range });
    }
  },
});
