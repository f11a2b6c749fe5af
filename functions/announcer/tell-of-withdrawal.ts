import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { OfferWithdrawn } from '@sinau/domain-events';
import { type EnrolmentStore, runningPages } from '@sinau/enrolment';
import type { AgencyId, ProviderId, Tenant } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

interface Deps extends TellDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'listRunning'>;
}

const pageSize = 200;
/** A course has no more learners than this at once; agencies beyond are not told. */
const mostPages = 500;

/** Authors of the provider, and agencies whose people are learning: what goes on for them, and what does not. */
export async function tellOfWithdrawal(deps: Deps, fact: OfferWithdrawn): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  const learners = await learnersByAgency(deps, fact.courseId);
  const all = [...learners.values()].reduce((sum, one) => sum + one, 0);
  const about = (count: number) =>
    ({ kind: 'offer-withdrawn', params: { courseTitle: course.title, learners: count } }) as const;
  const providers: Tenant = { kind: 'provider', providerId: fact.providerId as ProviderId };
  for (const personId of await holdersOf(deps, providers, 'provider-author')) {
    const link = `/studio/courses/${fact.courseId}`;
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...about(all), link });
  }
  for (const [agencyId, count] of learners) {
    if (agencyId === undefined) continue;
    for (const personId of await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin')) {
      const told = { eventId: `${fact.eventId}:${personId}`, personId };
      await tell(deps, told, { ...about(count), link: `/courses/${fact.courseId}` });
    }
  }
}

async function learnersByAgency(
  deps: Deps,
  courseId: string,
): Promise<ReadonlyMap<AgencyId | undefined, number>> {
  const counts = new Map<AgencyId | undefined, number>();
  let pages = 0;
  for await (const { enrolments } of runningPages(deps, { courseId, limit: pageSize })) {
    for (const { agencyId } of enrolments) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
    pages += 1;
    if (pages >= mostPages) break;
  }
  return counts;
}
