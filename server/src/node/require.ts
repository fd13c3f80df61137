import { createRequire } from 'node:module';

// Bundled CommonJS libraries ask for Node's own modules with `require`, which an ES module does not have. Imported first, this
// gives it to them before any of them runs.
globalThis.require ??= createRequire(import.meta.url);
