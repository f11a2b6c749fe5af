import type { CourseId } from '@sinau/catalogue';
import type { EventId, Owner, PathId } from '@sinau/programmes';
import { eventOf } from '@sinau/programmes/testing';
import { beforeEach, expect, it } from 'vitest';
import { openSeminar } from './testing/open-seminar.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

type Role = 'learner' | 'agency-admin' | 'provider-author';

async function signedIn(role: Role) {
  const { agencyA, providerA } = world.tenants;
  const person = await world.invite(role === 'provider-author' ? providerA : agencyA, [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person };
}

const toOf = (response: Response) => response.headers.get('location') ?? '';

/** Another course that is published, beside the one of this world. */
async function secondCourse(): Promise<string> {
  const course = await world.deps.courses.find('c1' as CourseId);
  if (!course) throw new Error('there is a course');
  const courseId = 'c2' as CourseId;
  const version = await world.deps.courses.findVersion(course.courseId, course.publishedVersion ?? 1);
  await world.deps.courses.change({
    course: { ...course, courseId, title: { id: 'Lanjutan' }, rev: 1 },
    ...(version && { version: { ...version, courseId } }),
  });
  return courseId;
}

const form = (over: Readonly<Record<string, string>> = {}) => ({
  ...{ title: 'Jalur layanan', about: '', audience: 'agency', strict: 'yes' },
  ...{ g0title: 'Dasar', g0needs: '', g0s0of: 'course:c1', g0s0after: '' },
  ...{ g1title: 'Lanjut', g1needs: '', g1s0of: 'course:c2', g1s0after: '1' },
  ...over,
});

async function published(order = form()) {
  await secondCourse();
  const admin = await signedIn('agency-admin');
  const made = toOf(await admin.post('/agency/paths/new', order));
  const pathId = /\/agency\/paths\/([^?]+)/.exec(made)?.[1] ?? '';
  expect(toOf(await admin.post(`/agency/paths/${pathId}/act`, { act: 'publish' }))).toContain('notice=saved');
  return { admin, pathId, path: `/paths/${pathId}` };
}

it('a form names the circle of its prerequisites, and every row that is not right', async () => {
  await secondCourse();
  const admin = await signedIn('agency-admin');
  const circle = await admin.post('/agency/paths/new', form({ g0s0after: '2.1' }));
  expect(circle.status).toBe(422);
  expect(await circle.text()).toMatch(/Ini saling menunggu: 1 Dasar → 1\.1 [^→]+ → 2\.1 Lanjutan → 1 Dasar/);
  const wrong = await admin.post(
    '/agency/paths/new',
    form({ g0needs: '3', g1s0after: '9', g2title: 'Kosong' }),
  );
  const page = await wrong.text();
  for (const name of ['g1s0after', 'g2s0of']) expect(page).toContain(`id="error-${name}"`);
  const many = await admin.post('/agency/paths/new', form({ g0needs: '3', g1s0of: 'course:c1' }));
  const again = await many.text();
  for (const name of ['g0needs', 'g1s0of']) expect(again).toContain(`id="error-${name}"`);
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['a course without a name', { g0s0of: 'course:' }, 'error-g0s0of'],
  ['a course whose name is an address', { g0s0of: 'course:../x' }, 'error-g0s0of'],
  ['more than a path may have', { g0needs: '99' }, 'error-g0needs'],
])('a form with %s says so at its row', async (_, over, place) => {
  await secondCourse();
  const admin = await signedIn('agency-admin');
  const answer = await admin.post('/agency/paths/new', form(over));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(`id="${place}"`);
});

it('signs that no line of text has are refused', async () => {
  await secondCourse();
  const admin = await signedIn('agency-admin');
  const send = (title: string) => admin.post('/agency/paths/new', form({ title }));
  expect((await send('Jalur\u0007 layanan')).status).toBe(422);
  expect((await send('Jalur – layanan')).status).toBe(303);
});

it('an event of another agency is no step and is not named, unless it is for everybody', async () => {
  await secondCourse();
  const admin = await signedIn('agency-admin');
  const { events } = await world.deps.events();
  const ofOther = { owner: world.tenants.agencyB as Owner, title: 'Rapat tertutup' };
  await events.save(eventOf({ ...ofOther, eventId: 'closed' as EventId }));
  await events.save(eventOf({ ...ofOther, eventId: 'open' as EventId, audience: 'all' }));
  await events.save(eventOf({ eventId: 'own' as EventId, owner: world.tenants.agencyA as Owner }));
  const closed = await admin.post('/agency/paths/new', form({ g0s0of: 'event:closed' }));
  expect(closed.status).toBe(422);
  const [page, absent] = [
    await closed.text(),
    await (await admin.post('/agency/paths/new', form({ g0s0of: 'event:nobody' }))).text(),
  ];
  expect(page).not.toContain('Rapat tertutup');
  for (const text of [page, absent]) expect(text).toContain('id="error-g0s0of"');
  for (const eventId of ['open', 'own'])
    expect(toOf(await admin.post('/agency/paths/new', form({ g0s0of: `event:${eventId}` })))).toContain(
      'notice=created',
    );
});

it('a learner begins a path, sees what comes first, and starts what is open by one click', async () => {
  const { path } = await published();
  const sri = await signedIn('learner');
  expect(await (await sri.ask('/paths')).text()).toContain(path);
  expect(toOf(await sri.post(`${path}/join`))).toBe(`${path}?notice=saved`);
  const shown = await (await sri.ask(path)).text();
  expect(shown).toContain('Selesaikan dahulu: Dasar');
  const steps = new Set([...shown.matchAll(/\/steps\/([\w-]+)\/start/g)].map(([, stepId]) => stepId));
  expect(steps.size).toBe(1);
  expect(toOf(await sri.post(`${path}/steps/${[...steps][0]}/start`))).toBe('/courses/c1/continue');
  expect(await (await sri.ask(path)).text()).toContain('/courses/c1/continue');
  const desk = await world.deps.paths();
  const member = await desk.members.find(path.split('/')[2] as PathId, sri.person.personId);
  expect(member).toMatchObject({ state: 'active', version: 1, done: [] });
});

it('a strict path keeps a locked course closed in the catalogue, to whoever is on it and as long as they are', async () => {
  const { path } = await published(form({ g0s0of: 'course:c2', g1s0of: 'course:c1' }));
  const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
  await sri.post(`${path}/join`);
  const refused = await sri.post('/courses/c1/enrol');
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await refused.text()).toContain('selesaikan dahulu: Dasar.');
  expect(await world.deps.enrolments.listCurrent(sri.person.personId)).toEqual([]);
  expect(toOf(await budi.post('/courses/c1/enrol'))).toContain('/courses/c1');
  expect(toOf(await sri.post(`${path}/leave`))).toBe('/paths?notice=saved');
  expect(toOf(await sri.post('/courses/c1/enrol'))).toContain('/courses/c1');
});

