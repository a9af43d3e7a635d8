import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ANSWERS } from '#station/shop/ozon/answers.ts';
import { METHOD } from '#station/shop/ozon/methods.ts';
import { list, unwrapped } from '#station/shop/ozon/wire/fields.ts';
import { compare, type Difference } from './compare.ts';
import { fieldsRead } from './fields-read.ts';
import { readOpenApi } from './open-api.ts';
import { type Exchange, playMethods } from './play-methods.ts';

const shipping = {
  type: 'object',
  required: ['posting_number', 'packages'],
  properties: {
    posting_number: { type: 'string', required: true },
    packages: { type: 'array', items: { $ref: '#/components/schemas/Package' } },
    with: { type: 'object', properties: { additional_data: { type: 'boolean' } } },
  },
};
const schemas = {
  Package: {
    type: 'object',
    properties: {
      products: {
        type: 'array',
        items: {
          type: 'object',
          required: ['product_id'],
          properties: { product_id: { type: 'integer' }, quantity: { type: 'integer' } },
        },
      },
    },
  },
  Shipped: {
    type: 'object',
    properties: { result: { type: 'array', items: { type: 'string' } }, additional_data: { type: 'array' } },
  },
};

/** A document that knows one method. */
function documentOf(request: object): string {
  const answer = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Shipped' } } } };
  const post = {
    requestBody: { content: { 'application/json': { schema: request } } },
    responses: { 200: answer },
  };
  return JSON.stringify({
    info: { version: 2.1 },
    paths: { [METHOD.ship]: { post } },
    components: { schemas },
  });
}

describe('an OpenAPI document', () => {
  const openApi = readOpenApi(documentOf(shipping));

  it('finds a field that a request should not have, one that it lacks, and one of another kind', () => {
    const faults = (body: unknown) => openApi.faultsOf('request', METHOD.ship, body);
    const packages = [{ products: [{ product_id: 1, quantity: 2 }] }];
    expect(faults({ posting_number: '1-1', packages })).toEqual([]);
    expect(faults({ posting_number: '1-1', packages, weight: 1 })).toEqual([
      'the whole must NOT have additional properties weight',
    ]);
    expect(faults({ packages })).toHaveLength(1);
    expect(faults({ posting_number: '1-1', packages: [{ products: [{ product_id: '1' }] }] })).toEqual([
      'packages[].products[].product_id must be integer',
    ]);
  });

  it('takes what the service sends for nothing, and knows every field of an answer', () => {
    expect(openApi.faultsOf('answer', METHOD.ship, { result: null })).toEqual([]);
    expect(openApi.faultsOf('answer', METHOD.ship, { result: ['1-1'], weight: 1 })).toHaveLength(1);
    expect(openApi.answerFields(METHOD.ship)).toEqual(new Set(['result', 'additional_data']));
    expect(openApi.answerFields(METHOD.roles)).toBeNull();
  });

  it('that is none is refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readOpenApi(text)).toThrow();
      }),
    );
  });
});

it('the fields that are read are found through every wrapper', () => {
  const answer = unwrapped(
    z.object({ rows: list(z.object({ id: z.string().nullish() })).transform((rows) => rows.length) }),
  );
  const row = z.object({ sku: z.union([z.string(), z.object({ value: z.string() })]) });
  expect(fieldsRead({ method: '/v1/x', answer, rows: { at: 'items', row } })).toEqual([
    ...['rows', 'rows[].id', 'items', 'items[].sku', 'items[].sku.value'],
  ]);
});

describe('the comparison', () => {
  let exchanges: readonly Exchange[];
  beforeAll(async () => {
    exchanges = await playMethods();
    // A hundred methods over HTTP, on a machine that does other things besides.
  }, 60_000);

  it('calls every method that the bench uses and that the stand-in offers, and reads every answer', () => {
    const found = compare(readOpenApi(documentOf(shipping)), exchanges);
    const of = (kind: Difference['kind']) => found.filter((each) => each.kind === kind);
    expect(of('never-called')).toEqual([]);
    expect(of('unread')).toEqual([]);
    expect(new Set(ANSWERS.map(({ method }) => method)).size).toBe(ANSWERS.length);
    // Of all methods this document knows one, and every other is told as unknown.
    expect(of('unknown-method').map(({ method }) => method)).not.toContain(METHOD.ship);
    expect(of('unknown-method')).toHaveLength(Object.values(METHOD).length - 1);
    expect(of('request')).toEqual([]);
  });

  it('tells of a field that Ozon has taken out of a request', () => {
    const { with: _, ...properties } = shipping.properties;
    const found = compare(readOpenApi(documentOf({ ...shipping, properties })), exchanges);
    expect(found.filter(({ kind }) => kind === 'request')).toEqual([
      {
        kind: 'request',
        method: METHOD.ship,
        detail: 'the whole must NOT have additional properties with',
        reason: null,
      },
    ]);
  });
});
