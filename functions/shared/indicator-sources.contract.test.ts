import { randomUUID } from 'node:crypto';
import type { ItemId } from '@sinau/annual-plan';
import { createLinkStore, createPlanStore, createRealisedStore } from '@sinau/annual-plan/dynamo';
import {
  memoryLinkStore,
  memoryPlanStore,
  memoryRealisedStore,
  planItemOf,
  planOf,
} from '@sinau/annual-plan/testing';
import { createCountStore } from '@sinau/competency/dynamo';
import { memoryCompetencyStores } from '@sinau/competency/testing';
import { createComplianceStore } from '@sinau/compliance/dynamo';
import { memoryComplianceStore } from '@sinau/compliance/testing';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { memoryCosts } from '@sinau/enrolment/testing';
import { addService, elementCodes, planSurvey, type Service } from '@sinau/feedback';
import { createAnswerStore, createServiceStore } from '@sinau/feedback/dynamo';
import { memoryFeedbackStores } from '@sinau/feedback/testing';
import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import type { Event, EventId, EventStore, SeatStore } from '@sinau/programmes';
import { createEventStore, createSeatStore } from '@sinau/programmes/dynamo';
import { eventOf, memoryProgrammeStores, seatAt } from '@sinau/programmes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { type IndicatorStores, indicatorSourcesOf } from './indicator-sources.ts';

type Stores = Omit<IndicatorStores, 'clock'> & {
  readonly plans: ReturnType<typeof memoryPlanStore>;
  readonly links: ReturnType<typeof memoryLinkStore>;
  readonly realised: ReturnType<typeof memoryRealisedStore>;
  readonly quotas: ReturnType<typeof memoryCosts>['store'];
  readonly counts: ReturnType<typeof memoryCompetencyStores>['counts'];
  readonly events: EventStore;
  readonly seats: SeatStore;
};

