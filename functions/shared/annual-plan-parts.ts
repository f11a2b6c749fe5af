import {
  type CitizenDirectory,
  type FormDirectory,
  type GapDirectory,
  type Learning,
  type LearningCosts,
  type LearningDirectory,
  type LinkStore,
  learningName,
  type PlanStore,
  type RealisedStore,
  type RuleStore,
  type SignalStore,
  type StandingStore,
  type SurveySums,
  type UnitDirectory,
} from '@sinau/annual-plan';
import {
  createLinkStore,
  createPlanStore,
  createRealisedStore,
  createRuleStore,
  createSignalStore,
  createStandingStore,
} from '@sinau/annual-plan/dynamo';
import type { BudgetStore, PurposeCost } from '@sinau/budget';
import { createBudgetStore } from '@sinau/budget/dynamo';
import type { CourseId, CourseStore } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { dictionaryOf, readMap } from '@sinau/competency';
import { isFormCode, unitOfForm } from '@sinau/credit';
import type { QuotaStore } from '@sinau/enrolment';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import {
  type AnswerStore,
  listPublicServices,
  readPublicThemes,
  readToldSurvey,
  type Service,
  type ServiceStore,
} from '@sinau/feedback';
import {
  createAnswerStore,
  createForumStore,
  createServiceStore,
  createThemeStore,
} from '@sinau/feedback/dynamo';
import { type ForumStore, forumsOf } from '@sinau/feedback/forums';
import type { ThemeStore } from '@sinau/feedback/themes';
import { type Clock, type Ids, localDateOf } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { EventId, EventStore } from '@sinau/programmes';
import { createEventStore } from '@sinau/programmes/dynamo';
import { type CompetencyParts, createCompetencyParts } from './competency-parts.ts';
import { type CreditDesk, createCreditDesk } from './credit-desk.ts';

