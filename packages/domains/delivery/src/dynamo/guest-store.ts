import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { GuestStore } from '../ports.ts';
import { guestKey } from './keys.ts';

const guestRow = z.object({
  registration: z.string(),
  courseId: z.string(),
  version: z.number(),
  actor: z.object({ homePage: z.string(), name: z.string() }),
  clientId: z.string(),
  createdAt: z.string(),
  trial: z.literal(true).exactOptional(),
});

/** One row a guest's registration, never changed. */
export function createGuestStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): GuestStore {
  const { dynamo, table } = deps;
  return {
    async find(registration) {
      const row = await dynamo.get({ table, key: guestKey(registration), consistent: true });
      return row && guestRow.parse(row);
    },
    async add(guest) {
      const item = { ...guestKey(guest.registration), kind: 'guest-registration', ...guest };
      // Absent: closes the race of two first launches.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'added' : 'exists';
    },
  };
}
