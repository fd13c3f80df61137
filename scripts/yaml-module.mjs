// @ts-check
import fs from 'node:fs';
import { parse } from 'yaml';

/**
 * YAML data files are imported as modules: the bundler and the test runner both turn them into
 * plain objects at build time, so that nothing is parsed when the server starts.
 * @param {string} text the YAML source
 * @returns {string} an ES module whose default export is the data
 */
export function yamlModule(text) {
  return `export default ${JSON.stringify(parse(text))};`;
}

/** For bundles of our own sources that a script makes and runs: YAML files become modules. */
export const yamlPlugin = {
  name: 'yaml',
  /** @param {import('esbuild').PluginBuild} setup */
  setup(setup) {
    setup.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: yamlModule(fs.readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
