import type { Jp, PersonId } from '@sinau/kernel';
import { type Dynamo, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { Charge } from '../charge.ts';
import type { Enrolment, Registration } from '../enrolment.ts';
import { fittingPools, type SeatGroups } from '../pool.ts';
import type { EnrolmentPage, EnrolmentStore, PageOf } from '../ports.ts';
import { coversDay, type QuotaStanding } from '../quota.ts';
import { bookingOf, type SeatBudget } from '../seat-budget.ts';
import { costItems } from './charge-items.ts';
import {
  donePartition,
  enrolmentKey,
  heldPartition,
  lineWaitPartition,
  poolListKey,
  quotaKey,
  quotaPartition,
  quotasOf,
  quotaWaitPartition,
  shardOf,
  waitPrefix,
} from './keys.ts';
import { readListed, readQuota } from './quota-rows.ts';
import { heldKeys, readEnrolment, readSeat } from './rows.ts';

interface Deps {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly budget: SeatBudget;
  readonly groups: Pick<SeatGroups, 'of'>;
}

/** Somebody else changed it in between, each time. */
const mostTries = 10;

async function find({ dynamo, table }: Deps, registration: Registration): Promise<Enrolment | undefined> {
  const row = await dynamo.get({ table, key: enrolmentKey(registration), consistent: true });
  return row && readEnrolment(row);
}

/** Completes an enrolment that has a charge, and spends it, whole or not at all. Undefined: it has none. */
export async function spend(
  deps: Deps,
  completed: { readonly registration: Registration; readonly at: string; readonly earnedJp?: Jp },
): Promise<'completed' | 'was-completed' | 'was-cancelled' | undefined> {
  const { registration, at, earnedJp } = completed;
  for (let n = 0; n < mostTries; n += 1) {
    const before = await find(deps, registration);
    if (!before?.charge) return undefined;
    if (before.state !== 'active') return before.state === 'completed' ? 'was-completed' : 'was-cancelled';
    const charge: Charge = { ...before.charge, state: 'spent' };
    const item = chargeUpdate(deps.table, before, {
      update: `#state = :completed, completedAt = :at${earnedJp === undefined ? '' : ', earnedJp = :jp'}, gsi1pk = :done, gsi1sk = :registration`,
      values: {
        ...{ ':completed': 'completed', ':at': at, ...(earnedJp !== undefined && { ':jp': earnedJp }) },
        ...{ ':done': donePartition(before.courseId, shardOf(registration)), ':registration': registration },
      },
      charge,
    });
    const enrolment = { ...before, ...(earnedJp !== undefined && { earnedJp }) };
    const cost = await costsOf(deps, { before: before.charge, after: charge, enrolment, at });
    if ((await deps.dynamo.transactWrite([item, ...cost])).outcome === 'done') return 'completed';
  }
  throw new Error('a charge kept changing');
}

export async function commitCharge(deps: Deps, registration: Registration, at: string): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) {
    const before = await find(deps, registration);
    if (before?.state !== 'active' || before.charge?.state !== 'reserved') return;
    const charge: Charge = { ...before.charge, state: 'committed' };
    const item = chargeUpdate(deps.table, before, { update: '', values: {}, charge });
    const cost = await costsOf(deps, { before: before.charge, after: charge, enrolment: before, at });
    if ((await deps.dynamo.transactWrite([item, ...cost])).outcome === 'done') return;
  }
  throw new Error('a charge kept changing');
}

/** The line of the cost, the sums, and what it binds of the budget. */
async function costsOf(
  { table, budget }: Deps,
  change: {
    readonly before: Charge;
    readonly after: Charge;
    readonly enrolment: Enrolment;
    readonly at: string;
  },
): Promise<readonly TransactItem[]> {
  const { before, after, enrolment, at } = change;
  const booking = bookingOf(before, after, enrolment);
  const { agencyId, budgetLine: lineId } = after;
  const bound =
    booking && lineId ? (await budget.moving({ agencyId, lineId, booking, waiting: 0, at })).writes : [];
  // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
  return [...costItems(change, table), ...(bound as readonly TransactItem[])];
}

function chargeUpdate(
  table: string,
  before: Enrolment,
  change: {
    readonly update: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly charge: Charge;
  },
): TransactItem {
  const { update, values, charge } = change;
  return {
    kind: 'update',
    table,
    key: enrolmentKey(before.registration),
    update: `SET charge = :charge${update === '' ? '' : `, ${update}`}`,
    names: { '#state': 'state' },
    values: { ...values, ':charge': charge, ':active': 'active', ':was': before.charge?.state },
    // Active, and charged as it was read: closes the race of confirmation, completion and cancellation.
    condition: '#state = :active AND charge.#state = :was',
  };
}

