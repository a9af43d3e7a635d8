import { hasDisplay } from './debian-packages.mjs';
import { runUnderNode24 } from './run-under-node-24.mjs';

/** Builds what changed and runs the demo shift, in the display that is there or in a virtual one. Answers the exit code. */
export async function runDemoShift(args) {
  const built = await runUnderNode24('scripts/build/build-when-stale.ts');
  return built || runUnderNode24('scripts/demo/run.ts', args, { virtualDisplay: !hasDisplay() });
}
