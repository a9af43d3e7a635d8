import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** How large a log may become before it is set aside as `<file>.1`, and that one as `<file>.2`. */
const sizeMostBytes = 5 * 1024 * 1024;

/** Appends to a file and keeps it, with two older ones, below 15 MB. A disk that is full costs lines, never the application. */
export class LogFile {
  readonly #file: string;
  #fd: number | undefined;
  #sizeBytes = 0;

  constructor(file: string) {
    this.#file = file;
    this.#open();
  }

  write(text: string | Uint8Array): void {
    const bytes = Buffer.from(text);
    if (this.#sizeBytes + bytes.length > sizeMostBytes) this.#rotate();
    if (this.#fd === undefined) return;
    try {
      this.#sizeBytes += writeSync(this.#fd, bytes);
    } catch (error) {
      process.stderr.write(`log not written: ${String(error)}\n`);
    }
  }

  #open(): void {
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      this.#fd = openSync(this.#file, 'a', 0o600);
      this.#sizeBytes = fstatSync(this.#fd).size;
    } catch (error) {
      this.#fd = undefined;
      process.stderr.write(`log not opened: ${String(error)}\n`);
    }
  }

  #rotate(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    if (existsSync(`${this.#file}.1`)) renameSync(`${this.#file}.1`, `${this.#file}.2`);
    if (existsSync(this.#file)) renameSync(this.#file, `${this.#file}.1`);
    this.#open();
  }
}
