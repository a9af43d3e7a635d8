import { expect } from '../window/patient-expect.ts';
import type { DemoShopSide, ShopPosting, ShopProduct } from './demo-shop.ts';
import type { DemoWindow } from './demo-window.ts';
import { codesOf, finishPosting, openPosting, pressGoods, scanGoods, scanLabels } from './pack-posting.ts';
import type { Pictures } from './pictures.ts';
import { isEnglishProduct, PostingPile } from './posting-pile.ts';

/** What came of a demo shift: the postings that left, in order, and the one that was cancelled. */
export type DemoShift = { readonly packed: readonly string[]; readonly cancelled: string };

/** What a demo shift needs. */
export type DemoStage = {
  readonly window: DemoWindow;
  readonly shop: DemoShopSide;
  readonly pictures: Pictures;
  /** Where to put a picture of the packing screen for the documents, or null. */
  readonly docsPicture: string | null;
};

/** What every piece of the shift works with. */
type Scene = DemoStage & {
  readonly pile: PostingPile;
  /** An order that came in with the shift's beginning. */
  readonly ordered: ShopPosting;
};

/** Packs a shift's variety of postings, each as it would go in a warehouse. Throws where anything goes another way. */
export async function runDemoShift(stage: DemoStage): Promise<DemoShift> {
  const products = await stage.shop.products();
  const pile = new PostingPile(await stage.shop.postings(), products);
  const scene: Scene = { ...stage, pile, ordered: await stage.shop.order(fourThings(products)) };
  const packed: string[] = [];
  const pieces = [
    singleItems,
    severalItems,
    severalUnits,
    expressFromTheQueue,
    wrongItem,
    weightOutOfTolerance,
    markingCode,
    splitInTwo,
    printerOff,
    withoutTheShop,
    inOtherLanguages,
  ];
  const cancelled = await cancelledWhilePacking(scene);
  for (const piece of pieces) packed.push(...(await piece(scene)));
  return { packed, cancelled };
}

async function singleItems({ window, pictures, pile }: Scene): Promise<string[]> {
  const [first, ...others] = pile.take('single', 3);
  await openPosting(window, first, 'panel');
  await pictures.take('scan-the-item', 'en');
  await pressGoods(window);
  await window.reaches('weighing');
  await pictures.take('weigh', 'en');
  await window.weigh();
  await window.reaches('verifying');
  await pictures.take('scan-the-label', 'en');
  await scanLabels(window);
  await pictures.take('closed', 'en');
  for (const posting of others) {
    await openPosting(window, posting, 'panel');
    await pressGoods(window);
    await finishPosting(window);
  }
  return numbers([first, ...others]);
}

async function severalItems({
  window,
  shop,
  pictures,
  pile,
  ordered,
  docsPicture,
}: Scene): Promise<string[]> {
  const [one = '', two = '', ...rest] = await codesOf(shop, ordered);
  await openPosting(window, ordered, 'keyboard');
  await scanGoods(window, [one, two]);
  await pictures.take('packing-screen', 'en');
  if (docsPicture !== null) await pictures.takeBench(docsPicture);
  await scanGoods(window, rest);
  await finishPosting(window);
  const [other] = pile.take('severalItems', 1);
  await packByKeyboard({ window, shop }, other);
  return numbers([ordered, other]);
}

