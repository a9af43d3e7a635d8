import { powerMonitor, powerSaveBlocker } from 'electron';

/**
 * Keeps the display on while the bench's window is open (a packer with both hands full cannot wake it), and passes on
 * what the system says about power. Answers the function that lets the display sleep again.
 */
export function watchPower(tell: (state: 'suspend' | 'resume' | 'shutdown') => void): () => void {
  const blocker = powerSaveBlocker.start('prevent-display-sleep');
  powerMonitor.on('suspend', () => tell('suspend'));
  powerMonitor.on('resume', () => tell('resume'));
  powerMonitor.on('shutdown', () => tell('shutdown'));
  return () => powerSaveBlocker.stop(blocker);
}
