import bwipjs from 'bwip-js/node';
import { z } from 'zod';
import { type ApiMethods, method } from '../http/api-method.ts';
import { type ApiReply, json, notFound } from '../http/api-reply.ts';
import { int64, timeText } from '../http/proto-fields.ts';
import { MM, pdfBytes } from '../labels/pdf-bytes.ts';
import { productOf, type World } from '../world/world.ts';
import type { Giveout } from './giveout.ts';
import { RETURN_PLACE } from './return-place.ts';

const nothing = z.object({});

/** `/v1/return/giveout/*` and `/v1/returns/company/fbs/info`: how a seller fetches what came back. */
export const giveoutMethods: ApiMethods = {
  '/v1/return/giveout/is-enabled': method(nothing, (_, { world }) =>
    json({ enabled: world.collecting.enabled }),
  ),
  '/v1/return/giveout/barcode': method(nothing, (_, { world }) => json({ barcode: codeOf(world) })),
  '/v1/return/giveout/get-png': method(nothing, (_, { world }) => picture(world)),
  '/v1/return/giveout/get-pdf': method(nothing, async (_, { world, now }) => ({
    ...{ kind: 'bytes', contentType: 'application/pdf' },
    bytes: await sheet(codeOf(world), now),
  })),
  '/v1/return/giveout/barcode-reset': method(nothing, (_, { world }) => {
    world.collecting.codeNumber += 1;
    return picture(world);
  }),
  '/v1/return/giveout/list': method(
    z.object({ last_id: int64.nullish(), limit: int64 }),
    ({ last_id, limit }, { world }) =>
      json({
        giveouts: world.collecting.giveouts
          .filter(({ id }) => id > (last_id ?? 0))
          .slice(0, limit)
          .map((giveout) => ({
            ...head(giveout),
            created_at: timeText(giveout.createdAt),
            warehouse_id: RETURN_PLACE.id,
            approved_articles_count: giveout.returns.filter(({ approved }) => approved).length,
            total_articles_count: giveout.returns.length,
          })),
      }),
  ),
  '/v1/return/giveout/info': method(z.object({ giveout_id: int64 }), ({ giveout_id }, { world }) => {
    const giveout = world.collecting.giveouts.find(({ id }) => id === giveout_id);
    if (giveout === undefined) return notFound('GIVEOUT_NOT_FOUND');
    const articles = giveout.returns.flatMap(({ id, approved }) => {
      const back = world.returns.get(id);
      if (back === undefined) return [];
      const { name } = productOf(world, back.sku);
      return [{ approved, name, delivery_schema: 'GIVEOUT_DELIVERY_SCHEMA_FBS', seller_id: 1 }];
    });
    return json({ ...head(giveout), articles });
  }),
  '/v1/returns/company/fbs/info': method(
    z.object({
      filter: z.object({ place_id: int64.nullish() }).nullish(),
      pagination: z.object({ last_id: int64.nullish(), limit: int64.refine((limit) => limit <= 500) }),
    }),
    ({ filter, pagination }, { world }) => {
      const isOther = (filter?.place_id ?? 0) !== 0 && filter?.place_id !== RETURN_PLACE.id;
      const isBehind = (pagination.last_id ?? 0) >= RETURN_PLACE.id;
      const count = world.returns.size;
      if (isOther || isBehind || count === 0) return json({ drop_off_points: [], has_next: false });
      const point = {
        ...{ id: RETURN_PLACE.id, place_id: RETURN_PLACE.id, name: RETURN_PLACE.name },
        ...{ address: RETURN_PLACE.address, box_count: Math.ceil(count / 10), returns_count: count },
        ...{ pass_info: { count: 0, is_required: true }, utc_offset: '+03:00', warehouses_ids: ['1'] },
      };
      return json({ drop_off_points: [point], has_next: false });
    },
  ),
};

function head({ id, status }: Giveout) {
  return {
    ...{ giveout_id: id, giveout_status: `GIVEOUT_STATUS_${status}` },
    ...{ warehouse_name: RETURN_PLACE.name, warehouse_address: RETURN_PLACE.address },
  };
}

function codeOf({ collecting }: World): string {
  return `%303%${24_204_080_000 + collecting.codeNumber}`;
}

async function picture(world: World): Promise<ApiReply> {
  return { kind: 'bytes', contentType: 'image/png', bytes: await code128(codeOf(world)) };
}

function code128(text: string): Promise<Uint8Array> {
  return bwipjs.toBuffer({
    ...{ bcid: 'code128', text, scale: 3, height: 15 },
    ...{ paddingwidth: 10, paddingheight: 4, backgroundcolor: 'FFFFFF' },
  });
}

async function sheet(code: string, now: number): Promise<Uint8Array> {
  const png = await code128(code);
  return pdfBytes(now, 'return code', (pdf) => {
    pdf.addPage({ size: 'A4', margin: 0 }).image(Buffer.from(png), 15 * MM, 15 * MM, { width: 90 * MM });
    pdf.font('regular').fontSize(12);
    pdf.text(code, 15 * MM, 60 * MM, { lineBreak: false });
  });
}
