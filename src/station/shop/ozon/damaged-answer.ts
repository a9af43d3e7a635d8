import fc from 'fast-check';

// Used by tests alone: valid answers made wrong in every way that answers have been seen wrong.

type Path = readonly (string | number)[];

/** Every place in a JSON value, the root included. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn(Reflect.get(value, key), [...path, key]))];
}

const DROPPED = Symbol('dropped');

function changed(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put === DROPPED ? null : put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changed(item, rest, put) : item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    return rest.length === 0 && put === DROPPED ? [] : [[name, changed(item, rest, put)]];
  });
  return Object.fromEntries(entries);
}

/** What a number never comes as. */
export const noNumbers: readonly unknown[] = [DROPPED, null, '', [], {}, true, 'nonsense', ['x'], { a: 1 }];
/** What nothing comes as. */
export const anything: readonly unknown[] = [...noNumbers, -1, 0.5];

/** A valid answer with one to three places dropped, emptied or of another kind; or its text cut or replaced by a page. */
export function damaged(answer: unknown, puts = anything): fc.Arbitrary<string> {
  const place = fc.constantFrom(...placesIn(answer));
  const put = fc.constantFrom(...puts);
  const changes = fc.array(fc.tuple(place, put), { minLength: 1, maxLength: 3 });
  const mutated = changes.map((all) =>
    JSON.stringify(all.reduce<unknown>((body, [path, value]) => changed(body, path, value), answer)),
  );
  const text = JSON.stringify(answer);
  const cut = fc.nat(text.length).map((length) => text.slice(0, length));
  const page = fc.constantFrom('<html>gateway</html>', '', 'null', '[]', '"text"', '{"result":null}');
  return fc.oneof({ weight: 8, arbitrary: mutated }, { weight: 2, arbitrary: cut }, page);
}
