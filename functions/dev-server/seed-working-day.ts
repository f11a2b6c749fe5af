import { createBudgetStore } from '@sinau/budget/dynamo';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { PersonPrincipal } from '@sinau/kernel';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { peopleWalk } from '../housekeeping/walk-people.ts';
import { createAdoptionDesk } from '../shared/adoption-parts.ts';
import { createAnnualPlanDesk } from '../shared/annual-plan-parts.ts';
import { createCitizenDesk } from '../shared/citizen-parts.ts';
import { createCollaborationDesk } from '../shared/collaboration-parts.ts';
import { createCompetencyParts } from '../shared/competency-parts.ts';
import { createDecrees } from '../shared/decree-parts.ts';
import { activityBaseOf } from '../shared/delivery-addresses.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { completionsOf } from '../shared/evaluation-completions.ts';
import { createEvaluationDesk } from '../shared/evaluation-parts.ts';
import { createEventDesk } from '../shared/event-parts.ts';
import { createHistoryParts } from '../shared/history-parts.ts';
import { createObligationParts } from '../shared/obligation-parts.ts';
import { createPathDesk } from '../shared/path-parts.ts';
import { planOfficials } from '../shared/plan-officials.ts';
import { createPriorityDesk } from '../shared/priority-parts.ts';
import { createRecognitionDesk } from '../shared/recognition-parts.ts';
import { createStaffingParts } from '../shared/staffing-parts.ts';
import { createStandingParts } from '../shared/standing-parts.ts';
import { createTalentDesk } from '../shared/talent-parts.ts';
import { localDeployment } from './environment.ts';
import { acting } from './seed/acting.ts';
import type { Seeded } from './seed/index.ts';
import { seedAnnualPlan } from './seed-annual-plan.ts';
import { seedBudget } from './seed-budget.ts';
import { seedCitizens } from './seed-citizens.ts';
import { seedClassification } from './seed-classification.ts';
import { seedColleagues } from './seed-colleagues.ts';
import { seedCompetency } from './seed-competency.ts';
import { seedEvents } from './seed-events.ts';
import { seedHabits } from './seed-habits.ts';
import { seedHeldEvent } from './seed-held-event.ts';
import { seedPaths } from './seed-paths.ts';
import { seedRecognition } from './seed-recognition.ts';
import { seedSecondAgency } from './seed-second-agency.ts';
import { seedStanding } from './seed-standing.ts';
import { seedTalent } from './seed-talent.ts';
import { seedTogether } from './seed-together.ts';
import { names, type Services } from './services.ts';

interface Scene {
  readonly services: Services;
  readonly seeded: Seeded;
  readonly signingSecret: string;
}

const system = { clock: systemClock, ids: systemIds };

/** The agency as it is on a working day, and one that has just come, on the stores of one machine. Gives whoever came with that, for the sign-in page. */
export async function seedWorkingDay(scene: Scene): Promise<Seeded['people']> {
  const { seeded, services } = scene;
  const { parts } = services;
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const courses = createCourseStore(stores);
  await seedClassification(
    {
      ...{ ...system, courses, digest: nodeDigest, activityBase: activityBaseOf(localDeployment) },
      content: createContentRoom({ content: parts.objects(names.content) }),
    },
    seeded.principals.providerAuthor as PersonPrincipal,
  );
  await seedPeople(scene);
  await seedCompetency({ parts: createCompetencyParts({ ...stores, ...system }), courses }, seeded);
  const heldId = await seedServices(scene);
  const people = createPeopleStore(stores);
  const deciding = {
    officials: planOfficials({ people, clock: systemClock }),
    decrees: createDecrees({ parts, env: { DOCUMENTS_BUCKET: names.documents } }),
  };
  await seedAnnualPlan({ desk: createAnnualPlanDesk(stores), ...deciding }, seeded, heldId);
  await seedBudget({ ...system, budgets: createBudgetStore(stores) }, seeded);
  await seedTogether(createCollaborationDesk(stores), people);
  await seedRecognition(
    { desk: createRecognitionDesk(stores), priority: createPriorityDesk(stores), people },
    seeded,
  );
  await seedHabits(createAdoptionDesk(stores), people, seeded);
  const organisations = createOrganisationStore(stores);
  const signer = hmacSigner(scene.signingSecret);
  return seedSecondAgency({ ...system, people, organisations, signer }, seeded);
}

/** Who works there, what they learned, how they did, and the counts of it. */
async function seedPeople({ services: { parts, queues }, seeded }: Scene): Promise<void> {
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const env = { LMS_TABLE: names.lmsTable, IMPORT_QUEUE_URL: queues.url(names.imports) };
  const people = createPeopleStore(stores);
  const outcome = await seedColleagues(
    {
      ...{ ...system, people, organisations: createOrganisationStore(stores) },
      courses: createCourseStore(stores),
      peopleDesk: createStaffingParts({ parts, env }).people,
      history: createHistoryParts({ parts, env }).history,
      obligations: createObligationParts({ parts, env }),
    },
    seeded,
  );
  await seedTalent(createTalentDesk(stores), people, seeded);
  if (outcome === 'known') return;
  // Before the walk, which would give the agency its turn of the quarter.
  await seedStanding(createStandingParts(stores), acting(seeded, 'agency-admin').agencyId);
  await peopleWalk({ ...stores, clock: systemClock })();
}

/** What citizens say, events and paths; the id of the event that was held, where it is new. */
async function seedServices({ services: { parts }, seeded, signingSecret }: Scene) {
  const stores = { dynamo: parts.dynamo, table: names.lmsTable };
  const env = {
    LMS_TABLE: names.lmsTable,
    SIGNING_SECRET: signingSecret,
    SURVEY_ANSWERS_PER_TEN_MINUTES: 100,
  };
  await seedCitizens(createCitizenDesk({ parts, env }), seeded);
  const desk = createEventDesk({ parts, env });
  await seedEvents(desk, seeded);
  const courses = createCourseStore(stores);
  const people = createPeopleStore(stores);
  const enrolments = createEnrolmentStore(stores);
  const registrations = createRegistrationStore(stores);
  await seedPaths({ ...createPathDesk(stores), events: desk.events, courses }, seeded);
  const completions = completionsOf({ ...desk, courses, people, enrolments, registrations });
  return seedHeldEvent({ desk, evaluations: createEvaluationDesk(stores), completions, people }, seeded);
}
