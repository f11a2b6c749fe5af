import { DomainError } from '@sinau/kernel';
import { nodeDigest as digest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { externalCourse, type Script } from '../testing/scripted-adapter.ts';
import { author, connectionId, syncWorld } from '../testing/sync-world.ts';
import type { BatchRequest } from './batch.ts';
import { startBatch } from './begin-batch.ts';
import { previewBatch } from './preview-batch.ts';
import { runBatch } from './run-batch.ts';

const count = 60;
const ids = Array.from({ length: count }, (_, n) => `c${String(n).padStart(2, '0')}`);
const catalogue = (title = 'Kursus') => ids.map((id) => externalCourse(id, { title: `${title} ${id}` }));

class Dead extends Error {}
class Refused extends DomainError {
  readonly code = 'catalogue.version-conflict';
}

/** Every call of these ports counts; after so many the process is dead. */
function mortal<Port extends object>(port: Port, calls: { left: number }): Port {
  const guarded = Object.entries(port).map(([name, method]) => {
    if (typeof method !== 'function' || name === 'takesUrl') return [name, method];
    const call = async (...input: readonly unknown[]) => {
      if (calls.left <= 0) throw new Dead();
      calls.left -= 1;
      return (method as (...all: readonly unknown[]) => Promise<unknown>)(...input);
    };
    return [name, call];
  });
  return Object.fromEntries(guarded) as Port;
}

async function staged(script: Script = { courses: catalogue() }) {
  const made = syncWorld({ digest, script });
  await made.run();
  const start = (...lists: BatchRequest['lists']) =>
    startBatch(made.deps, { connection: made.connection, by: author, request: { lists, submit: false } });
  const results = async (batchId: string) =>
    (await made.sync.listResults({ connectionId, batchId }, { limit: 1_000 })).results;
  return { ...made, start, results };
}
type World = Awaited<ReturnType<typeof staged>>;

/** Workers that die after so many calls each, one after the other, and at last one that lives. */
async function workWithDeaths(made: World, batchId: string, deaths: readonly number[]): Promise<void> {
  for (const left of deaths) {
    const calls = { left };
    const deps = { ...made.deps, sync: mortal(made.sync, calls), desk: mortal(made.desk, calls) };
    const work = runBatch(deps, { connectionId, batchId });
    await work.catch((error: unknown) => {
      if (!(error instanceof Dead)) throw error;
    });
  }
  while ((await runBatch(made.deps, { connectionId, batchId })) === 'more');
}

const acceptedTimes = async (made: World) => {
  const times = ids.map(async (id) => {
    const lines = await made.sync.listAudit(connectionId, id);
    return lines.filter(({ action }) => action === 'accept').length;
  });
  return new Set(await Promise.all(times));
};

describe('a batch whose worker dies', () => {
  // Before and after each of the calls that one course takes, in several pages, more than once.
  it.each([
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 21, 34, 55, 89, 144, 199].map((left) => [left]),
    [3, 7, 11, 30],
    [50, 50, 50],
  ])('R3: goes on where it was, with each new course made once and told of once (%j)', async (...deaths) => {
    const made = await staged();
    const { batchId } = await made.start('new');
    await workWithDeaths(made, batchId, deaths);
    const counts = { accepted: count, conflict: 0, left: 0, failed: 0 };
    expect(await made.sync.findBatch(connectionId, batchId)).toMatchObject({ state: 'done', counts });
    expect((await made.results(batchId)).map(({ outcome }) => outcome)).toEqual(ids.map(() => 'accepted'));
    expect([...made.desk.courses.values()].map(({ externalId }) => externalId).toSorted()).toEqual(ids);
    expect(await acceptedTimes(made)).toEqual(new Set([1]));
  });

  it.each([4, 9, 13, 27, 61])(
    'R3: closes withdrawn courses once, and tells them as accepted (%i)',
    async (left) => {
      const made = await staged();
      const first = await made.start('new');
      await workWithDeaths(made, first.batchId, []);
      made.script.courses = catalogue().slice(18);
      await made.run();
      const { batchId } = await made.start('withdrawn');
      await workWithDeaths(made, batchId, [left]);
      const counts = { accepted: 18, conflict: 0, left: 0, failed: 0 };
      expect(await made.sync.findBatch(connectionId, batchId)).toMatchObject({ state: 'done', counts });
      const closed = [...made.desk.courses.values()].filter(({ standing }) => standing === 'retired');
      expect(closed).toHaveLength(18);
    },
  );

  it('R3: is worked off once by two workers that were given it at the same time', async () => {
    const made = await staged();
    const { batchId } = await made.start('new');
    const here = { connectionId, batchId };
    await Promise.all([runBatch(made.deps, here), runBatch(made.deps, here), runBatch(made.deps, here)]);
    while ((await runBatch(made.deps, here)) === 'more');
    const counts = { accepted: count, conflict: 0, left: 0, failed: 0 };
    expect(await made.sync.findBatch(connectionId, batchId)).toMatchObject({ state: 'done', counts });
    expect(await acceptedTimes(made)).toEqual(new Set([1]));
    expect(made.desk.courses.size).toBe(count);
  });

  it('R3: writes nothing when its message comes again after the end', async () => {
    const made = await staged();
    const { batchId } = await made.start('new');
    await workWithDeaths(made, batchId, []);
    const writes = { left: 1 };
    const sync = mortal(made.sync, writes);
    expect(await runBatch({ ...made.deps, sync }, { connectionId, batchId })).toBe('done');
  });
});

