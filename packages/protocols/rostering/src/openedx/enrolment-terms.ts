import * as z from 'zod';
import { moment } from './wire.ts';

/** When and how somebody gets into a course. */
export interface OpenEdxEnrolmentTerms {
  /** Ways to take it that can still be chosen, e.g. `audit`, `verified`: those that have run out are left out over there. */
  readonly modes: readonly string[];
  /** ISO 8601; absent where enrolment has no first or last moment. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  /** Nobody enrols who was not invited. */
  readonly isByInvitation: boolean;
}

const termsSchema = z.object({
  enrollment_start: moment,
  enrollment_end: moment,
  invite_only: z.boolean().nullish(),
  course_modes: z.array(z.object({ slug: z.string() })),
});

/** An answer of `/api/enrollment/v1/course/{course_id}`. Undefined when it cannot be read. */
export function readOpenEdxEnrolmentTerms(value: unknown): OpenEdxEnrolmentTerms | undefined {
  const { data } = termsSchema.safeParse(value);
  if (!data) return undefined;
  const { enrollment_start: opensAt, enrollment_end: closesAt } = data;
  return {
    modes: data.course_modes.map(({ slug }) => slug),
    ...(opensAt && { opensAt }),
    ...(closesAt && { closesAt }),
    isByInvitation: data.invite_only === true,
  };
}
