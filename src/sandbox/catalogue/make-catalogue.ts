import { numberRange } from '../world/number-range.ts';
import { type SeededRandom, seededRandom } from '../world/seeded-random.ts';
import { withCheckDigit } from './barcode-digits.ts';
import type { Product } from './product.ts';
import { PRODUCT_BRANDS, PRODUCT_COLOURS, PRODUCT_KINDS, type ProductKind } from './product-kinds.ts';

const LB_G = 453.59237;
const INCH_MM = 25.4;
const LANGUAGES = ['ru', 'en', 'ru', 'zh'] as const;

/** The 200 products of a seed: the same seed gives the same catalogue, by SKU. */
export function makeCatalogue(seed: number): ReadonlyMap<number, Product> {
  const products = new Map<number, Product>();
  PRODUCT_KINDS.forEach((kind, kindIndex) => {
    PRODUCT_COLOURS.forEach((_, variant) => {
      const product = makeProduct(seed, kind, kindIndex * PRODUCT_COLOURS.length + variant, variant);
      products.set(product.sku, product);
    });
  });
  return products;
}

function makeProduct(seed: number, kind: ProductKind, index: number, variant: number): Product {
  const random = seededRandom(seed, `product ${index}`);
  const language = random.pick(LANGUAGES);
  const colour = PRODUCT_COLOURS[variant] ?? random.pick(PRODUCT_COLOURS);
  const spec = random.pick(kind.specs);
  const range = numberRange(seed);
  const sku = 1_500_000_001 + range * 100_000 + index * 137;
  const colourName = colour[language];
  const brand = random.pick<string>(PRODUCT_BRANDS[language]);
  return {
    sku,
    productId: 990_000_001 + range * 10_000 + index * 11,
    offerId: offerIdOf(kind, colour.en, spec, index),
    name: nameOf(kind[language], brand, spec, colourName, language),
    language,
    kind: kind.id,
    colourName,
    colourHex: colour.hex,
    barcodes: barcodesOf(random, index, sku, language),
    ...measuresOf(random, kind),
    priceRub: Math.round((kind.priceRub * random.int(80, 130)) / 100),
    marked: variant < kind.marked,
  };
}

function nameOf(
  noun: string,
  brand: string,
  spec: string,
  colour: string,
  language: 'ru' | 'en' | 'zh',
): string {
  if (language === 'zh') return `${brand} ${noun} ${spec} ${colour}`;
  return language === 'ru'
    ? `${noun} ${brand}, ${spec}, цвет: ${colour}`
    : `${brand} ${noun}, ${spec}, ${colour}`;
}

/** Sellers' articles are a mixed lot: a few carry Cyrillic, blanks and slashes. */
function offerIdOf(kind: ProductKind, colour: string, spec: string, index: number): string {
  if (index % 17 === 5) return `арт. ${1000 + index}/${kind.ru.slice(0, 5)}`;
  const size = spec.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  return `${kind.id}-${colour}-${size}-${index}`.toUpperCase();
}

const GS1_PREFIXES = {
  ru: ['460', '461', '464', '468'],
  en: ['400', '501', '871'],
  zh: ['690', '692', '695'],
} as const;

/** EAN-13 mostly; some UPC-A, EAN-8 and OZN only; every fifth card has a second code. */
function barcodesOf(
  random: SeededRandom,
  index: number,
  sku: number,
  language: 'ru' | 'en' | 'zh',
): readonly string[] {
  const unique = String(index).padStart(3, '0');
  const ean13 = withCheckDigit(random.pick<string>(GS1_PREFIXES[language]) + random.digits(6) + unique);
  const marked = index >= 50 && index < 70;
  if (!marked && index % 16 === 3) return [`OZN${sku}`];
  if (!marked && index % 25 === 7)
    return [withCheckDigit(`0${random.int(1, 8)}${random.digits(6)}${unique}`)];
  if (!marked && index % 25 === 14) return [withCheckDigit(`46${random.digits(2)}${unique}`)];
  if (index % 5 === 1) return [ean13, `OZN${sku}`];
  if (index % 10 === 4) return [ean13, withCheckDigit(`20${random.digits(7)}${unique}`)];
  return [ean13];
}

/** Sizes and weights that are whole numbers in the unit the card declares. */
function measuresOf(
  random: SeededRandom,
  kind: ProductKind,
): Pick<Product, 'sizeMm' | 'weightG' | 'dimensionUnit' | 'weightUnit'> {
  const scale = random.int(90, 105) / 100;
  const dimensionUnit = random.pick(['mm', 'mm', 'mm', 'cm', 'cm', 'in'] as const);
  const unitMm = dimensionUnit === 'in' ? INCH_MM : dimensionUnit === 'cm' ? 10 : 1;
  const side = (mm: number): number =>
    Math.round(Math.max(Math.round((mm * scale) / unitMm), 1) * unitMm * 10) / 10;
  const [length, width, height] = kind.sizeMm;
  const rawG = kind.weightG * scale;
  const weightUnit = rawG < 900 ? 'g' : random.pick(['g', 'kg', 'lb'] as const);
  const unitG = weightUnit === 'lb' ? LB_G : weightUnit === 'kg' ? 1000 : 1;
  const weightG = Math.round(Math.max(Math.round(rawG / unitG), 1) * unitG);
  return {
    sizeMm: { length: side(length), width: side(width), height: side(height) },
    weightG,
    dimensionUnit,
    weightUnit,
  };
}

/** A length in mm as the whole number that the card shows in its unit. */
export function inDimensionUnit(mm: number, unit: Product['dimensionUnit']): number {
  return Math.round(unit === 'in' ? mm / INCH_MM : unit === 'cm' ? mm / 10 : mm);
}

/** A weight in g as the whole number that the card shows in its unit. */
export function inWeightUnit(weightG: number, unit: Product['weightUnit']): number {
  return Math.round(unit === 'lb' ? weightG / LB_G : unit === 'kg' ? weightG / 1000 : weightG);
}
