import { v7 } from 'uuid';
import type { BenchFile } from '#contract/bench-file.ts';
import { verdictSentence } from '#contract/texts/sentences.ts';
import { type PostingNumber, SessionId, type Sku } from '#domain/ids.ts';
import type { Actor } from '#domain/packing/actor.ts';
import { decideScan } from '#domain/packing/decide-scan.ts';
import { decideUnitWeight, openUnitWeight } from '#domain/packing/decide-unit-weight.ts';
import { decideWeight, type WeightDecision } from '#domain/packing/decide-weight.ts';
import { type Decision, only } from '#domain/packing/decision.ts';
import type { PackingContext } from '#domain/packing/packing-context.ts';
import { phaseOf, type Session } from '#domain/packing/session.ts';
import type { SessionEvent } from '#domain/packing/session-event.ts';
import { accepted, rejected, type Verdict } from '#domain/packing/verdict.ts';
import type { Product } from '#domain/posting/product.ts';
import type { Result } from '#domain/result.ts';
import { limitsOf } from '../database/acceptance-limits.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import { freeBytes, minFreeBytes } from '../database/disk-space.ts';
import { appendEvents } from '../database/event-log.ts';
import { getPosting } from '../database/posting-record.ts';
import { getProducts } from '../database/products.ts';
import { tryTransaction } from '../database/transaction.ts';
import type { WriteProblem } from '../database/write-problem.ts';
import { reportFailure } from '../report-failure.ts';
import type { StationPublisher } from '../station-events.ts';
import { type BenchLookups, createLookups } from './lookups.ts';
import { type OnBench, productsOf, unfinishedOnBench } from './on-bench.ts';
import { publishVerified } from './publish-verified.ts';
import { createRepeatFilters } from './repeat-filter.ts';
import { meaningOf } from './scan-reader.ts';
import { type KnownSession, lastSessionOf, loadSession, recordWithin } from './session-record.ts';
import { sourceName } from './source-name.ts';
import { unsavedCode } from './unsaved-code.ts';
import { weightNews } from './weight-news.ts';

export type BenchOptions = {
  readonly db: BenchDatabase;
  readonly benchFile: () => BenchFile;
  readonly publisher: StationPublisher;
  /** Epoch ms, for people and the log. */
  readonly now: () => number;
  /** Monotonic ms, for durations. */
  readonly monotonicMs: () => number;
  /** Does a scale answer at this bench now? */
  readonly isScaleThere: () => boolean;
  /** Is the shop's label of this posting here, so that an interim one can be replaced? */
  readonly hasLabel: (posting: PostingNumber) => boolean;
};

/** One workplace: at most one posting open, one person signed in, every scan answered after it is on disk. */
export class Bench {
  readonly #options: BenchOptions;
  readonly #lookups: BenchLookups;
  #onBench: OnBench | null = null;
  #actor: Actor | null = null;
  #lastVerdict: Verdict | null = null;
  #verdictSeq = 0;
  #alarm: PostingNumber | null = null;
  readonly #isRepeat = createRepeatFilters();
  readonly #changeListeners = new Set<() => void>();

