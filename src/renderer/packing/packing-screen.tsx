import type { BenchView } from '#contract/bench-view.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { CartonPanel } from './carton-panel.tsx';
import { IdleFigures, IdlePanel } from './idle-panel.tsx';
import { linesAndPicture } from './line-groups.ts';
import { NowPanel } from './now-panel.tsx';
import { packingStep } from './packing-step.ts';
import { ScalePanel } from './scale-panel.tsx';

/** The screen a packer works at: what to do now, the carton, the scale. */
export function PackingScreen({ view }: { readonly view: BenchView }) {
  const last = useBench(({ announcements }) => announcements.last);
  const { session } = view;
  const shop = view.shops.find(({ id }) => id === session?.shop);
  const step = packingStep(session, shop?.state ?? 'none');
  const isOpen = session !== null && !['closed', 'held', 'stopped'].includes(session.phase);
  const lastSku =
    last?.kind === 'verdict' &&
    (last.verdict.code === 'unit-packed' || last.verdict.code === 'package-complete')
      ? last.verdict.sku
      : null;
  const shown = session === null ? null : linesAndPicture(session, lastSku);
  return (
    <div
      className={isOpen ? 'packing' : 'packing packing--idle'}
      data-testid="posting"
      data-phase={session?.phase ?? 'none'}
      data-posting={session?.posting ?? ''}
    >
      {isOpen && shown !== null ? (
        <>
          <NowPanel session={session} step={step} groups={shown.groups} />
          <CartonPanel session={session} picture={shown.picture} />
          <ScalePanel session={session} />
        </>
      ) : (
        <>
          <IdlePanel view={view} step={step} />
          <ScalePanel session={null} />
          <IdleFigures counts={view.counts} />
        </>
      )}
    </div>
  );
}
