import { Input, Label, TextField } from 'react-aria-components';
import { useTexts } from '../texts/use-texts.ts';

/** The first day of which Ozon tells. */
const FIRST_DAY = '2022-01-01';

/** A day to choose, by typing or from the system's calendar. An unfinished one changes nothing. */
export function DayInput(props: { readonly day: string; readonly onChange: (day: string) => void }) {
  const { say } = useTexts();
  return (
    <TextField
      className="field"
      type="date"
      defaultValue={props.day}
      onChange={(day) => {
        if (day >= FIRST_DAY) props.onChange(day);
      }}
    >
      <Label className="field__label">{say('accruals.day')}</Label>
      <Input className="field__input" min={FIRST_DAY} />
    </TextField>
  );
}
