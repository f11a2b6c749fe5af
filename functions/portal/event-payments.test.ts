import type { PersonPrincipal } from '@sinau/kernel';
import { closeAttendance, type EventId, markAttendance, type SessionId, settleSeat } from '@sinau/programmes';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const form = (over: Readonly<Record<string, string>> = {}) => ({
  ...{ title: 'Lokakarya', about: '', form: 'KL06', mode: 'in-person', abroad: 'no', zone: 'Asia/Jakarta' },
  ...{ s0date: '2029-12-01', s0from: '09:00', s0until: '12:00', s0place: 'Aula', price: '250.000' },
  ...{ capacity: '20', opensAt: '2026-01-01T08:00', closesAt: '2029-11-30T16:00', audience: 'agency' },
  ...{ approval: 'supervisor', confirmHours: '24' },
  ...over,
});

async function open(over: Readonly<Record<string, string>> = {}, ceiling = '250000') {
  const world = await portalWorld();
  const { agencyA } = world.tenants;
  const signedIn = async (
    tenant: keyof typeof world.tenants,
    role: 'agency-admin' | 'learner' | 'supervisor' | 'provider-author',
  ) => {
    const person = await world.invite(world.tenants[tenant], [role]);
    const browser = world.browser();
    await browser.signIn(person.email);
    return { ...browser, person };
  };
  if (agencyA.kind !== 'agency') throw new Error('an agency');
  const admin = await signedIn('agencyA', 'agency-admin');
  const opened = { year: '2029', code: 'DL', title: 'Diklat', source: 'apbn', account: '', ceiling };
  expect((await admin.post('/agency/budget/new', opened)).status).toBe(303);
  const made = await admin.post('/agency/events/new', form(over));
  const eventId = /events\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] as EventId;
  await admin.post(`/agency/events/${eventId}/act`, { act: 'publish' });
  const here = `/agency/event-payments/${eventId}`;
  const line = async () =>
    (await world.deps.budget()).budgets.find({ ...agencyA, lineId: '2029.DL' as never });
  return { ...{ world, admin, signedIn, eventId, here, line, agencyId: agencyA.agencyId } };
}

const paying = { lineId: '2029.DL', noShow: 'released', rev: '0' };

it('an agency names the line that pays, approvals bind on it, and whom it has no room for waits and reads why', async () => {
  const { world, admin, signedIn, eventId, here, line } = await open();
  const page = await (await admin.ask(here)).text();
  expect(page).toContain('Rp250.000');
  expect(page).toContain('DL Diklat (sisa Rp250.000)');
  expect((await admin.post(here, paying)).headers.get('location')).toBe(`${here}?notice=saved`);
  expect((await admin.post(here, paying)).status).toBe(422);
  const [boss, sri, budi] = [
    await signedIn('agencyA', 'supervisor'),
    await signedIn('agencyA', 'learner'),
    await signedIn('agencyA', 'learner'),
  ];
  for (const one of [sri, budi]) {
    const known = await world.deps.people.find(one.person.personId);
    if (known) await world.deps.people.replace(known, { ...known, supervisorId: boss.person.personId });
    expect((await one.post(`/events/${eventId}/register`)).status).toBe(303);
  }
  expect(await line()).toMatchObject({ reserved: 0, committed: 0 });
  for (const { person } of [sri, budi]) {
    const decided = await boss.post('/team/events', {
      eventId,
      personId: person.personId,
      decision: 'approve',
    });
    expect(decided.status).toBe(303);
  }
  expect(await line()).toMatchObject({ committed: 250_000, room: 0, waiting: 1 });
  const waits = await (await budi.ask(`/events/${eventId}`)).text();
  expect(waits).toContain('Menunggu anggaran instansi');
  expect(waits).toContain('Anggaran instansi Anda belum cukup untuk kursi ini.');
  expect(await (await sri.ask(`/events/${eventId}`)).text()).toContain('Dibayar instansi, bukan Anda.');
  const rows = await (await admin.ask(here)).text();
  for (const told of [sri.person.name, 'Terikat', budi.person.name, 'Menunggu anggaran'])
    expect(rows).toContain(told);
  const booked = await (await admin.ask('/agency/budget/lines/2029.DL/bookings?state=committed')).text();
  expect(booked).toContain(here);
  expect(booked).toContain('Lokakarya');
});

