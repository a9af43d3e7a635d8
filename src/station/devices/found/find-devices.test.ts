import { expect, it } from 'vitest';
import type { FoundDevices } from '#contract/found-device.ts';
import type { HidDevice } from '../hid/hid-port.ts';
import { eventually } from '../testing/eventually.ts';
import type { DeviceLister } from './device-lister.ts';
import { findDevices } from './find-devices.ts';
import { type FoundChange, watchFound } from './watch-found.ts';

const hid = { path: '/dev/hidraw0', serial: null, manufacturer: null, product: null, usagePage: null };
const DYMO = {
  ...hid,
  vendorId: 0x0922,
  productId: 0x8003,
  manufacturer: 'DYMO',
  product: 'M10',
  usagePage: 0x8d,
};
const VOYAGER = { ...hid, vendorId: 0x0c2e, productId: 0x0b61, product: 'Voyager', usagePage: 0x8c };
const MOUSE = { ...hid, vendorId: 0x046d, productId: 0xc077, usagePage: 1 };

function listerOf(change: Partial<DeviceLister>): DeviceLister {
  return { serialPorts: async () => [], hidDevices: async () => [], usbPrinters: async () => [], ...change };
}

it('scanners, scales and printers are found with the address to write down, and nothing else', async () => {
  const lister = listerOf({
    serialPorts: async () => [
      {
        path: '/dev/ttyACM0',
        lastingPath: '/dev/serial/by-id/usb-Zebra_DS2208-if00',
        ...{ label: 'Zebra', vendorId: 0x05e0, productId: 0x1701 },
      },
      { path: '/dev/ttyS0', lastingPath: null, label: '', vendorId: null, productId: null },
    ],
    hidDevices: async () => [DYMO, MOUSE, { ...VOYAGER, usagePage: 1 }, VOYAGER],
    usbPrinters: async () => [{ path: '/dev/usb/lp0', label: 'Zebra ZD420' }],
  });
  const { devices, unseen } = await findDevices(lister);
  expect(devices.map(({ at, purpose, label, isUsable }) => [at, purpose, label, isUsable])).toEqual([
    ['serial:/dev/serial/by-id/usb-Zebra_DS2208-if00', 'scanner', 'Zebra', true],
    ['serial:/dev/ttyS0', 'unknown', '', true],
    ['hid:0922:8003', 'scale', 'DYMO M10', true],
    ['hid:0c2e:0b61', 'scanner', 'Voyager', true],
    ['usb-lp:/dev/usb/lp0', 'label-printer', 'Zebra ZD420', true],
  ]);
  expect(unseen).toEqual([]);
});

it('two scanners of a kind are told apart by their serial numbers, and one that types is named so', async () => {
  const lister = listerOf({
    hidDevices: async () => [
      { ...VOYAGER, serial: 'A 1' },
      { ...VOYAGER, serial: 'B', usagePage: 1 },
    ],
  });
  const { devices } = await findDevices(lister);
  expect(devices.map(({ at, isUsable }) => [at, isUsable])).toEqual([
    ['hid:0c2e:0b61?serial=A%201', true],
    ['hid:0c2e:0b61?serial=B', false],
  ]);
});

it('what the system cannot be asked for hides nothing else', async () => {
  const lister = listerOf({
    hidDevices: async () => {
      throw new Error('libusb is missing');
    },
    usbPrinters: async () => [{ path: '/dev/usb/lp0', label: '' }],
  });
  const found = await findDevices(lister);
  expect(found.devices.map(({ at }) => at)).toEqual(['usb-lp:/dev/usb/lp0']);
  expect(found.unseen).toEqual([{ kind: 'hid', technical: 'Error: libusb is missing' }]);
});

it('this computer can be asked, whatever is plugged in', async () => {
  const { devices, unseen } = await findDevices();
  expect(devices).toEqual(expect.any(Array));
  expect(unseen.map(({ kind }) => kind)).not.toContain('usb-printer');
});

it('what is plugged in or pulled out is told once, and nothing of what cannot be seen for a moment', async () => {
  let isBlind = false;
  let plugged: readonly HidDevice[] = [DYMO];
  const find = (): Promise<FoundDevices> =>
    findDevices(
      listerOf({
        hidDevices: async () => {
          if (isBlind) throw new Error('busy');
          return plugged;
        },
      }),
    );
  const changes: FoundChange[] = [];
  let looks = 0;
  const stop = watchFound({
    known: await find(),
    find: async () => {
      const found = await find();
      looks += 1;
      return found;
    },
    onChange: (change) => changes.push(change),
    everyMs: 1,
  });
  const twoLooks = async () => {
    const before = looks;
    await eventually(() => expect(looks).toBeGreaterThan(before + 2));
  };
  plugged = [DYMO, VOYAGER];
  await twoLooks();
  isBlind = true;
  await twoLooks();
  isBlind = false;
  plugged = [VOYAGER];
  await twoLooks();
  stop();
  expect(changes.map(({ event, device }) => `${event} ${device.at}`)).toEqual([
    'plugged hid:0c2e:0b61',
    'unplugged hid:0922:8003',
  ]);
});
