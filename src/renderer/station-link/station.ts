import { createContext, useContext } from 'react';
import type { StationLink } from './station-link.ts';

/** The station of this window; given once, at the root. */
export const StationContext = createContext<StationLink | null>(null);

/** The link to the station; only within {@link StationContext}. */
export function useStation(): StationLink {
  const link = useContext(StationContext);
  if (link === null) throw new Error('useStation needs a StationContext around it');
  return link;
}
