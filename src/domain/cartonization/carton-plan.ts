/** Three edges or three coordinates in mm: x to the right, y from the back to the front, z up. A carton stands on its third edge. */
export type SizeMm = readonly [number, number, number];

/** One unit to pack. Sizes are taken up to the next whole mm. */
export type PackItem = {
  readonly sku: string;
  /** Edges in mm, above 0, at most 10,000. */
  readonly sizeMm: SizeMm;
  /** Weight in g, 0 (not known) to 10,000,000. */
  readonly weightG: number;
  /** `keep`: the third edge stays vertical; turning around the vertical is always allowed. */
  readonly upright: 'any' | 'keep';
  /** Nothing may lie on a fragile unit. */
  readonly fragile: boolean;
};

/** A kind of carton on the shelf. */
export type CartonType = {
  readonly code: string;
  /** Inner edges in mm, taken down to the whole mm. */
  readonly innerMm: SizeMm;
  readonly outerMm: SizeMm;
  /** Weight of the empty carton in g. */
  readonly tareG: number;
  /** The most the contents may weigh, in g. */
  readonly maxLoadG: number;
  /** Decides between cartons of equal inner volume. */
  readonly costKopecks?: number;
};

/** Where one unit lies. */
export type Placement = {
  /** Index into the `items` of the request. */
  readonly item: number;
  /** The corner of the unit that is leftmost, rearmost and lowest, in whole mm from the same corner of the carton. */
  readonly atMm: SizeMm;
  /** The edges along x, y and z as turned, in whole mm. */
  readonly sizeMm: SizeMm;
};

/** One carton with its contents. */
export type PackedCarton = {
  /** The code of the carton. */
  readonly carton: string;
  /** In loading order: bottom up, then back to front, then left to right. Each unit can be lowered in from above. */
  readonly placements: readonly Placement[];
  /** Weight of the contents in g, without carton and filler. */
  readonly loadG: number;
  /** Empty volume to fill, in ml. */
  readonly fillerMl: number;
};

/** Why nothing can be packed. */
export type ImpossibleReason = 'too-big' | 'too-heavy' | 'no-cartons' | 'invalid-input';

/** The answer of `cartonize`. */
export type CartonPlan =
  | { readonly kind: 'packed'; readonly packages: readonly PackedCarton[] }
  | {
      readonly kind: 'impossible';
      /** Indices of the units that fit no carton or cannot be read; empty when the fault lies in the cartons. */
      readonly items: readonly number[];
      readonly reason: ImpossibleReason;
    };
