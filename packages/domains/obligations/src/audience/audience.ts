import {
  type AgencyId,
  type EmploymentStatus,
  employmentStatuses,
  type PersonId,
  type TimeZone,
} from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText } from '../text.ts';

const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50).readonly().exactOptional();
const words = lineOfText(2, 60);

/** Whom an obligation is for: everybody of the agency who fits every part that is given, and within a part any of it. */
export const audienceSchema = z.strictObject({
  /** These units and all below them. */
  unitIds: some(z.string().regex(/^[\w-]{1,64}$/)),
  /** Families of posts. */
  postFamilies: some(z.string().regex(/^[a-z-]{1,40}$/)),
  /** Words of which one stands in the title of the post, in any case. */
  postWords: some(words),
  statuses: some(z.enum(employmentStatuses)),
});
export type Audience = z.infer<typeof audienceSchema>;

/** Somebody of an agency today, as audiences look at people. */
export interface Member {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  /** The unit, and every unit above it, nearest first. */
  readonly units: readonly string[];
  readonly postFamily?: string;
  readonly postTitle?: string;
  /** Where nobody has filled it in, what the number says. */
  readonly status: EmploymentStatus;
  readonly timeZone: TimeZone;
}

/** Whether somebody is in the audience now. It depends on nothing that was before, so joining and leaving have no order. */
export function isIn(audience: Audience, member: Member): boolean {
  const { unitIds, postFamilies, postWords, statuses } = audience;
  const title = member.postTitle?.toLowerCase() ?? '';
  return (
    (!unitIds || member.units.some((unitId) => unitIds.includes(unitId))) &&
    (!postFamilies || (member.postFamily !== undefined && postFamilies.includes(member.postFamily))) &&
    (!postWords || postWords.some((word) => title.includes(word.toLowerCase()))) &&
    (!statuses || statuses.includes(member.status))
  );
}
