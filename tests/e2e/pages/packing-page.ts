import { expect, type Locator, type Page } from '@playwright/test';
import type { SessionView } from '#contract/bench-view.ts';
import type { PostingStatus } from '#domain/posting/posting.ts';
import { REPEAT_WITHIN_MS } from '#station/packing/repeat-filter.ts';
import { often, type ShownVerdict, VerdictBand } from '../../../scripts/window/verdict-band.ts';
import { readLog } from '../../station/harness/bench-log.ts';
import { fetchOrder, type Order } from '../../station/harness/orders.ts';
import type { PrintedLabel } from '../../station/harness/printed-labels.ts';
import type { Product } from '../../station/harness/shop-admin.ts';
import type { BenchWindow } from '../bench/bench-window.ts';

/** The screen a packer works at. Scans go in by keyboard unless a test says otherwise. */
export class PackingPage {
  readonly bench: BenchWindow;
  readonly page: Page;
  readonly verdict: Locator;
  readonly #answers: VerdictBand;
  readonly posting: Locator;
  readonly instruction: Locator;
  readonly count: Locator;
  readonly scaleWeight: Locator;
  readonly weightRefusal: Locator;
  readonly wrongItem: Locator;
  readonly cancelled: Locator;
  readonly question: Locator;
  readonly shopState: Locator;
  readonly printerState: Locator;
  readonly stationStatus: Locator;
  /** Labels of earlier postings, which are not scanned again. */
  #labelsSeen = 0;
  #lastScan = { text: '', atMs: 0 };

  constructor(bench: BenchWindow) {
    const { page } = bench;
    this.bench = bench;
    this.page = page;
    this.#answers = new VerdictBand(page);
    this.verdict = this.#answers.band;
    this.posting = page.getByTestId('posting');
    this.instruction = page.getByTestId('instruction');
    this.count = page.getByTestId('scan-count');
    this.scaleWeight = page.getByTestId('scale-weight');
    this.weightRefusal = page.getByTestId('weight-refusal');
    this.wrongItem = page.getByTestId('takeover-wrong');
    this.cancelled = page.getByTestId('takeover-cancelled');
    this.question = page.getByTestId('takeover-question');
    this.shopState = page.getByTestId('shop-state');
    this.printerState = page.getByTestId('device-label-printer');
    this.stationStatus = page.getByTestId('station-status');
  }

  /** The station is up, its devices and its shop answer, and the first postings are here. */
  async isReady(): Promise<void> {
    await expect(this.stationStatus).toHaveAttribute('data-status', 'up');
    await expect(this.shopState).toHaveAttribute('data-state', 'online');
    for (const device of ['scanner-1', 'scale', 'label-printer'])
      await expect(this.page.getByTestId(`device-${device}`)).toHaveAttribute('data-state', 'ready');
    await expect.poll(async () => (await this.bench.frames.view()).counts.queued).toBeGreaterThan(0);
  }

  /** Lets something scan, and answers what the window then shows. */
  after(scan: () => Promise<unknown> | unknown): Promise<ShownVerdict> {
    return this.#answers.after(scan);
  }

