import type { AgencyId, PersonPrincipal, Principal } from '@sinau/kernel';
import { OwnRecognition, RecognitionNotFound } from './errors.ts';
import type { Recognition } from './recognition.ts';

/** The agency that the principal looks after; anybody else's is answered like one that is absent. */
export function agencyOf(principal: Principal): AgencyId {
  if (principal.kind === 'client' && principal.tenant.kind === 'agency') return principal.tenant.agencyId;
  if (principal.kind === 'person' && principal.agencyId && principal.roles.includes('agency-admin'))
    return principal.agencyId;
  throw new RecognitionNotFound();
}
const proposerOf = ({ origin }: Recognition): string | undefined =>
  origin.kind === 'people' ? origin.by.id : undefined;

/** Whether somebody would be let decide: an administrator of the agency, neither proposed nor proposer (case C7). */
export const mayDecide = (principal: PersonPrincipal, one: Recognition): boolean =>
  one.personId !== principal.personId && proposerOf(one) !== principal.personId;

export function assertDecides(
  principal: PersonPrincipal,
  one: Recognition | undefined,
): asserts one is Recognition {
  if (!one || one.agencyId !== agencyOf(principal)) throw new RecognitionNotFound();
  if (!mayDecide(principal, one)) throw new OwnRecognition();
}

/** Whoever is recognised does not take it back for the office; who proposed it may. */
export function assertUndoes(
  principal: PersonPrincipal,
  one: Recognition | undefined,
): asserts one is Recognition {
  if (!one || one.agencyId !== agencyOf(principal)) throw new RecognitionNotFound();
  if (one.personId === principal.personId) throw new OwnRecognition();
}
