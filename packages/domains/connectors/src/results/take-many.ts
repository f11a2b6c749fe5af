import type { Clock, Digest, ProviderId } from '@sinau/kernel';
import type { ExternalResult } from '@sinau/rostering';
import type { ResultInbox, Taken } from './ports.ts';
import {
  contentEventId,
  type ResultEvent,
  type ResultSource,
  type Said,
  type Saying,
  sayingsAs,
} from './result-event.ts';
import type { SentPayload } from './sent-payload.ts';

export interface TakeDeps {
  readonly results: ResultInbox;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Why one of many is not taken; the others are. */
export type RefusedResult =
  | 'course-missing'
  | 'learner-missing'
  | 'text-too-long'
  | 'time-invalid'
  | 'score-invalid'
  | 'number-missing'
  | 'url-invalid';

export type TakenItem =
  | { readonly outcome: Taken; readonly resultId?: string }
  | { readonly outcome: 'refused'; readonly reason: RefusedResult };

/** One result as a reader made it, and how it was sent. */
export interface SentResult {
  readonly result: ExternalResult;
  readonly sent: SentPayload;
}

interface SentFrom {
  readonly providerId: ProviderId;
  readonly connectionId: string;
  readonly source: ResultSource;
  /** When all of them were said, where that was noted before; ISO 8601 UTC. Absent: now. */
  readonly saidAt?: string;
  /** How many were said with them before the first of these. */
  readonly before?: number;
}

/**
 * Takes any number of results, one after the other; one that cannot be taken does not hold up the others. One answer each, in order.
 * Rejects with `Unavailable` when the store does not answer; what was taken until then is a duplicate the next time.
 */
export async function takeMany(
  deps: TakeDeps,
  input: SentFrom & { readonly results: Iterable<SentResult> | AsyncIterable<SentResult> },
): Promise<readonly TakenItem[]> {
  const { saidAt: at = deps.clock.now().toISOString(), before = 0 } = input;
  const as = sayingsAs(input.source);
  const items: TakenItem[] = [];
  for await (const sent of input.results) {
    const said = { at, place: before + items.length, as };
    items.push(await takeOne(deps, { ...input, said }, sent));
  }
  return items;
}

async function takeOne(
  deps: TakeDeps,
  from: SentFrom & { readonly said: Said },
  { result, sent }: SentResult,
): Promise<TakenItem> {
  const reason = refusalOf(result);
  if (reason) return { outcome: 'refused', reason };
  const { externalCourseId, externalLearnerId, subject, eventId, ...said } = result;
  const saying = { ...said, occurredAt: new Date(said.occurredAt).toISOString() } as Saying;
  const { connectionId, providerId, source, said: when } = from;
  const event: ResultEvent = {
    ...{ providerId, source },
    eventId: eventId ?? contentEventId(deps.digest, saying),
    about: {
      ...{ kind: 'external', connectionId, externalCourseId },
      ...(externalLearnerId !== undefined && { externalLearnerId }),
      ...(subject !== undefined && { subject }),
    },
    result: saying,
    receivedAt: deps.clock.now().toISOString(),
    said: when,
    sent,
  };
  return { outcome: await deps.results.take(event) };
}

/** No mark of a person lies beyond; numbers far beyond are kept exactly by no store, and would hold up all that came with them. */
const isUsual = (points: number): boolean => points >= 1e-9 && points <= 1e9;

const longestText = 255;
const longestUrl = 2000;

function refusalOf(result: ExternalResult): RefusedResult | undefined {
  const { externalCourseId, externalLearnerId, subject, eventId, occurredAt } = result;
  if (externalCourseId.length === 0) return 'course-missing';
  if (!externalLearnerId && !subject) return 'learner-missing';
  const texts = [externalCourseId, externalLearnerId, subject, eventId];
  if (texts.some((text) => (text?.length ?? 0) > longestText)) return 'text-too-long';
  const at = Date.parse(occurredAt);
  // Years that have four digits: others do not sort as texts.
  if (Number.isNaN(at) || at < 0 || at > Date.UTC(9999, 0)) return 'time-invalid';
  return refusalOfKind(result);
}

function refusalOfKind(result: ExternalResult): RefusedResult | undefined {
  if (result.kind === 'score') {
    const { given, maximum } = result;
    return isUsual(maximum) && (given === 0 || isUsual(given)) ? undefined : 'score-invalid';
  }
  if (result.kind === 'completion') return undefined;
  if (result.number.trim() === '') return 'number-missing';
  if (result.number.length > longestText) return 'text-too-long';
  return result.url === undefined || isHttp(result.url) ? undefined : 'url-invalid';
}

const isHttp = (url: string): boolean => url.length <= longestUrl && /^https?:\/\/[^\s]+$/i.test(url);
