import { describe, expect, it } from 'vitest';
import { personName } from './person-name.ts';
import { sampleBenchFile } from './testing/test-bench.ts';

describe('the name of a person on screens', () => {
  it('is the name, or the badge of somebody who is not in the bench file any more', () => {
    expect(personName(sampleBenchFile, 'P1')).toBe('Anna');
    expect(personName(sampleBenchFile, 'P9')).toBe('P9');
  });

  it('says the badge too where two people have one name', () => {
    const people = [
      ...sampleBenchFile.people,
      ...sampleBenchFile.people.map((one) => ({ ...one, name: 'Anna' })),
    ];
    expect(personName({ people }, 'P1')).toBe('Anna (P1)');
  });
});