  constructor(options: BenchOptions) {
    this.#options = options;
    this.#lookups = createLookups(options.db, options.benchFile, () =>
      this.#isOpen() ? (this.#onBench?.session.shop ?? null) : null,
    );
    const unfinished = unfinishedOnBench(options.db);
    if (unfinished !== null) this.#place(unfinished);
    // Whoever had the posting in hand goes on with it; nobody has to sign in again because a process ended.
    const packer = unfinished?.session.packer ?? options.benchFile().packer;
    this.#actor = packer === undefined ? null : this.#lookups.actorById(packer);
  }

  get onBench(): OnBench | null {
    return this.#onBench;
  }

  get actor(): Actor | null {
    return this.#actor;
  }

  get lastVerdict(): Verdict | null {
    return this.#lastVerdict;
  }

  /** The cancelled posting that was scanned with nothing open; null once it is answered for or other work went on. */
  get alarm(): PostingNumber | null {
    return this.#alarm;
  }

  get verdictSeq(): number {
    return this.#verdictSeq;
  }

  /** Called after every change of the session on the bench, of the person, or of the last verdict. */
  onChange(listener: () => void): void {
    this.#changeListeners.add(listener);
  }

  /** Signs in; a posting that is open here is in this person's hands from now on. */
  signIn(actor: Actor): void {
    const onBench = this.#onBench;
    if (onBench !== null && this.#isOpen() && onBench.session.packer !== actor.id)
      this.happen(onBench.id, [{ type: 'taken-over', packer: actor.id }], actor.id);
    this.#actor = actor;
    this.#changed();
  }

  /** The people of this bench have changed: whoever is gone is signed out, a new role counts at once. */
  refreshActor(): void {
    if (this.#actor !== null) this.#actor = this.#lookups.actorById(this.#actor.id);
    this.#changed();
  }

  signOut(): void {
    this.#actor = null;
    this.#changed();
  }

  /** Answers one scan: decides, writes, and only then says. `source` names the scanner. */
  scan(text: string, source: string): Verdict {
    return this.#sure(source, (receivedMs) => this.#judge(text, source, receivedMs));
  }

  #judge(text: string, source: string, receivedMs: number): Verdict {
    if (this.#isRepeat(source, text, receivedMs))
      return this.#answer(only(rejected('repeated-scan')), text, source, receivedMs);
    const meaning = meaningOf(text, this.#lookups);
    const context = this.#context(meaning.kind === 'product' ? meaning.skus : []);
    const decision = decideScan(this.#onBench?.session ?? null, meaning, context);
    if (
      decision.verdict.code === 'signed-in' &&
      meaning.kind === 'badge' &&
      meaning.actor !== null &&
      (this.#actor === null || !this.#isOpen())
    ) {
      this.#actor = meaning.actor;
    }
    return this.#answer(decision, text, source, receivedMs);
  }

  /** Opens a posting as if its barcode had been scanned; for the queue on the screen. */
  open(posting: PostingNumber): Verdict {
    return this.#sure('queue', (receivedMs) => {
      const meaning = { kind: 'posting', posting, text: posting } as const;
      // A press on a tile proves no label: what is open here already is only looked at.
      const isHere = this.#isOpen() && this.#onBench?.session.posting === posting;
      const decision = isHere
        ? only(accepted('posting-resumed', { posting }))
        : decideScan(this.#onBench?.session ?? null, meaning, this.#context([]));
      return this.#answer(decision, posting, 'queue', receivedMs);
    });
  }

  /** Answers a command that is no scan, e.g. a hold with a reason typed at the window. */
  command(decide: (session: Session, context: PackingContext) => Decision, text: string): Verdict {
    return this.#sure('window', (receivedMs) => {
      const session = this.#onBench?.session;
      const decision =
        session === undefined
          ? { verdict: rejected('nothing-open'), events: [] }
          : decide(session, this.#context([]));
      return this.#answer(decision, text, 'window', receivedMs);
    });
  }

  /** Every scan has an answer, also one that a fault of ours or of the disk befalls: the bench then stands as its log does. */
  #sure(source: string, answer: (receivedMs: number) => Verdict): Verdict {
    const receivedMs = this.#options.monotonicMs();
    try {
      return answer(receivedMs);
    } catch (cause) {
      reportFailure('scan', cause);
      this.#standAsStored();
      return this.#say(rejected('not-saved'), source, receivedMs);
    }
  }

  #standAsStored(): void {
    const id = this.#onBench?.id;
    if (id === undefined) return;
    try {
      const session = loadSession(this.#options.db, id);
      if (session !== null) this.#place({ id, session }, true);
    } catch (cause) {
      // The log cannot be read now: what is in memory is the last that was on disk.
      reportFailure('reading the log', cause);
    }
  }

  /**
   * Judges a stable weight (g) of a new parcel. Returns what came of it; null when nothing is open, nobody is signed in,
   * or the disk did not take it, so that the same weight may be offered again.
   */
  weigh(weightG: number): WeightDecision | null {
    const onBench = this.#onBench;
    if (onBench === null || this.#actor === null || !this.#isOpen()) return null;
    const { publisher, benchFile, monotonicMs } = this.#options;
    const receivedMs = monotonicMs();
    try {
      const decision = decideWeight(onBench.session, weightG, this.#context([]));
      if (decision.kind === 'ignored') return decision;
      const written = this.#record(onBench.id, decision.events, this.#actor.id);
      if (!written.ok) return this.#unweighed(written.error, receivedMs);
      publisher.publish(
        'weight',
        weightNews(onBench.session, decision, onBench.products, benchFile().language),
      );
      return decision;
    } catch (cause) {
      this.#standAsStored();
      return this.#unweighed(cause, receivedMs);
    }
  }

  /**
   * Takes the weight (g) of the one unit that lies on the scale by itself. Null when none is asked for or nobody is signed in; any
   * other answer was said to the packer, and the same weight is not to be offered again.
   */
  weighUnit(weightG: number): Verdict | null {
    const session = this.#onBench?.session;
    if (session === undefined || this.#actor === null || openUnitWeight(session) === null) return null;
    return this.#sure('scale', (receivedMs) => {
      const decision = decideUnitWeight(session, weightG, this.#context([]));
      return this.#answer(decision, `${weightG} g`, 'scale', receivedMs);
    });
  }

  /** Said once: the scale offers the same weight several times a second until it is taken. */
  #unweighed(cause: unknown, receivedMs: number): null {
    const code = unsavedCode(cause);
    if (this.#lastVerdict?.code === code) return null;
    reportFailure('weight', cause);
    this.#say(rejected(code, { posting: this.#onBench?.session.posting ?? null }), 'scale', receivedMs);
    return null;
  }

  /** The session of a posting, on the bench or from the log. */
  sessionOf(posting: PostingNumber): KnownSession | null {
    return this.#onBench?.session.posting === posting
      ? this.#onBench
      : lastSessionOf(this.#options.db, posting);
  }

  /**
   * Makes facts from outside (the shop, the printer, the carton planner) part of a session; `also` writes rows of the
   * same transaction. Throws when the file cannot be written: the caller's work is then undone and tried again.
   */
  happen(id: SessionId, events: readonly SessionEvent[], actor: string, also?: () => void): Session | null {
    const written = this.#record(id, events, actor, also);
    if (!written.ok) throw new Error(`the log could not be written: ${written.error.detail}`);
    return written.value;
  }

  #record(
    id: SessionId,
    events: readonly SessionEvent[],
    actor: string,
    also?: () => void,
  ): Result<Session | null, WriteProblem> {
    const { db, now } = this.#options;
    const before = this.#onBench?.id === id ? this.#onBench.session : loadSession(db, id);
    const written = tryTransaction(db, () => {
      also?.();
      return recordWithin(db, { id, before, events, actor, at: now() });
    });
    if (written.ok && this.#onBench?.id === id && written.value !== null) {
      const isOtherGoods = written.value.lines !== this.#onBench.session.lines;
      this.#onBench = { ...this.#onBench, session: written.value };
      if (isOtherGoods) this.#place(this.#onBench, true);
      this.#changed();
    }
    return written;
  }

  /** The shop said something new about the posting on the bench, or about its products. */
  refreshPosting(): void {
    if (this.#onBench !== null) this.#place(this.#onBench, true);
    this.#changed();
  }

  #isOpen(): boolean {
    const session = this.#onBench?.session;
    if (session === undefined) return false;
    const phase = phaseOf(session);
    return (
      phase !== 'closed' &&
      phase !== 'held' &&
      !(session.status.kind === 'cancelled' && session.status.isAnswered)
    );
  }

  #context(scanned: readonly Sku[]): PackingContext {
    const { benchFile, now, db } = this.#options;
    const { rules, cartons } = benchFile();
    const known = this.#onBench?.products ?? new Map<Sku, Product>();
    const unknown = scanned.filter((sku) => !known.has(sku));
    const products = unknown.length === 0 ? known : new Map([...known, ...getProducts(db, unknown)]);
    return {
      now: now(),
      rules,
      actor: this.#actor,
      cartons,
      products,
      targetOf: (key) => this.#lookups.target(key, this.#options.hasLabel),
      alarm: this.#alarm,
      isScaleThere: this.#options.isScaleThere(),
      labelBarcodes: this.#onBench?.posting?.labelBarcodes ?? [],
      usedBy: this.#lookups.markingUsedBy,
      limits: this.#onBench === null ? null : limitsOf(db, this.#onBench.session.posting),
    };
  }

  #answer(decided: Decision, text: string, source: string, receivedMs: number): Verdict {
    // Nothing new is begun on a disk that could not take the end of it; what is open is finished.
    const isBegin = decided.events[0]?.type === 'opened';
    const decision =
      isBegin && freeBytes(this.#options.db.home) < minFreeBytes ? only(rejected('disk-full')) : decided;
    const { db, now } = this.#options;
    const known = this.#sessionFor(decision);
    const { verdict } = decision;
    const scanned: SessionEvent = {
      type: 'scanned',
      code: text,
      source,
      kind: verdict.kind,
      verdict: verdict.code,
    };
    const actor = this.#actor?.id ?? 'station';
    const written = tryTransaction(db, () => {
      if (known === null) {
        appendEvents(db, [{ session: null, posting: null, at: now(), actor, event: scanned }]);
        return null;
      }
      return recordWithin(db, {
        id: known.id,
        before: known.before,
        events: [...decision.events, scanned],
        actor,
        at: now(),
      });
    });
    if (!written.ok) reportFailure('scan', written.error);
    const shown = written.ok ? verdict : rejected(unsavedCode(written.error), { posting: verdict.posting });
    if (written.ok && known !== null && written.value !== null)
      this.#place({ id: known.id, session: written.value });
    if (written.ok && known?.before) publishVerified(this.#options, known.before, decision.events);
    return this.#say(shown, source, receivedMs);
  }

  #say(shown: Verdict, source: string, receivedMs: number): Verdict {
    const { monotonicMs, publisher, benchFile } = this.#options;
    this.#lastVerdict = shown;
    if (shown.code === 'cancelled') this.#alarm = shown.posting;
    else if (shown.kind !== 'rejected') this.#alarm = null;
    this.#verdictSeq += 1;
    publisher.publish('verdict', {
      seq: this.#verdictSeq,
      verdict: shown,
      sentence: verdictSentence(benchFile().language, shown),
      source,
      ...sourceName(benchFile(), source),
      tookMs: monotonicMs() - receivedMs,
    });
    this.#changed();
    return shown;
  }

  /** The session that a decision's events belong to: a new one, an earlier one that goes on, or the one on the bench. */
  #sessionFor(decision: Decision): { readonly id: SessionId; readonly before: Session | null } | null {
    if (decision.events[0]?.type === 'opened') return { id: SessionId.parse(v7()), before: null };
    const posting = decision.verdict.posting;
    const goesOn = ['posting-resumed', 'relabel-opened', 'cancellation-answered'].includes(
      decision.verdict.code,
    );
    if (goesOn && posting !== null && this.#onBench?.session.posting !== posting) {
      const last = lastSessionOf(this.#options.db, posting);
      return last === null ? null : { id: last.id, before: last.session };
    }
    if (this.#onBench === null || (!this.#isOpen() && decision.events.length === 0 && !goesOn)) return null;
    return { id: this.#onBench.id, before: this.#onBench.session };
  }

  /** Puts a session on the bench; what goes with it is read when it is a new one, or again where told so. */
  #place(known: KnownSession, isReadAgain = false): void {
    const { db } = this.#options;
    const onBench = this.#onBench?.id === known.id && !isReadAgain ? this.#onBench : null;
    const posting = getPosting(db, known.session.posting)?.posting ?? null;
    const products = onBench?.products ?? productsOf(db, known.session);
    this.#onBench = { ...known, posting, products };
  }

  #changed(): void {
    for (const listener of this.#changeListeners) listener();
  }
}
