import { type Dynamo, queryAll } from '@sinau/platform/dynamo';
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
      const query = { partition: invitationPartition(courseId), consistent: true };
      const rows = await queryAll({ dynamo, table }, query);
      return rows.map(readInvitation).toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1));
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
