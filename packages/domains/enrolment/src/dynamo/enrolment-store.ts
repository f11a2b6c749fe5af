import {
  type Dynamo,
  type Item,
  keyPrefix,
  queryAll,
  queryPage,
  type TransactItem,
  type WriteResult,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { Enrolment, Registration } from '../enrolment.ts';
import type { SeatGroups } from '../pool.ts';
import type { EnrolmentPage, EnrolmentStore, PageOf, StepOutcome } from '../ports.ts';
import type { SeatBudget } from '../seat-budget.ts';
import { commitCharge, quotaReads, spend } from './charges.ts';
import {
  assignedPartition,
  counterKey,
  coursePartition,
  donePartition,
  enrolmentKey,
  learnerPartition,
  leftPartition,
  pastPrefix,
  requestedPartition,
  runningPartition,
  seatKey,
  seatPrefix,
  shardOf,
  waitKey,
  waitPrefix,
} from './keys.ts';
import { readEnrolment, readSeat } from './rows.ts';
import { type StepItem, stepItems } from './step-items.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  /** Budgets in the same table, which bind what seats cost. */
  readonly budget: SeatBudget;
  /** Which groups people are of, for seats that are kept for some. */
  readonly groups: Pick<SeatGroups, 'of'>;
}

/**
 * An enrolment by registration; beside it the seat of person and course that points to the current one, the history, the
 * course's counter and its waiting list, which change with it in one transaction.
 */
export function createEnrolmentStore(deps: Deps): EnrolmentStore {
  const { dynamo, table } = deps;
  const findByRegistration = async (registration: Registration): Promise<Enrolment | undefined> => {
    const row = await dynamo.get({ table, key: enrolmentKey(registration), consistent: true });
    return row && readEnrolment(row);
  };
  return {
    ...listsOf(deps),
    ...quotaReads(deps),
    findByRegistration,
    commitCharge: (registration, at) => commitCharge(deps, registration, at),
    async move(step) {
      const items = await stepItems(step, deps);
      const result = await dynamo.transactWrite(items.map(({ item }) => item));
      if (result.outcome === 'done') return 'done';
      return outcomeOf(items.filter((_, n) => result.reasons[n]?.code === 'ConditionalCheckFailed'));
    },
    async findCurrent(personId, courseId) {
      const seat = await dynamo.get({ table, key: seatKey(personId, courseId), consistent: true });
      return seat && findByRegistration(readSeat(seat).registration);
    },
    complete: async (enrolment, completed) =>
      (await spend(deps, { ...enrolment, ...completed })) ?? complete(deps, enrolment, completed),
    async noteProviderWord({ registration, state }, word) {
      const result = await dynamo.update({
        table,
        key: enrolmentKey(registration),
        update: 'SET providerWord = :word',
        names: { '#state': 'state' },
        // As it was read: closes the race with a completion and with leaving · the word before: of two facts that are followed at
        // once, the slower one reads again.
        condition: `#state = :state AND ${word.rev === 1 ? 'attribute_not_exists(providerWord)' : 'providerWord.rev = :before'}`,
        values: { ':word': word, ':state': state, ...(word.rev > 1 && { ':before': word.rev - 1 }) },
      });
      return result.outcome === 'done' ? 'noted' : 'changed';
    },
    async seatsOf(courseId) {
      const row = await dynamo.get({ table, key: counterKey(courseId), consistent: true });
      return counterRow.parse(row ?? {});
    },
    async firstWaiting(courseId) {
      const sort = { prefix: waitPrefix };
      const partition = coursePartition(courseId);
      const { items } = await dynamo.query({ table, partition, sort, limit: 1, consistent: true });
      const [first] = items;
      return first && findByRegistration(readSeat(first).registration);
    },
    closing(courseId) {
      const item = { ...counterKey(courseId), taken: 0, waiting: 0, closed: true };
      // No counter: the first who enrols or asks makes it, and it stays.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const write: TransactItem = { kind: 'put', table, item, condition };
      return { writes: [write] };
    },
    movingVersion({ registration, from, to, movedAt }) {
      const write: TransactItem = {
        kind: 'update',
        table,
        key: enrolmentKey(registration),
        update: 'SET #version = :to, movedAt = :movedAt',
        names: { '#state': 'state', '#version': 'version' },
        // Closes the race with a cancellation, a completion and another move.
        condition: '#state = :active AND #version = :from',
        values: { ':active': 'active', ':from': from, ':to': to, ':movedAt': movedAt },
      };
      return { writes: [write] };
    },
    async noteActivity({ registration, personId, at }) {
      await dynamo.update({
        table,
        key: enrolmentKey(registration),
        update: 'SET lastActivityAt = :at',
        // Own: fails for an absent row too · older: late and repeated facts move nothing back.
        condition: 'personId = :person AND (attribute_not_exists(lastActivityAt) OR lastActivityAt < :at)',
        values: { ':person': personId, ':at': at },
      });
    },
  };
}

