import { randomUUID } from 'node:crypto';
import type { TransactItem } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { enrolmentStoreContract } from '../testing/enrolment-store.contract.ts';
import { noBudget } from '../testing/no-budget.ts';
import { noGroups } from '../testing/no-groups.ts';
import { poolsContract } from '../testing/pools.contract.ts';
import { quotasContract } from '../testing/quotas.contract.ts';
import { raiseWaitingContract } from '../testing/raise-waiting.contract.ts';
import { randomHistoriesContract } from '../testing/random-histories.contract.ts';
import { seatsContract } from '../testing/seats.contract.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createInvitationStore } from './invitation-store.ts';
import { createPoolLists } from './pool-lists.ts';
import { createQuotaStore } from './quota-store.ts';

withTables((engine, tables) => {
  const stores = () => ({ dynamo: tables().dynamo, table: tables().lms, budget: noBudget, groups: noGroups });
  enrolmentStoreContract(engine, async () => ({
    store: createEnrolmentStore(stores()),
    commit: async (writes) =>
      (await tables().dynamo.transactWrite(writes as readonly TransactItem[])).outcome === 'done',
  }));
  seatsContract(engine, async () => ({
    enrolments: createEnrolmentStore(stores()),
    invitations: createInvitationStore(stores()),
  }));
  quotasContract(engine, async () => ({
    enrolments: createEnrolmentStore(stores()),
    quotas: createQuotaStore(stores()),
  }));
  poolsContract(engine, async (groups) => ({
    enrolments: createEnrolmentStore({ ...stores(), groups }),
    quotas: createQuotaStore(stores()),
    lists: createPoolLists(stores()),
  }));
  raiseWaitingContract(engine, async () => ({
    enrolments: createEnrolmentStore(stores()),
    right() {
      const { lms: table } = tables();
      const item = { pk: `RIGHT#${randomUUID()}`, sk: 'RIGHT' };
      const condition = { expression: 'attribute_not_exists(pk)' };
      const use: TransactItem = { kind: 'put', table, item, condition };
      return { writes: [use] };
    },
  }));
  randomHistoriesContract(
    engine,
    async (groups) => ({
      enrolments: createEnrolmentStore({ ...stores(), groups }),
      quotas: createQuotaStore(stores()),
    }),
    8,
  );
});
