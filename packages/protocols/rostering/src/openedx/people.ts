import * as z from 'zod';
import type { ExternalEnrolment } from '../external.ts';
import { courseKey, truth, username, words } from './wire.ts';

const enrolmentSchema = z.object({
  user: username,
  is_active: z.boolean(),
  course_id: courseKey.optional(),
  course_details: z.object({ course_id: courseKey }).optional(),
  mode: z.string().optional(),
});

/** One enrolment; null, "" and an empty object are how Open edX says that there is none. Undefined when it cannot be read. */
export function readOpenEdxEnrolment(value: unknown): 'none' | 'active' | 'ended' | undefined {
  if (value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)) {
    return 'none';
  }
  const parsed = enrolmentSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return parsed.data.is_active ? 'active' : 'ended';
}

/** The way in which somebody takes a course, e.g. `audit`; undefined where none is told. */
export function readOpenEdxEnrolmentMode(value: unknown): string | undefined {
  return enrolmentSchema.safeParse(value).data?.mode;
}

/** A page of `/api/enrollment/v1/enrollments/`: who is in the course; ended ones are left out. */
export function readOpenEdxEnrolments(
  items: readonly unknown[],
  { externalCourseId }: { readonly externalCourseId: string },
): readonly ExternalEnrolment[] | undefined {
  const parsed = z.array(enrolmentSchema).safeParse(items);
  return parsed.data
    ?.filter(({ is_active, course_id = externalCourseId }) => is_active && course_id === externalCourseId)
    .map(({ user }) => ({ externalCourseId, externalLearnerId: user, state: 'active' }));
}

const accountSchema = z.object({ username, email: words, is_active: truth });

/** Names of accounts of `/api/user/v1/accounts?email=`. */
export function readOpenEdxAccounts(
  value: unknown,
): readonly { readonly username: string; readonly email: string }[] | undefined {
  return z.array(accountSchema).safeParse(value).data;
}

/** An account's name: at most 30 letters, digits and `_ -`. Pseudonyms are longer, and 120 bits of them are enough. */
export const openEdxUsername = (subject: string): string =>
  subject.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 30);

const refusalSchema = z.union([
  z.object({ localizedMessage: z.string() }).transform(({ localizedMessage }) => localizedMessage),
  z.object({ message: z.string(), user_message_url: z.string() }).transform(({ message }) => message),
]);
const longestSaid = 300;

/**
 * Why an enrolment is not allowed, in the sentence that the site has for its learner: of a rule that the site has added (`localizedMessage`), or of the
 * countries that a course is closed to (`user_message_url` leads to a page about that). One line of plain text. Undefined in every other answer:
 * what is said there is about us, or one sentence for everything.
 */
export function readOpenEdxRefusal(value: unknown): string | undefined {
  const said = refusalSchema
    .safeParse(value)
    .data?.replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return said === undefined || said === '' ? undefined : said.slice(0, longestSaid);
}
