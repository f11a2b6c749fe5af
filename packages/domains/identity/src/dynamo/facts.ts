import type { PersonInvited } from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { personSchema } from '../people/person.ts';

/**
 * The facts that one change of a row tells. The table's stream is the outbox: a change that was committed is told
 * sooner or later, and its event id is the same each time it is told.
 */
export function identityFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly PersonInvited[] {
  const { before, after } = change;
  if (before || after?.kind !== 'person') return [];
  const { personId, status, home, invitedAt } = personSchema.parse(after);
  // The first operator was never invited: they came.
  if (status !== 'invited') return [];
  return [
    {
      eventId: `person-invited:${personId}`,
      type: 'person-invited',
      occurredAt: invitedAt,
      personId,
      home,
    },
  ];
}
