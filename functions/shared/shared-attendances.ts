import {
  dayOf,
  formOf,
  type PairStore,
  type Session,
  sessionOfShare,
  shareIdOf,
  titleOf,
} from '@sinau/collaboration';
import type { Attendance, AttendanceDirectory } from '@sinau/credit';
import { type OrganisationStore, organisationName } from '@sinau/identity';

interface Deps {
  readonly pairs: Pick<PairStore, 'findSession'>;
  readonly organisations: OrganisationStore;
}

/** What people have learned from each other, as the ledger of JP asks for it: one session, signed by both. `learningId` is that of the share. */
export function sharedAttendancesOf(deps: Deps): AttendanceDirectory {
  return {
    async attendanceOf(personId, shareId) {
      const place = sessionOfShare(shareId);
      const session = place && (await deps.pairs.findSession(place));
      if (session?.learner !== personId) return undefined;
      const guide = { kind: 'agency', agencyId: session.guideAgency } as const;
      return attendanceFrom(session, (await organisationName(deps, guide)) ?? '–');
    },
  };
}

function attendanceFrom(session: Session, organiser: string): Attendance {
  const { learner: personId, learnerAgency: agencyId, kind, state, signatures, updatedAt } = session;
  const on = dayOf(session);
  return {
    ...{ personId, learningId: shareIdOf(session), agencyId, form: formOf[kind] },
    // The ledger is read by others than the two.
    title: titleOf(session),
    ...{ abroad: false, startsOn: on, endsOn: on, count: 1, shared: { organiser } },
    verifiedAt: signatures.at(-1)?.at ?? updatedAt,
    ...{ stands: state === 'confirmed', because: 'not-confirmed' },
  };
}
