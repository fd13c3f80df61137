// @ts-check
// Runs an extension in the browser's workers, the way vscode.dev does: as one that comes with the page, from an address
// of the page's own origin. VS Code allows such an extension, and no other, to start workers.
import fs from 'node:fs';
import path from 'node:path';

const prefix = '/extension-under-test';
const configuration = /id="vscode-workbench-web-configuration" data-settings="([^"]*)"/;

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} host address and port of VS Code
 * @param {string} extension absolute path of the extension's folder
 */
export async function hostExtension(context, host, extension) {
  await context.route(`http://${host}${prefix}/**`, async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length));
    const file = path.join(extension, name);
    await (fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 }));
  });
  await context.route(
    (url) => url.host === host && url.searchParams.has('folder'),
    async (route) => {
      const answer = await route.fetch();
      const page = await answer.text();
      const [, escaped = ''] = configuration.exec(page) ?? [];
      const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      settings.additionalBuiltinExtensions = [{ scheme: 'http', authority: host, path: prefix }];
      const changed = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      await route.fulfill({ response: answer, body: page.replace(escaped, () => changed) });
    },
  );
}
