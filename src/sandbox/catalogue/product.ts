/** A card of the shop's catalogue. */
export interface Product {
  readonly sku: number;
  readonly productId: number;
  readonly offerId: string;
  readonly name: string;
  readonly language: 'ru' | 'en' | 'zh';
  /** Id of its kind, which also names its drawing. */
  readonly kind: string;
  readonly colourName: string;
  /** `#rrggbb` */
  readonly colourHex: string;
  /** The first one is the main one; never empty. */
  readonly barcodes: readonly string[];
  readonly sizeMm: { readonly length: number; readonly width: number; readonly height: number };
  readonly weightG: number;
  /** The units in which the card declares its size and weight. */
  readonly dimensionUnit: 'mm' | 'cm' | 'in';
  readonly weightUnit: 'g' | 'kg' | 'lb';
  readonly priceRub: number;
  /** Each unit needs a marking code (Честный ЗНАК). */
  readonly marked: boolean;
}
