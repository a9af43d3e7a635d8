import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ScaleProtocol, scaleProtocols } from '#contract/scale-config.ts';
import { decodeScaleFrame, framerOf } from './decode-frame.ts';
import type { ScaleAnswer } from './scale-answer.ts';
import { scaleSettings } from './start-scale.ts';
import { type SampleFrame, sampleFrames } from './testing/scale-frames.ts';

const known = sampleFrames.flatMap((frame) =>
  frame.protocol === 'noise' ? [] : [{ ...frame, protocol: frame.protocol }],
);

describe.each(known)('the frame $id', (frame) => {
  it('says what it is known to say', () => {
    expect(decoded(frame)).toEqual(frame.expected);
  });

  it('says the same in portions of one byte', () => {
    // A report of a USB device is one portion by its nature.
    if (frame.protocol === 'hid-8d') return;
    const framer = framerOf(frame.protocol, scaleSettings(frame), frame.bytes);
    const whole = [...framer.push(frame.bytes), ...framer.pause()];
    framer.reset();
    const bit = [...frame.bytes].flatMap((byte) => [...framer.push(Uint8Array.of(byte))]);
    expect([...bit, ...framer.pause()]).toEqual(whole);
  });
});

const noise = Uint8Array.of(0x00, 0xff, 0x7f, 0x00);
/** Two protocols without a frame know an answer by the silence in front of it; a report has no front. */
const startsAnywhere = known.filter(
  ({ protocol, expected }) =>
    !/^massa-k-2|^hid-8d$/.test(protocol) && !/incomplete|malformed|mismatch|checksum/.test(expected.status),
);

it.each(startsAnywhere)('$id is found behind noise', (frame) => {
  const bytes = Buffer.concat([noise, frame.bytes]);
  expect(decodeScaleFrame(frame.protocol, scaleSettings(frame), bytes)).toEqual(frame.expected);
});

function decoded(frame: SampleFrame) {
  return decodeScaleFrame(frame.protocol, scaleSettings(frame), frame.bytes);
}

describe('noise on the line', () => {
  it.each(sampleFrames.filter(({ protocol }) => protocol === 'noise'))(
    '$id is no frame of any scale',
    (frame) => {
      expect(decoded(frame)).toEqual(frame.expected);
    },
  );

  it.each(scaleProtocols)('is never a stable weight of a %s scale', (protocol) => {
    for (const { bytes } of sampleFrames.filter((frame) => frame.protocol === 'noise')) {
      const framer = framerOf(protocol, scaleSettings({}), bytes);
      expect([...framer.push(bytes), ...framer.pause()].filter(isStableWeight)).toEqual([]);
    }
  });
});

/** Bytes that a protocol without a frame or a checksum takes for a weight; a stream has no way to tell. */
const unchecked: readonly ScaleProtocol[] = ['massa-k-2', 'massa-k-2-grams'];

describe.each(scaleProtocols)('a million random bytes to a %s scale', (protocol) => {
  it('end without an exception, and make no stable weight', () => {
    const framer = framerOf(protocol, scaleSettings({}));
    const random = randomBytes(0x5ca1e);
    let stableWeights = 0;
    for (let sent = 0; sent < 1_000_000; ) {
      const portion = random(1 + (sent % 61));
      sent += portion.length;
      stableWeights += framer.push(portion).filter(isStableWeight).length;
      if (sent % 7 === 0) stableWeights += framer.pause().filter(isStableWeight).length;
    }
    // A HID report is checked by the bus, not by its bytes.
    if (protocol !== 'hid-8d' && !unchecked.includes(protocol)) expect(stableWeights).toBe(0);
  });
});

it('frames are cut the same, whatever the portions', () => {
  const streams = scaleProtocols.filter((protocol) => protocol !== 'hid-8d');
  fc.assert(
    fc.property(
      fc.constantFrom(...streams),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      fc.array(fc.constantFrom(...known), { maxLength: 6 }),
      (protocol, sizes, frames) => {
        const bytes = Buffer.concat(
          frames.filter((frame) => frame.protocol === protocol).map((frame) => frame.bytes),
        );
        const framer = framerOf(protocol, scaleSettings({}));
        const whole = [...framer.push(bytes), ...framer.pause()];
        framer.reset();
        const answers: ScaleAnswer[] = [];
        for (let at = 0; at < bytes.length; ) {
          const size = sizes.next().value;
          answers.push(...framer.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect([...answers, ...framer.pause()]).toEqual(whole);
      },
    ),
  );
});

function isStableWeight(answer: ScaleAnswer): boolean {
  return answer.kind === 'weight' && answer.isStable === true;
}

/** The same bytes on every run (mulberry32). */
function randomBytes(seed: number): (count: number) => Uint8Array {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (count) => Uint8Array.from({ length: count }, next);
}
