import { describe, expect, test } from 'vitest';
import { findWrongWords } from '../../../server/src/rules/wording/wrong-words/find.ts';
import { findWrongParticles } from '../../../server/src/rules/wording/wrong-words/particles.ts';
import { shippedWords, tableOf } from '../../../server/src/rules/wording/wrong-words/table.ts';

const table = tableOf(shippedWords.filter(({ kind }) => kind !== 'mixed'));
const found = (text: string) => findWrongWords(text, table).map(({ word }) => `${word.wrong}→${word.right}`);
const particles = (text: string) =>
  findWrongParticles(text).map(({ range, right }) => `${text.slice(range.start, range.end)} ${right}`);

describe('the table', () => {
  test('is large, and every word differs from what it should be', () => {
    expect(shippedWords.length).toBeGreaterThan(1000);
    expect(shippedWords.filter(({ wrong, right, kind }) => wrong === right && kind !== 'mixed')).toEqual([]);
    expect(shippedWords.filter(({ wrong }) => /^$|\s/.test(wrong))).toEqual([]);
  });

  test('a corrected form is itself correct', () => {
    expect(shippedWords.filter(({ right }) => found(right).length > 0)).toEqual([]);
  });

  test('a form stands in it once, but for different neighbours', () => {
    const bare = shippedWords.filter(({ before, after, kind }) => !before && !after && kind !== 'mixed');
    const seen = new Map<string, number>();
    for (const { wrong } of bare) seen.set(wrong, (seen.get(wrong) ?? 0) + 1);
    expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
  });
});

test.each([
  ['对全年工作进行布署，防范于未然', ['布署→部署', '防范于未然→防患于未然']],
  ['要作到心中有数，认真作好记录', ['作到→做到', '作好→做好']],
  ['工作到位，写作好文章，合作好项目', []],
  ['机构健全、小组职责、公安照章办事', []],
  ['把学习贯彻整个活动始终。', ['贯彻→贯穿']],
  ['贯彻落实党的路线始终不动摇', []],
  ['公安局付局长任付组长，支付主任津贴', ['付局长→副局长', '付组长→副组长']],
  ['适应新形式下的工作要求，形式任务要求', ['新形式下→新形势下', '形式→形势']],
  ['创新活动形式，组织形式多样', []],
  ['对落实不力、监管不利的，工作不利于稳定', ['不利→不力']],
  ['因该项工作涉及面广，给予防护用品', []],
  ['各单位巨使用统一笔记本，耗资巨大', ['巨→均']],
  ['登陆公司官方网站，台风登陆后', ['登陆→登录']],
])('%s', (text, words) => {
  expect(found(text)).toEqual(words);
});

test.each([
  ['有力的促进了发展', ['有力的促进了 地']],
  ['更好的发挥党员作用', ['更好的发挥 地']],
  ['认真的抓好落实', ['认真的抓好 地']],
  ['工作抓的不紧，落实的不够', ['抓的不紧 得', '落实的不够 得']],
  ['得到有效的解决，进行认真的总结，取得明显的提高', []],
  ['扎实的工作作风、有力的推进措施、深入的学习体会、更好的服务水平', []],
  ['做的好事，抓的好经验，做的很好吃的饭', []],
])('%s', (text, words) => {
  expect(particles(text)).toEqual(words);
});
