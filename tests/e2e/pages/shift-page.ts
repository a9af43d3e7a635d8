import { expect, type Locator, type Page } from '@playwright/test';

/** The day of a bench: figures, manifest, handover. */
export class ShiftPage {
  readonly result: Locator;
  readonly handoverResult: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.result = page.getByTestId('export-result');
    this.handoverResult = page.getByTestId('handover-result');
  }

  async open(): Promise<void> {
    await this.#page.getByTestId('nav-shift').click();
  }

  /** Exports the day's manifest and answers the file that the screen names. */
  async exportAs(format: 'xlsx' | 'csv' | 'pdf'): Promise<string> {
    await this.#page.getByTestId(`export-${format}`).click();
    await expect(this.result).toContainText(`.${format}`);
    return (await this.result.locator('b').innerText()).trim();
  }

  /** Hands the only delivery method of the day over. */
  async handOver(): Promise<void> {
    await this.#page
      .getByTestId(/^handover-/)
      .first()
      .click();
    await this.#page.getByTestId('handover-confirm').click();
    await expect(this.handoverResult).toBeVisible();
  }
}
