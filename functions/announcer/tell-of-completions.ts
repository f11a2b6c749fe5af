import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { CompletionRestored, CompletionWithdrawn } from '@sinau/domain-events';
import { type OrganisationStore, organisationName } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

interface Deps extends TellDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/**
 * That a provider has taken a completion back or given it again: the learner each time, the administrators of their agency once a course
 * and day, as one correction there may concern everybody who took the course; their page lists whom.
 */
export async function tellOfCompletion(
  deps: Deps,
  fact: CompletionWithdrawn | CompletionRestored,
): Promise<void> {
  const [course, learner] = await Promise.all([
    deps.courses.find(fact.courseId as CourseId),
    deps.people.find(fact.personId as PersonId),
  ]);
  if (!course || !learner) return;
  const { providerId, title: courseTitle } = course;
  const provider = (await organisationName(deps, { kind: 'provider', providerId })) ?? '–';
  const isWithdrawn = fact.type === 'completion-withdrawn';
  const change = isWithdrawn ? 'withdrawn' : 'restored';
  const at = isWithdrawn ? fact.saidAt : fact.occurredAt;
  const told = (reader: 'learner' | 'agency'): NoticeContent => ({
    kind: 'completion-corrected',
    params: { courseTitle, provider, change, at, reader },
  });
  await tell(deps, fact, { ...told('learner'), link: `/courses/${fact.courseId}` });
  const { home } = learner;
  if (home.kind !== 'agency') return;
  const day = fact.occurredAt.slice(0, 10);
  for (const personId of await holdersOf(deps, home, 'agency-admin')) {
    const eventId = `${fact.type}:${fact.courseId}:${day}:${personId}`;
    await tell(deps, { eventId, personId }, { ...told('agency'), link: '/agency/learning' });
  }
}
