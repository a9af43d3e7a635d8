import { z } from 'zod';
import { Carton } from '#domain/carton/carton.ts';
import { ActorId, BenchId, ShopId } from '#domain/ids.ts';
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
  /** How people at the bench call it; its Client-Id stands in where it has no name. */
  name: z.string().trim().min(1).max(40).optional(),
  url: z.url({ protocol: /^https?$/ }).default('https://api-seller.ozon.ru'),
  clientId: z.string().regex(/^\d{1,20}$/),
  /** Absent where the key is kept in the system's keychain and handed over at start. */
  apiKey: z.string().min(1).max(500).optional(),
  pollSeconds: z.number().min(0.1).max(3600).default(30),
});
export type ShopConfig = z.infer<typeof ShopConfig>;

/** The shop that a config is about: an account of a marketplace, whatever it is called and whichever key is used. */
export function shopIdOf({ kind, clientId }: Pick<ShopConfig, 'kind' | 'clientId'>): ShopId {
  return ShopId.parse(`${kind}-${clientId}`);
}

/** How a shop is called at the bench. */
export function shopNameOf({ name, clientId }: Pick<ShopConfig, 'name' | 'clientId'>): string {
  return name ?? clientId;
}

/** An edge that the carton engine takes, mm. */
const EdgeMm = z.number().min(1).max(10_000);
const EdgesMm = z.tuple([EdgeMm, EdgeMm, EdgeMm]).readonly();

const fields = {
  bench: BenchId,
  language: Language.default('en'),
  /** Signed in at start where nobody else is; a packer of that id is added to `people` in memory. */
  packer: ActorId.optional(),
  people: z.array(strictly(Person.shape)).default([]),
  /** The seller accounts that this bench packs for; each posting goes to its own. */
  shops: z.array(strictly(ShopConfig.shape)).max(20).default([]),
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
export const BenchFile = strictly({
  ...fields,
  /** As files had it while a bench knew one shop alone; read, and never written. */
  shop: strictly(ShopConfig.shape).optional(),
})
  .superRefine(({ shop, shops }, context) => {
    if (shop !== undefined && shops.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['shop'],
        message: 'it belongs into "shops" with the others',
      });
  })
  .transform(({ shop, shops, ...rest }) => ({ ...rest, shops: shop === undefined ? shops : [shop] }))
  .superRefine(checkAsWhole);
export type BenchFile = z.infer<typeof BenchFile>;

/** What no field can be asked alone: names, ids and codes that stand twice, cartons that are larger inside than outside. */
export function checkAsWhole(
  {
    people,
    cartons,
    scanners,
    shops,
  }: Pick<z.infer<typeof BenchFields>, 'cartons' | 'scanners'> & {
    shops: readonly Pick<ShopConfig, 'clientId' | 'name'>[];
    people: readonly { id: string }[];
  },
  context: z.core.$RefinementCtx,
): void {
  const wrong = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const names = scanners.map(scannerName);
  names.forEach((name, index) => {
    if (name !== null && names.indexOf(name) < index)
      wrong(['scanners', index, 'name'], `the name "${name}" stands twice`);
  });
  const shopNames = shops.map(shopNameOf);
  shops.forEach(({ clientId }, index) => {
    if (shops.findIndex((other) => other.clientId === clientId) < index)
      wrong(['shops', index, 'clientId'], `the Client-Id "${clientId}" stands twice`);
    else if (shopNames.indexOf(shopNames[index] ?? '') < index)
      wrong(['shops', index, 'name'], `the name "${shopNames[index]}" stands twice`);
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
