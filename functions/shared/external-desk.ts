import { readCertificateNumber } from '@sinau/credentials';
import { countAttendance, findLikeCourses, isFormCode, unitOfForm, worthOfUnit } from '@sinau/credit';
import type {
  EvidenceRoom,
  FormDirectory,
  LearnerDirectory,
  LearningStore,
  OwnCertificates,
} from '@sinau/external-learning';
import type { PeopleStore } from '@sinau/identity';
import { type Clock, localDateOf, yearOf } from '@sinau/kernel';
import type { CreditDesk } from './credit-desk.ts';
import { createLearnerDirectory } from './learner-directory.ts';

/** Learning elsewhere with what it asks of identity, the rules of JP and our own certificates. */
export interface ExternalDesk {
  readonly learnings: LearningStore;
  readonly evidence: EvidenceRoom;
  readonly learners: LearnerDirectory;
  readonly forms: FormDirectory;
  readonly certificates: OwnCertificates;
}

export function externalDeskOf(given: {
  readonly learnings: LearningStore;
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
  readonly credit: CreditDesk;
  readonly clock: Clock;
}): Omit<ExternalDesk, 'evidence'> {
  const { learnings, credit, clock } = given;
  const { placeOf, teamOf } = createLearnerDirectory(given);
  return {
    learnings,
    learners: {
      teamOf,
      async placeOf(personId) {
        const [place, standing] = await Promise.all([
          placeOf(personId),
          credit.standings.standingOf(personId),
        ]);
        const zone = standing?.timeZone ?? 'Asia/Jakarta';
        return place && { ...place, today: localDateOf(clock.now().getTime(), zone) };
      },
    },
    forms: {
      unitOf: async ({ form, agencyId, on }) =>
        isFormCode(form) ? unitOfForm(credit, { form, agencyId, on }) : 'unknown',
      worthOf: async ({ form, ...asked }) =>
        isFormCode(form) ? worthOfUnit(credit, { form, ...asked }) : undefined,
      countedOf: async ({ form, ...asked }) =>
        isFormCode(form) ? countAttendance(credit, { form, ...asked }) : undefined,
    },
    certificates: {
      isOurs: async (number) => readCertificateNumber(number) !== undefined,
      async countedIn(personId, certificate) {
        const days = { title: '', startsOn: '1900-01-01', endsOn: '1900-01-01' };
        const like = await findLikeCourses(credit, { personId, certificate, ...days });
        const same = like.find(({ by }) => by === 'certificate');
        return same && yearOf(same.endsOn);
      },
    },
  };
}
