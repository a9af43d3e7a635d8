import { z } from 'zod';
import type { AnswerReading } from '../../src/station/shop/ozon/answers.ts';

/** Every field that is read of a method's answer, as `items[].sku`. */
export function fieldsRead({ answer, rows }: AnswerReading): readonly string[] {
  const fields = new Set<string>();
  gather(answer, '', fields);
  if (rows !== undefined) {
    fields.add(rows.at);
    gather(rows.row, `${rows.at}[]`, fields);
  }
  return [...fields];
}

/** Looks through everything that is wrapped around an object: defaults, alternatives, changes before and after. */
function gather(schema: unknown, place: string, fields: Set<string>): void {
  if (schema instanceof z.ZodObject) {
    for (const [name, inner] of Object.entries(schema.shape)) {
      const at = place === '' ? name : `${place}.${name}`;
      fields.add(at);
      gather(inner, at, fields);
    }
  } else if (schema instanceof z.ZodArray) gather(schema.element, `${place}[]`, fields);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) gather(option, place, fields);
  else if (schema instanceof z.ZodPipe) {
    gather(schema.in, place, fields);
    gather(schema.out, place, fields);
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    gather(schema.unwrap(), place, fields);
  }
}
