import { createLinkStore, createPlanStore, createRealisedStore } from '@sinau/annual-plan/dynamo';
import type { BudgetStore, IndicatorSources } from '@sinau/budget';
import { createBudgetStore, createSeatBudget } from '@sinau/budget/dynamo';
import { createCountStore } from '@sinau/competency/dynamo';
import { createComplianceStore } from '@sinau/compliance/dynamo';
import type { SeatBudget } from '@sinau/enrolment';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { createAnswerStore, createServiceStore } from '@sinau/feedback/dynamo';
import type { Clock } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createEventStore, createSeatStore } from '@sinau/programmes/dynamo';
import { indicatorSourcesOf } from './indicator-sources.ts';

export interface BudgetDesk {
  readonly budgets: BudgetStore;
  readonly seats: SeatBudget;
  readonly sources: IndicatorSources;
}

/** Budgets of agencies, what their seats bind, and what came of the money. */
export const createBudgetDesk = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock: Clock;
}): BudgetDesk => ({
  budgets: createBudgetStore(stores),
  seats: createSeatBudget(stores),
  sources: indicatorSourcesOf({
    clock: stores.clock,
    compliance: createComplianceStore(stores),
    quotas: createQuotaStore(stores),
    counts: createCountStore(stores),
    plans: createPlanStore(stores),
    links: createLinkStore(stores),
    realised: createRealisedStore(stores),
    events: createEventStore(stores),
    seats: createSeatStore({ dynamo: stores.dynamo, table: stores.table }),
    services: createServiceStore(stores),
    answers: createAnswerStore(stores),
  }),
});
