import type { Line, Plan } from '../../plan/model.ts';
import { linesWith, sign } from '../../plan/signs.ts';

const reports = sign({ words: ['办，', '办。', '办；', '办汇', '组办公室', '部办公室', '班办公室'] });
/** 报镇禁烧办, 由领导小组办公室汇总: an office that something goes to, or that does something. */
const spokenOf =
  /(?:报送?|送|交|向|由|经)(?<level>全?[省市县区镇乡街校局])?(?<name>(?:领导小组|工作专班|专班|指挥部)办公室|\p{Script=Han}{2,4}办)(?=[，。；、]|汇总|备案|报告|统一)/u;
/** Somebody does its work, whatever it is called. */
const daily = /日常(?:工作|事务|协调|管理)/;
/** 县委办, 河长办: offices that are there, whatever group is set up. */
const standing = /(?:[委府局政]|河长|林长|文明|网信|防汛|防指|安委|信访|编|督查|平安|双拥)办$/;
const superiors = ['省', '市', '县', '区'];

/**
 * Whether a plan that sets up a group speaks of the office of that group, though nothing says where it is: 报镇禁烧办 beside
 * 秸秆禁烧工作领导小组. The office of those above (报县禁烧办) is theirs to set up.
 */
export function speaksOfOffice({ issuer, lines, title }: Plan, group: string, place: Line): boolean {
  const found = linesWith(lines, reports).some((line) => {
    if (line === place) return false;
    const { level = '', name = '' } = spokenOf.exec(line.text)?.groups ?? {};
    if (name === '' || standing.test(name)) return false;
    const own = issuer?.value ?? title?.value ?? '';
    if (superiors.includes(level) && !own.includes(level)) return false;
    return name.endsWith('办公室') ? level === '' : group.includes(name.slice(0, -1));
  });
  return found && !lines.some(({ text }) => daily.test(text));
}
