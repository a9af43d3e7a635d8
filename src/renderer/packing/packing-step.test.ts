import { describe, expect, it } from 'vitest';
import { controlsFor, packingStep } from './packing-step.ts';
import { samplePackage, sampleSession } from './testing/sample-session.ts';

describe('what the packer is asked to do', () => {
  it('is to scan, first a posting, then its items', () => {
    expect(packingStep(null, 'online')).toBe('start');
    expect(packingStep(sampleSession({ packages: [samplePackage({ units: 0 })] }), 'online')).toBe(
      'scan-first',
    );
    expect(packingStep(sampleSession(), 'online')).toBe('scan-next');
  });

  it('is to scan the marking code where one is wanted', () => {
    const pending = { kind: 'marking-code', sku: 'A' };
    expect(packingStep(sampleSession({ pending }), 'online')).toBe('scan-marking');
  });

  it('is to weigh the full package, unless nothing is weighed here', () => {
    expect(packingStep(sampleSession({ phase: 'weighing' }), 'online')).toBe('weigh');
    expect(packingStep(sampleSession({ phase: 'weighing', requireWeight: false }), 'online')).toBe('finish');
  });

  it('is to choose a carton where none could be suggested', () => {
    const packages = [samplePackage({ carton: null, cartonInnerMm: null, isCartonNeeded: true })];
    expect(packingStep(sampleSession({ phase: 'weighing', packages }), 'online')).toBe('choose-carton');
    expect(packingStep(sampleSession({ phase: 'weighing', packages, isPlanned: false }), 'online')).toBe(
      'planning',
    );
  });

  it('is to weigh what fits no carton, or to end it where nothing is weighed: no carton is waited for', () => {
    const packages = [samplePackage({ carton: null, cartonInnerMm: null })];
    const weighing = sampleSession({ phase: 'weighing', packages });
    expect(packingStep(weighing, 'online')).toBe('weigh-by-eye');
    expect(packingStep({ ...weighing, requireWeight: false }, 'online')).toBe('finish-by-eye');
    expect(controlsFor('finish-by-eye', false)).toContain('ok');
  });

  it('may be ended with OK where nothing is weighed, also before a carton was named', () => {
    expect(controlsFor('choose-carton', false)).toEqual(['ok', 'undo', 'hold']);
    expect(controlsFor('choose-carton', true)).not.toContain('ok');
  });

  it('is to look inside when the weight is off', () => {
    const weightRefusal = {
      weightG: 300,
      expectedG: 500,
      toleranceG: 30,
      explainedBy: null,
      explainedByName: null,
    };
    expect(packingStep(sampleSession({ phase: 'weighing', weightRefusal }), 'online')).toBe('weight-off');
  });

  it.each([
    ['none', 'online', 'label-wait'],
    ['none', 'offline', 'label-offline'],
    ['ready', 'online', 'label-printing'],
    ['queued', 'online', 'label-printing'],
    ['not-sent', 'online', 'label-not-sent'],
    ['unprintable', 'online', 'label-unprintable'],
  ] as const)('follows the label: %s while the shop is %s means %s', (label, shop, step) => {
    const session = sampleSession({
      phase: 'labelling',
      packages: [samplePackage({ label, isPacked: true })],
    });
    expect(packingStep(session, shop)).toBe(step);
  });

  it('is to wait for the shop to register the parcel, and says so', () => {
    const packages = [samplePackage({ label: 'none', isPacked: true })];
    const session = sampleSession({ phase: 'labelling', packages, isRegistering: true });
    expect(packingStep(session, 'online')).toBe('label-registering');
    expect(packingStep(session, 'offline')).toBe('label-offline');
  });

  it('is to scan the label that came out, and never to trust a doubtful one', () => {
    const verifying = (change: Parameters<typeof samplePackage>[0]) =>
      packingStep(sampleSession({ phase: 'verifying', packages: [samplePackage(change)] }), 'online');
    expect(verifying({ label: 'sent' })).toBe('verify');
    expect(verifying({ label: 'sent', isInterim: true })).toBe('verify-interim');
    expect(verifying({ label: 'doubtful' })).toBe('doubtful');
  });

  it('is to put aside what the shop refused', () => {
    const shipRefusal = { shopCode: 'X', detail: 'no' };
    expect(packingStep(sampleSession({ phase: 'labelling', shipRefusal }), 'online')).toBe('ship-refused');
  });

  it('may print an interim label wherever the shop’s own does not come or cannot be printed', () => {
    for (const step of ['label-wait', 'label-registering', 'label-offline', 'label-unprintable'] as const)
      expect(controlsFor(step, true)).toEqual(['next', 'hold']);
  });
});
