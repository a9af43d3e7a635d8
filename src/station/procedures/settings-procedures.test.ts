import { beforeEach, describe, expect, it } from 'vitest';
import type { BenchFile } from '#contract/bench-file.ts';
import { type ProcedureInput, SettingsView } from '#contract/procedures.ts';
import { lead } from '#domain/packing/testing/sample-bench.ts';
import { openTestBench, sampleBenchFile, type TestBench } from '../packing/testing/test-bench.ts';
import { callProcedure } from './call-procedure.ts';
import type { ProcedureContext } from './procedure-context.ts';
import { testContext } from './testing/test-context.ts';

type Saved = ProcedureInput<'settings.save'>['settings'];

/** A bench with a lead signed in and a file that is really replaced, in memory. */
function openBench(file: BenchFile = sampleBenchFile) {
  const at: TestBench = openTestBench();
  at.bench.signIn(lead);
  const kept = { file };
  const context: ProcedureContext = testContext(at, {
    benchFile: () => kept.file,
    replaceBenchFile: async (changed) => {
      kept.file = changed;
    },
  });
  const read = async (): Promise<Saved> => {
    const answer = await callProcedure(context, 'settings.get', {});
    if (!answer.ok) throw new Error(answer.error.code);
    const { shops: _, people, ...rest } = SettingsView.parse(answer.value);
    return { ...rest, people: people.map(({ hasPin: __, ...person }) => person) };
  };
  const save = async (settings: Saved) => {
    const answer = await callProcedure(context, 'settings.save', { settings });
    return answer.ok ? 'saved' : answer.error.code;
  };
  return { kept, read, save };
}

let bench: ReturnType<typeof openBench>;
beforeEach(() => {
  bench = openBench();
});

describe('settings that are saved', () => {
  it('replace the file that they were read from', async () => {
    const settings = await bench.read();
    expect(await bench.save({ ...settings, cartons: [] })).toBe('saved');
    expect(bench.kept.file.cartons).toEqual([]);
    expect(bench.kept.file.people.map(({ id }) => id)).toEqual(['P1', 'P2', 'L1']);
  });

  it('are refused where they were read from another bench, as the demo is', async () => {
    const demo = openBench({ ...sampleBenchFile, cartons: [] });
    const likeness = openBench();
    for (const other of [demo, likeness])
      expect(await bench.save(await other.read())).toBe('settings-changed');
    expect(bench.kept.file).toEqual(sampleBenchFile);
  });

  it('are refused where the file was changed meanwhile', async () => {
    const early = await bench.read();
    expect(await bench.save({ ...early, scanners: ['sim:'] })).toBe('saved');
    expect(await bench.save({ ...early, cartons: [] })).toBe('settings-changed');
    expect(bench.kept.file).toMatchObject({ scanners: ['sim:'], cartons: sampleBenchFile.cartons });
  });

  it('leave alone what is changed on other ways: the language and the shop', async () => {
    const settings = await bench.read();
    bench.kept.file = {
      ...bench.kept.file,
      language: 'ru',
      shops: [{ kind: 'ozon', clientId: '1', url: 'http://127.0.0.1:1', pollSeconds: 30 }],
    };
    expect(await bench.save({ ...settings, cartons: [] })).toBe('saved');
    expect(bench.kept.file).toMatchObject({ language: 'ru', shops: [{ clientId: '1' }], cartons: [] });
  });
});