/** One without a charge, all at once. */
async function complete(
  { dynamo, table }: Deps,
  { registration, courseId }: Parameters<EnrolmentStore['complete']>[0],
  { at, earnedJp }: Parameters<EnrolmentStore['complete']>[1],
) {
  const result = await dynamo.update({
    table,
    key: enrolmentKey(registration),
    update: `SET #state = :completed, completedAt = :at${
      earnedJp === undefined ? '' : ', earnedJp = :jp'
    }, gsi1pk = :done, gsi1sk = :registration`,
    // Active: closes the race with a cancellation, and makes the first of repeated facts the only one · no charge: one
    // that has is completed with it.
    condition: '#state = :active AND attribute_not_exists(charge)',
    names: { '#state': 'state' },
    values: {
      ...{ ':completed': 'completed', ':active': 'active', ':at': at },
      ...(earnedJp !== undefined && { ':jp': earnedJp }),
      ...{ ':done': donePartition(courseId, shardOf(registration)), ':registration': registration },
    },
  });
  return result.outcome === 'done' ? 'completed' : whyNotCompleted(result);
}

const counterRow = z.object({ taken: z.number().default(0), waiting: z.number().default(0) });

type Rosters = 'listRunning' | 'listDone' | 'listLeft';

function listsOf(
  deps: Deps,
): Pick<
  EnrolmentStore,
  'listCurrent' | 'listPast' | 'waitingBefore' | 'listRequested' | 'listAssigned' | Rosters
> {
  const { dynamo, table } = deps;
  async function read(pointers: readonly Item[]): Promise<readonly Enrolment[]> {
    const keys = pointers.map((row) => enrolmentKey(readSeat(row).registration));
    return (await dynamo.batchGet({ table, keys, consistent: true })).map(readEnrolment);
  }
  return {
    listCurrent: async (personId) => read(await rowsOf(deps, learnerPartition(personId), seatPrefix)),
    listPast: async (personId, courseId) =>
      read(await rowsOf(deps, learnerPartition(personId), pastPrefix(courseId))),
    async waitingBefore(enrolment, limit) {
      const { pk, sk } = waitKey(enrolment);
      const { items } = await dynamo.query({
        table,
        partition: pk,
        sort: { between: [keyPrefix('WAIT'), sk] },
        limit: limit + 1,
        consistent: true,
      });
      return Math.min(limit, items.filter((row) => row.sk !== sk).length);
    },
    listRunning: (courseId, shard, page) =>
      deskPage(deps, runningPartition(courseId, shard), { ...page, index: 'gsi1' }),
    listDone: (courseId, shard, page) =>
      deskPage(deps, donePartition(courseId, shard), { ...page, index: 'gsi1' }),
    listLeft: (courseId, shard, page) =>
      deskPage(deps, leftPartition(courseId, shard), { ...page, index: 'gsi1' }),
    listRequested: (agencyId, page) => deskPage(deps, requestedPartition(agencyId), page),
    listAssigned: (agencyId, page) =>
      deskPage(deps, assignedPartition(agencyId), { ...page, descending: true }),
  };
}

async function deskPage(
  { dynamo, table }: Deps,
  partition: string,
  page: PageOf & { readonly descending?: boolean; readonly index?: 'gsi1'; readonly since?: string },
): Promise<EnrolmentPage> {
  const { limit, after, since, descending = false } = page;
  const index = { table, index: page.index ?? ('gsi2' as const), partition };
  // Nothing in an index comes behind a tilde.
  const sort = since === undefined ? {} : { sort: { between: [since, '~'] as const } };
  const { items, ...next } = await queryPage(dynamo, { ...index, ...sort, limit, descending, after });
  return { enrolments: items.map(readEnrolment), ...next };
}

/** What changed in the enrolment itself is told first: seats and invitations may only seem wanting because of it. */
function outcomeOf(failed: readonly StepItem[]): StepOutcome {
  const reasons = new Set(failed.map(({ otherwise }) => otherwise));
  if (reasons.has('changed')) return 'changed';
  if (reasons.has('along-refused')) return 'along-refused';
  if (reasons.has('uninvited')) return 'uninvited';
  if (reasons.has('quota-full')) return 'quota-full';
  if (reasons.has('quota-free')) return 'quota-free';
  if (reasons.has('budget-full')) return 'budget-full';
  if (reasons.has('budget-free')) return 'budget-free';
  return reasons.has('full') ? 'full' : 'free';
}

function whyNotCompleted(result: WriteResult & { outcome: 'condition-failed' }) {
  if (!result.item) return 'absent';
  return readEnrolment(result.item).state === 'completed' ? 'was-completed' : 'was-cancelled';
}

const rowsOf = (deps: Deps, partition: string, prefix: string): Promise<readonly Item[]> =>
  queryAll(deps, { partition, sort: { prefix }, consistent: true });
