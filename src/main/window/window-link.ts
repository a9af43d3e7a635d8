import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { StationStatus, WindowMessage } from '#contract/bridge.ts';
import { connectChannel, portChannel, restartChannel } from '#contract/bridge.ts';
import { onWindowCall } from './ipc-door.ts';

/** The ports of the windows that are open now, by the id of their contents. */
export interface WindowLink {
  /** Hands a station's frame, unread, to every window. */
  sendFrame(frame: unknown): void;
  sendStatus(status: StationStatus): void;
}

/**
 * Gives each window that asks a message port of its own, and relays what comes through it. A window that was loaded
 * again asks again; its old port is closed.
 */
export function linkWindows(on: {
  frame(frame: unknown): void;
  restartStation(): void;
  status(): StationStatus;
}): WindowLink {
  const ports = new Map<number, MessagePortMain>();

  onWindowCall(connectChannel, (event) => {
    const contents = event.sender;
    const { port1, port2 } = new MessageChannelMain();
    ports.get(contents.id)?.close();
    ports.set(contents.id, port1);
    port1.on('message', ({ data }) => on.frame(data));
    port1.on('close', () => {
      if (ports.get(contents.id) === port1) ports.delete(contents.id);
    });
    port1.start();
    contents.postMessage(portChannel, null, [port2]);
    post(port1, { stationStatus: on.status() });
  });
  onWindowCall(restartChannel, () => on.restartStation());

  const sendAll = (message: WindowMessage) => {
    for (const port of ports.values()) post(port, message);
  };
  return {
    sendFrame: (frame) => sendAll({ frame }),
    sendStatus: (stationStatus) => sendAll({ stationStatus }),
  };
}

function post(port: MessagePortMain, message: WindowMessage): void {
  port.postMessage(message);
}
