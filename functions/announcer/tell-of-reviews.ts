import type { ReviewDecided, ReviewSubmitted } from '@sinau/domain-events';
import { contactOf } from '@sinau/identity';
import { type NoticeId, notify } from '@sinau/notifications';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

/** More reviewers than that share the work otherwise; their page lists what waits in any case. */
const mostReviewers = 50;

/** In the inbox alone: a platform with many submissions must not fill the mail of everybody. Never the submitter. */
export async function tellReviewers(deps: TellDeps, fact: ReviewSubmitted): Promise<void> {
  const reviewers = await holdersOf(deps, { kind: 'platform' }, 'reviewer');
  const params = { courseTitle: fact.title, version: fact.courseVersion, by: fact.submittedBy.name };
  const link = `/reviews/${fact.courseId}/${fact.courseVersion}`;
  let told = 0;
  for (const personId of reviewers) {
    if (told === mostReviewers) break;
    if (personId === fact.submittedBy.id || !(await contactOf(deps, personId))) continue;
    told += 1;
    const noticeId = `${fact.eventId}:${personId}` as NoticeId;
    await notify(deps, { kind: 'review-submitted', params, link, personId, noticeId });
  }
}

/** Machines ask for the state of their reviews themselves. */
export async function tellSubmitter(deps: TellDeps, fact: ReviewDecided): Promise<void> {
  const { eventId, title: courseTitle, courseVersion: version, outcome, submittedBy } = fact;
  const told = { eventId, personId: submittedBy.id };
  const link = `/studio/courses/${fact.courseId}`;
  await tell(deps, told, { kind: 'review-decided', params: { courseTitle, version, outcome }, link });
}
