import type { Dynamo, Item } from '@sinau/platform/dynamo';
import type { InvitationStore } from '../ports.ts';
import { invitationKey, invitationPartition } from './keys.ts';
import { readInvitation, toInvitationRow } from './rows.ts';

/** Invitations of a course lie together; their uses are counted in the transaction that enrols. */
export function createInvitationStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): InvitationStore {
  const { dynamo, table } = deps;
  return {
    async add(invitation) {
      await dynamo.put({ table, item: toInvitationRow(invitation) });
    },
    async find(courseId, invitationId) {
      const key = invitationKey(courseId, invitationId);
      const row = await dynamo.get({ table, key, consistent: true });
      return row && readInvitation(row);
    },
    async list(courseId) {
      const rows: Item[] = [];
      let last: Readonly<Record<string, unknown>> | undefined;
      do {
        const partition = invitationPartition(courseId);
        const page = await dynamo.query({
          ...{ table, partition, consistent: true },
          ...(last && { startAfter: last }),
        });
        rows.push(...page.items);
        last = page.last;
      } while (last);
      return rows.map(readInvitation).sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1));
    },
    async revoke({ courseId, invitationId }, revokedAt) {
      await dynamo.update({
        table,
        key: invitationKey(courseId, invitationId),
        update: 'SET revokedAt = :at',
        // Known: nothing is made up · not revoked: the first time counts.
        condition: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
        values: { ':at': revokedAt },
      });
    },
  };
}
