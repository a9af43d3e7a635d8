import type { TextKey } from '../texts/text-shape.ts';
import type { PackingStep } from './packing-step.ts';

/** The one sentence to read at each step, and what helps with it. */
export const instructions: Readonly<
  Record<PackingStep, { readonly title: TextKey; readonly hint: TextKey | null }>
> = {
  start: { title: 'pack.start', hint: 'pack.startHint' },
  'scan-first': { title: 'pack.scanFirst', hint: null },
  'scan-next': { title: 'pack.scanNext', hint: null },
  'scan-marking': { title: 'pack.scanMarking', hint: 'pack.scanMarkingHint' },
  planning: { title: 'pack.planning', hint: null },
  'choose-carton': { title: 'pack.chooseCarton', hint: 'pack.chooseCartonHint' },
  weigh: { title: 'pack.weigh', hint: 'pack.weighHint' },
  'weigh-by-eye': { title: 'pack.weighByEye', hint: 'pack.byEyeHint' },
  'weight-off': { title: 'pack.weighOff', hint: 'pack.weighOffHint' },
  'over-limit': { title: 'pack.overLimit', hint: null },
  finish: { title: 'pack.finish', hint: 'pack.finishHint' },
  'finish-by-eye': { title: 'pack.finishByEye', hint: 'pack.finishHint' },
  'label-wait': { title: 'pack.labelWait', hint: 'pack.labelWaitHint' },
  'label-registering': { title: 'pack.labelWait', hint: 'pack.labelRegisteringHint' },
  'label-offline': { title: 'pack.labelOffline', hint: 'pack.labelOfflineHint' },
  'label-printing': { title: 'pack.labelPrinting', hint: 'pack.labelPrintingHint' },
  'label-not-sent': { title: 'pack.labelNotSent', hint: 'pack.labelNotSentHint' },
  'label-unprintable': { title: 'pack.labelUnprintable', hint: 'pack.labelUnprintableHint' },
  verify: { title: 'pack.verify', hint: 'pack.verifyHint' },
  'verify-interim': { title: 'pack.verifyInterim', hint: 'pack.verifyHint' },
  doubtful: { title: 'pack.doubtful', hint: 'pack.doubtfulHint' },
  'ship-refused': { title: 'pack.shipRefused', hint: 'pack.shipRefusedHint' },
  held: { title: 'pack.start', hint: 'pack.resume' },
  closed: { title: 'pack.start', hint: 'pack.startHint' },
  'put-back': { title: 'pack.start', hint: 'pack.startHint' },
  stopped: { title: 'pack.start', hint: 'pack.startHint' },
};
