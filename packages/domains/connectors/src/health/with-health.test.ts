import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../connection.ts';
import {
  AdapterFailure,
  type AdapterFailureReason,
  type Capability,
  type ProviderAdapter,
} from '../ports.ts';
import { askedLearner } from '../testing/asked-learner.ts';
import { memoryHealthStore } from '../testing/memory-health-store.ts';
import { failuresToOpen } from './circuit.ts';
import { budgetOf, lightOf } from './health.ts';
import { withHealth } from './with-health.ts';

const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
const course = {
  externalId: '4',
  title: 'A',
  description: '',
  languages: [],
  competencies: [],
  visible: true,
};

function world() {
  const clock = fixedClock();
  const health = memoryHealthStore();
  let asked = 0;
  let fails: AdapterFailureReason | Error | undefined;
  let capabilities: readonly Capability[] = [{ name: 'sign-in', state: 'works' }];
  const answer = async <Value>(value: Value): Promise<Value> => {
    asked += 1;
    if (fails instanceof Error) throw fails;
    if (fails) throw new AdapterFailure(fails, { passing: true });
    return value;
  };
  const provider: ProviderAdapter = {
    test: () => answer(capabilities),
    async *readCourses() {
      yield await answer(course);
      yield course;
    },
    enrol: () => answer({ externalLearnerId: '7', outcome: 'enrolled' as const }),
    unenrol: () => answer(undefined),
    async *readEnrolments() {},
    async *readResults() {},
  };
  const adapter = () => withHealth(provider, connectionId, { health, clock, random: () => 0.5 });
  const enrol = () =>
    adapter().enrol({ idempotencyKey: 'k', externalCourseId: '4', learner: askedLearner('s') });
  return {
    ...{ clock, health, adapter, enrol },
    asked: () => asked,
    fail: (reason?: AdapterFailureReason | Error) => {
      fails = reason;
    },
    find: (found: readonly Capability[]) => {
      capabilities = found;
    },
    async failOften(n: number, reason: AdapterFailureReason = 'timeout') {
      fails = reason;
      for (let i = 0; i < n; i += 1) await expect(enrol()).rejects.toMatchObject({ reason });
    },
    read: () => health.read(connectionId),
    budget: async () =>
      budgetOf(await health.counts(connectionId, { from: '2026-02-01', until: '2026-04-01' })),
  };
}

const circuitOpen = { reason: 'circuit-open', passing: true };

