import type { Locator, Page } from '@playwright/test';

/** Who is at the bench: a badge, or a name and a PIN. */
export class SignInPage {
  readonly screen: Locator;
  readonly enter: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.screen = page.getByTestId('sign-in');
    this.enter = page.getByTestId('pin-enter');
  }

  /** Who is signed in, at the top of every screen. */
  person(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(name) });
  }

  async choose(id: string): Promise<void> {
    await this.#page.getByTestId(`person-${id}`).click();
  }

  /** Types a PIN on the keyboard as a person does, and presses the button. */
  async typePin(pin: string): Promise<void> {
    for (const digit of pin) await this.#page.keyboard.press(`Digit${digit}`, { delay: 60 });
    await this.enter.click();
  }

  async signOut(name: string): Promise<void> {
    await this.person(name).click();
    await this.#page.getByRole('menuitem').click();
  }
}
