import { barcodes } from '../postings/make-posting.ts';
import type { Posting } from '../postings/posting.ts';
import { movePosting, setSubstatus } from '../postings/posting-status.ts';
import { markedSkus } from '../postings/requirements.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { type DueChange, plan, type World } from '../world/world.ts';
import type { PackageWish } from './check-packages.ts';

type ShippedChange = Extract<DueChange['change'], { kind: 'shipped' }>;
type ShippedPackage = ShippedChange['packages'][number];

/** Takes a ship request that has passed every check; answers the numbers that will result. `now` in epoch ms. */
export function beginShip(
  world: World,
  posting: Posting,
  wishes: readonly PackageWish[],
  now: number,
): readonly string[] {
  const suffixes = freeSuffixes(world, posting);
  const pools = exemplarPools(posting);
  const packages = wishes.map(
    (wish, index): ShippedPackage => ({
      number: index === 0 ? posting.number : `${posting.orderNumber}-${suffixes + index - 1}`,
      items: [...wish.items],
      exemplarIds: wish.items.flatMap(({ sku, quantity }) => pools.get(sku)?.splice(0, quantity) ?? []),
    }),
  );
  posting.shipping = true;
  posting.counts.shipChanges += 1;
  setSubstatus(posting, 'posting_packing', now);
  plan(world, {
    at: now + world.timings.shipMs,
    change: { kind: 'shipped', posting: posting.number, packages },
  });
  return packages.map(({ number }) => number);
}

/** Ends a ship request: packed, split into children where asked, or failed. `at` in epoch ms. */
export function finishShip(world: World, change: ShippedChange, at: number): void {
  const posting = world.postings.get(change.posting);
  if (posting === undefined || !posting.shipping) return;
  posting.shipping = false;
  if (posting.shipFailuresLeft > 0) {
    posting.shipFailuresLeft -= 1;
    posting.counts.shipChanges -= 1;
    setSubstatus(posting, 'ship_failed', at);
    return;
  }
  const [first, ...rest] = change.packages;
  if (first === undefined) return;
  const children = rest.map((part) => childOf(world, posting, part));
  keepOnly(posting, first);
  for (const packed of [posting, ...children]) {
    packed.shippedAt = at;
    const { registrationMs } = world.timings;
    if (registrationMs === 0) awaitDeliver(world, packed, at);
    else {
      movePosting(packed, 'awaiting_registration', at);
      plan(world, { at: at + registrationMs, change: { kind: 'registered', posting: packed.number } });
    }
  }
  const family = [posting, ...children].map(({ number }) => number);
  for (const member of [posting, ...children]) {
    member.relatedNumbers = [...new Set([...posting.relatedNumbers, ...family])].filter(
      (number) => number !== member.number,
    );
  }
}

/** Ends the registration of a parcel that still waits for it. `at` in epoch ms. */
export function finishRegistration(world: World, number: string, at: number): void {
  const posting = world.postings.get(number);
  if (posting?.status === 'awaiting_registration') awaitDeliver(world, posting, at);
}

function awaitDeliver(world: World, posting: Posting, at: number): void {
  movePosting(posting, 'awaiting_deliver', at);
  posting.labelReadyAt = at + world.timings.labelReadyMs;
}

/** Takes some units out of a posting into a new one that is packed at once (`ship/package`); answers its number. */
export function splitOffAndShip(
  world: World,
  posting: Posting,
  part: PackageWish,
  exemplarIds: readonly number[],
  now: number,
): string {
  const ids = exemplarIds.length > 0 ? [...exemplarIds] : idsFor(posting, part);
  const number = `${posting.orderNumber}-${freeSuffixes(world, posting)}`;
  const child = childOf(world, posting, { number, items: [...part.items], exemplarIds: ids });
  for (const { sku, quantity } of part.items) {
    const line = posting.lines.find((candidate) => candidate.sku === sku);
    if (line !== undefined) line.quantity -= quantity;
  }
  posting.lines = posting.lines.filter((line) => line.quantity > 0);
  posting.exemplars = posting.exemplars.filter(({ exemplarId }) => !ids.includes(exemplarId));
  if (posting.exemplars.length === 0) posting.exemplarState = 'none';
  posting.relatedNumbers = [...posting.relatedNumbers, number];
  child.relatedNumbers = [posting.number];
  posting.changedAt = now;
  beginShip(world, child, [part], now);
  return number;
}

