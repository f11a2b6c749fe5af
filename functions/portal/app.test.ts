import {
  type AgencyId,
  grantsAccess,
  type PersonPrincipal,
  type Principal,
  type Tenant,
} from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { secondsOf } from './join-records.ts';
import { origin, portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let browser: ReturnType<(typeof world)['browser']>;

beforeEach(async () => {
  world = await portalWorld();
  browser = world.browser();
});

async function signedIn(kind: 'learner' | 'author' | 'admin' | 'operator') {
  const { tenants } = world;
  const person =
    kind === 'author'
      ? await world.invite(tenants.providerA, ['provider-author'])
      : kind === 'operator'
        ? await world.invite(tenants.platform, ['operator'])
        : await world.invite(tenants.agencyA, kind === 'admin' ? ['agency-admin'] : ['learner']);
  await browser.signIn(person.email);
  return person;
}

describe('signing in', () => {
  it('leads an unknown visitor of a page to sign in and back to that page', async () => {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const refused = await browser.ask('/my-records?page=x');
    expect(refused.status).toBe(303);
    expect(refused.headers.get('location')).toBe('/sign-in?returnTo=%2Fmy-records%3Fpage%3Dx');
    const done = await browser.signIn(email, '/my-records');
    expect(done.headers.get('location')).toBe('/my-records');
    expect((await browser.ask('/my-records')).status).toBe(200);
  });

  it('keeps the session in a cookie that only this host and no script can read', async () => {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const line = (await browser.signIn(email)).headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('__Host-sinau='));
    expect(line).toMatch(/; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Lax$/);
    expect(line).not.toMatch(/domain/i);
  });

  it('F2: goes home instead of to another site', async () => {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    for (const evil of [
      '//evil.example',
      'https://evil.example',
      `https://sinau.example@evil.example`,
      '\\\\evil.example',
    ]) {
      expect((await browser.signIn(email, evil)).headers.get('location')).toBe('/');
    }
  });

  it('E5: lets two sign-ins of one browser, begun in two tabs, both end well', async () => {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const begin = async () =>
      new URL((await browser.ask('/sign-in')).headers.get('location') ?? '').searchParams.get('state');
    const states = [await begin(), await begin()];
    for (const state of states) {
      const answer = await browser.ask(`/sign-in/callback?state=${state}&code=${email}`);
      expect(answer.status).toBe(303);
    }
  });

  it('E4: refuses a return that this browser did not begin', async () => {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const begun = await world.browser().ask('/sign-in');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state');
    const answer = await browser.ask(`/sign-in/callback?state=${state}&code=${email}`);
    expect(answer.status).toBe(401);
    expect(browser.cookies.has('__Host-sinau')).toBe(false);
  });

  it('tells somebody who was not invited what to do', async () => {
    const answer = await browser.signIn('asing@contoh.example');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('belum diundang');
  });

  it('E14: ends with signing out, here and at the issuer', async () => {
    await signedIn('learner');
    const token = browser.cookies.get('__Host-sinau') ?? '';
    expect((await browser.post('/sign-out')).headers.get('location')).toBe('/signed-out');
    expect(await (await browser.ask('/signed-out')).text()).toContain('1;url=https://issuer.example/end');
    browser.cookies.set('__Host-sinau', token);
    expect((await browser.ask('/account')).status).toBe(303);
  });
});