export function quotaReads(
  deps: Deps,
): Pick<
  EnrolmentStore,
  | 'quotasFor'
  | 'quotaOf'
  | 'poolsFor'
  | 'waitingForQuota'
  | 'lineOf'
  | 'waitingForLine'
  | 'listHeld'
  | 'takeOffHeld'
  | 'putOnHeld'
> {
  const { dynamo, table, budget } = deps;
  return {
    async quotaOf(agencyId, quotaId) {
      const row = await dynamo.get({ table, key: quotaKey(agencyId, quotaId), consistent: true });
      return row && readQuota(row);
    },
    poolsFor: (personId, quota) => poolsFor(deps, personId, quota),
    async quotasFor({ agencyId, providerId, courseId, day }) {
      const partition = quotaPartition(agencyId);
      const targets = [quotasOf('course', courseId), quotasOf('provider', providerId)];
      const pages = await Promise.all(
        targets.map((prefix) => dynamo.query({ table, partition, sort: { prefix }, consistent: true })),
      );
      return pages
        .flatMap(({ items }) => items)
        .map(readQuota)
        .filter((quota) => coversDay(quota, day));
    },
    waitingForQuota: ({ agencyId, quotaId }, page) =>
      waitingIn(deps, quotaWaitPartition(agencyId, quotaId), page),
    async listHeld({ agencyId, quotaId }, { limit, until, after }) {
      // A time is before every key that begins with it, and no key is a time alone.
      const sort = { between: ['0', until] as const };
      const list = { table, index: 'gsi2' as const, partition: heldPartition(agencyId, quotaId) };
      const { items, ...next } = await queryPage(dynamo, { ...list, sort, limit, after });
      return { enrolments: items.map(readEnrolment), ...next };
    },
    async takeOffHeld(enrolment) {
      const { gsi2pk } = heldKeys({ ...enrolment, state: 'active' });
      if (gsi2pk === undefined) return;
      await dynamo.update({
        table,
        key: enrolmentKey(enrolment.registration),
        update: 'REMOVE gsi2pk, gsi2sk',
        // Still on it: a duty that was given in between has put the row on another list.
        condition: 'gsi2pk = :held',
        values: { ':held': gsi2pk },
      });
    },
    async putOnHeld(enrolment) {
      const { gsi2pk, gsi2sk } = heldKeys(enrolment);
      if (gsi2pk === undefined) return false;
      const { outcome } = await dynamo.update({
        table,
        key: enrolmentKey(enrolment.registration),
        update: 'SET gsi2pk = :held, gsi2sk = :given',
        names: { '#state': 'state', '#duty': 'assignment' },
        // On no list, running and without a duty: closes the race with whoever ends it or makes it one · nothing recorded: it has not begun.
        condition:
          'attribute_not_exists(gsi2pk) AND #state = :active AND attribute_not_exists(#duty) AND attribute_not_exists(lastActivityAt)',
        values: { ':held': gsi2pk, ':given': gsi2sk, ':active': 'active' },
      });
      return outcome === 'done';
    },
    lineOf: (agencyId, lineId) => budget.find(agencyId, lineId),
    waitingForLine: ({ agencyId, lineId }, page) =>
      waitingIn(deps, lineWaitPartition(agencyId, lineId), page),
  };
}

async function poolsFor({ dynamo, table, groups }: Deps, personId: PersonId, quota: QuotaStanding) {
  const { agencyId, quotaId, pools = [] } = quota;
  const keys = pools
    .filter(({ group }) => group.kind === 'list')
    .map(({ poolId }) => poolListKey({ agencyId, quotaId, poolId }, personId));
  const [found, rows] = await Promise.all([
    keys.length < pools.length ? groups.of(agencyId, personId) : undefined,
    keys.length > 0 ? dynamo.batchGet({ table, keys, consistent: true }) : [],
  ]);
  const listed = rows.map(readListed).filter(({ state }) => state === 'listed');
  return fittingPools(quota, { groups: found, lists: new Set(listed.map(({ poolId }) => poolId)) });
}

/** One page of a waiting list, the longest first. */
async function waitingIn(deps: Deps, partition: string, { limit, after }: PageOf): Promise<EnrolmentPage> {
  const sort = { prefix: waitPrefix };
  const queue = { table: deps.table, partition, sort, limit, consistent: true };
  const { items, ...next } = await queryPage(deps.dynamo, { ...queue, after });
  const found = await Promise.all(items.map((row) => find(deps, readSeat(row).registration)));
  const enrolments = found.filter((one) => one !== undefined);
  return { enrolments, ...next };
}
