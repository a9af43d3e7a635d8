import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostingNumber } from '#domain/ids.ts';
import { METHOD } from '../methods.ts';
import { SMALL_PDF } from '../sample-answers.ts';
import {
  accountAt,
  hangUp,
  json,
  raw,
  type ScriptedShop,
  startScriptedShop,
  status,
} from '../scripted-shop.ts';
import { isShopsFile } from './label-file.ts';

const NUMBER = PostingNumber.parse('70000001-0003-1');
const NOT_READY = { ok: true, value: { state: 'not-ready' } };
const READY = { ok: true, value: { state: 'ready', pdf: new Uint8Array(Buffer.from(SMALL_PDF)) } };

let shop: ScriptedShop;
beforeEach(async () => {
  shop = await startScriptedShop();
  shop.answer(
    METHOD.labelCreate,
    json({
      tasks: [
        { task_id: 2, task_type: 'small_label' },
        { task_id: '1', task_type: 'big_label' },
      ],
    }),
  );
  shop.answer('/label.pdf', raw(200, SMALL_PDF));
});
afterEach(() => shop.close());

const task = (code: string, over: object = {}) =>
  json({
    file_url: '',
    status: { code, postings_count: 1, printed_postings_count: 0, unprinted_postings: null },
    error: { code: '', message: '' },
    ...over,
  });
const done = (url = `${shop.url}/label.pdf`) => task('completed', { file_url: url });
const unprinted = (message: string) =>
  task('completed', {
    file_url: `${shop.url}/label.pdf`,
    status: { code: 'completed', unprinted_postings: [{ posting_number: NUMBER, message }] },
  });

describe('labels of several postings in one file', () => {
  const OTHER = PostingNumber.parse('70000001-0004-1');
  const both = [NUMBER, OTHER];

  it('come from one task, and the shop says whose are not in it', async () => {
    shop.answer(METHOD.labelGet, task('in_progress'), unprinted("The next postings aren't ready"));
    const account = accountAt(shop);
    expect(await account.getLabels(both, 'small')).toEqual({ ok: true, value: { state: 'drawing' } });
    expect(await account.getLabels(both, 'small')).toMatchObject({
      value: { state: 'ready', promised: [OTHER] },
    });
    expect(shop.bodies(METHOD.labelCreate)).toEqual([{ posting_numbers: both }]);
    expect(shop.bodies(METHOD.labelGet)).toEqual([{ task_id: 2 }, { task_id: 2 }]);
  });

  it('are not taken in a size that nobody wanted', async () => {
    shop.answer(METHOD.labelCreate, json({ tasks: [{ task_id: 3, task_type: 'big_label' }] }));
    expect(await accountAt(shop).getLabels(both, 'small')).toMatchObject({ error: { code: 'malformed' } });
  });

  it('are not fetched from a foreign address', async () => {
    shop.answer(METHOD.labelGet, done('https://evilozon.ru/label.pdf'));
    expect(await accountAt(shop).getLabels(both, 'big')).toMatchObject({
      error: { code: 'refused', shopCode: 'FOREIGN_ADDRESS' },
    });
  });

  it('whose address has expired come by a new task', async () => {
    shop.answer(METHOD.labelGet, task('pending'), done(), done());
    shop.answer('/label.pdf', raw(410, 'expired'), raw(200, SMALL_PDF));
    const account = accountAt(shop);
    await account.getLabels(both, 'big');
    expect(await account.getLabels(both, 'big')).toMatchObject({
      value: { state: 'ready', promised: both },
    });
    expect(shop.bodies(METHOD.labelCreate)).toHaveLength(2);
  });
});

