import { expect, type Locator, type Page } from '@playwright/test';

/** What a lead sets up. */
export class SettingsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(
    section: 'shop' | 'devices' | 'labels' | 'rules' | 'cartons' | 'people' | 'window',
  ): Promise<void> {
    await this.#page.getByTestId('nav-settings').click();
    await this.#page.getByTestId(`settings-${section}`).click();
  }

  /** The first text field of the open section. */
  get field(): Locator {
    return this.#page.getByRole('tabpanel').getByRole('textbox').first();
  }

  /** How the shop and its key are, beside the button that connects it. */
  get shopSentence(): Locator {
    return this.#page.getByTestId('shop-sentence');
  }

  /** Enters another key for the shop that is set up, and goes the way of connecting to its end. */
  async connect(apiKey: string): Promise<void> {
    await this.#page.locator('input[type="password"]').fill(apiKey);
    for (const button of ['shop-check', 'connect-next', 'shop-connect', 'connect-finish'])
      await this.#page.getByTestId(button).click();
  }

  async leaveDemo(): Promise<void> {
    await this.#page.getByTestId('leave-demo').click();
  }

  /** Tries a device and waits for what came of it. */
  async test(device: string): Promise<string> {
    await this.#page.getByTestId(`test-${device}`).click();
    const result = this.#page.locator('.device-test', { has: this.#page.getByTestId(`test-${device}`) });
    await expect(result.getByRole('status')).toBeVisible();
    return result.getByRole('status').innerText();
  }
}
