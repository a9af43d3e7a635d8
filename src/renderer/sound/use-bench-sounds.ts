import { useEffect } from 'react';
import { useBench } from '../bench-store/bench-store.ts';
import { isChanged } from '../packing/is-changed.ts';
import { openCancellation } from '../packing/open-cancellation.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { useStation } from '../station-link/station.ts';
import { playTone } from './play-tone.ts';
import { toneForVerdict } from './tone-for.ts';
import { toneLengthMs } from './tones.ts';

const questionEveryMs = 4000;
const stopPauseMs = 120;

/** The bench's voice: every verdict and weight once, an open question again and again, a cancellation until answered. */
export function useBenchSounds(): void {
  const station = useStation();
  const isStopped = useBench((state) => openCancellation(state) !== null);
  const isAsking = useBench(({ view }) => {
    const kind = view?.session?.pending?.kind;
    return kind !== undefined && kind !== 'rejection';
  });
  const isOtherGoods = useBench(({ view }) => isChanged(view?.session ?? null));
  const isLost = useBench(({ announcements }) => announcements.last?.kind === 'lost');
  const lostTurn = useBench(({ announcements }) => announcements.turns);

  useEffect(() => {
    const volume = () => usePreferences.getState().volume;
    const offVerdict = station.on('verdict', ({ verdict }) => {
      const tone = toneForVerdict(verdict);
      if (tone !== null && tone !== 'stop') playTone(tone, volume());
    });
    const offWeight = station.on('weight', ({ isAccepted }) =>
      playTone(isAccepted ? 'complete' : 'wrong', volume()),
    );
    // A label that did not come out needs a hand, and the hand may be looking at the box.
    const offPrint = station.on('print', ({ state }) => {
      if (state === 'refused' || state === 'doubtful') playTone('question', volume());
    });
    return () => {
      offVerdict();
      offWeight();
      offPrint();
    };
  }, [station]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each lost scan sounds, also two in a row.
  useEffect(() => {
    if (isLost) playTone('wrong', usePreferences.getState().volume);
  }, [isLost, lostTurn]);

  // No scan brought it, so no verdict has sounded yet.
  useEffect(() => {
    if (isOtherGoods) playTone('question', usePreferences.getState().volume);
  }, [isOtherGoods]);

  useEffect(() => {
    if (!isAsking && !isOtherGoods) return;
    const timer = setInterval(() => playTone('question', usePreferences.getState().volume), questionEveryMs);
    return () => clearInterval(timer);
  }, [isAsking, isOtherGoods]);

  useEffect(() => {
    if (!isStopped) return;
    // The one sound that ignores the volume: a cancelled parcel must not leave.
    playTone('stop', 1);
    const timer = setInterval(() => playTone('stop', 1), toneLengthMs('stop') + stopPauseMs);
    return () => clearInterval(timer);
  }, [isStopped]);
}
