import { describe, expect, it } from 'vitest';
import { BenchFields } from '#contract/bench-file.ts';
import { checkDraft, type Draft, toDraft } from './draft.ts';
import { usesOf, withDevice } from './use-found-device.ts';

const empty: Draft = toDraft({
  ...BenchFields.parse({ bench: 'B1' }),
  ...{ shops: [], people: [], revision: 'a' },
});
const found = (at: string, kind: 'serial' | 'hid' | 'usb-printer') => ({
  ...{ at, kind, purpose: 'unknown' as const, label: '', isUsable: true },
});

describe('a device that was found', () => {
  it.each([
    ['usb-printer', 'label-printer', ['label-printer', 'document-printer']],
    ['hid', 'scale', ['scale']],
    ['serial', 'scanner', ['scanner']],
    ['serial', 'unknown', ['scanner', 'scale', 'label-printer']],
  ] as const)('of kind %s for %s can be used as %j', (kind, purpose, uses) => {
    expect(usesOf({ kind, purpose })).toEqual(uses);
  });

  it('makes settings that can be saved, whatever it is used as', () => {
    const draft = {
      ...empty,
      ...withDevice(empty, found('serial:/dev/ttyACM0', 'serial'), 'scanner'),
      ...withDevice(empty, found('hid:0922:8003', 'hid'), 'scale'),
      ...withDevice(empty, found('usb-lp:/dev/usb/lp0', 'usb-printer'), 'label-printer'),
      ...withDevice(empty, found('usb-lp:/dev/usb/lp1', 'usb-printer'), 'document-printer'),
    };
    expect(checkDraft(draft)).toMatchObject({
      ok: true,
      settings: {
        scanners: ['serial:/dev/ttyACM0'],
        scale: { at: 'hid:0922:8003', protocol: 'hid-8d' },
        labelPrinter: { at: 'usb-lp:/dev/usb/lp0', language: 'zpl' },
        documentPrinter: { at: 'usb-lp:/dev/usb/lp1', paper: 'a4' },
      },
    });
  });

  it('is no second scanner where it is one already', () => {
    const named = { ...empty, scanners: [{ name: 'left', at: 'serial:/dev/ttyACM0' }] };
    expect(withDevice(named, found('serial:/dev/ttyACM0', 'serial'), 'scanner')).toEqual({});
  });
});
