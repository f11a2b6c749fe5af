import { parseEmployeeNumber } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { cast } from './cast.ts';
import { colleagues, learned } from './colleagues.ts';

it('colleagues have numbers of their status that nobody else has, and supervisors who come before them', () => {
  const now = new Date('2026-03-02T01:00:00.000Z');
  const seen = new Set<string>();
  for (const { number, name, status, supervisor } of colleagues) {
    expect(parseEmployeeNumber(number, status === 'PPPK' ? 'NI_PPPK' : 'NIP', now), name).toEqual({
      value: number,
    });
    if (supervisor !== undefined) expect(seen, name).toContain(supervisor);
    expect(seen, name).not.toContain(number);
    seen.add(number);
  }
  for (const { employeeNumber, key } of cast) {
    if (employeeNumber) expect(seen, key).toContain(employeeNumber.value);
  }
  for (const { learner } of learned) expect(seen).toContain(learner);
});
