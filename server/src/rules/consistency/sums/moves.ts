/** 增加到, 上升到: up. */
const up = '上升|提升|前移|跃升|攀升|前进|进位|提高|提前|增加|增长|增幅|扩大|扩展|升|跃|进|增';
/** 减少到, 降至: down; an age or a time that is 缩短 too. */
const down = '下降|下滑|滑落|后退|退步|降低|降幅|减少|压减|缩减|缩短|压缩|降|退|减|跌|滑';

/** The words for a step from one number to another. */
export const moves = `${up}|${down}`;

const upward = new RegExp(up);
const downward = new RegExp(down);

/** 由42户减少到31户，新增3户: what goes the other way is no difference of the two. */
export function isSameWay(one: string, other: string): boolean {
  return upward.test(one) === upward.test(other) && downward.test(one) === downward.test(other);
}

/**
 * What may stand between two numbers and their difference: 由50人增加到60人，净增10人. Any other word may be a thing of
 * its own (由50人增加到60人，学生增加120人), or a time that the two numbers are not of (年均增长, 累计增加).
 */
export const stillTheSame = /^(?:共计?|总共|一共|合计|净|同比|整体)?$/;
