/** 2026-01-01 00:00 UTC, epoch ms. */
const EPOCH_MS = 1_767_225_600_000;
const MINUTE_MS = 60_000;

/**
 * The next serial number of a bench: one more than the last one given, and never behind the minutes since the beginning of
 * 2026, so that a file restored from an older backup does not give a number a second time, as long as fewer than one a
 * minute were given over the years. `room` is how many digits there are for it, 6 to 12; it begins anew behind the largest:
 * GS1 lets a number be used again a year after its unit has left. `now` is epoch ms.
 */
export function nextSerial(last: number | null, now: number, room: number): number {
  const minutes = Math.max(0, Math.floor((now - EPOCH_MS) / MINUTE_MS));
  const wanted = Math.max((last ?? -1) + 1, minutes);
  return wanted % 10 ** room;
}
