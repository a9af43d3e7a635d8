import type { Locator, Page } from '@playwright/test';

/** What waits to be packed, and what waits for something else. */
export class QueuePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByTestId('nav-queue').click();
  }

  async openTab(tab: 'queued' | 'held' | 'stopped' | 'relabel' | 'tasks'): Promise<void> {
    await this.#page.getByTestId(`queue-tab-${tab}`).click();
  }

  /** A posting on the timeline. */
  tile(posting: string): Locator {
    return this.#page.getByTestId(`tile-${posting}`);
  }

  /** A posting's row in a list. */
  row(posting: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: posting });
  }
}
