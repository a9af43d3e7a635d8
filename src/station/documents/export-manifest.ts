import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#domain/result.ts';
import { workerFile } from '../workers/worker-file.ts';
import { type ExportMessage, ExportReply, type ExportStart } from './export-messages.ts';
import type { ManifestRow } from './manifest-row.ts';

/** Why there is no manifest file. `cannot-write` names the file system's own code (`ENOSPC`, `EACCES`). */
export type ExportProblem =
  | { readonly code: 'cannot-write'; readonly errno: string; readonly detail: string }
  | { readonly code: 'export-died'; readonly detail: string }
  | { readonly code: 'export-timeout'; readonly detail: string };

export type ExportedManifest = {
  readonly path: string;
  readonly packages: number;
  readonly bytes: number;
};

/** Where the rows come from. */
export type ManifestSource =
  /** A bench's database: the thread reads the packages of the heading's day itself. */
  | { readonly databaseFile: string }
  /** The rows in the order of the manifest, in chunks of any size; read only as fast as they are taken. */
  | { readonly chunks: AsyncIterable<readonly ManifestRow[]> | Iterable<readonly ManifestRow[]> };

export type ExportRequest = ExportStart &
  ManifestSource & { readonly workerUrl?: URL; readonly timeoutMs?: number };

const CHUNK_MAX = 1000;

/**
 * Writes a manifest to `outPath` in a thread of its own, so that no scan waits for it. The file appears whole or not at
 * all.
 */
export async function exportManifest(
  request: ExportRequest,
): Promise<Result<ExportedManifest, ExportProblem>> {
  const { workerUrl, timeoutMs = 120_000, format, outPath, language, heading } = request;
  const start: ExportStart = { format, outPath, language, heading };
  const worker = new Worker(workerUrl ?? workerFile('export-worker'), {
    workerData: start,
    execArgv: [],
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.stdout.resume();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await converse(worker, messagesOf(request), outPath, timeout);
  } finally {
    await worker.terminate();
  }
}

async function* messagesOf(source: ManifestSource): AsyncGenerator<ExportMessage> {
  if ('databaseFile' in source) yield { kind: 'read', databaseFile: source.databaseFile };
  else {
    for await (const chunk of source.chunks) {
      for (let at = 0; at < chunk.length; at += CHUNK_MAX) {
        yield { kind: 'rows', rows: [...chunk.slice(at, at + CHUNK_MAX)] };
      }
    }
  }
  yield { kind: 'end' };
}

/** Answers each `more` with the next message until the worker has written, failed, died or taken too long. */
function converse(
  worker: Worker,
  messages: AsyncGenerator<ExportMessage>,
  path: string,
  timeout: AbortSignal,
): Promise<Result<ExportedManifest, ExportProblem>> {
  return new Promise((resolve, reject) => {
    const hear = async (message: unknown): Promise<void> => {
      const reply = ExportReply.parse(message);
      if (reply.kind === 'written') {
        resolve(ok({ path, packages: reply.packages, bytes: reply.bytes }));
      } else if (reply.kind === 'failed') {
        resolve(err({ code: 'cannot-write', errno: reply.code, detail: reply.detail }));
      } else {
        const next = await messages.next();
        if (next.done !== true) worker.postMessage(next.value);
      }
    };
    // A failure while reading rows is the caller's own and is thrown to the caller.
    worker.on('message', (message: unknown) => void hear(message).catch(reject));
    worker.on('error', (error: unknown) => {
      resolve(err({ code: 'export-died', detail: error instanceof Error ? error.message : String(error) }));
    });
    worker.on('exit', (code) => resolve(err({ code: 'export-died', detail: `exit code ${code}` })));
    timeout.addEventListener('abort', () => {
      resolve(err({ code: 'export-timeout', detail: 'the manifest was not written in time' }));
    });
  });
}
