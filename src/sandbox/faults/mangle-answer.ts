import type { Fault } from './fault.ts';

/** The JSON body of an answer as the given faults leave it. */
export function mangleAnswer(body: unknown, faults: readonly Fault[]): unknown {
  return faults.reduce((mangled, fault) => mangleOnce(mangled, fault), body);
}

function mangleOnce(body: unknown, fault: Fault): unknown {
  switch (fault.kind) {
    case 'unknownFields':
      return eachObject(body, (object) => ({ a_field_of_tomorrow: { nested: [1, 'two', null] }, ...object }));
    case 'unknownStatus':
      return eachObject(body, (object) =>
        concerns(object, fault)
          ? { ...object, status: fault.status, substatus: 'posting_in_hyperspace' }
          : object,
      );
    case 'idsAsText':
      return eachObject(body, (object) =>
        Object.fromEntries(
          Object.entries(object).map(([key, value]) => [
            key,
            isId(key) && typeof value === 'number' ? String(value) : value,
          ]),
        ),
      );
    case 'nulls':
      return eachObject(body, (object) =>
        Object.fromEntries(
          Object.entries(object).map(([key, value]) => [key, isEmpty(value) ? null : value]),
        ),
      );
    case 'wrapped':
      return { result: body };
    case 'malformedPosting':
      return malformFirst(body, fault);
    default:
      return body;
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function eachObject(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => eachObject(item, change));
  if (!isObject(value)) return value;
  return change(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachObject(item, change)])),
  );
}

/** A posting in an answer; with `containing`, only the one of that number. */
function concerns(object: JsonObject, fault: Fault): boolean {
  const number = object.posting_number;
  return (
    typeof number === 'string' &&
    'substatus' in object &&
    (fault.containing === '' || number.includes(fault.containing))
  );
}

/** Makes the first posting that is concerned unreadable: its products are no list and it has no status. */
function malformFirst(body: unknown, fault: Fault): unknown {
  let done = false;
  return eachObject(body, (object) => {
    if (done || !concerns(object, fault)) return object;
    done = true;
    const { status: _, ...rest } = object;
    return { ...rest, products: 'none of your business', shipment_date: 12 };
  });
}

function isId(key: string): boolean {
  return key === 'sku' || key === 'id' || key.endsWith('_id');
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
