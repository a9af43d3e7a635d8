import { EXPRESS_WAREHOUSE, MAIN_WAREHOUSE } from '../account/warehouses.ts';
import { ordinalOf } from '../world/number-range.ts';
import { type SeededRandom, seededRandom } from '../world/seeded-random.ts';
import type { World } from '../world/world.ts';
import type { Posting, PostingTrait, UnitDemand } from './posting.ts';

/** What a new posting is to contain; times in epoch ms. */
export interface PostingWish {
  readonly lines: readonly { readonly sku: number; readonly quantity: number }[];
  readonly shipmentAt: number;
  readonly express?: boolean;
  readonly requiresCountry?: boolean;
  readonly demands?: readonly UnitDemand[];
  readonly demandOfTomorrow?: boolean;
  readonly gtdAfterCountry?: boolean;
  readonly traits?: readonly PostingTrait[];
  readonly companyBuyer?: string | undefined;
}

const DESTINATIONS = [
  'Екатеринбург',
  'Казань',
  'Новосибирск',
  'Санкт-Петербург',
  'Ростов-на-Дону',
  'Хабаровск',
  'Алматы',
  'Минск',
];
const COMPANIES = ['ООО «Ромашка»', 'ИП Петров', 'АО "Северный ветер"'];

/** Adds a posting of a new order to the world; the same order number always gives the same posting. */
export function makePosting(world: World, wish: PostingWish, now: number): Posting {
  const order = world.counters.order;
  const random = seededRandom(world.seed, `posting ${ordinalOf(world)}`);
  world.counters.order += 1;
  const orderNumber = `${70_000_001 + order}-${String(random.int(1, 420)).padStart(4, '0')}`;
  const warehouse = wish.express ? EXPRESS_WAREHOUSE : MAIN_WAREHOUSE;
  const posting: Posting = {
    number: `${orderNumber}-1`,
    orderId: 37_000_000_001 + order * 7,
    orderNumber,
    parentNumber: '',
    relatedNumbers: [],
    status: 'awaiting_packaging',
    substatus: 'posting_created',
    previousSubstatus: '',
    shipping: false,
    inProcessAt: now - random.int(10, 600) * 60_000,
    shipmentAt: wish.shipmentAt,
    shipmentWithoutDelayAt: wish.shipmentAt + 12 * 3_600_000,
    deliveringAt: null,
    changedAt: now,
    shippedAt: null,
    labelReadyAt: null,
    warehouseId: warehouse.warehouseId,
    express: warehouse.express,
    selfDelivered: false,
    trackingNumber: '',
    boxes: 1,
    timeslots: [],
    companyBuyer: companyOf(wish, random),
    destination: random.pick(DESTINATIONS),
    lines: wish.lines.map((line) => ({ sku: line.sku, quantity: line.quantity, country: '' })),
    ...barcodes(world, random),
    barcodesLate: order % 5 === 2,
    requiresCountry: wish.requiresCountry ?? false,
    demands: [...(wish.demands ?? [])],
    traits: [...(wish.traits ?? [])],
    gtdAfterCountry: wish.gtdAfterCountry ?? false,
    gtdSkus: [],
    demandOfTomorrow: wish.demandOfTomorrow ?? false,
    exemplars: [],
    exemplarState: 'none',
    exemplarUpdatePending: false,
    carriageId: null,
    cancellation: null,
    shipFailuresLeft: 0,
    counts: { shipRequests: 0, shipChanges: 0, labelCreations: 0, labelPages: 0, exemplarSets: 0 },
  };
  world.postings.set(posting.number, posting);
  return posting;
}

/** Always asked, so that the same order has the same buyer whatever is wished for. */
function companyOf(wish: PostingWish, random: SeededRandom): string {
  const company = random.int(1, 20) === 1 ? random.pick(COMPANIES) : '';
  return wish.companyBuyer ?? company;
}

/** Barcodes of one package: the older pair (sometimes the same digits twice) and the code of the new label design. */
export function barcodes(
  world: World,
  random: SeededRandom,
): Pick<Posting, 'upperBarcode' | 'lowerBarcode' | 'scanit'> {
  const serial = world.counters.barcode;
  world.counters.barcode += 1;
  const lowerBarcode = `2018${String(serial).padStart(8, '0')}000`;
  const same = serial % 7 === 3;
  return {
    upperBarcode: same ? lowerBarcode : `%101%${String(10_293_145_035 + serial * 13)}`,
    lowerBarcode,
    scanit: `40${String(serial).padStart(9, '0')}${random.digits(5)}`,
  };
}
