import { describe, expect, it } from 'vitest';
import { mayCall } from './calling-frame.ts';

describe('who may call main', () => {
  it('the main frame of our own page may', () => {
    expect(mayCall({ url: 'app://bench/index.html', parent: null })).toBe(true);
  });
  it('a frame that is gone may not', () => expect(mayCall(null)).toBe(false));
  it('a frame in a frame may not', () => {
    expect(mayCall({ url: 'app://bench/index.html', parent: {} })).toBe(false);
  });
  it('another page may not', () => {
    expect(mayCall({ url: 'https://example.com/', parent: null })).toBe(false);
    expect(mayCall({ url: 'app://bench.evil/index.html', parent: null })).toBe(false);
    expect(mayCall({ url: '', parent: null })).toBe(false);
  });
});
