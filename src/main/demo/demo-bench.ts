import { BenchFile } from '#contract/bench-file.ts';
import type { DemoShopReady } from '#contract/demo-shop-frames.ts';
import type { Language } from '#contract/language.ts';

/** The bench of the demo: simulated scanner, scale and printer, two packers and a lead with badges, usual cartons. */
export function demoBench(shop: DemoShopReady, language: Language): BenchFile {
  const { url, clientId, apiKey } = shop;
  return BenchFile.parse({
    bench: 'DEMO',
    language,
    packer: 'P1',
    people: [
      { id: 'P1', name: 'Anna', role: 'packer' },
      { id: 'P2', name: 'Wang Li', role: 'packer' },
      { id: 'L1', name: 'Oleg', role: 'lead' },
    ],
    shops: [{ kind: 'ozon', url, clientId, apiKey, pollSeconds: 2 }],
    scanners: ['sim:'],
    scale: { at: 'sim:', protocol: 'mt-sics' },
    labelPrinter: { at: 'sim:', language: 'zpl', dpi: 203, widthMm: 75, heightMm: 120 },
    cartons: [
      carton('XS', [150, 110, 70], 40, 2_000, 900),
      carton('S', [220, 165, 100], 90, 5_000, 1_500),
      carton('M', [310, 220, 160], 180, 10_000, 2_600),
      carton('L', [400, 300, 220], 320, 15_000, 4_200),
      carton('XL', [600, 400, 400], 750, 25_000, 8_900),
    ],
  });
}

/** Inner size in mm, walls of 3 mm. */
function carton(
  code: string,
  innerMm: readonly [number, number, number],
  tareG: number,
  maxLoadG: number,
  costKopecks: number,
) {
  return { code, innerMm, outerMm: innerMm.map((edge) => edge + 6), tareG, maxLoadG, costKopecks };
}
