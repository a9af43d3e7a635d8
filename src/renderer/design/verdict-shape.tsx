/** Which of the bench's answers a shape stands for. */
export type VerdictLook = 'neutral' | 'accepted' | 'wrong' | 'question' | 'stop';

/** The shape of an answer, told apart without colour: tick in a circle, octagon with a bar, diamond, crossed parcel. */
export function VerdictShape({ look, size }: { readonly look: VerdictLook; readonly size: string }) {
  return (
    <svg viewBox="0 0 100 100" style={{ width: size, height: size }} aria-hidden="true">
      {shapes[look]}
    </svg>
  );
}

const cut = { fill: 'none', stroke: 'var(--cut)', strokeWidth: 12, strokeLinecap: 'square' } as const;

const shapes = {
  neutral: (
    <g fill="none" stroke="currentColor" strokeWidth={5}>
      <path d="M8 30V12h18M74 12h18v18M92 70v18H74M26 88H8V70" />
      <path d="M24 30v40M34 30v40M44 30v40M56 30v40M66 30v40M76 30v40" strokeWidth={4} />
    </g>
  ),
  accepted: (
    <>
      <circle cx={50} cy={50} r={46} fill="currentColor" />
      <path d="M28 52 44 67 73 35" {...cut} />
    </>
  ),
  wrong: (
    <>
      <path d="M32 5h36l27 27v36L68 95H32L5 68V32z" fill="currentColor" />
      <path d="M28 50h44" {...cut} strokeWidth={16} />
    </>
  ),
  question: (
    <>
      <path d="M50 2 98 50 50 98 2 50z" fill="currentColor" />
      <path d="M37 40c0-18 27-18 27-1 0 11-13 12-13 22" {...cut} strokeWidth={9} strokeLinecap="butt" />
      <circle cx={51} cy={73} r={5.5} fill="var(--cut)" />
    </>
  ),
  stop: (
    <>
      <path d="M8 28 50 8l42 20v44L50 92 8 72z" fill="none" stroke="currentColor" strokeWidth={7} />
      <path d="M8 28 50 48l42-20M50 48v44" fill="none" stroke="currentColor" strokeWidth={5} />
      <path d="M12 10 88 90M88 10 12 90" stroke="currentColor" strokeWidth={11} />
    </>
  ),
} as const;