describe('what a batch does not accept', () => {
  it('is told with the reason', async () => {
    const made = await staged();
    await workWithDeaths(made, (await made.start('new')).batchId, []);
    const [edited, deleted] = [made.courseOf('c00')[0], made.courseOf('c01')[0]];
    made.script.courses = catalogue('Kuliah');
    await made.run();
    if (edited) {
      made.desk.courses.set(edited.courseId, {
        ...edited,
        content: { ...edited.content, title: 'Judul saya' },
      });
    }
    if (deleted) await made.desk.remove(deleted.courseId, made.connection.providerId);
    const { batchId } = await made.start('changed');
    const desk = {
      ...made.desk,
      edit: async (...input: Parameters<typeof made.desk.edit>) => {
        if (input[1].title === 'Kuliah c02') throw new Refused('Many write at once.');
        return made.desk.edit(...input);
      },
    };
    // Two were seen in the list and decided on before their turn came.
    const first = made.sync.listItems;
    let looked = 0;
    const sync = {
      ...made.sync,
      listItems: async (...input: Parameters<typeof first>) => {
        const page = await first(...input);
        looked += 1;
        if (looked === 1) {
          await made.decide('c03', { decision: 'reject' });
          await made.decide('c04', { decision: 'accept' });
        }
        return page;
      },
    };
    const deps = { ...made.deps, desk, sync };
    while ((await runBatch(deps, { connectionId, batchId })) === 'more');
    const refused = await made.sync.listResults({ connectionId, batchId }, { limit: 100, only: 'refused' });
    expect(refused.results.map(({ courseId: _, ...result }) => result)).toEqual([
      { externalId: 'c00', title: 'Kuliah c00', outcome: 'conflict', reason: 'edited', fields: ['title'] },
      { externalId: 'c01', title: 'Kuliah c01', outcome: 'left', reason: 'moved' },
      {
        ...{ externalId: 'c02', title: 'Kuliah c02', outcome: 'failed', reason: 'refused' },
        code: 'catalogue.version-conflict',
      },
      { externalId: 'c03', title: 'Kuliah c03', outcome: 'left', reason: 'rejected' },
    ]);
    const counts = { accepted: count - 4, conflict: 1, left: 2, failed: 1 };
    expect(await made.sync.findBatch(connectionId, batchId)).toMatchObject({ counts });
  });

  it('holds up the others no longer than a few tries when it ends in a fault again and again', async () => {
    const made = await staged();
    const { batchId } = await made.start('new');
    const desk = {
      ...made.desk,
      make: async (course: Parameters<typeof made.desk.make>[0]) => {
        if (course.externalId === 'c30') throw new TypeError('nobody foresaw this');
        return made.desk.make(course);
      },
    };
    const here = { connectionId, batchId };
    for (let n = 0; n < 3; n += 1) {
      await expect(runBatch({ ...made.deps, desk }, here)).rejects.toThrow('nobody foresaw');
    }
    expect(await runBatch({ ...made.deps, desk }, here)).toBe('done');
    const refused = await made.sync.listResults(here, { limit: 9, only: 'refused' });
    expect(refused.results).toEqual([{ externalId: 'c30', outcome: 'failed', reason: 'unexpected' }]);
    expect(made.desk.courses.size).toBe(count - 1);
    // What was begun is ended once it can be.
    made.pass(10 * 60_000);
    const due = await made.sync.listOverdue(made.clock.now().toISOString());
    expect(due).toEqual([{ connectionId, externalId: 'c30' }]);
  });
});

describe('looking at what a batch would do', () => {
  it('counts what waits, what there is to note, and who learns in what would be closed', async () => {
    const made = await staged({
      courses: catalogue().map((one, n) => {
        const { jp: _, ...rest } = one;
        return n < 7 ? { ...rest, sks: 2 } : one;
      }),
    });
    const look = (...lists: BatchRequest['lists']) =>
      previewBatch(
        { sync: made.sync, learnersOf: async (id) => made.desk.courses.get(id)?.learners ?? 0 },
        { connection: made.connection, lists },
      );
    expect(await look('new', 'new')).toEqual({
      ...{ courses: count, hasMore: false, noted: 7, findings: { 'jp-from-sks': 7 } },
      learning: { courses: 0, learners: 0, asked: 0 },
    });
    await workWithDeaths(made, (await made.start('new')).batchId, []);
    for (const [n, id] of ['c02', 'c11', 'c40'].entries()) {
      const [course] = made.courseOf(id);
      if (course) made.desk.courses.set(course.courseId, { ...course, learners: n + 1 });
    }
    made.script.courses = catalogue().slice(15);
    await made.run();
    expect(await look('withdrawn', 'returned')).toEqual({
      ...{ courses: 15, hasMore: false, noted: 0, findings: {} },
      learning: { courses: 2, learners: 3, asked: 15 },
    });
    expect((await look('new')).courses).toBe(0);
  });
});
