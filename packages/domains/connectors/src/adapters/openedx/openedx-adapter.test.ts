import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import type { LearnerFacts } from '@sinau/rostering';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdapterFailure, type ProviderAdapter } from '../../index.ts';
import type { OpenEdxSettings } from '../../openedx-settings.ts';
import { askedLearner, type FakeOpenEdx, gradeKey, startFakeOpenEdx } from '../../testing/index.ts';
import { createOpenEdxAdapter } from '../index.ts';

let edx: FakeOpenEdx;
let slept: number[] = [];
let now = Date.parse('2026-11-28T04:00:00.000Z');
beforeEach(async () => {
  [slept, now] = [[], Date.parse('2026-11-28T04:00:00.000Z')];
  edx = await startFakeOpenEdx();
});
afterEach(() => edx.close());

const deps = {
  outbound: createOutbound({ allowLoopback: true }),
  clock: { now: () => new Date(now) },
  digest: nodeDigest,
  sleep: async (ms: number) => void slept.push(ms),
};
const adapterOf = (given: Partial<OpenEdxSettings> & { readonly secret?: string } = {}) => {
  const { secret = edx.site.clientSecret, ...settings } = given;
  return createOpenEdxAdapter(deps, {
    baseUrl: `${edx.baseUrl}/`,
    clientSecret: secret,
    settings: { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'verified', ...settings },
  });
};
const withCatalogue = () => adapterOf({ catalogueUrl: `${edx.baseUrl}/catalogue` });
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
};
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AdapterFailure ? `${error.reason} ${error.passing}` : error),
  );
const tokensFetched = () => edx.calls.filter((call) => call.includes('access_token')).length;
const subject = 'a1b2c3d4'.repeat(8);
const name = subject.slice(0, 30);
const courseId = 'course-v1:KampusX+ADM1+2026';
const enrol = (adapter: ProviderAdapter = adapterOf(), facts: LearnerFacts = {}, account?: string) =>
  adapter.enrol({
    ...{ idempotencyKey: 'r1', externalCourseId: courseId, learner: askedLearner(subject, facts) },
    ...(account !== undefined && { account }),
  });

describe('F3: addresses of an Open edX site that lead inside', () => {
  const inner = [
    ...['https://169.254.169.254', 'https://[::ffff:127.0.0.1]', 'https://inside.example'],
    'http://93.184.215.14',
  ];
  const outside = createOutbound({ resolve: async () => ['10.0.0.7'] });
  const at = (baseUrl: string, catalogueUrl?: string) => {
    const settings = { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' } as const;
    return createOpenEdxAdapter(
      { ...deps, outbound: outside },
      { baseUrl, clientSecret: 'x', settings: { ...settings, ...(catalogueUrl && { catalogueUrl }) } },
    );
  };

  it.each(inner)('%s: nothing is asked, neither for a token nor for anything else', async (url) => {
    expect(await failure(all(at(url).readCourses()))).toBe('address-forbidden false');
    expect(await failure(enrol(at(url)))).toBe('address-forbidden false');
  });

  it.each(inner)('%s as a catalogue service: nothing is asked there, and no token is shown', async (url) => {
    const asked: string[] = [];
    const send: typeof outside.send = (request) => {
      asked.push(request.url);
      return request.url.startsWith(edx.baseUrl) ? deps.outbound.send(request) : outside.send(request);
    };
    const settings = {
      clientId: 'sinau',
      learnersBy: 'pseudonym',
      mode: 'audit',
      catalogueUrl: url,
    } as const;
    const adapter = createOpenEdxAdapter(
      { ...deps, outbound: { send } },
      { baseUrl: edx.baseUrl, clientSecret: edx.site.clientSecret, settings },
    );
    expect(await failure(all(adapter.readCourses()))).toBe('address-forbidden false');
    expect(edx.calls.filter((call) => !call.includes('access_token'))).toEqual([]);
  });
});

describe.each([
  ['of a site', () => adapterOf(), '/courses/v1'],
  ['of a catalogue service', withCatalogue, '/course_runs'],
])('the courses %s', (_, make, at) => {
  it('are read page by page, with one token', async () => {
    edx.site.pageSize = 2;
    expect((await all(make().readCourses())).map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `KampusX+ADM${n}`),
    );
    expect(tokensFetched()).toBe(1);
  });

  it('show what has changed, what is new, what is hidden and what is gone', async () => {
    const [first, second] = edx.site.runs;
    Object.assign(first ?? {}, { name: 'Berubah' });
    Object.assign(second ?? {}, { hidden: true });
    edx.site.runs.pop();
    edx.addRuns(3);
    const courses = await all(make().readCourses());
    expect(courses).toHaveLength(7);
    expect(courses[0]?.title).toBe('Berubah');
    expect(courses.map(({ visible }) => visible).indexOf(false)).toBe(1);
  });

  it.each([
    [{ kind: 'half' }, 'broken-answer true'],
    [{ kind: 'last' }, 'broken-answer true'],
    [{ kind: 'status', status: 503 }, 'server-error true'],
    [{ kind: 'lost' }, 'broken-answer true'],
  ] as const)('that break off (%j) reject and are no short list', async (what, reason) => {
    edx.site.pageSize = 2;
    edx.trouble(what, { at });
    expect(await failure(all(make().readCourses()))).toBe(reason);
  });

  it('that shift between two pages reject', async () => {
    edx.site.pageSize = 2;
    const list = make().readCourses()[Symbol.asyncIterator]();
    await list.next();
    edx.site.runs.shift();
    edx.addRuns(3);
    const rest = async () => {
      while (!(await list.next()).done);
    };
    expect(await failure(rest())).toBe('broken-answer true');
  });

  it('come each once, though a page names them twice, and after a passing outage', async () => {
    edx.trouble({ kind: 'status', status: 502 }, { times: 2, at });
    edx.trouble({ kind: 'twice' }, { at });
    expect(await all(make().readCourses())).toHaveLength(5);
    expect(slept).toEqual([250, 1_000]);
  });
});

