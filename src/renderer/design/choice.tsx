import { Label, Radio, RadioGroup } from 'react-aria-components';

/** One of a few: all of them in sight, the chosen one filled. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
  readonly isLabelUnseen?: boolean;
  readonly testIdPrefix?: string;
}) {
  const choose = (value: string) => {
    const option = props.options.find((candidate) => candidate.value === value);
    if (option !== undefined) props.onChange(option.value);
  };
  return (
    <RadioGroup className="field" value={props.value} onChange={choose} orientation="horizontal">
      <Label className={props.isLabelUnseen === true ? 'unseen' : 'field__label'}>{props.label}</Label>
      <div className="choice">
        {props.options.map(({ value, text, lang }) => (
          <Radio
            key={value}
            value={value}
            className="choice__one"
            {...(lang === undefined ? {} : { lang })}
            {...(props.testIdPrefix === undefined ? {} : { 'data-testid': `${props.testIdPrefix}-${value}` })}
          >
            {text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
