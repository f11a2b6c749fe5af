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
  /** When it came to the door first; ISO 8601 UTC. No two are said at once. */
  readonly saidAt: string;
}

export const connectionId = '00000000-0000-4000-8000-000000000010';
export const course = { connectionId, externalCourseId: '4' } as const;
export const subjectOf = (learner: number): string => `s-${learner}`;
/** As the university calls the learner itself. */
export const studentOf = (learner: number): string => `${1000 + learner}`;
export const registrationOf = (digest: Pick<Digest, 'sha1'>, learner: number): string =>
  uuidOfParts(digest, '6f9619ff-8b86-4011-b42d-00c04fc964ff', [subjectOf(learner)]);

/**
 * So many sayings about learners of one course, half of which correct another one: the same kind, with another value, said later, and of a
 * later date or of the same. Scores are final, running totals or resets, in both. `draw` answers whole numbers from 0 to below its argument.
 */
export function inboxEvents(
  draw: (below: number) => number,
  { count, learners }: { readonly count: number; readonly learners: number },
): readonly SentEvent[] {
  const sayings = Array.from({ length: count / 2 }, (_, n): readonly Omit<SentEvent, 'saidAt'>[] => {
    const learner = n % learners;
    const way = ways[draw(ways.length)] ?? 'file';
    // Minutes are few, so that many things happen in one.
    const minute = -draw(90) - 10;
    const kind = draw(6);
    const [first, corrected] = [minute, minute + draw(4)].map((when, turn): Saying => {
      const occurredAt = at(when);
      if (kind === 0) return { kind: 'credential', occurredAt, number: `UNIV/${n}/${turn}` };
      if (kind < 3) return { kind: 'completion', occurredAt, completed: draw(2) > 0 };
      const score = { kind: 'score' as const, occurredAt, maximum: 100 };
      if (draw(8) === 0) return { ...score, given: 0, isFinal: false, withdrawn: true };
      return { ...score, given: draw(101), isFinal: draw(4) > 0 };
    });
    if (!first || !corrected) return [];
    return [
      { learner, way, place: 2 * n, saying: first },
      // A mark that came by a file may be corrected by a message, and the other way round.
      { learner, way: ways[draw(ways.length)] ?? 'file', place: 2 * n + 1, saying: corrected },
    ];
  }).flat();
  return sayings.map((one, n) => ({ ...one, saidAt: at(n / 60) }));
}

/** What a provider says by such a way tells how things stand; a message is told once. */
export const tellsState = ({ way }: SentEvent): boolean => way === 'file' || way === 'poll';

export interface InboxDoors {
  readonly results: ResultInbox;
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Lets an event come in by its own way, as it came to the door: work of a table or an answer keeps the time that was noted there, and a message that
 * is sent `again` comes later. Answers what the inbox said, and under which id it lies there.
 */
export async function deliver(
  given: Omit<InboxDoors, 'clock'>,
  event: SentEvent,
  again: number,
): Promise<{ readonly outcome: Taken | 'refused'; readonly resultId: string }> {
  const doorMs = Date.parse(event.saidAt) + (tellsState(event) ? 0 : again * 3_600_000);
  const deps: InboxDoors = { ...given, clock: { now: () => new Date(doorMs) } };
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
  // Messages have no word for a score that is taken away.
  if (way === 'webhook' && !('withdrawn' in saying)) {
    const { kind, occurredAt, ...said } = saying;
    const what = 'isFinal' in said ? { given: said.given, maximum: said.maximum, final: said.isFinal } : said;
    const item = { id: `evt-${place}`, course: externalCourseId, learner: { id: studentOf(learner) } };
    const sent = sentAs(item);
    const [result] = resultsIn({ ...item, occurredAt, [kind]: what }, { fallbackId: 'none', sent }) ?? [];
    if (result) return result;
  }
  // A statement has an id of its own, as a message has.
  const own = way === 'xapi' || way === 'webhook' ? { eventId: `${way}-${place}` } : {};
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
