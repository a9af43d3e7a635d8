import { Input, Label, Text, TextField } from 'react-aria-components';
import { formatLongDay } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The first day of which Ozon tells. */
const FIRST_DAY = '2022-01-01';

/** A day to choose, by typing or from the system's calendar. An unfinished one changes nothing. */
export function DayInput(props: { readonly day: string; readonly onChange: (day: string) => void }) {
  const { say, language } = useTexts();
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
      {/* The field orders day and month as the computer does, whatever the bench speaks. */}
      <Text slot="description" className="field__hint">
        {formatLongDay(language, new Date(`${props.day}T12:00`).getTime())}
      </Text>
    </TextField>
  );
}
