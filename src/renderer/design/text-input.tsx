import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

/** One line of text to type. */
export function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null;
  readonly isSecret?: boolean;
  readonly isNumeric?: boolean;
  readonly isReadOnly?: boolean;
  readonly placeholder?: string;
  readonly lengthMax?: number;
}) {
  const { error = null } = props;
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== null}
      // The browser's own check would keep a form from being sent for as long as a field was marked once.
      validationBehavior="aria"
      isReadOnly={props.isReadOnly ?? false}
      type={props.isSecret === true ? 'password' : 'text'}
      inputMode={props.isNumeric === true ? 'numeric' : 'text'}
      maxLength={props.lengthMax ?? 500}
      autoComplete="off"
    >
      <Label className="field__label">{props.label}</Label>
      <Input className="field__input" placeholder={props.placeholder ?? ''} spellCheck={false} />
      {props.hint === undefined ? null : (
        <Text slot="description" className="field__hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
    </TextField>
  );
}
