import type { SingleReading } from './code-reading.ts';
import { parseDigitalLink } from './digital-link.ts';
import { valueBehind } from './gs1.ts';
import { toGtin14 } from './gtin.ts';

/**
 * What a scanned GS1 Digital Link is: its trade item or logistic unit. A serial number in it makes no marking code, which
 * has its own symbol. Null for what is no such link.
 */
export function readDigitalLink(data: string): readonly SingleReading[] | null {
  const parsed = parseDigitalLink(data);
  if (parsed === null) return null;
  if (!parsed.ok) {
    const { error } = parsed;
    const problem = error === 'compressed-link' || error === 'bad-check-digit' ? error : 'bad-structure';
    return [{ kind: 'unreadable', problem, raw: data }];
  }
  const sscc = valueBehind(parsed.value, '00');
  if (sscc !== null) return [{ kind: 'sscc', sscc }];
  const raw = valueBehind(parsed.value, '01');
  const gtin14 = raw === null ? null : toGtin14(raw);
  if (raw === null || gtin14 === null) return [{ kind: 'text', text: data }];
  return [{ kind: 'gtin', gtin14, raw, form: 'digital-link' }];
}
