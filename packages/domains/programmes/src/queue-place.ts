import type { Seat } from './seat.ts';

// Places begin with the year in which somebody came; both of these stand before all of them.
const required = '! ';
const raised = '0 ';

/** Who of a queue is asked first. */
export interface QueueRank {
  /** What is learned there is required of them. */
  readonly isRequired: boolean;
  /** Used a right to be put before others (`raiseSeat`). */
  readonly isRaised: boolean;
}

/** When somebody came; of one millisecond it is all the same, but not open. */
const arrivalOf = ({ since, personId }: Pick<Seat, 'since' | 'personId'>): string => `${since} ${personId}`;

/** The place of whoever comes into the queue now. */
export const newPlace = (seat: Pick<Seat, 'since' | 'personId'>, rank: QueueRank): string =>
  rankedPlace(arrivalOf(seat), rank);

/** A place under another rank: first of whom it is required, then who used a right, then everybody else; within each by arrival. */
export function rankedPlace(place: string, { isRequired, isRaised }: QueueRank): string {
  const arrival = isRequiredPlace(place) || place.startsWith(raised) ? place.slice(raised.length) : place;
  if (isRequired) return required + arrival;
  return isRaised ? raised + arrival : arrival;
}

/** Whether it is that of somebody of whom it is required. */
export const isRequiredPlace = (place: string): boolean => place.startsWith(required);
