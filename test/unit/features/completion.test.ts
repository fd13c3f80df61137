import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { at, labels, taken } from './proposals.ts';

const plan = (line: string, cells = ['', '', '', '', '']) => `# 石湾镇消防安全问题整改方案

根据《关于开展学习教育的通知》（石政发〔2026〕3号）要求，制定本方案。

一、整改目标

2026年6月底前全部整改到位。

二、整改措施

1. 清理通道堆放的杂物。由高云牵头，2026年4月20日前完成。
2. 更换失效灭火器。责任人：高云，责任单位：全体党员，完成时限：2026年4月20日。
3. 组织演练。责任单位：全体党员、应急管理办公室，完成时限：2026年5月20日。
4. 核对记录。责任单位：班子成员、全体党员，完成时限：2026年5月20日。
${line}

三、整改台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 完成时限 | 整改状态 |
| --- | --- | --- | --- | --- | --- |
| 1 | 疏散通道堵塞 | 清理杂物并划线 | 安全股 | 2026年4月30日前 | 已完成 |
| 2 | 标识不清 | ${cells.join(' | ')} |

石湾镇人民政府

2026年4月6日
`;

const row = (at: number, words: string) =>
  plan(
    '',
    ['', '', '', ''].map((none, index) => (index === at ? words : none)),
  );
const measure = (words: string) => row(0, words);
const unit = (words: string) => row(1, words);
const deadline = (words: string) => row(2, words);
const status = (words: string) => row(3, words);

describe('between two marks', () => {
  test('the closing one stays', () => {
    expect(taken(plan('5. 根据《▏》要求报送。'), '关于开展学习教育的通知')).toContain(
      '5. 根据《关于开展学习教育的通知》要求报送。',
    );
    expect(taken(plan('5. 按照《关于开展学习教育的通知》（▏）要求报送。'), '石政发〔2026〕3号')).toContain(
      '5. 按照《关于开展学习教育的通知》（石政发〔2026〕3号）要求报送。',
    );
  });

  test('a name in front of them is not put there once more', () => {
    expect(labels(unit('安全股（▏）'), 'unit')).toEqual([]);
  });

  test('the rest of a title or of a number is replaced', () => {
    expect(taken(plan('5. 按照《关于开展学习▏教育活动的通知》要求报送。'), '关于开展学习教育的通知')).toContain(
      '5. 按照《关于开展学习教育的通知》要求报送。',
    );
    expect(taken(plan('5. 按照《关于开展学习教育的通知》（石▏政发〔2025〕3号）要求。'), '石政发〔2026〕3号')).toContain(
      '（石政发〔2026〕3号）要求。',
    );
    expect(taken(plan('5. 按照《关于开展▏，并报送《报告》'), '关于开展学习教育的通知')).toContain(
      '《关于开展学习教育的通知》，并报送《报告》',
    );
  });
});

describe('in a cell that holds words', () => {
  test.each(['▏正在整改', '正▏在整改', '正在整改▏'])('another state takes the place of %s', (words) => {
    expect(taken(status(words), '已完成')).toContain('|  | 已完成 |\n');
    expect(labels(status(words)).length).toBeGreaterThan(1);
  });

  test('the state that was just written comes first', () => {
    const [first] = at(status('已完成▏')).proposals;
    expect(first?.label).toBe('已完成');
    expect(labels(status('已▏'))).toEqual(expect.arrayContaining(['已完成']));
    expect(labels(status('已▏'))).not.toContain('进行中');
  });

  test('a longer text keeps what its author wrote', () => {
    expect(labels(status('已更换灭火器46具，▏正在划线'))).toEqual(labels(status('已更换灭火器46具，▏')));
  });

  test.each(['2026年4月20日▏前', '2026年4月20日前▏', '▏2026年4月20日前', '2026年4月▏20日前', '2026年××月××日前▏'])(
    'another day takes the place of %s',
    (words) => {
      expect(taken(deadline(words), '2026年4月13日')).toContain('|  | 2026年4月13日前 |');
    },
  );

  test('a day without its year, and a part of a month', () => {
    expect(taken(deadline('4月20日▏前'), '4月13日')).toContain('|  | 4月13日前 |');
    expect(taken(deadline('▏4月底前'), '4月13日')).toContain('|  | 4月13日前 |');
    expect(taken(deadline('4月▏底前'), '4月20日')).toContain('|  | 4月20日前 |');
  });

  test.each(['4月下▏', '4月下▏旬', '4月下▏旬前'])(
    'a ten-day period that is begun is offered by its last day: %s',
    (words) => {
      expect(labels(deadline(words), 'date')).toEqual(['4月30日']);
      expect(taken(deadline(words), '4月30日')).toContain(`|  | 4月30日${words.endsWith('前') ? '前' : ''} |`);
      expect(labels(plan('5. 复查，2026年5月中▏'), 'date')).toEqual(['2026年5月20日']);
    },
  );

  test('the day that was just written comes first', () => {
    expect(labels(deadline('2026年4月17日▏'))[0]).toBe('2026年4月17日');
  });

  test('words whose end stands behind the cursor are not doubled', () => {
    expect(taken(measure('清理▏并划线'), '清理杂物并划线')).toContain('| 清理杂物并划线 |');
    expect(taken(measure('清理杂物并划▏线'), '清理杂物并划线')).toContain('| 清理杂物并划线 |');
    expect(taken(measure('▏清理杂物并划线'), '清理杂物并划线')).toContain('| 清理杂物并划线 |');
  });
});

