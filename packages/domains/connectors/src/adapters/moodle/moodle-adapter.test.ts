import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import type { ExternalEnrolment, ExternalLearner, LearnerAttribute } from '@sinau/rostering';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdapterFailure, defaultMoodleSettings, type ProviderAdapter } from '../../index.ts';
import { askedLearner, type FakeMoodle, startFakeMoodle } from '../../testing/index.ts';
import { createMoodleAdapter } from '../index.ts';

let moodle: FakeMoodle;
beforeEach(async () => {
  moodle = await startFakeMoodle();
});
afterEach(() => moodle.close());

const outbound = createOutbound({ allowLoopback: true });
const now = '2026-11-28T04:00:00.000Z';
const deps = {
  outbound,
  clock: { now: () => new Date(now) },
  digest: nodeDigest,
  ids: { uuid: () => '00000000-0000-4000-8000-000000000001', token: () => 'tidak-ada-yang-tahu' },
  sleep: async () => undefined,
};
const adapterOf = (
  given: { token?: string; baseUrl?: string; createsLearners?: boolean; sharedCategories?: number[] } = {},
) =>
  createMoodleAdapter(deps, {
    baseUrl: given.baseUrl ?? moodle.baseUrl,
    token: given.token ?? moodle.site.token,
    settings: {
      ...{ ...defaultMoodleSettings, createsLearners: given.createsLearners ?? true },
      ...(given.sharedCategories && { sharedCategories: given.sharedCategories }),
    },
  });
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
};
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AdapterFailure ? error.reason : error),
  );
const subject = 'Ps-8f2c';
const enrol = async (
  adapter: ProviderAdapter,
  externalCourseId = '2',
  learner: ExternalLearner = askedLearner(subject),
) => {
  const request = { idempotencyKey: 'registration-1', externalCourseId };
  const answer = await adapter.enrol({ ...request, learner });
  if (answer.outcome === 'account-proposed') throw new Error('a Moodle proposes no accounts');
  return answer;
};