describe('every route', () => {
  it('C9: opens to exactly the roles it names', async () => {
    const people = {
      learner: await world.principal(world.tenants.agencyA, 'learner'),
      author: await world.principal(world.tenants.providerA, 'provider-author'),
      admin: await world.principal(world.tenants.agencyA, 'agency-admin'),
      supervisor: await world.principal(world.tenants.agencyA, 'supervisor'),
      operator: world.operator,
    } satisfies Record<string, PersonPrincipal>;
    const mayEnter = (principal: Principal) =>
      world.app.routes
        .filter(
          ({ access, path }) =>
            !access.includes('person') &&
            !access.includes('anyone') &&
            grantsAccess(access, principal) &&
            path,
        )
        .map(({ path }) => path.split('/')[1]);
    expect(new Set(mayEnter(people.learner))).toEqual(new Set());
    expect(new Set(mayEnter(people.author))).toEqual(new Set(['studio']));
    expect(new Set(mayEnter(people.admin))).toEqual(new Set(['agency', 'certificates']));
    expect(new Set(mayEnter(people.supervisor))).toEqual(new Set(['team']));
    expect(new Set(mayEnter(people.operator))).toEqual(new Set(['operator', 'certificates']));
  });

  it('C9: shows nothing to the anonymous and nothing of the staff to a learner', async () => {
    const closed = world.app.routes.filter(({ access }) => !access.includes('anyone'));
    expect(closed.length).toBeGreaterThan(40);
    for (const { method, path } of closed) {
      const answer = await browser.ask(path.replace(/:\w+/g, 'x'), { method });
      expect([method, path, answer.status]).toEqual([method, path, method === 'GET' ? 303 : 401]);
    }
    await signedIn('learner');
    for (const { method, path } of closed.filter(({ access }) => !access.includes('person'))) {
      const answer = await browser.ask(path.replace(/:\w+/g, 'x'), { method });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
  });

  it('F6: runs no form that a page of another site sent', async () => {
    const { personId } = await signedIn('learner');
    for (const foreign of [
      'https://evil.example',
      'null',
      'https://sinau.example.evil.example',
      'https://aa.content.sinau.example',
    ]) {
      const answer = await browser.post('/courses/c1/enrol', {}, { origin: foreign });
      expect(answer.status).toBe(403);
    }
    expect(await world.deps.enrolments.listCurrent(personId)).toEqual([]);
  });

  it('F6 and F7: carries a policy without exceptions, and is kept by no cache', async () => {
    const { headers } = await browser.ask('/');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https://uploads.example; frame-src 'self' https://*.content.sinau.example; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a learner', () => {
  beforeEach(() => signedIn('learner'));

  it.each(['%00', '%E6%97%A5', '%0D%0Ax'])(
    'an address with %s leads nowhere, and is no fault',
    async (part) => {
      const answer = await browser.ask(`/courses/${part}/continue`);
      expect([303, 404]).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get('location')).toBe(`/courses/${part}`);
      expect((await browser.ask(`/courses/${part}`)).status).toBe(404);
    },
  );

  it('finds a course, enrols, and continues from home', async () => {
    const catalogue = await (await browser.ask('/catalogue?q=kursus')).text();
    expect(catalogue).toContain('Kursus &lt;script&gt;');
    expect(await (await browser.ask('/courses/c1')).text()).toContain('action="/courses/c1/enrol"');
    const enrolled = await browser.post('/courses/c1/enrol');
    expect(enrolled.headers.get('location')).toBe('/courses/c1?notice=enrolled');
    const home = await (await browser.ask('/')).text();
    expect(home).toContain('href="/courses/c1/learn/1"');
    const straight = await browser.ask('/courses/c1/continue');
    expect([straight.status, straight.headers.get('location')]).toEqual([303, '/courses/c1/learn/1']);
    expect(home).toContain('4 JP');
    expect((await browser.post('/courses/c1/enrol')).status).toBe(409);
  });

  it('opens a part on the origin of its own, and only after enrolling', async () => {
    const bookmark = await browser.ask('/courses/c1/learn/1');
    expect([bookmark.status, bookmark.headers.get('location')]).toEqual([303, '/courses/c1']);
    expect((await browser.ask('/courses/c1/learn/1/launch')).status).toBe(404);
    await browser.post('/courses/c1/enrol');
    expect((await browser.ask('/courses/c1/learn/1')).status).toBe(200);
    const launch = new URL((await browser.ask('/courses/c1/learn/1/launch')).headers.get('location') ?? '');
    expect(launch.origin).toBe(`https://${'a'.repeat(32)}.content.sinau.example`);
    expect(launch.pathname).toBe('/.sinau/enter');
    expect(await (await browser.ask('/courses/c1/learn/1/progress')).text()).toContain('0 dari 2');
    expect((await browser.ask('/courses/c1/learn/3')).status).toBe(404);
    // A frame that content navigates on another site brings no cookie.
    expect((await world.browser().ask('/courses/c1/learn/1/returned')).status).toBe(200);
  });

  it('withdraws, and can open nothing any more', async () => {
    await browser.post('/courses/c1/enrol');
    expect((await browser.post('/courses/c1/cancel')).headers.get('location')).toBe(
      '/courses/c1?notice=cancelled',
    );
    expect((await browser.ask('/courses/c1/learn/1/launch')).status).toBe(404);
  });

  it('C1: sees no course that is neither published nor taken', async () => {
    for (const path of ['/courses/c2', '/courses/__proto__']) {
      expect((await browser.ask(path)).status).toBe(404);
    }
    expect((await browser.ask('/courses/c2/learn/1')).headers.get('location')).toBe('/courses/c2');
    expect((await browser.ask('/courses/c2/learn/1/launch')).status).toBe(404);
    expect((await browser.post('/courses/c2/enrol')).status).toBe(404);
  });

  it('D1: changes the time zone and nothing else of the account', async () => {
    expect((await browser.post('/account', { timeZone: 'Asia/Jayapura', roles: 'operator' })).status).toBe(
      400,
    );
    expect((await browser.post('/account', { timeZone: 'Asia/Jayapura' })).status).toBe(303);
    const account = await (await browser.ask('/account')).text();
    expect(account).toContain('<option value="Asia/Jayapura" selected="">WIT (Jayapura)</option>');
    expect((await browser.ask('/operator')).status).toBe(403);
  });

  it('is told plainly that a session has ended when sending a form', async () => {
    browser.cookies.delete('__Host-sinau');
    const answer = await browser.post('/courses/c1/enrol');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Sesi Anda telah berakhir');
  });
});

describe('staff', () => {
  it('C1: an author sees the courses of their own provider alone', async () => {
    await signedIn('author');
    expect(await (await browser.ask('/studio')).text()).toContain('Kursus &lt;script&gt;');
    expect((await browser.ask('/studio/courses/c1')).status).toBe(200);
    expect(await (await browser.ask('/studio/courses/c1/preview')).text()).toContain('Bagian &lt;b&gt;');
    const other = world.browser();
    await other.signIn((await world.invite(world.tenants.providerB, ['provider-author'])).email);
    expect(await (await other.ask('/studio')).text()).not.toContain('Kursus &lt;script&gt;');
    for (const path of ['', '/upload', '/retire', '/delete', '/preview']) {
      expect((await other.ask(`/studio/courses/c1${path}`)).status).toBe(404);
    }
    expect((await other.ask('/studio/imports/j1')).status).toBe(404);
    expect((await other.post('/studio/courses/c1/retire')).status).toBe(404);
    expect((await other.post('/studio/courses/c1/delete')).status).toBe(404);
  });

  it('an author deletes a course that is not published and that nobody has taken', async () => {
    await signedIn('author');
    const question = await (await browser.ask('/studio/courses/c1/delete')).text();
    expect(question).toContain('Ya, hapus');
    const refused = await browser.post('/studio/courses/c1/delete');
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('tidak dapat dihapus'),
    ]);
    await browser.post('/studio/courses/c1/retire');
    expect(await (await browser.ask('/studio/courses/c1')).text()).toContain('/studio/courses/c1/delete');
    const deleted = await browser.post('/studio/courses/c1/delete');
    expect([deleted.status, deleted.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/studio/),
    ]);
    expect((await browser.ask('/studio/courses/c1')).status).toBe(404);
    expect((await browser.ask('/studio/courses/c1/preview')).status).toBe(404);
    expect((await browser.ask('/studio/courses/c1/preview/learn/0')).status).toBe(404);
  });

  it('an author gets a permission to upload, starts the check and follows it', async () => {
    await signedIn('author');
    const file = { fileName: 'paket.zip', contentType: 'application/zip', sizeBytes: '10' };
    const ticket = (await (await browser.post('/studio/uploads', file)).json()) as {
      uploadId: string;
      url: string;
    };
    expect(ticket.url).toBe('https://uploads.example/put');
    const started = await (await browser.post(`/studio/uploads/${ticket.uploadId}/finish`)).json();
    expect(started).toEqual({ location: `/studio/imports/${ticket.uploadId}` });
    expect(await (await browser.ask(`/studio/imports/${ticket.uploadId}`)).text()).toContain(
      'Pemeriksaan sedang berjalan',
    );
    const large = { ...file, sizeBytes: '1001' };
    expect((await browser.post('/studio/uploads', large, { accept: 'application/json' })).status).toBe(400);
  });

  it('C3: an agency sees its own people alone, with masked numbers', async () => {
    const number = { kind: 'NIP' as const, value: '199001012015031001' };
    await world.invite(world.tenants.agencyA, ['learner'], { name: 'Orang Kita', employeeNumber: number });
    await world.invite(world.tenants.agencyB, ['learner'], { name: 'Orang Lain' });
    await signedIn('admin');
    const people = await (await browser.ask('/agency/people')).text();
    expect(people).toContain('Orang Kita');
    expect(people).not.toContain('Orang Lain');
    expect(people).not.toContain(number.value);
    for (const path of ['/agency', '/agency/learning', '/agency/pull']) {
      expect((await browser.ask(path)).status).toBe(200);
    }
  });

  describe('the statement browser', () => {
    const verb = { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } };
    const object = { id: 'https://kampus.example/modul/1', definition: { name: { id: 'Modul satu' } } };
    const ids = ['1', '2', '3'].map((n) => `7f1c2b7e-0000-4000-8000-00000000000${n}`) as [
      string,
      string,
      string,
    ];

    const actor = (personId: string) => ({
      objectType: 'Agent' as const,
      account: { homePage: origin, name: personId },
    });

    async function recorded() {
      const { tenants, invite, record } = world;
      const number = { kind: 'NIP' as const, value: '199001012015031001' };
      const ours = await invite(tenants.agencyA, ['learner'], { name: 'Orang Kita', employeeNumber: number });
      const theirs = await invite(tenants.agencyB, ['learner'], { name: 'Orang Lain' });
      await record({ id: ids[0], actor: actor(ours.personId), verb, object });
      await record({ id: ids[1], actor: actor(theirs.personId), verb, object });
      return { ours, theirs, number };
    }

    it('C3: finds statements of the agency’s own people alone, by list and by id', async () => {
      const { ours, theirs, number } = await recorded();
      await signedIn('admin');
      const all = await (await browser.ask('/agency/statements')).text();
      expect(all).toContain('Orang Kita');
      expect(all).toContain('Modul satu');
      expect(all).not.toContain(ids[1]);
      for (const who of [ours.email.toUpperCase(), number.value, '19900101 201503 1 001', ours.personId]) {
        const found = await browser.ask(`/agency/statements?who=${encodeURIComponent(who)}`);
        expect(found.status).toBe(200);
        expect(await found.text()).toContain(ids[0]);
      }
      for (const who of [theirs.email, theirs.personId, 'x'.repeat(2_000), 'a@'.repeat(400)]) {
        expect((await browser.ask(`/agency/statements?who=${who}`)).status).toBe(422);
      }
      expect((await browser.ask(`/agency/statements/${ids[0]}`)).status).toBe(200);
      expect((await browser.ask(`/agency/statements/${ids[1]}`)).status).toBe(404);
      expect((await browser.ask('/agency/statements/bukan-uuid')).status).toBe(404);
    });

    it('opens a voided statement from the one that voids it, and says so', async () => {
      const { ours } = await recorded();
      const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' };
      const target = { objectType: 'StatementRef' as const, id: ids[0] };
      await world.record({ id: ids[2], actor: actor(ours.personId), verb: voided, object: target });
      await signedIn('admin');
      const list = await (await browser.ask('/agency/statements')).text();
      expect(list).not.toContain(`/agency/statements/${ids[0]}`);
      expect(list).toContain(`/agency/statements/${ids[2]}`);
      const voider = await (await browser.ask(`/agency/statements/${ids[2]}`)).text();
      expect(voider).toContain(`href="/agency/statements/${ids[0]}"`);
      const target1 = await (await browser.ask(`/agency/statements/${ids[0]}`)).text();
      expect(target1).toContain('telah dibatalkan');
      expect(target1).toContain(`href="/agency/statements/${ids[2]}"`);
      expect(target1).toContain(`voidedStatementId=${ids[0]}`);
    });

    it('binds the link to the next page to its filter and its reader', async () => {
      const { ours } = await recorded();
      const many = Array.from({ length: 60 }, () => ({ actor: actor(ours.personId), verb, object }));
      await world.record(...many);
      await signedIn('admin');
      const first = await (await browser.ask('/agency/statements')).text();
      const next =
        /href="(\/agency\/statements\?page=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect((await browser.ask(next)).status).toBe(200);
      expect((await browser.ask(`${next}&order=oldest`)).status).toBe(400);
      const other = world.browser();
      await other.signIn((await world.invite(world.tenants.agencyB, ['agency-admin'])).email);
      expect((await other.ask(next)).status).toBe(400);
    });

    it('quotes what came from outside in its curl', async () => {
      const { ours } = await recorded();
      const nasty = { id: "https://kampus.example/';$(rm)`x`" };
      await world.record({ id: ids[2], actor: actor(ours.personId), verb, object: nasty });
      await signedIn('admin');
      const activity = encodeURIComponent("https://kampus.example/';$(rm)");
      const page = await (await browser.ask(`/agency/statements?activity=${activity}`)).text();
      expect(page).toContain('activity=https%3A%2F%2Fkampus.example%2F%27%3B%24(rm)');
    });
  });

  it('an agency makes a client, replaces its secret and disables it', async () => {
    await signedIn('admin');
    const made = await browser.post('/agency/clients', { name: 'Dasbor', scopes: 'records/read' });
    expect(made.headers.get('cache-control')).toBe('no-store');
    const secret = /id="client-secret"[^>]*>([^<]+)</.exec(await made.text())?.[1] ?? '';
    expect(secret.length).toBeGreaterThan(5);
    const list = await (await browser.ask('/agency/clients')).text();
    expect(list).not.toContain(secret);
    const path = /href="(\/agency\/clients\/[^/"]+)\/rotate"/.exec(list)?.[1] ?? '';
    expect(await (await browser.post(`${path}/rotate`)).text()).not.toContain(secret);
    expect((await browser.post(`${path}/disable`)).status).toBe(303);
    expect(await (await browser.ask('/agency/clients')).text()).toContain('Dimatikan');
    const other = world.browser();
    await other.signIn((await world.invite(world.tenants.agencyB, ['agency-admin'])).email);
    expect((await other.post(`${path}/rotate`)).status).toBe(404);
  });

  it('an agency changes a client over to a new secret, ends the old one early and takes a scope away', async () => {
    await signedIn('admin');
    const scopes = ['records/read', 'statements/read'];
    const made = await browser.post('/agency/clients', { name: 'Dasbor', scopes: scopes.join(' ') });
    expect(made.status).toBe(422);
    await browser.post('/agency/clients', { name: 'Dasbor', scopes: 'records/read' });
    const list = async () => (await browser.ask('/agency/clients')).text();
    const path = /href="(\/agency\/clients\/[^/"]+)\/rotate"/.exec(await list())?.[1] ?? '';
    expect((await browser.post(`${path}/rotate`, { keep: '604800' })).status).toBe(200);
    expect(await list()).toMatch(/Rahasia 1 · dibuat [^<]*berlaku sampai/);
    expect((await browser.post(`${path}/rotate`, { keep: '31536000' })).status).toBe(409);
    expect((await browser.post(`${path}/secrets/2/end`)).status).toBe(409);
    expect((await browser.post(`${path}/secrets/1/end`)).status).toBe(303);
    expect(await list()).not.toContain('Rahasia 1');
    const changed = await browser.post(`${path}/change`, { name: 'Dasbor baru', scopes: 'statements/read' });
    expect(changed.headers.get('location')).toBe('/agency/clients?notice=saved');
    expect(await list()).toMatch(/Dasbor baru[\s\S]*Membaca semua pernyataan/);
    // A limit is the operator's to give.
    const limited = { name: 'Dasbor', scopes: 'statements/read', limit: '9999' };
    expect((await browser.post(`${path}/change`, limited)).status).toBe(400);
  });

  it('an operator makes a client of the platform that defines activities, and limits it', async () => {
    await signedIn('operator');
    const form = { name: 'Katalog kegiatan', scopes: 'define', member: 'platform' };
    expect((await browser.post('/operator/clients', form)).status).toBe(200);
    const list = async () => (await browser.ask('/operator/clients')).text();
    const path = /href="(\/operator\/clients\/[^/"]+)\/change"/.exec(await list())?.[1] ?? '';
    const change = { name: 'Katalog kegiatan', scopes: 'define', limit: '12' };
    expect((await browser.post(`${path}/change`, { ...change, limit: '0' })).status).toBe(422);
    expect((await browser.post(`${path}/change`, change)).status).toBe(303);
    expect(await list()).toContain('Batas sendiri: 12 permintaan per detik');
    expect((await browser.post(`${path}/change`, { ...change, limit: '' })).status).toBe(303);
    expect(await list()).not.toContain('Batas sendiri');
    const admin = world.browser();
    await admin.signIn((await world.invite(world.tenants.agencyA, ['agency-admin'])).email);
    expect((await admin.ask(path.replace('/operator', '/agency').concat('/rotate'))).status).toBe(404);
  });

  it('R1: opens one agency however often a form comes under one Idempotency-Key', async () => {
    await signedIn('operator');
    const agency = { name: 'Badan Sekali', kind: 'regional' };
    const key = { 'idempotency-key': 'form-1' };
    const answers = [1, 2].map(async () => (await browser.post('/operator/agencies', agency, key)).status);
    expect([303, 409]).toEqual(expect.arrayContaining(await Promise.all(answers)));
    expect((await browser.post('/operator/agencies', agency, key)).status).toBe(303);
    const page = await (await browser.ask('/operator/people/invite')).text();
    expect(page.match(/>Badan Sekali</g)).toHaveLength(1);
  });

  it('an operator opens an agency and invites its first people', async () => {
    await signedIn('operator');
    const odd = { name: 'Badan\u0000 Baru', kind: 'regional' };
    expect((await browser.post('/operator/agencies', odd)).status).toBe(422);
    expect((await browser.post('/operator/agencies', { name: 'Badan Baru', kind: 'regional' })).status).toBe(
      303,
    );
    const page = await (await browser.ask('/operator/people/invite')).text();
    const member = /<option value="(agency:[^"]+)"[^>]*>Badan Baru</.exec(page)?.[1] ?? '';
    const invitation = {
      name: 'Yohanis',
      email: 'yohanis@contoh.example',
      member,
      numberKind: 'NIP',
      employeeNumber: '',
    };
    const answer = await browser.post('/operator/people/invite', { ...invitation, roles: 'agency-admin' });
    expect(answer.headers.get('location')).toContain('notice=invited');
    const again = await browser.post('/operator/people/invite', { ...invitation, roles: 'agency-admin' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Surel ini sudah dipakai');
    const hostile = { ...invitation, email: 'lain@contoh.example', name: 'Yohanis\tSaja', roles: 'learner' };
    expect((await browser.post('/operator/people/invite', hostile)).status).toBe(422);
    const refusals = [
      [{ employeeNumber: '199013452015031999' }, 'NIP ini tidak sah'],
      [{ roles: 'provider-author' }, 'tidak dapat diberikan pada instansi'],
    ] as const;
    for (const [fields, words] of refusals) {
      const wrong = { ...invitation, roles: 'learner', email: 'lain@contoh.example', ...fields };
      expect(await (await browser.post('/operator/people/invite', wrong)).text()).toContain(words);
    }
    const theirs = world.browser();
    await theirs.signIn('yohanis@contoh.example');
    expect(await (await theirs.ask('/agency')).text()).toContain('Badan Baru');
  });
});

