import type { Person } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import { type EventTerms, makeEvent, publishEvent, type SessionId } from '@sinau/programmes';
import type { portalWorld } from './portal-world.ts';

type World = Awaited<ReturnType<typeof portalWorld>>;
const hour = 3_600_000;

/** A seminar of the agency, open now and held the day after tomorrow. */
export async function openSeminar({ deps }: World, admin: Person): Promise<string> {
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
