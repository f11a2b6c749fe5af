import type { Digest } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { KeyReadings } from '../lti/index.ts';
import { keyReadingKey } from './lti-keys.ts';

const readingRow = z.object({
  readAt: z.string().exactOptional(),
  keys: z.number().exactOptional(),
  failedAt: z.string().exactOptional(),
});

const keptSeconds = 30 * 24 * 3600;

/** One row an address, gone a month after the last reading. */
export function createKeyReadingStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Pick<Digest, 'sha256'>;
}): KeyReadings {
  const { dynamo, table, digest } = deps;
  const keyOf = (jwksUri: string) => keyReadingKey(digest.sha256(jwksUri));
  return {
    async note(jwksUri, { at, keys }) {
      const kind = { ':kind': 'lti-key-reading', ':until': Math.floor(Date.parse(at) / 1000) + keptSeconds };
      const shared = { table, key: keyOf(jwksUri) };
      // No condition: whoever comes last says how it is, and either is true.
      await (keys === 'failed'
        ? dynamo.update({
            ...shared,
            update: 'SET #kind = :kind, expiresAt = :until, failedAt = :at',
            names: { '#kind': 'kind' },
            values: { ...kind, ':at': at },
          })
        : dynamo.update({
            ...shared,
            update: 'SET #kind = :kind, expiresAt = :until, readAt = :at, #keys = :keys REMOVE failedAt',
            names: { '#kind': 'kind', '#keys': 'keys' },
            values: { ...kind, ':at': at, ':keys': keys },
          }));
    },
    async find(jwksUri) {
      const row = await dynamo.get({ table, key: keyOf(jwksUri) });
      if (!row) return undefined;
      const { readAt, keys = 0, failedAt } = readingRow.parse(row);
      return {
        ...(readAt !== undefined && { read: { at: readAt, keys } }),
        ...(failedAt !== undefined && { failedAt }),
      };
    },
  };
}
