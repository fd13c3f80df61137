// @ts-check
// node scripts/editor/electron.mjs
// Runs the very same suite in a desktop VS Code through @vscode/test-electron. `VSCODE_EXECUTABLE` names an installed
// one (the program itself, not the `code` launcher); without it test-electron downloads the current release.
import { runTests } from '@vscode/test-electron';
import { repository } from './places.mjs';
import { buildExtension, bundleSuite, copyWorkspace } from './suite.mjs';

buildExtension();
const workspace = copyWorkspace();
const executable = process.env.VSCODE_EXECUTABLE;
try {
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: repository,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [workspace.folder, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  workspace.remove();
}
