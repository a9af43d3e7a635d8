// npm test: set up, then every check and test there is, and one closing line that sums them.
import { runUnderNode24 } from './ground/run-under-node-24.mjs';
import { setUp } from './set-up.mjs';

await setUp({ tests: true });
process.exitCode = await runUnderNode24('scripts/test/run-all.ts', process.argv.slice(2));
