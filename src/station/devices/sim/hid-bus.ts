import { err, ok } from '#domain/result.ts';
import type { HidDevice, HidPort } from '../hid/hid-port.ts';
import type { OpenFailure } from '../transports/transport.ts';
import type { DeviceSession, SimulatedDevice } from './simulated-device.ts';

/** A device on the bus. */
export type PluggedDevice = { readonly unplug: () => void };

/** USB with nothing but HID devices on it, which no test machine has: devices are plugged in by calls. */
export type SimulatedHidBus = {
  readonly port: HidPort;
  /** Plugs a device in, each time under a path of its own, as a system does. */
  readonly plug: (info: Partial<HidDevice>, device: SimulatedDevice) => PluggedDevice;
  /** Refuses every opening for this reason; null takes it back. */
  readonly refuse: (code: OpenFailure['code'] | null) => void;
  /** How many devices are open. */
  readonly openCount: () => number;
};

type Plugged = { readonly info: HidDevice; readonly device: SimulatedDevice; breakLine: () => void };

/** An empty bus. */
export function createSimulatedHidBus(): SimulatedHidBus {
  const plugged = new Map<string, Plugged>();
  const sessions = new Set<DeviceSession>();
  let refusal: OpenFailure['code'] | null = null;
  let pathsGiven = 0;
  const port: HidPort = {
    list: async () => [...plugged.values()].map(({ info }) => info),
    open: async (path, { onReport, onGone }) => {
      const found = plugged.get(path);
      if (refusal !== null) return err({ code: refusal, technical: 'refused' });
      if (found === undefined) return err({ code: 'not-found', technical: path });
      let isOpen = true;
      const end = () => {
        isOpen = false;
        sessions.delete(session);
        session.closed();
      };
      const hangUp = () => {
        if (!isOpen) return;
        end();
        onGone('could not read data from device');
      };
      const session = found.device.attach({
        send: (report) => queueMicrotask(() => (isOpen ? onReport(report) : undefined)),
        hangUp,
        setTaking: () => undefined,
      });
      sessions.add(session);
      found.breakLine = hangUp;
      return ok({ close: async () => (isOpen ? end() : undefined) });
    },
  };
  return {
    port,
    plug: (info, device) => {
      pathsGiven += 1;
      const path = `/dev/hidraw${pathsGiven}`;
      const usual = { vendorId: 0x0c2e, productId: 0x0b61, serial: null, manufacturer: null, product: null };
      const entry = {
        info: { ...usual, usagePage: null, ...info, path },
        device,
        breakLine: () => undefined,
      };
      plugged.set(path, entry);
      return {
        unplug: () => {
          plugged.delete(path);
          entry.breakLine();
        },
      };
    },
    refuse: (code) => {
      refusal = code;
    },
    openCount: () => sessions.size,
  };
}
