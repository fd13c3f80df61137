import { type BundledPlan, bundleReport } from '../features/bundle-report.ts';
import { type BundleParams, type BundleReport, checkBundleRequest } from '../protocol.ts';
import { type BundledSource, bundleProblems } from '../workspace/bundle.ts';
import { directoryOf, placeKey, relativeTo } from '../workspace/paths.ts';
import { guarded, type Session } from './session.ts';

/** Plans that are compared at once, and UTF-16 units of all of them. */
const mostPlans = 300;
const mostText = 3_000_000;

/** Plans of one folder beside one another. */
export function answerBundle(session: Session): void {
  const { connection, workspace, documents, surroundings, settings } = session;
  connection.onRequest(
    checkBundleRequest,
    guarded(session, checkBundleRequest, async ({ uri, isFolder }: BundleParams, token): Promise<BundleReport> => {
      const wish = await settings.language();
      const { language } = (await surroundings.of(uri, wish)).surroundings;
      const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
      const folder = isFolder ? uri.replace(/\/$/, '') : directoryOf(uri);
      const inside = (file: string) => folder !== undefined && placeKey(file).startsWith(`${placeKey(folder)}/`);
      // Plans that have just been written are to be compared as well, whether or not the editor has told of them.
      workspace.index.listAgain();
      const indexed = (await workspace.files(token)).filter(
        ({ uri: file, facts }) => facts.plans.length > 0 && inside(file),
      );
      const files: BundledSource[] = [];
      let length = 0;
      for (const { uri: path } of indexed) {
        const text = documents.get(path)?.text ?? (await workspace.closed.readText(path));
        if (text === undefined) continue;
        length += text.length;
        files.push({ path, text, settings: (await surroundings.of(path, wish)).surroundings });
      }
      const place = folder === undefined ? '' : decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
      if (files.length < 2) {
        const fault = say(
          `“${place}”中识别为方案的文件不足两个，无从对照。`,
          `“${place}” has fewer than two plans to compare.`,
        );
        return { fault, markdown: '', plans: files.length, differences: 0 };
      }
      if (files.length > mostPlans || length > mostText) {
        const fault = say(
          `“${place}”中有 ${files.length} 份方案，太多了，请在下一级目录中对照。`,
          `“${place}” has ${files.length} plans, which is too many; compare those of a folder below it.`,
        );
        return { fault, markdown: '', plans: files.length, differences: 0 };
      }
      const found = bundleProblems(files);
      const plans = files.map(
        (file): BundledPlan => ({
          file,
          name: (folder === undefined ? undefined : relativeTo(folder, file.path)) ?? file.path,
          problems: found.get(file.path) ?? [],
        }),
      );
      return {
        markdown: bundleReport(plans, place, language),
        plans: plans.length,
        differences: plans.reduce((sum, { problems }) => sum + problems.length, 0),
      };
    }),
  );
}
