import { productPicture } from '../catalogue/product-picture.ts';
import { labelPath, printedPostings } from '../labels/label-methods.ts';
import { labelPdf } from '../labels/label-pdf.ts';
import type { Shop } from '../shop.ts';
import { type ApiReply, notFound } from './api-reply.ts';

/** How long a label file can be fetched, in ms. */
const LABEL_FILE_LIFE_MS = 3_600_000;

/** Files without API headers: `/cdn/pictures/<sku>.png` and `/cdn/labels/<task>-<token>.pdf`. */
export async function answerFile(shop: Shop, path: string): Promise<ApiReply> {
  const world = shop.world();
  const picture = /^\/cdn\/pictures\/(\d{1,15})\.png$/.exec(path);
  const product = picture === null ? undefined : world.products.get(Number(picture[1]));
  if (product !== undefined)
    return { kind: 'bytes', contentType: 'image/png', bytes: productPicture(product) };
  const label = /^\/cdn\/labels\/(\d{1,15})-\w+\.pdf$/.exec(path);
  const task = label === null ? undefined : world.labelTasks.get(Number(label[1]));
  if (task === undefined || labelPath(task) !== path) return notFound('Not Found');
  const age = shop.now() - task.createdAt;
  if (age < world.timings.labelTaskMs || age > LABEL_FILE_LIFE_MS) return notFound('Not Found');
  const postings = printedPostings(world, task);
  for (const posting of postings) posting.counts.labelPages += 1;
  return {
    kind: 'bytes',
    contentType: 'application/pdf',
    bytes: await labelPdf(postings, task.type, task.createdAt),
  };
}
