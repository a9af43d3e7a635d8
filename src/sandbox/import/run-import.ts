import type { Product } from '../catalogue/product.ts';
import { dayText } from '../http/proto-fields.ts';
import { plan, type World } from '../world/world.ts';
import { checkItem } from './check-item.ts';
import type { Card, ImportTask, Quota, SentItem } from './import-task.ts';

const FIRST_SKU = 1_700_000_001;
const FIRST_PRODUCT_ID = 700_000_001;
const UNIT_MM: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4 };
const UNIT_G: Readonly<Record<string, number>> = { g: 1, kg: 1000, lb: 453.59237 };

/** Takes a request to create or update cards in; its outcome comes later. */
export function beginImport(world: World, items: readonly SentItem[], now: number): ImportTask {
  const { imports, timings } = world;
  imports.nextTask += 1;
  const task: ImportTask = {
    id: imports.nextTask,
    at: now,
    items: items.map((sent) => ({ sent, status: 'pending', productId: 0, errors: [] })),
  };
  imports.tasks.push(task);
  const quota = currentQuota(world, now);
  quota.inMinute += items.length;
  const isNew = ({ offer_id }: SentItem) => !isKnown(world, offer_id);
  quota.createdToday += items.filter(isNew).length;
  quota.updatedToday += items.filter((item) => !isNew(item)).length;
  plan(world, { at: now + timings.importMs, change: { kind: 'imported', task: task.id } });
  return task;
}

/** The counts of this day (it begins at 03:00 in Moscow, midnight UTC) and minute. */
export function currentQuota({ imports: { quota } }: World, now: number): Quota {
  const minute = Math.floor(now / 60_000);
  if (quota.minute !== minute) Object.assign(quota, { minute, inMinute: 0 });
  const day = dayText(now);
  if (quota.day !== day) Object.assign(quota, { day, createdToday: 0, updatedToday: 0 });
  return quota;
}

/** True where there is a card of this article. */
export function isKnown(world: World, offer: string): boolean {
  if (world.imports.cards.some(({ sent }) => sent.offer_id === offer)) return true;
  for (const { offerId } of world.products.values()) if (offerId === offer) return true;
  return false;
}

/** The time has come: each card of a task is written or refused. */
export function finishImport(world: World, id: number, at: number): void {
  const task = world.imports.tasks.find((one) => one.id === id);
  for (const item of task?.items ?? []) {
    const wanted = world.imports.plans.find(({ offer }) => offer === item.sent.offer_id);
    const errors = wanted !== undefined && 'fails' in wanted ? [wanted.fails] : checkItem(item.sent);
    item.errors = [...errors];
    item.status = errors.some(({ level }) => level === 'error') ? 'failed' : 'imported';
    if (item.status === 'imported') item.productId = writeCard(world, item.sent, at).productId;
  }
}

function writeCard(world: World, sent: SentItem, at: number): Card {
  const { imports } = world;
  let card = imports.cards.find((one) => one.sent.offer_id === sent.offer_id);
  if (card === undefined) {
    const n = imports.nextCard;
    imports.nextCard += 1;
    const ids = { sku: FIRST_SKU + n, productId: FIRST_PRODUCT_ID + n };
    card = { ...ids, sent, moderation: 'moderating', words: '', writes: 0, createdAt: at };
    imports.cards.push(card);
  }
  Object.assign(card, { sent, moderation: 'moderating', words: '' });
  card.writes += 1;
  world.products.set(card.sku, productOfCard(card));
  plan(world, { at: at + world.timings.moderationMs, change: { kind: 'moderated', offer: sent.offer_id } });
  return card;
}

/** A person of the shop has looked at a card. */
export function finishModeration(world: World, offer: string): void {
  const card = world.imports.cards.find(({ sent }) => sent.offer_id === offer);
  if (card === undefined) return;
  const wanted = world.imports.plans.find((one) => one.offer === offer);
  const words = wanted !== undefined && 'declines' in wanted ? wanted.declines : '';
  Object.assign(card, { moderation: words === '' ? 'approved' : 'declined', words });
}

/** The product that a card makes. */
export function productOfCard({ sku, productId, sent }: Card): Product {
  const mm = UNIT_MM[sent.dimension_unit] ?? 1;
  const sizeMm = { length: sent.depth * mm, width: sent.width * mm, height: sent.height * mm };
  return {
    ...{ sku, productId, offerId: sent.offer_id, name: sent.name, language: 'ru', kind: 'mug' },
    ...{ colourName: 'белый', colourHex: '#f4f4f4', sizeMm },
    barcodes: sent.barcode === '' ? [`OZN${sku}`] : [sent.barcode],
    weightG: sent.weight * (UNIT_G[sent.weight_unit] ?? 1),
    ...{ dimensionUnit: 'mm', weightUnit: 'g', priceRub: Math.round(Number(sent.price)), marked: false },
  };
}