it('a catalogue service tells prices, and no run that is not published', async () => {
  Object.assign(edx.site.runs[0] ?? {}, { published: false });
  const courses = await all(withCatalogue().readCourses());
  expect(courses).toHaveLength(4);
  expect(courses[0]).toMatchObject({ price: 150_000, languages: ['id'] });
  expect(courses[0]).toMatchObject({ modifiedAt: '2026-11-01T00:00:00.654Z' });
});

describe('the token', () => {
  it('is kept until shortly before its end', async () => {
    const adapter = adapterOf();
    await all(adapter.readCourses());
    now += 3_530_000;
    await all(adapter.readCourses());
    expect(tokensFetched()).toBe(1);
    now += 20_000;
    await all(adapter.readCourses());
    expect(tokensFetched()).toBe(2);
  });

  it('is fetched anew once when it is refused', async () => {
    const adapter = adapterOf();
    await all(adapter.readCourses());
    edx.forgetTokens();
    expect(await all(adapter.readCourses())).toHaveLength(5);
    edx.trouble({ kind: 'status', status: 401 }, { at: '/api/' });
    expect(await failure(all(adapter.readCourses()))).toBe('unauthorised false');
    expect(tokensFetched()).toBe(3);
  });

  it('is not given for a wrong secret, which stands in no address', async () => {
    expect(await failure(all(adapterOf({ secret: 'salah' }).readCourses()))).toBe('unauthorised false');
    expect(edx.calls).toEqual(['POST /oauth2/access_token']);
  });
});

describe('a site that wants us to be slower', () => {
  it('is given the time it asks for, when that is short', async () => {
    edx.trouble({ kind: 'status', status: 429, retryAfter: '7' }, { times: 1, at: '/courses/' });
    expect(await all(adapterOf().readCourses())).toHaveLength(5);
    expect(slept).toEqual([7_000]);
  });

  it('is left alone when it asks for longer', async () => {
    edx.trouble({ kind: 'status', status: 429, retryAfter: '60' }, { at: '/courses/' });
    expect(await failure(all(adapterOf().readCourses()))).toBe('throttled true');
    expect(slept).toEqual([]);
  });
});

