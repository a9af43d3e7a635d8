import { z } from 'zod';
import type { ProductCard } from '#domain/catalogue/product-card.ts';
import { PostingNumber, ShopId } from '#domain/ids.ts';
import type { Posting } from '#domain/posting/posting.ts';
import { startSandbox } from '#sandbox/sandbox.ts';
import { createLimiter } from '#station/shop/ozon/limiter.ts';
import { createOzonAccount } from '#station/shop/ozon/ozon-account.ts';
import type { SellerAccount, UnitFacts } from '#station/shop/seller-account.ts';
import { must } from './must.ts';
import { playHandover } from './play-handover.ts';

/** One call of a method: what was sent, and what the stand-in answered; null where that is no JSON. */
export type Exchange = {
  readonly method: string;
  readonly request: unknown;
  readonly status: number;
  readonly answer: unknown;
};

/** Where to play, and as whom. */
export type Stage = {
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  readonly clock: { at: number };
};

/** When the day begins, epoch ms. */
export const playsFrom = Date.parse('2026-11-23T08:00:00Z');

/** Plays a bench's day and more with the stand-in, so that each method is called once at least; keeps what went over the wire. */
export async function playMethods(through: typeof fetch = fetch): Promise<readonly Exchange[]> {
  const clock = { at: playsFrom };
  const sandbox = await startSandbox({ port: 0, now: () => clock.at });
  const exchanges: Exchange[] = [];
  try {
    await playAt({ ...sandbox, clock, fetch: recording(exchanges, through) });
  } finally {
    await sandbox.close();
  }
  return exchanges;
}