it('a line of another year, or none at all, is refused by name; a free event asks for none', async () => {
  const { admin, here } = await open();
  const other = { year: '2028', code: 'DL', title: 'Diklat', source: 'apbn', account: '', ceiling: '9' };
  await admin.post('/agency/budget/new', other);
  for (const lineId of ['2028.DL', '2029.tidak-ada']) {
    const refused = await admin.post(here, { ...paying, lineId });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Pilih mata anggaran yang terbuka dan dari tahun kegiatan ini.');
  }
  const wrong = await admin.post('/agency/events/new', form({ price: '2,5' }));
  expect(await wrong.text()).toContain('id="error-price"');
  const free = await open({ price: '' });
  expect(await (await free.admin.ask(free.here)).text()).toContain('Kegiatan ini tidak berbiaya.');
});

it('another agency and a provider find no payment of an event that is not open to them', async () => {
  const { here, signedIn } = await open();
  const [stranger, author] = [
    await signedIn('agencyB', 'agency-admin'),
    await signedIn('providerA', 'provider-author'),
  ];
  expect((await stranger.ask(here)).status).toBe(404);
  expect((await stranger.post(here, paying)).status).toBe(404);
  expect((await author.ask(here)).status).toBe(403);
});

it('an agency pays seats of a provider’s event from its own line, and the provider reads nothing of it', async () => {
  const { world, admin, signedIn, line, agencyId } = await open();
  const author = await signedIn('providerA', 'provider-author');
  const made = await author.post('/studio/events/new', form({ audience: 'all', approval: 'none' }));
  const eventId = /events\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] as EventId;
  await author.post(`/studio/events/${eventId}/act`, { act: 'publish' });
  const here = `/agency/event-payments/${eventId}`;
  expect(await (await admin.ask(`/agency/partner-events/${eventId}`)).text()).toContain(here);
  expect((await admin.post(here, paying)).status).toBe(303);
  const [sri, budi, citra] = [
    await signedIn('agencyA', 'learner'),
    await signedIn('agencyA', 'learner'),
    await signedIn('agencyB', 'learner'),
  ];
  for (const one of [sri, budi, citra])
    expect((await one.post(`/events/${eventId}/register`)).status).toBe(303);
  expect(await line()).toMatchObject({ committed: 250_000, waiting: 1 });
  const desk = await world.deps.events();
  expect((await desk.seats.find(eventId, citra.person.personId))?.charge).toBeUndefined();
  const seen = await (await author.ask(`/studio/events/${eventId}`)).text();
  expect(seen).not.toContain('Menunggu anggaran');
  expect(seen.match(/[0-9A-F]{4}-[0-9A-F]{4}/g)?.length).toBeGreaterThan(0);
  expect(await desk.seats.firstUnfunded({ agencyId, lineId: '2029.DL' as never })).toMatchObject({
    personId: budi.person.personId,
  });
});

it('an event that is over spends what was attended', async () => {
  const { world, admin, signedIn, eventId, here, line } = await open({ approval: 'none' });
  await admin.post(here, paying);
  const sri = await signedIn('agencyA', 'learner');
  await sri.post(`/events/${eventId}/register`);
  const desk = await world.deps.events();
  const event = await desk.events.find(eventId);
  const sessions = (event?.sessions ?? []).map((one) => ({
    ...{ ...one, startsAt: '2026-01-01T02:00:00.000Z', endsAt: '2026-01-01T05:00:00.000Z' },
  }));
  if (event) await desk.events.save({ ...event, sessions });
  const { home } = admin.person;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.person.personId, name: 'A', roles: ['agency-admin'] },
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
  };
  const { personId } = sri.person;
  await markAttendance(desk, {
    ...{ principal, eventId, reason: 'Daftar hadir' },
    markings: [{ personId, sessionId: sessions[0]?.sessionId as SessionId, present: true }],
  });
  await closeAttendance(desk, { principal, eventId });
  await settleSeat({ ...desk, worthOf: async () => 400 as never }, { eventId, personId });
  expect(await line()).toMatchObject({ spent: 250_000, committed: 0, people: 1, jp: 400 });
  expect(await (await admin.ask(here)).text()).toContain('Terpakai');
  const use = await (await admin.ask('/agency/event-payments?year=2026')).text();
  expect(use).toContain('1 hadir dari 1 kursi');
  expect(use).toContain(`/agency/events/${eventId}`);
  const stranger = await signedIn('agencyB', 'agency-admin');
  expect(await (await stranger.ask('/agency/event-payments?year=2026')).text()).not.toContain(eventId);
  // Of less than five people nothing is told.
  const told = await (await admin.ask('/agency/budget/indicators?year=2026')).text();
  expect(told).toContain('Kursi kegiatan yang dihadiri');
  expect(told).toContain('/agency/event-payments?year=2026');
});
