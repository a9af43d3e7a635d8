import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

/** One of many: the chosen one in sight, the others in a list that opens. */
export function SelectInput<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
}) {
  const choose = (key: unknown) => {
    const option = props.options.find(({ value }) => value === key);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <Select className="field" selectedKey={props.value} onSelectionChange={choose}>
      <Label className="field__label">{props.label}</Label>
      <Button className="field__input select" data-testid={props.testId}>
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="select__list">
        <ListBox className="scroll">
          {props.options.map(({ value, text }) => (
            <ListBoxItem key={value} id={value} className="select__one" textValue={text}>
              {text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
