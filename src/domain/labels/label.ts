/** A place on the label in mm from its top left corner. */
type Place = { readonly xMm: number; readonly yMm: number };
type Area = Place & { readonly widthMm: number; readonly heightMm: number };

/**
 * Which code to draw. `gs1-128` and `gs1-datamatrix` take an element string with `\u001d` between variable fields
 * (GS1 General Specifications 7.8); `ean13` takes 12 or 13 digits, `itf14` 13 or 14, `code128` printable ASCII.
 */
export type Symbology = 'code128' | 'gs1-128' | 'ean13' | 'itf14' | 'datamatrix' | 'gs1-datamatrix' | 'qr';

export type TextElement = Area & {
  readonly kind: 'text';
  readonly text: string;
  /** Height of the font's em in mm; made smaller, down to `sizeMinMm`, where the text does not fit the area. */
  readonly sizeMm: number;
  readonly sizeMinMm?: number;
  readonly weight: 'regular' | 'bold';
  readonly align: 'left' | 'centre' | 'right';
};

/** A barcode with its quiet zones inside the area, as large as whole dots allow, centred. */
export type BarcodeElement = Area & {
  readonly kind: 'barcode';
  readonly symbology: Symbology;
  readonly value: string;
};

/** A straight line to the right or downwards; its thickness grows to the other side. */
export type LineElement = Place & {
  readonly kind: 'line';
  readonly direction: 'right' | 'down';
  readonly lengthMm: number;
  readonly thicknessMm: number;
};

/** The outline of a rectangle, drawn inwards. */
export type BoxElement = Area & { readonly kind: 'box'; readonly thicknessMm: number };

/** A PNG, fitted into the area with its proportions kept, thresholded to black and white. */
export type ImageElement = Area & { readonly kind: 'image'; readonly png: Uint8Array };

/** An even pattern of so many dots black and so many white, for what a print head can do; `solid` is all black. */
export type PatternElement = Area & {
  readonly kind: 'pattern';
  readonly pattern: 'bars' | 'checks' | 'solid';
  /** Dots of a bar or of a check's edge, 1 to 8. */
  readonly dots: number;
};

export type LabelElement =
  | TextElement
  | BarcodeElement
  | LineElement
  | BoxElement
  | PatternElement
  | ImageElement;

/** What is stuck on a package, independent of printer and language: everything in mm. */
export type Label = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly elements: readonly LabelElement[];
};
