import type { FoundDevice } from '#contract/found-device.ts';
import type { Draft } from './draft.ts';
import { usualPrinter } from './usual-printer.ts';

/** What a device that was found can be at the bench. */
export type DeviceUse = 'scanner' | 'scale' | 'label-printer' | 'document-printer';

/** What a device can be used as; the system's list does not always tell. */
export function usesOf({ kind, purpose }: Pick<FoundDevice, 'kind' | 'purpose'>): readonly DeviceUse[] {
  if (kind === 'usb-printer') return ['label-printer', 'document-printer'];
  if (purpose !== 'unknown') return [purpose];
  return kind === 'hid' ? ['scanner', 'scale'] : ['scanner', 'scale', 'label-printer'];
}

/** The settings with this device in its place; one that stands there already is not added twice. */
export function withDevice(draft: Draft, { at, kind }: FoundDevice, as: DeviceUse): Partial<Draft> {
  switch (as) {
    case 'scanner': {
      const isKnown = draft.scanners.some((known) => (typeof known === 'string' ? known : known.at) === at);
      return isKnown ? {} : { scanners: [...draft.scanners.filter((known) => known !== ''), at] };
    }
    case 'scale':
      return { scale: { ...draft.scale, at, protocol: protocolOf(kind, draft.scale?.protocol) } };
    case 'label-printer':
      return { labelPrinter: { ...(draft.labelPrinter ?? usualPrinter), at } };
    case 'document-printer':
      return { documentPrinter: { paper: 'a4', slipWithEachPackage: false, ...draft.documentPrinter, at } };
  }
}

type Protocol = NonNullable<Draft['scale']>['protocol'];

/** USB HID scales speak one protocol, and no other scale speaks that. */
function protocolOf(kind: FoundDevice['kind'], known: Protocol = 'mt-sics'): Protocol {
  if (kind === 'hid') return 'hid-8d';
  return known === 'hid-8d' ? 'mt-sics' : known;
}
