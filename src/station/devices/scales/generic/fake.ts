import { kilograms, type ScaleVoice } from '../voiced-scale.ts';

/** A scale that streams plain text, in kilograms, without a word on standing still. */
export const genericVoice: ScaleVoice = {
  weigh: ({ tenthsG }) => Buffer.from(`${kilograms(tenthsG, 9)} kg\r\n`, 'latin1'),
  questions: [],
};
