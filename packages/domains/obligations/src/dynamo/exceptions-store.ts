import type { AgencyId, PersonId } from '@sinau/kernel';
import { type Dynamo, type Item, queryPage } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type DutyException, exceptionStates } from '../exceptions/exception.ts';
import type { ExceptionStore } from '../exceptions/ports.ts';
import { obligationIdSchema } from '../obligation.ts';
import {
  endingPartition,
  endingSortKey,
  exceptionKey,
  exceptionPrefix,
  exceptionsPartition,
  exceptionsSortKey,
  pastExceptionKey,
  pastExceptionPrefix,
  personPartition,
} from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const common = {
  agencyId: id<AgencyId>(),
  obligationId: obligationIdSchema,
  personId: id<PersonId>(),
  state: z.enum(exceptionStates),
  reason: z.string(),
  changedAt: z.string(),
  changedBy: z.object({ kind: z.enum(['person', 'client']), id: z.string(), name: z.string() }),
  rev: z.int(),
};
const exceptionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('exempt'),
    until: z.string().exactOptional(),
    endsAt: z.string().exactOptional(),
  }),
  z.object({ ...common, kind: z.literal('later-day'), period: z.string(), dueOn: z.string() }),
]);

const rowKind = 'duty-exception';
export const isExceptionRow = ({ kind }: Item): boolean => kind === rowKind;
export const readException = (row: Item): DutyException => exceptionSchema.parse(row.exception);

function toRow(exception: DutyException): Item {
  const endsAt = exception.kind === 'exempt' && exception.state === 'open' ? exception.endsAt : undefined;
  return {
    ...{ ...exceptionKey(exception), kind: rowKind, exception, rev: exception.rev },
    ...{ gsi1pk: exceptionsPartition(exception.obligationId), gsi1sk: exceptionsSortKey(exception) },
    ...(endsAt !== undefined && { gsi2pk: endingPartition, gsi2sk: endingSortKey(endsAt, exception) }),
  };
}

/** What agencies have decided for single people: one row a person and obligation, and one for each decision that was. */
export function exceptionsOf({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): ExceptionStore {
  const rows = (partition: string, prefix: string) =>
    dynamo.query({ table, partition, sort: { prefix }, consistent: true });
  return {
    async findException(place) {
      const row = await dynamo.get({ table, key: exceptionKey(place), consistent: true });
      return row && readException(row);
    },
    // An agency has at most a hundred obligations in force.
    exceptionsOf: async (personId) =>
      (await rows(personPartition(personId), exceptionPrefix)).items.map(readException),
    async saveException(exception) {
      const { rev } = exception;
      const next = { ...exception, rev: rev + 1 };
      const result = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: toRow(next) },
          // As it was read: closes the race of two administrators, and of one with the end of its time.
          condition:
            rev === 0
              ? { expression: 'attribute_not_exists(pk)' }
              : { expression: 'rev = :rev', values: { ':rev': rev } },
        },
        {
          ...{ kind: 'put', table },
          item: { ...pastExceptionKey(next), kind: 'duty-exception-was', exception: next },
        },
      ]);
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
    async pastOf(place) {
      const { items } = await rows(personPartition(place.personId), pastExceptionPrefix(place));
      return items.map(readException).toReversed();
    },
    async listExceptions(obligationId, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi1', partition: exceptionsPartition(obligationId), limit, descending: true },
        after,
      });
      return { exceptions: items.map(readException), ...next };
    },
    async listEnding(until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi2', partition: endingPartition, sort, limit } as const;
      return (await dynamo.query(query)).items.map(readException);
    },
  };
}
