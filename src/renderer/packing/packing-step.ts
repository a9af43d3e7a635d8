import type { PackageView, SessionView, ShopView } from '#contract/bench-view.ts';
import type { PlainControl } from '#domain/scanning/control-code.ts';

/** What the packer is to do now; each has one instruction and one hint. */
export type PackingStep =
  | 'start'
  | 'scan-first'
  | 'scan-next'
  | 'scan-marking'
  | 'planning'
  | 'choose-carton'
  | 'weigh'
  | 'weigh-by-eye'
  | 'weight-off'
  | 'over-limit'
  | 'finish'
  | 'finish-by-eye'
  | 'label-wait'
  | 'label-registering'
  | 'label-offline'
  | 'label-printing'
  | 'label-not-sent'
  | 'label-unprintable'
  | 'verify'
  | 'verify-interim'
  | 'doubtful'
  | 'ship-refused'
  | 'held'
  | 'closed'
  | 'put-back'
  | 'stopped';

/** The package in hand, or the last one. */
export function packageInHand(session: SessionView): PackageView | null {
  return session.packages.find(({ n }) => n === session.current) ?? session.packages.at(-1) ?? null;
}

/** What is asked of the packer, read off the session; it decides nothing. */
export function packingStep(session: SessionView | null, shop: ShopView['state']): PackingStep {
  if (session === null) return 'start';
  const parcel = packageInHand(session);
  switch (session.phase) {
    case 'scanning':
      if (session.pending?.kind === 'marking-code') return 'scan-marking';
      return parcel === null || parcel.units === 0 ? 'scan-first' : 'scan-next';
    case 'weighing':
      return weighingStep(session, parcel);
    case 'labelling':
      return labellingStep(session, parcel, shop);
    case 'verifying':
      if (parcel?.label === 'doubtful') return 'doubtful';
      return parcel?.isInterim === true ? 'verify-interim' : 'verify';
    case 'held':
      return 'held';
    case 'stopped':
      return 'stopped';
    case 'closed':
      return session.isPutBack ? 'put-back' : 'closed';
  }
}

function weighingStep(session: SessionView, parcel: PackageView | null): PackingStep {
  if (session.weightRefusal !== null) return 'weight-off';
  if (session.limitRefusal !== null) return 'over-limit';
  if (!session.isPlanned && parcel?.isCartonChosen !== true) return 'planning';
  if (parcel?.isCartonNeeded === true) return 'choose-carton';
  const isByEye = parcel !== null && parcel.carton === null;
  if (session.requireWeight) return isByEye ? 'weigh-by-eye' : 'weigh';
  return isByEye ? 'finish-by-eye' : 'finish';
}

function labellingStep(
  session: SessionView,
  parcel: PackageView | null,
  shop: ShopView['state'],
): PackingStep {
  if (session.shipRefusal !== null) return 'ship-refused';
  switch (parcel?.label) {
    case 'not-sent':
      return 'label-not-sent';
    case 'unprintable':
      return 'label-unprintable';
    case 'ready':
    case 'queued':
      return 'label-printing';
    default:
      if (shop !== 'online' && shop !== 'connecting') return 'label-offline';
      return session.isRegistering ? 'label-registering' : 'label-wait';
  }
}

/**
 * The controls that make sense now, the most likely first; the station still judges each. Where no weight is asked for,
 * OK ends a package whose carton is not named either.
 */
export function controlsFor(step: PackingStep, isWeighed: boolean): readonly PlainControl[] {
  switch (step) {
    case 'start':
    case 'held':
    case 'closed':
    case 'put-back':
    case 'stopped':
      return ['next'];
    case 'scan-first':
      return ['hold', 'missing', 'next'];
    case 'scan-next':
      return ['undo', 'damaged', 'split', 'hold'];
    case 'scan-marking':
      return ['no', 'hold'];
    case 'planning':
      return ['undo', 'hold'];
    case 'choose-carton':
      return isWeighed ? ['undo', 'hold'] : ['ok', 'undo', 'hold'];
    case 'weigh':
    case 'weigh-by-eye':
    case 'weight-off':
      return ['weigh', 'undo', 'hold'];
    case 'over-limit':
      return isWeighed ? ['weigh', 'undo', 'hold'] : ['undo', 'hold'];
    case 'finish':
    case 'finish-by-eye':
      return ['ok', 'undo', 'hold'];
    case 'label-wait':
    case 'label-registering':
    case 'label-offline':
    case 'label-unprintable':
      return ['next', 'hold'];
    case 'label-printing':
    case 'ship-refused':
      return ['hold'];
    case 'label-not-sent':
      return ['ok', 'hold'];
    case 'verify':
    case 'verify-interim':
    case 'doubtful':
      return ['reprint'];
  }
}
