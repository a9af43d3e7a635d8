import type { BenchFile } from '#contract/bench-file.ts';
import { scannerId, scannerName } from '#contract/scanner-config.ts';

/** How people call the scanner that a scan came from, as an event says it; nothing for one without a name. */
export function sourceName(
  { scanners }: Pick<BenchFile, 'scanners'>,
  source: string,
): { readonly sourceName?: string } {
  const scanner = scanners.find((_, index) => scannerId(index) === source);
  const name = scanner === undefined ? null : scannerName(scanner);
  return name === null ? {} : { sourceName: name };
}
