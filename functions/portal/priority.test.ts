import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import { type EventId, idOfHall, type SessionId } from '@sinau/programmes';
import { cohortOf, eventOf, seatAt } from '@sinau/programmes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { hasPriority } from './has-priority.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  role: 'learner' | 'agency-admin',
  tenant: keyof typeof world.tenants = 'agencyA',
  over: Parameters<typeof world.invite>[2] = {},
) {
  const person = await world.invite(world.tenants[tenant], [role], over);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
type Someone = Awaited<ReturnType<typeof signedIn>>;

const registration = '00000000-0000-4000-8000-0000000000ab' as Registration;
const grant = (admin: Someone, to: Someone, over: Record<string, string> = {}) =>
  admin.post('/agency/priority/grant', {
    ...{ who: to.person.email, ground: 'dedication', minutesNumber: 'BA-7/2026', minutesOn: '2026-01-05' },
    ...{ validUntil: '', ...over },
  });
const rightOf = async (someone: Someone): Promise<string> => {
  const found = (await someone.page('/priority')).match(/\/priority\/([\w-]+)\/use/)?.[1];
  if (!found) throw new Error('there is no right to use');
  return found;
};

/** Somebody waits for a course whose only seat is taken. */
async function waits({ person }: Someone): Promise<void> {
  const { enrolments, clock } = world.deps;
  const at = clock.now().toISOString();
  const of = { courseId: 'c1', version: 1, enrolledAt: at };
  const holder: Enrolment = {
    ...{ ...of, enrolmentId: 'e0' as EnrolmentId, personId: 'x' as PersonId, state: 'active', counted: true },
    registration: '00000000-0000-4000-8000-0000000000aa' as Registration,
  };
  await enrolments.move({ after: holder, capacity: 1 });
  const after: Enrolment = {
    ...{ ...of, enrolmentId: 'e1' as EnrolmentId, personId: person.personId, registration },
    ...{ state: 'waiting', waitingSince: at },
  };
  expect(await enrolments.move({ after, capacity: 1 })).toBe('done');
}

describe('priority seats on pages', () => {
  it('are given with ground and minutes, used for one list, and shown where somebody waits', async () => {
    const [admin, sri] = [
      await signedIn('agency-admin'),
      await signedIn('learner', 'agencyA', { name: 'Sri Contoh' }),
    ];
    expect(await sri.page('/priority')).toContain('Belum ada kursi prioritas');
    expect((await grant(admin, sri)).headers.get('location')).toBe('/agency/priority?notice=created');
    expect(await sri.page('/priority')).toContain('Anda tidak sedang menunggu');
    await waits(sri);
    for (const path of ['/', '/courses/c1']) expect(await sri.page(path)).toContain('Pakai kursi prioritas');
    const use = `/priority/${await rightOf(sri)}/use`;
    const wrong = await sri.post(use, { target: 'x' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Pilih satu daftar')]);
    for (const _ of [1, 2]) {
      const used = await sri.post(use, { target: `course:${registration}` });
      expect(used.headers.get('location')).toBe('/priority?notice=saved');
    }
    expect((await world.deps.enrolments.findByRegistration(registration))?.waitingRaised).toBe(true);
    for (const path of ['/', '/courses/c1']) {
      expect(await sri.page(path)).not.toContain('Pakai kursi prioritas');
    }
    const list = await admin.page('/agency/priority');
    expect(list).toContain('sedang dipakai, menunggu kursi');
    const path = list.match(/\/agency\/priority\/[\w-]+\/[\w-]+/)?.[0] ?? '';
    expect(await admin.page(path)).toContain('BA-7/2026');
    expect((await admin.post(`${path}/take-back`, { reason: 'Salah orang' })).status).toBe(422);
    const before = await world.deps.enrolments.findByRegistration(registration);
    if (!before) throw new Error('there is one');
    const after = { ...before, state: 'withdrawn', withdrawnAt: before.enrolledAt } as const;
    await world.deps.enrolments.move({ before, after });
    expect(await sri.page('/priority')).toContain('dapat dipakai');
    const back = await admin.post(`${path}/take-back`, { reason: 'Salah orang' });
    expect(back.status).toBe(303);
    expect(await sri.page('/priority')).toContain('dicabut');
  });

  it('refuse oneself, strangers, days that do not fit and more than the stock', async () => {
    const [admin, sri, foreign] = [
      await signedIn('agency-admin'),
      await signedIn('learner'),
      await signedIn('agency-admin', 'agencyB'),
    ];
    const told = async (response: Response) => [response.status, await response.text()] as const;
    expect(await told(await grant(admin, admin))).toEqual([422, expect.stringContaining('diri sendiri')]);
    expect(await told(await grant(admin, foreign))).toEqual([
      422,
      expect.stringContaining('Tidak ada pegawai'),
    ]);
    for (const minutesOn of ['2999-01-01', '0001-01-01'])
      expect(await told(await grant(admin, sri, { minutesOn }))).toEqual([
        ...[422, expect.stringContaining('dari 7 April 2017')],
      ]);
    expect(await told(await grant(admin, sri, { validUntil: '9999-12-31' }))).toEqual([
      ...[422, expect.stringContaining('sampai 31 Desember dua tahun lagi')],
    ]);
    expect((await sri.ask('/agency/priority')).status).toBe(403);
    const set = (stock: string) => admin.post('/agency/priority/stock', { stock });
    expect((await set('1')).headers.get('location')).toBe('/agency/priority?notice=saved');
    expect((await set('satu')).status).toBe(422);
    await grant(admin, sri);
    expect(await admin.page('/agency/priority')).toContain('Sisa 0 dari 1');
    expect(await told(await grant(admin, sri))).toEqual([422, expect.stringContaining('sudah habis')]);
    expect(await told(await set('0'))).toEqual([422, expect.stringContaining('lebih banyak')]);
    expect((await set('')).status).toBe(303);
    const path =
      (await admin.page('/agency/priority')).match(/\/agency\/priority\/[\w-]+\/[\w-]+/)?.[0] ?? '';
    expect((await foreign.ask(path)).status).toBe(404);
    expect((await foreign.post(`${path}/take-back`, { reason: 'Salah orang' })).status).toBe(404);
  });

  it('put somebody before others of an event', async () => {
    const [admin, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
    const { events, seats } = await world.deps.events();
    const at = (days: number) => new Date(world.deps.clock.now().getTime() + days * 86_400_000).toISOString();
    const sessions = [{ sessionId: 's1' as SessionId, startsAt: at(9), endsAt: at(10), place: 'Aula' }];
    const event = eventOf({ capacity: 1, sessions, opensAt: at(-1), closesAt: at(8), audience: 'all' });
    const { eventId } = event;
    await events.save(event);
    await seats.step(undefined, seatAt({ eventId, personId: 'x' as PersonId }));
    const wait = (personId: PersonId, since: string) =>
      seats.step(undefined, seatAt({ eventId, personId, state: 'waiting', since, place: since }));
    await wait('y' as PersonId, at(-0.5));
    await wait(sri.person.personId, at(-0.4));
    await grant(admin, sri);
    expect(await sri.page(`/events/${eventId}`)).toContain('Pakai kursi prioritas');
    const used = await sri.post(`/priority/${await rightOf(sri)}/use`, { target: `event:${eventId}` });
    expect(used.status).toBe(303);
    expect((await seats.firstWaiting(eventId))?.personId).toBe(sri.person.personId);
    expect(await sri.page(`/events/${eventId}`)).not.toContain('Pakai kursi prioritas');
    expect(await sri.page('/priority')).toContain('menunggu kursi');
    const before = await seats.find(eventId, sri.person.personId);
    if (!before) throw new Error('they wait');
    const { place: _, ...rest } = before;
    const offered = { ...rest, state: 'offered', offeredUntil: '2026-03-04T03:00:00.000Z' } as const;
    const holder = seatAt({ eventId, personId: 'x' as PersonId });
    const taken = await seats.find(eventId, holder.personId);
    if (taken) await seats.step(taken, { ...taken, state: 'withdrawn' });
    expect(await seats.step(before, offered)).toBe('done');
    for (const page of [await sri.page('/priority'), await admin.page('/agency/priority')]) {
      expect(page).toContain('dipakai, menunggu konfirmasi');
      expect(page).not.toMatch(/class="tag">[^<]*menunggu kursi/);
    }
    expect(await sri.page('/priority')).toMatch(/disimpan sampai [^<]*4 Maret 2026[^<]*10\.00 WIB/);
  });

  it('that were used for an event which began without a seat for them are theirs again where they wait elsewhere', async () => {
    const [admin, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
    const { events, seats } = await world.deps.events();
    const at = (days: number) => new Date(world.deps.clock.now().getTime() + days * 86_400_000).toISOString();
    const since = at(-0.5);
    const full = async (id: string, startsIn: number) => {
      const eventId = id as EventId;
      const session = { sessionId: 's1' as SessionId, startsAt: at(startsIn), endsAt: at(startsIn + 0.1) };
      const sessions = [{ ...session, place: 'Aula' }];
      const closesAt = session.startsAt;
      await events.save(
        eventOf({ eventId, capacity: 1, sessions, opensAt: at(-1), closesAt, audience: 'all' }),
      );
      await seats.step(undefined, seatAt({ eventId, personId: 'x' as PersonId }));
      const waits = {
        eventId,
        personId: sri.person.personId,
        state: 'waiting',
        since,
        place: since,
      } as const;
      expect(await seats.step(undefined, seatAt(waits))).toBe('done');
      return `/events/${eventId}`;
    };
    const [soon, other] = [await full('soon', 0.02), await full('other', 9)];
    await grant(admin, sri);
    await sri.post(`/priority/${await rightOf(sri)}/use`, { target: 'event:soon' });
    for (const page of [soon, other]) expect(await sri.page(page)).not.toContain('Pakai kursi prioritas');
    world.clock.advance(3_600_000);
    // Whoever looks at their pages as them changes nothing.
    expect(await hasPriority(world.deps, sri.person, { isOwn: false })).toBe(false);
    expect(await admin.page('/agency/priority')).not.toContain('data-label="Keadaan">dapat dipakai');
    const pages = await Promise.all([sri.page(other), sri.page(other)]);
    for (const page of pages) expect(page).toContain('Pakai kursi prioritas');
    expect(await sri.page(soon)).not.toContain('Pakai kursi prioritas');
    expect(await admin.page('/agency/priority')).toContain('data-label="Keadaan">dapat dipakai');
  });

  it('put somebody before others of a cohort, as their page and the list of the agency say', async () => {
    const [admin, sri, wulan] = [
      await signedIn('agency-admin'),
      await signedIn('learner', 'agencyA', { name: 'Sri Contoh' }),
      await signedIn('learner'),
    ];
    const { cohorts, seats } = await world.deps.cohorts();
    const days = { startsOn: '2099-12-01', endsOn: '2099-12-31', applyUntil: '2099-12-05', dueDays: [] };
    const agencyId = admin.person.home.kind === 'agency' ? admin.person.home.agencyId : ('' as never);
    const createdAt = '2020-01-01T00:00:00.000Z';
    const cohort = cohortOf({
      ...{ ...days, agencyId, createdAt, capacity: 1, facilitatorId: wulan.person.personId },
    });
    await cohorts.save(cohort);
    const hall = idOfHall(cohort.cohortId);
    await seats.step(undefined, seatAt({ eventId: hall, personId: 'x' as PersonId }));
    await seats.step(
      undefined,
      seatAt({ eventId: hall, personId: 'y' as PersonId, state: 'waiting', place: '2026-01-01 y' }),
    );
    const page = `/cohorts/${cohort.cohortId}`;
    expect((await sri.post(`${page}/apply`)).status).toBe(303);
    expect(await sri.page(page)).toContain('1 orang menunggu di depan Anda');
    expect(await sri.page(page)).not.toContain('Pakai kursi prioritas');
    await grant(admin, sri);
    expect(await sri.page(page)).toContain('Pakai kursi prioritas');
    const used = await sri.post(`/priority/${await rightOf(sri)}/use`, {
      target: `cohort:${cohort.cohortId}`,
    });
    expect(used.status).toBe(303);
    expect(await sri.page('/priority')).toContain(`href="${page}"`);
    const after = await sri.page(page);
    expect(after).toContain('Anda yang pertama dalam antrean');
    expect(after).toContain('kursi prioritas Anda dipakai untuk antrean ini');
    expect(after).not.toContain('Pakai kursi prioritas');
    expect(await admin.page(`/agency${page}`)).toContain('kursi prioritas</span>');
    const file = await admin.page(`/agency${page}/roster?format=csv`);
    expect(file).toContain('Sri Contoh;Dalam antrean (kursi prioritas);');
    // Who was rewarded is not for whoever looks after the people.
    const looked = await wulan.page(page);
    expect(looked).toContain('Sri Contoh');
    expect(looked).not.toContain('kursi prioritas</span>');
    const leave = await sri.post(`${page}/leave`);
    expect(leave.status).toBe(303);
    expect(await sri.page('/priority')).toContain('dapat dipakai');
  });
});
