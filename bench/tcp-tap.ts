import { connect, createServer, type Socket } from 'node:net';

/** A line between two sides that tells when a text has passed. */
export type TcpTap = {
  readonly port: number;
  /** When the text last went through whole, ms of `performance.now()`; null while it has not. */
  readonly lastSeenMs: () => number | null;
  /** Settles when it goes through the next time. */
  readonly nextSeen: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Puts a tap in front of a TCP port. `from` says which side's bytes are watched. */
export async function startTcpTap(
  to: { readonly host: string; readonly port: number },
  watch: { readonly from: 'caller' | 'called'; readonly text: string },
): Promise<TcpTap> {
  const sockets = new Set<Socket>();
  let waiting: ((seenMs: number) => void)[] = [];
  let lastSeenMs: number | null = null;
  const seen = () => {
    lastSeenMs = performance.now();
    for (const resolve of waiting.splice(0)) resolve(lastSeenMs);
    waiting = [];
  };
  const server = createServer({ noDelay: true }, (caller) => {
    const called = connect({ ...to, noDelay: true });
    const watched = watch.from === 'caller' ? caller : called;
    watched.on('data', watchFor(watch.text, seen));
    for (const [socket, other] of [
      [caller, called],
      [called, caller],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      // Which side broke the line does not matter: both end.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroySoon();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    lastSeenMs: () => lastSeenMs,
    nextSeen: () => new Promise((resolve) => waiting.push(resolve)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Finds a text in a stream, also where it is cut in two. */
function watchFor(text: string, seen: () => void): (bytes: Buffer) => void {
  let tail = '';
  return (bytes) => {
    const recent = tail + bytes.toString('latin1');
    if (recent.includes(text)) seen();
    tail = recent.slice(-(text.length - 1));
  };
}
