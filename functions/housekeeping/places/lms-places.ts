import type { SavedCourseStore } from '@sinau/catalogue';
import type { RegistrationStore } from '@sinau/delivery';
import type { Enrolment, EnrolmentStore } from '@sinau/enrolment';
import type { PeopleStore, Person } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import type { MailWishStore, NoticeId, NoticeStore } from '@sinau/notifications';
import type { PersonPlace } from '@sinau/privacy';

export interface LmsPlaceDeps {
  readonly people: PeopleStore;
  readonly enrolments: EnrolmentStore;
  readonly registrations: RegistrationStore;
  readonly notices: NoticeStore;
  readonly mails: Pick<MailWishStore, 'wishesOf'>;
  readonly saved: SavedCourseStore;
}

const noticesTogether = 100;

/**
 * What the LMS itself keeps. A copy holds it; an erasure of learning records leaves it: account, enrolments and results
 * are personnel records, which end by other rules.
 */
export function lmsPlaces(deps: LmsPlaceDeps): readonly PersonPlace[] {
  return [
    identityPlace(deps),
    enrolmentsPlace(deps),
    registrationsPlace(deps),
    inboxPlace(deps),
    savedPlace(deps),
  ];
}

function identityPlace({ people }: LmsPlaceDeps): PersonPlace {
  return {
    name: 'identity',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const person = await people.find(personId);
      return { records: person ? [{ person: ownDataOf(person) }] : [], counts: { identity: person ? 1 : 0 } };
    },
  };
}

/** Who invited, vouched, closed and opened is an officer's data. */
function ownDataOf({ invitedBy: _i, vouchedFor: _v, accountChanges, ...person }: Person): object {
  const changes = accountChanges?.map(({ by: _, ...change }) => change);
  return { ...person, ...(changes && { accountChanges: changes }) };
}

/** Those that stand, and those that are over. */
export async function allEnrolments(
  enrolments: EnrolmentStore,
  personId: PersonId,
): Promise<readonly Enrolment[]> {
  const [current, past] = await Promise.all([
    enrolments.listCurrent(personId),
    enrolments.listPast(personId),
  ]);
  return [...current, ...past];
}

function enrolmentsPlace({ enrolments }: LmsPlaceDeps): PersonPlace {
  return {
    name: 'enrolments',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const all = await allEnrolments(enrolments, personId);
      return { records: all.map((enrolment) => ({ enrolment })), counts: { enrolments: all.length } };
    },
  };
}

function registrationsPlace({ enrolments, registrations }: LmsPlaceDeps): PersonPlace {
  return {
    name: 'registrations',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const records: object[] = [];
      for (const { registration } of await allEnrolments(enrolments, personId)) {
        const found = await registrations.read(registration);
        if (!found) continue;
        const { session, ...rest } = found;
        // Hashes of tokens are the system's own.
        const { fetchHash: _, tokenHash: _token, ...shown } = session ?? {};
        records.push({ registration: { ...rest, ...(session ? { session: shown } : {}) } });
      }
      return { records, counts: { registrations: records.length } };
    },
  };
}

function inboxPlace({ notices, mails }: LmsPlaceDeps): PersonPlace {
  return {
    name: 'inbox',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }, cursor) {
      const [createdAt, noticeId] = (cursor ?? '').split(' ');
      const after = createdAt && noticeId ? { after: { createdAt, noticeId: noticeId as NoticeId } } : {};
      // Once: when they want mail.
      const wishes = cursor === undefined ? await mails.wishesOf(personId) : undefined;
      const page = await notices.list({ personId, limit: noticesTogether, ...after });
      const last = page.length === noticesTogether ? page.at(-1) : undefined;
      return {
        records: [...(wishes ? [{ mailWishes: wishes }] : []), ...page.map((notice) => ({ notice }))],
        counts: { inbox: page.length },
        ...(last ? { next: `${last.createdAt} ${last.noticeId}` } : {}),
      };
    },
  };
}

function savedPlace({ saved }: LmsPlaceDeps): PersonPlace {
  return {
    name: 'saved',
    settleMs: 0,
    count: async () => ({ counts: {} }),
    async copy({ personId }) {
      const all = await saved.list(personId);
      return { records: all.map((one) => ({ savedCourse: one })), counts: { saved: all.length } };
    },
  };
}
