import type { BudgetStore } from '@sinau/budget';
import { createBudgetStore, createSeatBudget } from '@sinau/budget/dynamo';
import type { SeatBudget } from '@sinau/enrolment';
import type { Dynamo } from '@sinau/platform/dynamo';

export interface BudgetDesk {
  readonly budgets: BudgetStore;
  readonly seats: SeatBudget;
}

/** Budgets of agencies, and what their seats bind. */
export const createBudgetDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): BudgetDesk => ({
  budgets: createBudgetStore(stores),
  seats: createSeatBudget(stores),
});
