import { z } from 'zod';
import { Carton } from '#domain/carton/carton.ts';
import { ActorId, BenchId } from '#domain/ids.ts';
import { Role } from '#domain/packing/actor.ts';
import { PackingRules } from '#domain/packing/rules.ts';
import { KeyboardScanner } from './keyboard-scanner.ts';
import { Language } from './language.ts';
import { DocumentPrinter, LabelPrinter } from './printer-config.ts';
import { ScaleConfig } from './scale-config.ts';
import { ScannerConfig, scannerName } from './scanner-config.ts';
import { SsccConfig } from './sscc-config.ts';
import { strictly } from './strictly.ts';

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

/** An edge that the carton engine takes, mm. */
const EdgeMm = z.number().min(1).max(10_000);
const EdgesMm = z.tuple([EdgeMm, EdgeMm, EdgeMm]).readonly();

const fields = {
  bench: BenchId,
  language: Language.default('en'),
  /** Signed in at start where nobody else is; a packer of that id is added to `people` in memory. */
  packer: ActorId.optional(),
  people: z.array(strictly(Person.shape)).default([]),
  shop: strictly(ShopConfig.shape).optional(),
  scanners: z.array(ScannerConfig).default([]),
  /** How many units lie in a case with a barcode of its own (GTIN-14, indicator 1 to 8). */
  cases: z
    .array(strictly({ gtin: z.string().regex(/^[1-8]\d{13}$/), units: z.int().min(2).max(10_000) }))
    .default([]),
  /** Left out, keyboard scanners are understood as they come out of their box. */
  keyboardScanner: strictly(KeyboardScanner.shape).optional(),
  scale: ScaleConfig.optional(),
  labelPrinter: LabelPrinter.optional(),
  /** Each takes over where none of those before it can print, if its paper takes the label. */
  sparePrinters: z.array(LabelPrinter).max(8).default([]),
  documentPrinter: DocumentPrinter.optional(),
  /** Left out, no logistic units are numbered. */
  sscc: SsccConfig.optional(),
  rules: strictly(PackingRules.shape).prefault({}),
  cartons: z.array(strictly({ ...Carton.shape, innerMm: EdgesMm, outerMm: EdgesMm })).default([]),
};

/** The fields of a bench file one by one, for what is made of some of them. */
export const BenchFields = z.object(fields);

/** The bench file: everything that is set up about a bench. See docs/bench-file.md. */
export const BenchFile = strictly(fields).superRefine(checkAsWhole);
export type BenchFile = z.infer<typeof BenchFile>;

/** What no field can be asked alone: names, ids and codes that stand twice, cartons that are larger inside than outside. */
export function checkAsWhole(
  {
    people,
    cartons,
    scanners,
  }: Pick<z.infer<typeof BenchFields>, 'cartons' | 'scanners'> & { people: readonly { id: string }[] },
  context: z.core.$RefinementCtx,
): void {
  const wrong = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const names = scanners.map(scannerName);
  names.forEach((name, index) => {
    if (name !== null && names.indexOf(name) < index)
      wrong(['scanners', index, 'name'], `the name "${name}" stands twice`);
  });
  people.forEach(({ id }, index) => {
    if (people.findIndex((other) => other.id === id) < index)
      wrong(['people', index, 'id'], `the id "${id}" stands twice`);
  });
  cartons.forEach(({ code, innerMm, outerMm }, index) => {
    if (cartons.findIndex((other) => other.code === code) < index)
      wrong(['cartons', index, 'code'], `the code "${code}" stands twice`);
    const inner = innerMm.toSorted((a, b) => a - b);
    const outer = outerMm.toSorted((a, b) => a - b);
    if (inner.some((edge, side) => edge > (outer[side] ?? 0)))
      wrong(
        ['cartons', index, 'outerMm'],
        `the outside (${outerMm.join(' x ')}) is smaller than the inside (${innerMm.join(' x ')})`,
      );
  });
}
