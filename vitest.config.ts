import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/*.test.ts'],
          // Long enough on a machine that does ten things at once: a test that hangs is found all the same.
          testTimeout: 60_000,
          // Its own choice is one less than there are cores, which leaves a small machine half idle.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'station',
          include: ['tests/station/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          // Every file runs a whole station with its sockets, and waits for it half of the time.
          maxWorkers: 3,
        },
      },
    ],
  },
});
