import type { CourseId, CourseStore } from '@sinau/catalogue';
import {
  type CertificateOf,
  type Completion,
  type CompletionDirectory,
  eLearning,
  type ShownParts,
} from '@sinau/credit';
import type { CourseContent, CourseContentPort, RegistrationStore } from '@sinau/delivery';
import { type EnrolmentStore, isEarned, type Registration } from '@sinau/enrolment';
import type { PeopleStore } from '@sinau/identity';
import { momentsHere, type PartsElsewhere, type RecordedMoment, timesElsewhere } from './recorded-moments.ts';
import { shownElsewhere } from './shown-elsewhere.ts';
import { statedHoursOf } from './stated-hours.ts';

interface CompletionDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly courses: CourseStore;
  readonly content: CourseContentPort;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly people: Pick<PeopleStore, 'find'>;
  /** Of the results that its providers have told of. */
  readonly certificatesOf: (registration: string) => Promise<readonly CertificateOf[]>;
  readonly momentsOf: (registration: string) => Promise<readonly RecordedMoment[]>;
}

/** Completed courses as credit asks for them: from the enrolment, what its course states, and what was recorded. */
export function createCompletions(deps: CompletionDeps): CompletionDirectory {
  return {
    async completionOf(registration): Promise<Completion | undefined> {
      const found = await deps.enrolments.findByRegistration(registration as Registration);
      if (found?.state !== 'completed' || found.completedAt === undefined) return undefined;
      const { personId, courseId, version, enrolledAt, completedAt } = found;
      const stated = found.earnedJp ?? (await statedHoursOf(deps).statedJp(courseId, version));
      const person = await deps.people.find(personId);
      if (stated === undefined || stated === 0 || !person) return undefined;
      const [course, certificates, times] = await Promise.all([
        deps.courses.find(courseId as CourseId),
        deps.certificatesOf(registration),
        timesOf(deps, { registration, courseId, version, completedAt }),
      ]);
      const { home } = person;
      return {
        ...{ personId, registration, courseId, version, stated, enrolledAt, completedAt, ...times },
        ...(home.kind === 'agency' && { agencyId: home.agencyId }),
        ...(certificates.length > 0 && { certificates }),
        stands: isEarned(found),
        title: course?.title ?? {},
        form: eLearning,
        abroad: false,
      };
    },
  };
}

/** Which parts tell times, and what they tell. */
async function timesOf(
  deps: Pick<CompletionDeps, 'content' | 'registrations' | 'momentsOf'>,
  of: Pick<Completion, 'registration' | 'courseId' | 'version' | 'completedAt'>,
): Promise<Pick<Completion, 'shown' | 'moments' | 'elsewhere'>> {
  const [content, state, moments] = await Promise.all([
    deps.content.find(of.courseId, of.version),
    deps.registrations.read(of.registration),
    deps.momentsOf(of.registration),
  ]);
  const away = elsewhereIn(content);
  const isWaived = (index: number) => state?.aus[index]?.waived === true;
  const shown = shownIn(content, isWaived);
  const elsewhere = timesElsewhere(moments, away, of.completedAt);
  return { shown, moments: momentsHere(moments, away), ...(shown.elsewhere > 0 && { elsewhere }) };
}

function elsewhereIn(content: CourseContent | undefined): PartsElsewhere {
  const named = content?.structure.aus.flatMap(({ id, index }): readonly [string, 'link' | 'provider'][] => {
    const kind = content.parts[index]?.kind;
    const who = kind && shownElsewhere[kind];
    return who ? [[id, who]] : [];
  });
  return new Map(named);
}

/** Of a version that cannot be read everything is taken to be shown here. */
function shownIn(content: CourseContent | undefined, isWaived: (index: number) => boolean): ShownParts {
  const shown = { here: 0, elsewhere: 0, waived: 0 };
  for (const [index, { kind }] of (content?.parts ?? []).entries()) {
    if (isWaived(index)) shown.waived += 1;
    else if (shownElsewhere[kind]) shown.elsewhere += 1;
    else shown.here += 1;
  }
  return shown.here + shown.elsewhere + shown.waived > 0 ? shown : { ...shown, here: 1 };
}
