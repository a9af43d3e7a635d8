import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLineOutput } from './line-output.ts';

/** A reader that takes nothing until it is told to read on. */
function reader() {
  const read: unknown[] = [];
  let resume: (() => void) | null = null;
  let isStalled = true;
  const stream = new Writable({
    write(chunk, _encoding, done) {
      const take = () => {
        const text = String(chunk);
        if (text !== '') read.push(JSON.parse(text));
        done();
      };
      if (isStalled) resume = take;
      else take();
    },
  });
  return {
    stream,
    read,
    readOn() {
      isStalled = false;
      resume?.();
    },
  };
}

describe('lines for a reader that stalls', () => {
  it('are dropped beyond the bound, counted, and followed by where the bench stands now', async () => {
    const { stream, read, readOn } = reader();
    const output = createLineOutput(stream, { maxWaitingBytes: 20_000 });
    for (let seq = 1; seq <= 1000; seq += 1) output.say({ event: 'verdict', seq, sentence: 'x'.repeat(80) });
    output.say({ event: 'session', state: 'scanning' });
    output.say({ event: 'device', device: 'scale', state: 'away' });
    output.say({ event: 'device', device: 'scale', state: 'ready' });
    expect(stream.writableLength).toBeLessThan(21_000);
    readOn();
    await output.flushed();
    const kept = read.filter((line) => JSON.stringify(line).includes('"verdict"')).length;
    expect(read.slice(kept)).toEqual([
      { event: 'lines-dropped', count: 1000 - kept + 1 },
      { event: 'session', state: 'scanning' },
      { event: 'device', device: 'scale', state: 'ready' },
    ]);
    output.say({ event: 'verdict', seq: 1001 });
    expect(read.at(-1)).toEqual({ event: 'verdict', seq: 1001 });
  });

  it('do not keep the program from ending, nor do those for a reader that is gone', async () => {
    const { stream } = reader();
    const output = createLineOutput(stream, { flushMs: 1 });
    output.say({ event: 'ready' });
    await output.flushed();
    stream.destroy(new Error('EPIPE'));
    output.say({ event: 'ready' });
    await output.flushed();
  });
});
