import type { LineView } from '#contract/bench-view.ts';
import { Icon } from '../design/icon.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { LineGroups } from './line-groups.ts';

/** What comes next, what is done and what goes elsewhere: small, and only as much as helps. */
export function OtherLines({ groups }: { readonly groups: LineGroups }) {
  const { say } = useTexts();
  return (
    <div className="other-lines">
      <LineRow
        title={say('pack.next')}
        lines={groups.upcoming}
        count={(line) => line.wantedInPackage - line.inPackage}
      />
      <LineRow
        title={say('pack.otherPackage')}
        lines={groups.elsewhere}
        count={(line) => line.wanted - line.packed}
      />
      <LineRow title={say('pack.done')} lines={groups.done} count={(line) => line.packed} isDone />
    </div>
  );
}

/** Two lines of two; a long posting says how many more there are. */
const shownMost = 4;

function LineRow(props: {
  readonly title: string;
  readonly lines: readonly LineView[];
  readonly count: (line: LineView) => number;
  readonly isDone?: boolean;
}) {
  const { say } = useTexts();
  const isDone = props.isDone ?? false;
  if (props.lines.length === 0) return null;
  const fits = props.lines.length <= shownMost;
  const shown = props.lines.slice(0, fits ? shownMost : shownMost - 1);
  const left = props.lines.length - shown.length;
  return (
    <div className={isDone ? 'line-row line-row--done' : 'line-row'}>
      <span className="line-row__title">{props.title}</span>
      <ul className="line-row__list">
        {shown.map((line) => (
          <li key={line.sku} className="line-row__line" title={line.name}>
            {isDone ? <Icon name="check" size="1.25rem" /> : null}
            <span className="line-row__name">{line.name}</span>
            <b>{say('pack.times', { count: props.count(line) })}</b>
          </li>
        ))}
        {left > 0 ? <li className="line-row__line">{say('common.more', { count: left })}</li> : null}
      </ul>
    </div>
  );
}
