import { expect, test } from 'vitest';
import { type BundleReport, checkBundleRequest } from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';
import { WorkspaceFolder } from './workspace-folder.ts';

const village = (name: string, theme: string, day: string) => `# ${name}人居环境整治工作方案

为改善人居环境，制定本方案。工作从2024年3月1日开始，2024年11月30日结束。

## 一、主要任务

1. 各组围绕“${theme}”列出清单，做到底数清、情况明。

2. 各组于${day}前完成房前屋后杂物、断壁残垣和柴草堆垛的集中清理，由组长负责验收并逐户登记造册。

3. 各组清理后由村委会组织党员代表逐户验收评分并张榜公布结果。
`;

test('the plans of a folder are compared, open ones as they are shown, and the worst comes first', async () => {
  const theme = '清干净、摆整齐、管长效';
  const folder = new WorkspaceFolder({
    '村/a.md': village('河口村', theme, '2024年5月10日'),
    '村/b.md': village('坪上村', theme, '2024年5月10日').replace('张榜公布', '张榜公示'),
    '村/c 组.md': village('塘边村', theme, '2024年5月10日'),
    '别处.md': village('北川村', '清干净、摆整齐，管长效', '2024年5月30日'),
    '村/说明.md': '# 说明\n\n“清干净、摆整齐，管长效”\n',
  });
  const server = await ServerProcess.start({ folders: [folder.uri] });
  await server.open(folder.uriOf('村/c 组.md'), village('塘边村', '清干净、摆整齐，管长效', '2024年5月20日'));
  const ask = (name: string, isFolder = false) =>
    server.connection.sendRequest<BundleReport>(checkBundleRequest, { uri: folder.uriOf(name), isFolder });
  const { markdown, plans, differences, fault } = await ask('村/a.md');
  expect(fault).toBeUndefined();
  expect(plans).toBe(3);
  expect(differences).toBeGreaterThanOrEqual(3);
  expect(markdown).toContain('# 方案对照：村');
  expect(markdown).toContain('摆整齐，管长效');
  expect(markdown).toMatch(/\[c 组\.md:\d+\]\(<file:[^>]*#L\d+>\)/);
  expect(markdown).not.toContain('说明.md');
  expect(markdown).not.toContain('别处.md');
  const [day, word] = ['5月20日', '公示'].map((words) => markdown.indexOf(words));
  expect(day).toBeGreaterThan(0);
  expect(word).toBeGreaterThan(day ?? 0);
  expect((await ask('村', true)).markdown).toBe(markdown);
  // The editor has not told of it yet.
  folder.write('村/d.md', village('新河村', theme, '2024年6月30日'));
  expect((await ask('村', true)).plans).toBe(4);
  const lonely = new WorkspaceFolder({ 'a.md': village('河口村', theme, '2024年5月10日') });
  const other = await ServerProcess.start({ folders: [lonely.uri] });
  const alone = await other.connection.sendRequest<BundleReport>(checkBundleRequest, { uri: lonely.uriOf('a.md') });
  expect(alone.fault).toContain('不足两个');
});

test('a plan is held against the one that its front matter alone names, by path or by title', async () => {
  const town = (superior: string) => `---
superior: ${superior}
---

# 青禾镇春季植树工作方案

为做好植树工作，制定本方案。工作从2024年3月1日开始，2024年4月30日结束。

## 一、主要任务

1. 各村4月10日前栽植行道树，骨干集中培训时间不少于8个小时，由镇林业站负责。
`;
  const county = `# 云岭县春季绿化实施方案

为做好绿化工作，制定本方案。工作从2024年3月1日开始，2024年4月30日结束。

## 一、主要任务

1. 各乡镇骨干集中培训时间不少于16个小时，由县林业局负责。
`;
  for (const superior of ['../县/绿化.md', '../县/绿化', '云岭县春季绿化实施方案']) {
    const folder = new WorkspaceFolder({ '全县/县/绿化.md': county, '全县/镇/植树.md': town(superior) });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    const params = { uri: folder.uriOf('全县'), isFolder: true };
    const { markdown } = await server.connection.sendRequest<BundleReport>(checkBundleRequest, params);
    expect(markdown, superior).toContain('“不少于8个小时”低于上级方案的要求“不少于16个小时”');
    expect(markdown, superior).toContain('县/绿化.md');
  }
});
