import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Owner } from '../event.ts';

/** An event with its counters, its seats and those who wait. */
export const eventPartition = (eventId: string): string => composeKey('EVENT', eventId);
export const eventKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'EVENT' });
export const countsKey = (eventId: string): Key => ({ pk: eventPartition(eventId), sk: 'COUNTS' });
export const seatKey = (eventId: string, personId: string): Key => ({
  pk: eventPartition(eventId),
  sk: composeKey('SEAT', personId),
});
export const seatPrefix = keyPrefix('SEAT');

/** Those who wait, in their order. */
export const waitKey = (eventId: string, place: string): Key => ({
  pk: eventPartition(eventId),
  sk: composeKey('WAIT', place),
});
export const waitPrefix = keyPrefix('WAIT');

export const ownerPartition = (owner: Owner): string =>
  composeKey('EVENTS-OF', owner.kind, owner.kind === 'agency' ? owner.agencyId : owner.providerId);
/** Published ones, by whom they are open to. */
export const openPartition = (to: string): string => composeKey('EVENTS-OPEN', to);

/** Events that somebody ever had a seat of. */
export const personPartition = (personId: string): string => composeKey('EVENT-SEATS', personId);
export const personKey = (personId: string, eventId: string): Key => ({
  pk: personPartition(personId),
  sk: eventId,
});

/** Seats that are kept, by when that is over. */
export const offersPartition = 'EVENT-OFFERS';
export const offerKey = (
  until: string,
  at: { readonly eventId: string; readonly personId: string },
): Key => ({
  pk: offersPartition,
  sk: composeKey(until, at.eventId, at.personId),
});

export const addressKey = (personId: string): Key => ({
  pk: composeKey('EVENT-CALENDAR-OF', personId),
  sk: 'ADDRESS',
});
export const calendarKey = (calendarId: string): Key => ({
  pk: composeKey('EVENT-CALENDAR', calendarId),
  sk: 'OWNER',
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
