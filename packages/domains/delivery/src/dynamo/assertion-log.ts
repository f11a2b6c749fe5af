import type { Digest } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { SeenMessages } from '../lti/index.ts';
import { assertionKey } from './lti-service-keys.ts';

/** One row an assertion, gone when the assertion would be refused anyway. */
export function createAssertionLog(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Digest;
}): SeenMessages {
  const { dynamo, table, digest } = deps;
  return {
    async take({ clientId, jti, use, until, nowSeconds }) {
      const item = {
        ...{ ...assertionKey(clientId, digest.sha256(jti)), kind: 'lti-assertion', expiresAt: until },
        ...(use !== undefined && { takenFor: use }),
      };
      const result = await dynamo.put({
        table,
        item,
        // New: of two that come at once one is taken · run out: the table removes rows late, and an id may come again by then · of the
        // same use: it broke off before what it was taken for was kept.
        condition: {
          expression: `attribute_not_exists(pk) OR expiresAt <= :now${use === undefined ? '' : ' OR takenFor = :use'}`,
          values: { ':now': nowSeconds, ...(use !== undefined && { ':use': use }) },
        },
      });
      return result.outcome === 'done' ? 'first' : 'seen';
    },
  };
}
