import { fitOf, type LinkStore, type PlanStore, type RealisedStore } from '@sinau/annual-plan';
import type { IndicatorSources } from '@sinau/budget';
import { type ComplianceStore, readDutySums, readSums } from '@sinau/compliance';
import type { QuotaStore } from '@sinau/enrolment';
import { type AnswerStore, type Finals, readChange, type ServiceStore } from '@sinau/feedback';
import type { Clock } from '@sinau/kernel';
import { type EventStore, listSeatUse, type SeatStore } from '@sinau/programmes';

export interface IndicatorStores {
  readonly compliance: Pick<ComplianceStore, 'countsOf'>;
  readonly quotas: Pick<QuotaStore, 'list'>;
  readonly counts: { closedIn: IndicatorSources['gapsClosed'] };
  readonly events: Pick<EventStore, 'findMany'>;
  readonly seats: Pick<SeatStore, 'eventsWith'>;
  readonly plans: Pick<PlanStore, 'list' | 'items'>;
  readonly links: Pick<LinkStore, 'list'>;
  readonly realised: Pick<RealisedStore, 'sums'>;
  readonly services: ServiceStore;
  readonly answers: AnswerStore;
  readonly clock: Clock;
}

/** Surveys of so many services are read at once. */
const together = 25;

/** What indicators ask of other domains: counters, each read by itself. */
export function indicatorSourcesOf(stores: IndicatorStores): IndicatorSources {
  /** What can never change: surveys that are over. */
  const finals: Finals = new Map();
  return {
    peopleOf: (agencyId, year) => readSums(stores, { agencyId, year }),
    async dutiesOf(agencyId, year) {
      const { people, steps } = await readDutySums(stores, { agencyId, year });
      return { people, enrolled: steps.enrolled, finished: steps.finished };
    },
    async seatsOf(agencyId, year) {
      const quotas = (await stores.quotas.list(agencyId)).filter(
        ({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`,
      );
      return {
        seats: quotas.reduce((sum, { seats }) => sum + seats, 0),
        used: quotas.reduce((sum, { used }) => sum + used, 0),
      };
    },
    async eventSeatsOf(agencyId, year) {
      const uses = await listSeatUse(stores, { agencyId, year });
      return {
        seats: uses.reduce((sum, { confirmed }) => sum + confirmed, 0),
        used: uses.reduce((sum, { attended }) => sum + attended, 0),
      };
    },
    gapsClosed: (agencyId, year) => stores.counts.closedIn(agencyId, year),
    async trainingOf(agencyId, year) {
      const { version, planned, all } = await fitOf(stores, { agencyId, year });
      if (version === undefined) return undefined;
      const whole = (jp: number) => Math.round(jp / 100);
      return { planned: whole(planned.jp), all: whole(all.jp), people: all.people };
    },
    async servicesOf(agencyId, year) {
      const services = await stores.services.list(agencyId);
      const changes: Awaited<ReturnType<typeof readChange>>[] = [];
      for (let from = 0; from < services.length; from += together) {
        const some = services.slice(from, from + together);
        changes.push(
          ...(await Promise.all(some.map((service) => readChange({ ...stores, finals }, service, year)))),
        );
      }
      return changes.flatMap((change) =>
        change ? [{ before: elementsOf(change.before.means), after: elementsOf(change.after.means) }] : [],
      );
    },
  };
}

const elementsOf = ({ u6, u7 }: { readonly u6: number; readonly u7: number }) => ({ u6, u7 });
