import { type ChildProcess, fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type UtilityProcess, utilityProcess } from 'electron';

/** What is needed to start one of our own files as a process. All paths are absolute. */
export interface OwnProcessStart {
  /** As the system lists it, e.g. `packbench-station`. */
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  /** A Node 24 executable, for an Electron that is too old to run the file itself. */
  readonly nodeExecutable: string;
}

/** What a running process tells: that it lives, each of its frames, its output, and its end. */
export interface ProcessEars {
  started(pid: number | undefined): void;
  frame(frame: unknown): void;
  output(chunk: Buffer): void;
  exit(code: number | null): void;
}

/** One running process, whichever kind it is. Frames are structured clones in both. */
export interface OwnProcess {
  post(frame: unknown): void;
  kill(): void;
}

/** The SQLite addon needs Node-API 10 (Node 22.14, Electron 36); below that it crashes on load. */
const nodeApiNeeded = 10;

/** A utility process where this Electron's Node-API carries the station, else a plain Node child. */
export function startOwnProcess(start: OwnProcessStart, ears: ProcessEars): OwnProcess {
  const nodeApi = Number(process.versions.napi ?? 0);
  return nodeApi >= nodeApiNeeded ? startUtilityProcess(start, ears) : startNodeChild(start, ears);
}

function startUtilityProcess(start: OwnProcessStart, ears: ProcessEars): OwnProcess {
  const child: UtilityProcess = utilityProcess.fork(start.file, [...start.args], {
    serviceName: start.name,
    stdio: 'pipe',
    env: start.env,
  });
  child.on('spawn', () => ears.started(child.pid));
  child.on('message', (frame: unknown) => ears.frame(frame));
  child.on('exit', (code) => ears.exit(code));
  listen(child.stdout, ears);
  listen(child.stderr, ears);
  return {
    post: (frame) => child.postMessage(frame),
    kill: () => child.kill(),
  };
}

function startNodeChild(start: OwnProcessStart, ears: ProcessEars): OwnProcess {
  const child: ChildProcess = fork(start.file, [...start.args], {
    execPath: start.nodeExecutable,
    execArgv: [],
    env: start.env,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let ended = false;
  const end = (code: number | null) => {
    if (ended) return;
    ended = true;
    ears.exit(code);
  };
  child.on('spawn', () => ears.started(child.pid));
  child.on('message', (frame: unknown) => ears.frame(frame));
  child.on('exit', end);
  // A Node executable that is missing is a process that died at once.
  child.on('error', (error) => {
    ears.output(
      Buffer.from(
        `${JSON.stringify({ event: 'process-not-started', name: start.name, reason: error.message })}\n`,
      ),
    );
    if (child.pid === undefined) end(null);
  });
  listen(child.stdout, ears);
  listen(child.stderr, ears);
  return {
    post(frame) {
      // A frame for a process that is dying is lost; its `exit` says so to the window.
      if (child.connected && isSendable(frame)) child.send(frame, () => undefined);
    },
    kill: () => void child.kill(),
  };
}

/** `undefined` and `null` are no frames, and Node refuses to send them. */
function isSendable(frame: unknown): frame is object {
  return typeof frame === 'object' && frame !== null;
}

function listen(stream: Readable | NodeJS.ReadableStream | null, ears: ProcessEars): void {
  stream?.on('data', (chunk: Buffer) => ears.output(chunk));
}
