import type { PersonId } from '@sinau/kernel';
import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { CalendarStore } from '../ports.ts';
import { addressKey, calendarKey } from './keys.ts';

const id = z.custom<PersonId>((value) => typeof value === 'string');
const addressRow = z.object({ personId: id, calendarId: z.string(), createdAt: z.string() });

/** `table`: name of the LMS table. */
export function createCalendarStore(door: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): CalendarStore {
  const { dynamo, table } = door;
  const addressOf: CalendarStore['addressOf'] = async (personId) => {
    const row = await dynamo.get({ table, key: addressKey(personId), consistent: true });
    return row && addressRow.parse(row);
  };
  const endOld = async (personId: PersonId): Promise<readonly TransactItem[]> => {
    const old = await addressOf(personId);
    return old ? [{ kind: 'delete', table, key: calendarKey(old.calendarId) }] : [];
  };
  return {
    addressOf,
    async replace(next) {
      const { personId, calendarId } = next;
      await dynamo.transactWrite([
        ...(await endOld(personId)),
        { kind: 'put', table, item: { ...addressKey(personId), kind: 'event-calendar-address', ...next } },
        { kind: 'put', table, item: { ...calendarKey(calendarId), kind: 'event-calendar', personId } },
      ]);
    },
    async end(personId) {
      const old = await endOld(personId);
      await dynamo.transactWrite([...old, { kind: 'delete', table, key: addressKey(personId) }]);
    },
    async ownerOf(calendarId) {
      const row = await dynamo.get({ table, key: calendarKey(calendarId), consistent: true });
      if (!row) return undefined;
      const personId = id.parse(row.personId);
      // Of two who asked for a new address at once, one of them has the other's place.
      const address = await addressOf(personId);
      return address?.calendarId === calendarId ? personId : undefined;
    },
  };
}