describe('the catalogue of a Moodle', () => {
  const ids = async (given: { sharedCategories?: number[] } = {}) =>
    (await all(adapterOf(given).readCourses())).map(({ externalId }) => externalId);

  it('is read whole, without the page of the site, with the token in no address', async () => {
    const courses = await all(adapterOf().readCourses());
    expect(courses.map(({ code }) => code)).toEqual(
      'ADM101 ADM205 ADM310 CS101 CS230 CS340 LAW120 LAW215'.split(' '),
    );
    expect(courses[4]?.title).toBe('Keamanan Siber & Pelindungan Data Pribadi');
    expect(moodle.calls.some(({ url }) => url.includes(moodle.site.token))).toBe(false);
  });

  it('shows what has changed, what is new, what is hidden and what is gone', async () => {
    moodle.addCourse({ id: 700, fullname: 'Baru', fields: {} });
    Object.assign(moodle.site.courses.get(2) ?? {}, { fullname: 'Berubah', visible: 0 });
    moodle.site.courses.delete(3);
    const courses = await all(adapterOf().readCourses());
    expect(courses).toHaveLength(8);
    expect(courses[0]).toMatchObject({ title: 'Berubah', visible: false });
    expect(courses.at(-1)).toMatchObject({ externalId: '700', title: 'Baru', competencies: [] });
  });

  it('is found beyond a long row of deleted courses', async () => {
    moodle.addCourse({ id: 4_000 });
    expect((await all(adapterOf().readCourses())).at(-1)?.externalId).toBe('4000');
  });

  it.each(['cut', 'half', 'page'] as const)(
    'that breaks off (%s) rejects and is no short list',
    async (kind) => {
      moodle.trouble({ kind }, { name: 'core_course_get_courses' });
      expect(await failure(all(adapterOf().readCourses()))).toBe('broken-answer');
    },
  );

  it('comes whole when a request fails once', async () => {
    moodle.trouble({ kind: 'cut' }, { name: 'core_course_get_courses', times: 1 });
    moodle.trouble({ kind: 'status', status: 503 }, { name: 'core_course_get_categories', times: 1 });
    expect(await all(adapterOf().readCourses())).toHaveLength(8);
  });

  it('that holds less than its categories count rejects', async () => {
    const hidden = moodle.site.courses.get(9);
    const adapter = createMoodleAdapter(
      {
        ...deps,
        // A window that lacks a course without saying so.
        outbound: {
          send: async (request) => {
            const isCourses = /wsfunction=core_course_get_courses(&|$)/.test(String(request.body));
            if (isCourses) moodle.site.courses.delete(9);
            else if (hidden) moodle.site.courses.set(9, hidden);
            return outbound.send(request);
          },
        },
      },
      { baseUrl: moodle.baseUrl, token: moodle.site.token },
    );
    expect(await failure(all(adapter.readCourses()))).toBe('broken-answer');
  });

  it('holds the courses that our account may enter, and no others, wherever the others lie', async () => {
    moodle.site.rightsIn = new Set([3, 6, 9, 4_000]);
    moodle.addCourse({ id: 4_000 });
    expect(await ids()).toEqual(['3', '6', '9', '4000']);
    // Of several pages too.
    moodle.addCourses(250);
    for (const id of moodle.site.courses.keys()) if (id > 4_000) moodle.site.rightsIn.add(id);
    expect(new Set(await ids()).size).toBe(254);
  });

  it('of an account that may enter nothing, or whose search breaks off, rejects and is no empty list', async () => {
    moodle.site.rightsIn = new Set();
    expect(await failure(ids())).toBe('not-permitted');
    moodle.site.rightsIn = new Set([3]);
    moodle.trouble({ kind: 'half' }, { name: 'core_course_search_courses' });
    expect(await failure(ids())).toBe('broken-answer');
  });

  it('tells which courses are hidden, whether our account may change courses or not', async () => {
    Object.assign(moodle.site.courses.get(2) ?? {}, { visible: 0 });
    const shown = async () => (await all(adapterOf().readCourses())).map(({ visible }) => visible);
    expect(await shown()).toEqual([false, ...Array<boolean>(7).fill(true)]);
    moodle.site.rights.add('moodle/course:update');
    expect(await shown()).toEqual([false, ...Array<boolean>(7).fill(true)]);
    expect(moodle.calls.filter(({ name }) => name === 'core_course_get_courses_by_field')).toHaveLength(1);
    // Who may not see hidden ones gets the others all the same.
    moodle.site.rights.delete('moodle/course:viewhiddencourses');
    expect(await shown()).toEqual(Array<boolean>(7).fill(true));
  });

  it('holds the categories that are shared, with what lies in them, and asks for no others', async () => {
    // 2, 5 and 8 lie in category 4, 3, 6 and 9 in 2, the others in 3.
    expect(await ids({ sharedCategories: [2] })).toEqual(['3', '6', '9']);
    expect(moodle.calls.map(({ name }) => name)).not.toContain('core_course_get_courses');
    moodle.site.parents.set(3, 2);
    expect((await ids({ sharedCategories: [2] })).toSorted()).toEqual(['3', '4', '6', '7', '9']);
    moodle.site.rightsIn = new Set([6, 7]);
    expect((await ids({ sharedCategories: [2, 3] })).toSorted()).toEqual(['6', '7']);
    // One that is not there is a mistake, and not the end of its courses.
    expect(await failure(ids({ sharedCategories: [2, 77] }))).toBe('not-accepted');
  });

  it('of a category that is longer than an answer may be comes in pieces', async () => {
    const summary = 'x'.repeat(460_000);
    for (let id = 10; id < 20; id += 1) moodle.addCourse({ id, categoryid: 2, summary });
    const read = await ids({ sharedCategories: [2] });
    expect(new Set(read).size).toBe(13);
    expect(read).not.toContain('4');
  });

  it('has each course once, though an answer names it twice', async () => {
    moodle.trouble({ kind: 'twice' }, { name: 'core_course_get_courses' });
    expect(await all(adapterOf().readCourses())).toHaveLength(8);
  });

  it('is read in smaller pieces when an answer is longer than is read at once', async () => {
    for (let id = 10; id < 20; id += 1) moodle.addCourse({ id, summary: 'x'.repeat(500_000) });
    const courses = await all(adapterOf().readCourses());
    expect(new Set(courses.map(({ externalId }) => externalId)).size).toBe(18);
  });
});