/**
 * Divides a posting before it is packed: each wish becomes a posting that waits to be packed, and the posting itself ends.
 * `now` in epoch ms.
 */
export function divide(
  world: World,
  posting: Posting,
  wishes: readonly PackageWish[],
  now: number,
): readonly Posting[] {
  const pools = exemplarPools(posting);
  const children = wishes.map((wish) =>
    childOf(world, posting, {
      number: `${posting.orderNumber}-${freeSuffixes(world, posting)}`,
      items: [...wish.items],
      exemplarIds: wish.items.flatMap(({ sku, quantity }) => pools.get(sku)?.splice(0, quantity) ?? []),
    }),
  );
  const family = [...posting.relatedNumbers, posting.number, ...children.map(({ number }) => number)];
  for (const member of [posting, ...children])
    member.relatedNumbers = family.filter((number) => number !== member.number);
  for (const child of children) child.changedAt = now;
  movePosting(posting, 'cancelled_from_split_pending', now);
  return children;
}

/** The next suffix of the order that no posting has. */
function freeSuffixes(world: World, posting: Posting): number {
  let suffix = 2;
  while (world.postings.has(`${posting.orderNumber}-${suffix}`)) suffix += 1;
  return suffix;
}

function exemplarPools(posting: Posting): Map<number, number[]> {
  const pools = new Map<number, number[]>();
  for (const { sku, exemplarId } of posting.exemplars)
    pools.set(sku, [...(pools.get(sku) ?? []), exemplarId]);
  return pools;
}

function idsFor(posting: Posting, part: PackageWish): number[] {
  const pools = exemplarPools(posting);
  return part.items.flatMap(({ sku, quantity }) => pools.get(sku)?.splice(0, quantity) ?? []);
}

function childOf(world: World, parent: Posting, part: ShippedPackage): Posting {
  const child: Posting = {
    ...parent,
    ...barcodes(world, seededRandom(world.seed, part.number)),
    number: part.number,
    parentNumber: parent.number,
    status: 'awaiting_packaging',
    substatus: 'posting_created',
    previousSubstatus: '',
    shipping: false,
    lines: linesOf(parent, part),
    // Exemplar ids do not survive a split.
    exemplars: parent.exemplars
      .filter(({ exemplarId }) => part.exemplarIds.includes(exemplarId))
      .map((exemplar) => ({ ...exemplar, exemplarId: nextExemplarId(world) })),
    shipFailuresLeft: 0,
    counts: { shipRequests: 0, shipChanges: 0, labelCreations: 0, labelPages: 0, exemplarSets: 0 },
  };
  if (markedSkus(child, world).length === 0 && child.demands.length === 0) child.exemplarState = 'none';
  world.postings.set(child.number, child);
  return child;
}

function keepOnly(posting: Posting, part: ShippedPackage): void {
  posting.lines = linesOf(posting, part);
  posting.exemplars = posting.exemplars.filter(({ exemplarId }) => part.exemplarIds.includes(exemplarId));
}

function linesOf(posting: Posting, part: ShippedPackage): Posting['lines'] {
  return posting.lines.flatMap((line) => {
    const quantity = part.items
      .filter(({ sku }) => sku === line.sku)
      .reduce((sum, item) => sum + item.quantity, 0);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}

/** A fresh exemplar id. */
export function nextExemplarId(world: World): number {
  world.counters.exemplar += 1;
  return 1_019_000_000_000_000 + world.counters.exemplar;
}
