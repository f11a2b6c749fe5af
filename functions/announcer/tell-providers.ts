import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { RegistrationStore } from '@sinau/delivery';
import type { CoursePublished, EnrolmentCompleted, PackageImportFinished } from '@sinau/domain-events';
import type { Digest, ProviderId } from '@sinau/kernel';
import { type ProviderEvent, providerOwner } from '@sinau/push';
import { type FeedStore, laneOf } from '@sinau/records';
import { scoreOf } from '../shared/course-score.ts';
import { feedOf } from '../shared/push-feed.ts';
import type { Fact } from './follow-fact.ts';

export interface TellProvidersDeps {
  readonly courses: Pick<CourseStore, 'find'>;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly feed: Pick<FeedStore, 'append'>;
  readonly digest: Digest;
}

/** Many who finish one course at once do not wait for one lane. */
const laneCount = 8;

/**
 * What a provider's own systems may be told of a fact goes into the provider's feed, from which webhooks are sent. The
 * feed takes each fact once, however often the stream tells it.
 */
export async function tellProvider(deps: TellProvidersDeps, fact: Fact): Promise<void> {
  const told = await eventOf(deps, fact);
  if (!told) return;
  const { providerId, type, data } = told;
  const id = `evt_${deps.digest.sha256(fact.eventId).slice(0, 32)}`;
  const text = JSON.stringify({ kind: 'event', id, type, stored: fact.occurredAt, data });
  await deps.feed.append({
    agencyId: feedOf(providerOwner(providerId)),
    lane: laneOf({ digest: deps.digest, laneCount }, id),
    units: [{ key: `event ${id}`, lines: [{ kind: 'text', text }] }],
  });
}

interface Told {
  readonly providerId: ProviderId;
  readonly type: ProviderEvent;
  readonly data: Readonly<Record<string, unknown>>;
}

async function eventOf(deps: TellProvidersDeps, fact: Fact): Promise<Told | undefined> {
  switch (fact.type) {
    case 'course-published':
      return publishedEvent(fact);
    case 'package-import-finished':
      return importEvent(fact);
    case 'enrolment-completed':
      return completedEvent(deps, fact);
    default:
      return undefined;
  }
}

function publishedEvent({ courseId, providerId, courseVersion, title, jpHundredths }: CoursePublished): Told {
  const data = { courseId, version: courseVersion, title, jp: jpHundredths / 100 };
  return { providerId: providerId as ProviderId, type: 'course.published', data };
}

function importEvent({ jobId, providerId, fileName, outcome, errorCount }: PackageImportFinished): Told {
  const data = { importId: jobId, fileName, outcome, errors: errorCount };
  return { providerId: providerId as ProviderId, type: 'package.import-finished', data };
}

/**
 * Who it was is the agency's to know and not the provider's: the learner has a name of this enrolment alone, made of an id
 * that nobody is ever told, so that not even two courses of one provider can be joined by it.
 */
async function completedEvent(deps: TellProvidersDeps, fact: EnrolmentCompleted): Promise<Told | undefined> {
  const { courseId, courseVersion, enrolmentId, occurredAt, registration } = fact;
  const course = await deps.courses.find(courseId as CourseId);
  if (!course) return undefined;
  const score = await scoreOf(deps, registration);
  const data = {
    ...{
      courseId,
      version: courseVersion,
      learner: deps.digest.sha256(`learner ${enrolmentId}`).slice(0, 32),
    },
    completedAt: occurredAt,
    ...(score !== undefined && { score }),
  };
  return { providerId: course.providerId, type: 'enrolment.completed', data };
}
