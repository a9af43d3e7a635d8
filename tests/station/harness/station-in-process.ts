import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchFile } from '#contract/bench-file.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts';
import { type Station, startStation } from '#station/station.ts';
import { openShopAdmin, type ShopAdmin } from './shop-admin.ts';

/** A whole station in this process, with a stand-in shop, for what is done by procedures and not by scans. */
export type StationHere = {
  readonly home: string;
  readonly shop: ShopAdmin;
  readonly shopUrl: string;
  /** Calls a procedure as the window does; throws where it fails. */
  readonly call: <Name extends ProcedureName>(
    name: Name,
    input: ProcedureInput<Name>,
  ) => Promise<ProcedureOutput<Name>>;
  /** Ends the station and starts it anew on the same home. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts it with a lead signed in. */
export async function startStationHere(): Promise<StationHere> {
  const home = await mkdtemp(join(tmpdir(), 'packbench-here-'));
  const sandbox: Sandbox = await startSandbox({ port: 0 });
  const { url, clientId, apiKey } = sandbox;
  const benchFile = BenchFile.parse({
    ...{ bench: 'B1', language: 'en', packer: 'L1', people: [{ id: 'L1', name: 'Oleg', role: 'lead' }] },
    shop: { kind: 'ozon', url, clientId, apiKey, pollSeconds: 1 },
  });
  const start = async (): Promise<Station> => {
    const started = await startStation({
      ...{ home, benchFile, benchFilePath: join(home, 'bench.json'), version: 'test', isDemo: false },
      resourcesDir: join(import.meta.dirname, '../../../resources'),
      secrets: { apiKeyOf: () => null, howKept: () => 'missing', keepApiKey: async () => undefined },
      ...{ now: () => Date.now(), monotonicMs: () => performance.now(), random: () => Math.random() },
    });
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const { value } = started;
    await new Promise<void>((resolve) => {
      value.publisher.listen((event) => {
        if (event === 'ready') resolve();
      });
    });
    return value;
  };
  let station = await start();
  return {
    ...{ home, shop: openShopAdmin(() => url), shopUrl: url },
    async call(name, input) {
      const answer = await station.call(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      // The station checks its own answers against nothing: the table pairs each name with its output.
      return answer.value as ProcedureOutput<typeof name>;
    },
    async restart() {
      await station.close();
      station = await start();
    },
    async close() {
      await station.close();
      await sandbox.close();
      await rm(home, { recursive: true });
    },
  };
}
