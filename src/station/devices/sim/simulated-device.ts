/** The host's side of a line as a simulated device sees it. */
export type DeviceEnd = {
  readonly send: (bytes: Uint8Array) => void;
  /** Breaks the line as a pulled cable does. */
  readonly hangUp: () => void;
  /** Stops or goes on taking bytes, as a printer with a full buffer does. */
  readonly setTaking: (isTaking: boolean) => void;
};

export type DeviceSession = {
  readonly receive: (bytes: Uint8Array) => void;
  readonly closed: () => void;
};

/** A device that exists only in the program, speaking the real one's bytes over any line it is attached to. */
export type SimulatedDevice = { readonly attach: (end: DeviceEnd) => DeviceSession };
