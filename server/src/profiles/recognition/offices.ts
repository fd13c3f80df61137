import { bodyKindOf } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/model.ts';

/** Who does the work of offices, and what only they have: 各单位, 街道办事处, 带班领导, 组长, 校长, 团委, 组委会. */
const office =
  /各(?:单位|部门|处室|科室|学院|院系|系|班级?|年级|区县|县区|乡镇|镇街|街道|村|社区|企业|学校|支部|车间|食堂)|全体(?:教职工|教师|党员|员工|职工|干部)|党(?:支部|委|组|员|政|总支|日|建)|工会|妇联|团(?:委|支部|总支)|少先队|德育|教研|街道|社区|居委|村委|村民|业主大会|领导|(?:局|处|科|校|院|镇|乡|县|区|市|部|组|园|村)长|主任|书记|(?:教务|学生|人事|后勤|保卫|财务|总务|科研|组织|宣传|学工|政教|教导|护理|行政)[处部科室]|[市县区镇乡省]政府|人民政府|[市县区省]局|(?:教育|卫生|卫健|公安|民政|交通|应急|市场监管|住建|财政|水利|农业|文旅|体育)局|指挥部|[带值]班(?:领导|人员|干部|电话)|防(?:汛|指)|办公室|学校|学院|小学|中学|幼儿园|医院|委员会|组委会|志愿服务队|主办|承办|物业公司|机关/;

/** Whether a text has a word of those. */
export const tellsOffice = (text: string): boolean => office.test(text);

/**
 * Whether a text that holds little besides days, labels or names shows that an office wrote it: it names those who
 * do such work. Lists of days are written by anybody: 京都之旅日程, 小店值班表, 试吃官招募.
 */
export function showsOffice({ title, lines, tables }: Plan): boolean {
  if ((title !== undefined && tellsOffice(title.value)) || lines.some(({ text }) => tellsOffice(text))) return true;
  return tables.some(({ columns }) => columns.some(({ header }) => tellsOffice(header.text)));
}

/** By a body of an office, on a day; a studio signs as well. */
export const isSigned = ({ issuer, issued }: Plan): boolean =>
  issuer !== undefined && issued !== undefined && bodyKindOf(issuer.value) !== undefined;
