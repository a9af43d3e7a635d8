import { Input, Label, Text, TextField } from 'react-aria-components';
import { formatClock, formatLongDay } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** A day and a time to choose, in the bench's own time zone; `value` is epoch ms, null while it is none. */
export function MomentInput(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) {
  const { language } = useTexts();
  const change = (text: string) => {
    const at = new Date(text).getTime();
    props.onChange(Number.isFinite(at) ? at : null);
  };
  return (
    <TextField
      className="field"
      value={props.value === null ? '' : localText(props.value)}
      onChange={change}
      type="datetime-local"
    >
      <Label className="field__label">{props.label}</Label>
      <Input className="field__input" />
      {/* The field orders day and month as the computer does, whatever the bench speaks. */}
      {props.value === null ? null : (
        <Text slot="description" className="field__hint">
          {formatLongDay(language, props.value)} {formatClock(props.value)}
        </Text>
      )}
    </TextField>
  );
}

/** `YYYY-MM-DDTHH:mm` by the clock on the wall, as the field wants it. */
function localText(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16);
}
