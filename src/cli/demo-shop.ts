import { parseArgs } from 'node:util';
import type { DemoShopReady } from '#contract/demo-shop-frames.ts';
import { hostToStationSchema } from '#contract/host-frames.ts';
import { startSandbox } from '#sandbox/sandbox.ts';
import { openHostPort } from '#station/host-port.ts';

// The demo shop as a child of the application's main process: the stand-in marketplace, with its state in a file, so
// that the demo goes on tomorrow where it stopped today. It ends with main.

const { values } = parseArgs({
  options: { state: { type: 'string' }, port: { type: 'string', default: '0' } },
});

const host = openHostPort(() => void stop());
const { state: stateFile, port } = values;
const sandbox = await startSandbox({
  port: Number(port),
  ...(stateFile === undefined ? {} : { stateFile }),
});
host.onFrame((frame) => {
  const asked = hostToStationSchema.safeParse(frame);
  if (asked.success && asked.data.host === 'stop') void stop();
});
const { url, clientId, apiKey } = sandbox;
host.post({ demoShop: 'ready', url, clientId, apiKey } satisfies DemoShopReady);

async function stop(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}
