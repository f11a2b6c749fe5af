import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Owner } from '../event.ts';

type Root = 'EVENT' | 'COHORT';

/** Where seats of one kind of thing lie: of events, or of cohorts. */
export interface SeatSpace {
  /** Beginning of the kinds of its rows. */
  readonly name: 'event' | 'cohort';
  /** One of them with its counters, its seats and those who wait. */
  readonly partition: (id: string) => string;
  readonly countsKey: (id: string) => Key;
  readonly seatKey: (id: string, personId: string) => Key;
  /** Those who wait, in their order. */
  readonly waitKey: (id: string, place: string) => Key;
  /** Those that somebody ever had a seat of. */
  readonly personPartition: (personId: string) => string;
  readonly personKey: (personId: string, id: string) => Key;
  /** Seats that are kept, by when that is over. */
  readonly offersPartition: string;
  readonly offerKey: (until: string, at: { readonly eventId: string; readonly personId: string }) => Key;
  /** Seats that wait for a word, by the agency of their people, what has waited longest first. */
  readonly requestPartition: (agencyId: string) => string;
  readonly requestKey: (
    agencyId: string,
    at: { readonly since: string; readonly eventId: string; readonly personId: string },
  ) => Key;
}

export const seatPrefix = keyPrefix('SEAT');
export const waitPrefix = keyPrefix('WAIT');

function seatSpace(root: Root, name: SeatSpace['name']): SeatSpace {
  const partition = (id: string) => composeKey(root, id);
  const personPartition = (personId: string) => composeKey(`${root}-SEATS`, personId);
  const offersPartition = `${root}-OFFERS`;
  const requestPartition = (agencyId: string) => composeKey(`${root}-REQUESTS`, agencyId);
  return {
    ...{ name, partition, personPartition, offersPartition, requestPartition },
    countsKey: (id) => ({ pk: partition(id), sk: 'COUNTS' }),
    seatKey: (id, personId) => ({ pk: partition(id), sk: composeKey('SEAT', personId) }),
    waitKey: (id, place) => ({ pk: partition(id), sk: composeKey('WAIT', place) }),
    personKey: (personId, id) => ({ pk: personPartition(personId), sk: id }),
    offerKey: (until, { eventId, personId }) => ({
      ...{ pk: offersPartition, sk: composeKey(until, eventId, personId) },
    }),
    requestKey: (agencyId, { since, eventId, personId }) => ({
      ...{ pk: requestPartition(agencyId), sk: composeKey(since, eventId, personId) },
    }),
  };
}

export const eventSpace: SeatSpace = seatSpace('EVENT', 'event');
/** `eventId` of a seat is the id of the cohort. */
export const cohortSpace: SeatSpace = seatSpace('COHORT', 'cohort');

export const eventKey = (eventId: string): Key => ({ pk: eventSpace.partition(eventId), sk: 'EVENT' });
export const cohortKey = (cohortId: string): Key => ({ pk: cohortSpace.partition(cohortId), sk: 'COHORT' });

export const ownerPartition = (owner: Owner): string =>
  composeKey('EVENTS-OF', owner.kind, owner.kind === 'agency' ? owner.agencyId : owner.providerId);
/** Published ones, by whom they are open to. */
export const openPartition = (to: string): string => composeKey('EVENTS-OPEN', to);

export const addressKey = (personId: string): Key => ({
  pk: composeKey('EVENT-CALENDAR-OF', personId),
  sk: 'ADDRESS',
});
export const calendarKey = (calendarId: string): Key => ({
  pk: composeKey('EVENT-CALENDAR', calendarId),
  sk: 'OWNER',
});

/** Events that people of an agency have asked for a seat of. */
export const agencyEventsPartition = (agencyId: string): string => composeKey('EVENTS-WITH', agencyId);
export const agencyEventKey = (agencyId: string, eventId: string): Key => ({
  pk: agencyEventsPartition(agencyId),
  sk: eventId,
});
/** Those who wait for room in a budget line, whatever their event, first come first. */
export const unfundedPartition = (agencyId: string, lineId: string): string =>
  composeKey('EVENT-UNFUNDED', agencyId, lineId);
export const unfundedKey = (
  line: { readonly agencyId: string; readonly lineId: string },
  at: { readonly since: string; readonly eventId: string; readonly personId: string },
): Key => ({
  pk: unfundedPartition(line.agencyId, line.lineId),
  sk: composeKey(at.since, at.eventId, at.personId),
});
export const paymentKey = (agencyId: string, eventId: string): Key => ({
  pk: composeKey('EVENT-TERMS', agencyId),
  sk: composeKey('EVENT', eventId),
});
export const partnerRuleKey = (agencyId: string): Key => ({
  pk: composeKey('EVENT-TERMS', agencyId),
  sk: 'PARTNERS',
});

/** A learning path with its versions, its counters and the people on it. */
export const pathPartition = (pathId: string): string => composeKey('PATH', pathId);
export const pathKey = (pathId: string): Key => ({ pk: pathPartition(pathId), sk: 'PATH' });
export const pathCountsKey = (pathId: string): Key => ({ pk: pathPartition(pathId), sk: 'COUNTS' });
export const pathVersionKey = (pathId: string, version: number): Key => ({
  pk: pathPartition(pathId),
  sk: composeKey('VERSION', String(version).padStart(6, '0')),
});
export const pathMemberKey = (pathId: string, personId: string): Key => ({
  pk: pathPartition(pathId),
  sk: composeKey('MEMBER', personId),
});
export const pathMemberPrefix = keyPrefix('MEMBER');

export const pathOwnerPartition = (owner: Owner): string =>
  composeKey('PATHS-OF', owner.kind, owner.kind === 'agency' ? owner.agencyId : owner.providerId);
/** Published ones, by whom they are open to. */
export const pathOpenPartition = (to: string): string => composeKey('PATHS-OPEN', to);

/** Paths that somebody is or was on. */
export const pathPersonPartition = (personId: string): string => composeKey('PATHS-ON', personId);
export const pathPersonKey = (personId: string, pathId: string): Key => ({
  pk: pathPersonPartition(personId),
  sk: pathId,
});

export const cohortAgencyPartition = (agencyId: string): string => composeKey('COHORTS-OF', agencyId);
/** When a cohort tells of the days of its steps next. */
export const cohortTurnKey = (cohortId: string): Key => ({ pk: cohortSpace.partition(cohortId), sk: 'TURN' });
/** When a supervisor hears of cohorts next. */
export const cohortTeamTurnKey = (personId: string): Key => ({
  pk: composeKey('COHORT-TEAM', personId),
  sk: 'TURN',
});
/** gsi1: turns, the earliest first. */
export const cohortTurnsPartition = (kind: 'cohort' | 'team'): string => composeKey('COHORT-TURNS', kind);

/** Open ones, by their last day. */
export const cohortOpenPartition = (agencyId: string): string => composeKey('COHORTS-OPEN', agencyId);
