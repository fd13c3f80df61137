import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerCsv, readLedgerCsv } from '../../../server/src/exchange/csv/ledger.ts';
import { ledgerSheets } from '../../../server/src/exchange/ledger/read.ts';
import { returnLedgers } from '../../../server/src/exchange/ledger/return.ts';
import type { ReturnedLedger } from '../../../server/src/exchange/ledger/sheet.ts';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { ledgerPlan, planOf } from './plans.ts';

function sheetsOf(text: string) {
  const { document } = planOf(text);
  return ledgerSheets(document, document.plans, '方案');
}

function csvOf(text: string): string {
  return ledgerCsv(
    sheetsOf(text)
      .flatMap(({ sheet }) => (sheet.gathered ? [] : [sheet]))
      .slice(0, 1),
  );
}

function returned(csv: string): readonly ReturnedLedger[] {
  const ledgers = readLedgerCsv(csv);
  if ('fault' in ledgers) throw new Error(ledgers.fault.zh);
  return ledgers;
}

function merged(csv: string, plan: string, takeConflicts = false) {
  const { document } = planOf(plan);
  const back = returnLedgers(document, document.plans, returned(csv));
  if ('fault' in back) throw new Error(back.fault.zh);
  const chosen = back.changes.filter(({ kind }) => takeConflicts || kind !== 'conflict');
  return { ...back, text: applyEdits(plan, back.edits(chosen)) };
}

/** A CSV with one cell changed, found by the row's first words and the header. */
function withCell(csv: string, row: string, header: string, value: string): string {
  const lines = csv.split('\r\n');
  const heads = (lines[0] ?? '').replace('\ufeff', '').split(',');
  const at = heads.indexOf(header);
  return lines
    .map((line) => {
      if (!line.includes(row)) return line;
      const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      cells[at] = value;
      return cells.join(',');
    })
    .join('\r\n');
}

