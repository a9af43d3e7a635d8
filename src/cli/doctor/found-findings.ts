import type { FoundDevice, FoundDevices } from '#contract/found-device.ts';
import type { Finding } from './finding.ts';

/** What is plugged in, whether the bench file names it or not. */
export function foundFindings({ devices, unseen }: FoundDevices): readonly Finding[] {
  return [
    ...devices.map(foundFinding),
    ...unseen.map(
      ({ kind, technical }): Finding => ({
        what: 'plugged in',
        state: 'attention',
        found: `${kind} devices cannot be listed: ${technical}`,
        cure: kind === 'hid' ? 'on Linux install libusb-1.0 (libusb-1.0-0)' : null,
      }),
    ),
  ];
}

function foundFinding(device: FoundDevice): Finding {
  return {
    what: 'plugged in',
    state: device.isUsable ? 'ok' : 'attention',
    found: foundInWords(device),
    cure: device.isUsable
      ? null
      : 'as it is set up it types like a keyboard: set it to HID point of sale or to a serial (COM) port to use this address',
  };
}

/** The address, what it is, and what the system calls it. */
export function foundInWords({ at, purpose, label }: FoundDevice): string {
  return [at, purpose === 'unknown' ? '' : purpose, label].filter((part) => part !== '').join(', ');
}
