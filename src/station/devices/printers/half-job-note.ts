/**
 * Remembers over a restart that a printer may hold half a job. It is written before a job's first byte leaves and taken
 * back when the job is through, so that a power cut in the middle leaves it behind.
 */
export type HalfJobNote = {
  readonly isThere: () => boolean;
  readonly put: () => void;
  readonly forget: () => void;
};

/** A note that lives as long as the program; for whoever has no database. */
export function fleetingNote(): HalfJobNote {
  let isThere = false;
  return {
    isThere: () => isThere,
    put: () => {
      isThere = true;
    },
    forget: () => {
      isThere = false;
    },
  };
}
