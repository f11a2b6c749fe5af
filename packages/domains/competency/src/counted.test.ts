import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { CompetencyId } from './competency.ts';
import { type CountedCell, type CountedPerson, gapsClosed } from './counted.ts';

const person = (
  cells: readonly (readonly [string, CountedCell['required'], CountedCell['held']?])[],
): CountedPerson => ({
  ...{ personId: 'sri' as PersonId, name: 'Sri', agencyId: 'bkd' as AgencyId, unitId: 'u1', criticality: 1 },
  cells: cells.map(([id, required, held]) => ({
    ...{ competencyId: id as CompetencyId, required },
    ...(held !== undefined && { held }),
  })),
});
const closed = (before: CountedPerson | undefined, after: CountedPerson | undefined) => {
  const found = gapsClosed(before, after, { today: '2026-11-29', sources: new Map() });
  return found && [found.points, found.changes];
};

describe('gapsClosed', () => {
  it('counts levels by which gaps are smaller, and takes off those by which they are larger', () => {
    const before = person([
      ['M1', 4, 2],
      ['M2', 3, 1],
      ['M3', 3, 3],
    ]);
    const after = person([
      ['M1', 4, 4],
      ['M2', 3, 2],
      ['M3', 3, 2],
    ]);
    expect(closed(before, after)).toEqual([2, 3]);
    const source = { method: 'competency-test', assessedOn: '2026-11-20' } as const;
    const sources = new Map([['M1' as CompetencyId, source]]);
    expect(gapsClosed(before, after, { today: '2026-11-29', sources })).toMatchObject({
      ...{ agencyId: 'bkd', year: 2026, day: '2026-11-29' },
      closings: [
        { competencyId: 'M1', required: 4, before: 2, after: 4, points: 2, source },
        { competencyId: 'M2', required: 3, before: 1, after: 2, points: 1 },
        { competencyId: 'M3', required: 3, before: 3, after: 2, points: -1 },
      ],
    });
  });

  it('knows no gap closed by what was found out, has ended, is asked otherwise or goes beyond what is asked', () => {
    const before = person([
      ['M1', 4],
      ['M2', 3, 1],
      ['M3', 3, 1],
      ['M4', 2, 2],
    ]);
    const after = person([
      ['M1', 4, 4],
      ['M2', 3],
      ['M3', 1, 1],
      ['M4', 2, 4],
    ]);
    expect(closed(before, after)).toBeUndefined();
  });

  it('counts nothing for who comes, goes or moves to another agency', () => {
    const one = person([['M1', 4, 2]]);
    const other = { ...person([['M1', 4, 4]]), agencyId: 'bkn' as AgencyId };
    for (const [before, after] of [
      [undefined, one],
      [one, undefined],
      [one, other],
      [one, one],
    ] as const)
      expect(closed(before, after)).toBeUndefined();
  });
});
