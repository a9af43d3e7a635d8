import { useTexts } from '../texts/use-texts.ts';
import { toHourBars } from './hour-bars.ts';

const barWidth = 36;
const chartHeight = 150;

/** Packages by the hour, from the first hour of work to the last. */
export function HourChart({
  perHour,
}: {
  readonly perHour: readonly { readonly hour: number; readonly packages: number }[];
}) {
  const { say } = useTexts();
  const bars = toHourBars(perHour);
  const most = Math.max(1, ...bars.map(({ packages }) => packages));
  return (
    <figure className="panel chart">
      <figcaption className="panel__title">{say('shift.perHour')}</figcaption>
      <svg
        className="chart__drawing"
        viewBox={`0 0 ${bars.length * barWidth} ${chartHeight + 44}`}
        role="img"
        aria-label={say('shift.perHour')}
      >
        {bars.map(({ hour, packages }, index) => {
          const height = (packages / most) * chartHeight;
          const middle = (index + 0.5) * barWidth;
          return (
            <g key={hour}>
              <title>{say('shift.chartHour', { hour, count: packages })}</title>
              <rect
                className="chart__bar"
                x={index * barWidth + 4}
                y={20 + chartHeight - height}
                width={barWidth - 8}
                height={height}
              />
              {packages > 0 ? (
                <text className="chart__value" x={middle} y={14 + chartHeight - height} textAnchor="middle">
                  {packages}
                </text>
              ) : null}
              <text className="chart__axis" x={middle} y={chartHeight + 40} textAnchor="middle">
                {hour}
              </text>
            </g>
          );
        })}
        <line
          className="chart__line"
          x1={0}
          x2={bars.length * barWidth}
          y1={chartHeight + 20}
          y2={chartHeight + 20}
        />
      </svg>
    </figure>
  );
}
