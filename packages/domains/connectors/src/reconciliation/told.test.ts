import { describe, expect, it } from 'vitest';
import { AdapterFailure } from '../ports.ts';
import {
  learnerHere as learner,
  reconciliationWorld,
  enrolledThere as there,
} from '../testing/reconciliation/reconciliation-world.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { reconcile } from './reconcile.ts';

const { connectionId } = sampleConnection();
const sending = (kind: 'file' | 'oneroster-csv' | 'webhook' | 'xapi') => {
  const { moodle: _, baseUrl: __, ...bare } = sampleConnection({ kind });
  return bare;
};
const forever = Number.POSITIVE_INFINITY;
const at = '2026-03-01T00:00:00.000Z';
const known = { subject: 's-1' };

describe.each(['file', 'oneroster-csv'] as const)('a list that was sent (%s)', (kind) => {
  it('is compared as far as it goes: nobody is missed who is not in a partial one', async () => {
    const { run, open, send } = reconciliationWorld();
    send({ at, isWhole: false });
    expect((await run(forever, sending(kind))).outcome).toBe('done');
    expect(await open()).toEqual(['theirs-not-ours']);
    send({ at, isWhole: true });
    await run(forever, sending(kind));
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
  });

  it('says nothing where none was sent', async () => {
    const { run, open, breakBy } = reconciliationWorld();
    // Whoever reads it all the same is noted as an outage.
    breakBy(new AdapterFailure('function-missing', { passing: false }));
    expect((await run(forever, sending(kind))).outcome).toBe('done');
    expect(await open()).toEqual([]);
  });

  it('leads to people by names that the provider may know, and keeps the names nowhere', async () => {
    const { deps, run, open, send, ours, theirs, named } = reconciliationWorld();
    const called = (n: number, externalLearnerId: string) => ({
      ...{ ...there(n), externalLearnerId, calledBy: 'email' as const },
    });
    send({ at, isWhole: true });
    named.set('siti@example.go.id', 's-1');
    named.set('budi@example.go.id', 's-2');
    ours.set('4', [learner(1, known)]);
    theirs.set('4', [
      ...[called(1, 'siti@example.go.id'), called(2, 'budi@example.go.id')],
      called(3, 'nobody@example.go.id'),
    ]);
    await run(forever, sending(kind));
    expect(await open()).toEqual(['theirs-not-ours']);
    const { mismatches } = await deps.reconciliation.list(connectionId, { limit: 10 });
    expect(mismatches).toMatchObject([{ externalLearnerId: 's-2', subject: 's-2' }]);
    expect(JSON.stringify(mismatches)).not.toContain('@');
  });
});

describe.each(['file', 'webhook', 'xapi'] as const)('a learner of whom nothing came (%s)', (kind) => {
  const world = () => {
    const made = reconciliationWorld();
    const heard = learner(2, { heardFrom: [connectionId] });
    made.ours.set('4', [learner(1, known), heard]);
    return { ...made, heard };
  };

  it('is told of when something came of others in the course', async () => {
    const { run, open } = world();
    await run(forever, sending(kind));
    expect(await open()).toEqual(['silent-there']);
  });

  it('is not where nothing came of anybody, or by other ways alone', async () => {
    const { run, open, ours, heard } = world();
    ours.set('4', [learner(1, known), { ...heard, heardFrom: ['tool'] }]);
    await run(forever, sending(kind));
    expect(await open()).toEqual([]);
  });

  it.each([
    ['has completed it', { ...known, completed: true }],
    ['is young', { ...known, enrolledAt: '2026-02-20T00:00:00.000Z' }],
    ['was never told to the provider', { externalLearnerId: undefined as never }],
    ['was spoken of', { ...known, heardFrom: ['another'] }],
  ])('is not when the learner %s', async (_, over) => {
    const { run, open, ours, heard } = world();
    const { externalLearnerId: __, ...bare } = learner(1);
    ours.set('4', [{ ...bare, ...over }, heard]);
    await run(forever, sending(kind));
    expect(await open()).toEqual([]);
  });

  it('is after as many days as are set, or never', async () => {
    const { run, open } = world();
    const set = (silentAfterDays: number) => ({ ...sending(kind), reconciliation: { silentAfterDays } });
    for (const days of [0, 365]) {
      await run(forever, set(days));
      expect(await open(), `${days} days`).toEqual([]);
    }
    await run(forever, set(1));
    expect(await open()).toEqual(['silent-there']);
  });
});

it('a Moodle, which answers when it is asked, has no silent learners', async () => {
  const { run, open, ours, theirs } = reconciliationWorld();
  ours.set('4', [learner(1), learner(2, { heardFrom: [connectionId] })]);
  theirs.set('4', [there(1), there(2)]);
  await run();
  expect(await open()).toEqual([]);
});

it('a course that is gone from the catalogue is told of once, as long as somebody learns in it', async () => {
  const { deps, run, open, gone, ours, breakBy } = reconciliationWorld();
  breakBy(new AdapterFailure('course-unknown', { passing: false }));
  gone.add('4').add('5');
  await run();
  expect(await open()).toEqual(['course-gone']);
  const { mismatches } = await deps.reconciliation.list(connectionId, { limit: 10 });
  expect(mismatches).toMatchObject([{ externalCourseId: '4', learners: 2 }]);
  ours.set('4', [learner(1, { completed: true })]);
  await run();
  expect(await open()).toEqual([]);
});

describe('a course of very many learners', () => {
  const many = 1_000;
  const world = () => {
    const made = reconciliationWorld();
    made.ours.delete('5');
    const all = Array.from({ length: many }, (_, n) => learner(n, { subject: `s-${n}` }));
    made.ours.set('4', all);
    made.theirs.set('4', [...all.map((_, n) => there(n)), there(9_999)]);
    return made;
  };

  it('is compared page by page, and goes on within it where it broke off', async () => {
    const { deps, clock, run, open, pages, connection } = world();
    const { runId } = await run();
    expect(await open()).toEqual(['theirs-not-ours']);
    expect(pages.length).toBe(many / 100);
    pages.splice(0);
    // Every page takes longer than a message may.
    const slow = { ...deps, standings: { standingOf: async () => ({ parts: [], heardFrom: [] }) } };
    const begun = { ...(await deps.reconciliation.findRun(connectionId, runId)) };
    expect(begun).toMatchObject({ state: 'done', learners: many, courses: 1 });
    const first = await run(0);
    let outcome = 'again';
    let messages = 0;
    while (outcome === 'again') {
      messages += 1;
      const deadlineMs = clock.now().getTime();
      const stepping = {
        ...slow,
        clock: { now: () => new Date(clock.now().getTime() + (pages.length > messages ? 1 : 0)) },
      };
      outcome = await reconcile(stepping, { connection, runId: first.runId, deadlineMs });
    }
    expect(outcome).toBe('done');
    expect(messages).toBeGreaterThan(3);
    // Whom a page before has met is no stranger to the page behind.
    expect(await open()).toEqual(['theirs-not-ours']);
    const last = await deps.reconciliation.findRun(connectionId, first.runId);
    expect(last).toMatchObject({ learners: many, courses: 1 });
    expect(last).not.toHaveProperty('within');
  });

  it('never has more than a page of them in memory, nor asks of more than twenty at once', async () => {
    const { deps, run } = world();
    let [now, most, asked] = [0, 0, 0];
    deps.standings.standingOf = async () => {
      asked += 1;
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return { parts: [], heardFrom: [] };
    };
    await run();
    expect([most, asked]).toEqual([20, many]);
  });
});
