import { describe, expect, it } from 'vitest';
import type { DeviceView } from '#contract/bench-view.ts';
import { labelPrinterNews } from './label-printer.ts';

const printer = (device: string, state: DeviceView['state']): DeviceView => ({
  ...{ device, kind: 'label-printer', at: 'tcp://printer:9100', state, sinceAt: 0, detail: null },
});
const ready = printer('label-printer', 'ready');
const away = printer('label-printer', 'away');
const spare = printer('spare-printer-1', 'ready');

describe('the printer of a label', () => {
  it('is named where there are several', () => {
    expect(labelPrinterNews([ready, spare], 'spare-printer-1').from).toBe(spare);
    expect(labelPrinterNews([ready], 'label-printer').from).toBeNull();
    expect(labelPrinterNews([ready, spare], null).from).toBeNull();
  });

  it('is in the way where it has the label, or where no other can print it', () => {
    expect(labelPrinterNews([away, spare], null).inTheWay).toBeNull();
    expect(labelPrinterNews([away, spare], 'label-printer').inTheWay).toBe(away);
    expect(labelPrinterNews([away], null).inTheWay).toBe(away);
    expect(labelPrinterNews([ready], 'label-printer').inTheWay).toBeNull();
    expect(labelPrinterNews([], null).inTheWay).toBeNull();
  });
});
