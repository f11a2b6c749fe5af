import { type Community, isIn, isInside, type Member } from '@sinau/collaboration/communities';
import type { TellDeps } from '../shared/tell.ts';

/** In the community now, as its pages ask: whoever went to another agency or cannot sign in any more hears no more of it. */
export async function isHere(
  { people }: Pick<TellDeps, 'people'>,
  community: Community,
  member: Member,
): Promise<boolean> {
  if (!isIn(member)) return false;
  const person = await people.find(member.personId);
  if (!person || person.status === 'disabled') return false;
  const { home } = person;
  return isInside(community, member, home.kind === 'agency' ? { agencyId: home.agencyId } : {});
}
