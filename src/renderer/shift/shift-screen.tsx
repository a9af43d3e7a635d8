import { useState } from 'react';
import type { BenchView } from '#contract/bench-view.ts';
import { ActionButton } from '../design/action-button.tsx';
import { useNow } from '../design/use-now.ts';
import { DeviceList } from '../devices/device-list.tsx';
import { TaskList } from '../queue/task-list.tsx';
import { ShopChoice } from '../shops/shop-choice.tsx';
import { formatDay, toDay } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Handover } from './handover.tsx';
import { ManifestPanel } from './manifest-panel.tsx';
import { OutboxPanel } from './outbox-panel.tsx';
import { ShiftFigures } from './shift-figures.tsx';
import { TrafficPanel } from './traffic-panel.tsx';
import { useDay } from './use-day.ts';

/** The day of a bench: figures first, then why; what a lead decides; the manifest and the handover. */
export function ShiftScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const [dayAt, setDayAt] = useState<number | null>(null);
  const now = useNow();
  const shownAt = dayAt ?? now;
  const day = useDay(toDay(shownAt), view.counts.packedToday);
  return (
    <div className="shift scroll">
      <DayChoice shownAt={shownAt} now={now} onChange={setDayAt} />
      <ShiftFigures summary={day.summary} />
      <div className="shift__columns">
        <section className="shift__section">
          <h2 className="shift__title">{say('shift.decisions')}</h2>
          <TaskList isLead={view.actor?.role === 'lead'} />
        </section>
        <section className="shift__section">
          <h2 className="shift__title">{say('shift.outbox')}</h2>
          <OutboxPanel isLead={view.actor?.role === 'lead'} />
          <h2 className="shift__title">{say('traffic.title')}</h2>
          <TrafficPanel />
        </section>
      </div>
      <ManifestPanel day={toDay(shownAt)} manifest={day.manifest} isLead={view.actor?.role === 'lead'} />
      {view.actor?.role === 'lead' ? (
        <ShopChoice shops={view.shops}>
          <Handover day={toDay(shownAt)} packed={view.counts.packedToday} />
        </ShopChoice>
      ) : null}
      <section className="shift__section">
        <h2 className="shift__title">{say('shift.devices')}</h2>
        <div className="panel">
          <DeviceList view={view} />
        </div>
      </section>
    </div>
  );
}

function DayChoice(props: {
  readonly shownAt: number;
  readonly now: number;
  readonly onChange: (at: number | null) => void;
}) {
  const { say, language } = useTexts();
  const { shownAt, now, onChange } = props;
  const isToday = toDay(shownAt) === toDay(now);
  const move = (days: number) => {
    const date = new Date(shownAt);
    date.setDate(date.getDate() + days);
    onChange(toDay(date.getTime()) === toDay(now) ? null : date.getTime());
  };
  return (
    <div className="day-choice">
      <ActionButton icon="left" label={say('shift.before')} onPress={() => move(-1)}>
        {''}
      </ActionButton>
      <h1 className="day-choice__day">
        {isToday ? `${say('shift.today')} · ` : ''}
        {formatDay(language, shownAt)}
      </h1>
      <ActionButton icon="right" label={say('shift.after')} onPress={() => move(1)} isDisabled={isToday}>
        {''}
      </ActionButton>
    </div>
  );
}