describe('the test of a Moodle', () => {
  it('finds that everything works', async () => {
    const states = (await adapterOf().test()).map(({ name, state }) => `${name} ${state}`);
    expect(states).toEqual(['sign-in works', 'catalogue works', 'enrolment works', 'results works']);
  });

  it('names the functions that are missing for each ability', async () => {
    for (const name of ['core_course_get_categories', 'enrol_manual_enrol_users', 'core_user_create_users']) {
      moodle.site.functions.delete(name);
    }
    expect(await adapterOf().test()).toEqual([
      { name: 'sign-in', state: 'works' },
      { name: 'catalogue', state: 'missing', missing: ['core_course_get_categories'] },
      {
        ...{ name: 'enrolment', state: 'missing' },
        missing: ['core_user_create_users', 'enrol_manual_enrol_users'],
      },
      { name: 'results', state: 'works' },
    ]);
  });

  it('names the rights that are missing, tried on a course that would be offered; nothing has changed by it', async () => {
    const rights = async () =>
      (await adapterOf().test()).map(({ name, state, missing, reason }) => [
        ...[name, state, ...(missing ?? [])],
        ...(reason ? [reason] : []),
      ]);
    const refused = [
      ...['moodle/user:create', 'moodle/course:viewparticipants', 'moodle/course:enrolreview'],
      ...['enrol/manual:enrol', 'enrol/manual:unenrol', 'moodle/grade:viewall'],
    ] as const;
    moodle.site.enrolments.push({ courseid: 2, userid: moodle.addUser().id, roleid: 5, by: 'manual' });
    const before = JSON.stringify([[...moodle.site.users], moodle.site.enrolments]);
    for (const right of refused) moodle.site.rights.delete(right);
    expect(await rights()).toEqual([
      ...[
        ['sign-in', 'works'],
        ['catalogue', 'works'],
      ],
      [
        ...['enrolment', 'missing', 'moodle/user:create', 'moodle/course:viewparticipants'],
        ...['enrol/manual:enrol', 'enrol/manual:unenrol', 'not-permitted'],
      ],
      ['results', 'missing', 'gradereport/user:view', 'moodle/grade:viewall', 'not-permitted'],
    ]);
    for (const right of refused) moodle.site.rights.add(right);
    moodle.site.rights.delete('moodle/course:enrolreview');
    expect((await rights())[2]).toEqual([
      'enrolment',
      'missing',
      'moodle/course:enrolreview',
      'not-permitted',
    ]);
    moodle.site.rights.add('moodle/course:enrolreview');
    moodle.site.rightsIn = new Set([6]);
    expect((await rights()).every(([, state]) => state === 'works')).toBe(true);
    moodle.site.rightsIn = new Set();
    expect((await rights())[1]).toEqual(['catalogue', 'missing', 'moodle/course:view', 'not-permitted']);
    expect(JSON.stringify([[...moodle.site.users], moodle.site.enrolments])).toBe(before);
  });

  const signIn = async (adapter: ProviderAdapter) => (await adapter.test())[0]?.reason;

  it('tells a wrong token, a blocked service, a wrong address and another program apart', async () => {
    expect(await signIn(adapterOf({ token: 'salah' }))).toBe('unauthorised');
    expect(await signIn(adapterOf({ baseUrl: moodle.baseUrl.replace('/moodle', '') }))).toBe('other-service');
    expect(await signIn(adapterOf({ baseUrl: 'http://127.0.0.1:1' }))).toBe('unreachable');
    expect(await signIn(adapterOf({ baseUrl: 'https://169.254.169.254' }))).toBe('address-forbidden');
    moodle.trouble({ kind: 'status', status: 403 });
    expect(await signIn(adapterOf())).toBe('not-permitted');
    moodle.heal();
    moodle.trouble({ kind: 'page' });
    expect(await signIn(adapterOf())).toBe('other-service');
    moodle.heal();
    moodle.site.functions.delete('core_webservice_get_site_info');
    expect(await adapterOf().test()).toMatchObject([
      { state: 'missing', missing: ['core_webservice_get_site_info'] },
    ]);
  });

  it('tells what an ability is refused with', async () => {
    moodle.trouble({ kind: 'fault', errorcode: 'nopermissions' }, { name: 'core_user_get_users_by_field' });
    expect((await adapterOf().test())[2]).toEqual({
      ...{ name: 'enrolment', state: 'failed', reason: 'not-permitted' },
    });
  });
});