describe('the test of a site', () => {
  it('finds that everything works, with and without a catalogue service', async () => {
    for (const adapter of [adapterOf({ learnersBy: 'email' }), withCatalogue()]) {
      const states = (await adapter.test()).map((one) => `${one.name} ${one.state}`);
      expect(states).toEqual(['sign-in works', 'catalogue works', 'enrolment works', 'results works']);
    }
  });

  it('names the right or the scope that is missing', async () => {
    for (const part of ['/enrollments/', '/grades/']) edx.site.forbidden.add(part);
    expect((await adapterOf().test()).slice(2)).toEqual([
      { name: 'enrolment', state: 'missing', missing: ['is_staff'], reason: 'not-permitted' },
      { name: 'results', state: 'missing', missing: ['grades:read'], reason: 'not-permitted' },
    ]);
  });

  it('names the mode that none of the first courses offers', async () => {
    for (const run of edx.site.runs) run.modes = ['audit'];
    const enrolment = (await adapterOf().test())[2];
    expect(enrolment).toEqual({
      ...{ name: 'enrolment', state: 'missing', missing: ['mode: verified'], reason: 'not-accepted' },
    });
    Object.assign(edx.site.runs[4] ?? {}, { modes: ['verified'] });
    expect((await adapterOf().test())[2]).toEqual({ name: 'enrolment', state: 'works' });
  });

  it('says what is wrong with the secret, or that nothing of the kind is there', async () => {
    expect(await adapterOf({ secret: 'salah' }).test()).toEqual([
      { name: 'sign-in', state: 'failed', reason: 'unauthorised' },
    ]);
    edx.trouble({ kind: 'status', status: 200 }, { at: 'access_token' });
    expect(await adapterOf().test()).toEqual([{ name: 'sign-in', state: 'failed', reason: 'other-service' }]);
  });
});

