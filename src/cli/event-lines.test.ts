import { describe, expect, it } from 'vitest';
import { accepted } from '#domain/packing/verdict.ts';
import { createEventLines } from './event-lines.ts';

describe('the lines of packbench station', () => {
  it('puts the verdict’s own fields on the line, flat, so that a script need not dig', () => {
    const lines: Record<string, unknown>[] = [];
    createEventLines((line) => lines.push(line)).say('verdict', {
      seq: 1,
      verdict: accepted('unit-packed'),
      sentence: 'Mug: 1 of 2',
      source: 'scanner-1',
      tookMs: 2.5,
    });
    expect(lines).toEqual([
      expect.objectContaining({
        event: 'verdict',
        kind: 'accepted',
        code: 'unit-packed',
        posting: null,
        tookMs: 2.5,
        seq: 1,
      }),
    ]);
  });

  it('leaves out what only a window needs', () => {
    const lines: unknown[] = [];
    const { say } = createEventLines((line) => lines.push(line));
    say('scale', { tenthsG: 10, isStable: true, status: 'ok', waitingFor: null });
    say('changed', { list: 'queue' });
    expect(lines).toEqual([]);
  });
});
