import type { CourseId, CourseStore } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type {
  CompletedCourse,
  CompletedCourses,
  HolderNames,
  HoursState,
  HoursStates,
  IssuerPlace,
} from '@sinau/credentials';
import {
  createCertificateStore,
  createSignedFormStore,
  createTranscriptStore,
} from '@sinau/credentials/dynamo';
import {
  createCertificateFiles,
  createSignedFormFiles,
  createTranscriptFiles,
} from '@sinau/credentials/files';
import type { CreditStore, EntryId, Hold } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { type Enrolment, type EnrolmentStore, isEarned, type Registration } from '@sinau/enrolment';
import { type OrganisationStore, type PeopleStore, serviceOf } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { localDateOf } from '@sinau/kernel';
import { didOf } from '@sinau/open-badges';
import { hmacSigner, nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { EventCertificateDeps } from './event-certificates.ts';
import { readEventRegistration } from './event-registration.ts';
import type { Parts } from './parts.ts';
import type { PathCertificateDeps } from './path-certificates.ts';
import { readPathRegistration } from './path-registration.ts';
import type { RecognitionCertificateDeps } from './recognition-certificates.ts';
import { readRecognitionRegistration } from './recognition-registration.ts';

interface Stores {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/** What certificates are made of, read from, and kept in; the same for the worker and for every door. */
export function createCredentialParts(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly DOCUMENTS_BUCKET: string;
    readonly PORTAL_ORIGIN: string;
    readonly SIGNING_SECRET: string;
  };
}) {
  const { parts, env } = given;
  const door = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const objects = parts.objects(env.DOCUMENTS_BUCKET);
  const people = createPeopleStore(door);
  const stores: Stores = {
    enrolments: createEnrolmentStore(door),
    courses: createCourseStore(door),
    people,
    organisations: createOrganisationStore(door),
  };
  return {
    certificates: createCertificateStore(door),
    files: createCertificateFiles({ objects }),
    transcripts: createTranscriptStore(door),
    transcriptFiles: createTranscriptFiles({ objects }),
    forms: createSignedFormStore(door),
    formFiles: createSignedFormFiles({ objects }),
    completed: completedOf(completedCoursesOf(stores), {
      events: async () => {
        const { createEventStore, createSeatStore } = await import('@sinau/programmes/dynamo');
        const { createCreditDesk } = await import('./credit-desk.ts');
        const credit = createCreditDesk(door);
        return { ...stores, events: createEventStore(door), seats: createSeatStore(door), credit };
      },
      paths: async () => {
        const { createPathMemberStore, createPathStore } = await import('@sinau/programmes/dynamo');
        return { ...stores, paths: createPathStore(door), members: createPathMemberStore(door) };
      },
      recognitions: async () => {
        const { createRecognitionStore } = await import('@sinau/recognition/dynamo');
        return { ...stores, recognitions: createRecognitionStore(door) };
      },
    }),
    holders: holderNamesOf(people),
    hours: hoursStatesOf(createCreditStore(door)),
    issuer: issuerOf(env.PORTAL_ORIGIN),
    ...{ signer: hmacSigner(env.SIGNING_SECRET), digest: nodeDigest, clock: systemClock, ids: systemIds },
  };
}

/** A registration of a course, of an event, of a learning path, or of a recognition. */
const completedOf = (
  courses: CompletedCourses,
  others: {
    readonly events: () => Promise<EventCertificateDeps>;
    readonly paths: () => Promise<PathCertificateDeps>;
    readonly recognitions: () => Promise<RecognitionCertificateDeps>;
  },
): CompletedCourses => ({
  find: async (registration) => {
    const attendance = readEventRegistration(registration);
    if (attendance) {
      const { attendedEvent } = await import('./event-certificates.ts');
      return attendedEvent(await others.events(), attendance);
    }
    const recognised = readRecognitionRegistration(registration);
    if (recognised) {
      const { grantedRecognition } = await import('./recognition-certificates.ts');
      return grantedRecognition(await others.recognitions(), recognised);
    }
    const membership = readPathRegistration(registration);
    if (!membership) return courses.find(registration);
    const { finishedPath } = await import('./path-certificates.ts');
    return finishedPath(await others.paths(), membership);
  },
});

export const issuerOf = (origin: string): IssuerPlace => ({ did: didOf(origin), name: 'Sinau', origin });

const holderNamesOf = (people: Pick<PeopleStore, 'find'>): HolderNames => ({
  nameOf: async (personId) => (await people.find(personId))?.name,
});

/** A line of the ledger about a course is called by its registration. */
export const hoursStatesOf = (credit: Pick<CreditStore, 'findHold' | 'holdsOf'>): HoursStates => ({
  ofPerson: async (personId) => {
    const holds = await credit.holdsOf(personId);
    const told = holds.flatMap((hold): [string, HoursState][] => {
      const state = stateOf(hold);
      return state ? [[hold.about, state]] : [];
    });
    return new Map(told);
  },
  ofRegistration: async (personId, registration) => {
    const hold = await credit.findHold(personId, registration as EntryId);
    return hold && stateOf(hold);
  },
});

function stateOf({ state }: Hold): HoursState | undefined {
  if (state === 'released') return undefined;
  return state === 'open' ? 'held' : state;
}

/** An enrolment, its course and its person, as certificates ask for them. */
export function completedCoursesOf(stores: Stores): CompletedCourses {
  return {
    find: async (registration) => {
      const enrolment = await stores.enrolments.findByRegistration(registration as Registration);
      if (enrolment?.completedAt === undefined) return undefined;
      return isEarned(enrolment) ? readCompleted(stores, enrolment) : 'taken-back';
    },
  };
}

async function readCompleted(
  stores: Stores,
  { personId, courseId, version, enrolledAt, completedAt, earnedJp }: Enrolment,
): Promise<CompletedCourse | undefined> {
  const [person, course] = await Promise.all([
    stores.people.find(personId),
    stores.courses.find(courseId as CourseId),
  ]);
  if (!person || !course || completedAt === undefined) return undefined;
  const provider = await stores.organisations.findProvider(course.providerId);
  const { title, description, providerId } = course;
  return {
    ...{ personId, holderName: person.name },
    ...(person.home.kind === 'agency' && { agencyId: person.home.agencyId }),
    course: { courseId, version, title, description, providerId, providerName: provider?.name ?? providerId },
    ...(earnedJp !== undefined && { jp: earnedJp }),
    startedAt: enrolledAt,
    completedAt,
    timeZone: serviceOf(person, localDateOf(Date.parse(completedAt), person.timeZone ?? 'Asia/Jakarta'))
      .timeZone,
  };
}
