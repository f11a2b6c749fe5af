import { hashOf } from '../search/shard-of.ts';
import type { Rating } from './rating.ts';

/**
 * Where a comment stands in the list of its course: another text stands elsewhere. Authors are given it, so it names the day
 * alone: a time of day would lead to whoever completed the course a minute before.
 */
export const placeOfComment = ({ changedAt, ratingId, comment = '' }: Rating): string =>
  `${changedAt.slice(0, 10)}~${ratingId}~${hashOf(comment).toString(36)}`;

/** Where a report stands in the list of its state. */
export const placeOfReport = ({ report, ratingId }: Rating): string => `${report?.at ?? ''}~${ratingId}`;
