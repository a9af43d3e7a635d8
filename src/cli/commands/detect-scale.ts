import { Command } from 'commander';
import { detectScale } from '#station/devices/scales/detect-scale.ts';
import { giveUp } from '../say.ts';

/** `packbench detect-scale`: which protocol the scale at an address speaks. */
export function detectScaleCommand(): Command {
  return new Command('detect-scale')
    .description('find out which protocol the scale at this address speaks, by trying one after the other')
    .requiredOption('--at <address>', 'serial:/dev/… or tcp://host:port; nothing else may be connected there')
    .action(async ({ at }: { at: string }) => {
      const found = await detectScale(at);
      if (!found.ok) giveUp(`${at}: ${JSON.stringify(found.error)}`);
      if (found.value === null) giveUp(`${at}: nothing there speaks a protocol that is known`);
      process.stdout.write(`${JSON.stringify({ at, protocol: found.value.protocol })}\n`);
    });
}
