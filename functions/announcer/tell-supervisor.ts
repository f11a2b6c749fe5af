import type { PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { type TellDeps, tell } from '../shared/tell.ts';

/** That somebody asks for a place; nobody where there is no supervisor but themselves. `request`: with the name of whoever asks. */
export async function tellSupervisor(
  deps: TellDeps,
  fact: { readonly eventId: string; readonly personId: string },
  request: (learner: string) => NoticeContent & { readonly link: string },
): Promise<void> {
  const personId = fact.personId as PersonId;
  const [learner, place] = await Promise.all([
    deps.people.find(personId),
    createLearnerDirectory(deps).placeOf(personId),
  ]);
  const supervisorId = place?.supervisorId;
  if (!learner || supervisorId === undefined || supervisorId === personId) return;
  const told = { eventId: `${fact.eventId}:${supervisorId}`, personId: supervisorId };
  await tell(deps, told, request(learner.name));
}
