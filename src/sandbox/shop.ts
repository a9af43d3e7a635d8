import { FaultQueue } from './faults/fault-queue.ts';
import type { Credentials } from './http/auth.ts';
import { MethodLimits } from './http/method-limits.ts';
import { RateLimiter } from './http/rate-limit.ts';
import { RequestLog } from './http/request-log.ts';
import { newWorld } from './world/new-world.ts';
import { settle } from './world/settle.ts';
import { saveState } from './world/state-file.ts';
import type { World } from './world/world.ts';

/** The running stand-in: its world and what surrounds it. */
export interface Shop {
  readonly credentials: Credentials;
  /** Gives the account another key; the one before is none any more. */
  giveKey(apiKey: string): void;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  readonly limiter: RateLimiter;
  readonly methodLimits: MethodLimits;
  /** Methods that are shut down, or are there still, against what is the rule. */
  readonly lifeOf: Map<string, 'alive' | 'gone'>;
  /** Epoch ms. */
  readonly now: () => number;
  /** The world after everything that was due. */
  world(): World;
  /** Starts over from a seed. */
  reseed(seed: number): void;
  /** Saves the world; false where no state file was named. */
  save(): Promise<boolean>;
}

/** Puts a shop together around a world. */
export function makeShop(options: {
  readonly world: World;
  readonly credentials: Credentials;
  readonly now: () => number;
  readonly stateFile: string | undefined;
}): Shop {
  let world = options.world;
  let credentials = options.credentials;
  return {
    get credentials() {
      return credentials;
    },
    giveKey: (apiKey) => {
      credentials = { ...credentials, apiKey };
    },
    faults: new FaultQueue(world.seed),
    log: new RequestLog(),
    limiter: new RateLimiter(),
    methodLimits: new MethodLimits(),
    lifeOf: new Map(),
    now: options.now,
    world: () => {
      settle(world, options.now());
      return world;
    },
    reseed: (seed) => {
      world = newWorld(seed, options.now());
    },
    save: async () => {
      if (options.stateFile === undefined) return false;
      await saveState(options.stateFile, world);
      return true;
    },
  };
}
