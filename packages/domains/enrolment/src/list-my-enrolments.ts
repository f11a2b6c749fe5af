import type { PersonPrincipal } from '@sinau/kernel';
import { type Enrolment, isTaken } from './enrolment.ts';
import type { EnrolmentStore } from './ports.ts';

/** What is open to the signed-in person, the one touched last first. */
export async function listMyEnrolments(
  deps: { readonly enrolments: EnrolmentStore },
  input: { readonly principal: PersonPrincipal },
): Promise<readonly Enrolment[]> {
  const enrolments = await deps.enrolments.listCurrent(input.principal.personId);
  return sortByTouch(enrolments.filter(isTaken));
}

/** The one touched last first. */
export function sortByTouch(enrolments: readonly Enrolment[]): readonly Enrolment[] {
  return [...enrolments].sort((a, b) => compare(touchedAt(b), touchedAt(a)));
}

const touchedAt = (enrolment: Enrolment) => enrolment.lastActivityAt ?? enrolment.enrolledAt;

// ISO times of one format sort as text; localeCompare would depend on the machine.
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
