import { type Note, type ToneName, tones } from './tones.ts';

const rampS = 0.006;
let context: AudioContext | null = null;

/** Plays a tone at once; `volume` 0 to 1. A machine without sound stays silent, and the screen says it all the same. */
export function playTone(name: ToneName, volume: number): void {
  if (volume <= 0) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') {
    context.resume().catch((reason: unknown) => console.warn('no sound on this machine', reason));
  }
  const startS = context.currentTime + 0.005;
  for (const note of tones[name]) playNote(context, note, startS, volume);
}

function playNote(sound: AudioContext, note: Note, startS: number, volume: number): void {
  const oscillator = sound.createOscillator();
  const loudness = sound.createGain();
  const fromS = startS + note.startMs / 1000;
  const toS = fromS + note.lengthMs / 1000;
  oscillator.type = note.shape;
  oscillator.frequency.setValueAtTime(note.fromHz, fromS);
  oscillator.frequency.linearRampToValueAtTime(note.toHz, toS);
  // Ramps at both ends: a note that is cut off clicks.
  loudness.gain.setValueAtTime(0, fromS);
  loudness.gain.linearRampToValueAtTime(note.loudness * volume, fromS + rampS);
  loudness.gain.setValueAtTime(note.loudness * volume, toS - rampS);
  loudness.gain.linearRampToValueAtTime(0, toS);
  oscillator.connect(loudness).connect(sound.destination);
  oscillator.start(fromS);
  oscillator.stop(toS);
}
