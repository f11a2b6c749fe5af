import type { Rating } from './rating.ts';

/** Where a comment stands in the list of its course: another text stands elsewhere. Tells nothing of its writer. */
export const placeOfComment = ({ changedAt, ratingId }: Rating): string => `${changedAt}~${ratingId}`;

/** Where a report stands in the list of its state. */
export const placeOfReport = ({ report, ratingId }: Rating): string => `${report?.at ?? ''}~${ratingId}`;
