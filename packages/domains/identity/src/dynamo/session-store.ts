import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import type { SessionStore } from '../session/ports.ts';
import { sessionSeconds } from '../session/session.ts';
import { viewingSchema } from '../viewing/viewing.ts';
import { sessionKey } from './keys.ts';
import { epochSeconds, type TableDeps } from './table.ts';

const sessionRow = z.object({
  tokenHash: z.string(),
  personId: personIdSchema,
  generation: z.int(),
  openedAt: z.string(),
  seenAt: z.string(),
  viewing: viewingSchema.exactOptional(),
});

export function createSessionStore({ dynamo, table }: TableDeps): SessionStore {
  return {
    async open(session) {
      const expiresAt = epochSeconds(session.openedAt) + sessionSeconds;
      await dynamo.put({
        table,
        item: { ...sessionKey(session.tokenHash), kind: 'session', ...session, expiresAt },
      });
    },
    async find(tokenHash) {
      const row = await dynamo.get({ table, key: sessionKey(tokenHash), consistent: true });
      return row && sessionRow.parse(row);
    },
    async touch(tokenHash, seenAt) {
      await dynamo.update({
        table,
        key: sessionKey(tokenHash),
        update: 'SET seenAt = :at',
        // Present: an update would otherwise create the row that a sign-out just removed.
        condition: 'attribute_exists(pk)',
        values: { ':at': seenAt },
      });
    },
    async view(tokenHash, viewing) {
      await dynamo.update({
        ...{ table, key: sessionKey(tokenHash) },
        update: viewing ? 'SET viewing = :viewing' : 'REMOVE viewing',
        // Present: as above.
        condition: 'attribute_exists(pk)',
        ...(viewing && { values: { ':viewing': viewing } }),
      });
    },
    async close(tokenHash) {
      await dynamo.delete({ table, key: sessionKey(tokenHash) });
    },
  };
}
