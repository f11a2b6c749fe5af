import { type Digest, type ProviderId, uuidOfParts } from '@sinau/kernel';
import type { ExternalResult, SaidWhen } from '@sinau/rostering';
import type { SentPayload } from './sent-payload.ts';

/** `person`: somebody of the provider said so on a page here. */
export const resultSources = ['ags', 'webhook', 'xapi', 'poll', 'file', 'person'] as const;
export type ResultSource = (typeof resultSources)[number];

/** Whom and what a result concerns, as far as the way it came in can tell. */
export type ResultSubject =
  | { readonly kind: 'registration'; readonly registration: string; readonly moduleId: string }
  | {
      readonly kind: 'external';
      readonly connectionId: string;
      readonly externalCourseId: string;
      readonly externalLearnerId?: string;
      /** Our pseudonym of the learner for this provider. */
      readonly subject?: string;
    };

type What<Result> = Result extends unknown
  ? Omit<Result, 'externalCourseId' | 'externalLearnerId' | 'subject' | 'eventId'>
  : never;

/** What was said, without whom it concerns. */
export type Saying = What<ExternalResult>;

/**
 * When something was said, noted at the door and kept, so that no worker's order decides. `state`: by a table, a package or an answer, which
 * tell how things stand, and say anew whatever they hold. `message`: told once, and a second delivery is no second saying.
 */
export interface Said extends SaidWhen {
  readonly as: 'state' | 'message';
}

/** One result as it came in; never changed, but for `said`. Corrections are further events. */
export interface ResultEvent {
  readonly providerId: ProviderId;
  readonly source: ResultSource;
  /** Equal for the same saying however often and by whichever way it comes; else a hash of what it says. */
  readonly eventId: string;
  readonly about: ResultSubject;
  readonly result: Saying;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  /** Absent: when it was received. */
  readonly said?: Said;
  readonly sent: SentPayload;
}

export const sayingsAs = (source: ResultSource): Said['as'] =>
  source === 'file' || source === 'poll' ? 'state' : 'message';

export const saidOf = ({ said, receivedAt, source }: Omit<ResultEvent, 'sent'>): Said =>
  said ?? { at: receivedAt, place: 0, as: sayingsAs(source) };

/**
 * When one saying that came twice counts as said, the same in any order: the last time that it was told as the state of things, and where it
 * never was, the first delivery.
 */
export function saidLast(one: Said, other: Said): Said {
  if (one.as !== other.as) return one.as === 'state' ? one : other;
  const isLater = one.at === other.at ? one.place > other.place : one.at > other.at;
  return isLater === (one.as === 'state') ? one : other;
}

const namespace = '6f1f4e0b-52b5-4c1c-9d3a-6c5f0a7a2e11';

/**
 * The same for one saying however often it comes: of a provider, about one subject, of one kind, under one event id. A score and
 * a completion that were said in one breath may share their event id.
 */
export function resultIdOf(digest: Pick<Digest, 'sha1'>, event: Omit<ResultEvent, 'sent'>): string {
  return uuidOfParts(digest, namespace, [
    event.providerId,
    ...subjectParts(event.about),
    event.result.kind,
    event.eventId,
  ]);
}

function subjectParts(about: ResultSubject): readonly string[] {
  if (about.kind === 'registration') return ['registration', about.registration, about.moduleId];
  const { connectionId, externalCourseId, externalLearnerId, subject } = about;
  // Present or not is part of it: a person there may be called as our pseudonym of another.
  const person = [externalLearnerId, subject].map((one) => (one === undefined ? '-' : `=${one}`));
  return ['external', connectionId, externalCourseId, ...person];
}

/** Event id of a saying whose provider gave it none. */
export function contentEventId(digest: Pick<Digest, 'sha256'>, saying: Saying): string {
  return `hash:${digest.sha256(canonicalSaying(saying)).slice(0, 40)}`;
}

/** The same text for the same saying, whatever the order of its members. */
export function canonicalSaying(saying: Saying): string {
  // Whose time it has is no part of what it says.
  const { untimed: _, ...said } = saying;
  const members = Object.entries(said).filter(([, value]) => value !== undefined);
  return JSON.stringify(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
