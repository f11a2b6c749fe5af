import type { PersonId } from '@sinau/kernel';
import type { UpdateInput } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { SharedValuesStore, ValuesChange } from '../ports.ts';
import type { Door } from './door.ts';
import { personKey } from './keys.ts';
import { personIdRow } from './rows.ts';

const valuesRow = z.object({
  personId: personIdRow,
  values: z.string().exactOptional(),
  changedAt: z.string().exactOptional(),
  changedBy: z.string().exactOptional(),
});
type ValuesRow = z.output<typeof valuesRow>;

/** In the row of the person at the provider, so that they go with it. */
export function createSharedValuesStore({ dynamo, table }: Door): SharedValuesStore {
  return {
    async compare(providerId, people, change) {
      const keys = people.map(({ personId }) => personKey(personId, providerId));
      const rows = (await dynamo.batchGet({ table, keys, consistent: true })).map((row) =>
        valuesRow.parse(row),
      );
      const known = new Map(rows.map((row) => [row.personId, row]));
      const others = people.filter(({ personId, values }) => {
        const row = known.get(personId);
        return row !== undefined && row.values !== values;
      });
      await Promise.all(
        others.map(({ personId, values }) => {
          const key = personKey(personId, providerId);
          const mark = known.get(personId)?.values === undefined ? undefined : change;
          return dynamo.update(keeping({ table, key }, values, mark));
        }),
      );
      const changed = new Set(
        others.flatMap(({ personId }) => (known.get(personId)?.values === undefined ? [] : [personId])),
      );
      return new Map(
        people.flatMap(({ personId }) =>
          entryOf(personId, changed.has(personId) ? change : changeIn(known.get(personId))),
        ),
      );
    },
  };
}

const entryOf = (
  personId: PersonId,
  change: ValuesChange | undefined,
): readonly (readonly [PersonId, ValuesChange])[] => (change ? [[personId, change]] : []);

function changeIn(row: ValuesRow | undefined): ValuesChange | undefined {
  const { changedAt: at, changedBy: reading } = row ?? {};
  return at === undefined || reading === undefined ? undefined : { at, reading };
}

function keeping(
  place: Pick<UpdateInput, 'table' | 'key'>,
  values: string,
  change: ValuesChange | undefined,
): UpdateInput {
  const marks = change ? ', changedAt = :at, changedBy = :reading' : '';
  return {
    ...place,
    update: `SET #values = :values${marks}`,
    names: { '#values': 'values' },
    values: { ':values': values, ...(change && { ':at': change.at, ':reading': change.reading }) },
    // There: what comes late brings nobody back who was erased.
    condition: 'attribute_exists(pk)',
  };
}
