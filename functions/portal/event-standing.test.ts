import type { LegalStanding, Person } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import { type EventTerms, makeEvent, publishEvent, type SessionId } from '@sinau/programmes';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

type World = Awaited<ReturnType<typeof portalWorld>>;
const hour = 3_600_000;

/** A seminar of the agency, open now and held the day after tomorrow. */
async function openSeminar({ deps }: World, admin: Person): Promise<string> {
  if (admin.home.kind !== 'agency') throw new Error('of no agency');
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'] },
    agencyId: admin.home.agencyId,
  };
  const at = (hours: number) => new Date(deps.clock.now().getTime() + hours * hour).toISOString();
  const desk = await deps.events();
  const sessions = [{ sessionId: 's1' as SessionId, startsAt: at(48), endsAt: at(51), place: 'Aula' }];
  const terms: EventTerms = {
    ...{ title: 'Seminar layanan', form: 'KL06', mode: 'in-person', abroad: false, zone: 'Asia/Jakarta' },
    ...{ sessions, speakers: [], capacity: 9, audience: 'agency', unitIds: [], approval: 'none' },
    ...{ confirmHours: 24, opensAt: at(-1), closesAt: at(47), links: [] },
  };
  const { eventId } = await makeEvent(desk, { principal, terms });
  await publishEvent(desk, { principal, eventId });
  return eventId;
}

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
