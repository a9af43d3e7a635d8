import type { DeviceAddress } from '#contract/device-address.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type HidDevice, type HidPort, SCALE_PAGE, SCANNER_PAGE } from '../hid/hid-port.ts';
import type { CloseReason, Connection, OpenFailure, Transport, WriteFailure } from './transport.ts';

type HidAddress = Pick<Extract<DeviceAddress, { scheme: 'hid' }>, 'vendorId' | 'productId' | 'serial'>;

/**
 * A USB device that sends reports: each arrives whole, as one portion of data. It is looked for anew at every opening,
 * since the system gives it another path each time it is plugged in. Nothing is ever written to it.
 */
export function hidTransport(address: HidAddress, port: HidPort): Transport {
  return {
    open: async (handlers) => {
      const found = await find(address, port);
      if (!found.ok) return found;
      const { promise: closed, resolve: resolveClosed } = Promise.withResolvers<void>();
      let reason: CloseReason | null = null;
      let device: { readonly close: () => Promise<void> } | null = null;
      const end = (why: CloseReason): Promise<void> => {
        if (reason !== null) return closed;
        reason = why;
        // Not closing it would block the next opening, also when it has gone.
        void Promise.resolve(device?.close())
          .catch(() => undefined)
          .then(() => handlers.onClose(why))
          .then(resolveClosed);
        return closed;
      };
      const opened = await port.open(found.value.path, {
        onReport: (report) => {
          if (reason === null) handlers.onData(report);
        },
        onGone: (technical) => void end({ code: 'lost', technical }),
      });
      if (!opened.ok) return opened;
      device = opened.value;
      return ok<Connection>({
        write: async () => err<WriteFailure>({ code: 'not-open', technical: 'nothing is written to it' }),
        abort: (technical) => void end({ code: 'lost', technical }),
        close: () => end({ code: 'by-us', technical: 'closed' }),
      });
    },
  };
}

/** The interface of the device that is a scanner or a scale; the only one there is where the system does not say. */
async function find(
  { vendorId, productId, serial }: HidAddress,
  port: HidPort,
): Promise<Result<HidDevice, OpenFailure>> {
  let listed: readonly HidDevice[];
  try {
    listed = await port.list();
  } catch (cause) {
    return err({ code: 'failed', technical: String(cause) });
  }
  const interfaces = listed.filter(
    (device) =>
      device.vendorId === vendorId &&
      device.productId === productId &&
      (serial === null || device.serial === serial),
  );
  const wanted =
    interfaces.find(({ usagePage }) => usagePage === SCANNER_PAGE || usagePage === SCALE_PAGE) ??
    interfaces.find(({ usagePage }) => usagePage === null);
  if (wanted !== undefined) return ok(wanted);
  return err({
    code: 'not-found',
    technical:
      interfaces.length === 0
        ? 'not plugged in'
        : 'plugged in, but set up as a keyboard or something else: set it to HID point of sale',
  });
}
