import type { ShareableAttribute } from '@sinau/agreements';
import type { Person } from '@sinau/identity';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { type EventId, type EventTerms, makeEvent, publishEvent, type SessionId } from '@sinau/programmes';
import { seatAt } from '@sinau/programmes/testing';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const hour = 3_600_000;
let world: Awaited<ReturnType<typeof portalWorld>>;
let providerId: ProviderId;
let agencyId: AgencyId;
beforeEach(async () => {
  world = await portalWorld();
  const { agencyA, providerA } = world.tenants;
  if (agencyA.kind !== 'agency' || providerA.kind !== 'provider') throw new Error('both');
  ({ agencyId, providerId } = { ...agencyA, ...providerA });
});

const signedIn = async (tenant: keyof typeof world.tenants, role: PersonPrincipal['roles'][number]) => {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person };
};

/** An agreement with these agencies, or all of them. */
async function agree(attributes: readonly ShareableAttribute[], agencyIds?: readonly AgencyId[]) {
  const { rev } = await world.deps.agreements.inForce(providerId);
  const span = { validFrom: '2020-01-01T00:00:00.000Z', validUntil: '2099-01-01T00:00:00.000Z' };
  const terms = { agreementId: 'a1', version: 1, attributes, ...span, ...(agencyIds && { agencyIds }) };
  await world.deps.agreements.settle({ providerId, changed: [], inForce: { terms: [terms], rev } });
}

/** A webinar of the provider that began ten minutes ago. */
async function held(author: Person, audience: EventTerms['audience'] = 'all'): Promise<EventId> {
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: author.personId, name: author.name, roles: ['provider-author'] },
    providerId,
  };
  const at = (hours: number) => new Date(world.deps.clock.now().getTime() + hours * hour).toISOString();
  const link = 'https://rapat.contoh.ac.id/1';
  const desk = await world.deps.events();
  const terms: EventTerms = {
    ...{ title: 'Webinar data', form: 'KL06', mode: 'online', abroad: false, zone: 'Asia/Jakarta' },
    sessions: [{ sessionId: 's1' as SessionId, startsAt: at(-1 / 6), endsAt: at(2), link }],
    ...{ speakers: [], capacity: 9, audience, unitIds: [], approval: 'none', confirmHours: 24 },
    ...{ opensAt: at(-5), closesAt: at(1), links: [] },
  };
  const { eventId } = await makeEvent(desk, { principal, terms });
  await publishEvent(desk, { principal, eventId });
  return eventId;
}

const form = (over: Readonly<Record<string, string>> = {}) => ({
  ...{ title: 'Lokakarya', about: '', form: 'KL06', mode: 'online', abroad: 'no', zone: 'Asia/Jakarta' },
  ...{ s0date: '2029-12-01', s0from: '09:00', s0until: '12:00', s0link: 'https://rapat.contoh.ac.id' },
  ...{ capacity: '20', opensAt: '2026-01-01T08:00', closesAt: '2029-11-30T16:00', audience: 'partners' },
  ...{ approval: 'none', confirmHours: '24' },
  ...over,
});

it('a provider makes, publishes and changes an event in its studio; other providers and agencies find none', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const wrong = await author.post('/studio/events/new', form({ audience: 'agency' }));
  expect([wrong.status, (await wrong.text()).includes('Pilih untuk siapa kegiatan ini.')]).toEqual([
    422,
    true,
  ]);
  for (const s0date of ['9999-12-31', '2001-12-01']) {
    const slip = await author.post('/studio/events/new', form({ s0date }));
    expect(slip.status).toBe(422);
    expect(await slip.text()).toMatch(/id="error-s0date"[^>]*>[^<]*paling jauh lima tahun ke depan/);
  }
  // Speakers who are people of an agency are the agency's to name.
  expect(await (await author.ask('/studio/events/new')).text()).not.toContain('name="p0email"');
  const { email } = (await signedIn('agencyA', 'learner')).person;
  const named = await author.post('/studio/events/new', form({ p0name: 'Sri Contoh', p0email: email }));
  expect(named.status).toBe(422);
  const made = await author.post('/studio/events/new', form());
  const here = /^(\/studio\/events\/[^?]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
  expect((await author.post(`${here}/act`, { act: 'publish' })).headers.get('location')).toContain('saved');
  const page = await (await author.ask(here)).text();
  expect(page).toContain('Lokakarya');
  expect(await (await author.ask(`${here}/change`)).text()).toContain(
    'instansi yang memiliki perjanjian data dengan Anda',
  );
  expect(await (await author.ask('/studio/events')).text()).toContain(here);
  const agency = here.replace('/studio', '/agency');
  const [rival, admin] = [
    await signedIn('providerB', 'provider-author'),
    await signedIn('agencyA', 'agency-admin'),
  ];
  for (const below of ['', '/change', '/cancel', '/codes/x', '/evaluations']) {
    expect((await rival.ask(`${here}${below}`)).status).toBe(404);
  }
  for (const [below, fields] of [
    ['/act', { act: 'publish' }],
    ['/cancel', { reason: 'Tidak jadi' }],
    ['/seats', { personId: 'x', takeBackReason: 'Tidak jadi' }],
    ['/attendance', { reason: 'Tidak jadi' }],
    ['/door', { who: 'x@y.id', doorReason: 'Tidak jadi' }],
  ] as const) {
    expect((await rival.post(`${here}${below}`, { ...fields })).status).toBe(404);
    expect((await admin.post(`${agency}${below}`, { ...fields })).status).toBe(404);
  }
  expect((await admin.ask(agency)).status).toBe(404);
  expect((await admin.ask(here)).status).toBe(403);
});

