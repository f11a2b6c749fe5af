import { addDays, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import { makeEvent, momentOf, publishEvent, register, type SessionId } from '@sinau/programmes';
import type { EventDesk } from '../shared/event-parts.ts';
import type { Seeded } from './seed/index.ts';

const zone = 'Asia/Jakarta';

/** A seminar of two days that the seeded agency holds in a week, with one who comes. Once. */
export async function seedEvents(desk: EventDesk, { tenants, people }: Seeded): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  if ((await desk.events.listOf(tenants.agency, { limit: 1 })).events.length > 0) return;
  const today = localDateOf(desk.clock.now().getTime(), zone);
  const day = (n: number, title: string) => ({
    ...{ sessionId: `hari-${n}` as SessionId, title, place: 'Aula lantai 2' },
    startsAt: momentOf(`${addDays(today, 6 + n)}T09:00`, zone),
    endsAt: momentOf(`${addDays(today, 6 + n)}T12:00`, zone),
  });
  const { eventId } = await makeEvent(desk, {
    principal,
    terms: {
      ...{
        title: 'Seminar pelayanan publik yang ramah',
        form: 'KL06',
        mode: 'in-person',
        abroad: false,
        zone,
      },
      about:
        'Dua hari bersama praktisi: mendengarkan warga, menjelaskan dengan sederhana, menindaklanjuti pengaduan.',
      sessions: [day(1, 'Mendengarkan warga'), day(2, 'Menindaklanjuti pengaduan')],
      speakers: [
        {
          name: 'Dr. Wulan Contoh',
          post: 'Widyaiswara Ahli Madya',
          bio: 'Mengajar pelayanan publik sejak 2009.',
        },
      ],
      ...{ capacity: 30, audience: 'agency', unitIds: [], approval: 'none', confirmHours: 24 },
      opensAt: momentOf(`${addDays(today, -1)}T08:00`, zone),
      closesAt: momentOf(`${addDays(today, 6)}T16:00`, zone),
      links: [{ title: 'Standar pelayanan', url: 'https://jdih.example.go.id/standar-pelayanan' }],
    },
  });
  await publishEvent(desk, { principal, eventId });
  const supervisor = people.find(({ role }) => role === 'supervisor');
  if (!supervisor) return;
  const { personId, name } = supervisor;
  const guest: PersonPrincipal = { kind: 'person', personId, name, roles: ['learner'], agencyId };
  await register(desk, { principal: guest, eventId, despite: false });
  await seedWebinar(desk, { tenants, people });
}

/** A webinar of the seeded provider, for everybody. */
async function seedWebinar(
  desk: EventDesk,
  { tenants, people }: Pick<Seeded, 'tenants' | 'people'>,
): Promise<void> {
  const author = people.find(({ role }) => role === 'provider-author');
  if (!author || tenants.provider.kind !== 'provider') return;
  const { personId, name } = author;
  const { providerId } = tenants.provider;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId, name, roles: ['provider-author'], providerId },
  };
  const today = localDateOf(desk.clock.now().getTime(), zone);
  const link = 'https://rapat.example.ac.id/data-terbuka';
  const at = (days: number, time: string) => momentOf(`${addDays(today, days)}T${time}`, zone);
  const { eventId } = await makeEvent(desk, {
    principal,
    terms: {
      ...{ title: 'Webinar membaca data layanan', form: 'KL06', mode: 'online', abroad: false, zone },
      about: 'Dari pengaduan dan survei ke keputusan: membaca angka yang sudah Anda miliki.',
      sessions: [
        { sessionId: 'sesi-1' as SessionId, link, startsAt: at(9, '09:00'), endsAt: at(9, '11:30') },
      ],
      speakers: [{ name: 'Ir. Bagas Contoh', post: 'Dosen' }],
      ...{ capacity: 200, audience: 'all', unitIds: [], approval: 'none', confirmHours: 24 },
      ...{ opensAt: at(-1, '08:00'), closesAt: at(9, '09:00'), links: [] },
    },
  });
  await publishEvent(desk, { principal, eventId });
}
