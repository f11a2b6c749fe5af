import { createSeatBudget } from '@sinau/budget/dynamo';
import { createEnrolmentStore as createStore } from '@sinau/enrolment/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';

/** Enrolments, whose seats bind what they cost of the agency's budget in their own transaction. */
export const createEnrolmentStore = (stores: { readonly dynamo: Dynamo; readonly table: string }) =>
  createStore({ dynamo: stores.dynamo, table: stores.table, budget: createSeatBudget(stores) });
