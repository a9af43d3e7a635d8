// npm start: set up, build what changed, open the application; without a display, run the demo shift instead.
import { hasDisplay } from './ground/debian-packages.mjs';
import { runDemoShift } from './ground/run-demo-shift.mjs';
import { runUnderNode24 } from './ground/run-under-node-24.mjs';
import { say } from './ground/say.mjs';
import { setUp } from './set-up.mjs';

const args = process.argv.slice(2);
await setUp();
if (hasDisplay()) {
  process.exitCode = await runUnderNode24('scripts/open.ts', args);
} else {
  say('there is no display here, so the demo shift runs in a virtual one');
  process.exitCode = await runDemoShift(args);
}
