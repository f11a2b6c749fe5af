import { type Clock, openTimedToken, type PersonId, type Signer, sealTimedToken } from '@sinau/kernel';
import * as z from 'zod';
import type { ForeignPlatformId } from './platform.ts';

/** `entry`: leads the window to the course, for two minutes. `visit`: the cookie of that window, for half a day. Neither opens what the other does. */
export type CoursePassKind = 'entry' | 'visit';

const validSeconds: Readonly<Record<CoursePassKind, number>> = { entry: 120, visit: 12 * 3600 };

/** One enrolment that a launch has opened; nothing else of its person. */
export interface CoursePass {
  readonly registration: string;
  readonly courseId: string;
  readonly personId: PersonId;
  readonly platformId: ForeignPlatformId;
  readonly subject: string;
}

interface PassDeps {
  readonly signer: Signer;
  readonly clock: Clock;
}

const passSchema = z.object({
  registration: z.string(),
  courseId: z.string(),
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  platformId: z.custom<ForeignPlatformId>((value) => typeof value === 'string'),
  subject: z.string(),
});

const purposeOf = (kind: CoursePassKind): string => `lti-course-${kind}`;

export function sealCoursePass(deps: PassDeps, kind: CoursePassKind, pass: CoursePass): string {
  const { registration, courseId, personId, platformId, subject } = pass;
  const terms = { purpose: purposeOf(kind), seconds: validSeconds[kind] };
  return sealTimedToken(deps, terms, { registration, courseId, personId, platformId, subject });
}

/** Undefined for a token that is not ours, is of the other kind, or has ended. */
export function openCoursePass(deps: PassDeps, kind: CoursePassKind, token: string): CoursePass | undefined {
  const read = passSchema.safeParse(openTimedToken(deps, purposeOf(kind), token));
  return read.success ? read.data : undefined;
}
