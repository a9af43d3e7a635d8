import type { BenchFile } from '#contract/bench-file.ts';
import type { DeviceHealth } from './health.ts';

/**
 * The devices that a bench cannot do without and that its bench file does not name: a scale where packages must be
 * weighed, and a printer. `at` is since when, epoch ms.
 */
export function missingDevices(
  {
    scale,
    labelPrinter,
    sparePrinters,
    rules,
  }: Pick<BenchFile, 'scale' | 'labelPrinter' | 'sparePrinters' | 'rules'>,
  at: number,
): readonly DeviceHealth[] {
  const common = { at: '', state: 'missing', sinceAt: at, technical: null } as const;
  return [
    ...(scale === undefined && rules.requireWeight
      ? [{ device: 'scale', kind: 'scale', detail: 'no-scale', ...common } as const]
      : []),
    ...(labelPrinter === undefined && sparePrinters.length === 0
      ? [{ device: 'label-printer', kind: 'label-printer', detail: 'no-printer', ...common } as const]
      : []),
  ];
}
