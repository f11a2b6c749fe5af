import type { TeachingShared } from '@sinau/domain-events';
import { erasedWords } from './forget-person.ts';
import { dayOf, minutesOf, type Session } from './session.ts';

const titles = { coaching: 'Coaching', mentoring: 'Mentoring' } as const;

/** What is said of a session to those who may know that it was: the topic where the two have said so, and never a name. */
export const titleOf = ({ kind, topic, showTopic }: Pick<Session, 'kind' | 'topic' | 'showTopic'>): string =>
  showTopic && topic !== erasedWords ? `${titles[kind]}: ${topic}` : titles[kind];

/**
 * What the coach or mentor has taught, once the other has signed as well; taken back with the signature, and told without its topic when the words of
 * the session were erased. Undefined where nothing of that changed.
 */
export function teachingOf(before: Session | undefined, after: Session): TeachingShared | undefined {
  const [was, is] = [before?.state === 'confirmed', after.state === 'confirmed'];
  const told = is ? after : was ? before : undefined;
  const isSame = before?.version === after.version && titleOf(before) === titleOf(after);
  if (!told || (was && is && isSame)) return undefined;
  const { sessionId, kind, guide: personId, guideAgency: agencyId } = told;
  return {
    ...{ eventId: `teaching-shared:${sessionId}:${after.rev}`, type: 'teaching-shared' },
    ...{ occurredAt: after.updatedAt, shareId: `${kind}-${sessionId}-${personId}`, revision: after.rev },
    ...{ personId, agencyId, form: kind, minutes: minutesOf(told), on: dayOf(told) },
    // What was taken back keeps no topic, as nothing tells of an erasure after it.
    ...{ title: is ? titleOf(told).slice(0, 300) : titles[kind], withdrawn: !is },
  };
}