describe('failures of a Moodle', () => {
  it.each([
    ['invalidtoken', 'unauthorised'],
    ['sitemaintenance', 'server-error'],
    ['accessexception', 'function-missing'],
    ['never-heard-of', 'refused'],
  ])('with the code %s are %s, and hold neither token nor debug text', async (errorcode, reason) => {
    moodle.trouble({ kind: 'fault', errorcode, debuginfo: `SELECT 1 -- ${moodle.site.token}` });
    const error: unknown = await enrol(adapterOf()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason });
    const told = `${String(error)}${error instanceof Error ? String(error.cause) : ''}${JSON.stringify(error)}`;
    expect(told).not.toContain('SELECT');
    expect(told).not.toContain(moodle.site.token);
  });

  it.each([
    'https://169.254.169.254',
    'https://[::ffff:127.0.0.1]',
    'https://inside.example',
    'http://93.184.215.14',
  ])('F3: at %s nothing is asked, whatever was connected', async (baseUrl) => {
    const outbound = createOutbound({ resolve: async () => ['10.0.0.7'] });
    const settings = { ...defaultMoodleSettings, createsLearners: true };
    const adapter = createMoodleAdapter({ ...deps, outbound }, { baseUrl, token: 'x', settings });
    expect(await failure(all(adapter.readCourses()))).toBe('address-forbidden');
  });

  it.each([
    [429, 'throttled'],
    [502, 'server-error'],
    [302, 'other-service'],
  ])('with HTTP %i are %s', async (status, reason) => {
    moodle.trouble({ kind: 'status', status });
    expect(await failure(all(adapterOf().readEnrolments('2')))).toBe(reason);
  });
});

