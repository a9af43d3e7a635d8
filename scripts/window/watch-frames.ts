import type { Page } from '@playwright/test';
import { z } from 'zod';
import { BenchView } from '#contract/bench-view.ts';
import { type StationEventName, type StationEvents, stationEvents } from '#contract/events.ts';
import { EventFrame } from '#contract/frames.ts';

/** An event of the station as the window heard it; `at` in epoch ms of the window's clock. */
export type HeardEvent<Name extends StationEventName> = {
  readonly at: number;
  readonly data: StationEvents[Name];
};

/** Everything the station tells the window, for timings and for what no screen shows. */
export type FrameWatch = {
  /** Every event of that name since the watch began, in order. */
  readonly events: <Name extends Exclude<StationEventName, 'bench'>>(
    name: Name,
  ) => Promise<readonly HeardEvent<Name>[]>;
  /** The bench's whole picture as it was told last; waits for the first one since the watch began. */
  readonly view: () => Promise<BenchView>;
};

/** Typed only as far as this reaches into the window. */
interface WatchedWindow {
  packbench: { onFrame(listener: (frame: unknown) => void): () => void };
  heardFrames: { at: number; frame: unknown }[];
  lastView: unknown;
}

const heard = z.array(z.object({ at: z.number(), frame: z.unknown() }));

/** Listens beside the window's own listener, from now on; what it hears changes nothing. */
export async function watchFrames(page: Page): Promise<FrameWatch> {
  await page.evaluate(() => {
    const window = globalThis as unknown as WatchedWindow;
    window.heardFrames = [];
    window.packbench.onFrame((frame) => {
      if (typeof frame !== 'object' || frame === null || !('event' in frame)) return;
      // The whole picture comes after every change: only the newest is kept.
      if (frame.event === 'bench' && 'data' in frame) window.lastView = frame.data;
      else window.heardFrames.push({ at: Date.now(), frame });
    });
  });
  return {
    async events(name) {
      const frames = heard.parse(
        await page.evaluate(() => (globalThis as unknown as WatchedWindow).heardFrames),
      );
      const data: z.ZodType<StationEvents[typeof name]> = schemas[name];
      return frames
        .map(({ at, frame }) => ({ at, frame: EventFrame.parse(frame) }))
        .filter(({ frame }) => frame.event === name)
        .map(({ at, frame }) => ({ at, data: data.parse(frame.data) }));
    },
    view: async () => {
      const told = await page.waitForFunction(() => (globalThis as unknown as WatchedWindow).lastView);
      return BenchView.parse(await told.jsonValue());
    },
  };
}

const schemas: { readonly [Name in StationEventName]: z.ZodType<StationEvents[Name]> } = stationEvents;
