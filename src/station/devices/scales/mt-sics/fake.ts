import { createFaultyEnds, type Fault } from '../../sim/fault-plan.ts';
import type { SimulatedScale } from '../simulated-scale.ts';

export type SimulatedMtSicsScaleOptions = {
  /** How many answers are still moving after the load has changed; 1 unless told. */
  readonly movingAnswers?: number;
  /** The most the scale carries, in tenths of a gram; 30 kg unless told. */
  readonly maxTenthsG?: number;
  readonly faults?: readonly Fault[];
};

/** A scale that answers MT-SICS: `SI`, `S`, `Z`, `I4`, `@`, and `ES` to what it does not know. */
export function createSimulatedMtSicsScale(options: SimulatedMtSicsScaleOptions = {}): SimulatedScale {
  const { movingAnswers = 1, maxTenthsG = 300_000, faults = [] } = options;
  const withFaults = createFaultyEnds(faults);
  let loadTenthsG = 0;
  let beforeTenthsG = 0;
  let zeroTenthsG = 0;
  let movingLeft = 0;

  const weigh = (): string => {
    if (loadTenthsG > maxTenthsG) return 'S +';
    const isMoving = movingLeft > 0;
    if (isMoving) movingLeft -= 1;
    // While it swings in, the pan shows most of the way from the old load to the new one.
    const shown = isMoving ? Math.round(beforeTenthsG + (loadTenthsG - beforeTenthsG) * 0.8) : loadTenthsG;
    return `S ${isMoving ? 'D' : 'S'} ${((shown - zeroTenthsG) / 10).toFixed(1).padStart(10)} g`;
  };
  const answer = (command: string): string => {
    switch (command) {
      case 'SI':
        return weigh();
      case 'S':
        movingLeft = 0;
        return weigh();
      case 'Z':
        if (movingLeft > 0) return 'Z I';
        zeroTenthsG = loadTenthsG;
        return 'Z A';
      case '@':
      case 'I4':
        return 'I4 A "0000000001"';
      default:
        return 'ES';
    }
  };
  const put = (tenthsG: number) => {
    beforeTenthsG = loadTenthsG;
    loadTenthsG = Math.round(tenthsG);
    movingLeft = movingAnswers;
  };
  return {
    put,
    lift: () => put(0),
    loadTenthsG: () => loadTenthsG,
    attach: (line) => {
      const end = withFaults(line);
      let rest = '';
      return {
        receive: (bytes) => {
          const commands = (rest + Buffer.from(bytes).toString('latin1')).split('\r\n');
          rest = (commands.pop() ?? '').slice(-64);
          for (const command of commands) end.send(Buffer.from(`${answer(command)}\r\n`, 'latin1'));
        },
        closed: () => undefined,
      };
    },
  };
}