describe('an adapter with health', () => {
  it('gives back what the provider says and notes when it did each kind of thing', async () => {
    const { adapter, enrol, read, budget } = world();
    expect(await enrol()).toEqual({ externalLearnerId: '7', outcome: 'enrolled' });
    const courses = [];
    for await (const one of adapter().readCourses()) courses.push(one);
    expect(courses).toHaveLength(2);
    const at = '2026-03-02T01:00:00.000Z';
    expect((await read()).last).toEqual({ enrolment: { successAt: at }, catalogue: { successAt: at } });
    expect(await budget()).toEqual({ ok: 2, failed: 0 });
    expect(lightOf(await read())).toBe('works');
  });

  it('holds a first failure against nobody once it works: of so few calls no share says anything', async () => {
    const { enrol, failOften, fail, read, budget } = world();
    await failOften(1);
    fail();
    await enrol();
    const { spent } = await budget();
    expect(spent).toBeUndefined();
    expect(lightOf(await read(), { spent })).toBe('works');
  });

  it('R10: leaves a provider alone that failed several times in a row, so that its work ends at once', async () => {
    const { enrol, asked, failOften, read } = world();
    await failOften(failuresToOpen);
    expect(await read()).toMatchObject({ circuit: { state: 'open', reason: 'timeout' } });
    expect(lightOf(await read())).toBe('down');
    for (let n = 0; n < 100; n += 1) await expect(enrol()).rejects.toMatchObject(circuitOpen);
    expect(asked()).toBe(failuresToOpen);
  });

  it('tries with one request alone whether the provider is back, later each time it is not', async () => {
    const { clock, enrol, asked, fail, failOften, read } = world();
    await failOften(failuresToOpen);
    clock.advance(30_000);
    const answers = await Promise.allSettled([enrol(), enrol(), enrol()]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked()).toBe(failuresToOpen + 1);
    clock.advance(30_000);
    await expect(enrol()).rejects.toMatchObject(circuitOpen);
    clock.advance(30_000);
    fail();
    await enrol();
    expect((await read()).circuit).toEqual({ state: 'closed', failures: 0, probes: 0 });
  });

  it('tries again after a probe that was begun and never ended', async () => {
    const { clock, adapter, enrol, fail, failOften } = world();
    await failOften(failuresToOpen);
    clock.advance(30_000);
    fail();
    const list = adapter().readCourses()[Symbol.asyncIterator]();
    await list.next();
    await expect(enrol()).rejects.toMatchObject(circuitOpen);
    clock.advance(90_000);
    await expect(enrol()).resolves.toBeDefined();
  });

  it('does not ask again with a secret that was refused, and says so', async () => {
    const { enrol, asked, failOften, read } = world();
    await failOften(1, 'unauthorised');
    await expect(enrol()).rejects.toMatchObject(circuitOpen);
    expect(asked()).toBe(1);
    expect((await read()).circuit).toMatchObject({ state: 'open', reason: 'unauthorised' });
  });

  it('takes the refusal of one learner or course for an answer like any other', async () => {
    const { enrol, failOften, read, budget } = world();
    await failOften(20, 'full');
    await expect(enrol()).rejects.toMatchObject({ reason: 'full' });
    expect((await read()).circuit.state).toBe('closed');
    expect(await budget()).toMatchObject({ failed: 0 });
  });

  it('counts no fault of ours against the provider', async () => {
    const { enrol, fail, read } = world();
    fail(new TypeError('a fault of ours'));
    for (let n = 0; n < 10; n += 1) await expect(enrol()).rejects.toThrow(TypeError);
    expect((await read()).circuit).toMatchObject({ state: 'closed', failures: 0 });
  });

  it('notes a list that breaks off as failed, and one that is read no further as answered', async () => {
    const { adapter, fail, read } = world();
    for await (const _ of adapter().readCourses()) break;
    expect((await read()).last.catalogue).toHaveProperty('successAt');
    fail('broken-answer');
    const list = adapter().readCourses()[Symbol.asyncIterator]();
    await expect(list.next()).rejects.toMatchObject({ reason: 'broken-answer' });
    expect((await read()).last.catalogue).toMatchObject({ reason: 'broken-answer' });
    expect((await read()).circuit.failures).toBe(1);
  });

  it('is tested though its circuit is open, and closes it when the test goes well', async () => {
    const { adapter, fail, find, failOften, read } = world();
    await failOften(failuresToOpen);
    fail();
    find([
      { name: 'sign-in', state: 'works' },
      { name: 'results', state: 'missing', missing: ['gradereport_user_get_grade_items'] },
    ]);
    await adapter().test();
    expect(await read()).toMatchObject({
      circuit: { state: 'closed' },
      last: { results: { reason: 'function-missing' } },
    });
    expect(lightOf(await read())).toBe('disturbed');
    find([{ name: 'sign-in', state: 'failed', reason: 'unauthorised' }]);
    await adapter().test();
    expect((await read()).circuit).toMatchObject({ state: 'open', reason: 'unauthorised' });
  });

  it('spends its error budget by the share of calls that failed', async () => {
    const { enrol, fail, failOften, read, budget } = world();
    for (let n = 0; n < 198; n += 1) await enrol();
    await failOften(1);
    fail();
    await enrol();
    expect((await budget()).spent).toBeCloseTo(0.5);
    await failOften(3);
    fail();
    await enrol();
    const { spent } = await budget();
    expect(spent).toBeGreaterThan(1);
    expect(lightOf(await read(), { spent })).toBe('disturbed');
  });
});
