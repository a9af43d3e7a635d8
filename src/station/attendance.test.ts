import { afterEach, expect, it, vi } from 'vitest';
import { createAttendance } from './attendance.ts';

afterEach(() => vi.restoreAllMocks());

it('a step that fails stops none of the others, and is tried again', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const done: string[] = [];
  let failures = 0;
  const attendance = createAttendance(
    [
      () => {
        failures += 1;
        throw new Error('disk full');
      },
      () => done.push('desk'),
    ],
    5,
  );
  attendance.soon();
  await vi.waitFor(() => expect(failures).toBeGreaterThan(1));
  attendance.close();
  expect(done.length).toBe(failures);
});
