import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { FEATURE_METHODS, METHOD } from './methods.ts';
import { SMALL_PDF } from './sample-answers.ts';
import {
  accountAt,
  hangUp,
  json,
  raw,
  type ScriptedShop,
  startScriptedShop,
  status,
} from './scripted-shop.ts';

const ONE = PostingNumber.parse('70000001-0003-1');
const TWO = PostingNumber.parse('70000001-0003-2');
const ID = '900000000001000';
const METHOD_ID = '1020000000001000';
const refused = (message: string, code = 400) => status(code, { code: 3, message });

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
  shop.answer(METHOD.deliveryList, json({ methods: [], has_next: false, cursor: '' }));
  shop.answer(METHOD.carriage, json({ carriage_id: Number(ID), status: 'new' }));
  shop.answer(METHOD.actPostings, json({ result: [{ posting_number: ONE }, { posting_number: TWO }] }));
});
afterEach(() => shop.close());

describe('a handover', () => {
  it('is opened for a delivery method and day', async () => {
    shop.answer(METHOD.carriageCreate, json({ carriage_id: Number(ID) }));
    expect(await accountAt(shop).createHandover(METHOD_ID, '2026-11-24')).toEqual({
      ok: true,
      value: { id: ID, status: 'open', shopStatus: 'new', postings: [ONE, TWO] },
    });
    expect(shop.bodies(METHOD.carriageCreate)).toEqual([
      { delivery_method_id: Number(METHOD_ID), departure_date: '2026-11-24T00:00:00.000Z' },
    ]);
  });

  it('that is open already is taken, so a lost answer never makes a second one', async () => {
    shop.answer(METHOD.carriageCreate, hangUp);
    const account = accountAt(shop);
    expect(await account.createHandover(METHOD_ID, '2026-11-24')).toMatchObject({
      error: { code: 'unknown' },
    });
    const carriages = [
      { id: 0, status: '' },
      { id: 5, status: 'sended' },
      { id: Number(ID), status: 'new' },
    ];
    shop.answer(
      METHOD.deliveryList,
      json({ methods: [{ delivery_method_id: Number(METHOD_ID), carriages }] }),
    );
    expect(await account.createHandover(METHOD_ID, '2026-11-24')).toMatchObject({
      ok: true,
      value: { id: ID },
    });
    expect(shop.bodies(METHOD.carriageCreate)).toHaveLength(1);
  });

  it('without postings is refused in the shop’s words', async () => {
    shop.answer(METHOD.carriageCreate, status(404, { code: 5, message: 'POSTING_NOT_FOUND' }));
    expect(await accountAt(shop).createHandover(METHOD_ID, '2026-11-24')).toMatchObject({
      error: { code: 'refused', shopCode: 'NOT_FOUND' },
    });
  });

  it('reads its postings from the pick list while it has no act', async () => {
    shop.answer(METHOD.actPostings, refused('NOT_FORMED'));
    shop.answer(
      METHOD.carriagePostings,
      json({ postings: [{ posting_number: ONE }], cursor: 'c' }),
      json({ postings: [{ posting_number: TWO }], cursor: '' }),
    );
    expect(await accountAt(shop).getHandover(ID)).toMatchObject({ value: { postings: [ONE, TWO] } });
  });

  it.each([
    ['new', 'open'],
    ['completion_processing', 'approving'],
    ['formed', 'approved'],
    ['sended', 'approved'],
    ['cancelled', 'cancelled'],
    ['beamed', 'unknown'],
  ])('that is %s is %s', async (shopStatus, expected) => {
    shop.answer(METHOD.carriage, json({ carriage_id: ID, status: shopStatus }));
    expect(await accountAt(shop).getHandover(ID)).toMatchObject({ value: { status: expected, shopStatus } });
  });

  it('says which postings were refused, and counts one without an answer as refused', async () => {
    shop.answer(
      METHOD.carriageSetPostings,
      json({
        result: [
          { posting_number: ONE, result: true, error: [] },
          { posting_number: TWO, result: false, error: 'wrong status' },
        ],
      }),
    );
    const three = PostingNumber.parse('3-3-3');
    expect(await accountAt(shop).setHandoverPostings(ID, [ONE, TWO, three])).toEqual({
      ok: true,
      value: {
        refused: [
          { number: TWO, detail: 'wrong status' },
          { number: three, detail: 'not in the answer' },
        ],
      },
    });
  });

  it('is approved once; a second approval finds it done', async () => {
    shop.answer(METHOD.carriageApprove, raw(200, ''));
    expect(await accountAt(shop).approveHandover(ID)).toEqual({ ok: true, value: undefined });
    shop.answer(METHOD.carriageApprove, refused('Incorrect_carriage_status', 409));
    shop.answer(METHOD.carriage, json({ carriage_id: ID, status: 'formed' }));
    expect(await accountAt(shop).approveHandover(ID)).toEqual({ ok: true, value: undefined });
    shop.answer(METHOD.carriage, json({ carriage_id: ID, status: 'new' }));
    expect(await accountAt(shop).approveHandover(ID)).toMatchObject({
      error: { code: 'refused', shopCode: 'Incorrect_carriage_status' },
    });
  });

  it('whose approval got no answer is looked up', async () => {
    shop.answer(METHOD.carriageApprove, hangUp);
    expect(await accountAt(shop).approveHandover(ID)).toMatchObject({ error: { code: 'unknown' } });
    shop.answer(METHOD.carriage, json({ carriage_id: ID, status: 'sended' }));
    expect(await accountAt(shop).approveHandover(ID)).toMatchObject({ ok: true });
  });
});

