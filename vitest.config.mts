import { defineConfig } from 'vitest/config';
import { yamlModule } from './scripts/yaml-module.mjs';

export default defineConfig({
  plugins: [
    {
      name: 'yaml',
      transform: (code: string, id: string) =>
        id.endsWith('.yaml') ? { code: yamlModule(code), map: null } : undefined,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**'],
    testTimeout: 30_000,
    pool: 'threads',
    // By itself it leaves one core free, and then a machine with two runs one file at a time.
    maxWorkers: '100%',
  },
});
