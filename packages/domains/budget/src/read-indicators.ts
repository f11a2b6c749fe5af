import { type AgencyId, type Clock, localDateOf } from '@sinau/kernel';
import { agencyOf, type BudgetKeeper } from './authority.ts';
import { type Indicator, type IndicatorFacts, indicatorsOf, type PeopleSums } from './indicators.ts';
import type { BudgetStore } from './ports.ts';
import { classroomCode, unitCostsOn } from './unit-cost.ts';

/** What other domains count, each from counters of its own. Rejects with `Unavailable`. */
export interface IndicatorSources {
  peopleOf(agencyId: AgencyId, year: number): Promise<PeopleSums>;
  dutiesOf(agencyId: AgencyId, year: number): Promise<IndicatorFacts['duties']>;
  seatsOf(agencyId: AgencyId, year: number): Promise<IndicatorFacts['seats']>;
  /** Of events that ended in the year, with as many people as had a seat. */
  eventSeatsOf(agencyId: AgencyId, year: number): Promise<IndicatorFacts['eventSeats']>;
  gapsClosed(agencyId: AgencyId, year: number): Promise<IndicatorFacts['gaps']>;
  /** What was learned in plans, beside all that was; undefined: no plan of that year was set. */
  trainingOf(agencyId: AgencyId, year: number): Promise<IndicatorFacts['training']>;
  /** Of services whose newest survey of the year and the one before it are told. */
  servicesOf(agencyId: AgencyId, year: number): Promise<IndicatorFacts['services']>;
}

/** How an agency has used its money, and what came of it: from sums that are kept, whoever works there. */
export async function readIndicators(
  deps: {
    readonly budgets: Pick<BudgetStore, 'list' | 'courseCosts' | 'unitCosts'>;
    readonly sources: IndicatorSources;
    readonly clock: Clock;
  },
  { principal, year }: { readonly principal: BudgetKeeper; readonly year: number },
): Promise<readonly Indicator[]> {
  const agencyId = agencyOf(principal);
  const { budgets, sources } = deps;
  const [lines, courses, costs, now, before, duties, seats, eventSeats, gaps, training, services] =
    await Promise.all([
      budgets.list(agencyId, year),
      budgets.courseCosts(agencyId, year),
      budgets.unitCosts(agencyId),
      sources.peopleOf(agencyId, year),
      sources.peopleOf(agencyId, year - 1),
      sources.dutiesOf(agencyId, year),
      sources.seatsOf(agencyId, year),
      sources.eventSeatsOf(agencyId, year),
      sources.gapsClosed(agencyId, year),
      sources.trainingOf(agencyId, year),
      sources.servicesOf(agencyId, year),
    ]);
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const day = today < `${year}-12-31` ? today : `${year}-12-31`;
  const classroom = unitCostsOn(costs, day).find(({ code, unit }) => code === classroomCode && unit === 'jp');
  return indicatorsOf({
    ...{ lines, courses, now, before, duties, seats, eventSeats, gaps, services },
    ...(classroom && { classroom: classroom.amount }),
    ...(training && { training }),
  });
}
