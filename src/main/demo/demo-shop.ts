import { DemoShopReady } from '#contract/demo-shop-frames.ts';
import type { HostToStation } from '#contract/host-frames.ts';
import type { OwnProcess, ProcessEars } from '../engine/own-process.ts';
import { restartAfterDeath } from '../engine/restart-policy.ts';

/** What the demo shop needs from outside, so that it can be tested with a process of any kind. */
export interface DemoShopParts {
  /** Starts the shop's file with these arguments. */
  start(args: readonly string[], ears: ProcessEars): OwnProcess;
  readonly stateFile: string;
  /** A monotonic clock, ms. */
  nowMs(): number;
  output(chunk: Buffer): void;
  /** A line for the bench's log about the process itself. */
  note(line: Readonly<Record<string, unknown>>): void;
}

const startTimeoutMs = 20_000;
const stopTimeoutMs = 5_000;

/**
 * The stand-in marketplace of the demo, in a process of its own. When it dies it is started again at the same address,
 * as long as it does not die all the time.
 */
export class DemoShop {
  readonly #parts: DemoShopParts;
  #process: OwnProcess | undefined;
  #ready: DemoShopReady | undefined;
  #restartedAtMs: readonly number[] = [];
  #isStopping = false;
  #gone: (() => void) | undefined;

  constructor(parts: DemoShopParts) {
    this.#parts = parts;
  }

  /** Starts the shop, or answers where it is when it runs. Rejects when it ends, or is silent for 20 s, before it listens. */
  start(): Promise<DemoShopReady> {
    if (this.#process !== undefined && this.#ready !== undefined) return Promise.resolve(this.#ready);
    this.#isStopping = false;
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        reject(new Error('the demo shop does not start'));
        this.#process?.kill();
      }, startTimeoutMs);
      this.#launch(0, {
        ready(where) {
          clearTimeout(deadline);
          resolve(where);
        },
        failed(code) {
          clearTimeout(deadline);
          reject(new Error(`the demo shop ended with code ${code}`));
        },
      });
    });
  }

  /** Lets the shop save its state and end; ends it after 5 s when it does not. */
  stop(): Promise<void> {
    this.#isStopping = true;
    const running = this.#process;
    if (running === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const deadline = setTimeout(() => running.kill(), stopTimeoutMs);
      this.#gone = () => {
        clearTimeout(deadline);
        resolve();
      };
      running.post({ host: 'stop' } satisfies HostToStation);
    });
  }

  #launch(
    port: number,
    first: { ready(where: DemoShopReady): void; failed(code: number | null): void },
  ): void {
    const { stateFile, note, output } = this.#parts;
    const launched = this.#parts.start(['--state', stateFile, '--port', String(port)], {
      started: (pid) => note({ event: 'demo-shop-started', pid }),
      frame: (frame) => {
        const ready = DemoShopReady.safeParse(frame);
        if (!ready.success) return;
        this.#ready = ready.data;
        first.ready(ready.data);
      },
      output,
      exit: (code) => {
        if (this.#process !== launched) return;
        note({ event: 'demo-shop-ended', code, asked: this.#isStopping });
        this.#died();
        first.failed(code);
      },
    });
    this.#process = launched;
  }

  #died(): void {
    const where = this.#ready;
    this.#process = undefined;
    this.#ready = undefined;
    this.#gone?.();
    this.#gone = undefined;
    if (this.#isStopping || where === undefined) return;
    const restartedAtMs = restartAfterDeath(this.#restartedAtMs, this.#parts.nowMs());
    if (restartedAtMs === undefined) return;
    this.#restartedAtMs = restartedAtMs;
    this.#launch(Number(new URL(where.url).port), { ready: () => undefined, failed: () => undefined });
  }
}
