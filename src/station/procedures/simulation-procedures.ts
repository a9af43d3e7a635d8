import { ok } from '#domain/result.ts';
import { printedLabels } from '../simulation/printed-labels.ts';
import { suggestScans, suggestWeightG } from '../simulation/suggest.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** The simulated devices' panel: what a hand would do with real ones. */
export const simulationProcedures: Handlers<
  'sim.scan' | 'sim.weigh' | 'sim.printer' | 'sim.labels' | 'sim.suggestions'
> = {
  'sim.scan': ({ text }, { devices }) => {
    const scanner = devices()?.simulated?.scanners[0];
    if (scanner === undefined || !scanner.scan(text)) return failed('not-simulated', 'scanner');
    return ok({ done: true });
  },
  'sim.weigh': ({ weightG }, { devices }) => {
    const scale = devices()?.simulated?.scale ?? null;
    if (scale === null) return failed('not-simulated', 'scale');
    if (weightG === 0) scale.lift();
    else scale.put(Math.round(weightG * 10));
    return ok({ done: true });
  },
  'sim.printer': ({ state }, { devices }) => {
    const printer = devices()?.simulated?.labelPrinter ?? null;
    if (printer === null) return failed('not-simulated', 'label-printer');
    printer.setPaperOut(state === 'paper-out');
    if (state === 'off') printer.unplug();
    else printer.plug();
    return ok({ done: true });
  },
  'sim.labels': (_, context) => ok({ labels: printedLabels(context.db) }),
  'sim.suggestions': (_, context) => ok({ scans: suggestScans(context), weightG: suggestWeightG(context) }),
};
