import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { CertificateMessage } from '@sinau/credentials';
import type { CertificateIssued, CertificateRevoked, RecognitionMoved } from '@sinau/domain-events';
import type { LanguageMap, PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import type { Queue } from '@sinau/platform/queue';
import type { EventId, EventStore, PathId, PathStore } from '@sinau/programmes';
import { recognitionRegistration } from '../shared/recognition-registration.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';

export interface FollowCredentialsDeps extends TellDeps {
  readonly certificateQueue: Queue<CertificateMessage>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly events: Pick<EventStore, 'find'>;
  readonly paths: Pick<PathStore, 'find'>;
}

/** A completed course is certified by a worker, as printing and signing take longer than a stream should wait; then its holder is told. */
export async function followCredentials(deps: FollowCredentialsDeps, fact: Fact): Promise<void> {
  if (followed.has(fact.type) && 'registration' in fact) {
    await deps.certificateQueue.send({ kind: 'settle', registration: fact.registration });
  }
  if (fact.type === 'recognition-moved' && recognised.has(fact.to)) {
    const registration = recognitionRegistration(fact.personId, fact.recognition);
    await deps.certificateQueue.send({ kind: 'settle', registration });
  }
  if (fact.type === 'certificate-reissued') {
    await deps.certificateQueue.send({ kind: 'documents', number: fact.number });
  }
  if (fact.type === 'certificate-issued') await tellHolder(deps, fact);
  if (fact.type === 'certificate-revoked') await tellOfRevocation(deps, fact);
}

/** Issued, taken back and given again with the completion. */
const followed: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'enrolment-completed',
  'completion-withdrawn',
  'completion-restored',
]);

/** A badge is issued, taken back and given again with the recognition, which is told by its own notice. */
const recognised: ReadonlySet<RecognitionMoved['to']> = new Set<RecognitionMoved['to']>([
  'granted',
  'lapsed',
  'undone',
]);

/** Whose completion was taken back is told of that, and of the certificate in the same words. */
async function tellOfRevocation(deps: FollowCredentialsDeps, fact: CertificateRevoked): Promise<void> {
  if (fact.byPlatform) return;
  const courseTitle = await titleOf(deps, fact.courseId);
  if (!courseTitle) return;
  const { number, reason, note } = fact;
  const params = { courseTitle, number, reason, ...(note !== undefined && { note }) };
  await tell(deps, fact, { kind: 'certificate-revoked', params, link: `/certificates/${number}` });
}

/** What nobody asked for in the inbox alone, as the finished course is in the mail; a corrected one is news. */
async function tellHolder(deps: FollowCredentialsDeps, fact: CertificateIssued): Promise<void> {
  const courseTitle = await titleOf(deps, fact.courseId);
  if (!courseTitle) return;
  const { number, edition, personId, eventId, byPlatform } = fact;
  const params = { courseTitle, number, edition };
  const content = { kind: 'certificate-issued', params, link: `/certificates/${number}` } as const;
  if (!byPlatform) await tell(deps, fact, content);
  else await notify(deps, { ...content, personId: personId as PersonId, noticeId: eventId as NoticeId });
}

/** Of a course, of an event, or of a learning path. */
async function titleOf(
  { courses, events, paths }: Pick<FollowCredentialsDeps, 'courses' | 'events' | 'paths'>,
  id: string,
): Promise<LanguageMap | undefined> {
  const course = await courses.find(id as CourseId);
  if (course) return course.title;
  const event = await events.find(id as EventId);
  if (event) return { id: event.title };
  const path = await paths.find(id as PathId);
  return path?.current && { id: path.current.title };
}
