import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHOD } from '../methods.ts';
import { SMALL_PDF } from '../sample-answers.ts';
import { accountAt, json, raw, type ScriptedShop, startScriptedShop, status } from '../scripted-shop.ts';

let shop: ScriptedShop;
beforeAll(async () => {
  shop = await startScriptedShop();
});
afterAll(() => shop.close());

const carriages = () => accountAt(shop).carriages;
const method = (id: number, over: object) => ({
  ...{ delivery_method_id: id, delivery_method_name: `method ${id}`, carriages: [], errors: null },
  ...over,
});

describe('the handovers of a day', () => {
  it('are all that the shop has, page by page, several of one method too', async () => {
    const both = [
      { id: 0, status: 'new', postings_count: 2 },
      { id: 900, status: 'received', postings_count: 5, carriage_volume: 12.5 },
      { id: '901', status: 'new', postings_count: '1', carriage_volume: 0 },
    ];
    shop.answer(
      METHOD.deliveryList,
      json({
        methods: [
          method(1, {
            ...{ carriages: both, first_mile_type: 'PickUp', mandatory_postings_count: 9 },
            ...{ mandatory_packaged_count: 4, timeslot_from: '09:00', timeslot_to: '21:00' },
          }),
        ],
        ...{ has_next: true, cursor: 'two' },
      }),
      json({
        methods: [method(2, { errors: [{ code: 'has_surge', description: '' }] })],
        ...{ has_next: false, cursor: 'end' },
      }),
    );
    expect(await carriages().listDay('2026-11-24')).toMatchObject({
      value: [
        {
          ...{ id: '1', ready: 2, toPack: 5, isPickup: true, hours: '09:00–21:00', cutoffAt: null },
          handovers: [
            { id: '900', status: 'accepting', shopStatus: 'received', postings: 5, volumeL: 12.5 },
            { id: '901', status: 'open', postings: 1, volumeL: null },
          ],
        },
        { id: '2', problems: ['has_surge'], isPickup: false, handovers: [] },
      ],
    });
    expect(shop.bodies(METHOD.deliveryList)).toEqual([
      { filter: { departure_date: '2026-11-24' }, limit: 1000, cursor: '' },
      { filter: { departure_date: '2026-11-24' }, limit: 1000, cursor: 'two' },
    ]);
  });

  it('end where a shop names the same page for ever', async () => {
    shop.answer(METHOD.deliveryList, json({ methods: [], has_next: true, cursor: 'same' }));
    const before = shop.bodies(METHOD.deliveryList).length;
    expect(await carriages().listDay('2026-11-24')).toEqual({ ok: true, value: [] });
    expect(shop.bodies(METHOD.deliveryList)).toHaveLength(before + 2);
  });
});

describe('a handover', () => {
  it('names its postings with the shop’s words', async () => {
    const posting = { posting_number: '1-1', status: 'not_accepted', seller_error: null };
    shop.answer(METHOD.actPostings, json({ result: [posting] }));
    expect(await carriages().listPostings('900')).toEqual({
      ok: true,
      value: [{ number: '1-1', shopStatus: 'not_accepted', trouble: '', state: 'missing' }],
    });
  });

  it('has the text of its code, once there is one', async () => {
    shop.answer(METHOD.actBarcodeText, json({ result: '%303%1' }), json({ result: '' }));
    expect(await carriages().getBarcodeText('900')).toEqual({ ok: true, value: '%303%1' });
    expect(await carriages().getBarcodeText('900')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['cargo-labels', METHOD.actCargoLabels, raw(200, SMALL_PDF)],
    [
      'discrepancies',
      METHOD.actDiscrepancies,
      json({ content: Buffer.from(SMALL_PDF).toString('base64'), name: 'a.pdf', type: 'pdf' }),
    ],
  ] as const)('has its %s as pages, or not yet, or not at all', async (paper, path, answer) => {
    const no = (message: string) => status(400, { code: 3, message });
    shop.answer(path, answer, no("The next postings aren't ready"), no('Incorrect_carriage_status'));
    expect(await carriages().getPaper('900', paper)).toMatchObject({ value: { state: 'ready' } });
    expect(await carriages().getPaper('900', paper)).toEqual({ ok: true, value: { state: 'not-ready' } });
    expect(await carriages().getPaper('900', paper)).toMatchObject({ error: { code: 'refused' } });
  });
});
