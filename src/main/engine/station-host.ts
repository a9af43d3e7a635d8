import type { StationStatus } from '#contract/bridge.ts';
import { type HostToStation, type StationToHost, stationToHostSchema } from '#contract/host-frames.ts';
import type { StationProblem } from '#contract/station-problem.ts';
import type { OwnProcess, ProcessEars } from './own-process.ts';
import { restartAfterDeath } from './restart-policy.ts';

/** What the host needs from outside, so that it can be tested with a station of any kind. */
export interface StationHostParts {
  start(ears: ProcessEars): OwnProcess;
  /** The first frame of every new station. */
  firstFrame(): Promise<HostToStation> | HostToStation;
  /** A monotonic clock, ms. */
  nowMs(): number;
  /** Frames for the windows, unread. */
  relay(frame: unknown): void;
  status(status: StationStatus): void;
  /** What the station asks of main itself. */
  asked(frame: StationToHost): void;
  output(chunk: Buffer): void;
  /** A line for the bench's log about the process itself. */
  note(line: Readonly<Record<string, unknown>>): void;
}

const stopTimeoutMs = 8_000;
const heldMost = 1_000;

/** Keeps one station running: starts it, relays its frames, starts it again when it dies, gives up when it cannot live. */
export class StationHost {
  readonly #parts: StationHostParts;
  #child: OwnProcess | undefined;
  #status: StationStatus = { state: 'starting', restarts: 0 };
  #restartedAtMs: readonly number[] = [];
  #stopping = false;
  /** What the station said of itself before it ended. */
  #problem: StationProblem | undefined;
  /** Frames that came before the station's first frame was ready; nothing may overtake that one. */
  #held: unknown[] | undefined;
  #ended: (() => void) | undefined;

  constructor(parts: StationHostParts) {
    this.#parts = parts;
  }

  get status(): StationStatus {
    return this.#status;
  }

  start(): void {
    this.#stopping = false;
    this.#launch();
  }

  /** A person asks for the station after it gave up: the count of deaths starts anew. Otherwise nothing happens. */
  restart(): void {
    if (this.#status.state !== 'gave-up') return;
    this.#restartedAtMs = [];
    this.#tell({ state: 'starting', restarts: this.#status.restarts + 1 });
    this.#launch();
  }

  /** A window's frame for the station, unread. Dropped while there is no station: the window was told that it is down. */
  fromWindow(frame: unknown): void {
    // Frames with `host` are main's own; a window that sends one is not to be believed.
    if (isHostFrame(frame)) return;
    this.#send(frame);
  }

  tellStation(frame: HostToStation): void {
    this.#send(frame);
  }

  /** Asks the station to flush and end, and ends it after 8 s when it does not. Resolves when it is gone. */
  stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const deadline = setTimeout(() => child.kill(), stopTimeoutMs);
      this.#ended = () => {
        clearTimeout(deadline);
        resolve();
      };
      this.#send({ host: 'stop' } satisfies HostToStation);
    });
  }

  /**
   * Ends the station in order and starts one anew, with whatever `start` now says: another bench in the same window.
   * Windows see `starting` with a higher count, as after any restart. Resolves when the old one is gone.
   */
  async exchange(): Promise<void> {
    this.#tell({ state: 'starting', restarts: this.#status.restarts + 1 });
    await this.stop();
    this.#restartedAtMs = [];
    this.start();
  }

  #launch(): void {
    const child = this.#parts.start({
      started: (pid) => this.#parts.note({ event: 'station-started', pid }),
      frame: (frame) => this.#fromStation(frame),
      output: (chunk) => this.#parts.output(chunk),
      exit: (code) => this.#died(child, code),
    });
    this.#child = child;
    this.#problem = undefined;
    this.#held = [];
    void this.#greet(child);
  }

  async #greet(child: OwnProcess): Promise<void> {
    const first = await this.#parts.firstFrame();
    if (this.#child !== child) return;
    child.post(first);
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const frame of held) child.post(frame);
  }

  #send(frame: unknown): void {
    if (this.#held === undefined) this.#child?.post(frame);
    else if (this.#held.length < heldMost) this.#held.push(frame);
  }

  #fromStation(frame: unknown): void {
    if (!isHostFrame(frame)) {
      this.#parts.relay(frame);
      return;
    }
    const asked = stationToHostSchema.safeParse(frame);
    if (!asked.success) return;
    switch (asked.data.host) {
      case 'ready':
        return this.#tell({ ...this.#status, state: 'up' });
      case 'failed':
        this.#problem = asked.data.problem;
        return this.#send({ host: 'stop' } satisfies HostToStation);
      default:
        this.#parts.asked(asked.data);
    }
  }

  #died(child: OwnProcess, code: number | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#held = undefined;
    this.#parts.note({ event: 'station-ended', code, asked: this.#stopping });
    if (this.#stopping) {
      this.#ended?.();
      return;
    }
    const problem = this.#problem;
    const restartedAtMs = mayPass(problem)
      ? restartAfterDeath(this.#restartedAtMs, this.#parts.nowMs())
      : undefined;
    if (restartedAtMs === undefined) {
      this.#tell({ ...this.#status, state: 'gave-up', ...(problem === undefined ? {} : { problem }) });
      return;
    }
    this.#restartedAtMs = restartedAtMs;
    this.#tell({ state: 'down', restarts: this.#status.restarts + 1 });
    this.#launch();
  }

  #tell(status: StationStatus): void {
    this.#status = status;
    this.#parts.status(status);
  }
}

/** Another process that has the bench may be about to end; nothing else that a station says of itself mends itself. */
function mayPass(problem: StationProblem | undefined): boolean {
  return problem === undefined || problem.code === 'in-use';
}

function isHostFrame(frame: unknown): boolean {
  return typeof frame === 'object' && frame !== null && 'host' in frame;
}
