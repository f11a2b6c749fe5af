import {
  type ConnectionReader,
  dueEnrolments,
  followEnrolment,
  type ProviderEnrolmentStore,
  type SagaDeps,
  sendEnrolment,
  undoEnrolment,
} from '@sinau/connectors/enrolments';
import {
  askedLearner,
  memoryProviderEnrolmentStore,
  sampleConnection,
  scriptedProvider,
} from '@sinau/connectors/testing';
import {
  cancelEnrolment,
  type Enrolment,
  endForProvider,
  enrolLearner,
  promoteFreed,
} from '@sinau/enrolment';
import { memoryCosts, memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnerEnrolmentsOf } from './provider-enrolments.ts';

const people = ['ani', 'budi', 'citra'] as const;
const seats = 2;
const minuteMs = 60_000;

const scripts = ['answers', 'answers', 'answers', 'lost', 'unreachable', 'full', 'refused'] as const;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('enrol' as const), who: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('leave' as const), who: fc.nat(2) }) },
  /** Facts come late, again and in any order. */
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tell' as const), which: fc.nat(9) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      script: fc.constantFrom(...scripts),
      /** The process dies before its so-manieth write, or after it (R3). */
      dies: fc.option(fc.record({ at: fc.integer({ min: 1, max: 4 }), after: fc.boolean() })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 400 }) }),
  },
);

class Killed extends Error {}

function world() {
  const provider = scriptedProvider();
  const clock = fixedClock();
  const ids = countedIds();
  const costs = memoryCosts();
  const enrolments = memoryEnrolmentStore({ costs });
  const kept = memoryProviderEnrolmentStore();
  let fuse: { left: number; after: boolean } | undefined;
  const providerEnrolments: ProviderEnrolmentStore = {
    ...kept,
    move: async (move) => {
      if (!fuse) return kept.move(move);
      fuse.left -= 1;
      if (fuse.left === 0 && !fuse.after) throw new Killed();
      const outcome = await kept.move(move);
      if (fuse.left === 0) throw new Killed();
      return outcome;
    },
  };
  const connection = sampleConnection();
  const connections: ConnectionReader = { find: async () => connection };
  const open = {
    version: 1,
    admission: { mode: 'open' as const, seats },
    providerId: 'u' as ProviderId,
    price: 100,
  };
  const deps = {
    ...{ enrolments, providerEnrolments, connections, clock, ids, random: () => 0.5 },
    courses: { openVersion: async () => open },
    invitations: { find: async () => undefined },
    digest: { sha256: String, sha1: String },
    sources: { externalCourseOf: async () => ({ connectionId: connection.connectionId, externalId: '4' }) },
    learners: learnerEnrolmentsOf(enrolments),
    adapters: { adapterOf: async () => provider.adapter },
    disclosure: {
      discloseForEnrolment: async (_: unknown, personId: string) => askedLearner(personId),
      subjectOf: async (_: unknown, personId: string) => personId,
    },
  } satisfies SagaDeps & Record<string, unknown>;
  const all: Enrolment[] = [];
  const principalOf = (who: number): PersonPrincipal => ({
    ...{ kind: 'person', personId: (people[who] ?? 'ani') as PersonId, name: 'P', roles: ['learner'] },
    agencyId: 'a' as AgencyId,
  });

  /** What the stream tells of one enrolment, both of it here and of it at the provider. */
  async function tell({ registration, personId, courseId }: Enrolment): Promise<void> {
    await followEnrolment(deps, { registration, personId, courseId, occurredAt: '2026-03-01T00:00:00.000Z' });
    const there = await kept.find(registration);
    if (there?.state === 'confirmed') await enrolments.commitCharge(registration, clock.now().toISOString());
    if (there?.state === 'refused' || there?.state === 'timed-out') {
      await endForProvider(deps, { registration, reason: there.reason ?? 'too-late' });
    }
    const here = await enrolments.findByRegistration(registration);
    if (here) await promoteFreed(deps, here);
    await followEnrolment(deps, { registration, personId, courseId, occurredAt: '2026-03-01T00:00:00.000Z' });
  }

  async function work(): Promise<void> {
    for (const job of await dueEnrolments(deps, 'enrol')) await sendEnrolment(deps, job);
    for (const job of await dueEnrolments(deps, 'unenrol')) await undoEnrolment(deps, job);
  }

  return {
    ...{ provider, clock, enrolments, kept, costs, all, tell, work },
    async enrol(who: number) {
      const request = { courseId: 'c1' };
      await enrolLearner(deps, { principal: principalOf(who), request }).then(
        (enrolment) => void all.push(enrolment),
        () => undefined,
      );
    },
    leave: (who: number) =>
      cancelEnrolment(deps, { principal: principalOf(who), courseId: 'c1' }).catch(() => undefined),
    async workUntilKilled(dies: { readonly at: number; readonly after: boolean } | null) {
      fuse = dies ? { left: dies.at, after: dies.after } : undefined;
      await work().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      fuse = undefined;
    },
    /** Everything is told and done, with a provider that answers. */
    async settle() {
      provider.script();
      for (let n = 0; n < 60; n += 1) {
        for (const enrolment of all) await tell(enrolment);
        await work();
        clock.advance(5 * minuteMs);
      }
    },
  };
}

describe('enrolments at a provider, whatever happens', () => {
  it('R3 L7: whoever has a seat here is enrolled there once, and nobody else is, however often the process was killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40 }), async (history) => {
        const on = world();
        for (const one of history) {
          if (one.do === 'enrol') await on.enrol(one.who);
          if (one.do === 'leave') await on.leave(one.who);
          if (one.do === 'wait') on.clock.advance(one.minutes * minuteMs);
          const told = one.do === 'tell' ? on.all[one.which % Math.max(1, on.all.length)] : undefined;
          if (told) await on.tell(told);
          if (one.do === 'work') {
            on.provider.script(one.script);
            await on.workUntilKilled(one.dies);
          }
          const { taken } = await on.enrolments.seatsOf('c1');
          expect(taken).toBeLessThanOrEqual(seats);
        }
        await on.settle();
        const current = await Promise.all(
          people.map((personId) => on.enrolments.findCurrent(personId as PersonId, 'c1')),
        );
        const active = current.filter((one) => one?.state === 'active');
        expect([...on.provider.enrolled.values()].toSorted()).toEqual(
          active.map((one) => one?.personId).toSorted(),
        );
        for (const { registration } of on.all) {
          const [there] = await on.kept.findMany([registration]);
          const isActive = active.some((one) => one?.registration === registration);
          if (isActive) expect(there?.state).toBe('confirmed');
          else if (there) expect(['cancelled', 'refused', 'timed-out']).toContain(there.state);
          expect(there?.dueAt).toBeUndefined();
        }
        expect((await on.enrolments.seatsOf('c1')).taken).toBe(active.length);
        const [sums] = await on.costs.store.balances('a' as AgencyId, 2026);
        expect((sums?.committed ?? 0) + (sums?.reserved ?? 0)).toBe(active.length * 100);
        expect(sums?.reserved ?? 0).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
