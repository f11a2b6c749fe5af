import type { AgencyId } from '@sinau/kernel';
import { type ObligationId, runSpread } from '@sinau/obligations';
import type { PathId } from '@sinau/programmes';
import { groupOf, pathOf, pathTermsOf } from '@sinau/programmes/testing';
import { beforeEach, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin') {
  const person = await world.invite(world.tenants.agencyA, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
const agencyId = () => (world.tenants.agencyA as { readonly agencyId: AgencyId }).agencyId;

/** `c1`, and a second course after it. */
async function published(pathId: string, title: string) {
  const terms = pathTermsOf([groupOf('a', 'all', [['a1', 'c1']])], { title });
  const { paths } = await world.deps.paths();
  const owner = { kind: 'agency', agencyId: agencyId() } as const;
  const path = pathOf({ pathId: pathId as PathId, owner, draft: terms, current: terms, state: 'published' });
  const row = { pathId: path.pathId, version: 1, terms, publishedAt: '2026-01-01T00:00:00.000Z' };
  await paths.publish({ ...path, version: 1 }, { ...row, publishedBy: path.createdBy });
}

const fields = {
  ...{ title: 'Wajib layanan', pathId: 'layanan', units: '', statuses: 'PNS CPNS', postWords: '' },
  ...{ often: 'once', due: '2026-12-31', note: '' },
};
const list = '/agency/obligations';

async function spread(href: string) {
  const deps = { ...(await world.deps.obligations()), onFailure: () => {} };
  const obligationId = href.split('/').at(-1) as ObligationId;
  return runSpread(deps, { obligationId, agencyId: agencyId(), deadlineMs: Number.POSITIVE_INFINITY });
}

it('a path is required by the form, stands first at home with its next step, and cannot be left', async () => {
  await published('layanan', 'Jalur layanan publik');
  const [agus, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
  expect(await agus.page(`${list}/new`)).toContain('Jalur layanan publik');
  const looked = await (await agus.post(`${list}/new`, fields)).text();
  expect(looked).toContain('Jalur layanan publik');
  const made = await agus.post(list, fields);
  const href = made.headers.get('location')?.split('?')[0] ?? '';
  await spread(href);
  const detail = await agus.page(`${href}?group=enrolled`);
  expect(detail).toContain(sri.person.name);
  expect(detail).toContain('Yang mulai sekarang memakai versi 1.');

  const home = await sri.page('/');
  expect(home).toContain('href="/paths/layanan"');
  expect(home).toContain('Jalur layanan publik');
  expect(home).toContain('Diwajibkan instansi Anda: Wajib layanan');
  expect(home).toContain('Langkah berikutnya:');
  expect(await sri.page('/obligations')).toContain('href="/paths/layanan"');
  const path = await sri.page('/paths/layanan');
  expect(path).toContain('Diwajibkan instansi Anda: Wajib layanan, sampai 31 Desember 2026.');
  expect(path).not.toContain('/paths/layanan/leave');
  const left = await sri.post('/paths/layanan/leave', {});
  expect(left.status).toBe(409);
  expect(await left.text()).toContain('Instansi Anda mewajibkan jalur belajar ini.');

  await agus.post(`${href}/end`, { rev: '1' });
  await spread(href);
  expect(await sri.page('/')).not.toContain('Wajib layanan');
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['neither courses nor a path', { pathId: '' }, 'course1'],
  ['both', { course1: 'c1' }, 'pathId'],
  ['a path that is not there', { pathId: 'tidak-ada' }, 'pathId'],
])('%s are refused at the field', async (_, over, field) => {
  await published('layanan', 'Jalur layanan publik');
  const agus = await signedIn('agency-admin');
  const answer = await agus.post(`${list}/new`, { ...fields, ...over });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(`id="error-${field}"`);
});

it('a path is replaced by another path, and no course is offered for it', async () => {
  await published('layanan', 'Jalur layanan publik');
  await published('baru', 'Jalur yang baru');
  const [agus, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
  const href = (await agus.post(list, fields)).headers.get('location')?.split('?')[0] ?? '';
  await spread(href);
  const place = `${href}/courses/${encodeURIComponent('path:layanan')}`;
  const form = await agus.page(place);
  expect(form).toContain('Jalur yang baru');
  expect(form).not.toContain('value="c1"');
  const changed = await agus.post(place, { rev: '1', to: 'path:baru', reason: 'Jalur lama ditutup' });
  expect(changed.status).toBe(303);
  await spread(href);
  expect(await sri.page('/')).toContain('href="/paths/baru"');
});

it('each year a course of an earlier year is taken once more from the page of the path, and only while it is required', async () => {
  await published('layanan', 'Jalur layanan publik');
  const [agus, sri] = [await signedIn('agency-admin'), await signedIn('learner')];
  const { personId } = sri.person;
  await sri.post('/courses/c1/enrol', {});
  const before = await world.deps.enrolments.findCurrent(personId, 'c1');
  if (!before) throw new Error('she is enrolled');
  const completedAt = '2020-03-01T00:00:00.000Z';
  await world.deps.enrolments.move({ before, after: { ...before, state: 'completed', completedAt } });
  await sri.post('/paths/layanan/join', {});
  const start = async () =>
    (await sri.post('/paths/layanan/steps/a1/start', {})).headers.get('location') ?? '';
  expect(await sri.page('/paths/layanan')).toContain('1 dari 1 langkah wajib');
  expect(await start()).toBe('/courses/c1/continue');
  expect((await world.deps.enrolments.findCurrent(personId, 'c1'))?.state).toBe('completed');

  const made = await agus.post(list, { ...fields, often: 'yearly', due: '2099-12-31' });
  await spread(made.headers.get('location')?.split('?')[0] ?? '');
  const page = await sri.page('/paths/layanan');
  expect(page).toContain('0 dari 1 langkah wajib');
  expect(page).toMatch(/Putaran \d{4}: kursus yang diselesaikan tahun-tahun sebelumnya diikuti sekali lagi/);
  expect(await start()).toBe('/courses/c1/continue');
  const again = await world.deps.enrolments.findCurrent(personId, 'c1');
  expect([again?.state, again?.registration === before.registration]).toEqual(['active', false]);
});