it('a provider sees people by numbers, and by name and agency where the agreement says so, which is noted', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const sri = await signedIn('agencyA', 'learner');
  const before = await (await sri.ask(`/events/${eventId}`)).text();
  expect(before).toContain('Penyedia melihat kehadiran Anda dengan nomor peserta.');
  expect(before).not.toContain('Nomor peserta Anda');
  expect((await sri.post(`/events/${eventId}/register`)).status).toBe(303);
  const code = /Nomor peserta Anda: <span[^>]*>([0-9A-F]{4}-[0-9A-F]{4})</.exec(
    await (await sri.ask(`/events/${eventId}`)).text(),
  )?.[1];
  const here = `/studio/events/${eventId}`;
  const seen = await (await author.ask(here)).text();
  expect(seen).toContain(`${code}`);
  for (const hidden of [sri.person.name, sri.person.personId, 'Badan Contoh A'])
    expect(seen).not.toContain(hidden);
  const told = async () => {
    const [one] = await world.deps.disclosures.ofPerson(sri.person.personId);
    return Object.keys(one?.attributes ?? {}).toSorted();
  };
  expect(await told()).toEqual(['pseudonym']);

  await agree(['name', 'email', 'agency'], [agencyId]);
  const named = await (await author.ask(here)).text();
  expect(named).toContain(sri.person.name);
  expect(named).toContain(`${code} · Badan Contoh A`);
  expect(named).not.toContain(sri.person.personId);
  expect(await told()).toEqual(['agency', 'name', 'pseudonym']);
});

it('a provider is shown nobody whose supervisor has not agreed, and no name of who has left', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  await agree(['name']);
  const admin = await signedIn('agencyA', 'agency-admin');
  const set = await admin.post('/agency/partner-events', { approval: 'supervisor', rev: '0' });
  expect(set.headers.get('location')).toBe('/agency/partner-events?notice=saved');
  const [sri, budi] = [await signedIn('agencyA', 'learner'), await signedIn('agencyB', 'learner')];
  for (const one of [sri, budi]) expect((await one.post(`/events/${eventId}/register`)).status).toBe(303);
  const here = `/studio/events/${eventId}`;
  const seen = await (await author.ask(here)).text();
  expect([seen.includes(budi.person.name), seen.includes(sri.person.name)]).toEqual([true, false]);
  expect((await budi.post(`/events/${eventId}/leave`)).status).toBe(303);
  expect(await (await author.ask(here)).text()).not.toContain(budi.person.name);
});

it('a provider notes attendance and takes seats back by number, of nobody that it was not told of', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const sri = await signedIn('agencyA', 'learner');
  await sri.post(`/events/${eventId}/register`);
  const here = `/studio/events/${eventId}`;
  const subject = /name="shown" value="([0-9a-f]{64})~s1~0"/.exec(await (await author.ask(here)).text())?.[1];
  const mark = (who: string) =>
    author.post(`${here}/attendance`, {
      ...{ shown: `${who}~s1~0`, present: `${who}~s1`, reason: 'Daftar hadir' },
    });
  const seat = async () =>
    (await (await world.deps.events()).seats.find(eventId, sri.person.personId))?.marks.length;
  expect((await mark(sri.person.personId)).status).toBe(422);
  expect(await seat()).toBe(0);
  expect((await mark(subject ?? '')).status).toBe(303);
  expect(await seat()).toBe(1);
  const taking = { personId: 'f'.repeat(64), takeBackReason: 'Tidak jadi datang' };
  expect((await author.post(`${here}/seats`, taking)).status).toBe(422);
});

