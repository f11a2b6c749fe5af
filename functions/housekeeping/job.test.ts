import { nudgeWorld } from '@sinau/adoption/testing';
import { memoryAudit } from '@sinau/audit/testing';
import { memoryCatalogue, memoryRatings, memorySearchShards } from '@sinau/catalogue/testing';
import { memoryPairStore } from '@sinau/collaboration/testing';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { QuizDeps } from '@sinau/delivery';
import { memoryEndedStore, quizOf, quizWorld } from '@sinau/delivery/testing';
import { memoryCosts, memoryEnrolmentStore, noBudget } from '@sinau/enrolment/testing';
import { memoryEvaluationStores } from '@sinau/evaluation/testing';
import { memoryPeopleStore } from '@sinau/identity/testing';
import type { PersonId } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import type { RecordHealer } from '@sinau/lrs/dynamo';
import { memoryMailStore, memoryNoticeStore } from '@sinau/notifications/testing';
import { obligationsWorld } from '@sinau/obligations/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { LogFields } from '@sinau/platform/log';
import { type RunDeps, requestExport } from '@sinau/privacy';
import { memoryExportFiles, memoryPrivacyStores } from '@sinau/privacy/testing';
import { memoryCohortStores, memoryPathStores, memoryProgrammeStores } from '@sinau/programmes/testing';
import { memoryImportStore } from '@sinau/staffing/testing';
import type { Context, ScheduledEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { createHousekeeping } from './job.ts';

const now = Date.parse('2026-03-02T01:00:00.000Z');

function world(
  healHeld: RecordHealer['healHeld'],
  listStalled?: () => Promise<never>,
  given: { readonly privacy?: Partial<RunDeps>; readonly quizzes?: QuizDeps; readonly at?: number } = {},
) {
  const { privacy = {}, quizzes = quizWorld(quizOf(1)).deps } = given;
  const lines: [string, LogFields | undefined][] = [];
  const note = (message: string, fields?: LogFields) => void lines.push([message, fields]);
  const none = () => Promise.reject(new Error('nothing asks for this'));
  const { jobs, courses } = memoryCatalogue();
  const costs = memoryCosts();
  const listAgencies = vi.fn(async () => []);
  const { audit: _, ...stores } = memoryPrivacyStores(nodeDigest);
  const job = createHousekeeping({
    jobs: listStalled ? { ...jobs, listStalled } : jobs,
    courses,
    content: { discard: none },
    queue: { send: none },
    search: { courses, ratings: memoryRatings(), shards: memorySearchShards(), sleep: async () => {} },
    healer: { healHeld },
    privacy: {
      ...stores,
      files: memoryExportFiles(),
      places: [],
      retention: { page: async () => ({ people: [] }), hasOlder: async () => false },
      ids: countedIds(),
      clock: { now: () => new Date(now) },
      digest: nodeDigest,
      ...privacy,
    },
    audit: {
      ...memoryAudit(nodeDigest),
      ...{ sources: [], digest: nodeDigest, clock: { now: () => new Date(now) } },
      signer: hmacSigner('a secret for tests of at least 32 characters'),
    },
    quizzes,
    events: async () => ({ ...memoryProgrammeStores(), cohorts: memoryProgrammeStores() }),
    cohortSteps: async () => ({
      ...{ ...memoryCohortStores(), ...memoryPathStores(), clock: { now: () => new Date(now) } },
      steps: { progressOf: none },
      people: { placeOf: none, teamOf: none },
      teller: { tellLearner: none, tellSupervisor: none },
    }),
    evaluations: async () => ({
      ...{ ...memoryEvaluationStores(), clock: { now: () => new Date(now) } },
      supervisors: { supervisorOf: none },
      teller: { tellLearner: none, tellSupervisor: none },
    }),
    collaboration: async () => ({
      ...{ pairs: memoryPairStore(), clock: { now: () => new Date(now) } },
      teller: { remindOfInvitation: none, remindOfSession: none },
    }),
    nudges: async () => nudgeWorld().deps,
    ended: memoryEndedStore(),
    lists: [{ imports: memoryImportStore(), queue: { send: none } }],
    refresh: async () => ({
      credit: memoryCreditStore(),
      standings: { standingOf: none, standingsOf: none },
      ruled: { agencies: none, peopleOf: none },
      clock: { now: () => new Date(now) },
    }),
    walkPeople: async () => 1,
    seats: {
      ...{ quotas: costs.store, enrolments: memoryEnrolmentStore({ costs }), budget: noBudget },
      courses: { openVersion: async () => undefined },
      organisations: { listAgencies },
    },
    releases: async () => ({ signs: { signOf: none }, teller: { warn: none } }),
    people: memoryPeopleStore(),
    clock: { now: () => new Date(given.at ?? now) },
    obligations: async () => ({
      ...obligationsWorld().deps,
      held: memoryMailStore(memoryNoticeStore()).mails,
      mail: { send: none },
    }),
    waiting: () => Promise.reject(new Error('it is not the hour')),
    promised: () => Promise.reject(new Error('it is not the hour')),
    planned: () => Promise.reject(new Error('it is not the hour')),
    seals: () => Promise.reject(new Error('it is not the hour')),
    log: { info: note, warn: note, error: (message, _, fields) => note(message, fields) },
  });
  return { lines, listAgencies, run: () => job({} as ScheduledEvent, {} as Context) };
}

describe('housekeeping', () => {
  it('tells what it healed and swept', async () => {
    const { lines, run } = world(async () => ({ healed: 2, failed: [] }));
    await run();
    expect(lines).toContainEqual(['records healed', { healed: 2 }]);
    expect(lines).toContainEqual(['imports swept', { requeued: 0, failed: 0 }]);
    expect(lines).toContainEqual(['people are counted for the new year', { unfinished: 1 }]);
  });

  it('looks once an hour for quotas that have ended, and by day for seats that nobody begins with', async () => {
    for (const [minute, times] of [
      [0, 2],
      [4, 2],
      [5, 0],
      [59, 0],
      [8 * 60, 2],
      [9 * 60, 1],
      [22 * 60, 1],
    ] as const) {
      const healed = async () => ({ healed: 0, failed: [] });
      const { listAgencies, run } = world(healed, undefined, { at: now + minute * 60_000 });
      await run();
      expect(listAgencies).toHaveBeenCalledTimes(times);
    }
  });

  it('makes the search of the catalogue once', async () => {
    const { lines, run } = world(async () => ({ healed: 0, failed: [] }));
    await run();
    await run();
    expect(lines.filter(([line]) => line === 'search rebuilt')).toHaveLength(1);
  });

  it('fails when commits stay held, and says how many and how old the oldest is', async () => {
    const one = { position: 'p', storedMs: now - 90_000, error: new Error('no answer') };
    const failed = [one, { ...one, storedMs: now - 70_000 }];
    const { lines, run } = world(async () => ({ healed: 1, failed }));
    await expect(run()).rejects.toThrow('stay held');
    const fields = { healed: 1, held: 2, oldestSeconds: 90, position: 'p' };
    expect(lines).toContainEqual(['records stay held', fields]);
    expect(lines).toContainEqual(['imports swept', { requeued: 0, failed: 0 }]);
  });

  it('heals records although imports cannot be swept', async () => {
    const sweep = () => Promise.reject(new Error('no jobs'));
    const { lines, run } = world(async () => ({ healed: 1, failed: [] }), sweep);
    await expect(run()).rejects.toThrow('no jobs');
    expect(lines).toContainEqual(['records healed', { healed: 1 }]);
  });

  it('L10: judges attempts whose time is up, and fails when one cannot be judged', async () => {
    const quiz = quizWorld(quizOf(1, { timeLimitSeconds: 60 }));
    await (await quiz.open()).begin();
    quiz.clock.advance(120_000);
    const none = async () => ({ healed: 0, failed: [] });
    const { lines, run } = world(none, undefined, { quizzes: quiz.deps });
    quiz.packages.clear();
    await expect(run()).rejects.toThrow('cannot be judged');
    quiz.packages.set('a'.repeat(32), quizOf(1));
    await run();
    expect(lines).toContainEqual(['attempts whose time was up are judged', { closed: 1 }]);
  });

  it('fails when a privacy job fails, and goes on with everything else', async () => {
    const { jobs } = memoryPrivacyStores(nodeDigest);
    const person = 'p-1' as PersonId;
    const clock = { now: () => new Date(now) };
    await requestExport(
      { jobs, clock, ids: countedIds(), digest: nodeDigest },
      { principal: { kind: 'person', personId: person, name: 'P', roles: [] }, personId: person },
    );
    const files = { ...memoryExportFiles(), writePart: () => Promise.reject(new Error('no bucket')) };
    const { lines, run } = world(async () => ({ healed: 0, failed: [] }), undefined, {
      privacy: { jobs, files },
    });
    await expect(run()).rejects.toThrow('privacy');
    expect(lines).toContainEqual(['imports swept', { requeued: 0, failed: 0 }]);
    expect(lines.some(([message]) => message === 'a privacy job failed')).toBe(true);
  });
});
