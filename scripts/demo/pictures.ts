import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Language } from '#contract/language.ts';
import { expect } from '../window/patient-expect.ts';
import type { DemoWindow } from './demo-window.ts';

/** Takes pictures of the window in every language, whatever it shows. */
export class Pictures {
  readonly #window: DemoWindow;
  readonly #folder: string;
  readonly files: string[] = [];
  #number = 0;

  constructor(window: DemoWindow, folder: string) {
    this.#window = window;
    this.#folder = folder;
  }

  /**
   * One picture in each language, e.g. `07-wrong-item-zh-CN.png`; the window speaks `speak` afterwards. The panel of
   * simulated devices is folded away meanwhile, unless it belongs into the picture.
   */
  async take(name: string, speak: Language, { withPanel = false } = {}): Promise<void> {
    this.#number += 1;
    await mkdir(this.#folder, { recursive: true });
    const hasPanel = await this.#window.hasPanel();
    if (hasPanel) await this.#window.showPanel(withPanel);
    // What lies under the pointer looks pressed.
    await this.#window.page.mouse.move(0, 0);
    const others = Language.options.filter((language) => language !== speak);
    for (const language of [...others, speak]) {
      await this.speak(language);
      const file = `${String(this.#number).padStart(2, '0')}-${name}-${language}.png`;
      await this.#window.page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
      this.files.push(file);
    }
    if (hasPanel) await this.#window.showPanel(true);
  }

  /** One picture of the bench alone, without the strip of the simulated devices, for the documents. */
  async takeBench(file: string): Promise<void> {
    await this.#window.showPanel(false);
    const { page } = this.#window;
    await page.mouse.move(0, 0);
    const box = await page.locator('.bench').boundingBox();
    if (box === null) throw new Error('the bench is not to be seen');
    // Without the last dots, which it shares with the strip.
    const clip = { ...box, width: Math.floor(box.width) - 2 };
    await page.screenshot({ path: file, animations: 'disabled', clip });
    await this.#window.showPanel(true);
  }

  /** The window in this language, as after a press on its language menu, which a question may cover. */
  async speak(language: Language): Promise<void> {
    const { page } = this.#window;
    await page.evaluate(
      (input) =>
        (globalThis as unknown as { packbench: { request(frame: unknown): void } }).packbench.request({
          id: 1_000_000_000,
          procedure: 'bench.setLanguage',
          input,
        }),
      { language },
    );
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
}
