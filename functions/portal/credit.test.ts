import { type Completion, eLearning, followCompletion, refreshYears } from '@sinau/credit';
import type { Person } from '@sinau/identity';
import type { Jp } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

const registration = 'a1111111-1111-4111-8111-111111111111';
const held = 'b1111111-1111-4111-8111-111111111111';

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** Four JP in one day of this year, with so many minutes between launch and end. */
async function complete(
  { personId, home }: Person,
  minutes: number,
  of: Partial<Completion> = {},
): Promise<void> {
  const { clock, credit } = world.deps;
  const from = clock.now().getTime() - 3 * 3_600_000;
  const time = (after: number) => new Date(from + after * 60_000).toISOString();
  const completion: Completion = {
    ...{ personId, registration, courseId: 'c1', version: 1, title: { id: 'Etika pelayanan' } },
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
    ...{ form: eLearning, abroad: false, stated: 400 as Jp, stands: true },
    shown: { here: 1, elsewhere: 0, waived: 0 },
    ...{ enrolledAt: time(0), completedAt: time(minutes) },
    moments: [{ kind: 'launched', sessionId: 's1', at: time(0), storedAt: time(0) }],
    ...of,
  };
  const parts = { ...(await credit()), clock, completions: { completionOf: async () => completion } };
  await followCompletion(parts, completion.registration);
  await refreshYears(parts, personId);
}

const words = 'Saya membaca materi itu di tempat tugas.';
const toOf = (response: Response) => response.headers.get('location');

