import { Command } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { batchSheetCommand } from './commands/batch-sheet.ts';
import { cartonizeCommand } from './commands/cartonize.ts';
import { controlSheetCommand } from './commands/control-sheet.ts';
import { decodeScaleCommand } from './commands/decode-scale.ts';
import { decodeScanCommand } from './commands/decode-scan.ts';
import { detectScaleCommand } from './commands/detect-scale.ts';
import { doctorCommand } from './commands/doctor.ts';
import { eventsCommand } from './commands/events.ts';
import { manifestCommand } from './commands/manifest.ts';
import { pickListCommand } from './commands/pick-list.ts';
import { pushCommand } from './commands/push.ts';
import { pushAddressCommand } from './commands/push-address.ts';
import { recoverCommand } from './commands/recover.ts';
import { renderLabelCommand } from './commands/render-label.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { scannerSheetCommand } from './commands/scanner-sheet.ts';
import { slipCommand } from './commands/slip.ts';
import { stationCommand } from './commands/station.ts';
import { version } from './project.ts';
import { giveUp } from './say.ts';

const program = new Command('packbench')
  .description('The packing bench without a window, and its tools. See docs/command-line.md.')
  .version(version)
  .showHelpAfterError();

for (const command of [
  stationCommand,
  doctorCommand,
  manifestCommand,
  backupCommand,
  recoverCommand,
  sandboxCommand,
  pushCommand,
  pushAddressCommand,
  eventsCommand,
  controlSheetCommand,
  pickListCommand,
  slipCommand,
  decodeScaleCommand,
  detectScaleCommand,
  decodeScanCommand,
  renderLabelCommand,
  scannerSheetCommand,
  batchSheetCommand,
  cartonizeCommand,
]) {
  program.addCommand(command());
}

await program.parseAsync().catch((cause: unknown) => {
  // What the system refuses (a folder that is not there, a disk that is full) is a sentence; anything else is our bug.
  if (cause instanceof Error && 'syscall' in cause) giveUp(cause.message);
  throw cause;
});
