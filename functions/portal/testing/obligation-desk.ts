import type { CreditStore } from '@sinau/credit';
import { memoryObligationsStore, memoryTellingStore } from '@sinau/obligations/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryQueue } from '@sinau/platform/testing';
import { createLearnerDirectory } from '../../shared/learner-directory.ts';
import { createCourseDesk, createCourseShelf } from '../../shared/obligation-courses.ts';
import { createMemberDirectory } from '../../shared/obligation-members.ts';
import type { ObligationDesk } from '../../shared/obligation-parts.ts';
import { createOpenCourses } from '../../shared/open-courses.ts';
import type { PathDesk } from '../../shared/path-parts.ts';
import { personStandingsOf } from '../../shared/person-standings.ts';
import { shelfWithPaths, withPaths } from '../../shared/required-paths.ts';
import type { PortalDeps } from '../deps.ts';

/** Obligations on memory; the queue is worked off by whoever asks. */
export function obligationDesk(
  world: Pick<
    PortalDeps,
    'people' | 'organisations' | 'enrolments' | 'courses' | 'registrations' | 'clock' | 'ids'
  > & { readonly credit: CreditStore; readonly pathDesk: PathDesk },
): ObligationDesk {
  const store = memoryObligationsStore();
  const { people, organisations, enrolments, registrations, credit, pathDesk, clock, ids } = world;
  const courses = createOpenCourses(world);
  const standings = personStandingsOf({ people });
  return {
    ...{
      obligations: store,
      duties: store,
      spreads: store,
      exceptions: store,
      people,
      enrolments,
      clock,
      ids,
    },
    tellings: memoryTellingStore(() => []),
    members: createMemberDirectory({ people, organisations, digest: nodeDigest, clock }),
    paths: pathDesk.paths,
    shelf: shelfWithPaths(createCourseShelf(courses), pathDesk),
    desk: withPaths(
      createCourseDesk({
        ...{ enrolments, courses, registrations, credit, clock, ids, standings },
        learners: createLearnerDirectory({ people }),
      }),
      { ...pathDesk, credit, standings, clock },
    ),
    queue: createMemoryQueue(),
  };
}
