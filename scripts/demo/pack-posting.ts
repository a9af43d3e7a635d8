import type { DemoShopSide, ShopPosting } from './demo-shop.ts';
import type { DemoWindow, ScanRoad } from './demo-window.ts';

/** Opens a posting by its number. */
export async function openPosting(window: DemoWindow, posting: ShopPosting, road: ScanRoad): Promise<void> {
  await window.scan(posting.number, road);
  await window.reaches('scanning');
}

/** The codes on the goods of a posting, taken off the shelf one by one; marked goods carry a marking code each. */
export async function codesOf(shop: DemoShopSide, { lines }: ShopPosting): Promise<string[]> {
  const codes: string[] = [];
  for (const { sku, quantity, barcodes, marked } of lines) {
    for (let n = 0; n < quantity; n += 1) {
      const code = marked ? await shop.markingCode(sku) : barcodes[0];
      if (code === undefined) throw new Error(`product ${sku} carries no barcode`);
      codes.push(code);
    }
  }
  return codes;
}

/** Scans the goods with the keyboard scanner, at a hand's pace where two in a row are equal. */
export async function scanGoods(window: DemoWindow, codes: readonly string[]): Promise<void> {
  for (const [index, code] of codes.entries()) {
    // The bench takes the same code within 300 ms for one reading seen twice.
    if (codes[index - 1] === code) await window.page.waitForTimeout(320);
    await window.scan(code, 'keyboard');
  }
}

/** Presses the goods that the panel offers until all are in. */
export async function pressGoods(window: DemoWindow): Promise<void> {
  for (;;) {
    const { session } = await window.frames.view();
    if (session === null || session.phase !== 'scanning') return;
    const packedBefore = unitsIn(session);
    await window.scanOffered('unit');
    await window.shown('the unit in the box', (now) => (unitsIn(now) > packedBefore ? true : null));
  }
}

/** From the weight on: weighed, labelled, the label scanned, closed. */
export async function finishPosting(window: DemoWindow, packages = 1): Promise<void> {
  await window.weigh();
  await scanLabels(window, packages);
}

/** Waits for each label and scans it; the last one closes the posting. */
export async function scanLabels(window: DemoWindow, packages = 1): Promise<void> {
  for (let label = 1; label <= packages; label += 1) {
    await window.reaches('verifying');
    await window.scanOffered('label');
  }
  await window.reaches('closed');
  await window.clearPan();
}

function unitsIn({ packages }: { readonly packages: readonly { readonly units: number }[] }): number {
  return packages.reduce((sum, { units }) => sum + units, 0);
}
