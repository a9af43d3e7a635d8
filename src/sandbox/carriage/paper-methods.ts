import { z } from 'zod';
import { dropOffOf } from '../account/warehouses.ts';
import { type ApiMethods, method } from '../http/api-method.ts';
import { json, notFound, refused } from '../http/api-reply.ts';
import { int64 } from '../http/proto-fields.ts';
import { MM, pdfBytes } from '../labels/pdf-bytes.ts';
import type { Carriage } from './carriage.ts';

/** Labels of a shipment's cargo places, and the act of what was missing from it. */
export const paperMethods: ApiMethods = {
  '/v2/posting/fbs/act/get-container-labels': method(z.object({ id: int64 }), async ({ id }, { world }) => {
    const carriage = world.carriages.get(id);
    if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
    if (carriage.status === 'new' || carriage.status === 'formed')
      return refused("The next postings aren't ready");
    return { kind: 'bytes', contentType: 'application/pdf', bytes: await cargoLabels(carriage) };
  }),
  '/v1/carriage/act-discrepancy/pdf': method(
    z.object({ carriage_id: int64 }),
    async ({ carriage_id }, { world }) => {
      const carriage = world.carriages.get(carriage_id);
      if (carriage === undefined) return notFound('CARRIAGE_NOT_FOUND');
      if (carriage.status !== 'closed') return refused('Incorrect_carriage_status');
      const bytes = await pdfBytes(carriage.updatedAt, 'act of discrepancy', (pdf) => {
        pdf.addPage({ size: 'A4', margin: 0 }).font('bold').fontSize(14);
        pdf.text(`Акт о расхождениях № ${carriage.id}`, 15 * MM, 15 * MM, { lineBreak: false });
        carriage.missingNumbers.forEach((number, row) => {
          pdf
            .font('regular')
            .fontSize(10)
            .text(number, 15 * MM, (28 + row * 6) * MM, { lineBreak: false });
        });
      });
      const content = Buffer.from(bytes).toString('base64');
      return json({ content, name: `act-${carriage.id}.pdf`, type: 'application/pdf' });
    },
  ),
};

async function cargoLabels(carriage: Carriage): Promise<Uint8Array> {
  const count = Math.max(1, carriage.containersCount);
  return pdfBytes(carriage.createdAt, 'cargo places', (pdf) => {
    for (let place = 1; place <= count; place += 1) {
      pdf.addPage({ size: [75 * MM, 120 * MM], margin: 0 });
      pdf.font('bold').fontSize(16);
      pdf.text(`Грузоместо ${place} / ${count}`, 5 * MM, 10 * MM, { lineBreak: false });
      pdf.font('regular').fontSize(10);
      pdf.text(`Отгрузка ${carriage.id}`, 5 * MM, 22 * MM, { lineBreak: false });
      pdf.text(dropOffOf(carriage.warehouseId).name, 5 * MM, 28 * MM, { lineBreak: false });
    }
  });
}