describe('the document of a handover', () => {
  const act = (word: string) => json({ result: { status: word, added_to_act: [], removed_from_act: null } });
  const ready = { ok: true, value: { state: 'ready', pdf: new Uint8Array(Buffer.from(SMALL_PDF)) } };

  it.each([
    ['bytes', () => raw(200, SMALL_PDF, { 'content-type': 'application/pdf' })],
    [
      'base64 in JSON',
      () => json({ file_content: Buffer.from(SMALL_PDF).toString('base64'), file_name: 'a.pdf' }),
    ],
    ['the same in result', () => json({ result: { content: Buffer.from(SMALL_PDF).toString('base64') } })],
  ])('comes as %s', async (_, reply) => {
    shop.answer(METHOD.actStatus, act('ready'));
    shop.answer(METHOD.actPdf, reply());
    expect(await accountAt(shop).getHandoverDocument(ID)).toEqual(ready);
  });

  it('is waited for while the shop draws it', async () => {
    for (const reply of [
      act('in_process'),
      act("The next postings aren't ready"),
      refused("The next postings aren't ready"),
    ]) {
      shop.answer(METHOD.actStatus, reply);
      expect(await accountAt(shop).getHandoverDocument(ID)).toEqual({
        ok: true,
        value: { state: 'not-ready' },
      });
    }
  });

  it('is refused when the shop failed', async () => {
    shop.answer(METHOD.actStatus, act('error'));
    expect(await accountAt(shop).getHandoverDocument(ID)).toMatchObject({
      error: { code: 'refused', shopCode: 'DOCUMENT_ERROR' },
    });
  });
});

describe('a handover that is called off', () => {
  const carriage = (status: string) => json({ carriage_id: ID, status });

  it('is off when the shop says so, and when it was before', async () => {
    shop.answer(METHOD.carriageCancel, json({ error: '', carriage_status: 'cancelled' }));
    expect(await accountAt(shop).cancelHandover(ID)).toEqual({ ok: true, value: undefined });
    shop.answer(
      METHOD.carriageCancel,
      json({ error: 'Incorrect_carriage_status', carriage_status: 'cancelled' }),
    );
    shop.answer(METHOD.carriage, carriage('cancelled'));
    expect(await accountAt(shop).cancelHandover(ID)).toMatchObject({ ok: true });
  });

  it('is looked up where the answer was lost', async () => {
    shop.answer(METHOD.carriageCancel, hangUp);
    shop.answer(METHOD.carriage, carriage('cancelled'));
    expect(await accountAt(shop).cancelHandover(ID)).toMatchObject({ ok: true });
    shop.answer(METHOD.carriage, carriage('formed'));
    expect(await accountAt(shop).cancelHandover(ID)).toMatchObject({ error: { code: 'unknown' } });
  });

  it('stays where the shop says no, in its word', async () => {
    shop.answer(
      METHOD.carriageCancel,
      json({ error: 'Incorrect_carriage_status', carriage_status: 'sended' }),
    );
    shop.answer(METHOD.carriage, carriage('sended'));
    expect(await accountAt(shop).cancelHandover(ID)).toMatchObject({
      error: { code: 'refused', shopCode: 'Incorrect_carriage_status' },
    });
  });
});

describe('the code of a handover', () => {
  it('is a picture, not ready yet, or nothing that can be shown', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]);
    shop.answer(METHOD.actBarcode, raw(200, png));
    expect(await accountAt(shop).getHandoverBarcode(ID)).toMatchObject({ value: { state: 'ready' } });
    shop.answer(METHOD.actBarcode, status(400, { code: 3, message: "The next postings aren't ready" }));
    expect(await accountAt(shop).getHandoverBarcode(ID)).toEqual({ ok: true, value: { state: 'not-ready' } });
    shop.answer(METHOD.actBarcode, raw(200, '<html>'));
    expect(await accountAt(shop).getHandoverBarcode(ID)).toMatchObject({ error: { code: 'malformed' } });
  });
});

describe('the key’s rights', () => {
  it('name what is missing and when the key expires', async () => {
    const methods = Object.values(FEATURE_METHODS)
      .flat()
      .filter((method) => method !== METHOD.ship && !method.startsWith('/v1/carriage'));
    shop.answer(
      METHOD.roles,
      json({
        expires_at: '2026-12-31T00:00:00Z',
        roles: [
          { name: 'Posting FBS', methods },
          { name: 'Carriage', methods: ['/v1/carriage'] },
        ],
      }),
    );
    expect(await accountAt(shop).checkCredentials()).toEqual({
      ok: true,
      value: {
        expiresAt: Date.parse('2026-12-31T00:00:00Z'),
        missing: [{ feature: 'shipping', methods: [METHOD.ship] }],
      },
    });
  });

  it('of an administrator lack nothing, and a key without an expiry has none', async () => {
    shop.answer(METHOD.roles, json({ expires_at: null, roles: [{ name: 'Admin', methods: null }] }));
    expect(await accountAt(shop).checkCredentials()).toEqual({
      ok: true,
      value: { expiresAt: null, missing: [] },
    });
  });
});
