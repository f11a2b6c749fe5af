import { createBudgetStore } from '@sinau/budget/dynamo';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { peopleWalk } from '../housekeeping/walk-people.ts';
import { createAnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import { createCitizenDesk } from '../shared/citizen-parts.ts';
import { createCompetencyParts } from '../shared/competency-parts.ts';
import { createEventDesk } from '../shared/event-parts.ts';
import { createHistoryParts } from '../shared/history-parts.ts';
import { createObligationParts } from '../shared/obligation-parts.ts';
import { createPathDesk } from '../shared/path-parts.ts';
import { createStaffingParts } from '../shared/staffing-parts.ts';
import { createTalentDesk } from '../shared/talent-parts.ts';
import type { Seeded } from './seed/index.ts';
import { seedAnnualPlan } from './seed-annual-plan.ts';
import { seedBudget } from './seed-budget.ts';
import { seedCitizens } from './seed-citizens.ts';
import { seedColleagues } from './seed-colleagues.ts';
import { seedCompetency } from './seed-competency.ts';
import { seedEvents } from './seed-events.ts';
import { seedPaths } from './seed-paths.ts';
import { seedTalent } from './seed-talent.ts';
import { names, type Services } from './services.ts';

/** The agency as it is on a working day, on the stores of one machine. */
export async function seedWorkingDay(
  { parts, queues }: Services,
  seeded: Seeded,
  signingSecret: string,
): Promise<void> {
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const system = { clock: systemClock, ids: systemIds };
  const env = { LMS_TABLE: names.lmsTable, IMPORT_QUEUE_URL: queues.url(names.imports) };
  await seedColleagues(
    {
      ...{ ...system, people: createPeopleStore(stores), organisations: createOrganisationStore(stores) },
      courses: createCourseStore(stores),
      peopleDesk: createStaffingParts({ parts, env }).people,
      history: createHistoryParts({ parts, env }).history,
      obligations: createObligationParts({ parts, env }),
      walk: peopleWalk({ ...stores, clock: systemClock }),
    },
    seeded,
  );
  await seedCompetency(
    { parts: createCompetencyParts({ ...stores, ...system }), courses: createCourseStore(stores) },
    seeded,
  );
  const survey = {
    LMS_TABLE: names.lmsTable,
    SIGNING_SECRET: signingSecret,
    SURVEY_ANSWERS_PER_TEN_MINUTES: 100,
  };
  await seedCitizens(createCitizenDesk({ parts, env: survey }), seeded);
  const events = createEventDesk({ parts, env: survey });
  await seedEvents(events, seeded);
  await seedPaths(
    { ...createPathDesk(stores), events: events.events, courses: createCourseStore(stores) },
    seeded,
  );
  await seedAnnualPlan(createAnnualPlanDesk(stores), seeded);
  await seedTalent(createTalentDesk(stores), seeded);
  await seedBudget({ ...system, budgets: createBudgetStore(stores) }, seeded);
}
