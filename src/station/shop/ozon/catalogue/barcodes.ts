import { ok } from '#domain/result.ts';
import type { CataloguePort } from '../../catalogue-port.ts';
import type { AccountParts } from '../account-parts.ts';
import { wireId } from '../mapping/wire-id.ts';
import { METHOD } from '../methods.ts';
import { itemTrouble } from './item-trouble.ts';
import { BarcodesAddedAnswer, BarcodesMadeAnswer } from './wire.ts';

const AT_ONCE = 100;

/** `/v1/barcode/add` and `/v1/barcode/generate`; both name only what they did not do. */
export function barcodeMethods({
  client,
}: AccountParts): Pick<CataloguePort, 'addBarcodes' | 'makeBarcodes'> {
  return {
    async addBarcodes(pairs, signal) {
      const asked = pairs.slice(0, AT_ONCE);
      const body = { barcodes: asked.map(({ sku, barcode }) => ({ sku: wireId(sku), barcode })) };
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const answer = await client.call(METHOD.barcodeAdd, body, BarcodesAddedAnswer, options);
      if (!answer.ok) return answer;
      const { errors } = answer.value;
      return ok(
        asked.map(({ sku, barcode }) => {
          const error = errors.find(
            (one) => one.barcode === barcode && (one.sku === null || one.sku === sku),
          );
          return error === undefined ? null : itemTrouble(error.code, error.error);
        }),
      );
    },
    async makeBarcodes(cards, signal) {
      const asked = cards.slice(0, AT_ONCE);
      const options = { effect: 'once', urgency: 'screen', signal } as const;
      const body = { product_ids: asked };
      const answer = await client.call(METHOD.barcodeMake, body, BarcodesMadeAnswer, options);
      if (!answer.ok) return answer;
      const { errors } = answer.value;
      return ok(
        asked.map((card) => {
          const error = errors.find((one) => one.product_id === card);
          return error === undefined ? null : itemTrouble(error.code, error.error);
        }),
      );
    },
  };
}
