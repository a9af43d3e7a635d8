import type { SimulatedScale } from '../simulated-scale.ts';
import { kilograms } from '../voiced-scale.ts';

/** An Adam scale: it answers `P` only while a new weight stands still on the pan, and says each once. */
export function createSimulatedAdamScale(): SimulatedScale {
  let loadTenthsG = 0;
  let isNew = false;
  const put = (tenthsG: number) => {
    loadTenthsG = Math.round(tenthsG);
    isNew = loadTenthsG > 0;
  };
  return {
    put,
    lift: () => put(0),
    loadTenthsG: () => loadTenthsG,
    attach: (end) => ({
      receive: (bytes) => {
        if (!isNew || !Buffer.from(bytes).includes('P\r\n')) return;
        isNew = false;
        end.send(Buffer.from(`${kilograms(loadTenthsG, 9)} kg\r\n`, 'latin1'));
      },
      closed: () => undefined,
    }),
  };
}
