import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** An empty list: what will appear here and what to do until then. */
export function EmptyState(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={props.icon} size="4.5rem" line={1.4} />
      <p className="empty__title">{props.title}</p>
      <p className="empty__hint">{props.hint}</p>
      {props.children}
    </div>
  );
}
