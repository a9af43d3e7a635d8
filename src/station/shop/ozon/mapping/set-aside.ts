import type { z } from 'zod';
import type { SetAside } from '../../seller-account.ts';
import { isRecord } from '../wire/fields.ts';

const RAW_LENGTH = 4000;
/** People's names, phones and addresses do not belong into a task at the bench. */
const PRIVATE = new Set([
  'customer',
  'addressee',
  'courier',
  'legal_info',
  'financial_data',
  'analytics_data',
]);

/** An entry that could not be read, with what identifies it (`subjectKey`, else its place in the list). */
export function setAside(raw: unknown, index: number, subjectKey: string, error: z.ZodError): SetAside {
  const found = isRecord(raw) ? raw[subjectKey] : undefined;
  const named = (typeof found === 'string' && found.trim() !== '') || typeof found === 'number';
  const issue = error.issues[0];
  return {
    subject: (named ? String(found) : `#${index + 1}`).slice(0, 100),
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 500),
    raw: (JSON.stringify(raw, (key, value) => (PRIVATE.has(key) ? undefined : value)) ?? '').slice(
      0,
      RAW_LENGTH,
    ),
  };
}
