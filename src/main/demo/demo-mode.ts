import type { Language } from '#contract/language.ts';
import { demoBench } from './demo-bench.ts';
import { type DemoHome, demoHomeIn, prepareDemoHome, writeDemoBench } from './demo-home.ts';
import type { DemoShop } from './demo-shop.ts';

/** What the demo needs from outside. */
export interface DemoModeParts {
  /** The real bench's home folder. */
  readonly homeDir: string;
  shopAt(stateFile: string): DemoShop;
  language(home: DemoHome): Language;
  /** Epoch ms. */
  now(): number;
}

/** The demo shop and the bench that belongs to it, started and ended together. */
export class DemoMode {
  readonly #parts: DemoModeParts;
  readonly home: DemoHome;
  #shop: DemoShop | undefined;

  constructor(parts: DemoModeParts) {
    this.#parts = parts;
    this.home = demoHomeIn(parts.homeDir);
  }

  /** Starts the shop and writes a bench file that points at it. Rejects when the shop cannot start. */
  async enter(): Promise<void> {
    const language = this.#parts.language(this.home);
    if (this.#shop === undefined) prepareDemoHome(this.home, this.#parts.now());
    this.#shop ??= this.#parts.shopAt(this.home.shopStateFile);
    const address = await this.#shop.start();
    writeDemoBench(this.home, demoBench(address, language));
  }

  /** Ends the shop; call it when no station uses it any more. */
  async leave(): Promise<void> {
    await this.#shop?.stop();
    this.#shop = undefined;
  }
}
