import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { CertificateMessage } from '@sinau/credentials';
import type { CertificateIssued, CertificateRevoked } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import type { Queue } from '@sinau/platform/queue';
import type { Fact } from './follow-fact.ts';
import { type TellDeps, tell } from './tell.ts';

export interface FollowCredentialsDeps extends TellDeps {
  readonly certificateQueue: Queue<CertificateMessage>;
  readonly courses: Pick<CourseStore, 'find'>;
}

/** A completed course is certified by a worker, as printing and signing take longer than a stream should wait; then its holder is told. */
export async function followCredentials(deps: FollowCredentialsDeps, fact: Fact): Promise<void> {
  if (fact.type === 'enrolment-completed') {
    await deps.certificateQueue.send({ kind: 'issue', registration: fact.registration });
  }
  if (fact.type === 'certificate-reissued') {
    await deps.certificateQueue.send({ kind: 'documents', number: fact.number });
  }
  if (fact.type === 'certificate-issued') await tellHolder(deps, fact);
  if (fact.type === 'certificate-revoked') await tellOfRevocation(deps, fact);
}

async function tellOfRevocation(deps: FollowCredentialsDeps, fact: CertificateRevoked): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  const { number, reason, note } = fact;
  const params = { courseTitle: course.title, number, reason, ...(note !== undefined && { note }) };
  await tell(deps, fact, { kind: 'certificate-revoked', params, link: `/certificates/${number}` });
}

/** The first one in the inbox alone, as the finished course is in the mail; a corrected one is news. */
async function tellHolder(deps: FollowCredentialsDeps, fact: CertificateIssued): Promise<void> {
  const course = await deps.courses.find(fact.courseId as CourseId);
  if (!course) return;
  const { number, edition, personId, eventId } = fact;
  const params = { courseTitle: course.title, number, edition };
  const content = { kind: 'certificate-issued', params, link: `/certificates/${number}` } as const;
  if (edition > 1) await tell(deps, fact, content);
  else await notify(deps, { ...content, personId: personId as PersonId, noticeId: eventId as NoticeId });
}