/** Plays it at a shop that may be a recording; throws where the shop does not do as it must. */
export async function playAt({ url, clientId, apiKey, fetch, clock }: Stage): Promise<void> {
  const account = createOzonAccount({
    ...{ url, clientId, apiKey, now: () => clock.at, fetch },
    shop: ShopId.parse('ozon-1'),
    limiter: createLimiter({ perSecond: 10_000 }),
  });
  const admin = adminOf(url, fetch);
  const pass = (ms: number) => {
    clock.at += ms;
  };
  const headers = { 'Client-Id': clientId, 'Api-Key': apiKey, 'Content-Type': 'application/json' };
  const call = async (method: string, body: object) => {
    await fetch(`${url}${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  await admin('/admin/limits', { requestsPerSecond: 10_000 });
  const read = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  const day = { account, admin, read, call, pass };
  await playDay(day);
  await playTheRest(day);
  await playOldLabels(day);
  await playProductImport(day);
}

type Day = {
  readonly account: SellerAccount;
  readonly admin: (path: string, body: object) => Promise<unknown>;
  readonly read: (path: string) => Promise<unknown>;
  /** Calls a method as any other program would. */
  readonly call: (method: string, body: object) => Promise<void>;
  readonly pass: (ms: number) => void;
};

async function playDay({ account, admin, read, call, pass }: Day): Promise<void> {
  must(await account.checkCredentials());
  let cursor: string | null = null;
  do {
    const page: { nextCursor: string | null } = must(
      await account.listUnfulfilled({ cursor, changedSince: null }),
    );
    cursor = page.nextCursor;
  } while (cursor !== null);
  must(await account.listChanges({ cursor: null, changedSince: 0 }));

  const order = async (shape: string): Promise<Posting> => {
    const added = Added.parse(await admin('/admin/postings', { shape }));
    return must(await account.getPosting(added.postings[0]));
  };
  const marked = await order('marked');
  must(await account.getProducts(marked.lines.map(({ sku }) => sku)));
  const several = await order('severalItems');
  const codes: UnitFacts[] = [];
  for (const { sku, quantity, requires } of marked.lines) {
    if (!requires.includes('marking-code')) continue;
    for (let unit = 0; unit < quantity; unit += 1) {
      const { code } = z.object({ code: z.string() }).parse(await read(`/admin/marking-code?sku=${sku}`));
      codes.push({ sku, markingCode: code });
    }
  }
  must(await account.setMarkings(marked.number, codes));
  pass(2_000);
  must(await account.getMarkingState(marked.number));
  const wholeOf = ({ lines }: Posting) => [lines.map(({ sku, quantity }) => ({ sku, quantity }))];
  must(await account.ship(marked.number, wholeOf(marked)));
  must(await account.ship(several.number, wholeOf(several)));
  pass(2_000);
  must(await account.getShipState(several.number));
  must(await account.setMarkings(marked.number, codes));
  pass(2_000);
  must(await account.corrections.correct(marked.number, codes));
  for (let turn = 0; turn < 3; turn += 1) {
    must(await account.getLabel(several.number, 'big'));
    pass(2_000);
  }
  const method = several.deliveryMethod.id;
  const handover = must(await account.createHandover(method, '2026-11-23'));
  must(await account.setHandoverPostings(handover.id, [several.number]));
  // Without an act yet, the postings of a carriage stand in its pick list.
  await admin('/admin/faults', {
    kind: 'refusal',
    method: '/v2/posting/fbs/act/get-postings',
    http: 400,
    code: 3,
    message: 'no act',
  });
  must(await account.getHandover(handover.id));
  must(await account.approveHandover(handover.id));
  pass(5_000);
  must(await account.getHandover(handover.id));
  must(await account.getHandoverDocument(handover.id));
  const shipped = must(await account.getPosting(several.number));
  must(await account.findByBarcode(shipped.labelBarcodes[0] ?? ''));
  const id = Number(handover.id);
  await playHandover({ account, admin }, { id: handover.id, day: '2026-11-23', missing: several.number });
  await call('/v2/posting/fbs/act/list', {
    filter: { date_from: '2026-11-20', date_to: '2026-11-25' },
    limit: 50,
  });
  await call('/v1/carriage/cancel', { carriage_id: id });
}

const Added = z.object({ postings: z.tuple([PostingNumber]) });

/**
 * Calls what the stand-in offers beyond what a bench needs, so that its answers are held against the document as well.
 * `call` answers the parsed body.
 */
async function playTheRest({ account, admin, call, pass }: Day): Promise<void> {
  const order = async (shape: string): Promise<Posting> => {
    const added = Added.parse(await admin('/admin/postings', { shape }));
    return must(await account.getPosting(added.postings[0]));
  };
  const several = await order('severalUnits');
  const unit = several.lines[0];
  if (unit === undefined) throw new Error('a posting has lines');
  const posting_number = several.number;
  const period = { since: '2026-11-20T00:00:00.000Z', to: '2026-11-25T00:00:00.000Z' };
  must(await account.facts.getProfile());
  must(await account.facts.listWarehouses());
  must(await account.facts.listDeliveryMethods());
  await call('/v4/posting/fbs/list', {
    filter: period,
    limit: 10,
    sort_dir: 'ASC',
    with: { barcodes: true },
  });
  must(await account.getAcceptanceLimits(several.number));
  must(await account.declarations.listCountries());
  must(await account.declarations.setCountry(several.number, { sku: unit.sku, country: 'CN' }));
  await call('/v2/posting/fbs/cancel-reason/list', {});
  const cause = { reasonId: '352', message: '' };
  must(await account.cancelling.reasonsFor(several.number));
  must(await account.cancelling.cancelUnits(several.number, [{ sku: unit.sku, quantity: 1 }], cause));
  const boxed = Added.parse(await admin('/admin/postings', { shape: 'severalUnits', traits: ['multibox'] }));
  must(await account.setBoxes(boxed.postings[0], 2));
  const divided = await order('severalUnits');
  const oneOf = ({ lines }: Posting) => lines.slice(0, 1).map(({ sku: one }) => ({ sku: one, quantity: 1 }));
  must(await account.splitting.split(divided.number, oneOf(divided)));
  const ready = await order('severalUnits');
  must(await account.splitting.shipPart(ready.number, oneOf(ready), null));
  const own = await order('single');
  await admin(`/admin/postings/${own.number}/self-delivered`, {});
  must(await account.delivery.setCutoff(own.number, (own.cutoffAt ?? 0) - 60_000));
  must(await account.ship(own.number, [own.lines.map(({ sku: one, quantity }) => ({ sku: one, quantity }))]));
  pass(2_000);
  must(await account.delivery.setTrackingNumber(own.number, 'RA1'));
  must(await account.delivery.setTrackingNumbers([{ posting: own.number, tracking: 'RA2' }]));
  const { from, to } = must(await account.delivery.getTimeslotLimits(own.number));
  must(await account.delivery.setTimeslot(own.number, { from: from ?? 0, to: to ?? 0 }));
  must(await account.delivery.verifyCode(own.number, '1234'));
  for (const step of ['delivering', 'last-mile', 'delivered'] as const)
    must(await account.delivery.tell(own.number, step));
  await admin(`/admin/postings/${own.number}/message`, {});
  must(await account.chats.mayWrite());
  const chat = must(await account.chats.start(own.number));
  must(await account.chats.listChats({ isUnreadOnly: true }));
  const { messages, order: about } = must(await account.chats.getHistory(chat, { before: null, size: 50 }));
  must(await account.chats.getOrder(about));
  must(await account.chats.sendText(chat, 'Tomorrow'));
  must(await account.chats.sendFile(chat, { name: 'box.png', bytes: new Uint8Array(8) }));
  must(await account.chats.markRead(chat, messages[0]?.id ?? ''));
  must(await account.chats.getHistory(chat, { before: messages[0]?.id ?? '', size: 50 }));
  await admin('/admin/accruals', { unit: own.number, day: '2026-11-22' });
  for (const category of ['ITEM', 'NON_ITEM', 'CONTAINER_FEES'])
    await admin('/admin/accruals', { unit: 'other', day: '2026-11-22', category });
  const address = 'http://127.0.0.1:9/push';
  must(await account.notifications.check(address));
  must(await account.notifications.add(address));
  const [notified] = must(await account.notifications.list());
  must(await account.notifications.complete(notified?.id ?? ''));
  must(await account.notifications.switch(notified?.id ?? '', false));
  must(await account.notifications.remove(notified?.id ?? ''));
  must(await account.accruals.listTypes());
  must(await account.accruals.listDay('2026-11-22'));
  must(await account.accruals.listPostings([own.number]));
  const doomed = await order('single');
  must(await account.cancelling.cancel(doomed.number, cause));
  for (const isAgreed of [false, true]) {
    const asked = await order('single');
    await admin(`/admin/postings/${asked.number}/cancellation-request`, {});
    const { rows } = must(await account.afterSale.listCancellationRequests());
    const request = rows.find(({ posting }) => posting === asked.number);
    if (request === undefined) throw new Error('a request that was made is listed');
    must(await account.afterSale.decideCancellation(request, { isAgreed, comment: '' }));
  }
  await admin(`/admin/postings/${posting_number}/return`, {});
  must(await account.afterSale.listReturns(0));
  for (const action of ['1000', '-1', '1020']) {
    await admin(`/admin/postings/${own.number}/return-request`, {});
    const { rows } = must(await account.returnRequests.list('waiting'));
    const id = rows.at(-1)?.id ?? '';
    must(await account.returnRequests.get(id));
    const why = { reasonId: '1', comment: 'worn', amount: 1 };
    must(await account.returnRequests.act(id, { action, ...why }));
  }
  must(await account.returnRequests.list('all'));
  await admin('/admin/giveouts', {});
  const { collecting } = account;
  must(await collecting.isEnabled());
  must(await collecting.renewCode(must(await collecting.getCode())));
  must(await collecting.getCodePicture());
  must(await collecting.getCodeSheet());
  for (const { id } of must(await collecting.listGiveouts()).rows) must(await collecting.listItems(id));
  must(await collecting.listPoints());
  const marked = await order('marked');
  const codes = marked.lines.map((line) => ({ sku: line.sku, markingCode: 'no code' }));
  must(await account.checkMarkings(marked.number, codes));
  await playProducts({ account, call });
}

/** Looks at the seller's products and changes them. */
async function playProducts({ account, call }: Pick<Day, 'account' | 'call'>): Promise<void> {
  const { cards } = must(await account.catalogue.listCards({ cursor: null, isArchived: false }));
  must(await account.catalogue.readCards(cards.slice(0, 2).map(({ id }) => id)));
  const [card] = cards;
  if (card === undefined) throw new Error('the shop has products');
  const { id, sku } = card;
  if (sku === null) throw new Error('a product that is sold has a SKU');
  must(await account.catalogue.addBarcodes([{ sku, barcode: 'PB-NEW' }]));
  must(await account.catalogue.makeBarcodes([id]));
  must(await account.catalogue.writeStocks([{ card: id, warehouse: '1020000000001000', free: 5 }]));
  must(await account.catalogue.readStocks([sku]));
  await call('/v4/product/info/stocks', { filter: { product_id: [id] }, limit: 10 });
  must(await account.catalogue.readPrices([id]));
  const price = { card: id, price: '990', oldPrice: null, minPrice: null, currency: 'RUB' };
  must(await account.catalogue.writePrices([price]));
}

/** Labels at a shop that has only the methods of before, one after the other. */
async function playOldLabels({ account, admin, pass }: Day): Promise<void> {
  const old = ['/v2/posting/fbs/package-label/create', '/v1/posting/fbs/package-label/create'];
  const rest = ['/v1/posting/fbs/package-label/get', '/v2/posting/fbs/package-label'];
  for (const left of [old, old.slice(1), []]) {
    const added = Added.parse(await admin('/admin/postings', { shape: 'single' }));
    const { number, lines } = must(await account.getPosting(added.postings[0]));
    must(await account.ship(number, [lines.map(({ sku, quantity }) => ({ sku, quantity }))]));
    pass(2_000);
    const lives = Object.fromEntries([...left, ...rest].map((path) => [path, 'alive']));
    await admin('/admin/methods', { ...lives, '/v3/posting/fbs/package-label/create': 'gone' });
    for (let turn = 0; turn < 3; turn += 1) {
      must(await account.getLabel(number, 'big'));
      pass(2_000);
    }
  }
}

/** Makes two cards from nothing, one of which the shop declines. */
async function playProductImport({ account, admin, pass }: Day): Promise<void> {
  const { productImport } = account;
  const type = must(await productImport.listTypes('en')).find(({ name }) => name === 'Desk lamp');
  if (type === undefined) throw new Error('there is a kind of goods that is a lamp');
  const attributes = must(await productImport.listAttributes(type, 'en'));
  const brand = { ...type, attributeId: attributes.find(({ hasList }) => hasList)?.id ?? '' };
  const [value] = must(await productImport.listValues(brand, 'en')).values;
  must(await productImport.findValues(brand, 'north'));
  must(await productImport.getQuota());
  await admin('/admin/cards/plan', { offer: 'L-2', declines: 'Not allowed here' });
  const cards = ['L-1', 'L-2', 'L-3'].map(
    (article): ProductCard => ({
      ...{
        article,
        name: 'Lamp',
        price: article === 'L-3' ? '0' : '990.00',
        oldPrice: '1290.00',
        currency: 'RUB',
      },
      ...{ vat: '0.22', lengthMm: 300, widthMm: 200, heightMm: 200, weightG: 900, barcode: '' },
      pictures: ['https://pics.example/gone.jpg'],
      attributes: [
        { id: brand.attributeId, values: [value ?? { id: null, text: '' }] },
        { id: '9048', values: [{ id: null, text: 'L' }] },
        { id: '5092', values: [{ id: null, text: '40' }] },
      ],
    }),
  );
  const { task } = must(await productImport.importCards(type, cards));
  must(await productImport.getImport(task));
  pass(5_000);
  const done = must(await productImport.getImport(task));
  must(await productImport.findCards(cards.map(({ article }) => article)));
  must(await productImport.findLostPictures(done.flatMap(({ productId }) => productId ?? [])));
}

/** A fetch with every call of a method kept. */
function recording(exchanges: Exchange[], through: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await through(input, init);
    const { pathname } = new URL(String(input));
    const isMethod = init?.method === 'POST' && !pathname.startsWith('/admin/');
    if (!isMethod || typeof init.body !== 'string') return response;
    const answer = jsonOf(await response.clone().text());
    exchanges.push({ method: pathname, request: JSON.parse(init.body), status: response.status, answer });
    return response;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function adminOf(url: string, through: typeof fetch) {
  return async (path: string, body: object): Promise<unknown> => {
    const response = await through(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}
