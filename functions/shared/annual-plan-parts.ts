import type {
  CitizenDirectory,
  FormDirectory,
  GapDirectory,
  PlanStore,
  SignalStore,
  SurveySums,
  UnitDirectory,
} from '@sinau/annual-plan';
import { createPlanStore, createSignalStore } from '@sinau/annual-plan/dynamo';
import { dictionaryOf, readMap } from '@sinau/competency';
import { isFormCode, unitOfForm } from '@sinau/credit';
import {
  type AnswerStore,
  listPublicServices,
  readToldSurvey,
  type Service,
  type ServiceStore,
} from '@sinau/feedback';
import { createAnswerStore, createServiceStore } from '@sinau/feedback/dynamo';
import { type Clock, type Ids, localDateOf } from '@sinau/kernel';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
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
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Neighbours {
  readonly citizens: { readonly services: ServiceStore; readonly answers: AnswerStore };
  readonly competency: Pick<CompetencyParts, 'counts' | 'units' | 'standards'>;
  readonly credit: Pick<CreditDesk, 'credit'>;
  readonly clock: Clock;
}

export function createAnnualPlanDesk(stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): AnnualPlanDesk {
  const system = { clock: systemClock, ids: systemIds };
  return {
    ...{ ...system, plans: createPlanStore(stores), signals: createSignalStore(stores) },
    ...neighboursOf({
      citizens: { services: createServiceStore(stores), answers: createAnswerStore(stores) },
      competency: createCompetencyParts({ ...stores, ...system }),
      ...{ credit: createCreditDesk(stores), clock: systemClock },
    }),
  };
}

/** What other domains know, as plans ask for it. */
export function neighboursOf(
  deps: Neighbours,
): Pick<AnnualPlanDesk, 'citizens' | 'gaps' | 'forms' | 'units'> {
  const { competency, credit } = deps;
  return {
    citizens: citizensOf(deps),
    gaps: gapsOf(deps),
    forms: {
      has: async (form, agencyId, on) =>
        isFormCode(form) && (await unitOfForm(credit, { form, agencyId, on })) !== undefined,
    },
    units: competency.units,
  };
}

const servicesAtOnce = 10;

function citizensOf({ citizens, clock }: Neighbours): CitizenDirectory {
  const deps = { ...citizens, clock };
  return {
    async resultsOf(agencyId) {
      const services = await listPublicServices(deps, agencyId);
      const found: SurveySums[] = [];
      for (let start = 0; start < services.length; start += servicesAtOnce) {
        const some = services.slice(start, start + servicesAtOnce);
        const results = await Promise.all(some.map((service) => sumsOf(deps, service)));
        found.push(...results.flatMap((one) => one ?? []));
      }
      return found;
    },
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
    async gapsOf(agencyId) {
      const day = localDateOf(clock.now().getTime(), 'Asia/Jakarta');
      const [map, dictionary] = await Promise.all([
        readMap(competency, { agencyId }),
        dictionaryOf(competency, { agencyId, day }),
      ]);
      return [...map.total.cells].flatMap(([competencyId, cell]) => {
        const name = dictionary.get(competencyId)?.name;
        if (cell.hidden || !name) return [];
        const { short, assessed, points } = cell;
        return [{ competencyId, name, short, assessed, points }];
      });
    },
  };
}
