import { type Dynamo, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { PlatformKeyStore, PublicJwk } from '../lti/index.ts';
import { signingKeysKey } from './lti-keys.ts';

const bookRow = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      publicJwk: z.custom<PublicJwk>((value) => z.looseObject({ kid: z.string() }).safeParse(value).success),
      sealedPrivateKey: z.string().exactOptional(),
      createdAt: z.string(),
      madeBy: z.string().exactOptional(),
      signsFrom: z.string(),
      withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).exactOptional(),
    }),
  ),
  rev: z.number(),
});

/** One row; it is read and written as a whole. */
export function createPlatformKeyStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  /** As what we sign: what a platform says is signed by other keys than what a tool says. @default platform */
  readonly role?: 'platform' | 'tool';
}): PlatformKeyStore {
  const { dynamo, table, role = 'platform' } = deps;
  const key = signingKeysKey(role);
  return {
    async read() {
      const row = await dynamo.get({ table, key, consistent: true });
      return row && bookRow.parse(row);
    },
    async write({ keys, rev }) {
      const item = { ...key, kind: 'lti-platform-keys', keys, rev: rev + 1 };
      // Unmoved: two processes that each made the first, or the next, key.
      const condition = unchangedSince(rev);
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'written' : 'stale';
    },
  };
}
