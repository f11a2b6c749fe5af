import type { AgencyId, PersonId, TimeZone } from '@sinau/kernel';
import type { Pair, PairId, PairKind, PairState, Side } from './pair.ts';
import type { Session, SessionId } from './session.ts';

export interface PersonPlace {
  readonly agencyId: AgencyId;
  readonly unitId?: string;
  readonly zone: TimeZone;
  /** Who decides for them now. */
  readonly supervisorId?: PersonId;
}

/** Identity, as collaboration asks it. */
export interface PlaceDirectory {
  /** Undefined for nobody, for somebody who cannot sign in, and for who is of no agency. Rejects with `Unavailable`. */
  placeOf(personId: PersonId): Promise<PersonPlace | undefined>;
}

export interface SessionPlace {
  readonly pairId: PairId;
  readonly sessionId: SessionId;
}

/** A pair, or a session of it, whose turn it is. */
export interface TurnPlace {
  readonly pairId: PairId;
  readonly sessionId?: SessionId;
}

/** One person in one pair, with what they confirmed together, by year of the learner's day. */
export interface Membership {
  readonly personId: PersonId;
  readonly pairId: PairId;
  readonly kind: PairKind;
  readonly side: Side;
  readonly state: PairState;
  readonly agencyId: AgencyId;
  readonly unitId?: string;
  readonly years: Readonly<Record<string, { readonly sessions: number; readonly minutes: number }>>;
}

/** Reads see every write that was answered before, but for `due` and `listOf`. Rejects with `Unavailable`. */
export interface PairStore {
  find(pairId: PairId): Promise<Pair | undefined>;
  /**
   * From what was read to what shall be, kept with a `rev` one higher. `before` absent: there is none yet. `taken`: the same two have a live pair of
   * this kind and these sides.
   */
  step(before: Pair | undefined, after: Pair): Promise<'done' | 'changed' | 'taken'>;
  /** Every pair of a person, in no order. */
  ofPerson(personId: PersonId): Promise<readonly Pair[]>;
  findSession(place: SessionPlace): Promise<Session | undefined>;
  /** Every session of a pair, in no order. */
  sessionsOf(pairId: PairId): Promise<readonly Session[]>;
  /**
   * As `step`; with the time that it takes of both, and the counters of their memberships. `busy`: one of them is in another session at that time.
   */
  stepSession(
    before: Session | undefined,
    after: Session,
  ): Promise<{ readonly outcome: 'done' | 'changed' } | { readonly outcome: 'busy'; readonly side: Side }>;
  /** Whose turn has come, the earliest first; may lag behind by seconds. */
  due(now: string, limit: number): Promise<readonly TurnPlace[]>;
  /** Of people of an agency, as they were when their pair was agreed; may lag behind by seconds. */
  listOf(agencyId: AgencyId): Promise<readonly Membership[]>;
}
