import { reportFailure } from './report-failure.ts';

/** The same function, but what it throws is said and ends nothing else: for the doors where devices and timers come in. */
export function guarded<Args extends readonly unknown[]>(
  work: string,
  run: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      run(...args);
    } catch (cause) {
      reportFailure(work, cause);
    }
  };
}
