import type { Dynamo, Item, TransactItem, UpdateInput } from '@sinau/platform/dynamo';
import type { PushStore, RunResult } from '../ports.ts';
import type { Subscription, SubscriptionRef } from '../subscription.ts';
import {
  agencyPartition,
  duePartition,
  dueSort,
  letterKey,
  letterSort,
  lettersPartition,
  lettersPrefix,
  subscriptionKey,
  subscriptionPrefix,
} from './keys.ts';
import { dueIndex, readLetter, readSubscription, toLetterRow, toSubscriptionRow } from './rows.ts';

interface PushStoreDeps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a subscription: settings and progress beside each other, written apart. Dead letters in partitions of their own. */
export function createPushStore(deps: PushStoreDeps): PushStore {
  const { dynamo, table } = deps;
  return {
    async create(subscription) {
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item: toSubscriptionRow(subscription), condition });
      if (result.outcome !== 'done') throw new Error('the id of a new subscription was taken');
    },
    async find(ref) {
      const row = await dynamo.get({ table, key: subscriptionKey(ref), consistent: true });
      return row && readSubscription(row);
    },
    async list(ownerId) {
      const partition = agencyPartition(ownerId);
      const rows = await allRows(deps, { partition, sort: { prefix: subscriptionPrefix }, consistent: true });
      const found = rows.map(readSubscription);
      return found.sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
    },
    async change(subscription, { restart }) {
      const result = await dynamo.update(changeOf(table, subscription, restart));
      return result.outcome === 'done' ? 'changed' : 'stale';
    },
    async delete(ref) {
      await dynamo.delete({ table, key: subscriptionKey(ref) });
      const rows = await allRows(deps, { partition: lettersPartition(ref), consistent: true });
      await dynamo.batchWrite({ table, deletes: rows.map(({ pk, sk }) => ({ pk, sk })) });
    },
    ...runMethods(deps),
    ...letterMethods(deps),
  };
}

/** What dispatchers and runs do. */
function runMethods(deps: PushStoreDeps): Pick<PushStore, 'listDue' | 'postpone' | 'lease' | 'save'> {
  const { dynamo, table } = deps;
  return {
    async listDue(now, limit) {
      const sort = { between: ['0', `${now}~`] as const };
      const rows = await allRows(deps, { index: 'gsi1', partition: duePartition, sort }, limit);
      return rows.map(readSubscription);
    },
    async postpone(ref, seen, dueAt) {
      const result = await dynamo.update({
        table,
        key: subscriptionKey(ref),
        update: 'SET dueAt = :due, gsi1sk = :sort',
        // Unmoved: of two dispatchers one wins · active: a pause between reading and this stays a pause.
        condition: 'dueAt = :seen AND #state = :active',
        names: { '#state': 'state' },
        values: {
          ':due': dueAt,
          ':sort': dueSort(dueAt, ref.subscriptionId),
          ':seen': seen,
          ':active': 'active',
        },
      });
      return result.outcome === 'done' ? 'postponed' : 'changed';
    },
    async lease(ref, { token, now, until }) {
      const result = await dynamo.update({
        table,
        key: subscriptionKey(ref),
        update: 'SET leaseToken = :token, leaseUntil = :until, dueAt = :until, gsi1sk = :sort',
        // Free: two workers with one message · own: the same call again after a lost answer.
        condition:
          '#state = :active AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now OR leaseToken = :token)',
        names: { '#state': 'state' },
        values: {
          ':token': token,
          ':until': until,
          ':sort': dueSort(until, ref.subscriptionId),
          ':now': now,
          ':active': 'active',
        },
        returnNew: true,
      });
      return result.outcome === 'done' && result.attributes ? readSubscription(result.attributes) : undefined;
    },
    async save(ref, token, result) {
      const letters: readonly TransactItem[] = result.deadLetters.map((letter) => ({
        kind: 'put',
        table,
        item: toLetterRow(letter),
      }));
      const update: TransactItem = { kind: 'update', ...saveOf(table, { ref, token }, result) };
      const written = await dynamo.transactWrite([update, ...letters]);
      return written.outcome === 'done' ? 'saved' : 'lost';
    },
  };
}

function letterMethods({
  dynamo,
  table,
}: PushStoreDeps): Pick<
  PushStore,
  'listDeadLetters' | 'findDeadLetter' | 'replaceDeadLetter' | 'removeDeadLetter'
