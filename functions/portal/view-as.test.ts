import { assignRoles, disablePerson } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

const reason = 'Laporan bantuan 17: kursus tidak terbuka';

async function signedIn(role: 'learner' | 'supervisor' | 'agency-admin', name: string) {
  const person = await world.invite(world.tenants.agencyA, [role], { name });
  const browser = world.browser();
  await browser.signIn(person.email);
  return {
    ...browser,
    personId: person.personId,
    page: async (path: string) => (await browser.ask(path)).text(),
  };
}

async function desk() {
  const browser = world.browser();
  await browser.signIn('operator@contoh.example');
  const view = (personId: string, form: Record<string, string> = { reason }) =>
    browser.ask(`/operator/people/${personId}/view-as`, { method: 'POST', body: new URLSearchParams(form) });
  const end = () => browser.ask('/view-as/end', { method: 'POST', body: new URLSearchParams() });
  return { ...browser, view, end, page: async (path: string) => (await browser.ask(path)).text() };
}

describe('C10: an operator who looks at the portal as somebody else', () => {
  it('sees what the person sees below a bar that names both, and is oneself again by its button', async () => {
    const [sri, operator] = [await signedIn('learner', 'Sri Contoh'), await desk()];
    expect(await operator.page(`/operator/people/${sri.personId}`)).toContain('/view-as');
    const started = await operator.view(sri.personId);
    expect([started.status, started.headers.get('location')]).toEqual([303, '/']);
    const own = await sri.page('/');
    expect(own).not.toContain('/view-as/end');
    const seen = await operator.page('/');
    for (const word of ['melihat portal sebagai Sri Contoh', 'action="/view-as/end"', 'Hanya membaca']) {
      expect(seen).toContain(word);
    }
    expect(seen).not.toContain('href="/operator"');
    const ended = await operator.end();
    expect(ended.headers.get('location')).toBe(`/operator/people/${sri.personId}`);
    expect(await operator.page('/')).not.toContain('/view-as/end');
    expect((await operator.ask('/operator')).status).toBe(200);
  });

  it('is refused everything that is not declared to change nothing, page by page and whatever the method', async () => {
    const [sri, operator] = [await signedIn('supervisor', 'Sri Contoh'), await desk()];
    await operator.view(sri.personId);
    const open: string[] = [];
    for (const { method, path, viewable } of world.app.routes) {
      const address = path.replace(/:\w+/g, 'x');
      if (path.startsWith('/assets/') || path === '/view-as/end' || path.startsWith('/sign')) continue;
      const init = method === 'GET' ? {} : { method, body: new URLSearchParams() };
      const response = await operator.ask(address, { ...init, headers: { accept: 'application/json' } });
      const { code } = response.status === 403 ? ((await response.json()) as { code: string }) : { code: '' };
      if (viewable) open.push(`${method} ${path}`);
      expect([`${method} ${path}`, code === 'request.view-only']).toEqual([`${method} ${path}`, !viewable]);
    }
    expect(open.filter((route) => !route.startsWith('GET '))).toEqual([]);
    expect(open.toSorted()).toEqual([
      'GET /',
      'GET /catalogue',
      'GET /certificates',
      'GET /certificates/:certificate',
      'GET /certificates/:certificate/pdf',
      'GET /cohorts',
      'GET /cohorts/:cohortId',
      'GET /cohorts/:cohortId/calendar.ics',
      'GET /cohorts/:cohortId/leave',
      'GET /courses/:courseId',
      'GET /events',
      'GET /events/:eventId',
      'GET /events/:eventId/calendar.ics',
      'GET /events/:eventId/leave',
      'GET /events/:eventId/materials/:materialId',
      'GET /inbox',
      'GET /jp',
      'GET /jp/external',
      'GET /jp/external/:learningId',
      'GET /my-records',
      'GET /obligations',
      'GET /paths',
      'GET /paths/:pathId',
      'GET /paths/:pathId/leave',
    ]);
    expect((await operator.ask('/account')).status).toBe(403);
  });

  it('cannot look through one person at another, nor at whoever decides about others, nor at oneself', async () => {
    const [sri, tia, operator] = [
      await signedIn('learner', 'Sri Contoh'),
      await signedIn('learner', 'Tia Contoh'),
      await desk(),
    ];
    const admin = await signedIn('agency-admin', 'Agus Contoh');
    const auditor = await world.invite(world.tenants.platform, ['auditor'], { name: 'Rani' });
    for (const personId of [admin.personId, auditor.personId, world.operator.personId]) {
      expect((await operator.view(personId)).status).toBe(403);
    }
    expect((await operator.view('nobody')).status).toBe(404);
    await operator.view(sri.personId);
    expect((await operator.view(tia.personId)).status).toBe(403);
    // Nobody but an operator begins it.
    const form = { method: 'POST', body: new URLSearchParams({ reason }) };
    for (const other of [sri, admin]) {
      expect((await other.ask(`/operator/people/${tia.personId}/view-as`, form)).status).toBe(403);
    }
  });

  it('says why, and both stand in the log that the person reads', async () => {
    const [sri, operator] = [await signedIn('learner', 'Sri Contoh'), await desk()];
    const bell = await operator.view(sri.personId, {
      reason: `Kursus tidak${String.fromCharCode(7)} terbuka`,
    });
    expect(bell.status).toBe(422);
    const short = await operator.view(sri.personId, { reason: 'ingin' });
    expect(short.status).toBe(422);
    expect(await short.text()).toContain('10 sampai 300 huruf');
    const log = async () => {
      const about = { kind: 'person', personId: sri.personId } as const;
      const { log: chains } = await world.deps.audit();
      const { lines } = await chains.listAbout(about, { limit: 20 });
      return lines.filter(({ what }) => what === 'portal-as');
    };
    expect(await log()).toEqual([]);
    await operator.view(sri.personId);
    await operator.page('/jp');
    const [first, ...more] = (await log()).toReversed();
    expect(first).toMatchObject({
      ...{ actor: { personId: world.operator.personId }, about: { personId: sri.personId } },
      ...{ office: 'platform', purpose: 'support', reason },
    });
    // Pages within a quarter of an hour are one look.
    expect(more.length).toBeLessThanOrEqual(1);
    const mine = await sri.page('/account/data');
    for (const word of ['Portal dilihat sebagai orang itu', reason]) expect(mine).toContain(word);
  });

  it('does not begin where it cannot be noted', async () => {
    const [sri, operator] = [await signedIn('learner', 'Sri Contoh'), await desk()];
    const { readings } = world.deps;
    const note = readings.note;
    Object.assign(readings, { note: () => Promise.reject(new Error('silent')) });
    expect((await operator.view(sri.personId)).status).toBe(500);
    Object.assign(readings, { note });
    expect(await operator.page('/')).not.toContain('/view-as/end');
  });

  it('ends after half an hour, with the account of the person, and with the office of the operator', async () => {
    const [sri, operator] = [await signedIn('learner', 'Sri Contoh'), await desk()];
    const isViewing = async () => (await operator.page('/')).includes('/view-as/end');
    await operator.view(sri.personId);
    world.clock.advance(29 * 60_000);
    expect(await isViewing()).toBe(true);
    world.clock.advance(61_000);
    expect(await isViewing()).toBe(false);
    await operator.view(sri.personId);
    const roles = (request: readonly ('learner' | 'agency-admin')[]) =>
      assignRoles(world, {
        ...{ principal: world.operator, personId: sri.personId as PersonId },
        request: { roles: [...request] },
      });
    await roles(['learner', 'agency-admin']);
    expect(await isViewing()).toBe(false);
    await roles(['learner']);
    expect(await isViewing()).toBe(true);
    await disablePerson(world, { principal: world.operator, personId: sri.personId as PersonId });
    expect(await isViewing()).toBe(false);
    const person = await world.stored(world.operator.personId);
    await world.people.replace(person, { ...person, roles: ['auditor'] });
    expect(await isViewing()).toBe(false);
  });
});
