import { z } from 'zod';
import { Carton } from '#domain/carton/carton.ts';
import { ActorId, BenchId } from '#domain/ids.ts';
import { Role } from '#domain/packing/actor.ts';
import { PackingRules } from '#domain/packing/rules.ts';
import { KeyboardScanner } from './keyboard-scanner.ts';
import { Language } from './language.ts';

/** Someone who may sign in. `pinHash` is made by the station; a badge alone is enough where there is none. */
export const Person = z.object({
  id: ActorId,
  name: z.string().min(1).max(100),
  role: Role,
  pinHash: z.string().max(300).optional(),
});
export type Person = z.infer<typeof Person>;

export const ShopConfig = z.object({
  kind: z.literal('ozon'),
  url: z.url({ protocol: /^https?$/ }).default('https://api-seller.ozon.ru'),
  clientId: z.string().regex(/^\d{1,20}$/),
  /** Absent where the key is kept in the system's keychain and handed over at start. */
  apiKey: z.string().min(1).max(500).optional(),
  pollSeconds: z.number().min(0.1).max(3600).default(30),
});
export type ShopConfig = z.infer<typeof ShopConfig>;

/** The bench file: everything that is set up about a bench. See docs/bench-file.md. */
export const BenchFile = z.object({
  bench: BenchId,
  language: Language.default('en'),
  /** Signed in at start where nobody else is; a packer of that id is added to `people` in memory. */
  packer: ActorId.optional(),
  people: z.array(Person).default([]),
  shop: ShopConfig.optional(),
  scanners: z.array(z.string().min(1).max(500)).default([]),
  /** Left out, keyboard scanners are understood as they come out of their box. */
  keyboardScanner: KeyboardScanner.optional(),
  scale: z.object({ at: z.string().min(1).max(500), protocol: z.literal('mt-sics') }).optional(),
  labelPrinter: z
    .object({
      at: z.string().min(1).max(500),
      language: z.literal('zpl'),
      dpi: z.union([z.literal(203), z.literal(300)]),
      widthMm: z.number().min(20).max(220),
      heightMm: z.number().min(10).max(400),
    })
    .optional(),
  rules: PackingRules.prefault({}),
  cartons: z.array(Carton).default([]),
});
export type BenchFile = z.infer<typeof BenchFile>;
