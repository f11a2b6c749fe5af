import { emailClaim } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import { EventIncomplete, type Speaker } from '@sinau/programmes';
import type { EventOrder } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'people'>;

/**
 * Speakers as the form names them: whoever has an address there is somebody else of the organiser's own agency. Another's address is answered like one that
 * is nobody's, and the organiser's own too, unless
 * somebody else has named them before (`known`): what they teach would be confirmed by themselves (case C7).
 */
export async function speakersFrom(
  { people }: Deps,
  { personId, agencyId }: PersonPrincipal,
  { speakers, known }: Pick<EventOrder, 'speakers'> & { readonly known: readonly Speaker[] },
): Promise<readonly Speaker[]> {
  const named = new Set(known.map(({ person }) => person?.personId));
  return Promise.all(
    speakers.map(async ({ email, ...speaker }, n): Promise<Speaker> => {
      if (email === undefined) return speaker;
      const found = await people.findByClaim(emailClaim(email));
      const { home, status } = found ?? {};
      const isOurs = home?.kind === 'agency' && home.agencyId === agencyId && status !== 'disabled';
      const isSelf = found?.personId === personId && !named.has(personId);
      if (!found || !isOurs || isSelf) {
        const issue = { path: `/speakers/${n}/email`, message: 'is nobody else of the agency' };
        throw new EventIncomplete([issue]);
      }
      return { ...speaker, person: { personId: found.personId, agencyId: home.agencyId } };
    }),
  );
}

/** The same for the form. Whoever has left the agency stands there by name alone, and is so once somebody saves it. */
export async function speakerRows(
  { people }: Deps,
  speakers: readonly Speaker[],
): Promise<EventOrder['speakers']> {
  return Promise.all(
    speakers.map(async ({ person, ...speaker }) => {
      const found = person && (await people.find(person.personId));
      const isThere = found?.home.kind === 'agency' && found.home.agencyId === person?.agencyId;
      return { ...speaker, ...(isThere && found.status !== 'disabled' && { email: found.email }) };
    }),
  );
}
