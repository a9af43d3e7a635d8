import type { z } from 'zod';
import { ListedCard } from '#domain/catalogue/listed-card.ts';
import { barcodesOf, pictureOf } from '../mapping/product.ts';
import { sizeInMm, weightInG } from '../mapping/units.ts';
import type { WireSizes } from '../wire/product.ts';
import { amountOf } from './amount-of.ts';
import type { WireShownCard } from './wire.ts';

const TROUBLES = 100;

/** A card in the bench's words, or why it is none. `sizes` null leaves size and weight unknown. */
export function cardFromWire(wire: WireShownCard, sizes: WireSizes | null): z.ZodSafeParseResult<ListedCard> {
  const edges = sizes === null ? null : ([sizes.depth, sizes.width, sizes.height] as const);
  return ListedCard.safeParse({
    id: wire.id,
    sku: wire.sku ?? wire.sources.find(({ sku }) => sku !== null)?.sku ?? null,
    offer: wire.offer_id,
    name: wire.name,
    barcodes: barcodesOf(wire, sizes),
    sizeMm: edges === null ? null : sizeInMm(edges, sizes?.dimension_unit ?? ''),
    weightG: sizes === null ? null : weightInG(sizes.weight, sizes.weight_unit),
    declared: declaredOf(sizes),
    pictureUrl: pictureOf(wire, sizes),
    isArchived: wire.is_archived || wire.is_autoarchived,
    status: wire.statuses.status,
    statusText: wire.statuses.status_name,
    price: amountOf(wire.price),
    oldPrice: amountOf(wire.old_price),
    minPrice: amountOf(wire.min_price),
    currency: wire.currency_code,
    troubles: troublesOf(wire),
  });
}

function declaredOf(sizes: WireSizes | null): string {
  if (sizes === null) return '';
  const edges = [sizes.depth, sizes.width, sizes.height].map((edge) => edge ?? '?');
  const size = edges.every((edge) => edge === '?') ? [] : [`${edges.join(' × ')} ${sizes.dimension_unit}`];
  const weight = sizes.weight === null ? [] : [`${sizes.weight} ${sizes.weight_unit}`];
  return [...size, ...weight].join(', ').slice(0, 200);
}

function troublesOf({ errors, statuses }: WireShownCard): string[] {
  const words = errors.map(({ code, texts }) => texts.message || texts.description || code);
  return [...words, statuses.status_failed]
    .filter((one) => one !== '')
    .slice(0, TROUBLES)
    .map((one) => one.slice(0, 1000));
}
