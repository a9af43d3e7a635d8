/** One finding: what was looked at, how it is, and, where it is not well, what to do. */
export type Finding = {
  readonly what: string;
  readonly state: 'ok' | 'attention' | 'wrong';
  readonly found: string;
  readonly cure: string | null;
};

/** A finding for people, with its cure on a line of its own. */
export function inWords({ what, state, found, cure }: Finding): string {
  const mark = { ok: 'ok       ', attention: 'attention', wrong: 'WRONG    ' }[state];
  return `${mark}  ${what}: ${found}${cure === null ? '' : `\n           -> ${cure}`}`;
}