  /** Scans with the keyboard scanner and answers what the window then shows. */
  async scan(text: string): Promise<ShownVerdict> {
    const sinceMs = performance.now() - this.#lastScan.atMs;
    // Two equal units in a row: no hand is faster, and the bench takes what is faster for one reading seen twice.
    if (text === this.#lastScan.text && sinceMs < REPEAT_WITHIN_MS)
      await this.page.waitForTimeout(REPEAT_WITHIN_MS - sinceMs);
    const answer = await this.after(() => this.bench.keyboard.scan(text));
    this.#lastScan = { text, atMs: performance.now() };
    return answer;
  }

  /** A new station counts its verdicts from the beginning. */
  forgetVerdicts(): void {
    this.#answers.startOver();
  }

  /** Scans a posting's number, again while the bench has not read of it in the shop yet. */
  async open(number: string): Promise<Order> {
    await expect.poll(async () => (await this.scan(number)).code).toMatch(/^posting-(opened|resumed)$/);
    await expect(this.posting).toHaveAttribute('data-posting', number);
    return fetchOrder(this.bench.shop, number);
  }

  /** What lies in a posting, from the shelf. */
  orderOf(number: string): Promise<Order> {
    return fetchOrder(this.bench.shop, number);
  }

  /** A product that lies in another open posting, not in this one. */
  async productOfAnother({ units }: Order): Promise<Product> {
    const { shop } = this.bench;
    const wanted = new Set(units.map(({ sku }) => sku));
    const open = (await shop.postings()).filter(({ status }) => status === 'awaiting_packaging');
    const others = new Set(open.flatMap(({ lines }) => lines.map(({ sku }) => sku)));
    const found = (await shop.products()).find(
      ({ sku, marked }) => others.has(sku) && !wanted.has(sku) && !marked,
    );
    if (found === undefined) throw new Error('the shop sells nothing else');
    return found;
  }

  /** The bench has read of a posting, and that it stands so. */
  async isKnown(number: string, status: PostingStatus = 'to-pack'): Promise<void> {
    const known = () =>
      readLog(this.bench.home, ({ db }) =>
        db.sqlite.prepare('SELECT status FROM posting WHERE number = ?').pluck().get(number),
      );
    await expect.poll(known, `the bench to read of ${number}`).toBe(status);
  }

  /** Units in the package in hand, of units wanted there. */
  async showsCount(unitsIn: number, unitsWanted: number): Promise<void> {
    await expect(this.count).toHaveText(new RegExp(`^${unitsIn}\\s*/\\s*${unitsWanted}$`));
  }

  /** Nothing else of the window can be seen. */
  async coversTheScreen(locator: Locator): Promise<void> {
    const [box, width, height] = await Promise.all([
      locator.boundingBox(),
      this.page.evaluate(() => innerWidth),
      this.page.evaluate(() => innerHeight),
    ]);
    expect(box).toEqual({ x: 0, y: 0, width, height });
  }

  /** How many packages wait for the shop's label. */
  async relabelCount(): Promise<number> {
    return (await this.bench.frames.view()).counts.relabel;
  }

  /** Adds a posting to the shop and opens it. */
  async openNew(wish: Parameters<BenchWindow['shop']['add']>[0]): Promise<Order> {
    const [number] = await this.bench.shop.add(wish);
    if (number === undefined) throw new Error('the shop added no posting');
    return this.open(number);
  }

  /** Scans every unit of an order; each is accepted. */
  async packUnits({ units }: Order): Promise<void> {
    for (const { code } of units) {
      const { kind } = await this.scan(code);
      expect(kind, `the answer to ${code}`).toBe('accepted');
    }
  }

  /** What the package in hand should weigh, g, once its carton is known. */
  async expectedG(): Promise<number> {
    const parcel = await this.#shown((session) => {
      const current = session.packages.find(({ n }) => n === session.current);
      return session.phase === 'weighing' ? (current?.expectedG ?? null) : null;
    });
    return parcel;
  }

  /** Is the packer asked to choose a carton, because none could be suggested? */
  async asksForCarton(): Promise<boolean> {
    await expect(this.instruction).toHaveAttribute('data-step', /^(weigh|weigh-by-eye|choose-carton)$/);
    return (await this.instruction.getAttribute('data-step')) === 'choose-carton';
  }

  /** Takes off what is on the pan and puts this on it, g. */
  async weigh(weightG: number): Promise<void> {
    this.bench.scale.lift();
    await expect(this.scaleWeight).toHaveText(/^0\b/);
    this.bench.scale.put(Math.round(weightG * 10));
  }

  /** The label that came out for the posting in hand. */
  async nextLabel(): Promise<PrintedLabel> {
    const { tray } = this.bench;
    await expect.poll(() => tray.labels().length, often).toBeGreaterThan(this.#labelsSeen);
    const label = tray.labels()[this.#labelsSeen];
    if (label === undefined) throw new Error('a label went away');
    this.#labelsSeen += 1;
    return label;
  }

  /** Waits for the label, reads a barcode off it as the packer's scanner would, and scans that. */
  async scanLabel(): Promise<ShownVerdict> {
    const label = await this.nextLabel();
    const [code] = await label.codes();
    if (code === undefined) throw new Error('no barcode on the label can be read');
    await expect(this.posting).toHaveAttribute('data-phase', 'verifying');
    return this.scan(code);
  }

  /** The rest of the road once all units are in: weight, label, closed. */
  async finish(order: Order): Promise<void> {
    await this.weigh(await this.expectedG());
    expect((await this.scanLabel()).code).toBe('posting-closed');
    await expect(this.posting).toHaveAttribute('data-phase', 'closed');
    expect((await this.bench.shop.posting(order.posting)).shipChanges).toBe(1);
  }

  async #shown<Value>(pick: (session: SessionView) => Value | null): Promise<Value> {
    const look = async () => {
      const { session } = await this.bench.frames.view();
      return session === null ? null : pick(session);
    };
    await expect.poll(look, often).not.toBeNull();
    const value = await look();
    if (value === null) throw new Error('what was shown went away');
    return value;
  }
}
