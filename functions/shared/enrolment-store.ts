import { createEnrolmentStore as createStore } from '@sinau/enrolment/dynamo';
import type { Clock } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';

/**
 * Enrolments, whose seats bind what they cost of the agency's budget in their own transaction, and count in the pools of those who get them. Who is of
 * which group is asked of identity, which is loaded where an agency keeps
 * seats for groups, as budgets are where a seat names a line.
 */
export const createEnrolmentStore = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  /** @default the system's */
  readonly clock?: Clock;
}) => {
  const { dynamo, table, clock = systemClock } = stores;
  const groups = async () => (await import('./seat-groups.ts')).seatGroupsOf({ dynamo, table, clock });
  const budget = async () => (await import('@sinau/budget/dynamo')).createSeatBudget({ dynamo, table });
  return createStore({
    ...{ dynamo, table },
    budget: {
      find: async (...asked) => (await budget()).find(...asked),
      waitedFor: async (agencyId) => (await budget()).waitedFor(agencyId),
      moving: async (effects) => (await budget()).moving(effects),
    },
    groups: { of: async (...asked) => (await groups()).of(...asked) },
  });
};
