import { v7 } from 'uuid';
import type { BenchFile } from '#contract/bench-file.ts';
import type { DocumentOutcome, OwnLabelDocument } from '#contract/document-procedures.ts';
import type { ShopId } from '#domain/ids.ts';
import { chooseRoute } from '#domain/labels/printer-route.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { Devices } from '../devices/devices.ts';
import { labelPrintersOf, routesOf } from '../devices/printers-of-bench.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import { composeOwnLabel } from './own-labels.ts';

export type PrintOwnLabelOptions = {
  readonly db: BenchDatabase;
  readonly benchFile: () => BenchFile;
  readonly workshop: LabelWorkshop;
  /** Whose products are meant; null where no shop is connected. */
  readonly shop: ShopId | null;
  readonly devices: () => Pick<Devices, 'print' | 'health'> | null;
  /** Epoch ms. */
  readonly now: () => number;
};

/** A label that a person waits for is given to the printer within this time or not at all, ms. */
const deadlineMs = 10_000;

/** Draws a label of our own for the printer that can print now, reads it back, and prints it as often as wanted; or says why not. */
export async function printOwnLabel(
  what: OwnLabelDocument,
  { db, benchFile, workshop, devices, shop, now }: PrintOwnLabelOptions,
): Promise<DocumentOutcome> {
  const file = benchFile();
  const label = composeOwnLabel(what, { db, benchFile: file, shop, now: now() });
  if (label === 'empty') return { outcome: 'empty' };
  if (label === 'no-company-prefix') return { outcome: 'refused', reason: label };
  const health = devices()?.health() ?? [];
  const isReady = (id: string) => health.some(({ device, state }) => device === id && state === 'ready');
  const { device, target } = chooseRoute(routesOf(file), null, isReady);
  const wanted = what.document === 'product-label' ? what.copies : 1;
  const copies = target.language === 'png' ? 1 : wanted;
  const drawn = await workshop.own({ label: label.draw(target), codes: label.codes, target, copies });
  if (!drawn.ok) return { outcome: 'refused', reason: drawn.error.code };
  // A picture holds one label, so each copy is a job; every other language repeats the label itself.
  for (let jobs = target.language === 'png' ? wanted : 1; jobs > 0; jobs -= 1) {
    const printed = await devices()?.print({ id: v7(), bytes: drawn.value.bytes, deadlineMs }, device);
    if (printed?.kind !== 'sent') return { outcome: 'refused', reason: printed?.reason ?? 'no-printer' };
  }
  const name = labelPrintersOf(file).find((printer) => printer.device === device)?.name;
  return { outcome: 'printed', printer: name ?? device };
}
