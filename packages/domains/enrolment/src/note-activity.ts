import type { PersonId } from '@sinau/kernel';
import type { Registration } from './enrolment.ts';
import type { EnrolmentStore } from './ports.ts';

/** Follows a recorded statement or a result of another system: the enrolment was last touched then. In any order, any number of times. */
export async function noteActivity(
  deps: { readonly enrolments: EnrolmentStore },
  input: {
    readonly registration: Registration;
    /** Actor of the statement; another person's statement moves nothing. */
    readonly personId: PersonId;
    /** When the statement was stored, or the result happened there: ISO 8601 UTC with milliseconds. */
    readonly at: string;
  },
): Promise<void> {
  await deps.enrolments.noteActivity(input);
}
