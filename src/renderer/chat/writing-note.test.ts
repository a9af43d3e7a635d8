import { describe, expect, it } from 'vitest';
import { writingNote } from './writing-note.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const at = { language: 'en', now } as const;
const open = { state: 'open', sureUntil: null, why: 'not-come' } as const;

describe('beside the place to write', () => {
  it('stands until when one may', () => {
    const window = { state: 'open', sureUntil: now + 5 * 3_600_000, why: 'buyer-wrote' } as const;
    const note = writingNote({ writing: 'allowed', window }, at);
    expect(note.mayWrite).toBe(true);
    expect(note.text).toContain('in 5 h');
  });

  it('stands why one may not', () => {
    expect(writingNote({ writing: 'no-premium', window: open }, at)).toMatchObject({
      mayWrite: false,
      text: expect.stringContaining('Premium Plus'),
    });
    expect(writingNote({ writing: 'allowed', window: { state: 'closed', since: now } }, at)).toMatchObject({
      mayWrite: false,
      text: expect.stringContaining('ended'),
    });
  });

  it('stands that nobody knows, and it may be tried', () => {
    expect(writingNote({ writing: 'unknown', window: { state: 'perhaps' } }, at).mayWrite).toBe(true);
    expect(writingNote({ writing: 'unknown', window: open }, at).mayWrite).toBe(true);
  });
});
