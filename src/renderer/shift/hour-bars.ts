/** One bar of the day. */
export interface HourBar {
  readonly hour: number;
  readonly packages: number;
}

/** At least a shift's length is drawn, so that a morning's two bars do not fill the page. */
const hoursLeast = 8;

/** Every hour from the first to the last with work, empty ones between them too. */
export function toHourBars(perHour: readonly HourBar[]): readonly HourBar[] {
  const worked = perHour.filter(({ packages }) => packages > 0).map(({ hour }) => hour);
  const first = worked.length === 0 ? 9 : Math.min(...worked);
  const last = worked.length === 0 ? 16 : Math.max(...worked);
  const from = Math.min(first, 24 - hoursLeast);
  const to = Math.max(last, from + hoursLeast - 1);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const hour = from + index;
    return { hour, packages: perHour.find((entry) => entry.hour === hour)?.packages ?? 0 };
  });
}
