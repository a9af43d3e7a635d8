import { useEffect } from 'react';
import { useStation } from '../station-link/station.ts';
import { openScreen, useScreen } from './screens.ts';

/** A scan that is about a posting brings the packing screen to the front; in the settings scans are tried out. */
export function useFollowScans(): void {
  const station = useStation();
  useEffect(
    () =>
      station.on('verdict', ({ verdict }) => {
        const { screen } = useScreen.getState();
        if (verdict.posting !== null && screen !== 'settings') openScreen('pack');
      }),
    [station],
  );
}