describe('a label', () => {
  it('goes on with the same task until it is drawn, and takes the big one', async () => {
    shop.answer(METHOD.labelGet, task('pending'), task('in_progress'), done());
    const account = accountAt(shop);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(NOT_READY);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(NOT_READY);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(shop.bodies(METHOD.labelCreate)).toEqual([{ posting_numbers: [NUMBER] }]);
    expect(shop.bodies(METHOD.labelGet)).toEqual([{ task_id: 1 }, { task_id: 1 }, { task_id: 1 }]);
    const download = shop.seen.find((request) => request.path === '/label.pdf');
    expect(download?.headers).not.toHaveProperty('api-key');
  });

  it('comes in the size of the paper, each size by a task of its own', async () => {
    shop.answer(METHOD.labelGet, task('pending'), task('pending'), done());
    const account = accountAt(shop);
    await account.getLabel(NUMBER, 'big');
    await account.getLabel(NUMBER, 'small');
    expect(await account.getLabel(NUMBER, 'small')).toEqual(READY);
    expect(shop.bodies(METHOD.labelGet)).toEqual([{ task_id: 1 }, { task_id: 2 }, { task_id: 2 }]);
    shop.answer(METHOD.labelCreate, json({ tasks: [{ task_id: 3, task_type: 'big_label' }] }));
    expect(await accountAt(shop).getLabel(NUMBER, 'small')).toEqual(READY);
  });

  it('in the elder answer shape is read as well', async () => {
    shop.answer(METHOD.labelCreate, json({ result: { tasks: [{ task_id: 1, task_type: 'big_label' }] } }));
    shop.answer(
      METHOD.labelGet,
      json({ result: { status: 'completed', error: '', file_url: `${shop.url}/label.pdf` } }),
    );
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toEqual(READY);
  });

  it.each([
    [
      'refused at once',
      METHOD.labelCreate,
      () => status(400, { code: 3, message: 'The next postings aren’t ready' }),
    ],
    ['left out of the file', METHOD.labelGet, () => unprinted("The next postings aren't ready")],
    [
      'a failed task',
      METHOD.labelGet,
      () => task('error', { error: { code: 'POSTINGS_NOT_READY', message: '' } }),
    ],
  ])('that is not ready yet is asked for later: %s', async (_, path, reply) => {
    shop.answer(path, reply());
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toEqual(NOT_READY);
  });

  it('that the shop will not print is refused in its words', async () => {
    shop.answer(METHOD.labelGet, unprinted('label not allowed for delivered postings'));
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toMatchObject({
      error: { code: 'refused', detail: 'label not allowed for delivered postings' },
    });
    shop.answer(METHOD.labelCreate, status(400, { code: 3, message: 'INVALID_ARGUMENT' }));
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toMatchObject({
      error: { code: 'refused', shopCode: 'INVALID_ARGUMENT' },
    });
  });

  it('whose address has expired is asked for anew', async () => {
    shop.answer(METHOD.labelGet, task('pending'), done(), done());
    shop.answer('/label.pdf', raw(403, 'expired'), raw(200, SMALL_PDF));
    const account = accountAt(shop);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(NOT_READY);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(shop.bodies(METHOD.labelCreate)).toHaveLength(2);
  });

  it.each([
    ['are never ready', () => shop.answer(METHOD.labelGet, unprinted("The next postings aren't ready"))],
    [
      'have no file',
      () => {
        shop.answer(METHOD.labelGet, done());
        shop.answer('/label.pdf', raw(404, ''));
      },
    ],
  ])('has new tasks less and less often where they %s', async (_, answers) => {
    answers();
    const clock = { at: Date.parse('2026-11-23T08:00:00Z') };
    const account = accountAt(shop, { clock });
    const tasksIn = async (seconds: number) => {
      const before = shop.bodies(METHOD.labelCreate).length;
      for (let second = 0; second < seconds; second += 1) {
        expect(await account.getLabel(NUMBER, 'big')).toEqual(NOT_READY);
        clock.at += 1_000;
      }
      return shop.bodies(METHOD.labelCreate).length - before;
    };
    expect(await tasksIn(60)).toBeLessThan(12);
    expect(await tasksIn(600)).toBeLessThan(18);
    shop.answer(METHOD.labelGet, done());
    shop.answer('/label.pdf', raw(200, SMALL_PDF));
    clock.at += 60_000;
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
  });

  it('whose file was cut is fetched again, by the same task', async () => {
    shop.answer(METHOD.labelGet, done());
    shop.answer('/label.pdf', raw(200, SMALL_PDF.slice(0, 30)), raw(200, SMALL_PDF));
    const account = accountAt(shop);
    expect(await account.getLabel(NUMBER, 'big')).toMatchObject({ error: { code: 'retry' } });
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(shop.bodies(METHOD.labelCreate)).toHaveLength(1);
  });

  it('whose task the shop has forgotten begins a new one', async () => {
    shop.answer(
      METHOD.labelGet,
      task('pending'),
      status(404, { code: 5, message: 'TASK_NOT_FOUND' }),
      done(),
    );
    const account = accountAt(shop);
    await account.getLabel(NUMBER, 'big');
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
  });

  it.each([
    ['a web page', raw(200, '<html>'), 'malformed'],
    ['half a PDF', raw(200, SMALL_PDF.slice(0, 30)), 'retry'],
    ['a lost connection', hangUp, 'retry'],
    ['a busy server', raw(503, ''), 'retry'],
  ])('is not taken from %s', async (_, reply, code) => {
    shop.answer(METHOD.labelGet, done());
    shop.answer('/label.pdf', reply);
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toMatchObject({ ok: false, error: { code } });
  });

  it('is not fetched from a foreign address, not even over a redirect', async () => {
    const other = await startScriptedShop();
    other.answer('/label.pdf', raw(200, SMALL_PDF));
    shop.answer(METHOD.labelGet, done(`${other.url}/label.pdf`), done());
    shop.answer('/label.pdf', raw(302, '', { location: `${other.url}/label.pdf` }));
    const foreign = { ok: false, error: { code: 'refused', shopCode: 'FOREIGN_ADDRESS' } };
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toMatchObject(foreign);
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toMatchObject(foreign);
    expect(other.seen).toEqual([]);
    await other.close();
  });

  it.each([
    ['https://ir.ozone.ru/s3/a.pdf', true],
    ['https://cdn1.ozon.ru/a.pdf', true],
    ['https://api-seller.ozon.ru/a.pdf', true],
    ['http://ir.ozone.ru/a.pdf', false],
    ['https://ir.ozone.ru:8443/a.pdf', false],
    ['https://evilozon.ru/a.pdf', false],
    ['https://ozon.ru.evil.com/a.pdf', false],
    ['https://127.0.0.1/a.pdf', false],
  ])('may come from %s: %s', (url, expected) => {
    expect(isShopsFile(new URL(url), 'https://api-seller.ozon.ru')).toBe(expected);
  });
});

