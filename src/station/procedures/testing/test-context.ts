import { err } from '#domain/result.ts';
import { sampleBenchFile, type TestBench } from '../../packing/testing/test-bench.ts';
import type { ProcedureContext } from '../procedure-context.ts';

/** What procedures work on, over a test bench; what a test does not bring along must not be asked for. */
export function testContext(at: TestBench, change: Partial<ProcedureContext> = {}): ProcedureContext {
  const never = () => {
    throw new Error('not part of this test');
  };
  return {
    db: at.db,
    home: at.db.home,
    bench: at.bench,
    publisher: at.publisher,
    now: at.now,
    store: {
      routeOf: never,
      ...{ prepared: () => null, has: () => false, isDue: () => true, askAgain: () => undefined },
      fetch: async () => err({ code: 'no-shop' }),
    },
    workshop: {
      ready: Promise.resolve(),
      prepare: never,
      interim: never,
      own: never,
      close: async () => undefined,
    },
    secrets: { apiKeyOf: () => null, howKept: () => 'missing', keepApiKey: never },
    benchFile: () => sampleBenchFile,
    replaceBenchFile: never,
    speakLanguage: never,
    view: never,
    viewShop: never,
    devices: () => null,
    shops: { reopen: never, connected: () => [], byId: () => null, of: () => null, close: never },
    shopId: null,
    shop: () => null,
    shopOf: () => null,
    lookup: { hold: never, takes: never },
    ...change,
  };
}