test.each(['▏2026年4月17日前', '2026年4月17日▏前', '2026年4月17日前▏'])(
  'behind a label another day takes the place of %s',
  (words) => {
    expect(taken(plan(`5. 建立台账，完成时限：${words}完成。`), '2026年4月13日')).toContain(
      '完成时限：2026年4月13日前完成。',
    );
  },
);

describe('who is wanted in the place of a blank', () => {
  test.each(['责任单位：××公司▏', '责任单位：××▏', '牵头单位：×××▏', '配合单位：安全股、××▏', '由××股▏负责'])(
    'units at %s',
    (words) => {
      expect(labels(plan(`5. 检修喷淋。${words}`), 'unit')).toContain('应急管理办公室');
      expect(labels(plan(`5. 检修喷淋。${words}`), 'person')).toEqual([]);
    },
  );

  test.each(['公司', '股', '所', '站', '学校', '小学', '街道', '大队', '办公室'])('××%s is one blank', (tail) => {
    expect(taken(plan(`5. 检修喷淋。责任单位：××${tail}▏，5月底前完成。`), '应急管理办公室')).toContain(
      '责任单位：应急管理办公室，5月底前',
    );
  });

  test.each(['责任人：××▏', '联系人：×××▏'])('persons at %s, whom another place names as such', (words) => {
    expect(labels(plan(`5. 检修喷淋。${words}`), 'person')).toEqual(['高云']);
    expect(labels(plan(`5. 检修喷淋。${words}`), 'unit')).toEqual([]);
  });

  test.each(['在10个工作日内核查', '以书面形式报送', '有序推进', '于5月底前办结'])(
    '××科 is one blank in front of %s',
    (behind) => {
      expect(taken(plan(`5. 检修喷淋，××科▏${behind}。`), '应急管理办公室')).toContain(`应急管理办公室${behind}。`);
      expect(taken(plan(`5. 检修喷淋，××▏科${behind}。`), '应急管理办公室')).toContain(`应急管理办公室${behind}。`);
    },
  );

  test('the last sign of a name is not doubled', () => {
    expect(taken(plan('5. 检修喷淋。责任单位：应急管理办公▏室，5月底前完成。'), '应急管理办公室')).toContain(
      '责任单位：应急管理办公室，5月底前',
    );
    expect(taken(unit('安全▏股'), '安全股')).toContain('| 安全股 |  |');
  });

  test('people of a kind stand behind the units', () => {
    const names = labels(plan('5. 检修喷淋。责任单位：▏'), 'unit');
    expect(names.slice(0, 2).sort()).toEqual(['安全股', '应急管理办公室'].sort());
    expect(names).not.toContain('高云');
  });
});

const listed = (line: string) => `# 明德小学读书节活动实施方案

根据《关于开展全民阅读活动的通知》（县教〔2026〕12号）要求，制定本方案。

## 一、组织领导

组　长：王建华（校长）
副组长：李秀英（副校长）
成　员：张　伟、刘洋

领导小组办公室设在教导处。

## 二、活动安排

### （一）宣传发动阶段（2026年4月1日—4月10日）

1. 召开动员会。由少先队大队部负责，4月3日前完成。
${line}

### （二）总结表彰阶段（2026年4月11日—4月30日）

1. 召开总结表彰大会。
`;

describe('those who are named in a list', () => {
  test('are offered by their names alone, each by itself', () => {
    const persons = labels(listed('2. 布置展板。责任人：▏'), 'person');
    expect([...persons].sort()).toEqual(['刘洋', '张伟', '李秀英', '王建华']);
  });

  test.each([
    ['2. 布置展板。责任人：▏'],
    ['2. 布置展板。督办人：▏'],
    ['2. 布置展板。督办领导：▏'],
    ['2. 布置展板。责 任 人：▏'],
  ])('are persons where persons belong: %s', (line) => {
    const { proposals } = at(listed(line));
    expect(proposals.length).toBeGreaterThan(2);
    expect(proposals.every(({ kind }) => kind === 'person')).toBe(true);
  });

  test.each([
    ['2. 布置展板。▏配合', '2. 布置展板。教导处配合'],
    ['2. 布置展板。少先队大队部牵头，▏配合完成', '2. 布置展板。少先队大队部牵头，教导处配合完成'],
    ['2. 布置展板。4月8日前报▏。', '2. 布置展板。4月8日前报教导处。'],
    ['2. 布置展板。由教▏负责', '2. 布置展板。由教导处负责'],
  ])('are units where units belong: %s', (line, expected) => {
    expect(taken(listed(line), '教导处')).toContain(expected);
  });

  test('are not what is just being written', () => {
    expect(labels(listed('2. 布置展板。由德▏育处负责。'))).not.toContain('德育处');
  });
});

