import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createCreditStore } from '@sinau/credit/dynamo';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import { spreadMessageSchema } from '@sinau/obligations';
import { createObligationsStore, createTellingStore } from '@sinau/obligations/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createLearnerDirectory } from './learner-directory.ts';
import { createCourseDesk, createCourseShelf } from './obligation-courses.ts';
import { createMemberDirectory } from './obligation-members.ts';
import { createOpenCourses } from './open-courses.ts';
import type { Parts } from './parts.ts';
import { createPathDesk } from './path-parts.ts';
import { personStandingsOf } from './person-standings.ts';
import { shelfWithPaths, withPaths } from './required-paths.ts';

/** What obligations need of everybody else, for whoever follows people and courses. */
export function createDutyParts(given: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly clock?: Clock;
}) {
  const { clock = systemClock } = given;
  const stores = { dynamo: given.dynamo, table: given.table };
  const store = createObligationsStore(stores);
  const people = createPeopleStore(stores);
  const enrolments = createEnrolmentStore(stores);
  const organisations = createOrganisationStore(stores);
  const courses = createOpenCourses({ courses: createCourseStore(stores) });
  const system = { clock, ids: systemIds };
  const paths = createPathDesk(stores);
  const [credit, standings] = [createCreditStore(stores), personStandingsOf({ people })];
  return {
    ...{
      ...system,
      obligations: store,
      duties: store,
      spreads: store,
      exceptions: store,
      people,
      enrolments,
    },
    tellings: createTellingStore(stores),
    members: createMemberDirectory({ people, organisations, digest: nodeDigest, clock }),
    paths: paths.paths,
    shelf: shelfWithPaths(createCourseShelf(courses), paths),
    desk: withPaths(
      createCourseDesk({
        ...{ ...system, enrolments, courses, learners: createLearnerDirectory({ people }) },
        ...{ registrations: createRegistrationStore(stores), credit, standings },
      }),
      { ...paths, credit, standings, clock },
    ),
  };
}
export type DutyParts = ReturnType<typeof createDutyParts>;

/** The same for whoever has everybody of an agency looked at. */
export function createObligationParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly IMPORT_QUEUE_URL: string };
  readonly clock?: Clock;
}) {
  const { parts, env, clock } = given;
  return {
    ...createDutyParts({ dynamo: parts.dynamo, table: env.LMS_TABLE, ...(clock && { clock }) }),
    queue: parts.queue(env.IMPORT_QUEUE_URL, spreadMessageSchema),
  };
}
export type ObligationDesk = ReturnType<typeof createObligationParts>;
