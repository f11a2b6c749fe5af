import { outcomeOf, type ResultVersion } from '@sinau/rostering';
import { describe, expect, it } from 'vitest';
import { connectionKinds } from '../connection.ts';
import { kindTraits } from '../kinds.ts';
import { AdapterFailure } from '../ports.ts';
import { enrolledThere, reconciliationWorld } from '../testing/reconciliation/reconciliation-world.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { repairsOf } from './mismatch.ts';

const { providerId } = sampleConnection();

const timeout = () => new AdapterFailure('timeout', { passing: true });

/** Strangers over there, so that there is something to end. */
async function withStrangers(count: number) {
  const world = reconciliationWorld();
  const strangers = Array.from({ length: count }, (_, n) => enrolledThere(100 + n));
  world.theirs.set('4', [enrolledThere(1), enrolledThere(2), ...strangers]);
  await world.run();
  const { mismatches } = await world.deps.reconciliation.list(world.connection.connectionId, { limit: 200 });
  const find = (orderId: string) => world.deps.repairs.find(world.connection.connectionId, orderId);
  return { ...world, ids: mismatches.map(({ mismatchId }) => mismatchId), find };
}

describe('what can be done about a mismatch', () => {
  it.each(connectionKinds)(
    'ends and makes enrolments only where learners can be enrolled from here (%s)',
    (of) => {
      const offered = [repairsOf(of, 'theirs-not-ours'), repairsOf(of, 'ended-there')];
      expect(offered).toEqual(
        kindTraits[of].enrols
          ? [
              ['end-there', 'map-learner', 'ignore'],
              ['enrol-again', 'ignore'],
            ]
          : [['map-learner', 'ignore'], ['ignore']],
      );
    },
  );
});

