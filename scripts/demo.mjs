// npm run demo: the demo shift, in the display that is there or in a virtual one.
import { runDemoShift } from './ground/run-demo-shift.mjs';
import { setUp } from './set-up.mjs';

await setUp();
process.exitCode = await runDemoShift(process.argv.slice(2));
