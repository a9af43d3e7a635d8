import { contextBridge, ipcRenderer } from 'electron';
import {
  connectChannel,
  type PackbenchBridge,
  portChannel,
  restartChannel,
  type StationStatus,
  windowMessageSchema,
} from '#contract/bridge.ts';
import { Listeners } from './listeners.ts';

/** The same word as in main's window preferences; a sandboxed preload can import nothing of main's. */
const withoutSandboxMark = '--packbench-without-sandbox';

if (!process.contextIsolated || !(process.sandboxed || process.argv.includes(withoutSandboxMark))) {
  throw new Error('Packbench runs in an isolated, sandboxed window only');
}

const askAgainMs = 200;

const frames = new Listeners<unknown>();
const statuses = new Listeners<StationStatus>();
let lastStatus: StationStatus = { state: 'starting', restarts: 0 };
let port: MessagePort | undefined;
const waiting: unknown[] = [];

ipcRenderer.on(portChannel, (event) => {
  clearInterval(asking);
  port = event.ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
  for (const frame of waiting.splice(0)) port.postMessage(frame);
});

function receive(data: unknown): void {
  const message = windowMessageSchema.parse(data);
  if ('stationStatus' in message) {
    lastStatus = message.stationStatus;
    statuses.tell(lastStatus);
  } else {
    frames.tell(message.frame);
  }
}

const bridge: PackbenchBridge = {
  request(frame) {
    if (port) port.postMessage(frame);
    else waiting.push(frame);
  },
  onFrame: (listener) => frames.add(listener),
  onStationStatus(listener) {
    listener(lastStatus);
    return statuses.add(listener);
  },
  restartStation: () => ipcRenderer.send(restartChannel),
};

contextBridge.exposeInMainWorld('packbench', bridge);
// Main refuses a call that overtakes the news of the page it comes from, so the window asks until it has its port.
const asking = setInterval(() => ipcRenderer.send(connectChannel), askAgainMs);
ipcRenderer.send(connectChannel);
