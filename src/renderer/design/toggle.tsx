import { Switch } from 'react-aria-components';

/** On or off, with a sentence on what that means. */
export function Toggle(props: {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Switch className="switch" isSelected={props.isOn} onChange={props.onChange}>
      <span className="switch__track" />
      <span className="switch__text">
        <span>{props.label}</span>
        <span className="note">{props.hint}</span>
      </span>
    </Switch>
  );
}