describe('lesson hours of a learner', () => {
  it('shows at home what counts, and behind it each line with its rule and why it was cut', async () => {
    const sri = await signedIn('learner');
    expect(await sri.page('/')).toContain('Diakui 0 JP dari minimal 20 JP');
    await complete(sri.person, 60);
    const home = await sri.page('/');
    expect(home).toContain('Diakui 3 JP dari minimal 20 JP');
    expect(home).toContain('Belum dapat diperkirakan');
    expect(home).toContain('href="/jp"');
    const ledger = await sri.page('/jp');
    for (const text of [
      'Etika pelayanan',
      'batas harian',
      '3 JP sehari',
      'PerLAN 10/2018',
      'belum diperiksa',
    ]) {
      expect(ledger).toContain(text);
    }
    expect(ledger).toContain('Belum terpenuhi');
    expect(ledger).toContain('Status kepegawaian Anda belum diisi');
    expect(await sri.page('/jp?year=2019')).toContain('Belum ada JP tahun ini');
  });

  it('opens behind each number of the ring the lines that make it up, with the same sum', async () => {
    const sri = await signedIn('learner');
    await complete(sri.person, 60);
    await complete(sri.person, 5, { registration: held, courseId: 'c2', title: { id: 'Anggaran' } });
    const sums = async () => {
      const home = await sri.page('/');
      const links = [...home.matchAll(/href="(\/jp\?[^"]*show=(\w+))"[^>]*aria-label="([\d,]+) JP/g)];
      return Promise.all(
        links.map(async ([, href = '', show = '', told = '']) => {
          const page = await sri.page(href.replaceAll('&amp;', '&'));
          const [, sum] = /<dl class="mt-4">.*?([\d,]+) JP/s.exec(page) ?? [];
          return [show, told, sum, page] as const;
        }),
      );
    };
    const before = await sums();
    expect(before.map(([show, told, sum]) => [show, told, sum])).toEqual([
      ['recognised', '3', '3'],
      ['held', '4', '4'],
      ['running', '0', '0'],
      ['planned', '0', '0'],
      ['left', '17', '17'],
    ]);
    const pageOf = (all: Awaited<ReturnType<typeof sums>>, name: string) =>
      all.find(([show]) => show === name)?.[3] ?? '';
    expect(pageOf(before, 'recognised')).not.toContain('Anggaran');
    expect(pageOf(before, 'held')).toContain('Anggaran');
    expect(pageOf(before, 'held')).not.toContain('Etika pelayanan');
    expect(pageOf(before, 'left')).toContain('20 JP − 3 JP diakui = 17 JP');
    await sri.post('/courses/c1/enrol', {});
    const after = await sums();
    expect(after.find(([show]) => show === 'planned')?.slice(1, 3)).toEqual(['4', '4']);
    expect(pageOf(after, 'planned')).toContain('href="/courses/c1"');
    await sri.ask('/courses/c1/learn/1/launch');
    expect((await sums()).find(([show]) => show === 'running')?.slice(1, 3)).toEqual(['4', '4']);
  });

  it('tells a PPPK of the year of the contract that runs today: at home, in the ledger, and in the list behind the number', async () => {
    const sri = await signedIn('learner');
    const { personId } = sri.person;
    const desk = { ...(await world.deps.credit()), clock: world.deps.clock };
    const year = world.deps.clock.now().getUTCFullYear();
    const contract = { from: `${year - 1}-07-01`, to: `${year + 1}-06-30` };
    const known = (await world.deps.people.find(personId)) ?? sri.person;
    await world.deps.people.replace(known, {
      ...known,
      career: { employment: [{ status: 'PPPK', from: contract.from, contract }], posts: [], stations: [] },
    } as Person);
    const earn = async (entryId: string, day: string, jp: number) => {
      const at = `${day}T03:00:00.000Z`;
      await desk.credit.append({
        ...{ kind: 'earned', entryId: entryId as never, personId, at, recordedAt: at, form: 'KL03' },
        ...{ title: { id: `Pelatihan ${entryId}` }, source: { kind: 'external', learningId: entryId } },
        ...{ abroad: false, stated: jp as Jp, parts: [{ date: day, amount: jp }], sameAs: entryId },
      });
      await refreshYears(desk, personId);
    };
    await earn('lama', `${year - 1}-10-05`, 2200);
    expect(await sri.page('/')).toContain('Masih dapat diakui 2 JP dalam tahun kontrak ini.');
    await earn('baru', `${year}-01-05`, 600);
    const home = await sri.page('/');
    expect(home).toContain('Diakui 24 JP dari maksimal 24 JP');
    const list = await sri.page(`/jp?year=${year}&show=recognised`);
    const period = `Masa: 1 Juli ${year - 1} sampai 30 Juni ${year}.`;
    for (const text of ['Pelatihan lama', 'Pelatihan baru', '>24 JP<', period]) expect(list).toContain(text);
    const ledger = await sri.page('/jp');
    for (const text of ['24 JP dari maksimal 24 JP yang diakui untuk PPPK.', period])
      expect(ledger).toContain(text);
  });

  it('L1: shows what is held with the reason; the learner explains, the agency decides with words', async () => {
    const sri = await signedIn('learner');
    const admin = await signedIn('agency-admin');
    await complete(sri.person, 5);
    expect(await sri.page('/')).toContain('Ditahan');
    expect(await sri.page('/jp')).toContain('Kursus selesai dalam 5 menit; paling sedikit 36 menit');
    const place = `/agency/held/${sri.person.personId}/${registration}`;
    expect(await admin.page('/agency/held')).toContain(place);
    const answer = `/jp/${registration}/answer`;
    expect((await sri.post(answer, { words: 'pendek' })).status).toBe(422);
    expect(toOf(await sri.post(answer, { words }))).toBe('/jp?notice=saved');
    expect(await admin.page(place)).toContain(words);
    const decision = { outcome: 'released', words: 'Jurnal belajar cocok.' };
    expect((await admin.post(place, { ...decision, rev: '1' })).status).toBe(422);
    expect((await admin.post(place, { ...decision, outcome: '', rev: '2' })).status).toBe(422);
    expect(toOf(await admin.post(place, { ...decision, rev: '2' }))).toBe('/agency/held?notice=saved');
    expect((await admin.post(place, { ...decision, rev: '3' })).status).toBe(422);
    expect(await admin.page('/agency/held')).toContain('Tidak ada yang menunggu');
    const ledger = await sri.page('/jp');
    expect(ledger).toContain('Alasan instansi: Jurnal belajar cocok.');
    expect((await sri.post(answer, { words })).status).toBe(422);
  });

  it('L1: of a course with parts elsewhere say what was measured and what not, in both languages', async () => {
    const sri = await signedIn('learner');
    const admin = await signedIn('agency-admin');
    await complete(sri.person, 5, { shown: { here: 1, elsewhere: 1, waived: 1 } });
    await complete(sri.person, 5, { registration: held, moments: [], title: { id: 'Anggaran' } });
    const place = `/agency/held/${sri.person.personId}/${registration}`;
    const indonesian = await admin.page(place);
    for (const text of [
      'Yang diukur 1 dari 3 bagian kursus; waktu pada 2 bagian lainnya tidak diketahui atau tidak diminta. Tercatat 5 menit; paling sedikit 12 menit',
      'Dari pendaftaran sampai kursus selesai hanya 5 menit; paling sedikit 24 menit yang masuk akal. 1 dari 3 bagian kursus ditampilkan sistem lain',
    ]) {
      expect(indonesian).toContain(text);
    }
    expect(await admin.page('/agency/held')).toContain('Tidak ada waktu belajar yang tercatat');
    const english = await (await admin.ask(place, { headers: { 'accept-language': 'en' } })).text();
    for (const text of [
      'Measured: 1 of 3 parts of the course; the time in the other 2 is not known or not asked for. Recorded: 5 min; at least 12 min are plausible.',
      'From the enrolment until the completion it is 5 min only; at least 24 min are plausible. 1 of 3 parts of the course are shown by another system',
    ]) {
      expect(english).toContain(text);
    }
  });

  it('C1: are nobody’s but the learner’s and the agency’s', async () => {
    const sri = await signedIn('learner');
    const other = await signedIn('learner');
    const foreign = await signedIn('agency-admin', 'agencyB');
    await complete(sri.person, 5);
    expect(await other.page('/jp')).not.toContain('Etika pelayanan');
    expect((await other.ask(`/jp/${registration}/answer`)).status).toBe(404);
    expect((await other.post(`/jp/${registration}/answer`, { words })).status).toBe(404);
    const place = `/agency/held/${sri.person.personId}/${registration}`;
    expect((await other.ask(place)).status).toBe(403);
    expect((await foreign.ask(place)).status).toBe(404);
    expect((await foreign.post(place, { outcome: 'released', words, rev: '1' })).status).toBe(404);
    expect(await foreign.page('/agency/held')).toContain('Tidak ada yang menunggu');
  });

  it('C7: are decided by somebody else where an administrator learns', async () => {
    const admin = await signedIn('agency-admin');
    await complete(admin.person, 5);
    const place = `/agency/held/${admin.person.personId}/${registration}`;
    expect((await admin.post(place, { outcome: 'released', words, rev: '1' })).status).toBe(422);
    expect(await admin.page(place)).toContain('Simpan keputusan');
  });
});
