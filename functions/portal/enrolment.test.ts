import type { Admission, CourseId } from '@sinau/catalogue';
import type { Person } from '@sinau/identity';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

type Browser = ReturnType<typeof world.browser>;

/** As the provider sets it. */
async function admit(admission: Admission): Promise<void> {
  const course = await world.deps.courses.find('c1' as CourseId);
  if (!course) throw new Error('there is no course');
  await world.deps.courses.replace({ ...course, admission, rev: course.rev + 1 });
}

async function signedIn(
  role: 'learner' | 'supervisor' | 'agency-admin' | 'provider-author',
  supervisor?: Person,
): Promise<Browser & { readonly person: Person }> {
  const { agencyA, providerA } = world.tenants;
  const person = await world.invite(role === 'provider-author' ? providerA : agencyA, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const known = await world.deps.people.find(person.personId);
  if (supervisor && known) {
    await world.deps.people.replace(known, { ...known, supervisorId: supervisor.personId });
  }
  return { ...browser, person };
}

const pageOf = async (browser: Browser, path: string) => (await browser.ask(path)).text();
const toOf = (response: Response) => response.headers.get('location');

async function registrationOf({ person }: { readonly person: Person }): Promise<string> {
  const [one] = await world.deps.enrolments.listCurrent(person.personId);
  return one?.registration ?? '';
}

describe('a course with the approval of the supervisor', () => {
  it('is asked for, looked at with its effects, approved, and only then open', async () => {
    await admit({ mode: 'approval', seats: 1 });
    const head = await signedIn('supervisor');
    const sri = await signedIn('learner', head.person);
    expect(await pageOf(sri, '/courses/c1')).toContain('Minta persetujuan');
    expect(toOf(await sri.post('/courses/c1/enrol'))).toBe('/courses/c1?notice=requested');
    expect(await pageOf(sri, '/courses/c1')).toContain(`${head.person.name} yang memutuskan`);
    expect((await sri.ask('/courses/c1/learn/1/launch')).status).toBe(404);
    expect(await pageOf(sri, '/')).toContain('Menunggu persetujuan');
    const registration = await registrationOf(sri);
    expect(await pageOf(head, '/team/approvals')).toContain(`/team/approvals/${registration}`);
    expect(await pageOf(head, `/team/approvals/${registration}`)).toContain('1 dari 1 kosong');
    const approved = await head.post(`/team/approvals/${registration}`, { decision: 'approve' });
    expect(toOf(approved)).toBe('/team/approvals?notice=approved');
    expect((await sri.ask('/courses/c1/learn/1/launch')).status).toBe(303);
    expect((await head.post(`/team/approvals/${registration}`, { decision: 'approve' })).status).toBe(409);
  });

  it('C2 and C7: is decided by nobody else, and by nobody for themselves', async () => {
    await admit({ mode: 'approval' });
    const head = await signedIn('supervisor');
    const sri = await signedIn('learner', head.person);
    await sri.post('/courses/c1/enrol');
    const registration = await registrationOf(sri);
    const [other, admin] = [await signedIn('supervisor'), await signedIn('agency-admin')];
    const answer = { decision: 'approve' };
    expect((await other.post(`/team/approvals/${registration}`, answer)).status).toBe(404);
    expect((await admin.post(`/agency/approvals/${registration}`, answer)).status).toBe(404);
    expect((await sri.post(`/team/approvals/${registration}`, answer)).status).toBe(403);
    await admin.post('/courses/c1/enrol');
    const own = await registrationOf(admin);
    expect((await admin.post(`/agency/approvals/${own}`, answer)).status).toBe(403);
    expect(await pageOf(admin, '/agency/approvals')).toContain('Tidak ada yang menunggu keputusan');
    const second = await signedIn('agency-admin');
    const declined = { decision: 'decline', reason: 'Tahun depan' };
    const hostile = { ...declined, reason: 'Tahun\u0000 depan' };
    expect((await second.post(`/agency/approvals/${own}`, hostile)).status).toBe(422);
    expect(toOf(await second.post(`/agency/approvals/${own}`, declined))).toBe(
      '/agency/approvals?notice=declined',
    );
    expect(await pageOf(admin, '/courses/c1')).toContain('Alasan: Tahun depan');
  });
});

describe('a course with seats', () => {
  it('L7: puts the rest on a list, and gives the seat of who leaves to the first', async () => {
    await admit({ mode: 'open', seats: 1 });
    const [sri, budi, tono] = [
      await signedIn('learner'),
      await signedIn('learner'),
      await signedIn('learner'),
    ];
    expect(toOf(await sri.post('/courses/c1/enrol'))).toBe('/courses/c1?notice=enrolled');
    expect(await pageOf(budi, '/courses/c1')).toContain('>Antre</button>');
    expect(toOf(await budi.post('/courses/c1/enrol'))).toBe('/courses/c1?notice=queued');
    world.clock.advance(1000);
    await tono.post('/courses/c1/enrol');
    expect(await pageOf(tono, '/courses/c1')).toContain('urutan ke-2');
    expect(await pageOf(tono, '/courses/c1/cancel')).toContain('Keluar dari daftar tunggu');
    expect((await budi.ask('/courses/c1/learn/1/launch')).status).toBe(404);
    expect(toOf(await sri.post('/courses/c1/cancel'))).toBe('/courses/c1?notice=cancelled');
    expect((await budi.ask('/courses/c1/learn/1/launch')).status).toBe(303);
    expect(await pageOf(tono, '/courses/c1')).toContain('urutan ke-1');
    expect(toOf(await tono.post('/courses/c1/cancel'))).toBe('/courses/c1?notice=withdrawn');
    expect(await pageOf(sri, '/courses/c1')).toContain('Riwayat Anda di kursus ini');
  });
});

describe('a course that is withdrawn from the catalogue', () => {
  it('lets out whoever waits for it, and nobody in', async () => {
    await admit({ mode: 'open', seats: 1 });
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    await sri.post('/courses/c1/enrol');
    await budi.post('/courses/c1/enrol');
    const course = await world.deps.courses.find('c1' as CourseId);
    if (course) await world.deps.courses.replace({ ...course, status: 'retired', rev: course.rev + 1 });
    await sri.post('/courses/c1/cancel');
    expect(await pageOf(budi, '/courses/c1')).toContain('urutan ke-1');
    expect(await pageOf(budi, '/')).toContain('Daftar tunggu');
    expect(toOf(await budi.post('/courses/c1/cancel'))).toBe('/?notice=withdrawn');
    expect((await budi.ask('/courses/c1')).status).toBe(404);
    expect((await budi.post('/courses/c1/enrol')).status).toBe(404);
  });
});

describe('a quota of the agency', () => {
  it('L7: lets in as many as it has, names the others, and is set, seen and paid for on its page', async () => {
    const admin = await signedIn('agency-admin');
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const course = await world.deps.courses.find('c1' as CourseId);
    if (course) {
      const details = { ...course.details, price: 75_000 };
      await world.deps.courses.replace({ ...course, details, rev: course.rev + 1 });
    }
    const terms = { from: '2026-01-01', to: '2026-12-31', seats: '1', contract: 'K-1' };
    const form = { target: 'course:c1', ...terms, payer: 'agency', whenFull: 'refuse' };
    expect(toOf(await admin.post('/agency/quotas/new', form))).toBe('/agency/quotas?notice=created');
    const people = [sri, budi].map(({ person }) => person.email).join('\n');
    const order = { course: 'c1', people, dueOn: '', note: '' };
    const done = await (await admin.post('/agency/assignments', order)).text();
    expect(done).toContain('Kuota instansi untuk kursus ini habis');
    expect(toOf(await budi.post('/courses/c1/enrol'))).toBeNull();
    const page = await pageOf(admin, '/agency/quotas?year=2026');
    expect(page).toContain('1 dari 1 kursi');
    expect(page).toContain('Rp75.000');
    expect(await pageOf(admin, '/agency/quotas/seats?year=2026')).toContain(sri.person.name);
    const path = `/agency/assignments/${await registrationOf(sri)}/withdraw`;
    await admin.post(path);
    expect(await pageOf(admin, '/agency/quotas?year=2026')).toContain('0 dari 1 kursi');
  });
});

describe('a quota whose seats go back', () => {
  it('says so before anybody enrols, and what follows for whoever loses one', async () => {
    const admin = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    const says = async () => {
      const page = await pageOf(sri, '/courses/c1');
      return [page.includes('tidak dimulai dalam 30 hari'), page.includes('selama 60 hari')];
    };
    expect(await says()).toEqual([false, false]);
    const terms = { from: '2026-01-01', to: '2026-12-31', seats: '5', contract: '', releaseAfterDays: '30' };
    const form = { target: 'course:c1', ...terms, payer: 'agency', whenFull: 'wait' };
    expect(
      (await admin.post('/agency/quotas/new', { ...form, releaseAfterDays: '', noShowDays: '60' })).status,
    ).toBe(422);
    await admin.post('/agency/quotas/new', { ...form, noShowDays: '60' });
    expect(await says()).toEqual([true, true]);
    await sri.post('/courses/c1/enrol');
    expect(await says()).toEqual([false, false]);
  });
});

describe('a request that a line of the budget pays', () => {
  async function priced() {
    await admit({ mode: 'approval' });
    const course = await world.deps.courses.find('c1' as CourseId);
    if (!course) throw new Error('there is no course');
    const details = { ...course.details, price: 75_000 };
    await world.deps.courses.replace({ ...course, details, rev: course.rev + 1 });
    const admin = await signedIn('agency-admin');
    const year = world.deps.clock.now().getUTCFullYear();
    const line = { year: String(year), code: 'DL', title: 'Diklat', source: 'apbn', account: '' };
    const made = await admin.post('/agency/budget/new', { ...line, ceiling: '100.000' });
    expect(made.status).toBe(303);
    return { admin, lineId: `${year}.DL` };
  }

  it('is approved with the line that an administrator chooses, while there is room in it', async () => {
    const { admin, lineId } = await priced();
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    for (const { post } of [sri, budi]) await post('/courses/c1/enrol');
    const path = `/agency/approvals/${await registrationOf(sri)}`;
    const page = await pageOf(admin, path);
    expect(page).toContain('Tidak diikat di anggaran');
    expect(page).toContain('DL · Diklat, sisa Rp100.000');
    const wrong = await admin.post(path, { decision: 'approve', budgetLine: '2026.TIDAK' });
    expect(await wrong.text()).toContain('Pilih mata anggaran yang terbuka untuk tahun ini.');
    const approve = { decision: 'approve', budgetLine: lineId };
    expect(toOf(await admin.post(path, approve))).toBe('/agency/approvals?notice=approved');
    const bookings = await pageOf(admin, `/agency/budget/lines/${lineId}/bookings?state=reserved`);
    expect(bookings).toContain('Rp75.000');
    const other = `/agency/approvals/${await registrationOf(budi)}`;
    expect(await pageOf(admin, other)).toContain('DL · Diklat, sisa Rp25.000 (tidak cukup)');
    const refused = await admin.post(other, approve);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('DL · Diklat');
    expect(toOf(await admin.post(other, { decision: 'approve', budgetLine: '' }))).toBe(
      '/agency/approvals?notice=approved',
    );
  });

  it('C2: shows no line to a supervisor, and takes none from them', async () => {
    const { lineId } = await priced();
    const head = await signedIn('supervisor');
    const sri = await signedIn('learner', head.person);
    await sri.post('/courses/c1/enrol');
    const path = `/team/approvals/${await registrationOf(sri)}`;
    expect(await pageOf(head, path)).not.toContain('DL · Diklat');
    const answer = await head.post(path, { decision: 'approve', budgetLine: lineId });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Pilih mata anggaran yang terbuka untuk tahun ini.');
    expect(page).not.toContain('Diklat');
    expect(toOf(await head.post(path, { decision: 'approve' }))).toBe('/team/approvals?notice=approved');
  });
});

describe('seats that are kept for groups', () => {
  it('go to whoever fits, tell the others why they wait, and to whom the agency puts on a list', async () => {
    const admin = await signedIn('agency-admin');
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    const terms = { from: '2026-01-01', to: '2026-12-31', seats: '1', contract: '' };
    await admin.post('/agency/quotas/new', {
      target: 'course:c1',
      ...terms,
      payer: 'agency',
      whenFull: 'wait',
    });
    const path = '/agency/quotas/course.c1.2026-01-01/pools';
    const list = { do: 'add', rev: '1', kind: 'list', name: 'Kursi khusus', seats: '1', openFrom: '' };
    expect(toOf(await admin.post(path, list))).toBe(`${path}?notice=saved`);
    const [pool = ''] = /pools\/[\w-]+(?=")/.exec(await pageOf(admin, path)) ?? [];
    const poolId = pool.slice('pools/'.length);
    await sri.post('/courses/c1/enrol');
    await budi.post('/courses/c1/enrol');
    const waits = await pageOf(budi, '/courses/c1');
    expect(waits).toContain('1 kursi kuota ini masih ada, tetapi disimpan untuk: Kursi khusus');
    expect(toOf(await budi.post('/courses/c1/list', { poolId }))).toBe('/courses/c1?notice=requested');
    expect(await pageOf(budi, '/courses/c1')).toContain('sudah minta dimasukkan');
    expect((await sri.post('/courses/c1/list', { poolId: 'x' })).status).toBe(404);
    expect(await pageOf(admin, path)).toContain('1 orang meminta dimasukkan');
    const asked = await pageOf(admin, `${path}/${poolId}`);
    expect(asked).toContain(budi.person.name);
    expect(asked).toContain('Meminta dimasukkan');
    const own = await admin.post(`${path}/${poolId}`, { do: 'put', person: admin.person.email });
    expect(own.status).toBe(422);
    expect(await own.text()).toContain('Tidak seorang pun menyimpan kursi untuk dirinya sendiri');
    expect(await pageOf(admin, `${path}/${poolId}`)).not.toContain(`value="${admin.person.personId}"`);
    const put = { do: 'put', person: budi.person.email };
    expect(toOf(await admin.post(`${path}/${poolId}`, put))).toBe(`${path}/${poolId}?notice=saved`);
    expect(await pageOf(admin, path)).toContain('1 dari 1');
    const file = await (await admin.ask(`${path}/${poolId}/seats.csv`)).text();
    expect(file).toContain(budi.person.name);
    expect(file).not.toContain(sri.person.name);
    const less = { do: 'remove', rev: '2', poolId, seats: '1', openFrom: '' };
    expect((await admin.post(path, less)).status).toBe(422);
    await budi.post('/courses/c1/cancel');
    expect(await pageOf(admin, path)).toContain('0 dari 1');
    expect(await pageOf(sri, '/courses/c1')).toContain('disimpan untuk');
  });
});

describe('an assigned course', () => {
  it('stands first on the learner’s home, stays until it is withdrawn, and says who wants it and why', async () => {
    const admin = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    expect(await pageOf(admin, '/courses/c1')).toContain('href="/agency/assignments?course=c1"');
    const order = {
      ...{ course: 'c1', dueOn: '2099-12-31', note: 'Untuk tim data.' },
      people: `${sri.person.email}\r\n${admin.person.email}\r\ntidak@dikenal.example`,
    };
    const done = await (await admin.post('/agency/assignments', order)).text();
    expect(done).toContain(`${sri.person.name}: Ditugaskan dan diberi tahu`);
    expect(done).toContain('Tidak seorang pun menugasi dirinya sendiri');
    expect(done).toContain('tidak@dikenal.example: Tidak dikenal');
    const home = await pageOf(sri, '/');
    expect(home).toContain('Ditugaskan instansi Anda');
    expect(home).toContain('31 Desember 2099');
    expect(await pageOf(sri, '/courses/c1')).toContain('Untuk tim data.');
    expect((await sri.post('/courses/c1/cancel')).status).toBe(409);
    const path = `/agency/assignments/${await registrationOf(sri)}/withdraw`;
    expect(await pageOf(admin, path)).toContain('Ya, tarik penugasan');
    expect(toOf(await admin.post(path))).toBe('/agency/assignments?notice=released');
    expect((await sri.ask('/courses/c1/learn/1/launch')).status).toBe(404);
  });

  it('refuses a due date that is over, at its field', async () => {
    const admin = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    const order = { course: 'c1', people: sri.person.email, dueOn: '2020-01-01', note: '' };
    const refused = await admin.post('/agency/assignments', order);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Pilih hari ini atau sesudahnya.');
    expect(await registrationOf(sri)).toBe('');
  });
});

describe('a course by invitation', () => {
  it('admits whoever has the code, as often as it says, and nobody after it was revoked', async () => {
    await admit({ mode: 'invitation' });
    const author = await signedIn('provider-author');
    const path = '/studio/courses/c1/invitations';
    const made = await (await author.post(path, { label: 'Angkatan I', maxUses: '2', days: '7' })).text();
    const code = /invitation=([\w-]+)/.exec(made)?.[1] ?? '';
    expect(await pageOf(author, path)).not.toContain(code);
    const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
    expect(await pageOf(sri, `/courses/c1?invitation=${code}`)).toContain(`value="${code}"`);
    const wrong = await sri.post('/courses/c1/enrol', { invitation: 'salah' });
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain('Undangan ini tidak dapat dipakai');
    expect(toOf(await sri.post('/courses/c1/enrol', { invitation: code }))).toBe(
      '/courses/c1?notice=enrolled',
    );
    const [invitation] = await world.deps.invitations.list('c1');
    const revocation = `${path}/${invitation?.invitationId}/revoke`;
    expect(await pageOf(author, revocation)).toContain('Ya, cabut undangan');
    expect(toOf(await author.post(revocation))).toBe(`${path}?notice=revoked`);
    expect((await budi.post('/courses/c1/enrol', { invitation: code })).status).toBe(409);
  });
});

describe('somebody whose legal standing does not let them enrol', () => {
  it('reads why at the course, is given none, and goes on with what they had begun', async () => {
    const sri = await signedIn('learner');
    const admin = await signedIn('agency-admin');
    const known = await world.deps.people.find(sri.person.personId);
    if (!known) throw new Error('nobody');
    const lists = { employment: [], posts: [], stations: [], ...known.career };
    const legalStandings = [{ from: '2020-01-01', standing: 'unpaid-leave' as const }];
    const onLeave = { ...known, career: { ...lists, legalStandings } };
    await world.deps.people.replace(known, onLeave);
    const refused = await sri.post('/courses/c1/enrol');
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('kedudukan hukumnya belum mengizinkan'),
    ]);
    const order = { course: 'c1', people: known.email, dueOn: '', note: '' };
    const given = await admin.post('/agency/assignments', order);
    expect(await given.text()).toContain('Kedudukan hukumnya belum mengizinkan');
    expect(await world.deps.enrolments.listCurrent(known.personId)).toEqual([]);
    // Back at work.
    const before = await world.deps.people.find(known.personId);
    if (!before) throw new Error('nobody');
    await world.deps.people.replace(before, { ...before, career: { ...lists, legalStandings: [] } });
    expect(toOf(await sri.post('/courses/c1/enrol'))).toBe('/courses/c1?notice=enrolled');
    const after = await world.deps.people.find(known.personId);
    if (!after) throw new Error('nobody');
    await world.deps.people.replace(after, { ...after, career: { ...lists, legalStandings } });
    expect((await sri.ask('/courses/c1/learn/1/launch')).status).toBe(303);
  });
});