it('a page of the list names nobody in its address either, and the next one goes on', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const desk = await world.deps.events();
  const event = await desk.events.find(eventId);
  if (event) await desk.events.save({ ...event, capacity: 60 });
  const ids = Array.from({ length: 51 }, (_, n) => `orang-${String(n).padStart(2, '0')}` as PersonId);
  for (const personId of ids) await desk.seats.step(undefined, seatAt({ eventId, personId, agencyId }));
  const first = await (await author.ask(`/studio/events/${eventId}`)).text();
  const token = /\?page=([\w.-]+)/.exec(first)?.[1] ?? '';
  expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).toMatch(/^"[0-9a-f]{64}"$/);
  const second = await (await author.ask(`/studio/events/${eventId}?page=${token}`)).text();
  const rowsIn = (page: string) => page.match(/name="shown" value="[0-9a-f]{64}~s1~0"/g) ?? [];
  expect([rowsIn(first).length, rowsIn(second).length]).toEqual([50, 1]);
  expect(rowsIn(first)).not.toContain(rowsIn(second)[0]);
});

it('at the door a provider finds by an address only whom the agreement lets it know by one', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const budi = await signedIn('agencyA', 'learner');
  const here = `/studio/events/${eventId}/door`;
  const asked = { who: budi.person.email, doorReason: 'Menggantikan rekan' };
  const state = async () =>
    (await (await world.deps.events()).seats.find(eventId, budi.person.personId))?.state;
  for (const attributes of [undefined, ['name', 'employee-number']] as const) {
    if (attributes) await agree(attributes);
    const refused = await author.post(here, asked);
    expect(await refused.text()).toContain('Tidak ada orang dengan surel atau NIP ini');
    expect([refused.status, await state()]).toEqual([422, undefined]);
  }
  await agree(['email']);
  expect((await author.post(here, asked)).status).toBe(303);
  expect(await state()).toBe('confirmed');
});

it('an agency sees its own people at a provider’s event, and nobody else’s', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const [admin, stranger] = [
    await signedIn('agencyA', 'agency-admin'),
    await signedIn('agencyB', 'agency-admin'),
  ];
  const [sri, budi] = [await signedIn('agencyA', 'learner'), await signedIn('agencyB', 'learner')];
  for (const one of [sri, budi]) await one.post(`/events/${eventId}/register`);
  const here = `/agency/partner-events/${eventId}`;
  const list = await (await admin.ask('/agency/partner-events')).text();
  expect(list).toContain(here);
  expect(list).toContain('Penyedia Contoh A');
  const page = await (await admin.ask(here)).text();
  expect([page.includes(sri.person.name), page.includes(budi.person.name)]).toEqual([true, false]);
  expect(page).toContain('0 dari 1 sesi');
  expect(await (await stranger.ask(here)).text()).toContain(budi.person.name);
  expect((await admin.ask('/agency/partner-events/tidak-ada')).status).toBe(404);
  const stale = await admin.post('/agency/partner-events', { approval: 'event', rev: '7' });
  expect(stale.status).toBe(422);
  expect((await admin.post('/agency/partner-events', { approval: 'x', rev: '0' })).status).toBe(422);
});

it('an event for partners is absent for an agency that has stopped the provider', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person, 'partners');
  const [sri, budi] = [await signedIn('agencyA', 'learner'), await signedIn('agencyB', 'learner')];
  expect((await sri.ask(`/events/${eventId}`)).status).toBe(404);
  await agree(['name']);
  expect((await sri.ask(`/events/${eventId}`)).status).toBe(200);
  await world.deps.sharing.decide({
    ...{ agencyId, providerId, stopped: true, reason: 'Belum siap', at: '2026-01-01T00:00:00.000Z', rev: 0 },
    by: 'rina' as PersonId,
  });
  expect((await sri.ask(`/events/${eventId}`)).status).toBe(404);
  expect((await sri.post(`/events/${eventId}/register`)).status).toBe(404);
  expect((await budi.ask(`/events/${eventId}`)).status).toBe(200);
});

it('a provider reads what people say of its event, once there is something', async () => {
  const author = await signedIn('providerA', 'provider-author');
  const eventId = await held(author.person);
  const page = await (await author.ask(`/studio/events/${eventId}/evaluations`)).text();
  expect(page).toContain('Evaluasi: Webinar data');
  expect(page).toContain('Belum ada yang menyelesaikannya tahun ini.');
});
