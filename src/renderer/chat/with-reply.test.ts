import { expect, it } from 'vitest';
import { withReply } from './with-reply.ts';

it('a ready answer stands alone or behind what was written, and never exceeds what may be sent', () => {
  expect(withReply(' \n', 'It ships today.', 1000)).toBe('It ships today.');
  expect(withReply('Hello! ', 'It ships today.', 1000)).toBe('Hello!\nIt ships today.');
  expect(withReply('Hello!', 'It ships today.', 10)).toBe('Hello!\nIt ');
});
