import { nodeDigest as digest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { AdapterFailure } from '../ports.ts';
import { externalCourse, type Script } from '../testing/scripted-adapter.ts';
import { author, connectionId, syncWorld } from '../testing/sync-world.ts';
import { startBatch } from './begin-batch.ts';
import { contentOf, hashOf } from './content.ts';
import { FieldsEdited, ItemChanged, UndoImpossible } from './errors.ts';
import { runBatch } from './run-batch.ts';
import { runSync } from './run-sync.ts';
import { startSync } from './start-sync.ts';
import { listOf } from './sync-item.ts';

const catalogue = (...ids: readonly string[]) => ids.map((id) => externalCourse(id));
const world = (script: Script, more: { readonly acceptance?: 'all' } = {}) =>
  syncWorld({ digest, script, ...more });

/** A world in which these courses were met and accepted. */
async function accepted(...ids: readonly string[]) {
  const made = world({ courses: catalogue(...ids) });
  await made.run();
  for (const id of ids) await made.decide(id, { decision: 'accept' });
  return made;
}

describe('a run', () => {
  it('stages what it meets first as new, and makes no course by itself', async () => {
    const { run, item, desk } = world({ courses: catalogue('a', 'b') });
    const first = await run();
    expect(first).toMatchObject({ state: 'done', counts: { read: 2, new: 2, same: 0 }, tries: 1 });
    expect((await item('a'))?.waiting).toMatchObject({ change: 'new', fields: [] });
    expect(desk.courses.size).toBe(0);
  });

  it('counts what it met before and stages nothing twice', async () => {
    const { run, item } = world({ courses: catalogue('a', 'b') });
    await run();
    const before = await item('a');
    expect((await run())?.counts).toMatchObject({ read: 2, new: 0, same: 2 });
    expect(await item('a')).toEqual(before);
  });

  it('names the fields of a change', async () => {
    const made = await accepted('a');
    made.script.courses = [externalCourse('a', { title: 'Judul baru', jp: 6, languages: ['id'] })];
    expect((await made.run())?.counts).toMatchObject({ changed: 1, same: 0 });
    expect((await made.item('a'))?.waiting).toMatchObject({
      change: 'changed',
      fields: ['title', 'jp'],
      conflicts: [],
    });
  });

  it('takes another order of lists and another time of change for no change', async () => {
    const course = externalCourse('a', { competencies: ['x', 'y'], languages: ['id', 'en'] });
    const made = world({ courses: [course] });
    await made.run();
    await made.decide('a', { decision: 'accept' });
    made.script.courses = [
      {
        ...course,
        competencies: ['y', 'x'],
        languages: ['en', 'id'],
        modifiedAt: '2026-03-04T00:00:00.000Z',
      },
    ];
    expect((await made.run())?.counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('takes a first day of classes for a change once the provider tells it, and nothing before', async () => {
    const before = hashOf(digest, contentOf(externalCourse('a')).content);
    // Of an item that was stored when nobody read first days.
    expect(before).toBe('24ba82f2ed65c4631dd0cd4f61357a27');
    const made = await accepted('a');
    made.script.courses = [externalCourse('a', { classesFrom: '2027-02-31' })];
    expect((await made.run())?.counts).toMatchObject({ same: 1 });
    made.script.courses = [externalCourse('a', { classesFrom: '2027-02-03' })];
    expect((await made.run())?.counts).toMatchObject({ changed: 1 });
    expect((await made.item('a'))?.waiting?.fields).toEqual(['classesFrom']);
  });

  it('keeps one of a duplicated id and says so', async () => {
    const { run, item } = world({ courses: [...catalogue('a'), externalCourse('a', { title: 'Lain' })] });
    expect(await run()).toMatchObject({
      counts: { read: 2, new: 1, duplicate: 1 },
      findings: [{ code: 'duplicate', externalId: 'a' }],
    });
    expect((await item('a'))?.content.title).toBe('Kursus a');
  });

  it('stages a course that is gone or hidden as withdrawn', async () => {
    const made = await accepted('a', 'b', 'c');
    made.script.courses = [externalCourse('a'), externalCourse('b', { visible: false })];
    expect(await made.run()).toMatchObject({
      withdrawals: 'staged',
      counts: { withdrawn: 2, hidden: 1, same: 1 },
    });
    expect((await made.item('b'))?.waiting?.change).toBe('withdrawn');
    expect((await made.item('c'))?.waiting?.change).toBe('withdrawn');
  });

  it('withdraws nothing when it breaks off, and tells why', async () => {
    const made = await accepted('a', 'b', 'c');
    made.script.courses = [externalCourse('a', { title: 'Judul baru' }), externalCourse('d')];
    made.script.failsAfter = 1;
    await expect(made.run()).rejects.toThrow(AdapterFailure);
    const [run] = await made.sync.listRuns(connectionId, 1);
    expect(run).toMatchObject({ state: 'broken', failedBecause: 'unreachable' });
    expect(await made.sync.findHead(connectionId)).not.toHaveProperty('running');
    for (const id of ['b', 'c']) expect((await made.item(id))?.waiting).toBeUndefined();
  });

  it('tells a wrong secret from an outage', async () => {
    const made = await accepted('a');
    Object.assign(made.script, { failsAfter: 0, reason: 'unauthorised' });
    await expect(made.run()).rejects.toMatchObject({ reason: 'unauthorised', passing: false });
    expect((await made.sync.listRuns(connectionId, 1))[0]?.failedBecause).toBe('unauthorised');
  });

  it('withdraws nothing of an empty or much smaller catalogue, and asks a person', async () => {
    const made = await accepted('a', 'b', 'c', 'd', 'e', 'f');
    made.script.courses = [];
    expect(await made.run()).toMatchObject({ state: 'done', withdrawals: 'held', counts: { withdrawn: 0 } });
    made.script.courses = catalogue('a', 'b', 'c');
    expect(await made.run()).toMatchObject({
      withdrawals: 'held',
      findings: [{ code: 'drop', present: 6, missing: 3 }],
    });
    expect((await made.item('f'))?.waiting).toBeUndefined();
  });

  it('withdraws nothing of a small catalogue that is empty all at once, and one of its courses that goes', async () => {
    const made = await accepted('a', 'b');
    made.script.courses = [];
    expect(await made.run()).toMatchObject({ withdrawals: 'held', counts: { withdrawn: 0 } });
    made.script.courses = catalogue('a');
    expect(await made.run()).toMatchObject({ withdrawals: 'staged', counts: { withdrawn: 1 } });
  });

  it('believes a drop when a person has said so, and no larger one', async () => {
    const made = await accepted('a', 'b', 'c', 'd', 'e', 'f');
    const start = (believedMissing: number) =>
      startSync(
        { ...made.deps, queueRun: async () => {} },
        { connection: made.connection, by: author, believedMissing },
      );
    made.script.courses = catalogue('a');
    await start(3);
    expect(await made.run()).toMatchObject({ withdrawals: 'held' });
    await start(5);
    expect(await made.run()).toMatchObject({ withdrawals: 'staged', counts: { withdrawn: 5 } });
  });

  it('withdraws nothing while a course has no id that can be kept', async () => {
    const made = await accepted('a', 'b');
    made.script.courses = [externalCourse('a'), externalCourse('x'.repeat(256))];
    expect(await made.run()).toMatchObject({ withdrawals: 'held', counts: { unusable: 1, withdrawn: 0 } });
  });

  it('is the only one of its connection', async () => {
    const made = world({ courses: catalogue('a') });
    const queued: string[] = [];
    const deps = { ...made.deps, queueRun: async ({ runId }: { runId: string }) => void queued.push(runId) };
    const one = await startSync(deps, { connection: made.connection, by: author });
    const two = await startSync(deps, { connection: made.connection, by: author });
    expect([one.runId, one.startedBy, queued]).toEqual([two.runId, author, [one.runId, one.runId]]);
    await made.sync.take(one, { token: 'x', now: one.queuedAt, until: '2026-03-02T09:00:00.000Z' });
    expect(await made.run()).toBeUndefined();
  });

  it('is taken up again after a crash, and counts as news what its first try staged', async () => {
    const made = world({ courses: catalogue('a', 'b', 'c') });
    let saves = 0;
    const dying = {
      ...made.sync,
      saveItem: async (...input: Parameters<typeof made.sync.saveItem>) => {
        saves += 1;
        if (saves > 2) throw new Error('the process is dead');
        return made.sync.saveItem(...input);
      },
    };
    await expect(made.run({ sync: dying })).rejects.toThrow('dead');
    expect(await made.run()).toBeUndefined();
    made.pass(6 * 60_000);
    expect(await made.run()).toMatchObject({ tries: 2, counts: { read: 3, new: 3, same: 0 } });
    expect(await made.sync.listRuns(connectionId, 10)).toHaveLength(1);
  });

  it('ends when its connection was removed meanwhile', async () => {
    const made = world({ courses: catalogue('a') });
    const run = await startSync(
      { ...made.deps, queueRun: async () => {} },
      { connection: made.connection, by: author },
    );
    const deps = { ...made.deps, connections: { find: async () => undefined } };
    await runSync(deps, { connectionId, runId: run.runId });
    expect(await made.sync.findHead(connectionId)).toEqual({});
    expect(await made.sync.findRun(connectionId, run.runId)).toMatchObject({ state: 'broken' });
  });

  it('reads changes alone where the provider has a cursor, and everything once a week', async () => {
    const made = await accepted('a', 'b', 'c');
    const cursors: (string | undefined)[] = [];
    const adapter = {
      ...(await made.deps.adapters.adapterOf(made.connection)),
      cursorAfter: () => 'next',
      readCourses: async function* (cursor?: string) {
        cursors.push(cursor);
        if (cursor === undefined) yield* catalogue('a', 'b', 'c');
        else yield externalCourse('b', { visible: false });
      },
    };
    const deps = { adapters: { adapterOf: async () => adapter } };
    await made.run(deps);
    expect(await made.run(deps)).toMatchObject({ scope: 'changes', counts: { withdrawn: 1 } });
    expect((await made.item('a'))?.waiting).toBeUndefined();
    made.pass(8 * 86_400_000);
    expect(await made.run(deps)).toMatchObject({ scope: 'all' });
    expect(cursors).toEqual([undefined, 'next', undefined]);
  });
});

describe('accepting', () => {
  it('makes one draft of a new course and tells who did what', async () => {
    const { courseOf, item, sync } = await accepted('a');
    expect(courseOf('a')).toMatchObject([{ content: { title: 'Kursus a', jp: 4 }, standing: 'draft' }]);
    const after = await item('a');
    expect(after?.courseId).toBe(courseOf('a')[0]?.courseId);
    expect(after && listOf(after)).toBe('settled');
    const [line] = await sync.listAudit(connectionId, 'a');
    expect(line).toMatchObject({ action: 'accept', change: 'new', by: author });
    expect(line?.fields).toContainEqual({ field: 'title', after: 'Kursus a' });
  });

  it('writes the changed fields and tells before and after', async () => {
    const made = await accepted('a');
    made.script.courses = [externalCourse('a', { title: 'Judul baru' })];
    await made.run();
    await made.decide('a', { decision: 'accept' });
    expect(made.courseOf('a')[0]?.content).toMatchObject({ title: 'Judul baru', jp: 4 });
    const [line] = await made.sync.listAudit(connectionId, 'a');
    expect(line?.fields).toEqual([{ field: 'title', before: 'Kursus a', after: 'Judul baru' }]);
  });

  it('never makes up lesson hours of credits', async () => {
    const { jp: _, ...course } = externalCourse('a', { sks: 3 });
    const made = world({ courses: [course] });
    await made.run();
    expect((await made.item('a'))?.waiting?.findings).toEqual(['jp-from-sks']);
    await made.decide('a', { decision: 'accept', submit: true });
    expect(made.courseOf('a')[0]?.content).not.toHaveProperty('jp');
    expect((await made.sync.listAudit(connectionId, 'a'))[0]?.submitted).toBe(false);
  });

  it('leaves out an address that learners cannot be led to and dates that end before they begin', async () => {
    const odd = {
      url: 'http://10.0.0.1/',
      startsAt: '2026-05-01T00:00:00.000Z',
      endsAt: '2026-04-01T00:00:00.000Z',
    };
    const made = world({ courses: [externalCourse('a', odd)] });
    await made.run();
    expect((await made.item('a'))?.waiting?.findings).toEqual(['url-unusable', 'dates-wrong']);
    await made.decide('a', { decision: 'accept' });
    expect(Object.keys(made.courseOf('a')[0]?.content ?? {})).not.toEqual(
      expect.arrayContaining(['url', 'startsAt', 'endsAt']),
    );
  });

  it('hands the course to the reviewers when asked to', async () => {
    const made = world({ courses: catalogue('a') });
    await made.run();
    await made.decide('a', { decision: 'accept', submit: true });
    expect(made.desk.submitted).toEqual([made.courseOf('a')[0]?.courseId]);
  });

  it('overwrites nothing that an author has edited meanwhile unless they say so', async () => {
    const made = await accepted('a');
    const [course] = made.courseOf('a');
    if (!course) throw new Error('no course');
    made.desk.courses.set(course.courseId, {
      ...course,
      content: { ...course.content, title: 'Judul saya', jp: 5 },
    });
    made.script.courses = [externalCourse('a', { title: 'Judul baru', jp: 6, price: 50_000 })];
    await made.run();
    const waiting = await made.item('a');
    expect([waiting && listOf(waiting), waiting?.waiting?.conflicts]).toEqual(['conflict', ['title', 'jp']]);
    await expect(made.decide('a', { decision: 'accept' })).rejects.toThrow(FieldsEdited);
    expect(made.courseOf('a')[0]?.content).toMatchObject({ title: 'Judul saya', price: 0 });
    await made.decide('a', { decision: 'accept', take: ['jp'], keep: ['title'] });
    expect(made.courseOf('a')[0]?.content).toMatchObject({ title: 'Judul saya', jp: 6, price: 50_000 });
  });

  it('refuses a decision on what was not seen', async () => {
    const made = world({ courses: catalogue('a') });
    await made.run();
    await expect(made.decide('a', { decision: 'accept', rev: 9 })).rejects.toThrow(ItemChanged);
    await made.decide('a', { decision: 'accept' });
    await expect(made.decide('a', { decision: 'accept' })).rejects.toThrow(ItemChanged);
  });

  it('closes a withdrawn course, and offers it again when it comes back', async () => {
    const made = await accepted('a', 'b');
    const [course] = made.courseOf('a');
    if (course) made.desk.courses.set(course.courseId, { ...course, standing: 'published', learners: 3 });
    made.script.courses = catalogue('b');
    await made.run();
    await made.decide('a', { decision: 'accept' });
    expect(made.courseOf('a')[0]).toMatchObject({ standing: 'retired', learners: 3 });
    made.script.courses = [externalCourse('a', { price: 5 }), externalCourse('b')];
    expect((await made.run())?.counts).toMatchObject({ returned: 1 });
    await made.decide('a', { decision: 'accept' });
    expect(made.courseOf('a')[0]).toMatchObject({ standing: 'published', content: { price: 5 } });
  });

  it('offers a course as new whose draft an author has deleted', async () => {
    const made = await accepted('a');
    const before = made.courseOf('a')[0]?.courseId ?? '';
    await made.desk.remove(before, made.connection.providerId);
    made.script.courses = [externalCourse('a', { title: 'Judul baru' })];
    await made.run();
    await made.decide('a', { decision: 'accept' });
    expect((await made.item('a'))?.waiting?.change).toBe('new');
    await made.decide('a', { decision: 'accept' });
    expect(made.courseOf('a')).toHaveLength(1);
    expect(made.courseOf('a')[0]?.courseId).not.toBe(before);
  });
});

describe('rejecting', () => {
  it('holds until the provider says something else', async () => {
    const made = world({ courses: catalogue('a') });
    await made.run();
    await made.decide('a', { decision: 'reject' });
    await made.run();
    const rejected = await made.item('a');
    expect(rejected && listOf(rejected)).toBe('rejected');
    made.script.courses = [externalCourse('a', { title: 'Judul baru' })];
    await made.run();
    const again = await made.item('a');
    expect(again && listOf(again)).toBe('new');
  });

  it('can be taken back', async () => {
    const made = world({ courses: catalogue('a') });
    await made.run();
    await made.decide('a', { decision: 'reject' });
    await made.decide('a', { decision: 'undo' });
    await made.decide('a', { decision: 'accept' });
    const actions = (await made.sync.listAudit(connectionId, 'a')).map(({ action }) => action);
    expect(actions).toEqual(['accept', 'unreject', 'reject']);
  });
});

describe('taking an acceptance back', () => {
  it('removes a draft that nobody has come to, and makes another when it is accepted again', async () => {
    const made = await accepted('a');
    const first = made.courseOf('a')[0]?.courseId;
    await made.decide('a', { decision: 'undo' });
    expect(made.desk.courses.size).toBe(0);
    expect((await made.item('a'))?.waiting).toMatchObject({ change: 'new', undone: true });
    await made.decide('a', { decision: 'accept' });
    expect(made.courseOf('a')).toHaveLength(1);
    expect(made.courseOf('a')[0]?.courseId).not.toBe(first);
  });

  it('is refused for a course that is public, and leaves everything as it was', async () => {
    const made = await accepted('a');
    const [course] = made.courseOf('a');
    if (course) made.desk.courses.set(course.courseId, { ...course, standing: 'published' });
    await expect(made.decide('a', { decision: 'undo' })).rejects.toThrow(UndoImpossible);
    expect(await made.item('a')).not.toHaveProperty('inHand');
    expect(made.courseOf('a')).toHaveLength(1);
  });

  it('writes back what a change replaced, unless it was edited since', async () => {
    const made = await accepted('a');
    made.script.courses = [externalCourse('a', { title: 'Judul baru' })];
    await made.run();
    await made.decide('a', { decision: 'accept' });
    await made.decide('a', { decision: 'undo' });
    expect(made.courseOf('a')[0]?.content.title).toBe('Kursus a');
    expect((await made.item('a'))?.waiting).toMatchObject({ change: 'changed', undone: true });
    await made.decide('a', { decision: 'accept' });
    const [course] = made.courseOf('a');
    if (course) {
      made.desk.courses.set(course.courseId, { ...course, content: { ...course.content, title: 'Lain' } });
    }
    await expect(made.decide('a', { decision: 'undo' })).rejects.toThrow(UndoImpossible);
    expect(made.courseOf('a')[0]?.content.title).toBe('Lain');
  });

  it('opens a withdrawn course as it stood', async () => {
    const made = await accepted('a', 'b');
    made.script.courses = catalogue('b');
    await made.run();
    await made.decide('a', { decision: 'accept' });
    await made.decide('a', { decision: 'undo' });
    expect(made.courseOf('a')[0]?.standing).toBe('draft');
    expect((await made.item('a'))?.waiting?.change).toBe('withdrawn');
  });
});

describe('accepting many', () => {
  it('takes over a whole list and tells of each', async () => {
    const made = world({ courses: catalogue(...Array.from({ length: 60 }, (_, n) => `c${n}`)) });
    await made.run();
    await made.decide('c7', { decision: 'reject' });
    const batch = await startBatch(made.deps, {
      connection: made.connection,
      by: author,
      request: { lists: ['new'], submit: false },
    });
    await made.runBatches();
    expect(await made.sync.findBatch(connectionId, batch.batchId)).toMatchObject({
      state: 'done',
      counts: { accepted: 59, conflict: 0, left: 0, failed: 0 },
    });
    const { results } = await made.sync.listResults(batch, { limit: 100 });
    expect(results).toHaveLength(59);
    expect(made.desk.courses.size).toBe(59);
  });

  it('R3: tells of each course also after it broke off in the middle of some', async () => {
    const made = world({ courses: catalogue(...Array.from({ length: 30 }, (_, n) => `c${n}`)) });
    await made.run();
    const { connection, deps, desk, sync } = made;
    const request = { lists: ['new' as const], submit: false };
    const { batchId } = await startBatch(deps, { connection, by: author, request });
    let left = 10;
    const failing = {
      ...desk,
      make: async (course: Parameters<typeof desk.make>[0]) => {
        left -= 1;
        if (left < 0) throw new Error('the process ends here');
        return desk.make(course);
      },
    };
    const here = { connectionId, batchId };
    await expect(runBatch({ ...deps, desk: failing }, here)).rejects.toThrow('ends here');
    expect(desk.courses.size).toBe(10);
    await made.runBatches();
    const batch = await sync.findBatch(connectionId, batchId);
    expect(batch).toMatchObject({ state: 'done', counts: { accepted: 30, left: 0, failed: 0 } });
    expect((await sync.listResults(here, { limit: 100 })).results).toHaveLength(30);
    expect(desk.courses.size).toBe(30);
  });

  it('follows a run by the rule, but leaves conflicts, withdrawals and what a person took back', async () => {
    const made = world({ courses: catalogue('a', 'b', 'c', 'd') }, { acceptance: 'all' });
    await made.run();
    await made.runBatches();
    expect(made.desk.courses.size).toBe(4);
    const [b] = made.courseOf('b');
    if (b) made.desk.courses.set(b.courseId, { ...b, content: { ...b.content, title: 'Judul saya' } });
    await made.decide('c', { decision: 'undo' });
    made.script.courses = [
      externalCourse('a', { jp: 8 }),
      externalCourse('b', { title: 'Judul baru' }),
      externalCourse('c'),
    ];
    await made.run();
    await made.runBatches();
    expect(made.courseOf('a')[0]?.content.jp).toBe(8);
    const lists = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (id) => {
        const item = await made.item(id);
        return item && listOf(item);
      }),
    );
    expect(lists).toEqual(['settled', 'conflict', 'new', 'withdrawn']);
    expect((await made.sync.listAudit(connectionId, 'a'))[0]?.by).toEqual({ kind: 'rule' });
  });
});