async function severalUnits({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const postings = pile.take('severalUnits', 2);
  const [first, ...others] = postings;
  const [code = '', ...rest] = await codesOf(shop, first);
  await openPosting(window, first, 'keyboard');
  await scanGoods(window, [code]);
  await pictures.take('several-units', 'en');
  await window.page.waitForTimeout(320);
  await scanGoods(window, rest);
  await finishPosting(window);
  for (const posting of others) await packByKeyboard({ window, shop }, posting);
  return numbers(postings);
}

async function expressFromTheQueue({ window, pictures, pile }: Scene): Promise<string[]> {
  const [express] = pile.take('express', 1);
  await window.open('queue');
  const tile = window.page.getByTestId(`tile-${express.number}`);
  await expect(tile).toBeVisible();
  await pictures.take('queue', 'en');
  await window.press(tile);
  await window.reaches('scanning');
  await pressGoods(window);
  await finishPosting(window);
  return numbers([express]);
}

async function wrongItem({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('severalItems', 1);
  await openPosting(window, posting, 'panel');
  await window.scanOffered('wrong-unit', 'rejected');
  await expect(window.page.getByTestId('takeover-wrong')).toBeVisible();
  await pictures.take('wrong-item', 'en');
  await window.scan('PB-OK', 'keyboard');
  await scanGoods(window, await codesOf(shop, posting));
  await finishPosting(window);
  return numbers([posting]);
}

async function weightOutOfTolerance({ window, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('heavy', 1);
  await openPosting(window, posting, 'panel');
  await pressGoods(window);
  await window.weigh('too-little');
  await expect(window.page.getByTestId('weight-refusal')).toBeVisible();
  await pictures.take('weight-out-of-tolerance', 'en');
  await window.scanOffered('badge');
  await scanLabels(window);
  return numbers([posting]);
}

async function markingCode({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('marked', 1);
  await openPosting(window, posting, 'keyboard');
  const marked = posting.lines.find((line) => line.marked);
  await window.scan(marked?.barcodes[0] ?? '', 'keyboard', 'question');
  await pictures.take('marking-code-wanted', 'en');
  await scanGoods(window, await codesOf(shop, posting));
  await finishPosting(window);
  return numbers([posting]);
}

async function splitInTwo({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('severalItems', 1);
  const [first = '', ...rest] = await codesOf(shop, posting);
  await openPosting(window, posting, 'keyboard');
  await scanGoods(window, [first]);
  await window.scan('PB-SPLIT', 'keyboard');
  await window.chooseCartonIfAsked('L');
  await window.weigh();
  await window.reaches('scanning');
  await pictures.take('second-package', 'en');
  await scanGoods(window, rest);
  await window.chooseCartonIfAsked('L');
  await window.weigh();
  await scanLabels(window, 2);
  return numbers([posting]);
}

async function printerOff({ window, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('single', 1);
  await openPosting(window, posting, 'panel');
  await pressGoods(window);
  await window.page.getByTestId('sim-printer-off').click();
  await window.weigh();
  await expect(window.page.getByTestId('instruction')).toHaveAttribute('data-step', 'label-not-sent');
  await pictures.take('printer-off', 'en');
  await window.page.getByTestId('sim-printer-ready').click();
  await scanLabels(window);
  return numbers([posting]);
}

async function withoutTheShop({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const [posting] = pile.take('single', 1);
  const shopState = window.page.getByTestId('shop-state');
  await openPosting(window, posting, 'panel');
  await shop.goAway();
  await expect(shopState).toHaveAttribute('data-state', 'offline');
  await pressGoods(window);
  await window.weigh();
  await window.reaches('verifying');
  await pictures.take('interim-label-without-the-shop', 'en');
  await scanLabels(window);
  await window.open('queue');
  await window.page.getByTestId('queue-tab-relabel').click();
  await pictures.take('relabel-list', 'en');
  await window.open('pack');
  await shop.comeBack();
  await expect(shopState).toHaveAttribute('data-state', 'online');
  await expect
    .poll(async () => (await window.scan(posting.number, 'keyboard', 'any')).code, { intervals: [1_000] })
    .toBe('relabel-opened');
  await window.reaches('verifying');
  await pictures.take('relabel', 'en');
  await scanLabels(window);
  return numbers([posting]);
}

async function inOtherLanguages({ window, shop, pictures, pile }: Scene): Promise<string[]> {
  const [russian, chinese] = pile.take('severalItems', 2);
  await pictures.speak('ru');
  await packByKeyboard({ window, shop }, russian);
  await pictures.speak('zh-CN');
  await packByKeyboard({ window, shop }, chinese ?? russian);
  await pictures.speak('en');
  return numbers([russian, ...(chinese ? [chinese] : [])]);
}

async function cancelledWhilePacking({ window, shop, pictures, pile }: Scene): Promise<string> {
  const [posting] = pile.take('severalItems', 1);
  const [first = '', second = ''] = await codesOf(shop, posting);
  await openPosting(window, posting, 'keyboard');
  await scanGoods(window, [first]);
  await shop.cancel(posting.number);
  await expect(window.page.getByTestId('takeover-cancelled')).toBeVisible();
  await pictures.take('cancelled', 'en');
  await window.scan(second, 'keyboard', 'rejected');
  await window.scan('PB-OK', 'keyboard');
  await window.reaches('stopped');
  return posting.number;
}

async function packByKeyboard(
  { window, shop }: Pick<Scene, 'window' | 'shop'>,
  posting: ShopPosting,
): Promise<void> {
  await openPosting(window, posting, 'keyboard');
  await scanGoods(window, await codesOf(shop, posting));
  await finishPosting(window);
}

const fourKinds = ['mug', 'notebook', 'headphones', 'toycar'];

/** Four things that lie well in one carton. */
function fourThings(products: readonly ShopProduct[]): number[] {
  return fourKinds.flatMap((kind) => {
    const found = products.find((product) => product.kind === kind && isEnglishProduct(product));
    return found === undefined ? [] : [found.sku];
  });
}

function numbers(postings: readonly ShopPosting[]): string[] {
  return postings.map(({ number }) => number);
}
