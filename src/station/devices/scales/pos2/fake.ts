import type { ScaleVoice } from '../voiced-scale.ts';
import { GET_STATE, pos2Frame, SET_ZERO } from './protocol.ts';

/** A Shtrih-M or Mertech scale of POS2, in grams: it acknowledges a question and then answers. */
export const pos2Voice: ScaleVoice = {
  weigh: ({ tenthsG, isMoving, isOverloaded }) => {
    const body = Buffer.alloc(11);
    body[0] = 0x3a;
    body.writeUInt16LE(
      0x04 | (isMoving ? 0 : 0x11) | (tenthsG === 0 ? 0x02 : 0) | (isOverloaded ? 0x40 : 0),
      2,
    );
    body.writeInt32LE(Math.round(tenthsG / 10), 4);
    return Uint8Array.of(0x06, ...pos2Frame([...body]));
  },
  questions: [
    { asked: GET_STATE, answers: 'weight' },
    { asked: SET_ZERO, answers: 'zeroed' },
  ],
  zeroed: Uint8Array.of(0x06, ...pos2Frame([0x30, 0])),
};
