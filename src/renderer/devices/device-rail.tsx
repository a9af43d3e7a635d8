import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { useNow } from '../design/use-now.ts';
import { formatSpan } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';
import { DeviceList } from './device-list.tsx';
import { type RailEntry, railEntries } from './rail-entries.ts';

/** The devices and the shop as small shapes; pressing opens what is wrong and how to mend it. */
export function DeviceRail({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  return (
    <DialogTrigger>
      <Button className="device-rail" aria-label={say('devices.label')} data-testid="device-rail">
        {railEntries(view).map((entry) => (
          <RailShape key={entry.name} entry={entry} />
        ))}
      </Button>
      <Popover className="popover popover--wide" placement="bottom end">
        <Dialog className="device-popover" aria-label={say('devices.title')}>
          <h2 className="device-popover__title">{say('devices.title')}</h2>
          <DeviceList view={view} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function RailShape({ entry }: { readonly entry: RailEntry }) {
  const now = useNow();
  const { name, icon, look, sinceAt } = entry;
  const isAway = look === 'hollow' || look === 'attention';
  const ids = icon === 'shop' ? name.replace('shop', 'shop-state') : `device-${name}`;
  return (
    <span className={`rail-shape rail-shape--${look}`} data-testid={ids} data-state={entry.state}>
      <span className="rail-shape__sign">
        <Icon name={icon} size="1.75rem" />
      </span>
      {isAway && sinceAt !== null ? (
        <span className="rail-shape__since">{formatSpan(now - sinceAt)}</span>
      ) : null}
      {entry.count > 0 ? <span className="rail-shape__since">{entry.count}</span> : null}
    </span>
  );
}