/** The annual plan with what its use cases need of others. */
export interface AnnualPlanDesk {
  readonly plans: PlanStore;
  readonly signals: SignalStore;
  readonly citizens: CitizenDirectory;
  readonly gaps: GapDirectory;
  readonly forms: FormDirectory;
  readonly units: UnitDirectory;
  readonly links: LinkStore;
  readonly realised: RealisedStore;
  readonly rules: RuleStore;
  readonly standings: StandingStore;
  readonly learnings: LearningDirectory;
  readonly costs: LearningCosts;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Neighbours {
  readonly citizens: {
    readonly services: ServiceStore;
    readonly answers: AnswerStore;
    readonly themes: ThemeStore;
    readonly forums: Pick<ForumStore, 'list'>;
  };
  readonly competency: Pick<CompetencyParts, 'counts' | 'units' | 'standards'>;
  readonly credit: Pick<CreditDesk, 'credit'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly events: Pick<EventStore, 'find'>;
  readonly quotas: Pick<QuotaStore, 'balances'>;
  readonly budgets: Pick<BudgetStore, 'purposeCosts'>;
  readonly clock: Clock;
}

export function createAnnualPlanDesk(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): AnnualPlanDesk {
  const system = { clock: systemClock, ids: systemIds };
  return {
    ...{ ...system, plans: createPlanStore(stores), signals: createSignalStore(stores) },
    ...{ links: createLinkStore(stores), realised: createRealisedStore(stores) },
    ...{ rules: createRuleStore(stores), standings: createStandingStore(stores) },
    ...neighboursOf({
      citizens: {
        ...{ services: createServiceStore(stores), answers: createAnswerStore(stores) },
        ...{ themes: createThemeStore(stores), forums: createForumStore(stores) },
      },
      competency: createCompetencyParts({ ...stores, ...system }),
      ...{ credit: createCreditDesk(stores), clock: systemClock },
      ...{ courses: createCourseStore(stores), events: createEventStore(stores) },
      ...{ quotas: createQuotaStore(stores), budgets: createBudgetStore(stores) },
    }),
  };
}

/** What other domains know, as plans ask for it. */
export function neighboursOf(
  deps: Neighbours,
): Pick<AnnualPlanDesk, 'citizens' | 'gaps' | 'forms' | 'units' | 'learnings' | 'costs'> {
  const { competency, credit } = deps;
  return {
    citizens: citizensOf(deps),
    gaps: gapsOf(deps),
    forms: {
      has: async (form, agencyId, on) =>
        isFormCode(form) && (await unitOfForm(credit, { form, agencyId, on })) !== undefined,
    },
    units: competency.units,
    ...learningOf(deps),
  };
}

function learningOf({
  courses,
  events,
  quotas,
  budgets,
}: Neighbours): Pick<AnnualPlanDesk, 'learnings' | 'costs'> {
  return {
    learnings: {
      async titleOf(agencyId, { kind, learningId }) {
        if (kind === 'course') {
          const course = await courses.find(learningId as CourseId);
          // One that was retired since was held all the same.
          return course?.publishedVersion === undefined ? undefined : course.title;
        }
        const event = await events.find(learningId as EventId);
        const isOwn = event?.owner.kind === 'agency' && event.owner.agencyId === agencyId;
        return isOwn ? { id: event.title } : undefined;
      },
    },
    costs: {
      async spentIn(agencyId, year) {
        const spent = new Map<string, number>();
        for (const one of await quotas.balances(agencyId, year)) {
          // What learners or others pay is no cost of the plan.
          if (one.payer === 'agency') spent.set(one.courseId, (spent.get(one.courseId) ?? 0) + one.spent);
        }
        return spent;
      },
      async bookedIn(agencyId, year) {
        const costs = await budgets.purposeCosts(agencyId, year);
        return new Map(costs.map(({ purpose, spent }) => [learningName(learningOfPurpose(purpose)), spent]));
      },
    },
  };
}

/** As plans name what bookings are for. */
const learningOfPurpose = ({ kind, id: learningId }: PurposeCost['purpose']): Learning => ({
  ...{ kind: kind === 'event' ? 'event' : 'elsewhere', learningId },
});

const servicesAtOnce = 10;

function citizensOf({ citizens, clock }: Neighbours): CitizenDirectory {
  const deps = { ...citizens, clock };
  async function ofEach<Found>(
    agencyId: Service['agencyId'],
    read: (service: Service) => Promise<readonly Found[]>,
  ): Promise<readonly Found[]> {
    const services = await listPublicServices(deps, agencyId);
    const found: Found[] = [];
    for (let start = 0; start < services.length; start += servicesAtOnce) {
      const some = services.slice(start, start + servicesAtOnce);
      found.push(...(await Promise.all(some.map(read))).flat());
    }
    return found;
  }
  return {
    resultsOf: (agencyId) =>
      ofEach(agencyId, async (service) => {
        const sums = await sumsOf(deps, service);
        return sums ? [sums] : [];
      }),
    // Small themes stand together there, and are no theme.
    complaintsOf: (agencyId) =>
      ofEach(agencyId, async (service) => {
        const { serviceId, name } = service;
        const told = await readPublicThemes(deps, service);
        return (told?.themes ?? []).map((theme) => ({
          ...{ serviceId, service: name, year: told?.year ?? 0 },
          ...theme,
        }));
      }),
    commitmentsOf: async (agencyId) =>
      (await forumsOf(deps, agencyId)).flatMap(({ forumId, title, commitments }) =>
        commitments.flatMap(({ commitmentId, topic, text, unit, due, state }) =>
          topic === undefined || state !== 'open'
            ? []
            : [{ forumId, forum: title, commitmentId, topic, text, unit, due }],
        ),
      ),
  };
}

/** Scores as everybody may know them: of a running survey, those of its standing. */
async function sumsOf(
  deps: Parameters<typeof readToldSurvey>[0],
  service: Service,
): Promise<SurveySums | undefined> {
  const result = await readToldSurvey(deps, service);
  if (!result?.counts) return undefined;
  const { answers, scores } = result.counts;
  return {
    ...{ serviceId: service.serviceId, service: service.name, surveyId: result.survey.surveyId, answers },
    elements: result.survey.elements.map(({ code, subject }) => ({
      ...{ element: code, subject },
      sum: scores[code].reduce((sum, times, index) => sum + times * (index + 1), 0),
    })),
  };
}

function gapsOf({ competency, clock }: Neighbours): GapDirectory {
  return {
    async gapsOf(agencyId, unitId) {
      const day = localDateOf(clock.now().getTime(), 'Asia/Jakarta');
      const units = unitId === undefined ? [] : await competency.units.unitsOf(agencyId);
      const unit = units.find((one) => one.unitId === unitId);
      if (unitId !== undefined && !unit) return [];
      const [map, dictionary] = await Promise.all([
        readMap(competency, { agencyId, ...(unit && { unitId: unit.unitId }) }),
        dictionaryOf(competency, { agencyId, day }),
      ]);
      const of = unit && { unit: { unitId: unit.unitId, name: unit.name } };
      return [...map.total.cells].flatMap(([competencyId, cell]) => {
        const name = dictionary.get(competencyId)?.name;
        if (cell.hidden || !name) return [];
        const { short, assessed, points } = cell;
        return [{ competencyId, name, short, assessed, points, ...of }];
      });
    },
  };
}
