import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSandbox, openSandbox } from '../testing/open-sandbox.ts';

const MAIN = 1_020_000_000_001_000;
const createdSchema = z.object({ carriage_id: z.number() });

let shop: OpenSandbox;
let carriageId = 0;
beforeAll(async () => {
  shop = await openSandbox();
});
afterAll(() => shop.close());

const create = () =>
  shop.call('/v1/carriage/create', { delivery_method_id: MAIN, departure_date: '2026-11-23T00:00:00Z' });
const get = async () => (await shop.call('/v1/carriage/get', { carriage_id: carriageId })).json;
const act = (name: string) => shop.call(`/v2/posting/fbs/act/${name}`, { id: carriageId });

describe('a shipment', () => {
  it('takes all packed postings of the warehouse; a second one finds none', async () => {
    carriageId = createdSchema.parse((await create()).json).carriage_id;
    expect(await get()).toMatchObject({ status: 'new', cancel_availability: { is_cancel_available: true } });
    expect((await create()).json).toMatchObject({ code: 5, message: 'POSTING_NOT_FOUND' });
    const packed = (await shop.postings()).filter((posting) => posting.carriageId === carriageId);
    expect(packed.map(({ substatus }) => substatus)).toEqual(Array(3).fill('posting_in_carriage'));
  });

  it('is found again by warehouse and day', async () => {
    const list = await shop.call('/v2/carriage/delivery/list', {
      filter: { delivery_method_id: MAIN, departure_date: '2026-11-23' },
      limit: 10,
    });
    expect(list.json).toMatchObject({
      methods: [
        { delivery_method_id: MAIN, carriages: [{ id: carriageId, status: 'new', postings_count: 3 }] },
      ],
      has_next: false,
    });
  });

  it('holds exactly the postings that are set, and says which it will not take', async () => {
    const [kept] = (await shop.postings()).filter((posting) => posting.carriageId === carriageId);
    const unpacked = await shop.add({ shape: 'single' });
    const set = await shop.call('/v1/carriage/set-postings', {
      carriage_id: carriageId,
      posting_numbers: [kept?.number, unpacked],
    });
    expect(set.json).toEqual({
      result: [
        { posting_number: kept?.number, result: true, error: '' },
        { posting_number: unpacked, result: false, error: 'not_packaged' },
      ],
    });
    expect(await get()).toMatchObject({ has_postings_for_next_carriage: true });
  });

  it('once approved cannot be changed, and has its documents a moment later', async () => {
    expect((await act('get-pdf')).json).toMatchObject({ message: "The next postings aren't ready" });
    const approved = await shop.call('/v1/carriage/approve', { carriage_id: carriageId });
    expect([approved.status, approved.text]).toEqual([200, '']);
    expect((await shop.call('/v1/carriage/approve', { carriage_id: carriageId })).status).toBe(400);
    expect((await act('check-status')).json).toMatchObject({ result: { status: 'in_process' } });
    shop.pass(400);
    expect(await get()).toMatchObject({ status: 'sended' });
    expect((await act('check-status')).json).toMatchObject({
      result: {
        status: 'ready',
        added_to_act: [expect.any(String)],
        removed_from_act: [expect.any(String), expect.any(String)],
      },
    });
    expect((await act('get-pdf')).text.slice(0, 5)).toBe('%PDF-');
    expect((await act('get-barcode/text')).json).toMatchObject({
      result: expect.stringMatching(/^%303%24\d{9}$/),
    });
    expect((await act('get-barcode')).headers.get('content-type')).toBe('image/png');
    expect((await act('get-postings')).json).toMatchObject({ result: [{ status: 'awaiting_deliver' }] });
    const acts = await shop.call('/v2/posting/fbs/act/list', {
      filter: { date_from: '2026-11-23', date_to: '2026-11-23' },
      limit: 50,
    });
    expect(acts.json).toMatchObject({ result: [{ id: carriageId, status: 'sended' }] });
    expect((await shop.call('/v1/carriage/cancel', { carriage_id: carriageId })).json).toEqual({
      error: 'Incorrect_carriage_status',
      carriage_status: 'sended',
    });
  });

  it('that is cancelled sets its postings free for the next', async () => {
    carriageId = createdSchema.parse((await create()).json).carriage_id;
    expect((await shop.call('/v1/carriage/cancel', { carriage_id: carriageId })).json).toEqual({
      error: '',
      carriage_status: 'cancelled',
    });
    expect((await create()).status).toBe(200);
  });

  it('of an unknown warehouse or number is refused', async () => {
    expect((await shop.call('/v1/carriage/create', { delivery_method_id: 5 })).json).toMatchObject({
      message: 'DELIVERY_METHOD_NOT_FOUND',
    });
    expect((await shop.call('/v1/carriage/get', { carriage_id: 5 })).json).toMatchObject({
      code: 5,
      message: 'CARRIAGE_NOT_FOUND',
    });
  });
});
