import type { BenchFile, ShopConfig } from '#contract/bench-file.ts';
import type { BenchView, ShopView } from '#contract/bench-view.ts';
import type { Failure, FailureCode } from '#contract/failure.ts';
import type { Language } from '#contract/language.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';
import type { PostingNumber, ShopId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';
import type { BenchDatabase } from '../database/bench-database.ts';
import type { Devices } from '../devices/devices.ts';
import type { LabelStore } from '../labelling/label-store.ts';
import type { LabelWorkshop } from '../labels/label-workshop.ts';
import type { Bench } from '../packing/bench.ts';
import type { ScanLookup } from '../packing/scan-lookup.ts';
import type { ConnectedShop } from '../shop/connected-shop.ts';
import type { LiveShops } from '../shop/live-shops.ts';
import type { StationPublisher } from '../station-events.ts';
import type { SecretKeeper } from '../station-options.ts';

/** What procedures work on. */
export type ProcedureContext = {
  readonly db: BenchDatabase;
  readonly home: string;
  readonly bench: Bench;
  readonly publisher: StationPublisher;
  readonly store: LabelStore;
  readonly workshop: LabelWorkshop;
  readonly secrets: SecretKeeper;
  readonly benchFile: () => BenchFile;
  /** Replaces the bench file and restarts what depends on it. */
  readonly replaceBenchFile: (changed: BenchFile) => Promise<void>;
  /** Replaces the language alone; nothing else is restarted. */
  readonly speakLanguage: (language: Language) => void;
  readonly view: () => BenchView;
  readonly viewShop: (config: ShopConfig) => ShopView;
  readonly devices: () => Devices | null;
  readonly shops: LiveShops;
  /** The shop that the call is about: the one that it names, or the only one that the bench has. Null where that is none. */
  readonly shopId: ShopId | null;
  /** {@link ProcedureContext.shopId} at work; null while it is not connected. */
  readonly shop: () => ConnectedShop | null;
  /**
   * The shop that a posting belongs to, whatever the call names; the shop that it names where this bench does not know the
   * posting. Null while that one is not connected.
   */
  readonly shopOf: (posting: PostingNumber) => ConnectedShop | null;
  readonly lookup: ScanLookup;
  /** Epoch ms. */
  readonly now: () => number;
};

export type ProcedureAnswer<Name extends ProcedureName> = Result<ProcedureOutput<Name>, Failure>;

export type ProcedureHandler<Name extends ProcedureName> = (
  input: ProcedureInput<Name>,
  context: ProcedureContext,
) => ProcedureAnswer<Name> | Promise<ProcedureAnswer<Name>>;

/** Handlers for the named procedures, each typed by the contract. */
export type Handlers<Name extends ProcedureName> = { readonly [Key in Name]: ProcedureHandler<Key> };

/** A refusal with a code that has a sentence; `detail` is for support. */
export function failed(code: FailureCode, detail: string): { readonly ok: false; readonly error: Failure } {
  return err({ code, detail });
}
