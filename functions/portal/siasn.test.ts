import type { ReportJob } from '@sinau/compliance/reports';
import type { AgencyId, Jp } from '@sinau/kernel';
import { markOf, type SyncRow } from '@sinau/siasn-sync';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

const desk = '/agency/siasn';
const settings = {
  ...{ isOn: 'yes', environment: 'training', fromYear: '2026', siasnAgencyId: 'b'.repeat(32) },
  ...{
    subjectId: 'A5EB03E20299F6A0E040640A040252AD',
    consumerKey: 'kunci',
    consumerSecret: 'sangat-rahasia',
  },
};

async function rowOf(admin: Awaited<ReturnType<typeof signedIn>>, learner: typeof admin, more = {}) {
  const { home } = admin.person;
  const agencyId = (home.kind === 'agency' ? home.agencyId : '') as AgencyId;
  const content = {
    ...{ title: 'Pelayanan publik', organiser: 'Universitas', from: '2026-03-01', to: '2026-03-02' },
    ...{ jp: 450 as Jp, form: 'NKL03', number: 'SINAU-1' },
  };
  const row: SyncRow = {
    ...{ personId: learner.person.personId, lineId: 'l1', agencyId, state: 'rejected', content, year: 2026 },
    environment: 'training',
    ...{ title: content.title, lacks: [], because: 'refused', words: 'Jenis kursus tidak valid' },
    ...{ tries: 1, changedAt: '2026-03-03T01:00:00.000Z', rev: 0, ...more },
  };
  const siasn = await world.deps.siasn();
  const lines = new Map([['l1', content]]);
  Object.assign(siasn.lines, {
    read: async () => ({ name: 'Sri', agencyId, nip: '199005172015031999', lines }),
  });
  await siasn.rows.save(row);
  return `${desk}/lines/${row.personId}/l1`;
}

