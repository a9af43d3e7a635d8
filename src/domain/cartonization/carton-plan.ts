/** Three edges or three coordinates in mm: x to the right, y from the back to the front, z up. A carton stands on its third edge. */
export type SizeMm = readonly [number, number, number];

/** Which edges of a unit may stand vertical. `any`: all; `keep`: the third alone. */
export type Upright = 'any' | 'keep' | readonly [boolean, boolean, boolean];

/** Equal units to pack. Sizes are taken up to the next whole mm. */
export type PackItem = {
  readonly sku: string;
  /** How many of them, 1 to 20,000. */
  readonly quantity: number;
  /** Edges in mm, above 0, at most 10,000. */
  readonly sizeMm: SizeMm;
  /** Weight of one in g, 0 (not known) to 10,000,000. */
  readonly weightG: number;
  readonly upright: Upright;
  /** The first edge must lie along x: no turning around the vertical. Only a unit that keeps an edge upright needs it. */
  readonly isFixed?: boolean;
  /** Nothing may lie on a fragile unit, and it goes into no mailer and no bag. */
  readonly fragile: boolean;
  /** The most that may lie on one, in g; without it, anything. */
  readonly bearsG?: number;
  /** Soft goods: how thin their third edge may be pressed, and how often the longer of the others may be folded in half. */
  readonly soft?: { readonly pressedMm?: number; readonly folds?: number };
  /** Leaves in the carton it came in: a package of its own that needs none of ours. */
  readonly shipsInOwnCarton?: boolean;
  /** Articles that may not lie in the same package. */
  readonly apartFrom?: readonly string[];
  /** Units with the same word here go into the same package. */
  readonly togetherAs?: string;
};

/** A kind of carton on the shelf. */
export type CartonType = {
  readonly code: string;
  /** Inner edges in mm, taken down to the whole mm. Of a mailer or bag: length and width laid flat, and the most it may bulge. */
  readonly innerMm: SizeMm;
  readonly outerMm: SizeMm;
  /** Weight of the empty carton in g. */
  readonly tareG: number;
  /** The most the contents may weigh, in g. */
  readonly maxLoadG: number;
  /** A carton keeps its shape; a mailer or a bag gives in length and width what its contents take in thickness. */
  readonly kind?: 'carton' | 'mailer' | 'bag';
  /** Decides between cartons of equal inner volume, and counts where cost is the goal. */
  readonly costKopecks?: number;
  /** How many there are; without it, enough. */
  readonly stock?: number;
};

/** What counts as better. */
export type PackingGoal =
  /** Fewest packages, then least inner volume. */
  | { readonly kind: 'fewest' }
  /** Least money: cartons, filler, and carriage by the larger of actual and volumetric weight. */
  | {
      readonly kind: 'cost';
      readonly fillerKopecksPerLitre: number;
      readonly fillerGPerLitre: number;
      readonly perPackageKopecks: number;
      readonly perKgKopecks: number;
      /** Volume that counts as one kg, in cm³ of the outside; 5,000 is usual. */
      readonly volumetricCm3PerKg: number;
    };

/** What is asked. Everything but the items and the cartons has a usual value. */
export type CartonRequest = {
  readonly items: readonly PackItem[];
  readonly cartons: readonly CartonType[];
  readonly goal?: PackingGoal;
  /** Play that hands need between the goods and each side wall and the lid, in mm; 0 unless given. */
  readonly clearanceMm?: number;
  /** Room kept for filler on each of the six sides, in mm; 0 unless given. */
  readonly fillerReserveMm?: number;
  /** Loadings tried for each carton, 1 to 1,000,000; 300 unless given. `Infinity` where a clock ends the search. */
  readonly triesMax?: number;
  /** The most packages that may be made; any number unless given. */
  readonly packagesMax?: number;
  /** Which chances are taken where the rules leave a choice; 1 unless given. */
  readonly seed?: number;
  /** `free` leaves out support, fragile goods, bearing and balance: for comparing with programs that know no such rules. */
  readonly mode?: 'default' | 'free';
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

/** Why a carton does not take what a larger one took. */
export type Unfit =
  | { readonly kind: 'too-short'; readonly byMm: number }
  | { readonly kind: 'over-load'; readonly byG: number }
  | { readonly kind: 'too-little-room'; readonly byMl: number }
  | { readonly kind: 'not-for-fragile' }
  | { readonly kind: 'proven-impossible' }
  | { readonly kind: 'nothing-found' };

/** One carton with its contents. */
export type PackedCarton = {
  /** The code of the carton; null for a unit that leaves in the carton it came in. */
  readonly carton: string | null;
  /** In loading order: bottom up, then back to front, then left to right. Each unit can be lowered in from above. */
  readonly placements: readonly Placement[];
  /** Weight of the contents in g, without carton and filler. */
  readonly loadG: number;
  /** Empty volume to fill, in ml. */
  readonly fillerMl: number;
  /** What would have been better and why it is not used, the best first. */
  readonly smaller: readonly { readonly carton: string; readonly why: Unfit }[];
};

/** Why nothing can be packed. */
export type ImpossibleReason =
  | 'too-big'
  | 'too-heavy'
  | 'no-cartons'
  | 'invalid-input'
  /** Everything goes in somewhere, but not all into the cartons that are there. */
  | 'too-few-cartons'
  /** What must lie together may not, or goes into no carton together. */
  | 'kept-apart';

/** The answer of `cartonize`. */
export type CartonPlan =
  | {
      readonly kind: 'packed';
      readonly packages: readonly PackedCarton[];
      /** No better choice of cartons exists: every one was ruled out by arithmetic or by a complete search. */
      readonly isProvenBest: boolean;
    }
  | {
      readonly kind: 'impossible';
      /** Indices of the items that fit no carton or cannot be read; empty when the fault lies in the cartons. */
      readonly items: readonly number[];
      readonly reason: ImpossibleReason;
    };
