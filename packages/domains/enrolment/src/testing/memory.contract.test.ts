import type { Invitation } from '../invitation.ts';
import { enrolmentStoreContract } from './enrolment-store.contract.ts';
import { memoryCosts } from './memory-costs.ts';
import { memoryEnrolmentStore, memoryInvitationStore } from './memory-enrolment-store.ts';
import { poolsContract } from './pools.contract.ts';
import { quotasContract } from './quotas.contract.ts';
import { raiseWaitingContract } from './raise-waiting.contract.ts';
import { randomHistoriesContract } from './random-histories.contract.ts';
import { seatsContract } from './seats.contract.ts';

enrolmentStoreContract('memory', async () => ({
  store: memoryEnrolmentStore(),
  commit: async (writes) => {
    const all = writes as readonly { holds(): boolean; apply(): void }[];
    if (!all.every((write) => write.holds())) return false;
    for (const write of all) write.apply();
    return true;
  },
}));
seatsContract('memory', async () => {
  const invitations = new Map<string, Invitation>();
  return {
    enrolments: memoryEnrolmentStore({ invitations }),
    invitations: memoryInvitationStore(invitations),
  };
});
quotasContract('memory', async () => {
  const costs = memoryCosts();
  return { enrolments: memoryEnrolmentStore({ costs }), quotas: costs.store };
});
poolsContract('memory', async (groups) => {
  const costs = memoryCosts();
  return { enrolments: memoryEnrolmentStore({ costs, groups }), quotas: costs.store, lists: costs.lists };
});
raiseWaitingContract('memory', async () => ({
  enrolments: memoryEnrolmentStore(),
  right() {
    let isUsed = false;
    const use = () => {
      isUsed = true;
    };
    return { writes: [{ holds: () => !isUsed, apply: use }] };
  },
}));
randomHistoriesContract(
  'memory',
  async (groups) => {
    const costs = memoryCosts();
    return { enrolments: memoryEnrolmentStore({ costs, groups }), quotas: costs.store };
  },
  200,
);
