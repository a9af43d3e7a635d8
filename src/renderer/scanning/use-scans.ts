import { useHoldScans, useLookupScans } from './lookup-scans.ts';

/** Takes every scan, of the bench's scanners and of those that type, while the component is there; null takes none. */
export function useScans(take: ((text: string) => void) | null): void {
  useHoldScans(take !== null);
  useLookupScans(take);
}