> {
  return {
    async listDeadLetters(ref, { limit, after }) {
      const partition = lettersPartition(ref);
      const page = await dynamo.query({
        table,
        partition,
        sort: { prefix: lettersPrefix },
        descending: true,
        consistent: true,
        limit,
        ...(after !== undefined && { startAfter: { pk: partition, sk: letterSort(after) } }),
      });
      return page.items.map(readLetter);
    },
    async findDeadLetter(ref, letterId) {
      const row = await dynamo.get({ table, key: letterKey(ref, letterId), consistent: true });
      return row && readLetter(row);
    },
    async replaceDeadLetter(letter) {
      // There: a letter that was delivered meanwhile does not come back.
      const condition = { expression: 'attribute_exists(pk)' };
      await dynamo.put({ table, item: toLetterRow(letter), condition });
    },
    async removeDeadLetter(ref, letterId) {
      await dynamo.delete({ table, key: letterKey(ref, letterId) });
    },
  };
}

function changeOf(table: string, subscription: Subscription, restart: boolean): UpdateInput {
  const { name, receiver, filter, state, stateChangedAt, sealedSecrets, changedBy, rev, dueAt } =
    subscription;
  const index = dueIndex(subscription);
  const sets = [
    '#name = :name, receiver = :receiver, #filter = :filter, #state = :state, stateChangedAt = :at',
    'sealedSecrets = :secrets, changedBy = :by, rev = :next, dueAt = :due',
    ...(index.gsi1pk ? ['gsi1pk = :gsi1pk, gsi1sk = :gsi1sk'] : []),
    ...(restart ? ['progress.failures = :none, progress.refusedInRow = :none'] : []),
  ];
  const removes = [
    'disabledBecause',
    ...(index.gsi1pk ? [] : ['gsi1pk', 'gsi1sk']),
    ...(restart ? ['progress.failingSince'] : []),
  ];
  return {
    table,
    key: subscriptionKey(subscription),
    update: `SET ${sets.join(', ')} REMOVE ${removes.join(', ')}`,
    // Unmoved: two people who change what they both read; fails for a deleted one too.
    condition: 'rev = :rev',
    names: { '#name': 'name', '#filter': 'filter', '#state': 'state' },
    values: {
      ':name': name,
      ':receiver': receiver,
      ':filter': filter,
      ':state': state,
      ':at': stateChangedAt,
      ':secrets': sealedSecrets,
      ':by': changedBy,
      ':rev': rev,
      ':next': rev + 1,
      ':due': dueAt,
      ...(index.gsi1pk && { ':gsi1pk': index.gsi1pk, ':gsi1sk': index.gsi1sk }),
      ...(restart && { ':none': 0 }),
    },
  };
}

function saveOf(
  table: string,
  { ref, token }: { readonly ref: SubscriptionRef; readonly token: string },
  { progress, dueAt, disable }: RunResult,
): UpdateInput {
  const sets = [
    'progress = :progress',
    // Without its partition the sort key is in no index: a pause during the run stays one.
    ...(dueAt === undefined ? [] : ['dueAt = :due, gsi1sk = :sort']),
    ...(disable
      ? ['#state = :disabled, disabledBecause = :because, stateChangedAt = :at, rev = rev + :one']
      : []),
  ];
  const removes = [
    ...(dueAt === undefined ? [] : ['leaseToken', 'leaseUntil']),
    ...(disable ? ['gsi1pk'] : []),
  ];
  return {
    table,
    key: subscriptionKey(ref),
    update: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    // Held: a run that was too slow moves nothing after another took over; fails for a deleted row too.
    condition: 'leaseToken = :token',
    ...(disable && { names: { '#state': 'state' } }),
    values: {
      ':progress': progress,
      ':token': token,
      ...(dueAt !== undefined && { ':due': dueAt, ':sort': dueSort(dueAt, ref.subscriptionId) }),
      ...(disable && { ':disabled': 'disabled', ':because': disable.because, ':at': disable.at, ':one': 1 }),
    },
  };
}

async function allRows(
  { dynamo, table }: PushStoreDeps,
  query: Omit<Parameters<Dynamo['query']>[0], 'table'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly Item[]> {
  const rows: Item[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({ table, ...query, ...(last && { startAfter: last }) });
    rows.push(...page.items);
    last = page.last;
  } while (last && rows.length < limit);
  return rows.slice(0, limit);
}
