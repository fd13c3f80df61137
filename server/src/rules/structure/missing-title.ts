import { labelOn } from '../../plan/labels.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { defineRule } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { isBareGenre, isFileName } from './bare-title.ts';
import { isOneLine } from './one-line.ts';
import { isOfWebPage } from './page-residue.ts';
import { isThemeAlone } from './theme-title.ts';
import { untitledAttachments, untitledNotice } from './untitled-papers.ts';

/** Longest stretch of HTML that a title in it is looked for in. */
const longestHtml = 400;
/** Longest stretch of the first line that is marked. */
const marked = 40;

const htmlTitle = />[^<>]{0,20}\p{Script=Han}{4}[^<>]{0,80}<\/[a-z0-9]{1,10}>\s*$/u;

type MessageId = 'missing' | 'part' | 'theme' | 'file' | 'bare' | 'notice' | 'attachment';

/** A plan with no title, or with one that says nothing. */
export const missingTitle = defineRule<MessageId>({
  id: 'missing-title',
  family: 'structure',
  severity: 'warning',
  basis: ['9704-7.3.1', '条例-9'],
  faults: ['F01'],
  fixes: ['suggested'],
  summary: { zh: '方案没有标题，或者标题没有事由', en: 'A plan with no title, or one without a subject' },
  messages: {
    missing: {
      zh: '方案缺标题，首行即为正文。请在文首写明标题，如“××单位关于××的实施方案”。',
      en: 'The plan has no title: its first line is running text. Put the title at the top.',
    },
    part: {
      zh: '方案缺标题，首行“{title}”只是第一部分的名称。请在文首写明标题，如“××单位关于××的实施方案”。',
      en: 'The plan has no title: its first line “{title}” heads no more than its first part. Put the title at the top.',
    },
    theme: {
      zh: '首行“{title}”只是活动的主题或口号，不是标题。请写明标题，如“××单位关于××的活动方案”。',
      en: 'The first line “{title}” is the theme or the slogan of the activity and no title. Say whose plan it is, and for what.',
    },
    file: {
      zh: '“{title}”是新建文件时自动取的名字，不是标题。请写明标题，如“××单位关于××的实施方案”。',
      en: '“{title}” is the name of a new file and no title. Say whose plan it is, and for what.',
    },
    bare: {
      zh: '标题“{title}”只有文种，没有事由。请写明是哪个单位、关于什么事的方案。',
      en: 'The title “{title}” names a genre and nothing else. Say whose plan it is, and for what.',
    },
    notice: {
      zh: '发文字号之下直接是主送机关，通知没有标题。请在两者之间写明标题，如“××单位关于印发××方案的通知”。',
      en: 'The addressee follows the document number: the notice has no title. Put it between them.',
    },
    attachment: {
      zh: '附件没有标题，直接是正文或者表格。附件说明称它为“{name}”，请写在“附件”之下。',
      en: 'The attachment begins without a title. The note below the text calls it {name}: put that below the mark.',
    },
  },
  checkPlan({ document, plan, profile, report }) {
    const notice = untitledNotice(plan);
    if (notice) report({ message: 'notice', range: notice.range });
    for (const { name, range } of untitledAttachments(plan))
      report({ message: 'attachment', params: { name }, range, severity: 'info' });
    const { title } = plan;
    if (title && title.range.start >= plan.range.start) {
      const empty = isFileName(title.value)
        ? 'file'
        : isBareGenre(plan)
          ? 'bare'
          : isThemeAlone(title.value, plan)
            ? 'theme'
            : undefined;
      if (empty) report({ message: empty, params: { title: title.value }, range: title.range });
    }
    if (isOneLine(plan)) return;
    const first = plan.lines.find(({ facts }) => !isOfWebPage(facts));
    // A heading of lower depth is a title to its author; which depth it should have is not asked here. One that counts is none.
    if (plan.title || !first || (first.place === 'heading' && first.facts.number?.kind !== 'han')) return;
    // 汛期安全专项教育 above the text is what its author calls it, whatever kind of paper that is.
    const mayBeName = first.facts.number === undefined && !first.marked && plan.lines.length > 1;
    if (mayBeName && isName(first)) {
      const [part] = plan.sections;
      const empty = part?.heading === first ? 'part' : isThemeAlone(first.text, plan) ? 'theme' : undefined;
      if (empty) report({ message: empty, params: { title: first.text }, range: first.range });
      return;
    }
    // <center>…实施方案</center>: what stands in HTML in front of it may be the title.
    if (
      htmlTitle.test(
        document.markdown.text
          .slice(Math.max(0, first.range.start - longestHtml), first.range.start)
          .replace(/#*\s*$/, ''),
      )
    )
      return;
    const behind = first.facts.number?.range.end ?? 0;
    const stop = first.text.slice(behind).search(/[，。；,;：:]/);
    const end = stop < 0 ? first.text.length : behind + stop;
    const lineAt = document.markdown.text.lastIndexOf('\n', first.range.start - 1) + 1;
    const at = first.place === 'heading' ? lineAt : first.at(0, 0).start - first.indent.length;
    const genre = profile.label.zh.split('、')[0] ?? profile.label.zh;
    report({
      message: 'missing',
      range: first.at(0, Math.min(end, marked)),
      fix: {
        title: { zh: '在文首插入标题', en: 'Insert a title' },
        safety: 'suggested',
        edits: [
          {
            range: { start: at, end: at },
            text: `${usesHeadings(plan) ? '# ' : ''}${tabStop(1, '单位')}关于${tabStop(2, '事项')}的${tabStop(3, genre)}\n\n`,
            snippet: true,
          },
        ],
      },
    });
  },
});

/** A short line without the marks of a sentence, but for those of what it quotes: “以书为友，与爱同行”征文启事. */
function isName({ text, facts }: Line): boolean {
  const bare = text.replace(/[（(][^（()）]{1,8}[)）]$/, '').replace(/“[^“”]{1,40}”/g, '');
  if (text.length <= marked && !/[，。；：,;:！!]/.test(bare)) return true;
  return passedOn.test(text) || (labelledName.test(text) && labelOn(facts) === null && !fieldName.test(text));
}
/** 转发《市教育局关于…的通知》 is long, and a title still. */
const passedOn = /^转发[^。；：:]{10,90}$/;
/** 初三：踏歌寻春·向阳而行, 转发：…的通知: whose it is or how it came, and behind it the name of the paper. */
const labelledName = /^[^，。；：:《]{2,24}[：:][ \u3000]*(?!为|根据|按照)[^。；：:]{3,80}[^，。；：:]$/;
/** 活动名称：… is a line of the text. */
const fieldName =
  /^[^：:]*(?:名称|主题|目的|目标|宗旨|时间|日期|地点|对象|单位|部门|范围|人员|负责人|电话|方式|内容|要求)[：:]/;

function usesHeadings(plan: Plan): boolean {
  return plan.sections.some((section) => section.style === 'markdown');
}
