import { Input, Label, NumberField } from 'react-aria-components';

/** One number to type; an empty field keeps the last one. */
export function NumberInput(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  /** The label is read aloud but not painted, where a heading already says it. */
  readonly isLabelUnseen?: boolean;
}) {
  const change = (value: number) => {
    if (Number.isFinite(value)) props.onChange(value);
  };
  return (
    <NumberField
      className="field"
      value={props.value}
      onChange={change}
      minValue={props.min}
      maxValue={props.max}
      formatOptions={{ useGrouping: false }}
    >
      <Label className={props.isLabelUnseen === true ? 'unseen' : 'field__label'}>{props.label}</Label>
      <Input className="field__input" />
    </NumberField>
  );
}