describe('enrolling in a Moodle', () => {
  it('makes an account under our pseudonym, which tells nothing else', async () => {
    expect(await enrol(adapterOf())).toEqual({ externalLearnerId: '3', outcome: 'enrolled' });
    expect(moodle.site.users.get(3)).toMatchObject({
      ...{ username: 'ps-8f2c', idnumber: subject, firstname: 'Peserta', lastname: subject },
      ...{ email: 'ps-8f2c@peserta.invalid', auth: 'manual' },
    });
    expect(moodle.site.enrolments).toMatchObject([{ courseid: 2, userid: 3, roleid: 5, by: 'manual' }]);
  });

  it('uses names and address that the agreement allows', async () => {
    const facts = { name: 'Siti Nur Haliza', email: 'siti@instansi.example' };
    await enrol(adapterOf(), '2', askedLearner(subject, facts));
    expect(moodle.site.users.get(3)).toMatchObject({
      ...{ firstname: 'Siti', lastname: 'Nur Haliza', email: 'siti@instansi.example' },
    });
  });

  it('asks for what the account is made of, sends all of it, and for nothing once there is one', async () => {
    const facts = {
      ...{ name: 'Siti Rahma', givenName: 'Siti', familyName: 'Rahma', email: 'siti@instansi.example' },
      ...{ employeeNumber: '199001012015032001', locale: 'en' },
      ...{ agency: 'Kementerian Contoh', unit: 'Biro Umum' },
    };
    const asked: LearnerAttribute[] = [];
    await enrol(adapterOf(), '2', askedLearner(subject, facts, asked));
    expect(asked).toEqual(['name', 'email', 'agency', 'unit']);
    const account = moodle.site.users.get(3);
    expect(account).toMatchObject({
      ...{ firstname: 'Siti', lastname: 'Rahma', email: 'siti@instansi.example' },
      ...{ institution: 'Kementerian Contoh', department: 'Biro Umum' },
    });
    expect(JSON.stringify(account)).not.toContain(facts.employeeNumber);
    asked.length = 0;
    await enrol(adapterOf(), '3', askedLearner(subject, facts, asked));
    expect(asked).toEqual([]);
  });

  it('twice enrols once, and makes one account', async () => {
    await enrol(adapterOf());
    expect(await enrol(adapterOf())).toEqual({ externalLearnerId: '3', outcome: 'was-enrolled' });
    expect([moodle.site.users.size, moodle.site.enrolments.length]).toEqual([1, 1]);
  });

  it.each(['core_user_create_users', 'enrol_manual_enrol_users'])(
    'whose answer to %s got lost is found done the next time',
    async (name) => {
      // Twice: the client asks again by itself when a kept connection has broken.
      moodle.trouble({ kind: 'lost' }, { name, times: 2 });
      const first = await failure(enrol(adapterOf()));
      const second = await enrol(adapterOf());
      expect([first, second.externalLearnerId]).toEqual([
        name.startsWith('core') ? 'done' : 'broken-answer',
        '3',
      ]);
      expect([moodle.site.users.size, moodle.site.enrolments.length]).toEqual([1, 1]);
    },
  );

  it('finds people by ID number or user name, and takes nobody else', async () => {
    moodle.addUser({ id: 40, idnumber: subject });
    moodle.addUser({ id: 41, username: 'ps-8f2c', idnumber: 'orang-lain' });
    expect((await enrol(adapterOf())).externalLearnerId).toBe('40');
    moodle.site.users.delete(40);
    // The user name is taken by somebody else: people over there have to say who is who.
    expect(await failure(enrol(adapterOf()))).toBe('learner-unknown');
    Object.assign(moodle.site.users.get(41) ?? {}, { idnumber: '' });
    expect((await enrol(adapterOf())).externalLearnerId).toBe('41');
  });

  it('are enrolled with the account that the tool made at their first launch, where courses start in it', async () => {
    const starting = createMoodleAdapter(deps, {
      ...{ baseUrl: moodle.baseUrl, token: moodle.site.token, toolIssuer: 'https://sinau.example' },
      settings: { ...defaultMoodleSettings, createsLearners: true },
    });
    const username = `enrol_lti_13_${nodeDigest.sha1(`https://sinau.example_${subject}`)}`;
    const launched = moodle.addUser({ username, auth: 'lti', idnumber: '' });
    expect((await enrol(starting)).externalLearnerId).toBe(String(launched.id));
    expect(moodle.site.users.size).toBe(1);
    const there: ExternalEnrolment[] = await all(starting.readEnrolments('2'));
    expect(there).toMatchObject([{ launchedAccount: starting.launchedAccountOf?.(subject) }]);
    expect(there[0]?.launchedAccount).toBe(username);
    // Also where an enrolment before the first launch had to make one, which is left alone from then on.
    const before = moodle.addUser({ username: 'lama', idnumber: subject });
    expect((await enrol(starting, '3')).externalLearnerId).toBe(String(launched.id));
    // Courses that start on their page are entered by the account that signs in there.
    expect((await enrol(adapterOf(), '4')).externalLearnerId).toBe(String(before.id));
  });

  it('are not taken for an account of another kind that is only called so, and get one of their own before a launch', async () => {
    const toolIssuer = 'https://sinau.example';
    const settings = { ...defaultMoodleSettings, createsLearners: true };
    const { baseUrl, site } = moodle;
    const starting = createMoodleAdapter(deps, { baseUrl, token: site.token, settings, toolIssuer });
    const username = `enrol_lti_13_${nodeDigest.sha1(`${toolIssuer}_${subject}`)}`;
    const other = moodle.addUser({ username, auth: 'manual' });
    const { externalLearnerId } = await enrol(starting);
    expect(externalLearnerId).not.toBe(String(other.id));
    expect(site.users.get(Number(externalLearnerId))).toMatchObject({ idnumber: subject });
  });

  it('1.7: never matches a learner by the address', async () => {
    moodle.site.allowsSameEmail = true;
    moodle.addUser({ id: 40, email: 'siti@instansi.example' });
    const { externalLearnerId } = await enrol(
      adapterOf(),
      '2',
      askedLearner(subject, { email: 'siti@instansi.example' }),
    );
    expect(externalLearnerId).toBe('41');
  });

  describe('whose address somebody has there', () => {
    const email = 'Siti@instansi.example';
    const ask = (given: object = {}) =>
      adapterOf().enrol({
        ...{
          idempotencyKey: 'registration-1',
          externalCourseId: '2',
          learner: askedLearner(subject, { email }),
        },
        ...given,
      });
    beforeEach(() => void moodle.addUser({ id: 40, username: 'siti', email: 'siti@instansi.example' }));

    it('is proposed, since a site gives an address to one account alone; nobody is made or enrolled', async () => {
      expect(await ask()).toEqual({ outcome: 'account-proposed', proposedAccount: '40' });
      expect([moodle.site.users.size, moodle.site.enrolments.length]).toEqual([1, 0]);
    });

    it('is enrolled with the account that a person has confirmed, or that carries our pseudonym by now', async () => {
      expect(await ask({ account: '40' })).toEqual({ externalLearnerId: '40', outcome: 'enrolled' });
      Object.assign(moodle.site.users.get(40) ?? {}, { idnumber: subject });
      expect(await ask()).toEqual({ externalLearnerId: '40', outcome: 'was-enrolled' });
    });

    it('is enrolled as nobody else when the confirmed account is gone, closed, or no number', async () => {
      for (const account of ['41', 'siti', '-1']) {
        expect(await failure(ask({ account }))).toBe('learner-unknown');
      }
      Object.assign(moodle.site.users.get(40) ?? {}, { suspended: true });
      expect(await failure(ask({ account: '40' }))).toBe('refused');
      expect([moodle.site.users.size, moodle.site.enrolments.length]).toEqual([1, 0]);
    });

    it('cannot be told where our account may see no addresses: the connection is at fault, and not the learner', async () => {
      moodle.site.rights.delete('moodle/site:viewuseridentity');
      expect(await failure(ask())).toBe('not-accepted');
    });
  });

  it('cannot get an account by a sign-in that is not installed, or by a right that we lack; nobody is refused for it', async () => {
    moodle.site.auths.delete('manual');
    expect(await failure(enrol(adapterOf()))).toBe('not-accepted');
    moodle.site.auths.add('manual');
    moodle.trouble(
      { kind: 'fault', errorcode: '<div>Passwords must be long.</div>' },
      { name: 'core_user_create_users', times: 1 },
    );
    expect(await failure(enrol(adapterOf()))).toBe('not-accepted');
    moodle.site.rights.delete('moodle/user:create');
    expect(await failure(enrol(adapterOf()))).toBe('not-permitted');
    expect(moodle.site.users.size).toBe(0);
  });

  it('refuses who has no account where accounts are not ours to make, and whose account is closed', async () => {
    expect(await failure(enrol(adapterOf({ createsLearners: false })))).toBe('learner-unknown');
    moodle.addUser({ idnumber: subject, suspended: true });
    expect(await failure(enrol(adapterOf()))).toBe('refused');
  });

  /** Does something to the site once a function was called. */
  const meddled = (name: string, meddle: () => void) => {
    const settings = { ...defaultMoodleSettings, createsLearners: true };
    const { baseUrl, site } = moodle;
    const send: typeof outbound.send = async (request) => {
      const answer = await outbound.send(request);
      if (String(request.body).includes(`wsfunction=${name}`)) meddle();
      return answer;
    };
    return createMoodleAdapter({ ...deps, outbound: { send } }, { baseUrl, token: site.token, settings });
  };
  const hide = (visible: 0 | 1 = 0) => void Object.assign(moodle.site.courses.get(2) ?? {}, { visible });

  it('that came to nothing after all, or that cannot be seen, is no refusal: the learner may be there', async () => {
    const forgetful = meddled('enrol_manual_enrol_users', () => void moodle.site.enrolments.splice(0));
    await expect(enrol(forgetful)).rejects.toMatchObject({
      ...{ reason: 'unconfirmed', passing: true, externalLearnerId: '3' },
    });
    hide();
    moodle.site.rights.delete('moodle/course:viewparticipants');
    await expect(enrol(adapterOf())).rejects.toMatchObject({ reason: 'unconfirmed', externalLearnerId: '3' });
    moodle.site.rights.add('moodle/course:viewparticipants');
    expect((await enrol(adapterOf())).outcome).toBe('enrolled');
  });

  it('in a course that is hidden until it begins, or hides itself meanwhile, is found in the list of its people', async () => {
    hide();
    expect(await enrol(adapterOf())).toEqual({ externalLearnerId: '3', outcome: 'enrolled' });
    expect(moodle.site.enrolments).toMatchObject([{ courseid: 2, userid: 3 }]);
    await adapterOf().unenrol({ externalCourseId: '2', externalLearnerId: '3' });
    hide(1);
    const hiding = meddled('enrol_manual_enrol_users', () => hide());
    expect((await enrol(hiding)).outcome).toBe('enrolled');
    // Twin: nobody gets into a hidden course that our account may not enter.
    moodle.site.enrolments.length = 0;
    moodle.site.rights.delete('moodle/course:viewhiddencourses');
    expect(await failure(enrol(adapterOf()))).toBe('not-permitted');
    expect(moodle.site.enrolments).toEqual([]);
  });

  it('is undone in a course that was hidden since, or says that it could not be', async () => {
    const { externalLearnerId } = await enrol(adapterOf());
    hide();
    const away = { externalCourseId: '2', externalLearnerId };
    moodle.site.rights.delete('enrol/manual:unenrol');
    expect(await failure(adapterOf().unenrol(away))).toBe('not-permitted');
    expect(moodle.site.enrolments).toHaveLength(1);
    moodle.site.rights.add('enrol/manual:unenrol');
    await adapterOf().unenrol(away);
    expect(moodle.site.enrolments).toEqual([]);
  });

  it('refuses a course that is not there, or that lets no service enrol', async () => {
    expect(await failure(enrol(adapterOf(), '999'))).toBe('course-unknown');
    expect(await failure(enrol(adapterOf(), 'x'))).toBe('course-unknown');
    moodle.addCourse({ id: 20, hasManualEnrolment: false });
    expect(await failure(enrol(adapterOf(), '20'))).toBe('refused');
    // What has no way in has no enrolment of ours.
    await adapterOf().unenrol({ externalCourseId: '20', externalLearnerId: '3' });
    expect(await failure(adapterOf().unenrol({ externalCourseId: '999', externalLearnerId: '3' }))).toBe(
      'course-unknown',
    );
  });

  it('is undone, also twice; another way into the course stays and is told', async () => {
    const adapter = adapterOf();
    const { externalLearnerId } = await enrol(adapter);
    const away = { externalCourseId: '2', externalLearnerId };
    await adapter.unenrol(away);
    await adapter.unenrol(away);
    expect(await failure(adapter.unenrol({ ...away, externalLearnerId: '999' }))).toBe('learner-unknown');
    expect(moodle.site.enrolments).toEqual([]);
    moodle.site.enrolments.push({ courseid: 2, userid: 3, roleid: 5, by: 'lti' });
    expect(await failure(adapter.unenrol(away))).toBe('refused');
  });
});

