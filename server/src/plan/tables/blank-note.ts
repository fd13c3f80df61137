import type { Plan } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { linesWith, sign } from '../signs.ts';

const blankSign = sign({ words: ['空白', '空格', '空栏', '合并单元格', '未填'] });
/** 注：空白处同上。 说明：空白单元格与上一行相同。 */
const blankNote = /(?:空白|空格|空栏|合并单元格|未填)[^。；]{0,8}(?:同上|同前|与上|与前|沿用|按上)/;

/** Whether a note says what the blank cells of tables mean: they lack nothing then. */
export const blanksAreTold = versionMemo((plan: Plan): { readonly told: boolean } => ({
  told: plan.tables.length > 0 && linesWith(plan.lines, blankSign).some(({ text }) => blankNote.test(text)),
}));
