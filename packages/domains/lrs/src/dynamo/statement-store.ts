import type { StatementStore } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { oldestHoldMs } from './holds.ts';
import { isVoided, referrersOf } from './links.ts';
import { locate } from './locate.ts';
import { placeOf } from './position.ts';
import { queryTable } from './query.ts';
import { writeStatements } from './write-statements.ts';

/** Statements on the LRS table. */
export function createStatementStore(context: LrsContext): StatementStore {
  return {
    write: (input) => writeStatements(context, input),
    query: (query) => queryTable(context, query),
    consistentThroughMs: async () => context.horizon.throughMs(await oldestHoldMs(context)),
    referrers: async (store, id, limit) =>
      (await referrersOf(context, { store, id })).slice(0, limit).map((referrer) => referrer.id),
    async find(store, id) {
      const located = await locate(context, store, id);
      if (located.state !== 'committed') return undefined;
      const { one, position } = located;
      const { json, statement, agencies, index } = one;
      return {
        recorded: { id, position: placeOf(position, index), json, statement },
        voided: await isVoided(context, store, located),
        agencies,
      };
    },
  };
}
