import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';

/** A figure chosen by hand or arrow keys; `onSet` is told when the hand lets go. */
export function SliderInput(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly show: (value: number) => string;
  readonly onChange: (value: number) => void;
  readonly onSet: (value: number) => void;
}) {
  const first = (value: number | readonly number[]) =>
    typeof value === 'number' ? value : (value[0] ?? props.min);
  return (
    <Slider
      className="slider"
      value={props.value}
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      onChange={(value) => props.onChange(first(value))}
      onChangeEnd={(value) => props.onSet(first(value))}
    >
      <Label className="slider__label">{props.label}</Label>
      <SliderOutput>{props.show(props.value)}</SliderOutput>
      <SliderTrack className="slider__track">
        <SliderThumb className="slider__thumb" />
      </SliderTrack>
    </Slider>
  );
}
