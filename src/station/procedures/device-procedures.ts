import { v7 } from 'uuid';
import type { DocumentPrinter } from '#contract/printer-config.ts';
import type { LabelTarget } from '#domain/labels/printer-language.ts';
import { testCode, testLabel } from '#domain/labels/templates/test-label.ts';
import { ok } from '#domain/result.ts';
import { findDevices } from '../devices/found/find-devices.ts';
import { documentPrinterId, routesOf } from '../devices/printers-of-bench.ts';
import { detectScale } from '../devices/scales/detect-scale.ts';
import { documentTexts } from '../documents/document-texts.ts';
import { localTimeIn } from '../documents/local-time.ts';
import { failed, type Handlers, type ProcedureContext } from './procedure-context.ts';

const deadlineMs = 10_000;

/** Trying a device out: what it says of itself, and for the printer a label that says so on paper. */
export const deviceProcedures: Handlers<
  'device.test' | 'devices.found' | 'scale.detect' | 'scale.order' | 'printer.emptied'
> = {
  'devices.found': async () => ok(await findDevices()),
  'scale.detect': async ({ at }) => {
    const found = await detectScale(at);
    if (found.ok) return ok({ protocol: found.value?.protocol ?? null });
    return failed('device-failed', found.error.code);
  },
  'scale.order': async ({ order }, { devices }) => {
    const outcome = devices()?.orderScale(order) ?? 'away';
    return outcome === 'sent' ? ok({ done: true }) : failed('device-failed', outcome);
  },
  'printer.emptied': async ({ device }, { devices }) => {
    devices()?.printerEmptied(device);
    return ok({ done: true });
  },
  'device.test': async ({ device }, context) => {
    const health = context
      .devices()
      ?.health()
      .find((candidate) => candidate.device === device);
    if (health === undefined) return failed('not-found', device);
    const isPrinter = health.kind === 'label-printer' || health.kind === 'document-printer';
    if (isPrinter && health.state === 'ready') return printTest(device, context);
    return ok({ result: health.state, detail: health.detail });
  },
};

/** What a printer of documents is tried with: as wide as its paper prints, and short. */
function testPaperOf(printer: DocumentPrinter | undefined): LabelTarget {
  switch (printer?.paper) {
    case '58mm':
      return { language: 'escpos', dpi: 203, widthMm: 48, heightMm: 80 };
    case '80mm':
      return { language: 'escpos', dpi: 203, widthMm: 72, heightMm: 100 };
    default:
      return { language: 'pdf', dpi: 300, widthMm: 190, heightMm: 140 };
  }
}

async function printTest(device: string, context: ProcedureContext) {
  const { benchFile, workshop, devices, now } = context;
  const { language } = benchFile();
  const routes = routesOf(benchFile());
  const target =
    device === documentPrinterId
      ? testPaperOf(benchFile().documentPrinter)
      : (routes.find((route) => route.device === device) ?? routes[0]).target;
  const content = {
    printer: `${benchFile().bench} · ${device}`,
    printedAt: localTimeIn(Intl.DateTimeFormat().resolvedOptions().timeZone)(now()),
    words: documentTexts(language).templates.test,
  };
  const drawn = await workshop.own({ label: testLabel(content, target), codes: [testCode], target });
  if (!drawn.ok) return failed('device-failed', drawn.error.code);
  const outcome = await devices()?.print({ id: v7(), bytes: drawn.value.bytes, deadlineMs }, device);
  if (outcome?.kind === 'sent')
    return ok({ result: 'ready', detail: outcome.confirmed ? null : 'status-unknown' });
  return ok({ result: 'attention', detail: outcome?.reason ?? 'no-printer' });
}
