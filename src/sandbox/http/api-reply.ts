/** What a method of the stand-in answers before it becomes HTTP. */
export type ApiReply =
  /** `hasBigInts`: bigints of the body are written as numbers, with every digit. */
  | { readonly kind: 'json'; readonly body: unknown; readonly hasBigInts?: true }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bytes'; readonly contentType: string; readonly bytes: Uint8Array }
  | ApiRefusal;

/** A refusal in Ozon's gRPC-status shape: `{ code, message, details }` under an HTTP status. */
export interface ApiRefusal {
  readonly kind: 'refusal';
  readonly http: number;
  readonly code: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** HTTP 200 with a JSON body. */
export function json(body: unknown): ApiReply {
  return { kind: 'json', body };
}

/** HTTP 200 with a JSON body whose bigints become numbers of any length. */
export function jsonWithBigInts(body: unknown): ApiReply {
  return { kind: 'json', body, hasBigInts: true };
}

/** HTTP 200 without a body, as exemplar set/update and carriage approve answer. */
export function empty(): ApiReply {
  return { kind: 'empty' };
}

/** A refusal with any HTTP status, gRPC code and message. */
export function refusal(http: number, code: number, message: string): ApiRefusal {
  return { kind: 'refusal', http, code, message };
}

/** HTTP 400 / gRPC 3: the shape of all business refusals, whose code is the whole message. */
export function refused(message: string): ApiRefusal {
  return refusal(400, 3, message);
}

/** HTTP 404 / gRPC 5: the object is not there. */
export function notFound(message: string): ApiRefusal {
  return refusal(404, 5, message);
}