describe('an order of repairs', () => {
  it('asks no provider by itself, and wakes the worker', async () => {
    const { order, ids, ended, sent } = await withStrangers(3);
    const { orderId, lines } = await order('end-there', ids);
    expect(ended).toEqual([]);
    expect(lines.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(sent).toMatchObject([{ kind: 'repair', orderId }]);
  });

  it('is carried out in portions, and goes on behind what is done', async () => {
    const { order, work, ids, ended, clock, deps, find } = await withStrangers(4);
    const { orderId } = await order('end-there', ids);
    // Every question takes a second.
    const adapter = await deps.adapters.adapterOf();
    const { unenrol } = adapter;
    const slow: typeof unenrol = async (one) => {
      clock.advance(1_000);
      return unenrol(one);
    };
    deps.adapters.adapterOf = async () => ({ ...adapter, unenrol: slow });
    expect(await work(orderId, clock.now().getTime() + 1_500)).toEqual({ again: 0 });
    expect(ended).toHaveLength(2);
    expect((await find(orderId))?.lines.map(({ state }) => state).toSorted()).toEqual([
      ...['done', 'done', 'waiting', 'waiting'],
    ]);
    expect(await work(orderId)).toBe('done');
    expect(ended.toSorted()).toEqual(['u100', 'u101', 'u102', 'u103']);
    expect(await find(orderId)).toMatchObject({ state: 'done', endedAt: expect.any(String) });
    expect(await work(orderId)).toBe('over');
  });

  it('given twice, or by two people at one page, does everything once', async () => {
    const { order, work, ids, ended, sent, find } = await withStrangers(2);
    const [one, other] = [await order('end-there', ids), await order('end-there', ids.toReversed())];
    expect(other.orderId).toBe(one.orderId);
    expect(sent).toHaveLength(2);
    await work(one.orderId);
    expect(await work(other.orderId)).toBe('over');
    const third = await order('end-there', ids);
    expect(third).toMatchObject({ state: 'done', orderedAt: one.orderedAt });
    // Another choice with the same line in it finds it dealt with.
    const some = await order('end-there', ids.slice(0, 1));
    await work(some.orderId);
    expect((await find(some.orderId))?.lines).toMatchObject([{ state: 'gone' }]);
    expect(ended).toHaveLength(2);
  });

  it('R10: a provider that does not answer is asked again later, and what it cannot do is told at its line', async () => {
    const { order, work, ids, breakBy, find, ended, clock } = await withStrangers(5);
    const { orderId } = await order('end-there', ids);
    breakBy(timeout());
    expect(await work(orderId)).toEqual({ again: 60 });
    const tried = (await find(orderId))?.lines.map(({ tries, failure }) => [tries, failure]) ?? [];
    // It gives up the round after three in vain.
    expect(tried.filter(([tries]) => tries === 1)).toEqual([1, 2, 3].map(() => [1, 'timeout']));
    breakBy(undefined);
    clock.advance(60_000);
    expect(await work(orderId)).toBe('done');
    expect(ended).toHaveLength(5);
    const again = await withStrangers(1);
    const second = await again.order('end-there', again.ids);
    again.breakBy(new AdapterFailure('refused', { passing: false }));
    expect(await again.work(second.orderId)).toBe('done');
    expect((await again.find(second.orderId))?.lines).toMatchObject([
      { state: 'failed', failure: 'refused' },
    ]);
  });

  it('gives a line up that never passes, but counts no wait for a provider that is left alone', async () => {
    const { order, work, ids, breakBy, find } = await withStrangers(1);
    const { orderId } = await order('end-there', ids);
    breakBy(new AdapterFailure('circuit-open', { passing: true }));
    for (let n = 0; n < 10; n += 1) expect(await work(orderId)).toMatchObject({ again: expect.any(Number) });
    breakBy(timeout());
    for (let n = 0; n < 5; n += 1) await work(orderId);
    expect((await find(orderId))?.lines).toMatchObject([{ state: 'waiting', tries: 5 }]);
    expect(await work(orderId)).toBe('done');
    expect((await find(orderId))?.lines).toMatchObject([{ state: 'failed', failure: 'timeout', tries: 6 }]);
  });

  it('is taken up again when its message or its worker was lost, and ends after a day', async () => {
    const { order, work, ids, breakBy, clock, deps, find } = await withStrangers(1);
    const { orderId } = await order('end-there', ids);
    const overdue = async () => (await deps.repairs.listOverdue(clock.now().toISOString())).length;
    expect(await overdue()).toBe(0);
    clock.advance(11 * 60_000);
    expect(await overdue()).toBe(1);
    breakBy(timeout());
    await work(orderId);
    expect(await overdue()).toBe(0);
    clock.advance(25 * 3_600_000);
    expect(await work(orderId)).toBe('done');
    expect(await find(orderId)).toMatchObject({ state: 'done', lines: [{ state: 'failed' }] });
    expect(await overdue()).toBe(0);
  });

  it('of two workers, one does the work', async () => {
    const { order, work, ids, ended } = await withStrangers(3);
    const { orderId } = await order('end-there', ids);
    const outcomes = await Promise.all([work(orderId), work(orderId)]);
    expect(outcomes.toSorted()).toEqual(['done', 'lost']);
    expect(ended).toHaveLength(3);
  });

  it('says of each what became of it, and ignores with a reason alone', async () => {
    const { deps, run, idOf, open, repair, order, connection } = reconciliationWorld();
    await run();
    const [one, other] = [await idOf('ours-not-theirs'), await idOf('theirs-not-ours')];
    const missing = '00000000-0000-5000-8000-000000000000';
    expect(await repair('end-there', [missing, one, other])).toMatchObject([
      { mismatchId: missing, state: 'gone' },
      { mismatchId: one, kind: 'ours-not-theirs', externalLearnerId: 'u2', state: 'not-possible' },
      { mismatchId: other, state: 'done' },
    ]);
    await expect(order('ignore', [one])).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(order('end-there', [])).rejects.toMatchObject({ code: 'request.invalid' });
    await repair('ignore', [one], { note: ' Kelas tambahan ' });
    await run();
    expect(await open()).toContain('ours-not-theirs');
    expect(await deps.reconciliation.find(connection.connectionId, one)).toMatchObject({
      handled: { action: 'ignore', note: 'Kelas tambahan', by: 'siti' },
    });
    // Whoever thinks better of it may.
    expect(await repair('enrol-again', [one])).toMatchObject([{ state: 'done' }]);
  });

  it('of a connection that is gone ends without asking anybody', async () => {
    const { deps, order, ids, find, ended, connection } = await withStrangers(1);
    const { orderId } = await order('end-there', ids);
    const { runRepairs } = await import('./run-repairs.ts');
    const { connectionId } = connection;
    const input = { connectionId, orderId, connection: undefined, deadlineMs: Number.POSITIVE_INFINITY };
    expect(await runRepairs(deps, input)).toBe('done');
    expect(await find(orderId)).toMatchObject({ state: 'done', lines: [{ state: 'gone' }] });
    expect(ended).toEqual([]);
  });
});

/** Completed here, and the provider's mark is below what it was. */
async function lowered() {
  const world = reconciliationWorld();
  const version = (given: number, minute: number): ResultVersion => ({
    ...{ versionId: `v${given}`, receivedAt: `2026-02-02T00:0${minute}:00.000Z` },
    occurredAt: `2026-02-01T00:0${minute}:00.000Z`,
    what: { kind: 'score', given, maximum: 100, isFinal: true },
  });
  const outcome = outcomeOf([version(80, 1), version(30, 2)], { by: 'pass', passMark: 0.7 });
  world.standings.set('r1', [{ moduleId: 'm1', outcome, here: { done: true, score: 0.3 } }]);
  world.theirs.set('4', [enrolledThere(1), enrolledThere(2)]);
  await world.run();
  const id = await world.idOf('completed-here-not-there');
  const { connectionId } = world.connection;
  const now = () => world.deps.reconciliation.find(connectionId, id);
  const inbox = async () => (await world.deps.results.list({ providerId, limit: 10 })).results;
  return { ...world, id, now, inbox };
}

describe('what is completed here and not there', () => {
  it('is asked for again, and what comes is in the inbox', async () => {
    const { repair, id, answers, inbox, now, run, breakBy } = await lowered();
    const said = { externalCourseId: '4', externalLearnerId: 'u1', occurredAt: '2026-02-03T00:00:00.000Z' };
    answers.set('u1', [{ ...said, kind: 'score', given: 90, maximum: 100, isFinal: true }]);
    expect(await repair('ask-again', [id])).toMatchObject([{ state: 'done' }]);
    expect(await inbox()).toMatchObject([{ event: { source: 'poll', result: { given: 90 } } }]);
    // As long as it is so, it comes back.
    await run();
    expect(await now()).not.toHaveProperty('handled');
    breakBy(new AdapterFailure('refused', { passing: false }));
    expect(await repair('ask-again', [id])).toMatchObject([{ state: 'failed', failure: 'refused' }]);
  });

  it('cannot be asked for where nobody is asked', () => {
    const asked = connectionKinds.filter((of) =>
      repairsOf(of, 'completed-here-not-there').includes('ask-again'),
    );
    expect(asked).toEqual(['moodle', 'oneroster', 'openedx']);
  });

  it('is kept with a reason and by whom, in every run until it is opened again', async () => {
    const { repair, order, id, now, run, inbox } = await lowered();
    await expect(order('keep-ours', [id])).rejects.toMatchObject({ code: 'request.invalid' });
    await repair('keep-ours', [id], { note: 'Ujian ulang sah' });
    await run();
    expect(await now()).toMatchObject({
      handled: { action: 'keep-ours', note: 'Ujian ulang sah', by: 'siti' },
    });
    expect(await repair('reopen', [id])).toMatchObject([{ state: 'done' }]);
    expect(await now()).not.toHaveProperty('handled');
    expect(await repair('reopen', [id])).toMatchObject([{ state: 'gone' }]);
    expect(await inbox()).toEqual([]);
  });

  it('is taken back by a word of the provider that is written down, and counts again when it is opened again', async () => {
    const { repair, id, now, run, inbox, clock } = await lowered();
    const note = 'Nilai dikoreksi dosen';
    expect(await repair('take-back', [id], { note })).toMatchObject([{ state: 'done' }]);
    const [word] = await inbox();
    expect(word?.event).toMatchObject({
      ...{ source: 'person', about: { kind: 'registration', registration: 'r1', moduleId: 'm1' } },
      result: { kind: 'completion', completed: false },
    });
    await run();
    expect(await now()).toMatchObject({ handled: { action: 'take-back', note, resultId: word?.resultId } });
    await repair('reopen', [id]);
    expect(await inbox()).toMatchObject([{ decision: { state: 'set-aside', by: 'siti' } }]);
    // Another day, another word.
    clock.advance(60_000);
    await repair('take-back', [id], { note });
    expect((await inbox()).map(({ decision }) => decision.state).toSorted()).toEqual(['new', 'set-aside']);
  });

  it('is not taken back where it is about no part of anybody', async () => {
    const { deps, run, idOf, repair, theirs } = reconciliationWorld();
    theirs.set('4', [enrolledThere(1)]);
    await run();
    const missing = await idOf('ours-not-theirs');
    expect(await repair('take-back', [missing], { note: 'x' })).toMatchObject([{ state: 'not-possible' }]);
    expect((await deps.results.list({ providerId, limit: 10 })).results).toEqual([]);
  });
});
