import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import type { CloseReason, Connection, OpenFailure, Transport, WriteFailure } from './transport.ts';

/** A folder that takes whole files: each is either there completely, on the disk, or not at all. */
export type FileConnection = Connection & {
  /** Writes one file; an older one of the same name is replaced. The name must be a plain file name. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<Result<void, WriteFailure>>;
};

/** A folder as a device (`file:DIR`); it is made if it is missing. */
export function fileTransport(directory: string): Transport<FileConnection> {
  const folder = path.resolve(directory);
  return {
    open: async (handlers) => {
      const usable = await prepareFolder(folder);
      if (!usable.ok) return usable;
      let isOpen = true;
      const end = (reason: CloseReason) => {
        if (isOpen) handlers.onClose(reason);
        isOpen = false;
      };
      return ok({
        put: (name, bytes) => putFile(folder, name, bytes),
        // A folder has no stream to write to; only whole files are taken.
        write: async () => err({ code: 'not-open', technical: 'a folder takes files only' }),
        abort: (technical) => end({ code: 'lost', technical }),
        close: async () => end({ code: 'by-us', technical: 'closed' }),
      });
    },
  };
}

async function prepareFolder(folder: string): Promise<Result<void, OpenFailure>> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return ok(undefined);
  } catch (error) {
    const technical = String(error);
    return err({ code: /EACCES|EPERM|EROFS/.test(technical) ? 'no-permission' : 'failed', technical });
  }
}

async function putFile(folder: string, name: string, bytes: Uint8Array): Promise<Result<void, WriteFailure>> {
  if (name !== path.basename(name) || name.startsWith('.')) {
    return err({ code: 'not-open', technical: 'not a plain file name' });
  }
  // Made in the same folder, so that the rename cannot cross a file system; the dot hides it from whoever collects.
  const temporary = path.join(folder, `.${name}.part`);
  try {
    await writeDurably(temporary, bytes);
    await rename(temporary, path.join(folder, name));
    await syncFolder(folder);
    return ok(undefined);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return err({ code: 'not-open', technical: String(error) });
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name itself lives in the folder; Windows cannot open a folder and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
