import { type Clock, type Digest, uuidOfParts } from '@sinau/kernel';
import type { ResultInbox, Taken } from '../../results/ports.ts';
import { contentEventId, type ResultEvent, resultIdOf, type Saying } from '../../results/result-event.ts';
import type { SentPayload } from '../../results/sent-payload.ts';
import { resultsIn } from '../../results/sent-results.ts';
import { type SentResult, takeMany } from '../../results/take-many.ts';
import { at, kampus } from './sample-result.ts';

export const ways = ['file', 'webhook', 'poll', 'ags', 'xapi'] as const;

/** One saying of a university about one of its learners, and the way it comes in. */
export interface SentEvent {
  /** Counted from 0. */
  readonly learner: number;
  /** Tells the sayings of one learner apart. */
  readonly place: number;
  readonly way: (typeof ways)[number];
  readonly saying: Saying;
}

export const connectionId = '00000000-0000-4000-8000-000000000010';
export const course = { connectionId, externalCourseId: '4' } as const;
export const subjectOf = (learner: number): string => `s-${learner}`;
/** As the university calls the learner itself. */
export const studentOf = (learner: number): string => `${1000 + learner}`;
export const registrationOf = (digest: Pick<Digest, 'sha1'>, learner: number): string =>
  uuidOfParts(digest, '6f9619ff-8b86-4011-b42d-00c04fc964ff', [subjectOf(learner)]);

/**
 * So many sayings about learners of one course, half of which correct another one: the same kind, with another value, later. `draw`
 * answers whole numbers from 0 to below its argument.
 */
export function inboxEvents(
  draw: (below: number) => number,
  { count, learners }: { readonly count: number; readonly learners: number },
): readonly SentEvent[] {
  return Array.from({ length: count / 2 }, (_, n): readonly SentEvent[] => {
    const learner = n % learners;
    const way = ways[draw(ways.length)] ?? 'file';
    // Minutes are few, so that many things happen in one.
    const minute = -draw(90) - 10;
    const isScore = draw(3) > 0;
    const points = draw(80);
    const first: Saying = isScore
      ? { ...{ kind: 'score', given: points, maximum: 100, isFinal: draw(4) > 0 }, occurredAt: at(minute) }
      : { ...{ kind: 'completion', completed: draw(2) > 0 }, occurredAt: at(minute) };
    const later = at(minute + draw(9) + 1);
    const corrected: Saying =
      first.kind === 'score'
        ? { ...first, given: points + 1 + draw(20), isFinal: true, occurredAt: later }
        : { ...first, completed: !('completed' in first && first.completed), occurredAt: later };
    return [
      { learner, way, place: 2 * n, saying: first },
      // A mark that came by a file may be corrected by a message, and the other way round.
      { learner, way: ways[draw(ways.length)] ?? 'file', place: 2 * n + 1, saying: corrected },
    ];
  }).flat();
}

export interface InboxDoors {
  readonly results: ResultInbox;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Lets an event come in by its own way. Answers what the inbox said, and under which id it lies there. */
export async function deliver(
  deps: InboxDoors,
  event: SentEvent,
): Promise<{ readonly outcome: Taken | 'refused'; readonly resultId: string }> {
  const taken: ResultEvent[] = [];
  const results: ResultInbox = {
    ...deps.results,
    take: (one) => {
      taken.push(one);
      return deps.results.take(one);
    },
  };
  const outcome = await deliverTo({ ...deps, results }, event);
  const [one] = taken;
  return { outcome, resultId: one ? resultIdOf(deps.digest, one) : '' };
}

async function deliverTo(deps: InboxDoors, event: SentEvent): Promise<Taken | 'refused'> {
  const { way } = event;
  if (way === 'ags') return deps.results.take(scoreEvent(deps, event));
  const sent = { providerId: kampus, connectionId, source: way, results: [readEvent(event)] };
  const [item] = await takeMany(deps, sent);
  return item?.outcome ?? 'refused';
}

const sentAs = (value: object): SentPayload => ({
  text: JSON.stringify(value),
  contentType: 'application/json',
});

/** As readers of tables, answers and messages make it. */
function readEvent({ learner, way, saying, place }: SentEvent): SentResult {
  const { externalCourseId } = course;
  if (way === 'webhook') {
    const { kind, occurredAt, ...said } = saying;
    const what = 'isFinal' in said ? { given: said.given, maximum: said.maximum, final: said.isFinal } : said;
    const item = { id: `evt-${place}`, course: externalCourseId, learner: { id: studentOf(learner) } };
    const sent = sentAs(item);
    const [result] = resultsIn({ ...item, occurredAt, [kind]: what }, { fallbackId: 'none', sent }) ?? [];
    if (result) return result;
  }
  // A statement has an id of its own, as a message has.
  const own = way === 'xapi' ? { eventId: `statement-${place}` } : {};
  const who = way === 'file' ? { subject: subjectOf(learner) } : { externalLearnerId: studentOf(learner) };
  return { result: { externalCourseId, ...who, ...own, ...saying }, sent: sentAs(saying) };
}

/** As a score of an LTI tool lies in the inbox: it names its part of the course by itself. */
function scoreEvent({ digest, clock }: InboxDoors, { learner, saying }: SentEvent): ResultEvent {
  return {
    ...{ providerId: kampus, source: 'ags', receivedAt: clock.now().toISOString() },
    eventId: contentEventId(digest, saying),
    about: { kind: 'registration', registration: registrationOf(digest, learner), moduleId: 'm1' },
    result: saying,
    sent: sentAs(saying),
  };
}
