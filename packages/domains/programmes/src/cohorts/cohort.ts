import {
  type AgencyId,
  type Brand,
  type LanguageMap,
  type LocalDate,
  oneLine,
  type PersonId,
  plainLines,
} from '@sinau/kernel';
import * as z from 'zod';
import { type Event, type EventId, mostCapacity } from '../event.ts';
import type { PathId, PathTerms } from '../paths/path.ts';
import { isZone, momentOf } from '../zone.ts';

export type CohortId = Brand<'CohortId'>;

/** Whoever wants applies; their supervisor says yes first; or nobody applies: supervisors and the agency name people. */
export const admissions = ['open', 'supervisor', 'nomination'] as const;
export const cohortAudiences = ['agency', 'units'] as const;

/** What is learned together: a version of a path, or a course. */
export type CohortSubject =
  | { readonly kind: 'path'; readonly pathId: PathId; readonly version: number }
  | { readonly kind: 'course'; readonly courseId: string; readonly title: LanguageMap };

export interface CohortTerms {
  readonly name: string;
  readonly about?: string;
  /** First and last day, of the place. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Last day of applying and of naming people by their supervisors. */
  readonly applyUntil: LocalDate;
  /** A name of the IANA database. */
  readonly zone: string;
  readonly capacity: number;
  readonly admission: (typeof admissions)[number];
  readonly audience: (typeof cohortAudiences)[number];
  /** For `units`: these, and those below them. */
  readonly unitIds: readonly string[];
  /** How long a seat that became free is kept for the first of the waiting list. */
  readonly confirmHours: number;
  /** Looks after the people; sees how far they are. */
  readonly facilitatorId?: PersonId;
  /** By when steps are to be finished; of a course `course`. */
  readonly dueDays: readonly { readonly stepId: string; readonly on: LocalDate }[];
}

/** People who learn the same in the same weeks. */
export interface Cohort extends CohortTerms {
  readonly cohortId: CohortId;
  readonly agencyId: AgencyId;
  readonly subject: CohortSubject;
  readonly state: 'draft' | 'open' | 'closed' | 'cancelled';
  /** Told to those who had a seat. */
  readonly cancelReason?: string;
  readonly closedAt?: string;
  /** When people were last told of other days. */
  readonly movedAt?: string;
  readonly createdBy: PersonId;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

/** The one step of a cohort of a course. */
export const courseStep = 'course';

const lineOfText = z.string().trim().min(2).max(160).regex(oneLine, { message: 'must be one line of text' });
const day = z.custom<LocalDate>((value) => z.iso.date().safeParse(value).success, {
  message: 'must be a day, such as 2026-12-31',
});

export const cohortTermsSchema = z.strictObject({
  name: lineOfText,
  about: z
    .string()
    .trim()
    .min(2)
    .max(4_000)
    .regex(plainLines, { message: 'must be plain text' })
    .exactOptional(),
  startsOn: day,
  endsOn: day,
  applyUntil: day,
  zone: z.string().max(64).refine(isZone, { message: 'must be a time zone' }),
  capacity: z.int().min(1).max(mostCapacity),
  admission: z.enum(admissions),
  audience: z.enum(cohortAudiences),
  unitIds: z.array(z.string().min(1).max(64)).max(50),
  confirmHours: z.int().min(1).max(168),
  facilitatorId: z.custom<PersonId>((value) => typeof value === 'string' && value !== '').exactOptional(),
  dueDays: z.array(z.strictObject({ stepId: z.string().regex(/^[\w-]{1,64}$/), on: day })).max(48),
});

/** A cohort of a course is a plan of one step. */
export const coursePlan = ({
  courseId,
  title,
}: Extract<CohortSubject, { kind: 'course' }>): Pick<PathTerms, 'groups'> => ({
  groups: [
    {
      ...{ groupId: 'all', title: '', needs: 'all' },
      steps: [{ stepId: courseStep, kind: 'course', of: courseId, title, after: [] }],
    },
  ],
});

const dayMs = 86_400_000;
export const startOf = ({ startsOn, zone }: Pick<Cohort, 'startsOn' | 'zone'>): string =>
  momentOf(`${startsOn}T00:00`, zone);
/** The first moment at which a day is over there. */
export const endOfDay = (on: LocalDate, zone: string): string =>
  momentOf(`${new Date(Date.parse(on) + dayMs).toISOString().slice(0, 10)}T00:00`, zone);

/** A cohort as the machinery of seats asks for it: one long session, and a time to register. */
export function hallOf(cohort: Cohort): Event {
  const { cohortId, agencyId, name, zone, capacity, endsOn, applyUntil, admission, createdAt } = cohort;
  const [startsAt, endsAt] = [startOf(cohort), endOfDay(endsOn, zone)];
  const states = { draft: 'draft', open: 'published', closed: 'cancelled', cancelled: 'cancelled' } as const;
  return {
    ...{
      eventId: cohortId as string as EventId,
      owner: { kind: 'agency', agencyId },
      state: states[cohort.state],
    },
    ...{ title: name, form: '', mode: 'hybrid', abroad: false, zone, capacity, speakers: [], links: [] },
    sessions: [{ sessionId: 'cohort' as Event['sessions'][number]['sessionId'], startsAt, endsAt }],
    ...{ opensAt: createdAt, closesAt: endOfDay(applyUntil, zone) },
    ...{ audience: cohort.audience, unitIds: cohort.unitIds, confirmHours: cohort.confirmHours },
    approval: admission === 'supervisor' ? 'supervisor' : 'none',
    ...{ createdBy: cohort.createdBy, createdAt, updatedAt: cohort.updatedAt, rev: cohort.rev },
  };
}
