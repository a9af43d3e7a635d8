import type { SeededRandom } from './seeded-random.ts';
import type { StationRun } from './station-run.ts';

/** When to kill: so many lines after being armed, and then so many ms later, so that no moment is spared. */
export type KillMoment = { readonly afterLines: number; readonly thenMs: number };

/** A moment anywhere in the packing of one posting: most right behind a line, some in the quiet between two. */
export function randomMoment(random: SeededRandom): KillMoment {
  const afterLines = random.int(0, 24);
  const thenMs = random.fraction() < 0.6 ? random.int(0, 12) : random.int(0, 900);
  return { afterLines, thenMs };
}

/** Kills a station with SIGKILL at that moment, counted from now; it tells nobody, least of all the packer. */
export function armKill(run: StationRun, moment: KillMoment, onKilled: () => void): void {
  let linesLeft = moment.afterLines;
  let isArmed = true;
  const strike = () => {
    isArmed = false;
    setTimeout(() => {
      onKilled();
      void run.kill('SIGKILL');
    }, moment.thenMs);
  };
  if (linesLeft === 0) {
    strike();
    return;
  }
  run.onLine(() => {
    if (!isArmed) return;
    linesLeft -= 1;
    if (linesLeft === 0) strike();
  });
}
