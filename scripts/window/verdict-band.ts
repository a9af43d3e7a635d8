import type { Locator, Page } from '@playwright/test';
import { expect } from './patient-expect.ts';

/** The answer to one scan as the window shows it. */
export type ShownVerdict = { readonly kind: string; readonly code: string; readonly sentence: string };

/** How often to look for what a packer would see at once, ms. */
export const often = { intervals: [20, 20, 50, 50, 100] };

/** The band that answers scans; answers are told apart by their number, so that two equal ones count as two. */
export class VerdictBand {
  readonly band: Locator;
  #lastSeq = 0;

  constructor(page: Page) {
    this.band = page.getByTestId('verdict');
  }

  /** Lets something scan, and answers what the window then shows. */
  async after(scan: () => Promise<unknown> | unknown): Promise<ShownVerdict> {
    const before = this.#lastSeq;
    await scan();
    await expect.poll(() => this.#seq(), often).toBeGreaterThan(before);
    this.#lastSeq = await this.#seq();
    const [kind, code, sentence] = await Promise.all([
      this.band.getAttribute('data-kind'),
      this.band.getAttribute('data-code'),
      this.band.innerText(),
    ]);
    return { kind: kind ?? '', code: code ?? '', sentence };
  }

  /** A new station counts its answers from the beginning. */
  startOver(): void {
    this.#lastSeq = 0;
  }

  async #seq(): Promise<number> {
    return Number((await this.band.getAttribute('data-seq')) ?? 0);
  }
}
