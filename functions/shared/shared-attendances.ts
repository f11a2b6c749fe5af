import {
  dayOf,
  formOf,
  type PairStore,
  type Session,
  sessionOfShare,
  shareIdOf,
  titleOf,
} from '@sinau/collaboration';
import {
  type CommunityStore,
  hoursOf,
  isSure,
  type Meeting,
  meetingDay,
  meetingOfShare,
} from '@sinau/collaboration/communities';
import type { Attendance, AttendanceDirectory } from '@sinau/credit';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { Jp, PersonId } from '@sinau/kernel';

interface Deps {
  readonly pairs: Pick<PairStore, 'findSession'>;
  readonly communities: Pick<CommunityStore, 'find' | 'findMeeting'>;
  readonly organisations: OrganisationStore;
}

/** What people have learned from each other, as the ledger of JP asks for it: one session, or one meeting. `learningId` is that of the share. */
export function sharedAttendancesOf(deps: Deps): AttendanceDirectory {
  return {
    async attendanceOf(personId, shareId) {
      const meetingPlace = meetingOfShare(shareId);
      if (meetingPlace) {
        const [community, meeting] = await Promise.all([
          deps.communities.find(meetingPlace.communityId),
          deps.communities.findMeeting(meetingPlace),
        ]);
        return meeting && attendedMeeting(meeting, { personId, shareId, organiser: community?.name ?? '–' });
      }
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

/** Of a meeting that was closed, for somebody of whom it is sure that they were there; whole lesson hours. */
function attendedMeeting(
  meeting: Meeting,
  of: { readonly personId: PersonId; readonly shareId: string; readonly organiser: string },
): Attendance | undefined {
  const { personId, shareId, organiser } = of;
  const own = meeting.attendances.find((one) => one.personId === personId);
  if (!own) return undefined;
  const on = meetingDay(meeting, own.zone);
  const hours = hoursOf(meeting);
  return {
    ...{ personId, learningId: shareId, agencyId: own.agencyId, form: 'NKL10', title: meeting.topic },
    ...{ abroad: false, startsOn: on, endsOn: on, stated: hours as Jp, shared: { organiser } },
    verifiedAt: meeting.updatedAt,
    ...{ stands: meeting.state === 'closed' && isSure(own) && hours > 0, because: 'not-confirmed' },
  };
}
