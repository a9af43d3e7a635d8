import { toBarPosition } from './scale-bar-position.ts';

/** Where the weight lies around its tolerance: a gate in the middle, a mark that moves. Drawn, not coloured. */
export function ScaleBar(props: {
  readonly tenthsG: number | null;
  readonly expectedG: number | null;
  readonly toleranceG: number | null;
}) {
  const { expectedG, toleranceG } = props;
  if (expectedG === null || toleranceG === null) return null;
  const at = props.tenthsG === null ? null : toBarPosition(props.tenthsG / 10, expectedG, toleranceG);
  return (
    <svg className="scale-bar" viewBox="0 0 300 36" preserveAspectRatio="none" aria-hidden="true">
      <line x1={0} y1={24} x2={300} y2={24} />
      <rect className="scale-bar__gate" x={100} y={14} width={100} height={20} />
      {at === null ? null : <path className="scale-bar__mark" d={`M${at * 300} 22l-9-18h18z`} />}
    </svg>
  );
}
