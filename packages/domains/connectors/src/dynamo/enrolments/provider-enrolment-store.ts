import { composeKey, type Dynamo, type Item, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import type { ProviderEnrolmentMove, ProviderEnrolmentStore } from '../../enrolments/ports.ts';
import { checkStep, type ProviderEnrolment } from '../../enrolments/provider-enrolment.ts';
import { createAccounts } from './accounts.ts';
import {
  duePartition,
  dueShards,
  groupPartition,
  placeKey,
  providerEnrolmentKey,
  settingsKey,
} from './keys.ts';
import {
  isProviderEnrolmentRow,
  readPlace,
  readProviderEnrolment,
  readSettings,
  toProviderEnrolmentRow,
} from './rows.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const mostCounted = 1_000;
/** So many rows are written at once. */
const atOnce = 20;
/** A provider enrolment by registration, and beside it the place that a person has in a course of a provider. */
export function createProviderEnrolmentStore({ dynamo, table }: Deps): ProviderEnrolmentStore {
  async function commit(move: ProviderEnrolmentMove): Promise<'done' | 'changed' | 'taken'> {
    const items = [...rowItems(move, table), ...placeItems(move, table)];
    const result = await dynamo.transactWrite(items);
    if (result.outcome === 'done') return 'done';
    const failed = items.filter((_, n) => result.reasons[n]?.code === 'ConditionalCheckFailed');
    return failed.some(isRow) ? 'changed' : 'taken';
  }
  return {
    ...createAccounts({ dynamo, table }),
    async move(move) {
      checkStep(move.before, move.after);
      const outcome = await commit(move);
      if (outcome !== 'taken' || move.place !== 'free') return outcome;
      // The place is another's, and stays it.
      const { place: _, ...without } = move;
      return commit(without);
    },
    async find(registration) {
      const row = await dynamo.get({ table, key: providerEnrolmentKey(registration), consistent: true });
      return row && readProviderEnrolment(row);
    },
    async findMany(registrations) {
      const keys = registrations.map(providerEnrolmentKey);
      return (await dynamo.batchGet({ table, keys, consistent: true })).map(readProviderEnrolment);
    },
    async placeOf(personId, courseId) {
      const row = await dynamo.get({ table, key: placeKey(personId, courseId), consistent: true });
      return row && readPlace(row);
    },
    ...dueMethods({ dynamo, table }),
    async listOfConnection(connectionId, group, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi2', partition: groupPartition(connectionId, group), limit, descending: true },
        after,
      });
      const enrolments = items.map(readProviderEnrolment);
      return { enrolments, ...next };
    },
    async countOpen(connectionId) {
      const pages = await Promise.all(
        (['open', 'confirmed'] as const).map((group) =>
          dynamo.query({
            ...{ table, index: 'gsi2', partition: groupPartition(connectionId, group), limit: mostCounted },
          }),
        ),
      );
      return Math.min(
        mostCounted,
        pages.reduce((sum, { items }) => sum + items.length, 0),
      );
    },
    async settingsOf(connectionId) {
      const row = await dynamo.get({ table, key: settingsKey(connectionId), consistent: true });
      return row && readSettings(row);
    },
    async saveSettings(connectionId, settings) {
      const item = { ...settingsKey(connectionId), kind: 'enrolment-settings', ...settings };
      await dynamo.put({ table, item });
    },
  };
}

function dueMethods({ dynamo, table }: Deps): Pick<ProviderEnrolmentStore, 'listDue' | 'noteQueued'> {
  return {
    async listDue(now, limit) {
      const shards = Array.from({ length: dueShards }, (_, shard) => shard);
      // Bounds are inclusive, and a registration follows the time.
      const sort = { between: ['0', `${now}~`] as const };
      const pages = await Promise.all(
        shards.map((shard) =>
          dynamo.query({ table, index: 'gsi1', partition: duePartition(shard), sort, limit }),
        ),
      );
      const due = pages.flatMap(({ items }) => items).map(readProviderEnrolment);
      return due.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1)).slice(0, limit);
    },
    async noteQueued(enrolments, until) {
      for (let n = 0; n < enrolments.length; n += atOnce) {
        const portion = enrolments.slice(n, n + atOnce).map(({ registration, rev }) =>
          dynamo.update({
            ...{ table, key: providerEnrolmentKey(registration), update: 'SET gsi1sk = :sk' },
            // As it was read: whoever has moved it has said anew when it is due. And due at all: nothing else has a place in that index.
            condition: 'rev = :rev AND attribute_exists(gsi1pk)',
            values: { ':sk': composeKey(until, registration), ':rev': rev },
          }),
        );
        await Promise.all(portion);
      }
    },
  };
}

const isRow = (item: TransactItem) => item.kind === 'put' && isProviderEnrolmentRow(item.item);

function rowItems({ before, after, heir }: ProviderEnrolmentMove, table: string): readonly TransactItem[] {
  const write = (read: ProviderEnrolment | undefined, written: ProviderEnrolment): TransactItem => ({
    kind: 'put',
    table,
    item: toProviderEnrolmentRow(written),
    // As it was read: closes the race of two workers, and of a worker with the end of the enrolment.
    condition: read
      ? { expression: '#rev = :rev', names: { '#rev': 'rev' }, values: { ':rev': read.rev } }
      : { expression: 'attribute_not_exists(pk)' },
  });
  return [write(before, after), ...(heir ? [write(heir.before, heir.after)] : [])];
}

function placeItems({ after, place, heir }: ProviderEnrolmentMove, table: string): readonly TransactItem[] {
  if (!place) return [];
  const { personId, courseId, registration } = after;
  const key = placeKey(personId, courseId);
  const names = { '#registration': 'registration' };
  const values = { ':own': registration, ...(heir && { ':heir': heir.before.registration }) };
  const item: Item = { ...key, kind: 'provider-place', registration };
  // Nobody's or one's own: closes the race of two registrations of one person at one provider.
  const own = 'attribute_not_exists(pk) OR #registration = :own';
  const expression = heir ? `${own} OR #registration = :heir` : own;
  if (place === 'take') return [{ kind: 'put', table, item, condition: { expression, names, values } }];
  return [{ kind: 'delete', table, key, condition: { expression: own, names, values } }];
}
