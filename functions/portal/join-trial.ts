import type { Course, CourseVersion } from '@sinau/catalogue';
import { launchTrial, readTrial, restartTrial, type TrialPlace } from '@sinau/delivery';
import type { PersonPrincipal } from '@sinau/kernel';
import type { CourseAddress, TrialPorts } from '@sinau/web';
import { statementsOfTrial } from '../shared/trial-statements.ts';
import { auIndexOf, previewCourse } from './course-view.ts';
import type { PortalDeps } from './deps.ts';

/**
 * Runs a version as a learner would, into the sandbox. `versionOf` says which version the person may see, and refuses
 * everybody else.
 */
export function joinTrial(
  deps: PortalDeps,
  versionOf: (
    person: PersonPrincipal,
    address: CourseAddress,
  ) => Promise<{ readonly course: Course; readonly version: CourseVersion }>,
): TrialPorts {
  const placeOf = async (person: PersonPrincipal, address: CourseAddress): Promise<TrialPlace> => {
    const { version } = await versionOf(person, address);
    return { personId: person.personId, courseId: address.courseId, version: version.version };
  };
  return {
    takenCourseOf: async (person, address) => {
      const { course, version } = await versionOf(person, address);
      const { courseId } = course;
      const at = { personId: person.personId, courseId, version: version.version };
      const { progress } = await readTrial(deps, at);
      return previewCourse(deps, course, { version, progress });
    },
    launch: async (person, { partId, returnUrl, locale, ...address }) => {
      const at = await placeOf(person, address);
      return launchTrial(deps, { at, auIndex: auIndexOf(partId), returnUrl, locale });
    },
    restart: async (person, address) => restartTrial(deps, await placeOf(person, address)),
    statements: async (person, address) => {
      const { registration } = await readTrial(deps, await placeOf(person, address));
      if (registration === undefined) return [];
      const statements = await statementsOfTrial(deps, registration);
      return statements.map(({ id, statement, json }) => ({
        id,
        storedAt: statement.stored,
        verb: statement.verb.id.split('/').at(-1) ?? statement.verb.id,
        object: 'id' in statement.object ? tailOf(statement.object.id) : '',
        json: JSON.stringify(JSON.parse(json), null, 2),
      }));
    },
  };
}

const tailOf = (id: string) => id.split('/').slice(-2).join('/');
