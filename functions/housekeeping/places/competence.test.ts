import { type CompetencyId, declareOwn, type KeptClosing } from '@sinau/competency';
import { competencyWorld, sri } from '@sinau/competency/testing';
import type { AgencyId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { competencePlace } from './competence.ts';

it('P1, P4: gaps that were closed are in a copy and stay after an erasure, which takes the own word', async () => {
  const world = competencyWorld();
  const { personId } = sri;
  const m1 = 'M1' as CompetencyId;
  await declareOwn(world, { principal: sri, word: { competencyId: m1, level: 5 } });
  const closing = { competencyId: m1, required: 4, before: 2, after: 3, points: 1 } as const;
  const agencyId = 'badan' as AgencyId;
  const day = '2026-05-04';
  await world.counts.replace({
    ...{ personId, rev: 0, tallies: [] },
    closed: { agencyId, year: 2026, day, points: 1, changes: 1, closings: [closing] },
  });
  const place = competencePlace({ competence: world.persons, competencyCounts: world.counts }, 0);
  const closedGap: KeptClosing = { ...closing, personId, agencyId, day };
  const copied = async () =>
    place.copy?.({ personId, untilMs: Date.parse('2027-01-01') } as never, undefined);
  const own = { competencyAssessment: expect.objectContaining({ method: 'self' }) };
  expect((await copied())?.records).toEqual([own, { closedGap }]);
  const order = { personId, untilMs: Date.parse('2027-01-01') };
  expect(await place.erase?.(order as never, undefined as never)).toEqual({ counts: { ownCompetencies: 1 } });
  expect((await copied())?.records).toEqual([{ closedGap }]);
});