describe('at the end of a plan', () => {
  const end = (words: string) => plan('').replace('石湾镇人民政府\n\n2026年4月6日', words);

  test.each([
    ['▏\n\n2026年4月6日', '石湾镇人民政府\n\n2026年4月6日'],
    ['　　　　　　　　石湾▏\n\n2026年4月6日', '　　　　　　　　石湾镇人民政府\n\n2026年4月6日'],
  ])('%j is completed to the unit', (words, expected) => {
    const text = end(words);
    expect(new Set(at(text).proposals.map(({ kind }) => kind))).toEqual(new Set(['unit']));
    expect(taken(text, '石湾镇人民政府')).toContain(expected);
  });

  test.each(['石湾镇人民政府\n▏', '　　　　石湾镇人民政府\n\n　　　　▏', '石湾镇人民政府\n2026年▏'])(
    '%j is completed to a day',
    (words) => {
      const { proposals } = at(end(words));
      expect(proposals.length).toBeGreaterThan(0);
      for (const { kind, text } of proposals) {
        expect(kind).toBe('date');
        expect(text).toMatch(/^20\d\d年\d{1,2}月\d{1,2}日$/);
      }
    },
  );

  test('a unit behind its place is the one of the title', () => {
    const text = end('▏\n\n2026年4月6日').replace('石湾镇消防', '石湾镇中心小学校园消防');
    expect(labels(text)).toEqual(['石湾镇中心小学']);
  });

  test('unit and day come when all sections are there', () => {
    const { proposals } = at(end('▏'));
    expect(proposals.some(({ kind, text }) => kind === 'unit' && /^石湾镇人民政府\n20\d\d年/.test(text))).toBe(true);
  });
});

describe('a plan that is only begun', () => {
  test.each([
    ['# 明德小学读书节活动实施方案\n\n▏', /^根据《/, /^## 一、/],
    ['明德小学读书节活动实施方案\n▏', /^根据《/, /^一、/],
    ['　　临河乡安全生产专项整治工作方案\n　　▏', /^　　根据《/, /^　　一、.*\n\n　　/],
  ])('%j is gone on with: opening first, then sections in its own form', (text, opening, section) => {
    const { proposals } = at(text);
    expect(proposals[0]?.text).toMatch(opening);
    expect(proposals[1]?.text).toMatch(section);
  });

  test.each(['# 项目说明\n\n▏', '# 使用方案\n\n```js\nlet a;\n```\n\n▏', '# 年度计划\n\n▏'])('%j is none', (text) => {
    expect(at(text).proposals).toEqual([]);
  });
});

describe('a part that is put in', () => {
  const indented = (line: string) => `　　临河乡安全生产专项整治工作方案

　　为抓好安全生产，制定本方案。

　　一、工作目标

　　不发生较大事故。

　　二、工作步骤

　　（一）动员部署阶段（2026年5月1日至5月15日）

　　1.召开动员部署会。

${line}

　　（二）集中整治阶段（5月16日至8月31日）

　　1.开展检查。

　　三、工作要求

　　加强领导。
`;

  test('begins as far in as its neighbours, without marks of Markdown', () => {
    const { proposals, opened } = at(indented('　　▏'));
    const stage = proposals.find(({ kind }) => kind === 'stage');
    expect(stage).toBeDefined();
    if (!stage) return;
    const after = applyEdits(opened.text, [{ range: stage.range, text: stage.text }]);
    for (const line of after.split('\n').filter(Boolean)) expect(line).toMatch(/^　　[^\s#]/);
    expect(stage.text).not.toMatch(/\d\. /);
  });

  test('takes nothing away from the section that it would stand in the middle of', () => {
    expect(labels(indented('　　▏'), 'section')).toEqual([]);
    expect(
      labels(
        indented('　　▏').replace('\n\n　　三、工作要求', '\n\n▏\n\n　　三、工作要求').replace('▏', ''),
        'section',
      ),
    ).not.toEqual([]);
  });
});

describe('a cell', () => {
  test('keeps the blank in front of its words', () => {
    expect(taken(row(3, '尚未启动').replace('|  | 尚未', '|  |▏ 尚未').replace('| 尚未', '|▏ 尚未'), '已完成')).toMatch(
      /\| 已完成 \|/,
    );
  });

  test('gets its day as the other cells of the column have theirs', () => {
    expect(taken(deadline('▏'), '2026年4月20日')).toContain('| 2026年4月20日前 |');
  });
});
