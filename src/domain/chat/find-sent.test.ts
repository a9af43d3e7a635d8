import { describe, expect, it } from 'vitest';
import { findSent, type SeenMessage } from './find-sent.ts';

const message = (id: string, text: string, over: Partial<SeenMessage> = {}): SeenMessage => ({
  ...{ id, text, isSellers: true, isPicture: false },
  ...over,
});

describe('a message whose answer was lost', () => {
  const hello = { kind: 'text', text: 'Hello' } as const;

  it('is found where it arrived', () => {
    expect(findSent(hello, [message('2', 'Hello'), message('1', 'Hi')], '1')).toBe('2');
    expect(findSent(hello, [message('1', 'Hello')], null)).toBe('1');
  });

  it('is not taken for an equal one that was there before, nor for the buyer’s', () => {
    expect(findSent(hello, [message('1', 'Hello')], '1')).toBeNull();
    expect(
      findSent(hello, [message('2', 'Hello', { isSellers: false }), message('1', 'Hi')], '1'),
    ).toBeNull();
  });

  it('is found by its name or its being a picture where it is a file', () => {
    const paper = { kind: 'file', name: 'act 1.pdf', isPicture: false } as const;
    expect(findSent(paper, [message('2', '[a](https://x/act%201.pdf)')], '1')).toBe('2');
    const picture = { kind: 'file', name: 'box.png', isPicture: true } as const;
    expect(findSent(picture, [message('2', '![](https://x/1)', { isPicture: true })], '1')).toBe('2');
    expect(findSent(picture, [message('2', 'box.png')], '1')).toBeNull();
  });
});
