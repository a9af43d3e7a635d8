import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIppResponse, encodeIppRequest, OPERATION } from './ipp-message.ts';
import { stateOfQueue } from './ipp-state.ts';

describe('an IPP message', () => {
  it('is written byte for byte as RFC 8010 has it', () => {
    const bytes = encodeIppRequest({
      operation: OPERATION.getPrinterAttributes,
      requestId: 1,
      attributes: [
        { name: 'printer-uri', tag: 'uri', values: ['ipp://h/p'] },
        { name: 'requested-attributes', tag: 'keyword', values: ['a', 'b'] },
      ],
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(Buffer.from(bytes.subarray(0, 9)).toString('hex')).toBe('0101000b0000000101');
    expect(text).toContain('\x47\x00\x12attributes-charset\x00\x05utf-8');
    expect(text).toContain('\x45\x00\x0bprinter-uri\x00\x09ipp://h/p');
    expect(text).toContain('\x44\x00\x14requested-attributes\x00\x01a\x44\x00\x00\x00\x01b');
    expect(text.endsWith('\x03')).toBe(true);
  });

  it('gives back what was written, whatever the names and values', () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,40}$/).filter((text) => !text.startsWith('attributes-'));
    const attribute = fc.oneof(
      fc.record({
        name,
        tag: fc.constant('integer' as const),
        values: fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        name,
        tag: fc.constantFrom('text' as const, 'name' as const, 'keyword' as const, 'uri' as const),
        values: fc.array(fc.string({ maxLength: 50, unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
      }),
    );
    const attributes = fc.uniqueArray(attribute, { selector: (each) => each.name, maxLength: 6 });
    fc.assert(
      fc.property(attributes, fc.nat(0x7fffffff), (written, requestId) => {
        const bytes = encodeIppRequest({ operation: OPERATION.printJob, requestId, attributes: written });
        const read = decodeIppResponse(bytes);
        expect(read).toMatchObject({ ok: true, value: { requestId, status: OPERATION.printJob } });
        if (!read.ok) return;
        for (const { name: wanted, values } of written)
          expect(read.value.attributes.get(wanted)).toEqual(values);
      }),
    );
  });

  it('that is none, cut off or garbled never throws', () => {
    const whole = encodeIppRequest({
      operation: OPERATION.printJob,
      requestId: 7,
      attributes: [{ name: 'job-name', tag: 'name', values: ['x'] }],
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 80 }),
          fc.nat(whole.length).map((at) => whole.subarray(0, at)),
        ),
        (bytes) => {
          expect(typeof decodeIppResponse(bytes).ok).toBe('boolean');
        },
      ),
    );
  });
});

describe('how a queue is', () => {
  const queue = (state: number, reasons: readonly string[], accepts = true) =>
    stateOfQueue({
      attributes: new Map<string, (string | number | boolean)[]>([
        ['printer-state', [state]],
        ['printer-state-reasons', [...reasons]],
        ['printer-is-accepting-jobs', [accepts]],
      ]),
    }).trouble;

  it.each([
    [3, ['none'], true, null],
    [3, ['media-low-warning'], true, null],
    [5, ['media-empty-error', 'paused'], true, 'paper-out'],
    [5, ['paused'], true, 'queue-stopped'],
    [5, ['cover-open-error'], true, 'head-open'],
    [3, ['media-empty-error'], true, null],
    [4, ['media-empty'], true, null],
    [3, ['offline-report'], true, null],
    [5, ['offline-error'], true, 'printer-offline'],
    [3, ['none'], false, 'queue-rejects'],
    [3, ['constructor'], true, null],
  ])('state %i with %j, taking jobs: %s, is %s', (state, reasons, accepts, trouble) => {
    expect(queue(state, reasons, accepts)).toBe(trouble);
  });
});
