import { describe, expect, it } from 'vitest';
import { fits } from './cartonize.ts';
import { fillerFor } from './filler.ts';
import { carton, unit } from './testing/requests.ts';

describe('filler', () => {
  const box = carton('A', [200, 100, 100]);
  const packed = fits({ items: [unit([100, 100, 50])], carton: box });

  it('takes the empty volume, as paper of 10 g per litre unless said otherwise', () => {
    expect(packed && fillerFor(packed, box)).toEqual({ volumeMl: 1500, weightG: 15 });
    expect(packed && fillerFor(packed, box, 4)).toEqual({ volumeMl: 1500, weightG: 6 });
    expect(packed?.fillerMl).toBe(1500);
  });

  it('is none in a full carton', () => {
    const full = fits({ items: [unit([200, 100, 100])], carton: box });
    expect(full && fillerFor(full, box)).toEqual({ volumeMl: 0, weightG: 0 });
  });
});