describe('people and results of a Moodle', () => {
  it('are listed page by page, teachers left out', async () => {
    for (let n = 0; n < 450; n += 1) {
      const { id } = moodle.addUser({ id: 10 + n, idnumber: `ps-${n}` });
      moodle.site.enrolments.push({ courseid: 2, userid: id, roleid: n === 7 ? 3 : 5, by: 'manual' });
    }
    const listed = await all(adapterOf().readEnrolments('2'));
    expect(listed).toHaveLength(449);
    expect(new Set(listed.map(({ externalLearnerId }) => externalLearnerId)).size).toBe(449);
    expect(await failure(all(adapterOf().readEnrolments('999')))).toBe('course-unknown');
  });

  const readSaid = (...ids: string[]) =>
    all(
      adapterOf().readResults({
        externalCourseId: '2',
        learners: ids.map((externalLearnerId) => ({ externalLearnerId })),
      }),
    );
  const read = async (...ids: string[]) => (await readSaid(...ids)).map(({ result }) => result);

  it('come with the answer that they were read from, which is about nobody else and holds no token', async () => {
    const [mine, other] = [moodle.addUser({ idnumber: subject }), moodle.addUser()];
    for (const { id } of [mine, other]) {
      const enrolment = { courseid: 2, userid: id, roleid: 5, by: 'manual' as const };
      moodle.site.enrolments.push({ ...enrolment, grade: 85, gradedAt: 1_795_504_722, completed: true });
    }
    const said = await readSaid(String(mine.id));
    expect(said.map(({ result, sent }) => [result.kind, sent.where, sent.contentType])).toEqual([
      ['score', 'gradereport_user_get_grade_items', 'application/json'],
      ['completion', 'core_completion_get_course_completion_status', 'application/json'],
    ]);
    const [grade, completion] = said.map(({ sent }) => JSON.parse(sent.text));
    expect(grade.usergrades).toMatchObject([{ userid: mine.id, useridnumber: subject }]);
    expect(completion).toHaveProperty('completionstatus');
    expect(JSON.stringify(said)).not.toContain('wstoken');
  });

  it('tell score and completion apart, with one id for one saying', async () => {
    const { id } = moodle.addUser({ idnumber: subject });
    const enrolment = { courseid: 2, userid: id, roleid: 5, by: 'manual' as const, grade: 85 };
    moodle.site.enrolments.push({ ...enrolment, gradedAt: 1_795_504_722, hasUngradedPart: true });
    const running = await read(String(id));
    expect(running).toMatchObject([{ kind: 'score', given: 85, maximum: 100, isFinal: false, subject }]);
    moodle.site.enrolments[0] = {
      ...{ ...enrolment, gradedAt: 1_795_504_722, hasUngradedPart: true },
      ...{ completed: true, timecompleted: 1_795_504_800 },
    };
    const done = await read(String(id));
    expect(done).toMatchObject([
      { kind: 'score', isFinal: true, occurredAt: '2026-11-24T07:20:00.000Z' },
      { kind: 'completion', completed: true, occurredAt: '2026-11-24T07:20:00.000Z' },
    ]);
    expect(await read(String(id))).toEqual(done);
    expect(new Set([...running, ...done].map(({ eventId }) => eventId)).size).toBe(3);
  });

  it('that were marked by hand have no time of their own, and still one id', async () => {
    const { id } = moodle.addUser();
    moodle.site.enrolments.push({ courseid: 2, userid: id, roleid: 5, by: 'manual', completed: true });
    const [first] = await read(String(id));
    expect(first).toMatchObject({ kind: 'completion', occurredAt: now });
    expect((await read(String(id)))[0]?.eventId).toBe(first?.eventId);
  });

  it('of a course without completion are scores alone, and one unknown learner stops nobody', async () => {
    Object.assign(moodle.site.courses.get(2) ?? {}, { enablecompletion: 0 });
    const { id } = moodle.addUser();
    moodle.site.enrolments.push({ courseid: 2, userid: id, roleid: 5, by: 'manual', grade: 40 });
    expect(await read('999', 'bukan-angka', String(moodle.addUser().id), String(id))).toMatchObject([
      { kind: 'score', given: 40, externalLearnerId: String(id) },
    ]);
  });

  it('reject when Moodle does not answer', async () => {
    const { id } = moodle.addUser();
    moodle.trouble({ kind: 'status', status: 500 }, { name: 'gradereport_user_get_grade_items' });
    expect(await failure(read(String(id)))).toBe('server-error');
  });
});