function sources(adapter: string, open: () => Stores): void {
  describe(`what indicators are made of, on ${adapter}`, () => {
    let agencyId: AgencyId;
    let stores: Stores;
    const clock = { now: () => new Date('2026-11-29T02:00:00.000Z') };
    beforeEach(() => {
      agencyId = randomUUID() as AgencyId;
      stores = open();
    });
    const asked = () => indicatorSourcesOf({ ...stores, clock });

    it('sums training in the plan that was set beside all of it, and of no draft', async () => {
      const at = { agencyId, year: 2026, lot: randomUUID() };
      const item = planItemOf({ ...at, itemId: 'i-1' as ItemId });
      await stores.plans.begin(planOf({ ...at, items: 1 }), [item]);
      const place = { agencyId, year: 2026, kind: 'course' as const };
      const link = { ...place, learningId: 'c1', itemId: item.itemId, by: 'rina' as PersonId };
      await stores.links.save({ ...link, at: '2026-01-01T00:00:00.000Z', rev: 0 });
      for (const [learningId, jp] of [
        ['c1', 800],
        ['c2', 250],
      ] as const) {
        const row = { ...place, learningId, personId: 'sri' as PersonId, jp: jp as Jp, rev: 0 };
        await stores.realised.replace(undefined, row);
      }
      expect(await asked().trainingOf(agencyId, 2026)).toBeUndefined();
      const draft = await stores.plans.find({ agencyId, year: 2026, version: 1 });
      if (!draft) throw new Error('the plan is gone');
      await stores.plans.move({ ...draft, state: 'set' });
      expect(await asked().trainingOf(agencyId, 2026)).toEqual({ planned: 8, all: 11, people: 2 });
      expect(await asked().trainingOf(agencyId, 2025)).toBeUndefined();
    });

    it('counts seats of the quotas that lie in the year', async () => {
      const quota = async (year: number, seats: number) => {
        const after = {
          ...{ quotaId: `provider.u.${year}` as never, agencyId, from: `${year}-01-01`, to: `${year}-12-31` },
          ...({ target: { kind: 'provider', providerId: 'u' as never }, seats, payer: 'agency' } as const),
          ...({ whenFull: 'wait', setBy: 'operator', updatedAt: '2026-01-01', rev: 1 } as const),
        };
        const by = { id: 'o', name: 'O', as: 'operator' as const };
        await stores.quotas.save({ quotaId: after.quotaId, at: `${year}`, by, after });
      };
      await quota(2025, 7);
      await quota(2026, 30);
      expect(await asked().seatsOf(agencyId, 2026)).toEqual({ seats: 30, used: 0 });
    });

    it('counts who had a seat of events that ended in the year, and who of them came', async () => {
      const held = async (endsAt: string, over: Partial<Event> = {}) => {
        const [first] = eventOf().sessions;
        if (!first) throw new Error('there is one');
        const startsAt = new Date(Date.parse(endsAt) - 3_600_000).toISOString();
        const sessions = [{ ...first, startsAt, endsAt }];
        const event = eventOf({ eventId: randomUUID() as EventId, sessions, capacity: 9, ...over });
        await stores.events.save(event);
        for (const [name, present] of [
          ['sri', true],
          ['budi', false],
        ] as const) {
          const mark = { sessionId: first.sessionId, present, at: endsAt, way: 'staff' } as const;
          const personId = `${name}-${agencyId}` as PersonId;
          const seat = seatAt({ eventId: event.eventId, personId, agencyId, marks: [mark] });
          await stores.seats.step(undefined, seat);
        }
        const waits = { eventId: event.eventId, personId: `dewi-${agencyId}` as PersonId, agencyId };
        await stores.seats.step(undefined, seatAt({ ...waits, state: 'requested' }));
        return event;
      };
      await held('2026-05-04T05:00:00.000Z');
      // New Year in Jakarta, where it is held.
      await held('2025-12-31T18:00:00.000Z');
      await held('2025-12-31T16:00:00.000Z');
      await held('2026-12-01T05:00:00.000Z');
      const off = await held('2026-06-04T05:00:00.000Z');
      await stores.events.save({ ...off, state: 'cancelled', cancelReason: 'Banjir', rev: 1 });
      expect(await asked().eventSeatsOf(agencyId, 2026)).toEqual({ seats: 4, used: 2 });
      expect(await asked().eventSeatsOf(agencyId, 2025)).toEqual({ seats: 2, used: 1 });
      expect(await asked().eventSeatsOf(randomUUID() as AgencyId, 2026)).toEqual({ seats: 0, used: 0 });
    });

    it('adds up gap points of the year', async () => {
      const closed = { agencyId, year: 2026, day: '2026-05-04', points: 3, changes: 2, closings: [] };
      await stores.counts.replace({ personId: randomUUID() as PersonId, rev: 0, tallies: [], closed });
      expect(await asked().gapsClosed(agencyId, 2026)).toEqual({ points: 3, changes: 2 });
    });

    async function surveyed(
      service: Service,
      from: string,
      [score, answers = 10]: readonly [number, number?],
    ) {
      const place = { agencyId, serviceId: service.serviceId, surveyId: from as never };
      for (let n = 0; n < answers; n += 1) {
        const scores = Object.fromEntries(elementCodes.map((code) => [code, score])) as never;
        const answer = { ...place, formId: randomUUID(), day: from, scores };
        await stores.answers.keep(answer, { formEndsAt: 2_000_000_000 });
      }
    }

    it('compares the newest survey of the year that is told with the one before it, and remembers what is over', async () => {
      const principal: PersonPrincipal = {
        ...{ kind: 'person', personId: 'a' as PersonId, name: 'A', roles: ['agency-admin'], agencyId },
      };
      const deps = { ...stores, clock, ids: { uuid: () => randomUUID(), token: () => randomUUID() } };
      const service = await addService(deps, { principal, request: { name: 'KTP elektronik' } });
      for (const from of ['2025-03-01', '2026-03-01', '2026-06-01']) {
        const request = { from, to: `${from.slice(0, 8)}28`, swapped: false };
        await planSurvey(deps, { principal, serviceId: service.serviceId, request });
      }
      await surveyed(service, '2025-03-01', [2]);
      const found = asked();
      expect(await found.servicesOf(agencyId, 2026)).toEqual([]);
      const late = indicatorSourcesOf({ ...stores, clock });
      await surveyed(service, '2026-03-01', [3]);
      // Too few to tell; the one before it counts.
      await surveyed(service, '2026-06-01', [4, 9]);
      const change = [{ before: { u6: 200, u7: 200 }, after: { u6: 300, u7: 300 } }];
      expect(await late.servicesOf(agencyId, 2026)).toEqual(change);
      expect(await late.servicesOf(agencyId, 2026)).toEqual(change);
      expect(await late.servicesOf(agencyId, 2025)).toEqual([]);
    });
  });
}

sources('memory', () => ({
  ...{ ...memoryFeedbackStores(), compliance: memoryComplianceStore(), quotas: memoryCosts().store },
  ...{ counts: memoryCompetencyStores().counts, plans: memoryPlanStore() },
  ...{ links: memoryLinkStore(), realised: memoryRealisedStore() },
  ...memoryProgrammeStores(),
}));

withTables((engine, tables) => {
  sources(engine, () => {
    const to = { dynamo: tables().dynamo, table: tables().lms };
    return {
      ...{
        compliance: createComplianceStore(to),
        quotas: createQuotaStore(to),
        counts: createCountStore(to),
      },
      ...{ events: createEventStore(to), seats: createSeatStore(to) },
      ...{
        plans: createPlanStore(to),
        links: createLinkStore(to),
        realised: createRealisedStore(to),
        services: createServiceStore(to),
        answers: createAnswerStore(to),
      },
    };
  });
});
