import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { ExternalEnrolment, ExternalResult } from '@sinau/rostering';
import type { JobMessage } from '../../job.ts';
import type { AdapterFailure, ProviderAdapter, RosterSent } from '../../ports.ts';
import type { ComparedLearner, PartStanding } from '../../reconciliation/compare.ts';
import type { MismatchKind, RepairAction } from '../../reconciliation/mismatch.ts';
import { orderRepair, type RepairRequest } from '../../reconciliation/order-repair.ts';
import { reconcile } from '../../reconciliation/reconcile.ts';
import type { RepairLine } from '../../reconciliation/repair-order.ts';
import { runRepairs } from '../../reconciliation/run-repairs.ts';
import { startReconciliation } from '../../reconciliation/start-reconciliation.ts';
import { memoryCourseParts } from '../results/memory-course-parts.ts';
import { memoryLearnerNames } from '../results/memory-learner-names.ts';
import { memoryResultStore } from '../results/memory-result-store.ts';
import { sampleConnection } from '../sample-connection.ts';
import { memoryReconciliationStore } from './memory-reconciliation-store.ts';
import { memoryRepairOrderStore } from './memory-repair-order-store.ts';

const connection = sampleConnection();
const { connectionId } = connection;

/** Of the learner side of a page. */
export type LearnerHere = ComparedLearner & { readonly heardFrom?: readonly string[] };

