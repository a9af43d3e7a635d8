import type { Locator, Page } from '@playwright/test';

/** The way to a seller account, the first time or with another key. */
export class ConnectPage {
  readonly #page: Page;
  readonly wizard: Locator;
  readonly problem: Locator;
  readonly rightsUnknown: Locator;
  readonly warehouses: Locator;
  readonly done: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.wizard = page.getByTestId('connect');
    this.problem = this.wizard.getByTestId('connect-problem');
    this.rightsUnknown = this.wizard.getByTestId('rights-unknown');
    this.warehouses = this.wizard.getByTestId('warehouses');
    this.done = this.wizard.getByTestId('connect-done');
  }

  right(feature: string): Locator {
    return this.wizard.getByTestId(`right-${feature}`);
  }

  get wrongFields(): Locator {
    return this.wizard.locator('input[aria-invalid="true"]');
  }

  /** Fills in what is given, in the order of the form, and asks the shop with the Enter key. */
  async check(typed: {
    readonly clientId?: string;
    readonly apiKey?: string;
    readonly url?: string;
  }): Promise<void> {
    const [clientId, apiKey, url] = [0, 1, 2].map((index) => this.wizard.locator('input').nth(index));
    if (typed.clientId !== undefined) await clientId?.fill(typed.clientId);
    if (typed.url !== undefined) await url?.fill(typed.url);
    if (typed.apiKey !== undefined) await apiKey?.fill(typed.apiKey);
    await apiKey?.press('Enter');
  }

  /** Presses Enter on the step's main button, which has the focus. */
  async goOn(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  async enterAnotherKey(): Promise<void> {
    await this.wizard.getByTestId('connect-again').click();
  }
}
