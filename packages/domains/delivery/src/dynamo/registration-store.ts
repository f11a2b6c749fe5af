import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import type { RegistrationStore } from '../ports.ts';
import type { DeliveryRegistration } from '../registration.ts';
import { registrationKey } from './keys.ts';
import { readRegistration, toRegistrationRow } from './rows.ts';

/** One row a registration. The writes of companions are `TransactItem`s for the record store's transaction. */
export function createRegistrationStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): RegistrationStore {
  const { dynamo, table } = deps;

  // Unchanged: closes the race of two requests that decided on the same state.
  const asRead = (rev: number) =>
    rev === 0
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: 'rev = :read', values: { ':read': rev } };

  const replacing = (next: DeliveryRegistration) => ({
    table,
    item: toRegistrationRow({ ...next, rev: next.rev + 1 }),
    condition: asRead(next.rev),
  });

  return {
    async read(registration) {
      const row = await dynamo.get({ table, key: registrationKey(registration), consistent: true });
      return row && readRegistration(row);
    },
    async save(next) {
      const result = await dynamo.put(replacing(next));
      return result.outcome === 'done' ? 'saved' : 'conflict';
    },
    async saveWith(next, companion) {
      const own: TransactItem = { kind: 'put', ...replacing(next) };
      const result = await dynamo.transactWrite([own, ...(companion.writes as readonly TransactItem[])]);
      return result.outcome === 'done' ? 'saved' : 'conflict';
    },
    unchanged({ registration, rev }) {
      const key = registrationKey(registration);
      return { writes: [{ kind: 'check', table, key, condition: asRead(rev) } satisfies TransactItem] };
    },
    saving(next) {
      return { writes: [{ kind: 'put', ...replacing(next) } satisfies TransactItem] };
    },
    touching({ registration, sessionId, at }) {
      const write: TransactItem = {
        kind: 'update',
        table,
        key: registrationKey(registration),
        update: 'SET lastStatementAt = :at',
        // Open: closes the race with terminated, abandoned and another launch.
        condition: 'openSession = :session',
        values: { ':at': at, ':session': sessionId },
      };
      return { writes: [write] };
    },
  };
}
