import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { BenchFile } from '#contract/bench-file.ts';
import type { SessionView } from '#contract/bench-view.ts';
import { type KeyboardScanner, plugInKeyboardScanner } from '../window/keyboard-scanner.ts';
import { launchPackbench, type RunningPackbench } from '../window/launch-packbench.ts';
import { expect } from '../window/patient-expect.ts';
import { often, type ShownVerdict, VerdictBand } from '../window/verdict-band.ts';
import { type FrameWatch, watchFrames } from '../window/watch-frames.ts';
import { type DemoShopSide, openDemoShop } from './demo-shop.ts';

/** How a code gets into the bench: typed by a keyboard scanner, or from the panel of simulated devices. */
export type ScanRoad = 'keyboard' | 'panel';

type ExpectedKind = 'accepted' | 'rejected' | 'question' | 'any';
type Offer = 'posting' | 'unit' | 'wrong-unit' | 'label' | 'badge';

/** The application's window in the demo, driven by what hands at a bench do: scans, a parcel on the scale. */
export class DemoWindow {
  readonly page: Page;
  readonly frames: FrameWatch;
  readonly #running: RunningPackbench;
  readonly #keyboard: KeyboardScanner;
  readonly #verdicts: VerdictBand;
  /** Scans that were answered so far. */
  scans = 0;

  private constructor(running: RunningPackbench, frames: FrameWatch, keyboard: KeyboardScanner) {
    this.page = running.page;
    this.frames = frames;
    this.#running = running;
    this.#keyboard = keyboard;
    this.#verdicts = new VerdictBand(running.page);
  }

  /** Opens the application on a new home folder, as somebody does who has just installed it. */
  static async open(home: string): Promise<DemoWindow> {
    const running = await launchPackbench({ home });
    const frames = await watchFrames(running.page);
    return new DemoWindow(running, frames, await plugInKeyboardScanner(running.app));
  }

  /** Where the demo's bench lies. */
  get demoHome(): string {
    return join(this.#running.home, 'demo');
  }

  close(): Promise<void> {
    return this.#running.close();
  }

  /** The other side of the demo, at the address that stands in its bench file. */
  async shop(): Promise<DemoShopSide> {
    const file: unknown = JSON.parse(await readFile(join(this.demoHome, 'bench.json'), 'utf8'));
    const [shop] = BenchFile.parse(file).shops;
    if (shop === undefined) throw new Error('the demo bench has no shop');
    return openDemoShop(shop.url);
  }

  /** Settles when the station takes scans, whatever bench it is. */
  async isUp(): Promise<void> {
    await expect(this.page.getByTestId('station-status')).toHaveAttribute('data-status', 'up');
  }

  /** Settles when the bench takes scans and knows the shop's postings. */
  async isReady(): Promise<void> {
    await this.isUp();
    await expect(this.page.getByTestId('shop-state')).toHaveAttribute('data-state', 'online');
    await expect.poll(async () => (await this.frames.view()).counts.queued, often).toBeGreaterThan(0);
    this.#verdicts.startOver();
  }

  /** Scans a code and answers what the window then shows. Throws when it is not of this kind. */
  scan(text: string, road: ScanRoad, expected: ExpectedKind = 'accepted'): Promise<ShownVerdict> {
    const scanIt = () => (road === 'keyboard' ? this.#keyboard.scan(text) : this.#scanByPanel(text));
    return this.#answered(scanIt, text, expected);
  }

  /** Presses something that is answered like a scan. */
  press(what: Locator): Promise<ShownVerdict> {
    return this.#answered(() => what.click(), 'a press', 'accepted');
  }

  /** Presses what the panel offers to scan of this kind; the first of several. */
  async scanOffered(what: Offer, expected: ExpectedKind = 'accepted'): Promise<ShownVerdict> {
    const offer = this.page.locator(`[data-testid^="sim-scan-"][data-what="${what}"]`).first();
    await expect(offer).toBeVisible();
    return this.#answered(() => offer.click(), `the ${what} offered`, expected);
  }

  /** Puts the parcel on the scale with what it should weigh, or 200 g less. */
  async weigh(how: 'right' | 'too-little' = 'right'): Promise<void> {
    const expectedG = await this.shown('an expected weight', (session) => {
      const parcel = session.packages.find(({ n }) => n === session.current);
      return session.phase === 'weighing' && session.isPlanned ? (parcel?.expectedG ?? null) : null;
    });
    await this.clearPan();
    const put = this.page.getByTestId('sim-weigh');
    const grams = async () => (await put.innerText()).replaceAll(/\D/g, '');
    await expect.poll(grams, often).toBe(String(Math.round(expectedG)));
    await (how === 'right' ? put : this.page.getByTestId('sim-weigh-off')).click();
  }

  /** Chooses a carton where none could be suggested for the package in hand. */
  async chooseCartonIfAsked(code: string): Promise<void> {
    const instruction = this.page.getByTestId('instruction');
    await expect(instruction).toHaveAttribute('data-step', /^(weigh|weigh-by-eye|choose-carton)$/);
    if ((await instruction.getAttribute('data-step')) === 'choose-carton')
      await this.scan(`PB-BOX-${code}`, 'keyboard');
  }

  /** Takes the parcel off the scale. */
  async clearPan(): Promise<void> {
    const clear = this.page.getByTestId('sim-clear');
    if (await clear.isEnabled()) await clear.click();
    await expect(this.page.getByTestId('scale-weight')).toHaveText(/^0\b/);
  }

  async reaches(phase: SessionView['phase']): Promise<void> {
    await expect(this.page.getByTestId('posting')).toHaveAttribute('data-phase', phase);
  }

  async open(screen: 'pack' | 'queue' | 'shift' | 'settings'): Promise<void> {
    await this.page.getByTestId(`nav-${screen}`).click();
  }

  /** Is there a panel of simulated devices? */
  async hasPanel(): Promise<boolean> {
    return (await this.page.getByTestId('simulator').count()) > 0;
  }

  /** Unfolds or folds the panel of simulated devices. */
  async showPanel(isShown: boolean): Promise<void> {
    const toggle = this.page.getByTestId('simulator-toggle');
    if ((await toggle.getAttribute('aria-expanded')) !== String(isShown)) await toggle.click();
    await expect(toggle).toHaveAttribute('aria-expanded', String(isShown));
  }

  /** Waits until the window has something of the posting in hand, and answers it. */
  async shown<Value>(what: string, pick: (session: SessionView) => Value | null): Promise<Value> {
    const look = async () => {
      const { session } = await this.frames.view();
      return session === null ? null : pick(session);
    };
    await expect.poll(look, { message: what, ...often }).not.toBeNull();
    const found = await look();
    if (found === null) throw new Error(`${what} went away`);
    return found;
  }

  /** Packages that were packed today. */
  async packedPackages(): Promise<number> {
    return (await this.frames.view()).counts.packedToday;
  }

  async #answered(scan: () => Promise<unknown>, what: string, expected: ExpectedKind): Promise<ShownVerdict> {
    const answer = await this.#verdicts.after(scan);
    this.scans += 1;
    if (expected !== 'any' && answer.kind !== expected)
      throw new Error(`the bench said "${answer.sentence}" (${answer.code}) to ${JSON.stringify(what)}`);
    return answer;
  }

  async #scanByPanel(text: string): Promise<void> {
    const panel = this.page.getByTestId('simulator');
    await panel.getByRole('textbox').fill(text);
    await panel.getByTestId('sim-scan-typed').click();
  }
}
