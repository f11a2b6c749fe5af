import {
  type AgencyId,
  type Brand,
  type LocalDate,
  localDateOf,
  type PersonId,
  type TimeZone,
} from '@sinau/kernel';
import type { PairId, PairKind, Side, Turn } from './pair.ts';

export type SessionId = Brand<'CoachingSessionId'>;

/** `waits` for the other's signature; `lapsed`: it never came. */
export const sessionStates = ['waits', 'confirmed', 'withdrawn', 'lapsed'] as const;
export type SessionState = (typeof sessionStates)[number];

/** Of one version of the text. Whoever writes signs what they wrote. */
export interface Signature {
  readonly side: Side;
  readonly personId: PersonId;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** What the two sign. */
export interface SessionText {
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly topic: string;
  readonly result: string;
  readonly followUp: string;
  /** Whether the supervisor and the agency may read the topic. Result and follow-up they never read. */
  readonly showTopic: boolean;
}

export interface Session extends SessionText {
  readonly pairId: PairId;
  readonly sessionId: SessionId;
  readonly kind: PairKind;
  readonly guide: PersonId;
  readonly learner: PersonId;
  /** Home agencies on the day of the last signature: whose rules hold. */
  readonly guideAgency: AgencyId;
  readonly learnerAgency: AgencyId;
  /** Of the learner: whose day it is. */
  readonly zone: TimeZone;
  /** Of the text, from 1. A signature is about one. */
  readonly version: number;
  /** Of this version, in order: one or both. */
  readonly signatures: readonly Signature[];
  readonly state: SessionState;
  /** Why it was taken back, and by whom. */
  readonly reason?: string;
  readonly by?: Side;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly turn?: Turn;
  readonly rev: number;
}

export const minutesOf = ({ startsAt, endsAt }: Pick<SessionText, 'startsAt' | 'endsAt'>): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** Day of the learner. */
export const dayOf = ({ startsAt, zone }: Pick<Session, 'startsAt' | 'zone'>): LocalDate =>
  localDateOf(Date.parse(startsAt), zone);

/** It takes time of both, so that nothing else may be at that time. */
export const takesTime = ({ state }: Pick<Session, 'state'>): boolean =>
  state === 'waits' || state === 'confirmed';

/** Where one ends as the other begins they do not meet. */
export const overlaps = (
  a: Pick<SessionText, 'startsAt' | 'endsAt'>,
  b: Pick<SessionText, 'startsAt' | 'endsAt'>,
): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** How a session is called outside of its pair. */
export const shareIdOf = ({ pairId, sessionId }: Pick<Session, 'pairId' | 'sessionId'>): string =>
  `session:${pairId}:${sessionId}`;

/** The pair and session behind it; undefined for what is none. */
export function sessionOfShare(
  shareId: string,
): { readonly pairId: PairId; readonly sessionId: SessionId } | undefined {
  const [kind, pairId, sessionId, ...rest] = shareId.split(':');
  if (kind !== 'session' || !pairId || !sessionId || rest.length > 0) return undefined;
  return { pairId: pairId as PairId, sessionId: sessionId as SessionId };
}
