import { z } from 'zod';
import { flag, unwrapped } from '../wire/fields.ts';

/** The answer of `/v3/posting/multiboxqty/set`. */
export const BoxesAnswer = unwrapped(z.object({ result: flag }));
