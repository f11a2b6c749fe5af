import type { PersonPrincipal } from '@sinau/kernel';
import type { Enrolment } from './enrolment.ts';
import type { EnrolmentStore } from './ports.ts';

/** The signed-in person's enrolments without cancelled ones, the one touched last first. */
export async function listMyEnrolments(
  deps: { readonly enrolments: EnrolmentStore },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly Enrolment[]> {
  const enrolments = await deps.enrolments.listCurrent(input.principal.personId);
  return [...enrolments].sort((a, b) => compare(touchedAt(b), touchedAt(a)));
}

const touchedAt = (enrolment: Enrolment) => enrolment.lastActivityAt ?? enrolment.enrolledAt;

// ISO times of one format sort as text; localeCompare would depend on the machine.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
