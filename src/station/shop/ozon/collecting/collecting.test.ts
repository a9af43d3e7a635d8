import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { accountAt, json, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const collecting = () => accountAt(shop).collecting;
const lost = status(500, { code: 13, message: 'Internal error' });
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]);

describe('the code for fetching returns', () => {
  it('comes as text, and as a picture in an envelope or without one', async () => {
    shop.answer(METHOD.giveoutEnabled, json({ enabled: true }));
    shop.answer(METHOD.giveoutCode, json({ barcode: '%303%24' }));
    shop.answer(
      METHOD.giveoutPicture,
      json({ content_type: 'image/png', file_name: 'x', file_content: png.toString('base64') }),
      json({ file_content: 'no picture' }),
    );
    expect(await collecting().isEnabled()).toEqual({ ok: true, value: true });
    expect(await collecting().getCode()).toEqual({ ok: true, value: '%303%24' });
    expect(await collecting().getCodePicture()).toEqual({ ok: true, value: new Uint8Array(png) });
    expect(await collecting().getCodePicture()).toMatchObject({ error: { code: 'malformed' } });
  });

  it.each([
    ['counts where there is another code', json({ barcode: 'new' }), { ok: true }],
    ['may be asked for again where it is the same', json({ barcode: 'old' }), { error: { code: 'retry' } }],
    ['is unknown where it cannot be read', lost, { error: { code: 'unknown' } }],
  ])('that is made anew %s, and is asked for once', async (_, after, outcome) => {
    shop.answer(METHOD.giveoutRenew, lost);
    shop.answer(METHOD.giveoutCode, after);
    const before = shop.bodies(METHOD.giveoutRenew).length;
    expect(await collecting().renewCode('old')).toMatchObject(outcome);
    expect(shop.bodies(METHOD.giveoutRenew)).toHaveLength(before + 1);
  });
});

it('heaps of returns are listed with how much was given out, item by item', async () => {
  const wire = { giveout_id: '7', giveout_status: 'GIVEOUT_STATUS_APPROVED', warehouse_name: 'PVZ' };
  const counts = { approved_articles_count: 1, total_articles_count: 2 };
  shop.answer(METHOD.giveouts, json({ giveouts: [{ ...wire, ...counts }, {}] }));
  expect(await collecting().listGiveouts()).toMatchObject({
    value: { rows: [{ id: '7', status: 'approved', given: 1, total: 2, place: 'PVZ' }], unread: 1 },
  });
  shop.answer(METHOD.giveout, json({ articles: [{ name: 'Mug', approved: true }, { name: 'Cap' }] }));
  expect(await collecting().listItems('7')).toMatchObject({
    value: [
      { name: 'Mug', isGiven: true },
      { name: 'Cap', isGiven: false },
    ],
  });
});

it('places where returns wait are read page by page', async () => {
  const point = (id: number) => ({ id, name: 'P', returns_count: 3, pass_info: { is_required: true } });
  shop.answer(
    METHOD.returnPoints,
    json({ drop_off_points: [point(1)], has_next: true }),
    json({ drop_off_points: [point(2)], has_next: false }),
  );
  expect(await collecting().listPoints()).toMatchObject({
    value: { rows: [{ id: '1', returns: 3, boxes: 0, needsPass: true }, { id: '2' }], isAll: true },
  });
  expect(shop.bodies(METHOD.returnPoints)).toEqual([
    { pagination: { limit: 500 } },
    { pagination: { limit: 500, last_id: 1 } },
  ]);
});
