import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneScanATurn } from './one-scan-a-turn.ts';

describe('codes that come in one packet', () => {
  it('are taken one a turn, the first at once, and whatever an answer set off comes before the next', async () => {
    const happened: string[] = [];
    const line = oneScanATurn((scan: string) => {
      happened.push(scan);
      setImmediate(() => happened.push(`picture of ${scan}`));
    });
    for (const scan of ['A', 'B', 'C']) line.put(scan);
    expect(happened).toEqual(['A']);
    while (happened.length < 6) await nextTurn();
    expect(happened).toEqual(['A', 'picture of A', 'B', 'picture of B', 'C', 'picture of C']);
  });

  it('keep their order and none is lost, however many they are', async () => {
    const taken: number[] = [];
    const line = oneScanATurn((scan: number) => taken.push(scan));
    const sent = Array.from({ length: 2_500 }, (_, index) => index);
    for (const scan of sent) line.put(scan);
    while (taken.length < sent.length) await nextTurn();
    expect(taken).toEqual(sent);
  });

  it('are dropped when the bench ends', async () => {
    const taken: string[] = [];
    const line = oneScanATurn((scan: string) => taken.push(scan));
    line.put('A');
    line.put('B');
    line.close();
    line.put('C');
    await nextTurn();
    expect(taken).toEqual(['A']);
  });
});
