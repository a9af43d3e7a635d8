import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError, Option } from 'commander';
import { scaleProtocols } from '#contract/scale-config.ts';
import { decodeScaleFrame } from '#station/devices/scales/decode-frame.ts';
import { readLinePattern } from '#station/devices/scales/generic/pattern.ts';
import { scaleSettings } from '#station/devices/scales/start-scale.ts';

type DecodeScaleOptions = {
  readonly protocol: (typeof scaleProtocols)[number] | 'noise';
  readonly unit: 'g' | 'kg' | 'lb' | 'oz';
  readonly pattern?: string;
};

/** `packbench decode-scale`: what a scale's bytes say, one hexadecimal frame a line. */
export function decodeScaleCommand(): Command {
  return new Command('decode-scale')
    .description('what frames of a scale say: one hexadecimal frame a line in, one JSON a line out')
    .addOption(
      new Option('--protocol <name>', 'the protocol of the scale, or noise where nobody knows it')
        .choices([...scaleProtocols, 'noise'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--unit <unit>', 'the unit of a bare number').choices(['g', 'kg', 'lb', 'oz']).default('kg'),
    )
    .option('--pattern <pattern>', 'how a line of a generic scale looks', linePattern)
    .action(async (options: DecodeScaleOptions) => {
      const settings = scaleSettings(options);
      for await (const line of createInterface({ input: process.stdin })) {
        const bytes = bytesOf(line);
        if (bytes === 'empty') continue;
        const decoded =
          bytes === 'no-hex'
            ? { value_g: null, stable: null, status: 'not-hex' }
            : decodeScaleFrame(options.protocol, settings, bytes);
        process.stdout.write(`${JSON.stringify(decoded)}\n`);
      }
    });
}

function linePattern(text: string): string {
  const read = readLinePattern(text);
  if (!read.ok) throw new InvalidArgumentError(`${read.error.why}: ${read.error.part}`);
  return text;
}

/** The bytes of a line of hexadecimal digits, with blanks between them as one likes. */
function bytesOf(line: string): Uint8Array | 'empty' | 'no-hex' {
  const digits = line.replaceAll(/\s|0x/gi, '');
  if (digits === '') return 'empty';
  return /^(?:[0-9a-f]{2})+$/i.test(digits) ? Buffer.from(digits, 'hex') : 'no-hex';
}
