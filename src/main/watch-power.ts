import { powerMonitor, powerSaveBlocker } from 'electron';

/**
 * Keeps the display on while the bench's window is open (a packer with both hands full cannot wake it), and passes on
 * what the system says about power. Answers the function that lets the display sleep again.
 */
export function watchPower(on: { resumed(): void; shutsDown(): void }): () => void {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  powerMonitor.on('resume', () => on.resumed());
  // Linux and macOS say so here; Windows tells its windows instead.
  powerMonitor.on('shutdown', () => on.shutsDown());
  return () => powerSaveBlocker.stop(blocker);
}
