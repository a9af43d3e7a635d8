import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';

const Schema = z.record(z.string(), z.unknown());
const Content = z.object({
  content: z.record(z.string(), z.object({ schema: Schema.optional() })).optional(),
});
const Document = z.object({
  info: z.object({ version: z.coerce.string() }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ requestBody: Content.nullish(), responses: z.record(z.string(), Content).optional() }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

type Schema = z.infer<typeof Schema>;

/** What an OpenAPI document says of the bodies of its POST methods. */
export type OpenApi = {
  readonly version: string;
  readonly hasMethod: (path: string) => boolean;
  /** Why a body is no request, or no answer, of a method; empty where it is one, or where the document does not say. */
  readonly faultsOf: (kind: 'request' | 'answer', path: string, body: unknown) => readonly string[];
  /** Every field of an answer, as `result.items[].sku`; null where the document does not say. */
  readonly answerFields: (path: string) => ReadonlySet<string> | null;
};

const ROOT = 'ozon';
/** The document has a few types of its own making, `array of strings` and the like: there anything goes. */
const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object']);
/** Deeper there are only schemas that hold themselves. */
const DEPTH_MAX = 20;

/**
 * Reads an OpenAPI 3.0 document. Bodies are held to it strictly: a field that it does not name is a fault. `null` and the
 * empty values that Ozon sends for "nothing" are no fault in an answer, nor is an id as text instead of a number, as the
 * service itself does both. Throws where the text is no such document.
 */
export function readOpenApi(text: string): OpenApi {
  const document = Document.parse(JSON.parse(text));
  const { schemas } = document.components;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  ajv.addSchema({ $id: `${ROOT}/request`, components: { schemas: closed(schemas, 'request') } });
  ajv.addSchema({ $id: `${ROOT}/answer`, components: { schemas: closed(schemas, 'answer') } });
  const validators = new Map<string, ValidateFunction>();

  const bodyOf = (kind: 'request' | 'answer', path: string): Schema | null => {
    const method = document.paths[path]?.post;
    const holder = kind === 'request' ? method?.requestBody : method?.responses?.['200'];
    return holder?.content?.['application/json']?.schema ?? null;
  };
  const validatorOf = (kind: 'request' | 'answer', path: string): ValidateFunction | null => {
    const key = `${kind} ${path}`;
    const known = validators.get(key);
    if (known !== undefined) return known;
    const body = bodyOf(kind, path);
    if (body === null) return null;
    const compiled = ajv.compile(inRoot(closed({ body }, kind).body ?? {}, kind));
    validators.set(key, compiled);
    return compiled;
  };
  return {
    version: document.info.version,
    hasMethod: (path) => document.paths[path]?.post !== undefined,
    faultsOf(kind, path, body) {
      const validate = validatorOf(kind, path);
      if (validate === null || validate(body)) return [];
      return (validate.errors ?? []).map(({ instancePath, message, params }) =>
        `${placeOf(instancePath)} ${message} ${'additionalProperty' in params ? params.additionalProperty : ''}`.trim(),
      );
    },
    answerFields(path) {
      const body = bodyOf('answer', path);
      if (body === null) return null;
      const fields = new Set<string>();
      gatherFields(body, '', { schemas, fields, depth: 0 });
      return fields;
    },
  };
}

/** References within the document lead to its schemas, which the validator knows under another name. */
function inRoot(schema: Schema, kind: 'request' | 'answer'): AnySchemaObject {
  return mapped(schema, (value, key) =>
    key === '$ref' && typeof value === 'string' ? `${ROOT}/${kind}${value}` : value,
  );
}

function closed(
  schemas: Readonly<Record<string, Schema>>,
  kind: 'request' | 'answer',
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strict(schema, kind)]));
}

/** The schema with no fields but its own; in answers, with the empty values and the ids as text that the service sends. */
function strict(schema: Schema, kind: 'request' | 'answer'): Schema {
  return mapped(schema, (value) => {
    if (!isRecord(value)) return value;
    const { $ref, properties, items, allOf, oneOf, anyOf, type } = value;
    const isClosed = isRecord(properties) && value.additionalProperties === undefined && allOf === undefined;
    const common = {
      ...{ $ref, properties, items, allOf, oneOf, anyOf },
      additionalProperties: isClosed ? false : undefined,
    };
    const wanted =
      kind === 'request'
        ? { type: typesOf(type), required: arrayOr(value.required), enum: arrayOr(value.enum) }
        : { type: looseTypesOf(type) };
    return Object.fromEntries(
      Object.entries({ ...common, ...wanted }).filter(([, each]) => each !== undefined),
    );
  });
}

function typesOf(type: unknown): string | undefined {
  return typeof type === 'string' && TYPES.has(type) ? type : undefined;
}

function looseTypesOf(type: unknown): readonly string[] | undefined {
  const known = typesOf(type);
  if (known === undefined) return undefined;
  return known === 'integer' || known === 'number' ? [known, 'string', 'null'] : [known, 'null'];
}

/** The document has `required: true` beside a field now and then, which says nothing. */
function arrayOr(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

/** A copy of a schema in which each value was given to `change`, the inner ones first. */
function mapped(schema: Schema, change: (value: unknown, key: string) => unknown): Schema {
  const visit = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one, ''));
    if (!isRecord(value)) return change(value, key);
    const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]));
    // A field may be called like a word of the schema language: its fields are no schema themselves.
    return key === 'properties' ? copy : change(copy, key);
  };
  const result = visit(schema, '');
  return isRecord(result) ? result : {};
}

type Gathering = {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly fields: Set<string>;
  readonly depth: number;
};

function gatherFields(schema: unknown, place: string, { schemas, fields, depth }: Gathering): void {
  if (!isRecord(schema) || depth > DEPTH_MAX) return;
  const deeper = { schemas, fields, depth: depth + 1 };
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return gatherFields(schemas[name], place, deeper);
  }
  for (const part of [schema.allOf, schema.oneOf, schema.anyOf].flat()) gatherFields(part, place, deeper);
  if (schema.items !== undefined) gatherFields(schema.items, `${place}[]`, deeper);
  if (!isRecord(schema.properties)) return;
  for (const [name, inner] of Object.entries(schema.properties)) {
    const at = place === '' ? name : `${place}.${name}`;
    fields.add(at);
    gatherFields(inner, at, deeper);
  }
}

function placeOf(instancePath: string): string {
  return instancePath.replaceAll(/\/\d+/g, '[]').replaceAll('/', '.').replace(/^\./, '') || 'the whole';
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