describe('people', () => {
  const agencyIdOf = (tenant: Tenant) => (tenant.kind === 'agency' ? tenant.agencyId : '');

  it('who are named as supervisors are given the role at once, and it can be taken back', async () => {
    const { agencyA, agencyB } = world.tenants;
    const boss = await world.active(agencyA, ['learner']);
    const { personId, email, name } = await world.invite(agencyA, ['learner']);
    const foreign = await world.invite(agencyB, ['learner']);
    await signedIn('admin');
    const path = `/agency/people/${personId}`;
    await browser.post(path, { name, email, unitId: '', supervisor: boss.email });
    const theirs = world.browser();
    await theirs.signIn(boss.email);
    expect((await theirs.ask('/team')).status).toBe(403);
    const note = `${boss.name} belum memegang peran Atasan`;
    expect(await (await browser.ask(path)).text()).toContain(note);
    expect(await (await browser.ask('/agency/supervisors')).text()).toContain(`value="${boss.personId}"`);
    const strange = await browser.post('/agency/supervisors', { personId: foreign.personId });
    expect(strange.status).toBe(404);
    const given = await browser.post('/agency/supervisors', { personId: boss.personId });
    expect(given.headers.get('location')).toBe('/agency/supervisors?notice=rolesGiven');
    expect(await (await theirs.ask('/team')).text()).toContain(name);
    expect(await (await browser.ask(path)).text()).not.toContain(note);
    const empty = await (await browser.ask('/agency/supervisors')).text();
    expect(empty).toContain('Semua atasan memegang perannya');
    const back = { roles: 'learner', confirmed: 'yes' };
    await browser.post(`/agency/people/${boss.personId}/roles`, back);
    expect((await theirs.ask('/team')).status).toBe(403);
    expect((await world.stored(foreign.personId)).roles).toEqual(['learner']);
  });

  it('are corrected by the administrator of their agency, with unit and supervisor', async () => {
    const { agencyA } = world.tenants;
    const boss = await world.active(agencyA, ['supervisor']);
    const { personId, email } = await world.invite(agencyA, ['learner']);
    await signedIn('admin');
    const path = `/agency/people/${personId}`;
    for (const name of ['Bagian\u0007 Umum', 'Bagian\nUmum'])
      expect((await browser.post('/agency/units', { name, parentId: '' })).status).toBe(422);
    expect((await browser.post('/agency/units', { name: 'Bagian Umum', parentId: '' })).status).toBe(303);
    const unitId = /<option value="([^"]+)"[^>]*>Bagian Umum</.exec(
      await (await browser.ask(path)).text(),
    )?.[1];
    const details = { name: 'Nama Baru', email, unitId: unitId ?? '', supervisor: boss.email };
    expect((await browser.post(path, details)).headers.get('location')).toBe(`${path}?notice=saved`);
    const stored = await world.stored(personId);
    expect(stored).toMatchObject({ name: 'Nama Baru', unitId, supervisorId: boss.personId });
    const team = world.browser();
    await team.signIn(boss.email);
    expect(await (await team.ask('/team')).text()).toContain('Nama Baru');
    await browser.post(path, { ...details, unitId: '', supervisor: '' });
    const emptied = await world.stored(personId);
    expect([emptied.unitId, emptied.supervisorId]).toEqual([undefined, undefined]);
  });

  it('are told apart in refusals: an address that is taken, a supervisor who is none', async () => {
    const { agencyA, agencyB } = world.tenants;
    const foreign = await world.active(agencyB, ['supervisor']);
    const { personId, email, name } = await world.invite(agencyA, ['learner']);
    await signedIn('admin');
    const path = `/agency/people/${personId}`;
    const post = async (fields: Record<string, string>) => {
      const answer = await browser.post(path, { name, email, unitId: '', supervisor: '', ...fields });
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await post({ email: foreign.email })).toContain('Surel ini sudah dipakai orang lain.');
    // Absent, of another agency, or the person themselves: one answer.
    for (const supervisor of ['tidak-ada@contoh.example', foreign.email, email]) {
      expect(await post({ supervisor })).toContain('Tidak ada orang lain dengan surel atau NIP ini');
    }
    expect(await post({ unitId: 'nowhere' })).toContain('Unit ini bukan bagian dari instansi');
    expect(await world.stored(personId)).toMatchObject({ rev: 1 });
  });

  it('C1 C2: are out of reach of the administrator of another agency, and platform staff of their own', async () => {
    const { agencyA, agencyB } = world.tenants;
    const foreign = await world.invite(agencyB, ['learner']);
    const lodger = await world.invite(agencyA, ['learner', 'operator']);
    await signedIn('admin');
    for (const path of ['', '/disable', '/enable']) {
      expect((await browser.ask(`/agency/people/${foreign.personId}${path}`)).status).toBe(404);
    }
    const details = { name: 'Diubah', email: 'milikku@contoh.example' };
    for (const { personId } of [foreign, lodger]) {
      const base = `/agency/people/${personId}`;
      expect((await browser.post(base, details)).status).toBe(404);
      expect((await browser.post(`${base}/disable`)).status).toBe(404);
      expect((await browser.post(`${base}/roles`, { roles: 'learner', confirmed: 'yes' })).status).toBe(404);
      expect(await world.stored(personId)).toMatchObject({ rev: 1 });
    }
    const seen = await (await browser.ask(`/agency/people/${lodger.personId}`)).text();
    expect(seen).toContain('hanya operator yang dapat mengubahnya');
    const units = { name: 'Bagian', parentId: '' };
    expect((await browser.post(`/operator/agencies/${agencyIdOf(agencyB)}/units`, units)).status).toBe(403);
  });

  it('get and lose roles, which count from their next click', async () => {
    const person = await world.active(world.tenants.agencyA, ['learner']);
    const theirs = world.browser();
    await theirs.signIn(person.email);
    expect((await theirs.ask('/agency')).status).toBe(403);
    await signedIn('admin');
    const path = `/agency/people/${person.personId}`;
    const asked = await browser.post(`${path}/roles`, { roles: 'agency-admin' });
    expect(await asked.text()).toContain('Ditambahkan: Pengelola instansi. Dicabut: Peserta.');
    expect((await world.stored(person.personId)).roles).toEqual(['learner']);
    await browser.post(`${path}/roles`, { roles: 'agency-admin', confirmed: 'yes' });
    expect((await theirs.ask('/agency')).status).toBe(200);
    const beyond = await browser.post(`${path}/roles`, { roles: 'operator', confirmed: 'yes' });
    expect(beyond.status).toBe(422);
    expect(await beyond.text()).toContain('yang dapat Anda berikan');
  });

  it('are signed out at once when their account is disabled, and let in again', async () => {
    const person = await world.active(world.tenants.agencyA, ['learner']);
    const theirs = world.browser();
    await theirs.signIn(person.email);
    await signedIn('operator');
    const path = `/operator/people/${person.personId}`;
    expect(await (await browser.ask(`${path}/disable`)).text()).toContain(
      'langsung keluar dari semua perangkat',
    );
    expect((await browser.post(`${path}/disable`)).headers.get('location')).toBe(
      `${path}?notice=account-disabled`,
    );
    expect((await theirs.ask('/account')).status).toBe(303);
    expect((await theirs.signIn(person.email)).status).toBe(403);
    expect((await browser.post(`${path}/enable`)).status).toBe(303);
    expect((await theirs.signIn(person.email)).status).toBe(303);
  });

  it('are moved and lent by operators, who keep what still fits', async () => {
    const { agencyA, agencyB } = world.tenants;
    const [a, b] = [agencyIdOf(agencyA), agencyIdOf(agencyB)];
    const boss = await world.active(agencyA, ['supervisor']);
    const { personId } = await world.invite(agencyA, ['agency-admin'], { supervisorId: boss.personId });
    await signedIn('operator');
    const path = `/operator/people/${personId}/move`;
    const move = (agencyId: string, workingAgencyId: string) =>
      browser.post(path, { agencyId, workingAgencyId, confirmed: 'yes' });
    expect((await move(a, b)).status).toBe(303);
    expect(await world.stored(personId)).toMatchObject({ workingAgencyId: b, supervisorId: boss.personId });
    const question = await browser.post(path, { agencyId: b, workingAgencyId: '' });
    expect(await question.text()).toContain('ke Badan Contoh B?');
    expect((await move(b, '')).status).toBe(303);
    const moved = await world.stored(personId);
    expect(moved).toMatchObject({ home: agencyB, roles: ['learner'] });
    expect([moved.workingAgencyId, moved.supervisorId]).toEqual([undefined, undefined]);
    expect((await move('nowhere', '')).status).toBe(422);
  });

  it('are found by number, address, id or the beginning of a name, among those one may see', async () => {
    const { agencyA, agencyB } = world.tenants;
    const number = (value: string) => ({ employeeNumber: { kind: 'NIP', value } as const });
    const own = await world.invite(agencyA, ['learner'], {
      ...{ name: 'Ketut Dewi', ...number('199005172015031234') },
    });
    await world.invite(agencyA, ['learner'], { name: 'Ketut Budi' });
    const foreign = await world.invite(agencyB, ['learner'], {
      ...{ name: 'Ketut Asing', ...number('199005172015032678') },
    });
    const lent = await world.invite(agencyB, ['learner'], {
      ...{ name: 'Ketut Titipan', workingAgencyId: agencyIdOf(agencyA) as AgencyId },
    });
    await signedIn('admin');
    const names = async (q: string) => {
      const response = await browser.ask(`/agency/people?${new URLSearchParams({ q })}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      return ['Dewi', 'Budi', 'Asing', 'Titipan'].filter((name) => html.includes(`Ketut ${name}`));
    };
    for (const q of ['199005172015031234', '19900517 201503 1 234', own.email, own.personId])
      expect(await names(q), q).toEqual(['Dewi']);
    expect(await names(' ketut  d ')).toEqual(['Dewi']);
    expect(await names('KETUT')).toEqual(['Dewi', 'Budi']);
    expect(await names('dewi')).toEqual([]);
    // C2: as if they did not exist.
    for (const q of ['199005172015032678', foreign.email, foreign.personId, 'Ketut A'])
      expect(await names(q), q).toEqual([]);
    expect(await names(lent.email)).toEqual(['Titipan']);
    const found = await (await browser.ask(`/agency/people?q=${lent.personId}`)).text();
    expect(found).toContain('dipinjamkan');
  });

  it('on loan are read by the agency they work at, which changes nothing of them; others see nobody', async () => {
    const { agencyA, agencyB } = world.tenants;
    const lent = await world.invite(agencyA, ['learner'], {
      workingAgencyId: agencyIdOf(agencyB) as AgencyId,
    });
    const stays = await world.invite(agencyA, ['learner']);
    const admin = await world.active(agencyB, ['agency-admin']);
    await browser.signIn(admin.email);
    const path = `/agency/people/${lent.personId}`;
    const page = await browser.ask(path);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('dipekerjakan di instansi Anda dari instansi lain');
    expect(html).not.toContain(`action="${path}`);
    for (const link of [...html.matchAll(/href="(\/agency\/people\/[^"]+)"/g)])
      expect((await browser.ask(link[1] ?? '')).status, link[1]).toBe(200);
    expect((await browser.post(path, { name: 'Lain', email: lent.email })).status).toBe(404);
    expect((await browser.post(`${path}/disable`)).status).toBe(404);
    expect(await world.stored(lent.personId)).toEqual(lent);
    expect((await browser.ask(`/agency/people/${stays.personId}`)).status).toBe(404);
    await signedIn('admin');
    const theirs = await (await browser.ask(path)).text();
    expect(theirs).toContain(`action="${path}`);
    expect(theirs).not.toContain('dipekerjakan di instansi Anda dari instansi lain');
  });

  it('never change their own roles, place or status, so that an operator remains', async () => {
    const { personId } = await signedIn('operator');
    const path = `/operator/people/${personId}`;
    expect((await browser.post(`${path}/disable`)).status).toBe(403);
    expect((await browser.post(`${path}/roles`, { roles: 'auditor', confirmed: 'yes' })).status).toBe(403);
    const agencyId = agencyIdOf(world.tenants.agencyA);
    const move = { agencyId, workingAgencyId: '', confirmed: 'yes' };
    expect((await browser.post(`${path}/move`, move)).status).toBe(403);
    expect(await (await browser.ask(path)).text()).toContain('Ini akun Anda sendiri');
    expect(await world.stored(personId)).toMatchObject({ status: 'active', roles: ['operator'] });
  });

  it('an operator names the units of any agency, and none of one that is not there', async () => {
    await signedIn('operator');
    const path = `/operator/agencies/${agencyIdOf(world.tenants.agencyB)}/units`;
    expect((await browser.post(path, { name: 'Sekretariat', parentId: '' })).headers.get('location')).toBe(
      `${path}?notice=created`,
    );
    expect(await (await browser.ask(path)).text()).toContain('Sekretariat');
    expect((await browser.ask('/operator/agencies/nowhere/units')).status).toBe(404);
  });
});

describe('faults', () => {
  it('F7: show a reference and nothing of the fault', async () => {
    await signedIn('learner');
    world.deps.organisations.listProviders = async () => {
      throw new Error('arn:aws:dynamodb:ap-southeast-3:111122223333:table/lms 199001012015031001');
    };
    const answer = await browser.ask('/catalogue');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).not.toMatch(/arn:|19900101|at .*\.ts/);
    expect(html).toContain(answer.headers.get('x-request-id') ?? 'none');
  });

  it('knows no page at other addresses', async () => {
    const answer = await browser.ask('/tidak/ada');
    expect(answer.status).toBe(404);
    const learner = await signedIn('learner');
    expect(await (await browser.ask('/tidak/ada')).text()).toContain(`Akun ${learner.name}`);
    expect(await answer.text()).toContain('Halaman tidak ditemukan');
    const machine = await world.app.hono.request(`${origin}/tidak/ada`);
    expect(machine.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('durations', () => {
  it.each([
    ['PT1M', 60],
    ['PT1H5M2.5S', 3902.5],
    ['P1DT1S', 86_401],
    ['P1Y', undefined],
    ['nonsense', undefined],
  ])('%s is %s seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });
});
