import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createPacker } from './harness/packer.ts';
import { runPackbench } from './harness/run-packbench.ts';
import { startBench } from './harness/start-bench.ts';
import { spawnPackbench } from './harness/station-run.ts';

const Ready = z.object({ event: z.literal('ready'), url: z.url(), path: z.string() });

/** The receiver as a process of its own, and the address that a seller would enter at the shop. */
async function startReceiver(home: string): Promise<string> {
  const child = spawnPackbench(['push', '--port', '0', '--home', home]);
  onTestFinished(() => void child.kill());
  if (child.stdout === null) throw new Error('the receiver has no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, path } = Ready.parse(JSON.parse(line));
    return `${url}${path}`;
  }
  throw new Error('the receiver said nothing');
}

it('a cancellation that the shop pushes stops the posting on the bench, long before the next poll', async () => {
  let posting = '';
  const bench = await startBench({
    pollSeconds: 3_600,
    beforeStart: async (shop) => {
      [posting = ''] = await shop.add({ shape: 'single' });
    },
  });
  onTestFinished(() => bench.close());
  const address = await startReceiver(bench.home);
  const run = bench.station();
  await run.until('shop', ({ lastReadAt }) => lastReadAt !== null);
  await createPacker(bench).open(posting);

  await bench.shop.cancel(posting);
  const body = {
    message_type: 'TYPE_POSTING_CANCELLED',
    posting_number: posting,
    seller_id: 1,
    products: [],
  };
  // Repeated and late ones change nothing.
  for (let time = 0; time < 3; time += 1) {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
    expect([answer.status, await answer.json()]).toEqual([200, { result: true }]);
  }
  await run.until('session', (line) => line.posting === posting && line.state === 'stopped');
});

it('an address is made known to the shop once it answers, and again without harm', async () => {
  const bench = await startBench({ pollSeconds: 3_600 });
  onTestFinished(() => bench.close());
  const command = (...args: readonly string[]) =>
    runPackbench('push-address', ...args, '--bench', bench.file);
  const deaf = await command('http://127.0.0.1:9/nobody');
  expect([deaf.code, deaf.stderr]).toEqual([1, expect.stringContaining('REQUEST_ERROR')]);

  const address = await startReceiver(bench.home);
  const outcomes = [];
  for (const more of [[], [], ['--off'], []]) {
    const { stdout } = await command(address, ...more);
    outcomes.push(JSON.parse(stdout));
  }
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'same', 'off', 'changed']);
  expect(JSON.parse((await command()).stdout)).toMatchObject({ url: address, isOn: true, isComplete: true });
  await command(address, '--remove');
  expect((await command()).stdout).toBe('');
});
