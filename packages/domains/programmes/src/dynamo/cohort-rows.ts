import type { AgencyId, LanguageMap, LocalDate, PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { admissions, type Cohort, type CohortId, cohortAudiences } from '../cohorts/cohort.ts';
import type { PathId } from '../paths/path.ts';
import { cohortAgencyPartition, cohortKey, cohortOpenPartition } from './keys.ts';
import { id } from './rows.ts';

const text = z.string();
const maybe = text.exactOptional();
const day = id<LocalDate>();

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), pathId: id<PathId>(), version: z.number() }),
  z.object({
    ...{ kind: z.literal('course'), courseId: text },
    title: z.custom<LanguageMap>((value) => typeof value === 'object' && value !== null),
  }),
]);

const cohort = z.object({
  ...{ cohortId: id<CohortId>(), agencyId: id<AgencyId>(), subject, name: text, about: maybe },
  state: z.enum(['draft', 'open', 'closed', 'cancelled']),
  ...{ startsOn: day, endsOn: day, applyUntil: day, zone: text, capacity: z.number() },
  ...{ admission: z.enum(admissions), audience: z.enum(cohortAudiences), unitIds: z.array(text).readonly() },
  ...{ confirmHours: z.number(), facilitatorId: id<PersonId>().exactOptional() },
  dueDays: z.array(z.object({ stepId: text, on: day })).readonly(),
  ...{ cancelReason: maybe, closedAt: maybe, movedAt: maybe },
  ...{ createdBy: id<PersonId>(), createdAt: text, updatedAt: text, rev: z.number() },
});

/** Only open ones stand in the list of what is open. */
export function toCohortRow(next: Cohort): Item {
  const sorted = composeKey(next.endsOn, next.cohortId);
  return {
    ...{ ...cohortKey(next.cohortId), kind: 'cohort', ...next },
    ...{ gsi1pk: cohortAgencyPartition(next.agencyId), gsi1sk: sorted },
    ...(next.state === 'open' && { gsi2pk: cohortOpenPartition(next.agencyId), gsi2sk: sorted }),
  };
}
export const readCohortRow = (row: Item): Cohort => cohort.parse(row);
export const isCohortRow = ({ kind }: Item): boolean => kind === 'cohort';
