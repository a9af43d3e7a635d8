import { describe, expect, it } from 'vitest';
import { isOwnAddress, isOwnPage } from './own-address.ts';
import { mayRequest } from './request-rules.ts';

const strangers = [
  'https://example.com/',
  'https://bench/index.html',
  'https://example.com/app://bench/index.html',
  'app://bench.example.com/index.html',
  'app://bench:80@example.com/index.html',
  'app://user@bench/index.html',
  'app://bench:8080/index.html',
  'app://other/index.html',
  'file:///index.html',
  'data:text/html,x',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'about:blank',
  'not an address',
  '',
];

describe('the window stays on its own page', () => {
  it.each(strangers)('refuses %s', (address) => {
    expect(isOwnPage(address)).toBe(false);
    expect(isOwnAddress(address)).toBe(false);
    expect(mayRequest(address, false)).toBe(false);
  });
  it.each([
    'app://bench/',
    'app://bench/index.html',
    'app://bench/index.html#/queue',
    'app://bench/index.html?a=1',
  ])('accepts %s', (address) => expect(isOwnPage(address)).toBe(true));
  it('may load its scripts, but not go to them', () => {
    expect(isOwnAddress('app://bench/assets/index.js')).toBe(true);
    expect(isOwnPage('app://bench/assets/index.js')).toBe(false);
  });
  it('reaches the developer tools only where they may be opened', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
    expect(mayRequest('devtools://devtools/bundled/x.js', false)).toBe(false);
    expect(mayRequest('devtools://elsewhere/x.js', true)).toBe(false);
  });
});
