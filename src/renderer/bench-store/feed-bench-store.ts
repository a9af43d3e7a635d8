import type { BenchView } from '#contract/bench-view.ts';
import type { StationLink } from '../station-link/station-link.ts';
import { forNewStation, nothingAnnounced, withAskedView, withVerdict, withWeight } from './announced.ts';
import { type BenchState, benchOf, useBench } from './bench-store.ts';

/** Keeps the store in step with the station; asks for the whole picture whenever the station comes up. */
export function feedBenchStore(station: StationLink): void {
  const { getState, setState } = useBench;

  station.onStatus((status) => {
    const { status: before, announcements } = getState();
    // What the new station tells may come before its first view: only the old station's is forgotten, and at once.
    const isOther = status.restarts !== before.restarts;
    setState(isOther ? { status, scale: null, announcements: forNewStation(announcements) } : { status });
    const isNew = before.state !== 'up' || before.restarts !== status.restarts;
    if (status.state === 'up' && isNew) void readWhole();
  });
  station.on('ready', () => void readWhole());
  station.on('bench', (view) => {
    const { announcements } = keptFor(view, getState());
    const { lastVerdict, verdictSeq } = view;
    setState({
      view,
      announcements:
        lastVerdict === null ? announcements : withVerdict(announcements, verdictSeq, lastVerdict),
    });
  });
  station.on('verdict', ({ seq, verdict }) =>
    setState(({ announcements }) => ({ announcements: withVerdict(announcements, seq, verdict) })),
  );
  station.on('weight', (weight) =>
    setState(({ announcements }) => ({ announcements: withWeight(announcements, weight) })),
  );
  station.on('scale', (scale) => setState({ scale }));
  station.on('device', (device) =>
    setState(({ view }) =>
      view === null
        ? {}
        : {
            view: {
              ...view,
              devices: view.devices.map((known) => (known.device === device.device ? device : known)),
            },
          },
    ),
  );

  async function readWhole(): Promise<void> {
    const answer = await station.call('bench.view', {});
    if (!answer.ok) {
      console.error('the bench view could not be read', answer.error.detail);
      return;
    }
    setState((state) => {
      const { announcements } = keptFor(answer.value, state);
      return { view: answer.value, announcements: withAskedView(answer.value, announcements) };
    });
  }
}

/** What stays when a view comes: nothing of the demo on the real bench, nor the other way round. */
function keptFor(view: BenchView, before: BenchState): Pick<BenchState, 'announcements'> {
  const isOther = before.view !== null && benchOf(before.view) !== benchOf(view);
  return { announcements: isOther ? nothingAnnounced : before.announcements };
}
