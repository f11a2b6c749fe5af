import type { EnrolmentTrace } from './traces.ts';

/** Sorts what is known of one enrolment by how far on it is: an end is final, and versions only go up. */
export const stampOf = ({ over, completedAt, movedAt }: EnrolmentTrace): string =>
  `${over || completedAt !== undefined ? 1 : 0} ${movedAt ?? ''}`;
