import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { PairNotFound } from './errors.ts';
import type { PairDeps } from './invite.ts';
import { isLive, otherSide, type Pair, type PairId, type Side, sideOf } from './pair.ts';
import type { PairStore, SessionPlace } from './ports.ts';
import { dayOf, minutesOf, type Session } from './session.ts';
import { pairOf, sessionOf, waitsFor } from './write-session.ts';

export interface OwnPair {
  readonly pair: Pair;
  /** What the reader is in it. */
  readonly side: Side;
  /** Newest first. */
  readonly sessions: readonly Session[];
  /** How many wait for the reader's signature. */
  readonly toConfirm: number;
}

const newestFirst = (a: Session, b: Session): number => (a.startsAt < b.startsAt ? 1 : -1);

/** Every pair of the reader: what waits for them first, then what goes on, then the rest, newest first. */
export async function listOwnPairs(
  { pairs }: Pick<PairDeps, 'pairs'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly OwnPair[]> {
  const own = await pairs.ofPerson(principal.personId);
  const all = await Promise.all(own.map((pair) => withSessions(pairs, pair, principal.personId)));
  return all
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.pair.updatedAt < b.pair.updatedAt ? 1 : -1));
}

async function withSessions(pairs: PairStore, pair: Pair, personId: PersonId): Promise<OwnPair | undefined> {
  const side = sideOf(pair, personId);
  if (!side) return undefined;
  // Nothing was written before both have agreed.
  const sessions = pair.agreedAt === undefined ? [] : await pairs.sessionsOf(pair.pairId);
  return {
    ...{ pair, side, sessions: sessions.toSorted(newestFirst) },
    toConfirm: sessions.filter((session) => waitsFor(session) === side).length,
  };
}

function rankOf({ pair, side, toConfirm }: OwnPair): number {
  if (toConfirm > 0 || (pair.state === 'invited' && pair.invitedBy !== side)) return 0;
  return isLive(pair) ? 1 : 2;
}

/** Whether something of it waits for the reader. */
export const waitsForReader = (one: OwnPair): boolean => rankOf(one) === 0;

export async function readOwnPair(
  { pairs }: Pick<PairDeps, 'pairs'>,
  { principal, pairId }: { readonly principal: PersonPrincipal; readonly pairId: PairId },
): Promise<OwnPair> {
  const { pair } = await pairOf({ pairs }, principal, pairId);
  const found = await withSessions(pairs, pair, principal.personId);
  if (!found) throw new PairNotFound();
  return found;
}

/** The signed form, for the two alone. */
export function readOwnSession(
  deps: Pick<PairDeps, 'pairs'>,
  { principal, place }: { readonly principal: PersonPrincipal; readonly place: SessionPlace },
): Promise<{ readonly pair: Pair; readonly side: Side; readonly session: Session }> {
  return sessionOf(deps, principal, place);
}

/** That a session took place, as a supervisor or an agency may know it. */
export interface SessionTrace {
  /** Day of the learner. */
  readonly on: string;
  readonly minutes: number;
  /** Where the two have said so. */
  readonly topic?: string;
}

/** One pair of somebody, without a word of what was said in it. */
export interface PairTrace {
  readonly pairId: PairId;
  readonly personId: PersonId;
  readonly kind: Pair['kind'];
  readonly side: Side;
  readonly state: Pair['state'];
  readonly partner: PersonId;
  readonly agreedAt?: string;
  /** Confirmed ones, newest first. */
  readonly sessions: readonly SessionTrace[];
}

/** What took place in pairs of somebody that were agreed, for those who may know it. */
export async function tracesOf(
  { pairs }: Pick<PairDeps, 'pairs'>,
  personId: PersonId,
): Promise<readonly PairTrace[]> {
  const own = (await pairs.ofPerson(personId)).filter(({ agreedAt }) => agreedAt !== undefined);
  const all = await Promise.all(own.map((pair) => withSessions(pairs, pair, personId)));
  return all.flatMap((one) => (one ? [traceOf(one, personId)] : []));
}

function traceOf({ pair, side, sessions }: OwnPair, personId: PersonId): PairTrace {
  const { pairId, kind, state, agreedAt } = pair;
  return {
    ...{ pairId, personId, kind, side, state, partner: pair[otherSide(side)].personId },
    ...(agreedAt !== undefined && { agreedAt }),
    sessions: sessions
      .filter((session) => session.state === 'confirmed')
      .map((session) => ({
        ...{ on: dayOf(session), minutes: minutesOf(session) },
        ...(session.showTopic && { topic: session.topic }),
      })),
  };
}

/** Of the people whose supervisor the reader is now. @throws PairNotFound for somebody else's */
export async function readTeamTraces(
  deps: Pick<PairDeps, 'pairs' | 'places'>,
  { principal, personId }: { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<readonly PairTrace[]> {
  const place = await deps.places.placeOf(personId);
  if (place?.supervisorId !== principal.personId) throw new PairNotFound();
  return tracesOf(deps, personId);
}
