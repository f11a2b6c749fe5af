import type { AgencyId, PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

/**
 * That somebody asks for a place: their supervisor, or where there is none every administrator of the agency that decides then; never
 * whoever asks. `agencyId`: that agency; absent: the one of whoever asks. `request`: with the name of whoever asks.
 */
export async function tellDeciders(
  deps: TellDeps,
  fact: { readonly eventId: string; readonly personId: string; readonly agencyId?: AgencyId },
  request: (learner: string, desk: 'team' | 'agency') => NoticeContent & { readonly link: string },
): Promise<void> {
  const personId = fact.personId as PersonId;
  const [learner, place] = await Promise.all([
    deps.people.find(personId),
    createLearnerDirectory(deps).placeOf(personId),
  ]);
  if (!learner || !place) return;
  const { supervisorId } = place;
  const agencyId = fact.agencyId ?? place.agencyId;
  const isSupervised = supervisorId !== undefined && supervisorId !== personId;
  const deciders = isSupervised ? [supervisorId] : await adminsOf(deps, agencyId);
  const content = request(learner.name, isSupervised ? 'team' : 'agency');
  for (const decider of deciders) {
    if (decider === personId) continue;
    await tell(deps, { eventId: `${fact.eventId}:${decider}`, personId: decider }, content);
  }
}

const adminsOf = async (deps: TellDeps, agencyId: AgencyId | undefined): Promise<readonly PersonId[]> =>
  agencyId === undefined ? [] : holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin');
