import type { BenchDevices } from './bench-setup.ts';
import type { StationProcess } from './station-under-load.ts';

/** Settles when scans get through: either end of a line may see it open a moment before the other. */
export async function scannersReady(station: StationProcess, { scanners }: BenchDevices): Promise<void> {
  await station.untilScannersReady(scanners.length);
  await Promise.all(scanners.map((scanner) => scanner.connected()));
}
