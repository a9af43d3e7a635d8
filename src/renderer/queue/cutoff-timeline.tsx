import { Icon } from '../design/icon.tsx';
import { useNow } from '../design/use-now.ts';
import { formatClock, formatDay, formatDistance, formatMoment, isSameDay } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PostingTile } from './posting-tile.tsx';
import type { CutoffBand } from './timeline.ts';

const dayMs = 86_400_000;
const tilesMost = 24;

/** Each cutoff a column, the most urgent on the left: how many, whether the pace suffices, and the postings as tiles. */
export function CutoffTimeline({ bands }: { readonly bands: readonly CutoffBand[] }) {
  return (
    <ol className="timeline scroll">
      {bands.map((band) => (
        <Band key={band.cutoffAt ?? 'none'} band={band} />
      ))}
    </ol>
  );
}

function Band({ band }: { readonly band: CutoffBand }) {
  const { say } = useTexts();
  const { entries, postings } = band;
  const shown = entries.slice(0, tilesMost);
  const left = postings - shown.length;
  return (
    <li className={band.isTooLate ? 'band band--late' : 'band'}>
      <div className="band__head">
        <BandTitle band={band} />
        <p className="band__count">{postings}</p>
      </div>
      <BandPace band={band} />
      <ul className="band__tiles scroll">
        {shown.map((entry) => (
          <li key={entry.posting}>
            <PostingTile entry={entry} />
          </li>
        ))}
        {left > 0 ? <li className="note band__more">{say('common.more', { count: left })}</li> : null}
      </ul>
    </li>
  );
}

function BandTitle({ band }: { readonly band: CutoffBand }) {
  const { say, language } = useTexts();
  const now = useNow();
  const { cutoffAt } = band;
  if (cutoffAt === null) return <h2 className="band__title band__title--words">{say('queue.noCutoff')}</h2>;
  const day = isSameDay(cutoffAt, now)
    ? say('queue.today')
    : isSameDay(cutoffAt, now + dayMs)
      ? say('queue.tomorrow')
      : formatDay(language, cutoffAt);
  return (
    <div>
      <p className="band__day">
        {day} · {cutoffAt < now ? say('queue.late') : formatDistance(cutoffAt, now)}
      </p>
      <h2 className="band__title">{formatClock(cutoffAt)}</h2>
    </div>
  );
}

function BandPace({ band }: { readonly band: CutoffBand }) {
  const { say, language } = useTexts();
  const now = useNow();
  if (band.doneAt === null) return null;
  const at = formatMoment(language, band.doneAt, now);
  return (
    <p className="band__pace">
      {band.isTooLate ? <Icon name="clock" size="1.5rem" /> : null}
      {say(band.isTooLate ? 'queue.paceLate' : 'queue.pace', { at })}
    </p>
  );
}
