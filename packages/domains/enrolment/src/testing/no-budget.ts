import type { SeatBudgetAtOnce } from '../seat-budget.ts';

/** Where no quota names a budget line. */
export const noBudget: SeatBudgetAtOnce = {
  find: async () => undefined,
  waitedFor: async () => [],
  moving: ({ lineId }) => {
    throw new TypeError(`there is no budget line ${lineId} in this store`);
  },
};
