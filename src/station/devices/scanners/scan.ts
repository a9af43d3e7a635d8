/** One trigger pull of a scanner, as it came. What the text means is decided elsewhere. */
export type Scan = {
  readonly device: string;
  /** The payload without its terminator; control bytes such as the group separator 0x1D are kept. */
  readonly text: string;
  /** When its last byte arrived, monotonic ms. */
  readonly atMs: number;
};
