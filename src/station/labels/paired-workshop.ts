import { availableParallelism } from 'node:os';
import {
  createLabelWorkshop,
  type LabelWorkshop,
  type LabelWorkshopOptions,
  type WorkshopAnswer,
} from './label-workshop.ts';
import type { PrepareRequest } from './prepare-label.ts';

export type PairedWorkshopOptions = LabelWorkshopOptions & {
  /** How long the second thread stays without work before it goes, ms; default 30 s, as it holds some 100 MB. */
  readonly restMs?: number;
  /** Default `createLabelWorkshop`. */
  readonly open?: (options: LabelWorkshopOptions) => LabelWorkshop;
  /** Processors of this machine; with one there is nobody to help. */
  readonly processors?: number;
};

type Helper = { readonly workshop: LabelWorkshop; isReady: boolean; inHand: number };

const REST_MS = 30_000;

/**
 * A workshop with a second thread for files of many labels, which nobody waits for. It comes with the first page that
 * finds the first thread busy, takes pages once it is warm, and goes when there are none. What a packer waits for is drawn by
 * the first thread, so that a bench at its daily work holds one.
 */
export function createPairedWorkshop(options: PairedWorkshopOptions): LabelWorkshop {
  const { restMs = REST_MS, open = createLabelWorkshop, processors = availableParallelism() } = options;
  const first = open(options);
  let inHand = 0;
  let helper: Helper | null = null;
  let rest: NodeJS.Timeout | undefined;
  let isClosed = false;

  const callHelper = (): Helper => {
    const called: Helper = { workshop: open(options), isReady: false, inHand: 0 };
    void called.workshop.ready.then(() => {
      called.isReady = true;
      restLater(called);
    });
    return called;
  };
  const restLater = (resting: Helper) => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (helper !== resting || resting.inHand > 0) return;
      helper = null;
      void resting.workshop.close();
    }, restMs);
    rest.unref();
  };
  const byFirst = async (ask: () => Promise<WorkshopAnswer>): Promise<WorkshopAnswer> => {
    inHand += 1;
    const answer = await ask();
    inHand -= 1;
    return answer;
  };
  const byHelper = async (taking: Helper, request: PrepareRequest): Promise<WorkshopAnswer> => {
    taking.inHand += 1;
    const answer = await taking.workshop.prepare(request);
    taking.inHand -= 1;
    restLater(taking);
    return answer;
  };
  return {
    ready: first.ready,
    prepare: (request) => {
      const isOneOfMany = request.place !== undefined;
      if (isOneOfMany && inHand > 0 && processors > 1 && !isClosed) helper ??= callHelper();
      return isOneOfMany && helper?.isReady === true && helper.inHand < inHand
        ? byHelper(helper, request)
        : byFirst(() => first.prepare(request));
    },
    interim: (request) => byFirst(() => first.interim(request)),
    own: (request) => byFirst(() => first.own(request)),
    close: async () => {
      isClosed = true;
      clearTimeout(rest);
      await Promise.all([first.close(), helper?.workshop.close()]);
    },
  };
}
