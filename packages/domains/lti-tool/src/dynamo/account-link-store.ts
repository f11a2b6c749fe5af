import { composeKey, type Dynamo } from '@sinau/platform/dynamo';
import { mostLinks } from '../account-link.ts';
import type { AccountLinkStore } from '../ports.ts';
import { linkKey, linksPartition } from './keys.ts';
import { readLink } from './rows.ts';

/** One row a link, under platform and subject. */
export function createAccountLinkStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): AccountLinkStore {
  const { dynamo, table } = deps;
  return {
    async find(platformId, subject) {
      const row = await dynamo.get({ table, key: linkKey(platformId, subject), consistent: true });
      return row && readLink(row);
    },
    async add(link) {
      const { platformId, subject, personId, linkedAt } = link;
      const item = {
        ...linkKey(platformId, subject),
        ...{ kind: 'lti-account-link', ...link },
        ...{ gsi1pk: linksPartition(personId), gsi1sk: composeKey(linkedAt, platformId, subject) },
      };
      // Absent: two people, or two windows, who link one account.
      const condition = { expression: 'attribute_not_exists(pk)' };
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'added' : 'taken';
    },
    async listOf(personId) {
      const partition = linksPartition(personId);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, limit: mostLinks });
      return items.map(readLink);
    },
    async remove({ platformId, subject, personId }) {
      // Still theirs: somebody else may have linked the account since it was listed.
      const condition = { expression: 'personId = :person', values: { ':person': personId } };
      await dynamo.delete({ table, key: linkKey(platformId, subject), condition });
    },
  };
}
