import type { LegalStanding } from '@sinau/identity';
import { expect, it } from 'vitest';
import { openSeminar } from './testing/open-seminar.ts';
import { portalWorld } from './testing/portal-world.ts';

it('is read at an event by whoever is away by their legal standing, and they keep a seat they had', async () => {
  const world = await portalWorld();
  const { agencyA } = world.tenants;
  const eventId = await openSeminar(world, await world.invite(agencyA, ['agency-admin']));
  const { personId, email } = await world.invite(agencyA, ['learner']);
  const stand = async (standing: LegalStanding) => {
    const known = await world.deps.people.find(personId);
    if (!known) throw new Error('nobody');
    const lists = { employment: [], posts: [], stations: [], ...known.career };
    const career = { ...lists, legalStandings: [{ from: '2020-01-01', standing }] };
    await world.deps.people.replace(known, { ...known, career });
  };
  const browser = world.browser();
  await browser.signIn(email);
  const seatOf = async () =>
    (await (await world.deps.events()).seats.find(eventId as never, personId))?.state;

  await stand('suspended');
  const refused = await browser.post(`/events/${eventId}/register`);
  expect(await refused.text()).toContain('kedudukan hukumnya belum mengizinkan pendaftaran.');
  expect([refused.status, await seatOf()]).toEqual([409, undefined]);

  await stand('active');
  expect((await browser.post(`/events/${eventId}/register`)).status).toBe(303);
  expect(await seatOf()).toBe('confirmed');

  await stand('suspended');
  expect(await (await browser.ask(`/events/${eventId}`)).text()).toContain('Seminar layanan');
  expect(await seatOf()).toBe('confirmed');
});
