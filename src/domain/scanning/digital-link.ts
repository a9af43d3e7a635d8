import { err, ok, type Result } from '../result.ts';
import { aiAt, valueFault } from './application-identifiers.ts';
import type { Gs1Element, Gs1Fault } from './gs1.ts';

/** Keys that a link's path may begin with, and what may qualify each, in that order (GS1 Digital Link URI syntax 4). */
const qualifiersOf: Readonly<Record<string, readonly string[]>> = {
  '00': [],
  '01': ['22', '10', '21', '235'],
  8003: [],
  8004: ['7040'],
  8006: ['22', '10', '21'],
  8010: ['8011'],
  8013: [],
  8017: ['8019'],
  8018: ['8019'],
  253: [],
  255: [],
  401: [],
  402: [],
  414: ['254', '7040'],
  415: ['8020'],
  417: ['7040'],
};

export type LinkProblem = 'compressed-link' | Gs1Fault;

/**
 * The elements in a GS1 Digital Link, a web address with identifiers in its path: `https://example.com/01/04607025880011/21/A1`.
 * Any host and any path in front of the key are fine; a GTIN of 8, 12 or 13 digits is padded to 14; `?17=261231` adds
 * elements. Null for an address that is no such link. Fails for a compressed one, which needs the tables of its
 * generator, and for a value that breaks its identifier's rule.
 */
export function parseDigitalLink(text: string): Result<readonly Gs1Element[], LinkProblem> | null {
  if (!/^https?:\/\/[^/]+\/./i.test(text) || !URL.canParse(text)) return null;
  const { pathname, searchParams } = new URL(text);
  const segments = decodedSegments(pathname);
  if (segments === null) return null;
  const start = segments.findIndex((segment) => Object.hasOwn(qualifiersOf, segment));
  if (start < 0 || segments[start + 1] === undefined)
    return isCompressed(segments) ? err('compressed-link') : null;
  const elements: Gs1Element[] = [];
  const [key = '', ...rest] = segments.slice(start);
  const allowed = [key, ...(qualifiersOf[key] ?? [])];
  const path = [key, ...rest];
  for (let at = 0; at < path.length; at += 2) {
    const ai = path[at] ?? '';
    const value = path[at + 1];
    if (!allowed.includes(ai) || value === undefined) return err('unknown-ai');
    elements.push({ ai, value: ai === '01' ? padded(value) : value });
  }
  for (const [ai, value] of searchParams) {
    if (aiAt(ai)?.ai === ai && !elements.some((element) => element.ai === ai)) elements.push({ ai, value });
  }
  return checked(elements);
}

/** The path's pieces without their percent signs; null where they are broken. */
function decodedSegments(pathname: string): readonly string[] | null {
  try {
    return pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** A single piece of base 64 of the length a compressed GTIN takes; a page of a shop rarely looks so. */
function isCompressed(segments: readonly string[]): boolean {
  const last = segments.at(-1) ?? '';
  return (
    segments.length <= 2 &&
    /^[A-Za-z0-9_-]{10,120}$/.test(last) &&
    /\d/.test(last) &&
    /[A-Z]/.test(last) &&
    /[a-z]/.test(last)
  );
}

function padded(gtin: string): string {
  return /^\d{8}$|^\d{12,13}$/.test(gtin) ? gtin.padStart(14, '0') : gtin;
}

function checked(elements: readonly Gs1Element[]): Result<readonly Gs1Element[], LinkProblem> {
  for (const { ai, value } of elements) {
    const rule = aiAt(ai)?.rule;
    const fault = rule === undefined ? 'unknown-ai' : valueFault(rule, value);
    if (fault !== null) return err(fault);
  }
  return ok(elements);
}
