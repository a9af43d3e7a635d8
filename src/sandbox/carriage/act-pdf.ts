import { dropOffOf } from '../account/warehouses.ts';
import { MM, pdfBytes } from '../labels/pdf-bytes.ts';
import { unitCount } from '../postings/posting.ts';
import type { World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';
import { contentOf } from './shipments.ts';

const ROWS_PER_PAGE = 40;

/** The shipping list of a shipment on A4, as many pages as it needs. */
export async function actPdf(world: World, carriage: Carriage): Promise<Uint8Array> {
  const { kept } = contentOf(world, carriage);
  const warehouse = dropOffOf(carriage.warehouseId);
  return pdfBytes(carriage.createdAt, 'shipping list', (pdf) => {
    for (let first = 0; first === 0 || first < kept.length; first += ROWS_PER_PAGE) {
      pdf.addPage({ size: 'A4', margin: 0 });
      pdf
        .font('bold')
        .fontSize(14)
        .text(`Лист отгрузки № ${carriage.id}`, 15 * MM, 15 * MM, { lineBreak: false });
      pdf.font('regular').fontSize(10);
      pdf.text(`${warehouse.name} → ${warehouse.dropOffAddress}`, 15 * MM, 23 * MM, { lineBreak: false });
      pdf.text(`Дата: ${carriage.departureDay}. Отправлений: ${kept.length}`, 15 * MM, 29 * MM, {
        lineBreak: false,
      });
      kept.slice(first, first + ROWS_PER_PAGE).forEach((posting, row) => {
        const top = (38 + row * 6) * MM;
        pdf.text(String(first + row + 1), 15 * MM, top, { lineBreak: false });
        pdf.text(posting.number, 28 * MM, top, { lineBreak: false });
        pdf.text(posting.scanit, 75 * MM, top, { lineBreak: false });
        pdf.text(`${unitCount(posting)} шт.`, 130 * MM, top, { lineBreak: false });
        pdf.text(posting.destination, 150 * MM, top, { lineBreak: false });
      });
    }
  });
}
