import { describe, expect, it } from 'vitest';
import { aiAt, valueFault } from './application-identifiers.ts';
import { identifierTable } from './identifier-table.ts';

function faultOf(ai: string, value: string) {
  const found = aiAt(ai);
  return found === null ? 'unknown' : valueFault(found.rule, value);
}

describe('application identifiers', () => {
  it.each([
    ['253', '4607025880004', null],
    ['253', '4607025880004A-1', null],
    ['253', '4607025880005', 'bad-check-digit'],
    ['8003', '04607025880004ABC', null],
    ['8006', '046070258800110102', null],
    ['8010', '4607#-/A', null],
    ['8010', '4607a', 'bad-character'],
    ['4330', '001234-', null],
    ['7007', '260101260131', null],
    ['421', '643123456', null],
    ['421', 'RUS123456', 'bad-character'],
    ['3950', '000123', null],
    ['3956', '000123', 'unknown'],
    ['3106', '000123', 'unknown'],
    ['14', '260101', 'unknown'],
    ['415', '4607025880004', null],
    ['20', '1', 'value-too-short'],
    ['37', '123456789', 'value-too-long'],
  ])('(%s)%s', (ai, value, fault) => {
    expect(faultOf(ai, value)).toBe(fault);
  });

  it('no identifier is the beginning of another, so that each text has one reading', () => {
    const all = identifierTable.flatMap(([ais]) => ais.split(' ').map((range) => range.split('-')[0] ?? ''));
    for (const ai of all) {
      expect(aiAt(`${ai}0000`)?.ai).toBe(ai);
      expect(all.filter((other) => other !== ai && other.startsWith(ai))).toEqual([]);
    }
  });
});
