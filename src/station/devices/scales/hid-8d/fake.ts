import type { ScaleVoice } from '../voiced-scale.ts';

/** A USB HID scale: a report for each look, in tenths of a gram. */
export const hidScaleVoice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const status = isOverloaded ? 6 : isMoving ? 3 : tenthsG === 0 ? 2 : tenthsG < 0 ? 5 : 4;
    const value = Math.min(0xffff, Math.abs(Math.round(tenthsG / 10)));
    return Uint8Array.of(0x03, status, 0x02, 0x00, value & 0xff, value >> 8);
  },
  questions: [],
};
