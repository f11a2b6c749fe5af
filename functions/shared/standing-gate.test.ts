import { StandingForbids } from '@sinau/enrolment';
import { identityWorld } from '@sinau/identity/testing';
import type { PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { standingGateOf } from './standing-gate.ts';

it('lets in by the legal standing of today where the person is, and whoever has none', async () => {
  const world = await identityWorld();
  const { personId } = await world.invite(world.tenants.agencyA, ['learner']);
  const gate = standingGateOf(world);
  await gate.requireService(personId);
  const before = await world.people.find(personId);
  if (!before) throw new Error('nobody');
  // Papua is two hours ahead: its day begins at three in the afternoon of UTC.
  const stations = [{ from: '2020-01-01', agencyId: 'a' as never, timeZone: 'Asia/Jayapura' as const }];
  const lists = { employment: [], posts: [], ...before.career, stations };
  const legalStandings = [
    { from: '2026-03-03', standing: 'suspended' as const },
    { from: '2026-03-05', standing: 'active' as const },
  ];
  await world.people.replace(before, { ...before, career: { ...lists, legalStandings } });
  const at = async (time: string) => {
    world.clock.advance(Date.parse(time) - world.clock.now().getTime());
    return gate.requireService(personId).then(
      () => 'in',
      (error: unknown) => error instanceof StandingForbids && error.code,
    );
  };
  expect(await at('2026-03-02T14:59:00.000Z')).toBe('in');
  expect(await at('2026-03-02T15:00:00.000Z')).toBe('enrolment.legal-standing');
  expect(await at('2026-03-04T14:59:00.000Z')).toBe('enrolment.legal-standing');
  expect(await at('2026-03-04T15:00:00.000Z')).toBe('in');
  // Whoever is nobody is refused by others, with their own words.
  await gate.requireService('nobody' as PersonId);
});
