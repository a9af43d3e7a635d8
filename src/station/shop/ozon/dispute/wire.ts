import { z } from 'zod';
import { flag } from '../wire/fields.ts';

/** The answer of `/v2/posting/fbs/arbitration` and `/v2/posting/fbs/awaiting-delivery`: one word for the whole list. */
export const DisputeAnswer = z.object({ result: flag });