it('a strict path keeps a locked event closed on the page of the event, to whoever is on it', async () => {
  const { agencyA } = world.tenants;
  const eventId = await openSeminar(world, await world.invite(agencyA, ['agency-admin']));
  const { path } = await published(form({ g0s0of: 'course:c2', g1s0of: `event:${eventId}` }));
  const [sri, budi] = [await signedIn('learner'), await signedIn('learner')];
  await sri.post(`${path}/join`);
  const refused = await sri.post(`/events/${eventId}/register`);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await refused.text()).toContain('selesaikan dahulu: Dasar.');
  expect((await budi.post(`/events/${eventId}/register`)).status).toBe(303);
  const { seats } = await world.deps.events();
  const seatOf = async ({ personId }: typeof sri.person) =>
    (await seats.find(eventId as EventId, personId))?.state;
  expect([await seatOf(sri.person), await seatOf(budi.person)]).toEqual([undefined, 'confirmed']);
  await sri.post(`${path}/leave`);
  expect((await sri.post(`/events/${eventId}/register`)).status).toBe(303);
});

it('people move to a new version after a look, and the desk names them to their agency alone', async () => {
  const { admin, pathId, path } = await published();
  const sri = await signedIn('learner');
  await sri.post(`${path}/join`);
  const here = `/agency/paths/${pathId}`;
  const page = await (await admin.ask(`${here}/change`)).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const kept = { g0id: field('g0id'), g0s0id: field('g0s0id'), rev: field('rev') };
  const { g1title: _, g1needs: __, g1s0of: ___, g1s0after: ____, ...shorter } = form();
  expect(toOf(await admin.post(`${here}/change`, { ...shorter, ...kept }))).toContain('notice=saved');
  expect((await admin.post(`${here}/change`, { ...shorter, ...kept })).status).toBe(422);
  await admin.post(`${here}/act`, { act: 'publish' });
  expect(await (await sri.ask(path)).text()).toContain('0 dari 2 langkah wajib');
  expect(await (await admin.ask(`${here}/move`)).text()).toContain('Sisa langkah berkurang');
  expect(toOf(await admin.post(`${here}/move`, { version: '2' }))).toContain('notice=saved');
  expect((await (await world.deps.paths()).paths.find(pathId as PathId))?.movedTo).toBe(2);
  expect(await (await admin.ask(here)).text()).toContain(sri.person.name);
  const file = await admin.ask(`${here}/people?format=csv`);
  expect(file.headers.get('content-disposition')).toContain('peserta-jalur.csv');
  const text = await file.text();
  expect(text).toContain('Peserta;Keadaan;Versi;Langkah selesai;Langkah wajib;Mulai pada;Selesai pada');
  expect(text).toMatch(new RegExp(`${sri.person.name};Menjalani;\\d;0;\\d;\\d{4}-\\d\\d-\\d\\d;`));
  const excel = await admin.ask(`${here}/people?format=xlsx`);
  expect(new Uint8Array(await excel.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  expect((await sri.ask(`${here}/people`)).status).toBe(403);
  const author = await signedIn('provider-author');
  expect((await author.ask(`/studio/paths/${pathId}`)).status).toBe(404);
  expect((await author.ask(`/studio/paths/${pathId}/people`)).status).toBe(404);
  const made = toOf(await author.post('/studio/paths/new', form({ audience: 'all' })));
  expect(made).toContain('/studio/paths/');
});
