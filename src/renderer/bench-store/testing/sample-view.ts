import { BenchView, type ShopView } from '#contract/bench-view.ts';

/** A bench at rest with nothing open, parsed as the real ones are. */
export function sampleView(change: Partial<Record<keyof BenchView, unknown>> = {}): BenchView {
  return BenchView.parse({
    bench: 'B1',
    language: 'en',
    actor: null,
    people: [],
    shops: [sampleShop()],
    isDemo: false,
    devices: [],
    keyboardScanner: null,
    session: null,
    alarm: null,
    lastVerdict: null,
    verdictSeq: 0,
    counts: {
      ...{ queued: 0, urgent: 0, held: 0, relabel: 0, tasks: 0, requests: 0 },
      ...{ packedToday: 0, unreadMessages: 0 },
    },
    isSimulated: false,
    ...change,
  });
}

/** A shop that answers and to which nothing is owed. */
export function sampleShop(change: Partial<Record<keyof ShopView, unknown>> = {}): object {
  return {
    ...{
      id: 'ozon-1',
      name: '1',
      clientId: '1',
      state: 'online',
      sinceAt: 0,
      key: 'kept',
      keyExpiresAt: null,
      keyTrouble: null,
      missingFeatures: [],
    },
    ...{ owed: 0, parked: 0, lastReadAt: null },
    ...change,
  };
}
