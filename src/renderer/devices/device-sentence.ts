import type { DeviceView } from '#contract/bench-view.ts';
import { say } from '../texts/texts.ts';
import { keyOr } from '../texts/use-texts.ts';

/** How a device is and what puts it right, in one sentence of the packer's language. */
export function deviceSentence(device: DeviceView): string {
  const first = say(`devices.state.${device.state}`);
  if (device.detail === null) return first;
  const second = say(keyOr(`devices.detail.${device.detail}`, 'devices.detail.other'), {
    detail: device.detail,
  });
  return say('common.sentences', { first, second });
}
