import type { EventId } from '@sinau/programmes';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const path = '/agency/event-requests';
const form = {
  ...{ title: 'Lokakarya', about: '', form: 'KL06', mode: 'in-person', abroad: 'no', zone: 'Asia/Jakarta' },
  ...{ s0date: '2029-12-01', s0from: '09:00', s0until: '12:00', s0place: 'Aula' },
  ...{ capacity: '20', opensAt: '2026-01-01T08:00', closesAt: '2029-11-30T16:00', audience: 'agency' },
  ...{ approval: 'supervisor', confirmHours: '24' },
};

async function open() {
  const world = await portalWorld();
  type Tenant = 'agencyA' | 'agencyB';
  type Role = 'agency-admin' | 'learner' | 'supervisor';
  const signedIn = async (tenant: Tenant, role: Role) => {
    const person = await world.invite(world.tenants[tenant], [role]);
    const browser = world.browser();
    await browser.signIn(person.email);
    return { ...browser, person, text: async (at: string) => (await browser.ask(at)).text() };
  };
  const admin = await signedIn('agencyA', 'agency-admin');
  const made = await admin.post('/agency/events/new', form);
  const eventId = /events\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] as EventId;
  await admin.post(`/agency/events/${eventId}/act`, { act: 'publish' });
  return { world, admin, eventId, signedIn };
}

it('the agency decides about people who have no supervisor, and about nobody else', async () => {
  const { world, admin, eventId, signedIn } = await open();
  const boss = await signedIn('agencyA', 'supervisor');
  const [sri, budi, tono] = [
    await signedIn('agencyA', 'learner'),
    await signedIn('agencyA', 'learner'),
    await signedIn('agencyA', 'learner'),
  ];
  const known = await world.deps.people.find(tono.person.personId);
  if (known) await world.deps.people.replace(known, { ...known, supervisorId: boss.person.personId });
  for (const one of [sri, budi, tono, admin]) {
    expect((await one.post(`/events/${eventId}/register`)).status).toBe(303);
  }
  expect(await sri.text(`/events/${eventId}`)).toContain('Menunggu persetujuan atasan atau instansi');
  expect(await admin.text('/agency/events')).toContain(`href="${path}"`);
  const listed = await admin.text(path);
  for (const { person } of [sri, budi]) expect(listed).toContain(`value="${person.personId}"`);
  for (const { person } of [tono, admin]) expect(listed).not.toContain(`value="${person.personId}"`);
  const about = (of: typeof sri, decision: string, reason = '') => ({
    ...{ eventId, personId: of.person.personId, decision, reason },
  });
  expect((await boss.ask(path)).status).toBe(403);
  expect((await boss.post(path, about(sri, 'approve'))).status).toBe(403);
  expect((await sri.post(path, about(sri, 'approve'))).status).toBe(403);
  const stranger = await signedIn('agencyB', 'agency-admin');
  expect(await stranger.text(path)).toContain('Tidak ada pegawai yang menunggu keputusan instansi.');
  for (const [who, whom] of [
    [stranger, sri],
    [admin, tono],
    [admin, admin],
  ] as const) {
    expect((await who.post(path, about(whom, 'approve'))).status).toBe(404);
  }
  expect((await admin.post(path, about(budi, 'decline'))).status).toBe(422);
  const saved = await admin.post(path, about(sri, 'approve'));
  expect(saved.headers.get('location')).toBe(`${path}?notice=saved`);
  expect((await admin.post(path, about(budi, 'decline', 'Sudah ikut tahun lalu'))).status).toBe(303);
  expect(await sri.text(`/events/${eventId}`)).toContain('Terdaftar');
  expect(await budi.text(`/events/${eventId}`)).toContain('Sudah ikut tahun lalu');
  expect(await admin.text(path)).toContain('Tidak ada permintaan');
});
