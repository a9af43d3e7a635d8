export type DeviceKind = 'scanner' | 'scale' | 'label-printer' | 'document-printer';

/**
 * How a device is. `connecting`: not yet known. `ready`: can be used now. `away`: no connection, being tried again.
 * `attention`: connected, but a person must do something first (paper, head, cable behind the converter, settings).
 * `missing`: needed here, and not in the bench file.
 */
export type DeviceState = 'connecting' | 'ready' | 'away' | 'attention' | 'missing';

/** What lies behind a state; a sentence is found for each in the texts. */
export type HealthDetail =
  // away
  | 'bad-address'
  | 'not-found'
  | 'connection-refused'
  | 'in-use'
  | 'no-permission'
  | 'timeout'
  | 'connection-lost'
  | 'failed'
  | 'cannot-write'
  // attention, scale
  | 'no-answer'
  | 'not-understood'
  | 'garbled'
  | 'wrong-unit'
  | 'wrong-parity'
  | 'scale-fault'
  | 'scale-not-ready'
  | 'not-weighing'
  | 'needs-calibration'
  | 'needs-zero'
  // attention, printer
  | PrinterTrouble
  // missing
  | 'no-scale'
  | 'no-printer'
  // ready, but the printer never tells how it is
  | 'status-unknown';

/**
 * What a printer says is wrong with it; `no-status`: it used to say how it is, and now is silent; `half-job`: the last
 * job was cut off, and only switching the printer off and on makes it forget the half it has.
 */
export type PrinterTrouble =
  | 'paper-out'
  | 'head-open'
  | 'ribbon-out'
  | 'paused'
  | 'too-hot'
  | 'buffer-full'
  | 'memory-lost'
  | 'jammed'
  | 'fault'
  | 'half-job'
  | 'no-status'
  /** Its queue says it is not there. */
  | 'printer-offline'
  /** Its queue was stopped, or takes no jobs. */
  | 'queue-stopped'
  | 'queue-rejects';

export type DeviceHealth = {
  readonly device: string;
  /** How people call it; absent where it has no name of its own. */
  readonly name?: string;
  readonly kind: DeviceKind;
  /** The address as the bench file has it. */
  readonly at: string;
  readonly state: DeviceState;
  /** When it came into this state, epoch ms. */
  readonly sinceAt: number;
  readonly detail: HealthDetail | null;
  /** For support: the system's own words. Never shown to a packer. */
  readonly technical: string | null;
};

/** What a driver says about its device while it is connected. */
export type DriverReport = {
  readonly state: 'ready' | 'attention';
  readonly detail: HealthDetail | null;
  readonly technical?: string;
};
