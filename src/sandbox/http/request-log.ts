/** One request as the stand-in saw it. Never holds a key. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** HTTP status sent; 0 when the connection was closed without a whole answer. */
  readonly status: number;
  readonly tookMs: number;
  /** Kinds of the faults that were played, in order. */
  readonly faults: readonly string[];
  /** Whether an Api-Key header came along (it must not, for files). */
  readonly withKey: boolean;
  /** The JSON body, null when there was none. */
  readonly body: unknown;
}

const KEPT = 5000;

/** The last requests, oldest first. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  /** Remembers one request; the oldest ones are forgotten past 5,000. */
  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT * 2) this.#entries.splice(0, this.#entries.length - KEPT);
  }

  /** The last `count` requests, oldest first, optionally those whose path contains `pathPart`. */
  last(count: number, pathPart = ''): readonly LoggedRequest[] {
    const matching =
      pathPart === '' ? this.#entries : this.#entries.filter((entry) => entry.path.includes(pathPart));
    return matching.slice(-count);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.length = 0;
  }
}