describe('learners', () => {
  it('are enrolled once, however often they are sent', async () => {
    edx.site.accounts.set(name, '');
    expect(await enrol()).toEqual({ externalLearnerId: name, outcome: 'enrolled' });
    expect(await enrol()).toEqual({ externalLearnerId: name, outcome: 'was-enrolled' });
    expect(edx.site.enrolments).toEqual([{ user: name, courseId, isActive: true, mode: 'verified' }]);
  });

  it('are found enrolled when the answer got lost', async () => {
    edx.site.accounts.set(name, '');
    const lossy = createOpenEdxAdapter(
      {
        ...deps,
        outbound: {
          send: async (request) => {
            if (request.url.endsWith('/api/enrollment/v1/enrollment')) edx.trouble({ kind: 'lost' });
            return deps.outbound.send(request).finally(() => edx.heal());
          },
        },
      },
      {
        baseUrl: edx.baseUrl,
        clientSecret: edx.site.clientSecret,
        settings: { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' },
      },
    );
    expect(await failure(enrol(lossy))).toBe('broken-answer true');
    expect((await enrol(lossy)).outcome).toBe('was-enrolled');
  });

  it('are proposed by e-mail where that is agreed, and enrolled by the account that somebody has confirmed', async () => {
    edx.site.accounts.set('siti', 'siti@kampus.example');
    const adapter = adapterOf({ learnersBy: 'email' });
    expect(await failure(enrol(adapter))).toBe('learner-unknown false');
    expect(await failure(enrol(adapter, { email: 'tono@kampus.example' }))).toBe('learner-unknown false');
    const proposed = { outcome: 'account-proposed', proposedAccount: 'siti' };
    expect(await enrol(adapter, { email: 'siti@kampus.example' })).toEqual(proposed);
    // Somebody has to say so first: an address is no identity, and changes nothing over there.
    expect(edx.site.enrolments).toEqual([]);
    expect(await enrol(adapter, {}, 'siti')).toEqual({ externalLearnerId: 'siti', outcome: 'enrolled' });
  });

  it('are refused with the reason', async () => {
    expect(await failure(enrol())).toBe('learner-unknown false');
    edx.site.accounts.set(name, '');
    Object.assign(edx.site.runs[0] ?? {}, { isFull: true });
    expect(await failure(enrol())).toBe('full false');
    edx.site.runs.shift();
    expect(await failure(enrol())).toBe('course-unknown false');
  });

  it.each([
    ['enrolment has ended', { enrolmentEnds: '2026-11-27T00:00:00Z' }, 'refused false'],
    ['it is full as well', { enrolmentEnds: '2026-11-27T00:00:00Z', isFull: true }, 'refused false'],
    ['only whom it invites gets in', { isByInvitation: true }, 'refused false'],
    [
      'enrolment ends later, and it is full',
      { enrolmentEnds: '2026-12-01T00:00:00Z', isFull: true },
      'full false',
    ],
    ['the mode has run out', { modes: ['audit'] }, 'not-accepted false'],
    [
      'the mode needs more than is sent, and it is full',
      { objection: 'Missing enrollment attributes: requested mode=credit', isFull: true },
      'not-accepted false',
    ],
    [
      'a value is none',
      { objection: "'ya' is an invalid enrollment activation status." },
      'not-accepted false',
    ],
  ])('are told apart where one sentence stands for many: %s', async (_, run, expected) => {
    edx.site.accounts.set(name, '');
    Object.assign(edx.site.runs[0] ?? {}, run);
    expect(await failure(enrol())).toBe(expected);
    expect(edx.site.enrolments).toEqual([]);
  });

  it('who only looked at a course get the mode of the connection, and nobody a lower one', async () => {
    edx.site.accounts.set(name, '');
    const there = { user: name, courseId, isActive: true, mode: 'audit' };
    edx.site.enrolments.push(there);
    expect((await enrol()).outcome).toBe('was-enrolled');
    expect(there.mode).toBe('verified');
    expect((await enrol(adapterOf({ mode: 'audit' }))).outcome).toBe('was-enrolled');
    expect(there.mode).toBe('verified');
  });

  it('leave, and are then no longer listed', async () => {
    edx.site.accounts.set(name, '');
    await enrol();
    const listed = () => all(adapterOf().readEnrolments(courseId));
    expect(await listed()).toEqual([
      { externalCourseId: courseId, externalLearnerId: name, state: 'active' },
    ]);
    const leave = () => adapterOf().unenrol({ externalCourseId: courseId, externalLearnerId: name });
    await leave();
    await leave();
    expect(await listed()).toEqual([]);
    expect(edx.calls.filter((call) => call === 'POST /api/enrollment/v1/enrollment')).toHaveLength(2);
  });
});

describe('results', () => {
  const readSaid = (...users: string[]) =>
    all(
      adapterOf().readResults({
        externalCourseId: courseId,
        learners: users.map((externalLearnerId) => ({ externalLearnerId })),
      }),
    );
  const read = async (...users: string[]) => (await readSaid(...users)).map(({ result }) => result);
  const add = (user: string, grade: { percent: number; passed: boolean; certificate?: string }) => {
    edx.site.enrolments.push({ user, courseId, isActive: true, mode: 'audit' });
    edx.site.grades.set(gradeKey(user, courseId), grade);
  };

  it('tell running scores, what was passed and the certificate apart', async () => {
    add('bob', { percent: 0.03, passed: false });
    add('fred', { percent: 0.83, passed: true, certificate: '0f4a2b7c9d' });
    const results = await read('bob', 'fred', 'nobody');
    expect(results).toMatchObject([
      { externalLearnerId: 'bob', kind: 'score', given: 0.03, maximum: 1, isFinal: false },
      { externalLearnerId: 'fred', kind: 'score', given: 0.83, isFinal: true },
      { kind: 'completion', completed: true, passed: true, occurredAt: '2026-11-20T01:00:00.000Z' },
      { kind: 'credential', number: '0f4a2b7c9d', issuedOn: '2026-11-20' },
    ]);
    now += 3_600_000;
    const again = await read('bob', 'fred');
    expect(again.map(({ eventId }) => eventId)).toEqual(results.map(({ eventId }) => eventId));
  });

  it('come with the record that they were read from, of one learner', async () => {
    for (let n = 0; n < 22; n += 1) add(`u${n}`, { percent: 0.5, passed: false });
    add('fred', { percent: 0.83, passed: true, certificate: '0f4a2b7c9d' });
    for (const users of [['fred'], ['fred', ...Array.from({ length: 22 }, (_, n) => `u${n}`)]]) {
      const said = (await readSaid(...users)).filter(({ result }) => result.externalLearnerId === 'fred');
      expect(said.map(({ sent }) => sent.where)).toEqual([
        ...['/api/grades', '/api/grades', '/api/certificates'],
      ]);
      const [grade, , certificate] = said.map(({ sent }) => JSON.parse(sent.text));
      expect(grade).toMatchObject({ username: 'fred', percent: 0.83, letter_grade: expect.anything() });
      expect(certificate).toMatchObject({ username: 'fred', status: 'downloadable' });
    }
  });

  it('of many come by pages of the course, others left out', async () => {
    for (let n = 0; n < 60; n += 1) add(`u${n}`, { percent: 0.5, passed: false });
    edx.site.pageSize = 25;
    const wanted = Array.from({ length: 30 }, (_, n) => `u${n * 2}`);
    const results = await read(...wanted);
    expect(results.map(({ externalLearnerId }) => externalLearnerId)).toEqual(wanted);
    expect(edx.calls.filter((call) => call.includes('/grades/'))).toHaveLength(3);
  });

  it('are there without certificates that nobody may see', async () => {
    add('fred', { percent: 0.83, passed: true, certificate: '0f4a2b7c9d' });
    edx.site.forbidden.add('/certificates/');
    expect((await read('fred')).map(({ kind }) => kind)).toEqual(['score', 'completion']);
    edx.trouble({ kind: 'status', status: 500 }, { at: '/grades/' });
    expect(await failure(read('fred'))).toBe('server-error true');
  });
});
