import { createOutbound } from '@sinau/platform/outbound';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdapterFailure } from '../../index.ts';
import {
  addClass,
  askedLearner,
  type FakeOneRoster,
  rosterThing,
  startFakeOneRoster,
} from '../../testing/index.ts';
import { createOneRosterAdapter } from '../index.ts';

let server: FakeOneRoster;
beforeEach(async () => {
  server = await startFakeOneRoster();
});
afterEach(() => server.close());

const deps = {
  outbound: createOutbound({ allowLoopback: true }),
  clock: { now: () => new Date('2026-11-28T04:00:00.000Z') },
  sleep: async () => undefined,
};
const adapterOf = (given: { secret?: string; baseUrl?: string; clientId?: string } = {}) =>
  createOneRosterAdapter(deps, {
    baseUrl: given.baseUrl ?? server.origin,
    secret: given.secret ?? server.site.secret,
    settings: { tokenUrl: server.tokenUrl, clientId: given.clientId ?? 'sinau' },
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
const ids = async (cursor?: string) =>
  (await all(adapterOf().readCourses(cursor))).map(({ externalId }) => externalId);

describe('the catalogue of a OneRoster server', () => {
  it('is its classes, with code, terms and further data of their courses', async () => {
    Object.assign(server.site.courses[1] ?? {}, {
      metadata: { sks: '3', jp: 40, deskripsi: '<p>Tata &amp; naskah</p>' },
    });
    Object.assign(server.site.classes[1] ?? {}, { metadata: { kuota: '30' } });
    const courses = await all(adapterOf().readCourses());
    expect(courses).toHaveLength(8);
    expect(courses[1]).toEqual({
      ...{ externalId: 'class-2', code: 'MK2', title: 'Kelas 2', description: 'Tata & naskah' },
      ...{ languages: [], competencies: [], sks: 3, jp: 40, seats: 30, visible: true },
      ...{ classesFrom: '2026-08-01', endsAt: '2026-12-31T16:59:59.000Z' },
      modifiedAt: '2026-08-01T00:00:00.000Z',
    });
    expect(server.calls.some(({ url }) => url.includes(encodeURIComponent(server.site.secret)))).toBe(false);
  });

  it('is read page by page, also from a server that sends fewer than it is asked for', async () => {
    for (let n = 9; n <= 250; n += 1) addClass(server.site, n);
    server.site.pageSize = 40;
    expect(new Set(await ids()).size).toBe(250);
  });

  it('names as hidden what is to be deleted, or lost its course', async () => {
    Object.assign(server.site.classes[0] ?? {}, { status: 'tobedeleted' });
    Object.assign(server.site.courses[1] ?? {}, { status: 'tobedeleted' });
    server.site.courses.splice(2, 1);
    const hidden = (await all(adapterOf().readCourses())).filter(({ visible }) => !visible);
    expect(hidden.map(({ externalId }) => externalId)).toEqual(['class-1', 'class-2', 'class-3']);
  });

  it('has a cursor: what changed since, tombstones included, and all when a course or term changed', async () => {
    const { classes, courses } = server.site;
    const first = adapterOf();
    Object.assign(classes[7] ?? {}, { dateLastModified: '2026-09-01T00:00:00.000Z' });
    await all(first.readCourses());
    const cursor = first.cursorAfter?.();
    expect(cursor).toBe('2026-09-01T00:00:00.000Z');
    expect(await ids(cursor)).toEqual(['class-8']);
    Object.assign(classes[2] ?? {}, { status: 'tobedeleted', dateLastModified: '2026-09-02T00:00:00.000Z' });
    const next = adapterOf();
    const changed = await all(next.readCourses(cursor));
    expect(changed.map(({ externalId, visible }) => [externalId, visible])).toEqual([
      ['class-3', false],
      ['class-8', true],
    ]);
    expect(next.cursorAfter?.()).toBe('2026-09-02T00:00:00.000Z');
    Object.assign(courses[0] ?? {}, { title: 'Baru', dateLastModified: '2026-09-03T00:00:00.000Z' });
    expect(await ids('2026-09-02T00:00:00.000Z')).toHaveLength(8);
  });

  it.each([1, -1])('whose total is another than what came (%i) rejects', async (excess) => {
    server.site.excess = excess;
    expect(await failure(ids())).toBe('broken-answer');
  });

  it('that moves between two pages rejects', async () => {
    for (let n = 9; n <= 150; n += 1) addClass(server.site, n);
    const adapter = adapterOf();
    const read = async () => {
      let count = 0;
      for await (const _ of adapter.readCourses()) {
        count += 1;
        if (count === 1)
          server.site.classes.push(rosterThing('aaa', { title: 'A', course: { sourcedId: 'course-1' } }));
      }
    };
    expect(await failure(read())).toBe('broken-answer');
  });

  it.each([
    [{ kind: 'status', status: 503 }, 'server-error'],
    [{ kind: 'status', status: 429 }, 'throttled'],
    [{ kind: 'cut' }, 'broken-answer'],
    [{ kind: 'half' }, 'broken-answer'],
    [{ kind: 'page' }, 'broken-answer'],
  ] as const)('that breaks off (%j) rejects as %s', async (trouble, reason) => {
    server.trouble(trouble, { path: '/classes' });
    expect(await failure(ids())).toBe(reason);
  });

  it('comes whole when a request fails once, and when a token ends before its time', async () => {
    server.trouble({ kind: 'cut' }, { path: '/classes', times: 1 });
    expect(await ids()).toHaveLength(8);
    const adapter = adapterOf();
    await adapter.test();
    server.endTokens();
    expect(await all(adapter.readCourses())).toHaveLength(8);
  });

  it('has each class once, though the server names it twice', async () => {
    server.site.classes.push(...server.site.classes.map((one) => ({ ...one })));
    server.site.repeats = true;
    expect(await ids()).toHaveLength(8);
  });
});

describe('the test of a OneRoster server', () => {
  it('says that rosters take nobody, and that everything else works', async () => {
    expect((await adapterOf().test()).map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['sign-in works', 'catalogue works', 'enrolment not-offered', 'results works'],
    ]);
  });

  it.each([{ secret: 'salah' }, { clientId: 'lain' }])('tells a wrong secret: %j', async (given) => {
    expect(await adapterOf(given).test()).toEqual([
      { name: 'sign-in', state: 'failed', reason: 'unauthorised' },
    ]);
  });

  it('names the scopes that are missing', async () => {
    server.site.scopes = ['roster-core.readonly'];
    const scope = 'https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly';
    expect((await adapterOf().test()).at(-1)).toMatchObject({
      name: 'results',
      state: 'missing',
      missing: [scope],
    });
    server.site.scopes = [];
    expect((await adapterOf().test())[0]).toMatchObject({ name: 'sign-in', state: 'missing' });
  });

  it('goes to no address of an inner network (case F3)', async () => {
    const guarded = createOneRosterAdapter(
      { ...deps, outbound: createOutbound() },
      {
        baseUrl: server.origin,
        secret: 'x',
        settings: { tokenUrl: 'https://10.0.0.1/token', clientId: 'c' },
      },
    );
    expect((await guarded.test())[0]).toMatchObject({ state: 'failed', reason: 'address-forbidden' });
  });

  it('takes the whole address of its services too', async () => {
    const adapter = adapterOf({ baseUrl: `${server.origin}/ims/oneroster/rostering/v1p2/` });
    expect(await all(adapter.readCourses())).toHaveLength(8);
  });
});

describe('learners of a OneRoster server', () => {
  it('are those of a class, by whatever name it keeps of ours', async () => {
    const { users, enrolled } = server.site;
    users.push(
      rosterThing('u1', { enabledUser: 'true', identifier: 'Ps-1', username: 'a' }),
      rosterThing('u2', { enabledUser: 'false', username: 'b' }),
      rosterThing('u3', { enabledUser: 'true', username: 'c', status: 'tobedeleted' }),
      rosterThing('u4', { enabledUser: 'true' }),
    );
    enrolled.set('class-1', ['u1', 'u2', 'u3']);
    expect(await all(adapterOf().readEnrolments('class-1'))).toEqual([
      { externalCourseId: 'class-1', externalLearnerId: 'u1', subject: 'Ps-1', state: 'active' },
      { externalCourseId: 'class-1', externalLearnerId: 'u2', subject: 'b', state: 'ended' },
      { externalCourseId: 'class-1', externalLearnerId: 'u3', subject: 'c', state: 'ended' },
    ]);
    expect(await failure(all(adapterOf().readEnrolments('tidak/ada')))).toBe('course-unknown');
  });

  it('cannot be enrolled, which is said and not tried', async () => {
    const enrol = adapterOf().enrol({
      idempotencyKey: 'k',
      externalCourseId: 'class-1',
      learner: askedLearner('s'),
    });
    expect(await failure(enrol)).toBe('function-missing');
    expect(server.calls).toEqual([]);
  });

  it('have the sum of their line items as score, final when each is graded, read once for all portions', async () => {
    const of = { class: { sourcedId: 'class-1' } };
    const { lineItems, results } = server.site;
    lineItems.push(
      rosterThing('tugas', { title: 'Tugas', resultValueMax: 50, ...of }),
      rosterThing('ujian', { title: 'Ujian', resultValueMax: '100', ...of }),
      rosterThing('hapus', { title: 'Lama', status: 'tobedeleted', ...of }),
    );
    const result = (lineItem: string, student: string, given: object) =>
      rosterThing(`${lineItem}-${student}`, {
        ...{
          lineItem: { sourcedId: lineItem },
          student: { sourcedId: student },
          scoreStatus: 'fully graded',
          ...of,
        },
        ...given,
      });
    results.push(
      result('tugas', 'u1', { score: 40 }),
      result('ujian', 'u1', { score: '80', dateLastModified: '2026-11-01T00:00:00.000Z' }),
      result('hapus', 'u1', { score: 1 }),
      result('tugas', 'u2', { score: 30 }),
      result('ujian', 'u2', { scoreStatus: 'not submitted' }),
      result('tugas', 'u3', { score: 30 }),
    );
    const adapter = adapterOf();
    const askSaid = (...learners: readonly string[]) =>
      all(
        adapter.readResults({
          externalCourseId: 'class-1',
          learners: learners.map((externalLearnerId) => ({ externalLearnerId })),
        }),
      );
    const ask = async (...learners: readonly string[]) =>
      (await askSaid(...learners)).map(({ result: one }) => one);
    const [said] = await askSaid('u1');
    const sent = JSON.parse(said?.sent.text ?? '') as readonly { readonly student: object }[];
    expect(sent.map(({ student }) => student)).toEqual(
      sent.map(() => expect.objectContaining({ sourcedId: 'u1' })),
    );
    expect([sent.length > 0, said?.sent.where]).toEqual([true, '/classes/class-1/results']);
    const score = { externalCourseId: 'class-1', kind: 'score', maximum: 150 };
    expect(await ask('u1')).toEqual([
      {
        ...score,
        externalLearnerId: 'u1',
        given: 120,
        isFinal: true,
        occurredAt: '2026-11-01T00:00:00.000Z',
      },
    ]);
    const calls = server.calls.length;
    expect(await ask('u2')).toEqual([
      {
        ...score,
        externalLearnerId: 'u2',
        given: 30,
        isFinal: false,
        occurredAt: '2026-08-01T00:00:00.000Z',
      },
    ]);
    expect(server.calls).toHaveLength(calls);
    lineItems.push(rosterThing('akhir', { title: 'Nilai Akhir', ...of }));
    results.push(result('akhir', 'u1', { score: 88 }));
    const [final] = await all(
      adapterOf().readResults({ externalCourseId: 'class-1', learners: [{ externalLearnerId: 'u1' }] }),
    );
    expect(final?.result).toMatchObject({ given: 88, maximum: 100, isFinal: true });
  });
});
