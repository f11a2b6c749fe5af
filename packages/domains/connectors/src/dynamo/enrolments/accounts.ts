import type { Dynamo, TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ConfirmedAccount, ProviderEnrolmentStore } from '../../enrolments/ports.ts';
import { accountHolderKey, accountKey } from './keys.ts';

interface Deps {
  readonly dynamo: Dynamo;
  readonly table: string;
}

const accountRow = z.object({ account: z.string() });
const mostTries = 3;

/** Which account at a connection is whose: a row of the person and one of the account, changed together. */
export function createAccounts({
  dynamo,
  table,
}: Deps): Pick<ProviderEnrolmentStore, 'accountOf' | 'keepAccount'> {
  const accountOf: ProviderEnrolmentStore['accountOf'] = async (connectionId, personId) => {
    const row = await dynamo.get({ table, key: accountKey(connectionId, personId), consistent: true });
    return row && accountRow.parse(row).account;
  };
  return {
    accountOf,
    async keepAccount(kept) {
      for (let n = 0; n < mostTries; n += 1) {
        const before = await accountOf(kept.connectionId, kept.personId);
        const result = await dynamo.transactWrite(itemsOf(kept, before, table));
        if (result.outcome === 'done') return 'kept';
        const [ofPerson, ofAccount] = result.reasons;
        // The row of the person was changed meanwhile: read again.
        if (ofPerson?.code === 'ConditionalCheckFailed') continue;
        if (ofAccount?.code === 'ConditionalCheckFailed') return 'taken';
      }
      throw new Error('a confirmed account kept changing');
    },
  };
}

function itemsOf(kept: ConfirmedAccount, before: string | undefined, table: string): readonly TransactItem[] {
  const { connectionId, personId, account } = kept;
  const holder = accountHolderKey(connectionId, account);
  const former = before === undefined ? undefined : accountHolderKey(connectionId, before);
  const own = {
    expression: 'attribute_not_exists(pk) OR #person = :own',
    names: { '#person': 'personId' },
    values: { ':own': personId },
  };
  return [
    {
      kind: 'put',
      table,
      item: { ...accountKey(connectionId, personId), kind: 'provider-account', ...kept },
      // As it was read: closes the race of two people who confirm two accounts of one learner.
      condition:
        before === undefined
          ? { expression: 'attribute_not_exists(pk)' }
          : {
              expression: '#account = :before',
              names: { '#account': 'account' },
              values: { ':before': before },
            },
    },
    // Nobody's or one's own: closes the race of two learners for one account.
    {
      kind: 'put',
      table,
      item: { ...holder, kind: 'provider-account-holder', personId },
      condition: own,
    },
    ...(former && former.pk !== holder.pk
      ? [{ kind: 'delete' as const, table, key: former, condition: own }]
      : []),
  ];
}
