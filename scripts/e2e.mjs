// npm run e2e: the tests that drive the real application, in a virtual display. Arguments go to Playwright.
import { runUnderNode24 } from './ground/run-under-node-24.mjs';
import { setUp } from './set-up.mjs';

await setUp({ tests: true });
const built = await runUnderNode24('scripts/build/build-when-stale.ts');
const playwright = 'node_modules/@playwright/test/cli.js';
const virtualDisplay = process.platform === 'linux';
process.exitCode =
  built || (await runUnderNode24(playwright, ['test', ...process.argv.slice(2)], { virtualDisplay }));
