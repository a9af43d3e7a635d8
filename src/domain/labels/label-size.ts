/** Print heads the bench knows: 8 dots per mm (sold as 203 dpi) and 300 dots per inch. */
export type Dpi = 203 | 300;

/** The paper that is in the printer and the head that prints it. */
export type LabelMedium = { readonly dpi: Dpi; readonly widthMm: number; readonly heightMm: number };

const MM_PER_INCH = 25.4;

/** Dots per millimetre. A "203 dpi" head has exactly 8 (203.2 dpi), a 300 dpi head 11.81. */
export function dotsPerMm(dpi: Dpi): number {
  return dpi === 203 ? 8 : dpi / MM_PER_INCH;
}

/** A length in mm as whole dots, rounded to the nearest. */
export function mmToDots(lengthMm: number, dpi: Dpi): number {
  return Math.round(lengthMm * dotsPerMm(dpi));
}

/** The size of a medium in whole dots, for example 75 x 120 mm at 203 dpi is 600 x 960. */
export function mediumDots(medium: LabelMedium): { readonly widthDots: number; readonly heightDots: number } {
  return {
    widthDots: mmToDots(medium.widthMm, medium.dpi),
    heightDots: mmToDots(medium.heightMm, medium.dpi),
  };
}

/** The sizes in which a shop draws its labels, roughly 75 x 120 mm and 58 x 40 mm. */
export const shopLabelSizes = ['big', 'small'] as const;
export type ShopLabelSize = (typeof shopLabelSizes)[number];

/** Halfway between the areas of the two, by their ratio, mm². */
const smallUpToMm2 = 4_500;

/** The shop's label size that is nearer to the paper in the printer. */
export function shopLabelSize({ widthMm, heightMm }: LabelMedium): ShopLabelSize {
  return widthMm * heightMm <= smallUpToMm2 ? 'small' : 'big';
}
