import type { ProviderId } from '@sinau/kernel';
import { type Dynamo, expiryAttribute } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LtiClientId, RegistrationTokenStore } from '../lti/index.ts';
import { registrationTokenKey } from './lti-keys.ts';
import { toToolRow } from './lti-tool-store.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const tokenRow = z.object({
  tokenHash: z.string(),
  providerId: branded<ProviderId>(),
  madeBy: z.string(),
  approved: z.boolean(),
  validUntil: z.string(),
  clientId: branded<LtiClientId>().exactOptional(),
});

/** One row a token, under its digest; gone some time after it has expired. */
export function createRegistrationTokenStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): RegistrationTokenStore {
  const { dynamo, table } = deps;
  return {
    async add(token) {
      const item = {
        ...registrationTokenKey(token.tokenHash),
        ...{ kind: 'lti-registration-token', ...token },
        [expiryAttribute]: Math.ceil(Date.parse(token.validUntil) / 1000),
      };
      await dynamo.put({ table, item });
    },
    async find(tokenHash) {
      const row = await dynamo.get({ table, key: registrationTokenKey(tokenHash), consistent: true });
      return row && tokenRow.parse(row);
    },
    async spend(tokenHash, tool) {
      const result = await dynamo.transactWrite([
        {
          kind: 'update',
          ...{ table, key: registrationTokenKey(tokenHash) },
          update: 'SET clientId = :client',
          values: { ':client': tool.clientId },
          // There and unused: of two registrations with one token one is made.
          condition: 'attribute_exists(pk) AND attribute_not_exists(clientId)',
        },
        { kind: 'put', table, item: toToolRow(tool), condition: { expression: 'attribute_not_exists(pk)' } },
      ]);
      return result.outcome === 'done' ? 'registered' : 'spent';
    },
  };
}
