import type { Person } from '@sinau/identity';
import type { CohortId } from '@sinau/programmes';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

type Role = 'learner' | 'supervisor' | 'agency-admin';

async function signedIn(role: Role, supervisor?: Person) {
  const person = await world.invite(world.tenants.agencyA, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  const known = await world.deps.people.find(person.personId);
  if (supervisor && known) {
    await world.deps.people.replace(known, { ...known, supervisorId: supervisor.personId });
  }
  return { ...browser, person };
}

type Browser = Awaited<ReturnType<typeof signedIn>>;

const toOf = (response: Response) => response.headers.get('location') ?? '';
const textOf = async (browser: Browser, path: string) => (await browser.ask(path)).text();

const form = (over: Readonly<Record<string, string>> = {}) => ({
  ...{ name: 'Angkatan I', subject: 'course:c1', about: '', zone: 'Asia/Jakarta', capacity: '1' },
  ...{ startsOn: '2029-12-01', endsOn: '2029-12-31', applyUntil: '2029-12-05', confirmHours: '24' },
  ...{ admission: 'open', audience: 'agency', facilitator: '' },
  ...over,
});

async function opened(over: Readonly<Record<string, string>> = {}) {
  const admin = await signedIn('agency-admin');
  const made = toOf(await admin.post('/agency/cohorts/new', form(over)));
  const cohortId = (/\/agency\/cohorts\/([^?]+)/.exec(made)?.[1] ?? '') as CohortId;
  const here = `/agency/cohorts/${cohortId}`;
  expect(toOf(await admin.post(`${here}/act`, { act: 'open' }))).toContain('notice=saved');
  return { admin, cohortId, here, page: `/cohorts/${cohortId}` };
}

it('a form says of each field what does not fit together', async () => {
  const admin = await signedIn('agency-admin');
  const wrong = { endsOn: '2029-11-01', facilitator: 'tidak@ada.example' };
  expect(
    await (await admin.post('/agency/cohorts/new', form({ facilitator: wrong.facilitator }))).text(),
  ).toContain('id="error-facilitator"');
  const days = await (await admin.post('/agency/cohorts/new', form({ endsOn: wrong.endsOn }))).text();
  for (const name of ['endsOn', 'applyUntil']) expect(days).toContain(`id="error-${name}"`);
  const far = await admin.post('/agency/cohorts/new', form({ startsOn: '9999-12-01', endsOn: '9999-12-31' }));
  expect(await far.text()).toContain('paling jauh lima tahun ke depan');
  const unknown = await admin.post('/agency/cohorts/new', form({ subject: 'path:tidak-ada' }));
  expect(await unknown.text()).toContain('id="error-subject"');
  const { here } = await opened();
  const page = await textOf(admin, `${here}/change`);
  expect(page).toContain('name="d0on"');
  const { subject: _, ...terms } = form();
  const late = { ...terms, d0id: 'course', d0on: '2030-01-01', rev: '2' };
  const other = await admin.post(`${here}/change`, late);
  expect(await other.text()).toContain('id="error-d0on"');
  for (const d0on of ['2029-13-45', '1e21', '２'])
    expect((await admin.post(`${here}/change`, { ...late, d0on })).status).toBe(422);
  expect(toOf(await admin.post(`${here}/change`, { ...late, d0on: '2029-12-20' }))).toContain('notice=saved');
  expect(await textOf(admin, here)).toContain('20 Desember 2029');
});

it('people come in, wait, are seen by the agency and the facilitator, and leave', async () => {
  const wulan = await signedIn('learner');
  const { admin, here, page } = await opened({ facilitator: wulan.person.email });
  const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
  expect(await textOf(sri, '/cohorts')).toContain(page);
  expect(toOf(await sri.post(`${page}/apply`))).toBe(`${page}?notice=saved`);
  await budi.post(`${page}/apply`);
  expect(await textOf(budi, page)).toContain('Anda yang pertama dalam antrean');
  expect(await textOf(sri, page)).not.toContain(budi.person.name);
  for (const [browser, path] of [
    [admin, here],
    [wulan, page],
  ] as const) {
    expect(await textOf(browser, path)).toContain(sri.person.name);
  }
  expect(toOf(await sri.post(`${page}/leave`))).toContain('notice=saved');
  expect(await textOf(budi, page)).toContain('Konfirmasi sebelum');
  expect(toOf(await budi.post(`${page}/confirm`))).toContain('notice=saved');
  expect(await textOf(budi, page)).toContain('Anda peserta angkatan ini');
  const file = await admin.ask(`${here}/roster?format=csv`);
  expect(file.headers.get('content-disposition')).toContain('peserta-angkatan.csv');
  expect(await file.text()).toContain(`${budi.person.name};Peserta;0;1;0;`);
  const excel = await admin.ask(`${here}/roster?format=xlsx`);
  expect(new Uint8Array(await excel.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  expect((await sri.ask(here)).status).toBe(403);
  const seat = { personId: budi.person.personId, reason: 'Pindah tugas' };
  expect(toOf(await admin.post(`${here}/seats`, seat))).toContain('notice=saved');
  expect(await textOf(budi, page)).toContain('Pindah tugas');
});

it('a place that was kept is there no more once the agency closes the cohort', async () => {
  const { admin, here, page } = await opened();
  const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
  for (const one of [sri, budi]) await one.post(`${page}/apply`);
  await sri.post(`${page}/leave`);
  expect(await textOf(budi, page)).toContain(`action="${page}/confirm"`);
  expect(toOf(await admin.post(`${here}/act`, { act: 'close' }))).toContain('notice=saved');
  const closed = await textOf(budi, page);
  expect(closed).toContain('Pendaftaran sudah ditutup');
  expect(closed).not.toContain(`action="${page}/confirm"`);
  const late = await budi.post(`${page}/confirm`);
  expect([late.status, await textOf(budi, page)]).toEqual([
    ...[409, expect.not.stringContaining('Anda peserta angkatan ini')],
  ]);
});

it('supervisors answer and name people of their team; the agency names anybody of its own', async () => {
  const boss = await signedIn('supervisor');
  const { admin, here, page, cohortId } = await opened({ admission: 'supervisor', capacity: '9' });
  const [sri, budi, citra] = [
    await signedIn('learner', boss.person),
    await signedIn('learner', boss.person),
    await signedIn('learner'),
  ];
  await sri.post(`${page}/apply`);
  const team = await textOf(boss, '/team/cohorts');
  expect(team).toContain(sri.person.name);
  expect(team).toContain(budi.person.name);
  const said = { cohortId, personId: sri.person.personId, decision: 'decline', reason: '' };
  expect((await boss.post('/team/cohorts', said)).status).toBe(422);
  expect((await boss.post('/team/cohorts', { ...said, reason: 'Ada\u0000 tugas lain' })).status).toBe(422);
  const declined = await boss.post('/team/cohorts', { ...said, reason: 'Ada tugas lain' });
  expect(toOf(declined)).toBe('/team/cohorts?notice=saved');
  expect(await textOf(sri, page)).toContain('Ada tugas lain');
  const named = await boss.post('/team/cohorts/nominate', { cohortId, personIds: budi.person.personId });
  expect(toOf(named)).toBe('/team/cohorts?notice=saved');
  const people = `${citra.person.email}\n${budi.person.email}\ntidak@ada.example`;
  const answer = await (await admin.post(`${here}/people`, { people })).text();
  expect(answer).toContain('1 orang menjadi peserta, 0 masuk antrean, 1 sudah tercatat');
  expect(answer).toContain('tidak@ada.example');
  expect((await admin.post(`${here}/cancel`, { reason: 'Anggaran\u0007 dialihkan' })).status).toBe(422);
  expect(toOf(await admin.post(`${here}/cancel`, { reason: 'Anggaran dialihkan' }))).toContain(
    'notice=saved',
  );
  expect(await textOf(citra, page)).toContain('Anggaran dialihkan');
});

it('who is late with which step is a list behind each number, also as a file, for the agency and the facilitator alone', async () => {
  const boss = await signedIn('supervisor');
  const wulan = await signedIn('learner');
  const days = { startsOn: '2025-01-01', endsOn: '2029-12-31', applyUntil: '2029-12-05' };
  const past = { ...days, capacity: '9' };
  const { admin, here, page, cohortId } = await opened({ facilitator: wulan.person.email, ...past });
  const { subject: _, ...terms } = form({ facilitator: wulan.person.email, ...past });
  await admin.post(`${here}/change`, { ...terms, d0id: 'course', d0on: '2025-02-01', rev: '2' });
  const sri = await signedIn('learner', boss.person);
  await sri.post(`${page}/apply`);
  for (const [browser, path] of [
    [admin, `${here}/late`],
    [wulan, `${page}/late`],
  ] as const) {
    const text = await textOf(browser, path);
    expect(text).toContain(sri.person.name);
    expect(text).toContain(`${path}?step=course&amp;only=late#people`);
    const file = await browser.ask(`${path}?step=course&only=late&format=csv`);
    expect(await file.text()).toContain(`${sri.person.name};`);
  }
  expect(await textOf(admin, `${here}/late?step=lain`)).not.toContain(sri.person.name);
  expect((await sri.ask(`${page}/late`)).status).toBe(404);
  expect((await sri.ask(`${here}/late`)).status).toBe(403);
  expect(await textOf(boss, '/team/cohorts')).toContain(sri.person.name);
  // Whoever has finished is on none of them.
  const { personId } = sri.person;
  const enrolled = (await sri.post('/courses/c1/enrol', {})).status;
  expect(enrolled).toBe(303);
  const current = await world.deps.enrolments.findCurrent(personId, 'c1');
  if (!current) throw new Error('she is enrolled');
  const completedAt = '2026-01-01T00:00:00.000Z';
  await world.deps.enrolments.move({
    before: current,
    after: { ...current, state: 'completed', completedAt },
  });
  expect(await textOf(admin, `${here}/late`)).not.toContain(sri.person.name);
  expect(await textOf(boss, '/team/cohorts')).not.toContain(sri.person.name);
  const calendar = await sri.ask(`${page}/calendar.ics`);
  expect(calendar.headers.get('content-type')).toContain('text/calendar');
  expect(await calendar.text()).toContain(`UID:course.${cohortId}@sinau\r\n`);
  const { page: other } = await opened();
  expect((await sri.ask(`${other}/calendar.ics`)).status).toBe(404);
});
