import { z } from 'zod';

/** The languages that every text exists in. */
export const Language = z.enum(['en', 'ru', 'zh-CN']);
export type Language = z.infer<typeof Language>;
