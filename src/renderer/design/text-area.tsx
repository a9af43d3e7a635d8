import type { KeyboardEvent } from 'react';
import { TextArea as Area, Label, Text, TextField } from 'react-aria-components';

/** Several lines of text to type; Ctrl+Enter sends them. */
export function TextArea(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  readonly onLeave: () => void;
  readonly hint: string;
  readonly lengthMax: number;
  readonly isDisabled: boolean;
}) {
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    props.onSend();
  };
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      onBlur={props.onLeave}
      isDisabled={props.isDisabled}
      maxLength={props.lengthMax}
    >
      <Label className="field__label">{props.label}</Label>
      <Area className="field__input text-area" rows={3} onKeyDown={send} />
      <Text slot="description" className="field__hint">
        {props.hint}
      </Text>
    </TextField>
  );
}
