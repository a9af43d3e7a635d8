import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { procedures } from '#contract/procedures.ts';
import { lead, samplePosting } from '#domain/packing/testing/sample-bench.ts';
import { openTestBench, type TestBench } from '../packing/testing/test-bench.ts';
import { callProcedure } from './call-procedure.ts';
import type { ProcedureContext } from './procedure-context.ts';
import { testContext } from './testing/test-context.ts';

let at: TestBench;
let context: ProcedureContext;

beforeEach(() => {
  at = openTestBench();
  context = testContext(at, {
    view: () => {
      throw new Error('/secret/path: the view is broken');
    },
  });
});
afterEach(() => vi.restoreAllMocks());

const call = (name: string, input: unknown) => callProcedure(context, name, input);
const codeOf = async (name: string, input: unknown) => {
  const answer = await call(name, input);
  return answer.ok ? 'ok' : answer.error.code;
};

describe('the station’s door', () => {
  it('knows no procedure but its own', async () => {
    for (const name of ['bench.destroy', '__proto__', 'constructor', 'toString', ''])
      expect(await codeOf(name, {})).toBe('unknown-procedure');
  });

  it('refuses everything that wants a name while nobody is signed in, whatever the caller claims', async () => {
    at.bench.signOut();
    for (const [name, { role }] of Object.entries(procedures))
      if (role !== 'anyone')
        expect([name, await codeOf(name, { role: 'lead', actor: 'L1' })]).toEqual([name, 'nobody-signed-in']);
  });

  it('refuses a packer what only a lead may do', async () => {
    const leads = Object.entries(procedures).filter(([, { role }]) => role === 'lead');
    expect(leads.length).toBeGreaterThan(4);
    for (const [name] of leads) expect([name, await codeOf(name, {})]).toEqual([name, 'not-allowed']);
    at.bench.signIn(lead);
    for (const [name] of leads) expect(await codeOf(name, { junk: true })).not.toBe('not-allowed');
  });

  it.each([
    ['bench.scan', { text: 5, source: 'x' }],
    ['bench.scan', { text: 'x'.repeat(5_001), source: 'x' }],
    ['queue.list', { state: 'queued', limit: 1e9, offset: 0 }],
    ['posting.open', null],
    ['manifest.export', { day: '../../etc', format: 'csv' }],
    ['shift.summary', { day: '2026-02-31' }],
  ])('turns away input that does not fit %s', async (name, input) => {
    expect(await codeOf(name, input)).toBe('invalid-input');
  });

  it('answers a failure of its own without a stack or a path', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const answer = await call('bench.view', {});
    expect(JSON.stringify(answer)).not.toMatch(/secret|\.ts|at /);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(written).toHaveBeenCalledWith(expect.stringContaining('the view is broken'));
  });

  it('lets a wedge scanner in without a name, but not past the badge', async () => {
    at.know(samplePosting());
    at.bench.signOut();
    const scan = (text: string) => call('bench.scan', { text, source: 'wedge' });
    expect(await scan(samplePosting().number)).toMatchObject({ value: { code: 'nobody-signed-in' } });
    expect(await scan('PB-BADGE-P1')).toMatchObject({ value: { code: 'signed-in' } });
  });

  it('signs nobody in by a name alone', async () => {
    expect(await codeOf('bench.signIn', { actor: 'L1', pin: '' })).toBe('wrong-pin');
    expect(await codeOf('bench.signIn', { actor: 'X9', pin: '1234' })).toBe('unknown-person');
  });
});
