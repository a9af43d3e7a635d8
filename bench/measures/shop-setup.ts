import { join } from 'node:path';
import { ShopId } from '#domain/ids.ts';
import type { BenchDatabase } from '#station/database/bench-database.ts';
import { openDatabase } from '#station/database/open-database.ts';
import { inRunDir } from '../bench-setup.ts';
import { type SandboxProcess, startSandboxProcess } from '../sandbox-process.ts';

export const shopId = ShopId.parse('bench-shop');

/** Runs `work` with the stand-in shop, a process of its own, and an empty database on disk. */
export function withBench<Value>(
  work: (bench: { readonly db: BenchDatabase; readonly sandbox: SandboxProcess }) => Promise<Value>,
): Promise<Value> {
  return inRunDir(async (runDir) => {
    const sandbox = await startSandboxProcess();
    const resourcesDir = join(import.meta.dirname, '../../resources');
    const opened = openDatabase({ home: join(runDir, 'home'), resourcesDir, now: Date.now });
    if (!opened.ok) throw new Error(`cannot open the database: ${JSON.stringify(opened.error)}`);
    try {
      return await work({ db: opened.value, sandbox });
    } finally {
      opened.value.close();
      await sandbox.end();
    }
  });
}
