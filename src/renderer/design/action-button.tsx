import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

/** A button of the bench: big enough for a glove, with the key that does the same. */
export function ActionButton(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'normal' | 'main' | 'plain' | 'inverse';
  readonly isBig?: boolean;
  readonly icon?: IconName;
  readonly keyName?: string;
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly testId?: string;
  readonly isFirst?: boolean;
  /** Sends the form it stands in. */
  readonly isSubmit?: boolean;
}) {
  const { look = 'normal', isBig = false, isDisabled = false } = props;
  const names = ['button', look === 'normal' ? '' : `button--${look}`, isBig ? 'button--big' : ''];
  return (
    <Button
      className={names.filter(Boolean).join(' ')}
      onPress={props.onPress}
      type={props.isSubmit === true ? 'submit' : 'button'}
      isDisabled={isDisabled}
      autoFocus={props.isFirst ?? false}
      data-testid={props.testId}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} size="1.75rem" />}
      {props.children === '' ? null : <span>{props.children}</span>}
      {props.keyName === undefined ? null : <KeyCap name={props.keyName} />}
    </Button>
  );
}