it('is off until an administrator switches it on, who sees no secret again', async () => {
  const admin = await signedIn('agency-admin');
  expect(await admin.page(desk)).toContain('Belum diaktifkan');
  const wrong = await admin.post(`${desk}/settings`, { ...settings, siasnAgencyId: 'x' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).not.toContain('sangat-rahasia');
  expect((await admin.post(`${desk}/settings`, { ...settings, siasnAgencyId: '' })).status).toBe(422);
  expect((await admin.post(`${desk}/settings`, settings)).headers.get('location')).toBe(
    `${desk}?notice=saved`,
  );
  const page = await admin.page(`${desk}/settings`);
  expect(page).toContain('kunci');
  expect(page).not.toContain('sangat-rahasia');
  const kept = JSON.stringify(await (await world.deps.siasn()).settings.listOn());
  expect(kept).not.toContain('sangat-rahasia');
});

it('takes the token of an account for as long as that is good, sealed', async () => {
  const admin = await signedIn('agency-admin');
  await admin.post(`${desk}/settings`, settings);
  const soon = Math.floor(world.deps.clock.now().getTime() / 1_000);
  const tokenOf = (exp: number) =>
    `e30.${Buffer.from(JSON.stringify({ exp, pad: 'x'.repeat(4_000) })).toString('base64url')}.s`;
  const refused = await admin.post(`${desk}/session`, { token: tokenOf(soon + 60) });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('masih berlaku lima menit');
  const token = tokenOf(soon + 3_600);
  expect((await admin.post(`${desk}/session`, { token })).status).toBe(303);
  const page = await admin.page(desk);
  expect(page).toContain(`Dibuka oleh ${admin.person.name}`);
  expect(page).not.toContain(token);
  await admin.post(`${desk}/session/close`, {});
  expect(await admin.page(desk)).not.toContain('Dibuka oleh');
});

it('tells why a line stands still, lets it be decided, and C3: shows nothing of it to another agency', async () => {
  const [admin, learner, other] = [
    await signedIn('agency-admin'),
    await signedIn('learner'),
    await signedIn('agency-admin', 'agencyB'),
  ];
  await admin.post(`${desk}/settings`, settings);
  const line = await rowOf(admin, learner);
  expect(await admin.page(`${desk}/rows?state=rejected`)).toContain('Jenis kursus tidak valid');
  expect(await admin.page(line)).toContain('4 jam (dari 4,5 JP');
  expect((await other.ask(line)).status).toBe(404);
  expect((await other.post(`${line}/decide`, { decision: 'exclude' })).status).toBe(404);
  expect(await other.page(`${desk}/rows?state=rejected`)).toContain('Tidak ada baris');
  expect((await admin.post(`${line}/decide`, { decision: 'exclude' })).status).toBe(303);
  expect(await admin.page(line)).toContain('Tidak dikirim');
  expect((await admin.post(`${line}/decide`, { decision: 'retry' })).status).toBe(422);
  await admin.post(`${line}/decide`, { decision: 'undo' });
  await admin.post(`${line}/decide`, { decision: 'by-hand' });
  const row = await (await world.deps.siasn()).rows.find({ personId: learner.person.personId, lineId: 'l1' });
  expect(row).toMatchObject({ state: 'accepted', standing: { by: 'hand', mark: markOf(row?.content) } });
});

it('finds kinds of courses in the list that the agency has loaded', async () => {
  const [admin, learner] = [await signedIn('agency-admin'), await signedIn('learner')];
  await admin.post(`${desk}/settings`, settings);
  const { mapping } = await world.deps.siasn();
  const { home } = admin.person;
  const agencyId = (home.kind === 'agency' ? home.agencyId : '') as AgencyId;
  await mapping.replaceSubjects(agencyId, [
    { id: settings.subjectId, name: 'KURSUS KOMPUTER', code: '2162' },
  ]);
  const line = await rowOf(admin, learner, { state: 'queued' });
  expect(await admin.page(`${line}?q=komputer`)).toContain('KURSUS KOMPUTER (2162)');
  expect(await admin.page(`${line}?q=masak`)).toContain('Tidak ada jenis kursus dengan kata itu');
  const chosen = { subjectId: settings.subjectId, scope: 'line' };
  expect((await admin.post(`${line}/choose`, chosen)).status).toBe(303);
  expect((await admin.post(`${line}/choose`, { ...chosen, subjectId: '=1+1' })).status).toBe(422);
});

it('shows a file that was forgotten with what it holds, to be marked or released still; C3: by its agency alone', async () => {
  const [admin, learner, other] = [
    await signedIn('agency-admin'),
    await signedIn('learner'),
    await signedIn('agency-admin', 'agencyB'),
  ];
  for (const one of [admin, other]) await one.post(`${desk}/settings`, settings);
  const told: unknown[] = [];
  Object.assign(await world.deps.siasn(), { tell: async (work: unknown) => void told.push(work) });
  await rowOf(admin, learner, { state: 'filed', reportId: 'r-lama' });
  const file = `${desk}/files/r-lama`;
  const page = await admin.page(desk);
  for (const words of ['Berkas lama', 'r-lama', '1 masih dipegang', `${file}/mark`, `${file}/release`])
    expect(page).toContain(words);
  expect(page).not.toContain('/agency/reports/r-lama');

  const foreign = await other.ask(desk);
  expect(foreign.status).toBe(200);
  expect(await foreign.text()).not.toContain('r-lama');
  const reason = { reason: 'Tidak jadi dimuat' };
  expect((await other.post(`${file}/mark`, {})).status).toBe(404);
  expect((await other.post(`${file}/release`, reason)).status).toBe(404);
  expect((await admin.post(`${desk}/files/r-lain/mark`, {})).status).toBe(404);
  expect((await admin.post(`${desk}/files/r-lain/release`, reason)).status).toBe(404);
  expect(told).toEqual([]);

  expect((await admin.post(`${file}/mark`, {})).status).toBe(303);
  expect((await admin.post(`${file}/release`, reason)).status).toBe(303);
  const { agencyId } = (await (await world.deps.siasn()).rows.listOf(learner.person.personId))[0] ?? {};
  expect(told).toEqual([
    { task: 'mark-file', agencyId, reportId: 'r-lama' },
    { task: 'release-file', agencyId, reportId: 'r-lama', ...reason },
  ]);
});

it('names a file that is known by its year, and lets none be marked that is made still', async () => {
  const [admin, learner] = [await signedIn('agency-admin'), await signedIn('learner')];
  await admin.post(`${desk}/settings`, settings);
  await rowOf(admin, learner, { state: 'filed', reportId: 'r-jadi' });
  const { home } = admin.person;
  const at = '2026-03-01T01:00:00.000Z';
  const job: ReportJob = {
    ...{ reportId: 'r-jadi', agencyId: (home.kind === 'agency' ? home.agencyId : '') as AgencyId },
    ...{ kind: 'siasn', format: 'csv', year: 2026, locale: 'id', state: 'done', rows: 1, files: [] },
    ...{ requestedBy: { name: 'Rina' }, tries: 1, createdAt: at, updatedAt: at, rev: 1 },
  };
  const { reports } = await world.deps.reports();
  await reports.create(job);
  await reports.create({ ...job, reportId: 'r-jalan', state: 'running' });
  const page = await admin.page(desk);
  expect(page).toContain('/agency/reports/r-jadi');
  expect(page).toContain('Tahun 2026, keadaan per');
  expect(page).not.toContain('Berkas lama');
  expect((await admin.post(`${desk}/files/r-jadi/mark`, {})).status).toBe(303);
  expect((await admin.post(`${desk}/files/r-jalan/mark`, {})).status).toBe(404);
});

it('warns of a line without a certificate before it is brought, and holds nothing back', async () => {
  const [admin, learner] = [await signedIn('agency-admin'), await signedIn('learner')];
  await admin.post(`${desk}/settings`, settings);
  const bare = {
    ...{ title: 'Coaching', organiser: 'Badan', from: '2026-03-01', to: '2026-03-02' },
    ...{ jp: 450 as Jp, form: 'NKL03' },
  };
  const document = { kind: 'certificate', number: 'SINAU-1', edition: 1 } as const;
  const number = 'SINAU-1';
  const cases = [
    ['keduanya', 'queued', bare, 'Tanpa sertifikat: SIASN dapat menolaknya.'],
    ['nomor', 'queued', { ...bare, document }, 'Tanpa nomor sertifikat: SIASN dapat menolaknya.'],
    ['berkas', 'rejected', { ...bare, number }, 'Tanpa berkas sertifikat: SIASN dapat menolaknya.'],
    // Nothing to warn of: whole, whole in a minute, and there already.
    ['utuh', 'queued', { ...bare, number, document }, undefined],
    ['dicetak', 'queued', { ...bare, number, isPrinting: true }, undefined],
    ['tercatat', 'accepted', bare, undefined],
  ] as const;
  for (const [lineId, state, content] of cases) await rowOf(admin, learner, { lineId, state, content });
  for (const [lineId, state, , warning] of cases) {
    const page = await admin.page(`${desk}/lines/${learner.person.personId}/${lineId}`);
    if (warning === undefined) expect(page, lineId).not.toContain('SIASN dapat menolaknya');
    else expect(page, lineId).toContain(warning);
    if (warning !== undefined) expect(await admin.page(`${desk}/rows?state=${state}`)).toContain(warning);
  }
  expect(await admin.page(`${desk}/rows?state=accepted`)).not.toContain('SIASN dapat menolaknya');
  expect(await admin.page(desk)).toContain('2 baris yang menunggu belum punya nomor atau berkas sertifikat');
  const rows = await (await world.deps.siasn()).rows.listOf(learner.person.personId);
  expect(rows.map(({ state }) => state).toSorted()).toEqual(cases.map(([, state]) => state).toSorted());
});