export const learnerHere = (n: number, over: Partial<LearnerHere> = {}): LearnerHere => ({
  ...{
    registration: `r${n}`,
    completed: false,
    enrolledAt: '2026-01-01T00:00:00.000Z',
    externalLearnerId: `u${n}`,
    parts: [],
  },
  ...over,
});
export const enrolledThere = (
  n: number,
  state: ExternalEnrolment['state'] = 'active',
): ExternalEnrolment => ({
  ...{ externalCourseId: '4', externalLearnerId: `u${n}`, state },
});
/** A course with somebody who is missing there and somebody who is missing here, on memory adapters and a scripted provider. */
export function reconciliationWorld() {
  const clock = fixedClock();
  const results = memoryResultStore(nodeDigest);
  const reconciliation = memoryReconciliationStore();
  const repairs = memoryRepairOrderStore();
  const sent: JobMessage[] = [];
  const theirs = new Map<string, ExternalEnrolment[]>([
    ['4', [enrolledThere(1), enrolledThere(9)]],
    ['5', []],
  ]);
  const gone = new Set<string>();
  const ours = new Map<string, LearnerHere[]>([
    ['4', [learnerHere(1), learnerHere(2)]],
    ['5', []],
  ]);
  const named = new Map<string, string>();
  const pages: string[] = [];
  const perPage = { learners: 100 };
  let roster: RosterSent | undefined;
  /** What the provider answers of whom. */
  const answers = new Map<string, readonly ExternalResult[]>();
  /** Accounts over there that are none of ours. */
  const own = new Set<string>();
  const ended: string[] = [];
  const again: string[] = [];
  let broken: AdapterFailure | undefined;
  const unreadable = new Map<string, AdapterFailure>();
  const adapter = {
    async *readEnrolments(externalCourseId: string) {
      const failure = broken ?? unreadable.get(externalCourseId);
      if (failure) throw failure;
      yield* theirs.get(externalCourseId) ?? [];
    },
    rosterSent: async () => roster,
    async *readResults({ learners }: Parameters<ProviderAdapter['readResults']>[0]) {
      if (broken) throw broken;
      for (const { externalLearnerId } of learners)
        for (const result of answers.get(externalLearnerId) ?? []) {
          yield { result, sent: { text: JSON.stringify(result), contentType: 'application/json' } };
        }
    },
    unenrol: async ({ externalLearnerId }: { externalLearnerId: string }) => {
      if (broken) throw broken;
      ended.push(externalLearnerId);
    },
  } as unknown as ProviderAdapter;
  const standings = new Map<string, PartStanding[]>();
  const placing = {
    ...{ results, clock, names: memoryLearnerNames(), courseParts: memoryCourseParts() },
    finder: {
      registrationOf: async ({ subject }: { readonly subject: string }) =>
        subject === 's-2' ? { registration: 'r2' } : ({ reason: 'learner-unknown' } as const),
      partsOf: async () => ({ moduleIds: ['m1'] }),
    },
  };
  const deps = {
    ...{ ...placing, placing, reconciliation, repairs, digest: nodeDigest, ids: countedIds() },
    queue: { send: async (message: JobMessage) => void sent.push(message) },
    adapters: { adapterOf: async () => adapter },
    ours: {
      async *courses({ after = '' }: { readonly after?: string }) {
        for (const externalCourseId of ours.keys())
          if (externalCourseId > after) {
            const course = { connectionId, externalCourseId, courseId: 'c' };
            yield { ...course, ...(gone.has(externalCourseId) && { isGone: true as const }) };
          }
      },
      async *learners({ externalCourseId }: { readonly externalCourseId: string }) {
        yield* ours.get(externalCourseId) ?? [];
      },
      async learnerPage(
        { externalCourseId }: { readonly externalCourseId: string },
        { limit, after = '0' }: { readonly limit: number; readonly after?: string },
      ) {
        const all = ours.get(externalCourseId) ?? [];
        const next = Number(after) + Math.min(limit, perPage.learners);
        pages.push(`${externalCourseId} ${after}`);
        return {
          learners: all.slice(Number(after), next),
          ...(next < all.length && { next: String(next) }),
        };
      },
    },
    standings: {
      async standingOf(registration: string) {
        const parts = standings.get(registration) ?? [];
        const known = [...ours.values()].flat().find((one) => one.registration === registration);
        return { parts, heardFrom: known?.heardFrom ?? (parts.length > 0 ? [connectionId] : []) };
      },
    },
    known: {
      among: async (_: unknown, people: readonly ExternalEnrolment[]) =>
        people.filter(({ externalLearnerId }) => !own.has(externalLearnerId)),
    },
    // As the agreement lets the provider name people.
    subjects: {
      subjectOf: async (_: unknown, { value }: { readonly value: string }) => named.get(value),
    },
    outcomes: { record: async () => 'recorded' as const },
    enrolments: {
      enrolAgain: async (registration: string) => {
        again.push(registration);
        return 'queued' as const;
      },
    },
  };
  const run = async (deadlineMs = Number.POSITIVE_INFINITY, of = connection) => {
    clock.advance(60_000);
    const begun = await startReconciliation(deps, { connectionId });
    if (begun === 'running') throw new Error('one is under way');
    const outcome = await reconcile(deps, { connection: of, runId: begun.runId, deadlineMs });
    return { outcome, runId: begun.runId };
  };
  const open = async () => {
    const { mismatches } = await reconciliation.list(connectionId, { limit: 100 });
    return mismatches.map(({ kind }) => kind).sort();
  };
  const idOf = async (wanted: MismatchKind) => {
    const { mismatches } = await reconciliation.list(connectionId, { limit: 100 });
    return mismatches.find(({ kind }) => kind === wanted)?.mismatchId ?? '';
  };
  const order = (action: RepairAction, mismatchIds: readonly string[], more: Partial<RepairRequest> = {}) =>
    orderRepair(deps, { connection, orderedBy: 'siti', request: { action, mismatchIds, ...more } });
  const work = (orderId: string, deadlineMs = Number.POSITIVE_INFINITY) =>
    runRepairs(deps, { connectionId, orderId, connection, deadlineMs });
  const repair = async (...of: Parameters<typeof order>): Promise<readonly RepairLine[]> => {
    const { orderId } = await order(...of);
    await work(orderId);
    return (await repairs.find(connectionId, orderId))?.lines ?? [];
  };
  return {
    ...{ connection, adapter, order, work, repair, sent },
    ...{ deps, clock, theirs, ours, gone, named, pages, perPage, ended, again, standings, run, open, idOf },
    ...{ answers, unreadable, own },
    send: (next: RosterSent | undefined) => {
      roster = next;
    },
    breakBy: (failure: AdapterFailure | undefined) => {
      broken = failure;
    },
  };
}