describe('where the shop has no method of today any more', () => {
  const obsolete = () => status(400, { code: 9, message: 'obsolete method cannot be used' });
  const DAY_MS = 86_400_000;

  it('a label comes by an old one, which is remembered for a day', async () => {
    shop.answer(METHOD.labelCreate, obsolete());
    shop.answer(METHOD.labelCreateOld, status(404, { code: 5, message: 'Not Found' }));
    shop.answer(METHOD.labelCreateOldest, json({ result: { task_id: 7 } }));
    shop.answer(
      METHOD.labelGetOld,
      json({ result: { status: 'completed', error: '', file_url: `${shop.url}/label.pdf` } }),
    );
    const clock = { at: Date.parse('2026-11-23T08:00:00Z') };
    const account = accountAt(shop, { clock });
    const asked = () =>
      [METHOD.labelCreate, METHOD.labelCreateOld, METHOD.labelCreateOldest].map(
        (method) => shop.bodies(method).length,
      );
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(asked()).toEqual([1, 1, 2]);
    expect(shop.bodies(METHOD.labelCreateOldest)[0]).toEqual({ posting_number: [NUMBER] });
    clock.at += DAY_MS + 1;
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(asked()).toEqual([2, 2, 3]);
  });

  it('a label comes as the file itself where nothing else is left', async () => {
    for (const method of [METHOD.labelCreate, METHOD.labelCreateOld, METHOD.labelCreateOldest])
      shop.answer(method, obsolete());
    shop.answer(METHOD.labelAtOnce, raw(200, SMALL_PDF));
    expect(await accountAt(shop).getLabel(NUMBER, 'big')).toEqual(READY);
  });

  it('it is asked by today’s method for as long as nothing works', async () => {
    for (const method of [METHOD.labelCreateOld, METHOD.labelCreateOldest, METHOD.labelAtOnce])
      shop.answer(method, obsolete());
    shop.answer(
      METHOD.labelCreate,
      obsolete(),
      obsolete(),
      json({ tasks: [{ task_id: 1, task_type: 'big_label' }] }),
    );
    shop.answer(METHOD.labelGet, done());
    const account = accountAt(shop);
    const refused = { error: { code: 'refused', shopCode: 'OBSOLETE_METHOD' } };
    expect(await account.getLabel(NUMBER, 'big')).toMatchObject(refused);
    expect(await account.getLabel(NUMBER, 'big')).toMatchObject(refused);
    expect(await account.getLabel(NUMBER, 'big')).toEqual(READY);
    expect(shop.bodies(METHOD.labelCreateOld)).toHaveLength(1);
  });

  it.each([
    ['is not there', status(404, { code: 5, message: 'POSTING_NOT_FOUND' })],
    ['is not packed', status(400, { code: 3, message: 'INVALID_ARGUMENT' })],
    ['comes too soon', status(400, { code: 3, message: 'The next postings aren’t ready' })],
  ])('no old one is called for a posting that %s', async (_, reply) => {
    shop.answer(METHOD.labelCreate, reply);
    await accountAt(shop).getLabel(NUMBER, 'big');
    expect(shop.bodies(METHOD.labelCreateOld)).toEqual([]);
  });
});
