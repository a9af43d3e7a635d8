import { z } from 'zod';
import { DeviceAt } from './device-at.ts';
import { strictly } from './strictly.ts';

/** How people call a scanner: `left hand`. */
export const ScannerName = z.string().trim().min(1).max(40);

/** A scanner of a bench: where it is, with a name of its own where there are several. */
export const ScannerConfig = z.union([DeviceAt, strictly({ name: ScannerName, at: DeviceAt })]);
export type ScannerConfig = z.infer<typeof ScannerConfig>;

/** Where a scanner is, however it is written. */
export function scannerAt(scanner: ScannerConfig): string {
  return typeof scanner === 'string' ? scanner : scanner.at;
}

/** The name that people gave a scanner; null where none did. */
export function scannerName(scanner: ScannerConfig): string | null {
  return typeof scanner === 'string' ? null : scanner.name;
}

/** What a scanner is called in scans, events and health: by its place in the bench file, from 0. */
export function scannerId(index: number): string {
  return `scanner-${index + 1}`;
}
