import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sku } from '#domain/ids.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { writeFileDurably } from '../database/durable-file.ts';
import { getProducts } from '../database/products.ts';
import type { ConnectedShop } from './connected-shop.ts';

export type PictureSources = { readonly db: BenchDatabase; readonly shop: () => ConnectedShop | null };

/** The picture of a product that is packed here, as a data URL; null when there is none or it cannot be had now. */
export async function pictureOf(sku: Sku, sources: PictureSources): Promise<string | null> {
  const url = getProducts(sources.db, [sku]).get(sku)?.pictureUrl ?? null;
  return url === null ? null : pictureAt(sku, url, sources);
}

/**
 * A picture as a data URL, from the home folder or, the first time, from the shop. Named by what it shows and a hash of its
 * address, so that another picture is fetched and no address ever becomes a path.
 */
export async function pictureAt(
  shown: string,
  url: string,
  { db, shop }: PictureSources,
): Promise<string | null> {
  const name = `${shown.replaceAll(/[^A-Za-z0-9]/g, '_')}-${hash('sha256', url).slice(0, 16)}`;
  const file = join(db.home, 'pictures', `${name}.img`);
  if (existsSync(file)) return toDataUrl(readFileSync(file));
  const connected = shop();
  if (connected === null) return null;
  const picture = await connected.link.call(() => connected.account.getPicture(url));
  if (!picture.ok) return null;
  writeFileDurably(file, picture.value);
  return toDataUrl(picture.value);
}

function toDataUrl(bytes: Uint8Array): string {
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