describe('the ledger of a plan', () => {
  const [first] = sheetsOf(ledgerPlan);
  const sheet = first?.sheet;

  test('has the columns of the table and one for what it lacks', () => {
    expect(sheet?.columns.map(({ header, added }) => `${header}${added ? '+' : ''}`)).toEqual([
      '序号',
      '存在问题',
      '整改措施',
      '责任单位',
      '责任人',
      '完成时限',
      '状态',
      '进展情况+',
    ]);
    expect(sheet?.columns.find(({ header }) => header === '状态')?.choices).toContain('进行中');
  });

  test('knows until when each row is to be done', () => {
    expect(sheet?.rows.map(({ due }) => due)).toEqual(['2026-04-30', '2026-04-30', undefined]);
    expect(sheet?.rows.map(({ cells }) => cells[5]?.day)).toEqual(['2026-04-30', undefined, undefined]);
  });

  test('has lines where the cell breaks them', () => {
    expect(sheet?.rows[1]?.cells[2]?.text).toBe('施划车位40个\n增设标志');
  });

  test('is gathered from the text where there is none', () => {
    const text = ledgerPlan.replace(/## 二、整改台账[\s\S]*?(?=## 三)/, '');
    const [only, ...more] = sheetsOf(text);
    expect(more).toEqual([]);
    expect(only?.sheet.gathered).toBe(true);
    expect(only?.sheet.columns.map(({ header }) => header)).toEqual([
      '序号',
      '阶段',
      '工作任务',
      '责任单位',
      '责任人',
      '完成时限',
      '进展情况',
      '状态',
    ]);
    expect(only?.sheet.rows.map(({ cells }) => cells.map(({ text: words }) => words).slice(1, 6))).toEqual([
      ['宣传发动', '召开动员大会', '市场服务中心', '', '3月10日'],
      ['宣传发动', '张贴通告', '市场服务中心', '', '3月15日前'],
      ['集中整治', '清理占道经营', '综合执法队', '龙海', '4月20日前'],
      ['集中整治', '报送进度', '市场服务中心', '', '每月25日前'],
      ['集中整治', '整修排水设施，适时推进', '', '', '2026年3月21日至5月10日'],
    ]);
  });
});

describe('what comes back', () => {
  const csv = csvOf(ledgerPlan);

  test('changes nothing when nothing was changed', () => {
    const { changes, notices, text } = merged(csv, ledgerPlan);
    expect([changes, notices]).toEqual([[], []]);
    expect(text).toBe(ledgerPlan);
  });

  test('puts a status into its cell and leaves the rest of the file as it is', () => {
    const { text, changes } = merged(withCell(csv, '车辆乱停', '状态', '已完成'), ledgerPlan);
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'cell',
        header: '状态',
        name: { zh: '第2行“车辆乱停”', en: 'row 2 “车辆乱停”' },
        from: '',
        to: '已完成',
      }),
    ]);
    expect(text).toBe(ledgerPlan.replace('龙海 | 4月底前 | |', '龙海 | 4月底前 | 已完成 |'));
  });

  test('adds a column that the table does not have as soon as something stands in it', () => {
    const { text } = merged(withCell(csv, '垃圾外溢', '进展情况', '已增设8个'), ledgerPlan);
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    expect(table[0]).toMatch(/\| 状态 \| 进展情况 \|$/);
    expect(table[1]).toBe('| --- | --- | --- | --- | --- | --- | --- | --- |');
    expect(table[4]).toBe('| 3 | 垃圾外溢 | 增设垃圾箱12个 | 市场服务中心 | 孙雅琴 | 长期坚持 |  | 已增设8个 |');
    expect(sheetsOf(text)[0]?.sheet.rows.map(({ cells }) => cells[7]?.text)).toEqual(['', '', '已增设8个']);
  });

  test('finds its row when the plan moved rows and put others in between', () => {
    const rows = ledgerPlan.split('\n');
    const at = rows.findIndex((line) => line.startsWith('| 1 |'));
    const [one = '', two = '', three = ''] = rows.slice(at, at + 3);
    rows.splice(at, 3, three, '| 4 | 新问题 | 新措施 | 综合执法队 | 龙海 | 2026年5月5日 | |', two, one);
    const plan = rows.join('\n');
    const { text, notices } = merged(withCell(csv, '车辆乱停', '状态', '已完成'), plan);
    expect(text).toBe(plan.replace('龙海 | 4月底前 | |', '龙海 | 4月底前 | 已完成 |'));
    expect(notices.map(({ zh }) => zh)).toEqual([
      '台账的行序与方案不同，已按行标识逐行对应，方案中的行序不变',
      '方案中的以下各行不在台账内（导出后新增，或台账中已删除），保持不变：第2行“新问题”',
    ]);
  });

  test('never overwrites what was changed on both sides', () => {
    const plan = ledgerPlan.replace('前 | 进行中 |', '前 | 基本完成 |');
    const csvBack = withCell(csv, '排水不畅', '状态', '已完成');
    const { text, changes } = merged(csvBack, plan);
    expect(changes).toEqual([expect.objectContaining({ kind: 'conflict', from: '基本完成', to: '已完成' })]);
    expect(text).toBe(plan);
    expect(merged(csvBack, plan, true).text).toBe(plan.replace('基本完成', '已完成'));
  });

  test('is no conflict where both sides say the same', () => {
    const plan = ledgerPlan.replace('前 | 进行中 |', '前 | 已完成 |');
    expect(merged(withCell(csv, '排水不畅', '状态', '已完成'), plan).changes).toEqual([]);
  });

  test('keeps what only the plan changed', () => {
    const plan = ledgerPlan.replace('更换管道60米', '更换管道80米').replace('孙雅琴 | 2026', '冯立新 | 2026');
    const { text } = merged(withCell(csv, '排水不畅', '状态', '已完成'), plan);
    expect(text).toBe(plan.replace('前 | 进行中 |', '前 | 已完成 |'));
  });

  test('puts in a row that the ledger has and the plan has not', () => {
    const lines = csv.split('\r\n');
    lines.splice(2, 0, '4,照明不足,增设路灯|6盏,市场服务中心,孙雅琴,2026年5月8日,,,');
    const { text, changes } = merged(lines.join('\r\n'), ledgerPlan);
    expect(changes.map(({ kind }) => kind)).toEqual(['row']);
    expect(text).toContain(
      '进行中 |\n| 4 | 照明不足 | 增设路灯\\|6盏 | 市场服务中心 | 孙雅琴 | 2026年5月8日 |  |\n| 2 |',
    );
  });

  test('says of rows that are gone on either side', () => {
    const plan = ledgerPlan.replace(/\| 2 \|.*\n/, '');
    const back = merged(withCell(csv, '车辆乱停', '状态', '已完成'), plan);
    expect(back.changes).toEqual([]);
    expect(back.notices.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('台账第3行在方案的表格中已找不到（可能已删除或改写），未写回'),
    ]);
    const short = csv
      .split('\r\n')
      .filter((line) => !line.includes('垃圾外溢'))
      .join('\r\n');
    const kept = merged(short, ledgerPlan);
    expect(kept.changes).toEqual([]);
    expect(kept.notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('第3行“垃圾外溢”')]);
  });

  test('says of columns that came and went', () => {
    const back = merged(csv.replace('责任人,', '经办,').replace('状态,', '评价,'), ledgerPlan);
    expect(back.changes).toEqual([]);
    expect(back.notices.map(({ zh }) => zh).join('\n')).toContain('“经办”、“评价”列导出时没有，未写回方案');
  });

  test('fits no other plan', () => {
    const { document } = planOf(
      '# 消防整改方案\n\n| 序号 | 存在问题 | 整改措施 | 责任人 |\n| --- | --- | --- | --- |\n| 1 | 通道堵塞 | 清理 | 高云 |\n',
    );
    const back = returnLedgers(document, document.plans, returned(csv));
    expect('fault' in back && back.fault.zh).toContain('对不上');
  });

  test('is refused where it is no ledger of ours', () => {
    expect(readLedgerCsv('序号,问题\r\n1,a\r\n')).toEqual({
      fault: expect.objectContaining({ zh: expect.stringContaining('行标识') }),
    });
    expect(readLedgerCsv('a,"b')).toEqual({ fault: expect.objectContaining({ zh: expect.stringContaining('引号') }) });
  });

  test('writes only what a table can hold', () => {
    const { text } = merged(withCell(csv, '垃圾外溢', '状态', '"甲|乙\n丙"'), ledgerPlan);
    expect(text).toContain('| 长期坚持 | 甲\\|乙<br>丙 |');
  });

  test('keeps CRLF and rows without a closing bar', () => {
    const plan = ledgerPlan.replace('孙雅琴 | 长期坚持 | |', '孙雅琴').replaceAll('\n', '\r\n');
    const { text } = merged(withCell(csvOf(plan), '垃圾外溢', '状态', '已完成'), plan);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('| 3 | 垃圾外溢 | 增设垃圾箱12个 | 市场服务中心 | 孙雅琴 |  | 已完成 |\r\n');
  });
});

test('a merge of nothing changes nothing, whatever the cells hold', () => {
  const words = fc.string({
    unit: fc.constantFrom('甲', '乙', '1', '2', '|', '\\', '*', '`', '<', '>', '=', ' ', '。', '月', '日', '前', '\n'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 6 }), (cells) => {
      const rows = cells.map((row, at) => {
        const own = row.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>'));
        return `| ${at + 1} | ${own.join(' | ')} |`;
      });
      const text = `# 整改方案\n\n| 序号 | 存在问题 | 整改措施 | 责任人 |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
      const { document } = planOf(text);
      const [first] = ledgerSheets(document, document.plans, '');
      if (!first?.table) return;
      const back = returnLedgers(document, document.plans, returned(ledgerCsv([first.sheet])));
      expect('fault' in back ? [] : back.changes).toEqual([]);
    }),
  );
});
