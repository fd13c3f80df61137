// @ts-check
// node scripts/start.mjs
// Builds everything, checks the plans in examples/ and says how to go on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const cwd = path.resolve(import.meta.dirname, '..');
/** @param {string[]} words */
const run = (...words) => spawnSync(process.execPath, words, { cwd, stdio: 'inherit' }).status ?? 1;

const built = run('esbuild.mjs');
if (built !== 0) process.exit(built);

// Status 1 says that problems were found, which is what the examples are for; 2 says that something is broken.
const checked = run('dist/cli.js', 'check', 'examples');
console.log(`
在编辑器中查看：npm run editor（桌面 VS Code，或浏览器中的 VS Code）
检查自己的方案：node dist/cli.js check 路径
See the same in the editor with “npm run editor”; check your own plans with “node dist/cli.js check PATH”.`);
process.exitCode = checked > 1 ? checked : 0;
